import type { Indicator } from '../core/result.ts';
import { slug } from '../core/text.ts';
import { refusal } from '../platform/csv/cells.ts';
import { type Numbered, rowError } from '../platform/csv/import-kind.ts';
import type { RowError } from '../platform/csv/row-error.ts';
import type { ResultRow } from './result-row.ts';

/**
 * The indicators that rows bring with them, by code: each from its first row that gives a unit (interfaces.md, "Import
 * files"). A denominator makes it a ratio, of which the latest counts; the unit `milestones` a milestone; anything else
 * is a count. Counts add up unless the row says otherwise; the unit `people` means persons.
 */
export function newIndicators(
  rows: readonly Numbered<ResultRow>[],
  known: ReadonlyMap<string, Indicator>,
): ReadonlyMap<string, Indicator> {
  const created = new Map<string, Indicator>();
  for (const { row } of rows) {
    const code = slug(row.indicator);
    if (known.has(code) || created.has(code) || !row.unit) continue;
    const measure =
      row.denominator != null ? 'ratio' : slug(row.unit) === 'milestones' ? 'milestone' : 'count';
    created.set(code, {
      code,
      name: { en: row.indicator },
      unit: { en: row.unit },
      measure,
      combineTime: row.combine_time ?? (measure === 'ratio' ? 'latest' : 'sum'),
      combinePlace: row.combine_place ?? 'sum',
      people: slug(row.unit) === 'people' ? 'persons' : null,
    });
  }
  return created;
}

/** What a row says about its indicator that is not so. */
export function refuseIndicator(
  { line, row }: Numbered<ResultRow>,
  indicator: Indicator | undefined,
): readonly RowError[] {
  if (indicator === undefined) {
    const message = `The indicator "${row.indicator}" is new and its unit is not given.`;
    return [
      rowError(line, 'unit', refusal('INDICATOR.NO_UNIT', message, 'Correct the name, or write the unit.')),
    ];
  }
  const said = [
    { column: 'unit', given: row.unit, is: indicator.unit.en },
    { column: 'combine_time', given: row.combine_time, is: indicator.combineTime },
    { column: 'combine_place', given: row.combine_place, is: indicator.combinePlace },
  ];
  return said.flatMap(({ column, given, is }) => {
    if (!given || slug(given) === slug(is)) return [];
    const message = `"${indicator.name.en}" has the ${column} "${is}", here it is "${given}".`;
    const remedy = 'Correct the row, or give what is measured here an indicator of its own.';
    return [rowError(line, column, refusal('INDICATOR.CONTRADICTION', message, remedy))];
  });
}
