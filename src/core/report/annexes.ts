/** Lists that a report has where they are asked for, in the order in which they stand behind it. */
export const ANNEXES = ['programs', 'targets', 'transactions', 'gaps'] as const;
export type AnnexName = (typeof ANNEXES)[number];

/** So many rows of a list are printed, some forty pages; files to calculate with hold all of them. */
export const MOST_ANNEX_ROWS = 1_000;

/**
 * The annexes that a request names, with commas between them, each once and in their order; null: one of them is none.
 *
 * @example annexesIn('gaps,programs') // ['programs', 'gaps']
 */
export function annexesIn(asked: string): readonly AnnexName[] | null {
  const names = asked
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const known: readonly string[] = ANNEXES;
  return names.every((name) => known.includes(name)) ? ANNEXES.filter((name) => names.includes(name)) : null;
}
