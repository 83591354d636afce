import { slug } from '../text.ts';
import { closestWord } from '../words.ts';

/** What people call columns, as codes (`slug`), each with the column that is meant. */
export type ColumnNames = Readonly<Record<string, string>>;

/** A name within a longer one is heard from so many letters on: "to" and "de" stand in too many. */
const LEAST_WITHIN = 4;

/**
 * Which column of a kind each column of a file is, by what it is called; null: none that is known. In this order: its
 * own name, whatever its case, accents and spaces; what people call it; a slip of the hand in either; the longest such
 * name that stands within it. A column is meant once: by the surest of them, else by the first.
 *
 * @param known the columns of the kind
 * @example guessColumns(['País', 'Valor (personas)'], ['country', 'value'], { pais: 'country', valor: 'value' })
 *   // ['country', 'value']
 */
export function guessColumns(
  headers: readonly string[],
  known: readonly string[],
  names: ColumnNames,
): readonly (string | null)[] {
  const all = new Map([...Object.entries(names), ...known.map((column) => [slug(column), column] as const)]);
  const own = new Map(known.map((column) => [slug(column), column]));
  const inOrder = [...all.keys()].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const ways: readonly ((code: string) => string | undefined)[] = [
    (code) => own.get(code),
    (code) => all.get(code),
    (code) => all.get(closestWord(code, all.keys()) ?? ''),
    (code) =>
      all.get(inOrder.find((name) => name.length >= LEAST_WITHIN && `-${code}-`.includes(`-${name}-`)) ?? ''),
  ];
  const guessed: (string | null)[] = headers.map(() => null);
  const taken = new Set<string>();
  for (const way of ways) {
    for (const [at, header] of headers.entries()) {
      const code = slug(header);
      const column = guessed[at] === null && code !== '' ? way(code) : undefined;
      if (column === undefined || taken.has(column)) continue;
      guessed[at] = column;
      taken.add(column);
    }
  }
  return guessed;
}
