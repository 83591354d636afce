import type { TotalsRow } from '../../core/aggregate.ts';
import { nearest } from '../../core/decimal.ts';
import { blockMessages } from '../../web/i18n/messages/blocks.ts';
import { labelOf } from '../labels.ts';
import type { View } from '../view.ts';
import { figureValue } from './figure-words.ts';

/** So many countries are named beside a map on which they are not. */
const MOST_NAMED = 6;

const sizeOf = ({ value }: TotalsRow) => (value === null ? Number.NEGATIVE_INFINITY : nearest(value));

/** The countries with a figure that a map does not draw, the greatest by name: whoever reads it sees no zero there. */
export function offMapNotes(view: View, rows: readonly TotalsRow[]): readonly string[] {
  if (rows.length === 0) return [];
  const inOrder = rows.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  const named = inOrder
    .slice(0, MOST_NAMED)
    .map((row) => `${labelOf(view, 'country', row.key)} (${figureValue(view, row)})`);
  const count = rows.length - named.length;
  const others = count > 0 ? [view.t(blockMessages.offMapOthers, { count })] : [];
  return [view.t(blockMessages.offMap, { names: view.f.list([...named, ...others]) })];
}
