import type { LightMyRequestResponse } from 'fastify';

/** What a browser without scripts would send of a form. */
export interface FilledForm {
  readonly action: string;
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
}

/**
 * A form of a page as its reader fills it: what the page has put into it, and what is typed, chosen or ticked over that.
 *
 * @param html the page
 * @param mark the form's `id`, or how its address begins
 * @param typed by the name of a field, which the form must have; a list ticks boxes, of a button its value is pressed
 */
export function fill(
  html: string,
  mark: string,
  typed: Readonly<Record<string, string | readonly string[]>> = {},
): FilledForm {
  const form = [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].find(
    ([, tag = '']) => attribute(tag, 'id') === mark || attribute(tag, 'action')?.startsWith(mark),
  );
  if (form === undefined) throw new Error(`The page has no form ${mark}.`);
  const [, tag = '', inside = ''] = form;
  const fields: Record<string, string | readonly string[]> = {};
  const names = new Set<string>();
  const add = (name: string, value: string) => {
    const known = fields[name];
    fields[name] = known === undefined ? value : [known, value].flat();
  };
  for (const [, element = '', attributes = '', content = ''] of inside.matchAll(
    /<(input|select|textarea|button)\b([^>]*)>(?:(?<!<input\b[^>]*)(.*?)<\/\1>)?/gs,
  )) {
    const name = attribute(attributes, 'name');
    if (name === undefined) continue;
    names.add(name);
    const type = attribute(attributes, 'type') ?? 'text';
    const isBox = element === 'input' && (type === 'checkbox' || type === 'radio');
    if (element === 'button' || (isBox && !/\schecked\b/.test(attributes))) continue;
    add(name, typedIn(element, attributes, content));
  }
  const missing = Object.keys(typed).filter((name) => !names.has(name));
  if (missing.length > 0) throw new Error(`The form ${mark} has no ${missing.join(', ')}.`);
  return { action: text(attribute(tag, 'action') ?? ''), fields: { ...fields, ...typed } };
}

function typedIn(element: string, attributes: string, content: string): string {
  if (element === 'textarea') return text(content);
  if (element === 'select') {
    const options = [...content.matchAll(/<option\b([^>]*)>(.*?)<\/option>/gs)];
    const chosen = options.find(([, option = '']) => /\sselected\b/.test(option)) ?? options[0];
    return text(attribute(chosen?.[1] ?? '', 'value') ?? chosen?.[2] ?? '');
  }
  return text(attribute(attributes, 'value') ?? '');
}

function attribute(tag: string, name: string): string | undefined {
  // What is empty is written by its name alone.
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>]|$)`).exec(tag);
  return found === null ? undefined : (found[1] ?? '');
}

/** What markup says. */
function text(markup: string): string {
  return markup
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

/** All that a page says, without its markup. */
export function said({ body }: Pick<LightMyRequestResponse, 'body'>): string {
  const [, main = body] = /<main[^>]*>(.*)<\/main>/s.exec(body) ?? [];
  return text(main.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ');
}

const BOUNDARY = 'a-boundary-of-the-test';

/** A form with a file, as a browser sends it. */
export function upload(
  fields: Readonly<Record<string, string>>,
  file: Uint8Array | string,
  name: string,
): { readonly payload: Buffer; readonly type: string } {
  const parts = Object.entries(fields).map(
    ([field, value]) =>
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  const payload = Buffer.concat([
    Buffer.from(parts.join('') + head),
    Buffer.from(file),
    Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
  ]);
  return { payload, type: `multipart/form-data; boundary=${BOUNDARY}` };
}
