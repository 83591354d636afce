import type { View } from '../analytics/index.ts';
import { cellsHolding } from '../core/cells-holding.ts';
import type { CellPlace } from '../core/figures.ts';

/** What a row of each part of the record is called. */
const NAMES = {
  programs: 'programme',
  organisations: 'organisation',
  pillars: 'pillar',
  places: 'place',
  indicators: 'indicator',
  results: 'result',
  transactions: 'transaction',
  narratives: 'text',
} as const;
type Part = keyof typeof NAMES;

/**
 * The cells of the record whose text holds one of `signs`, by the row's code or id and the column.
 *
 * @example await recordPlaces(view, ['😀']) // ['programme NET-POL, title']
 */
export async function recordPlaces(
  { figures, names }: Pick<View, 'figures' | 'names'>,
  signs: readonly string[],
): Promise<readonly string[]> {
  const rows = Map.groupBy(await figures.cellsHolding(signs), ({ part }) => part as Part);
  return (Object.keys(NAMES) as Part[]).flatMap((part) =>
    (isNamed(part)
      ? cellsHolding<Coded>(names[part], ({ code }) => code, signs)
      : (rows.get(part) ?? [])
    ).map(({ key, column }) => `${NAMES[part]} ${key}, ${column}`),
  );
}

type Coded = { readonly code: string };

function isNamed(part: Part): part is Exclude<Part, CellPlace['part']> {
  return !['programs', 'results', 'transactions', 'narratives'].includes(part);
}
