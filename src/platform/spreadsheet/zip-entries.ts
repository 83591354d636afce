const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
/** The end of the directory, and the longest comment that may follow it. */
const LONGEST_END = 22 + 65_535;
/** A workbook has some dozens. */
const MOST_ENTRIES = 10_000;

/** One file of an archive, packed as it is. */
export interface ZipEntry {
  readonly name: string;
  /** As it stands in the archive; what it unpacks to is known only when it is unpacked. */
  readonly packed: Uint8Array;
  /** Packed by deflate, or not at all. */
  readonly deflated: boolean;
  /** What the archive says that it unpacks to, in bytes: to be believed of nobody. */
  readonly stated: number;
}

/**
 * The files of a ZIP archive by name, or null where the bytes are not a whole archive that can be read: torn, with a
 * password, split, or larger than 32 bits say. Nothing is unpacked, and no size that the archive states is believed.
 */
export function zipEntries(archive: Uint8Array): ReadonlyMap<string, ZipEntry> | null {
  try {
    return read(archive, new DataView(archive.buffer, archive.byteOffset, archive.byteLength));
  } catch (error) {
    // An offset that points out of the archive.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function read(archive: Uint8Array, view: DataView): ReadonlyMap<string, ZipEntry> | null {
  const end = findEnd(view);
  if (end === null) return null;
  const entries = new Map<string, ZipEntry>();
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MOST_ENTRIES) return null;
  for (let left = count; left > 0; left -= 1) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) return null;
    const encrypted = (view.getUint16(at + 8, true) & 1) === 1;
    const method = view.getUint16(at + 10, true);
    if (encrypted || (method !== 0 && method !== 8)) return null;
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(archive.subarray(at + 46, nameEnd));
    const packed = contentAt(archive, view, view.getUint32(at + 42, true), view.getUint32(at + 20, true));
    if (packed === null) return null;
    const stated = view.getUint32(at + 24, true);
    entries.set(name.replaceAll('\\', '/'), { name, packed, deflated: method === 8, stated });
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEnd(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - LONGEST_END); at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  return null;
}

function contentAt(archive: Uint8Array, view: DataView, local: number, size: number): Uint8Array | null {
  if (view.getUint32(local, true) !== LOCAL_HEADER) return null;
  const begin = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  return begin + size > archive.length ? null : archive.subarray(begin, begin + size);
}
