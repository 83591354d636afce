import { oneLine } from '../core/one-line.ts';
import { overlap, spanOf } from '../core/span.ts';
import { type Difference, differences, type Likeness, notedApart } from '../platform/csv/likeness.ts';
import { statementCells } from './narrative-cells.ts';
import type { StoredNarrative } from './narratives.repository.ts';

const TRAITS = [
  'country_or_region',
  'section',
  'period_start',
  'period_end',
  'date_precision',
  'text',
] as const;

/**
 * When two texts of one programme, place and section may be one: where their periods overlap, or neither is dated. Side by
 * side in one file stand several, each from its own sheet, unless they say the same.
 */
export const narrativeLikeness: Likeness<StoredNarrative> = {
  describe(row) {
    const { text = '' } = statementCells(row);
    const period = [row.periodStart, row.periodEnd].filter((day) => day !== null).join(' to ');
    const where = row.place === null ? '' : ` in ${row.place}`;
    return [`${row.section} of ${row.program}${where}`, period || 'undated', text]
      .map((each) => oneLine(each, 80))
      .join(', ');
  },
  bucket: ({ program, place, section }) => JSON.stringify([program, place, section]),
  family: ({ program }) => program,
  statement: (row) => JSON.stringify(Object.values(statementCells(row))),
  span: spanOf,
  corrects: (row, stored) => (meets(row, stored) ? differing(stored, row) : null),
  repeats: (row, other) =>
    meets(row, other) && !notedApart(row.text, other.text) ? differing(other, row) : null,
  replaces(row, gone) {
    const found = differing(gone, row);
    const moved = new Set(found.map(({ column }) => (PERIOD.includes(column) ? 'period' : column)));
    return moved.size <= 1 ? found : null;
  },
};

const PERIOD: readonly string[] = ['period_start', 'period_end', 'date_precision'];

function meets(one: StoredNarrative, other: StoredNarrative): boolean {
  return overlap(spanOf(one), spanOf(other));
}

function differing(before: StoredNarrative, after: StoredNarrative): readonly Difference[] {
  return differences(TRAITS, statementCells(before), statementCells(after));
}
