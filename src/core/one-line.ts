/** Line breaks, other control characters, and marks that turn the direction of what follows. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu;

/** The first half of a letter whose second was cut off. */
const HALF = /[\uD800-\uDBFF]$/;

/**
 * Foreign text as one line of at most `length` characters: it cannot begin a line, or a header, of its own.
 *
 * @example oneLine('June\r\nBcc: eve@example.org') // 'June Bcc: eve@example.org'
 */
export function oneLine(text: string, length = 500): string {
  const line = text.replace(UNSEEN, ' ').trim();
  return line.length <= length
    ? line
    : `${line
        .slice(0, length - 1)
        .replace(HALF, '')
        .trimEnd()}…`;
}
