import { createHash } from 'node:crypto';

/**
 * Gives rows that have no code of their own an id made of what identifies them, so that the same file finds its rows
 * again and no figure counts twice. Rows of one file that are identified by the same cells are told apart by their
 * order: first, second, third.
 *
 * @param kind rows of different kinds never share an id.
 * @param identityOf the values that identify a row; null is not the same as ''.
 * @returns the rows in their order, with UUIDs of version 8 (RFC 9562: from a hash of one's own choice).
 */
export function withIds<Row extends object>(
  kind: string,
  rows: readonly Row[],
  identityOf: (row: Row) => readonly (string | number | null)[],
): readonly (Row & { readonly id: string })[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const key = JSON.stringify([kind, ...identityOf(row)]);
    const ordinal = (seen.get(key) ?? 0) + 1;
    seen.set(key, ordinal);
    return { ...row, id: uuidOf(`${key} ${ordinal}`) };
  });
}

function uuidOf(text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
