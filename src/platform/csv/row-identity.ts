import { createHash } from 'node:crypto';

/**
 * Ids for rows that are new, made of what the rows say, so that the same file makes the same ids in every database. Rows
 * that say the same are told apart by their order: first, second, third; an id that a figure has already, whatever it
 * says by now, is passed over.
 *
 * @param kind rows of different kinds never share an id.
 * @param identities the values that tell each row from others; null is not the same as ''.
 * @param taken which of some ids are in use.
 * @returns in the order of the rows, UUIDs of version 8 (RFC 9562: from a hash of one's own choice).
 */
export async function newIds(
  kind: string,
  identities: readonly (readonly (string | number | null)[])[],
  taken: (ids: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<readonly string[]> {
  const keys = identities.map((identity) => JSON.stringify([kind, ...identity]));
  const ordinals = new Map<string, number>();
  const ids: (string | undefined)[] = keys.map(() => undefined);
  for (let open = keys.map((_, index) => index); open.length > 0; ) {
    const tried = open.map((index) => {
      const key = keys[index] ?? '';
      const ordinal = (ordinals.get(key) ?? 0) + 1;
      ordinals.set(key, ordinal);
      return { index, id: uuidOf(`${key} ${ordinal}`) };
    });
    const used = await taken(tried.map(({ id }) => id));
    for (const { index, id } of tried) if (!used.has(id)) ids[index] = id;
    open = tried.filter(({ id }) => used.has(id)).map(({ index }) => index);
  }
  return ids as string[];
}

/** The id as it is stored, of a ref that is written like one; null: it is a person's own. */
export function idOf(ref: string): string | null {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(ref) ? ref.toLowerCase() : null;
}

function uuidOf(text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
