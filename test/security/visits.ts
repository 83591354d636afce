import type { LightMyRequestResponse } from 'fastify';
import { unzipSync } from 'fflate';
import type { TestApp } from '../support/app.ts';
import { readPdf } from '../support/pdf.ts';

/** All that an answer says, whatever it is: headers, and the text of a page, of data, of a PDF, of a workbook. */
export async function wordsOf(answer: LightMyRequestResponse): Promise<string> {
  const { date: _date, 'set-cookie': _cookie, ...headers } = answer.headers;
  return `${JSON.stringify(headers)}\n${await bodyOf(answer)}`;
}

async function bodyOf({ headers, rawPayload, body }: LightMyRequestResponse): Promise<string> {
  const type = String(headers['content-type'] ?? '');
  if (type.includes('pdf') && rawPayload.subarray(0, 4).toString() === '%PDF') {
    const { title, pages, bookmarks } = await readPdf(rawPayload);
    return [
      title,
      JSON.stringify(bookmarks),
      ...pages.flatMap(({ text, furniture }) => [text, furniture]),
    ].join('\n');
  }
  if (type.includes('spreadsheet')) {
    return Object.values(unzipSync(new Uint8Array(rawPayload)))
      .map((part) => Buffer.from(part).toString('utf8'))
      .join('\n');
  }
  return body;
}

/** Whoever asks: what goes into the headers. */
export type Headers = Readonly<Record<string, string>>;

export function ask(app: TestApp, method: string, url: string, headers: Headers) {
  const form =
    method === 'POST'
      ? { payload: '', headers: { 'content-type': 'application/x-www-form-urlencoded' } }
      : {};
  return app.asStranger({ method: method as 'GET', url, ...form, headers: { ...form.headers, ...headers } });
}
