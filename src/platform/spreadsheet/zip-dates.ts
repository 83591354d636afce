import { DomainError } from '../../core/errors.ts';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;

/**
 * The same archive with every file in it dated `date` (to two seconds, UTC), so that equal contents are equal bytes.
 *
 * @throws DomainError `SPREADSHEET.BROKEN` (broken) when the bytes are not a whole archive, or one without a directory of 32 bits
 */
export function withZipDates(archive: Uint8Array, date: Date): Uint8Array {
  const bytes = new Uint8Array(archive);
  const view = new DataView(bytes.buffer);
  const stamp = dosTime(date);
  const end = bytes.length - 22;
  expectAt(view, end, END_OF_DIRECTORY);
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    expectAt(view, at, DIRECTORY_ENTRY);
    const local = view.getUint32(at + 42, true);
    expectAt(view, local, LOCAL_HEADER);
    view.setUint32(at + 12, stamp, true);
    view.setUint32(local + 10, stamp, true);
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    at += 46 + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return bytes;
}

/** Time in the lower half, date in the upper one; the years begin with 1980. */
function dosTime(date: Date): number {
  const year = Math.max(1980, date.getUTCFullYear()) - 1980;
  const day = (year << 9) | ((date.getUTCMonth() + 1) << 5) | date.getUTCDate();
  const time = (date.getUTCHours() << 11) | (date.getUTCMinutes() << 5) | (date.getUTCSeconds() >> 1);
  return ((day << 16) | time) >>> 0;
}

function expectAt(view: DataView, at: number, signature: number): void {
  if (at >= 0 && at + 4 <= view.byteLength && view.getUint32(at, true) === signature) return;
  throw new DomainError('SPREADSHEET.BROKEN', 'What was written is not a whole archive.', { kind: 'broken' });
}
