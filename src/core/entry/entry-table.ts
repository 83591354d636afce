import { isRegion } from '../dimension.ts';
import { isDay, isPeriodKey, type Period, parsePeriod, periodKeyOf } from '../period.ts';
import type { Day } from '../program.ts';

/** What stands across a table of results. */
export const TABLE_COLUMNS = ['months', 'quarters', 'countries'] as const;
export type TableColumns = (typeof TABLE_COLUMNS)[number];

/** A column of a table: of which period and place its figures are. */
export interface TableColumn {
  readonly key: string;
  readonly period: Period;
  /** Null: as the table says, or none. */
  readonly place: string | null;
}

/**
 * The columns of a table: the months or quarters of a year, or a programme's countries in one period.
 *
 * @param period a key: of a year for months and quarters
 * @param places codes, in their order
 * @throws DomainError `REPORT.UNKNOWN_PERIOD` (call)
 * @example tableColumns('quarters', '2017', []).map(({ key }) => key) // ['2017-Q1', '2017-Q2', '2017-Q3', '2017-Q4']
 */
export function tableColumns(
  across: TableColumns,
  period: string,
  places: readonly string[],
): readonly TableColumn[] {
  const whole = parsePeriod(period);
  const year = whole.from.slice(0, 4);
  const inYear = (count: number, key: (at: number) => string) =>
    Array.from({ length: count }, (_, at): TableColumn => {
      const name = `${year}-${key(at + 1)}`;
      return { key: name, period: parsePeriod(name), place: null };
    });
  switch (across) {
    case 'months':
      return inYear(12, (month) => String(month).padStart(2, '0'));
    case 'quarters':
      return inYear(4, (quarter) => `Q${quarter}`);
    case 'countries':
      return places.map((place) => ({ key: place, period: whole, place }));
  }
}

/**
 * A period as the cells `period_start` and `period_end` of a row have it.
 *
 * @example spanCells(parsePeriod('2017-Q2')) // { period_start: '2017-04', period_end: '2017-06' }
 */
export function spanCells({ kind, key, from, to }: Period): {
  readonly period_start: string;
  readonly period_end: string;
} {
  return kind === 'quarter'
    ? { period_start: from.slice(0, 7), period_end: to.slice(0, 7) }
    : { period_start: key, period_end: key };
}

/**
 * Whether a row says this very period, in months, quarters and years or by its days.
 *
 * @example saysSpan({ period_start: '2017-04-01', period_end: '2017-06' }, parsePeriod('2017-Q2')) // true
 */
export function saysSpan(
  { period_start = '', period_end = '' }: Readonly<Record<string, string>>,
  { from, to }: Pick<Period, 'from' | 'to'>,
): boolean {
  return edgeOf(period_start, 'from') === from && edgeOf(period_end, 'to') === to;
}

function edgeOf(typed: string, edge: 'from' | 'to'): Day | null {
  const date = typed.trim();
  if (isDay(date)) return date;
  return isPeriodKey(date) ? parsePeriod(date)[edge] : null;
}

/** A table, as it is asked for. */
export interface TableQuestion {
  readonly across: TableColumns;
  readonly period: string;
  /** Of all its figures; null: each column says its own, or none. */
  readonly place: string | null;
  /** Codes. */
  readonly indicators: readonly string[];
}

/**
 * The table that holds the most of these figures of a programme, of several rather one of periods than of countries; null:
 * none holds any.
 *
 * @example
 * // May and June 2017 in Costa Rica, June 2017 in Panama
 * tableHolding(figures) // { across: 'months', period: '2017', place: 'CR', indicators: ['officials-trained'] }
 */
export function tableHolding(
  figures: readonly {
    readonly indicator: string;
    readonly place: string | null;
    readonly from: Day;
    readonly to: Day;
  }[],
): TableQuestion | null {
  const tables = new Map<string, TableQuestion & { readonly count: number }>();
  const hold = (indicator: string, asked: Omit<TableQuestion, 'indicators'>) => {
    const key = JSON.stringify(asked);
    const { indicators = [], count = 0 } = tables.get(key) ?? {};
    tables.set(key, { ...asked, indicators: [...new Set([...indicators, indicator])], count: count + 1 });
  };
  for (const { indicator, place, ...days } of figures) {
    const period = periodKeyOf(days);
    if (period === null) continue;
    const year = period.slice(0, 4);
    if (period !== year)
      hold(indicator, { across: period.includes('Q') ? 'quarters' : 'months', period: year, place });
    if (place !== null && !isRegion(place)) hold(indicator, { across: 'countries', period, place: null });
  }
  const isOfCountries = ({ across }: TableQuestion) => Number(across === 'countries');
  const [best] = [...tables.values()].toSorted(
    (a, b) => b.count - a.count || isOfCountries(a) - isOfCountries(b),
  );
  if (best === undefined) return null;
  const { count: _, ...most } = best;
  return most;
}
