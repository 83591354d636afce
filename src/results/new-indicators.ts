import { isRateUnit } from '../core/rate-unit.ts';
import type { Indicator, Measure } from '../core/result.ts';
import { originalText, slug } from '../core/text.ts';
import { refusal } from '../platform/csv/cells.ts';
import { type Numbered, rowError } from '../platform/csv/import-kind.ts';
import type { RowError } from '../platform/csv/row-error.ts';
import type { ResultRow } from './result-row.ts';

/**
 * The indicators that rows bring with them, by code: each from its first row that gives a unit (interfaces.md, "Import
 * files"). A denominator makes it a ratio, of which the latest counts; a percentage, a rate, an index or an average one
 * of rates, which are never added (rule 3); the unit `milestones` a milestone; anything else is a count. Counts add up
 * unless the row says otherwise; the unit `people` means persons.
 */
export function newIndicators(
  rows: readonly Numbered<ResultRow>[],
  known: ReadonlyMap<string, Indicator>,
): ReadonlyMap<string, Indicator> {
  const created = new Map<string, Indicator>();
  for (const { row } of rows) {
    const code = slug(row.indicator);
    if (known.has(code) || created.has(code) || !row.unit) continue;
    const measure = measureOf(row.unit, row.denominator != null);
    created.set(code, {
      code,
      name: { en: row.indicator },
      unit: { en: row.unit },
      measure,
      combineTime: row.combine_time ?? (measure === 'ratio' || measure === 'rate' ? 'latest' : 'sum'),
      combinePlace: row.combine_place ?? (measure === 'rate' ? 'none' : 'sum'),
      people: slug(row.unit) === 'people' ? 'persons' : null,
      reportsEvery: null,
      evidenceRequired: false,
    });
  }
  return created;
}

function measureOf(unit: string, hasDenominator: boolean): Measure {
  if (hasDenominator) return 'ratio';
  if (isRateUnit(unit)) return 'rate';
  return slug(unit) === 'milestones' ? 'milestone' : 'count';
}

/** Why an indicator's figures cannot combine so: rates are never added (rule 3). */
export function refuseAddedRate(
  line: number,
  { name, unit, measure, combineTime, combinePlace }: Indicator,
): readonly RowError[] {
  if (measure !== 'rate') return [];
  const added = [
    ...(combineTime === 'sum' ? ['combine_time'] : []),
    ...(combinePlace === 'sum' ? ['combine_place'] : []),
  ];
  return added.map((column) => {
    const message = `"${originalText(name)}" is measured in "${originalText(unit)}", and rates are never added.`;
    const remedy =
      'Write "latest" or "none" over time and "none" over places, or give of how many: that makes it a ratio.';
    return rowError(line, column, refusal('INDICATOR.RATE_ADDED', message, remedy));
  });
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
  const added = refuseAddedRate(line, indicator);
  if (added.length > 0) return added;
  const said = [
    { column: 'unit', given: row.unit, is: originalText(indicator.unit) },
    { column: 'combine_time', given: row.combine_time, is: indicator.combineTime },
    { column: 'combine_place', given: row.combine_place, is: indicator.combinePlace },
  ];
  return said.flatMap(({ column, given, is }) => {
    if (!given || given === is || slug(given) === slug(is)) return [];
    const message = `"${originalText(indicator.name)}" has the ${column} "${is}", here it is "${given}".`;
    const remedy = 'Correct the row, or give what is measured here an indicator of its own.';
    return [rowError(line, column, refusal('INDICATOR.CONTRADICTION', message, remedy))];
  });
}
