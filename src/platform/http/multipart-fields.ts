/** A field of a form is a word; nothing here takes a file. */
export const MULTIPART_LIMIT_BYTES = 16 * 1024;

/**
 * The fields of a small form as `multipart/form-data` (RFC 7578), as some mail providers send one (RFC 8058, 3.1). What
 * bears no name, or is a file, is left out; a name that comes again has all its values.
 *
 * @example fieldsOfMultipart('multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--x--')
 *   // { a: '1' }
 */
export function fieldsOfMultipart(
  contentType: string,
  body: string,
): Readonly<Record<string, string | readonly string[]>> {
  const [, quoted, bare] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType) ?? [];
  const boundary = quoted ?? bare;
  const fields = new Map<string, string[]>();
  if (boundary === undefined) return {};
  for (const part of `\r\n${body}`.split(`\r\n--${boundary}`).slice(1)) {
    const end = part.indexOf('\r\n\r\n');
    const head = part.slice(0, Math.max(0, end));
    const [, name] = /^content-disposition:\s*form-data;.*?\bname="([^"]*)"/im.exec(head) ?? [];
    if (name === undefined || /;\s*filename\*?=/i.test(head)) continue;
    fields.set(name, [...(fields.get(name) ?? []), part.slice(end + 4)]);
  }
  return Object.fromEntries(
    [...fields].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  );
}
