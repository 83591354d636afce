import { createHash, randomUUID } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { unzipSync } from 'fflate';
import type { TestApp } from '../support/app.ts';
import { readPdf } from '../support/pdf.ts';

/** Neither ids nor lengths say anything, and now and then one has the digits of an amount that is looked for. */
const ID = /\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;

/** All that an answer says, whatever it is: headers, and the text of a page, of data, of a PDF, of a workbook. */
export async function wordsOf(answer: LightMyRequestResponse): Promise<string> {
  const { date: _date, 'set-cookie': _cookie, 'content-length': _length, ...headers } = answer.headers;
  return `${JSON.stringify(headers)}\n${await bodyOf(answer)}`.replace(ID, 'an id');
}

async function bodyOf({ headers, rawPayload, body }: LightMyRequestResponse): Promise<string> {
  const type = String(headers['content-type'] ?? '');
  if (type.includes('pdf') && rawPayload.subarray(0, 4).toString() === '%PDF') return pdfWords(rawPayload);
  if (type.includes('spreadsheet')) {
    return Object.values(unzipSync(new Uint8Array(rawPayload)))
      .map((part) => Buffer.from(part).toString('utf8'))
      .join('\n');
  }
  return body;
}

/** What was read already, by the hash of its bytes: many visitors get the same document. */
const readBefore = new Map<string, Promise<string>>();

function pdfWords(bytes: Buffer): Promise<string> {
  const key = createHash('sha256').update(bytes).digest('base64');
  const words = readBefore.get(key) ?? readWords(bytes);
  readBefore.set(key, words);
  return words;
}

async function readWords(bytes: Buffer): Promise<string> {
  const { title, pages, bookmarks } = await readPdf(bytes);
  return [
    title,
    JSON.stringify(bookmarks),
    ...pages.flatMap(({ text, furniture }) => [text, furniture]),
  ].join('\n');
}

const EMPTY_FORM = { payload: '', headers: { 'content-type': 'application/x-www-form-urlencoded' } };

/** What a program sends that writes: nothing of its own, once, of the first version. */
function writing() {
  const headers = {
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
    'if-match': '"1"',
  };
  return { payload: '{}', headers };
}

/** Whoever asks: what goes into the headers. */
export type Headers = Readonly<Record<string, string>>;

export function ask(app: TestApp, method: string, url: string, headers: Headers) {
  const form = method === 'GET' ? { headers: {} } : url.startsWith('/api/') ? writing() : EMPTY_FORM;
  return app.asStranger({ method: method as 'GET', url, ...form, headers: { ...form.headers, ...headers } });
}
