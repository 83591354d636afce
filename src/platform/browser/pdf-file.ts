import { DomainError } from '../../core/errors.ts';

/**
 * Chromium's PDF writer (Skia) leaves two traces of the moment in a file: its dates, and the names of tagged elements
 * that others refer to (the heads of tables), which are numbers that a page gives out as it goes. Both are replaced.
 * Dictionaries are plain text, only streams are compressed; and every replacement has the length of what it replaces,
 * so the offsets at the end of the file stay right.
 */
const DATES = /\/(CreationDate|ModDate) \(D:\d{14}\+00'00'\)/g;
const NAME = /\(node\d{8}\)/g;
const NAMED_ELEMENT = /\/ID (\(node\d{8}\))/g;
/** The one index of names, `/Limits [(first) (last)] /Names [(first) 134 0 R …]`, which readers search by order. */
const INDEX = /\/Limits \[[^\]]*\](\s)\/Names \[(\(node[^\]]*)\]/;

/**
 * The same file, dated `date` (to the second, UTC) and with its elements named in their order: equal documents give
 * equal bytes.
 *
 * @throws DomainError RENDER.FAILED when the bytes are not a whole PDF of the kind that Chromium writes
 */
export function normalizePdf(bytes: Uint8Array, date: Date): Uint8Array {
  const file = latin1(bytes);
  if (!file.startsWith('%PDF-') || !file.trimEnd().endsWith('%%EOF') || file.match(DATES)?.length !== 2) {
    throw new DomainError('RENDER.FAILED', 'What the browser printed is not a PDF as Chromium writes it.', {
      kind: 'broken',
    });
  }
  const stamp = `D:${date.toISOString().replace(/\D/g, '').slice(0, 14)}+00'00'`;
  const names = new Map(
    [...file.matchAll(NAMED_ELEMENT)].map(([, name], index) => [name, nameOf(index + 1)]),
  );
  return Buffer.from(
    file
      .replace(DATES, (_, key: string) => `/${key} (${stamp})`)
      .replace(NAME, (name) => names.get(name) ?? name)
      .replace(INDEX, (_, space: string, entries: string) => indexOf(entries, space)),
    'latin1',
  );
}

/** How many pages the file has. */
export function countPages(bytes: Uint8Array): number {
  return latin1(bytes).match(/\/Type \/Page\b/g)?.length ?? 0;
}

function indexOf(entries: string, space: string): string {
  const sorted = (entries.match(/\(node\d{8}\) \d+ 0 R/g) ?? []).sort();
  const [first, last] = [sorted.at(0), sorted.at(-1)].map((entry) => entry?.slice(0, nameOf(0).length));
  return `/Limits [${first} ${last}]${space}/Names [${sorted.join(' ')}]`;
}

function nameOf(number: number): string {
  return `(node${String(number).padStart(8, '0')})`;
}

/** One character a byte. */
function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
