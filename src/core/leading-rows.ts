import type { Totals } from './aggregate.ts';
import { sumOf } from './decimal.ts';
import {
  type Dimension,
  isRegion,
  isTime,
  NOT_RECORDED,
  NOT_SPLIT,
  type TimeStep,
  UNDATED,
} from './dimension.ts';
import { type Figure, missingFigure } from './figure.ts';
import type { MoneyFigure } from './funding-totals.ts';
import { REST, REST_OF_REGIONS } from './rest-key.ts';

export { REST, REST_OF_REGIONS } from './rest-key.ts';

/** So many marks of a chart, and rows of its table, are taken in at once. */
export const MOST_MARKS = 10;
/** Of rows that say several numbers each, fewer are taken in at once. */
export const MOST_OF_SEVERAL = 8;
/** So many years, quarters or months: their order is known, and the shape of all of them is what is looked at. */
export const MOST_TIMES = 30;
/** Places that regions keep beside countries, where there are many of both. */
const MOST_REGIONS = 3;

/** The rows of a total that do not stand by themselves: two at least, but for an earlier year, quarter or month. */
export interface Rest<Row> {
  readonly key: typeof REST | typeof REST_OF_REGIONS;
  readonly rows: readonly Row[];
}

export function isRest<Row extends { readonly key: string }>(row: Row | Rest<Row>): row is Rest<Row> {
  return isRestKey(row.key);
}

export function isRestKey(key: string): boolean {
  return key === REST || key === REST_OF_REGIONS;
}

/**
 * The rows of a total as they are shown at once: those that lead, each by itself, and all others as one rest. Nothing is
 * left out: leading rows and what is in rests are the rows, each once, in their order (rule 10).
 *
 * By size: the greatest lead, and the rest follows them. Regions are no countries: they lead among themselves, and have a
 * rest of their own. What is not split, not dated or not recorded is in no rest, for it is no "other country".
 * By time: the latest lead, as far back as `most` years, quarters or months (those without figures too), and the rest is what was
 * before, so that it stands first.
 *
 * How to use it: `leadingRows(found.rows, found.by)` gives what to draw and to list; `isRest` tells a rest, which is
 * called "31 other countries" and whose figure is `restOfFigures` or `restOfMoney`.
 *
 * @param rows in reading order (`inReadingOrder`)
 * @param most rows or marks, rests among them; at least 8
 * @example leadingRows(43 countries and 'not-recorded', 'country') // 8 countries, the rest of 35, 'not-recorded'
 * @example leadingRows(10 countries, 'country') // the 10 countries: nothing to be gained by hiding one
 */
export function leadingRows<Row extends { readonly key: string }>(
  rows: readonly Row[],
  by: Dimension | 'indicator',
  most = by !== 'indicator' && isTime(by) ? MOST_TIMES : MOST_MARKS,
): readonly (Row | Rest<Row>)[] {
  const unsaid = rows.filter(({ key }) => isUnsaid(key));
  const said = rows.filter(({ key }) => !isUnsaid(key));
  if (by !== 'indicator' && isTime(by)) return [...latest(said, by, most), ...unsaid];
  const regions = said.filter(({ key }) => isRegion(key));
  const others = said.filter(({ key }) => !isRegion(key));
  const room = most - unsaid.length;
  const roomForRegions = Math.min(regions.length, Math.max(MOST_REGIONS, room - others.length));
  return [
    ...greatest(others, REST, room - roomForRegions),
    ...greatest(regions, REST_OF_REGIONS, roomForRegions),
    ...unsaid,
  ];
}

/** Those of `leadingRows` that stand by themselves. */
export function byThemselves<Row extends { readonly key: string }>(
  shown: readonly (Row | Rest<Row>)[],
): readonly Row[] {
  return shown.filter((row): row is Row => !isRest(row));
}

/** Whether a row stands for what its dimension does not say. */
export function isUnsaid(key: string): boolean {
  return key === NOT_SPLIT || key === NOT_RECORDED || key === UNDATED;
}

/**
 * Every year, quarter or month from the first key to the last, so that a period in which nothing ended is seen as a gap.
 *
 * @example unionOfKeys('quarter', ['2016-Q4', '2017-Q2']) // ['2016-Q4', '2017-Q1', '2017-Q2']
 */
export function unionOfKeys(by: TimeStep, keys: readonly string[]): readonly string[] {
  const [first, last] = [keys.toSorted().at(0), keys.toSorted().at(-1)];
  if (first === undefined || last === undefined) return [];
  const from = indexOf(by, first);
  return Array.from({ length: indexOf(by, last) - from + 1 }, (_, step) => keyAt(by, from + step));
}

/**
 * Whether the rows of a total are of different results, so that what several of them hold together may be said in one
 * figure. Rows by donor overlap (rule 9), and what is not additive has no sum (rule 3); ratios combine as pairs.
 */
export function areApart({ additive, notes }: Pick<Totals, 'additive' | 'notes'>): boolean {
  return (
    additive ||
    (notes.includes('ratio') && !notes.includes('contributed-to') && !notes.includes('not-additive'))
  );
}

/**
 * What several rows of a total hold together. Rows that are not apart have no figure together: it is missing, as
 * `not-additive`, and how many there are is all that may be said. Otherwise the rest and the leading rows sum to what the
 * rows sum to, value, exact, approximate, undated and denominator (rule 10).
 *
 * `resultCount` is the sum of theirs: by a breakdown axis, a result that counts in several rows is in it for each.
 *
 * @param apart `areApart` of the total
 * @example restOfFigures([5 exact, about 3], true) // value 8, exact 5, approximate 3
 */
export function restOfFigures(rows: readonly Figure[], apart: boolean): Figure {
  const reported = rows.filter(({ missing }) => missing !== 'not-reported');
  const [first] = reported;
  const resultCount = reported.reduce((sum, row) => sum + row.resultCount, 0);
  if (first === undefined) return missingFigure('not-reported');
  if (!apart || reported.some(({ value }) => value === null))
    return missingFigure('not-additive', resultCount);
  const sum = (part: 'value' | 'exact' | 'approximate' | 'undated' | 'denominator' | 'valueHigh') =>
    sumOf(reported, (row) => row[part] ?? 0);
  const isAlike = reported.every(({ qualifier }) => qualifier === first.qualifier);
  return {
    value: sum('value'),
    exact: sum('exact'),
    approximate: sum('approximate'),
    undated: sum('undated'),
    denominator: reported.some(({ denominator }) => denominator !== null) ? sum('denominator') : null,
    missing: null,
    resultCount,
    qualifier: isAlike ? first.qualifier : null,
    valueHigh: isAlike && reported.every(({ valueHigh }) => valueHigh !== null) ? sum('valueHigh') : null,
  };
}

/**
 * What several rows of an amount hold together (rules 7 and 8: every row is apart).
 *
 * `transactionCount` is the sum of theirs: a transaction that spreads over several rows is in it for each.
 */
export function restOfMoney(rows: readonly MoneyFigure[]): MoneyFigure {
  const known = rows.filter(({ amountMinor }) => amountMinor !== null);
  return {
    amountMinor: known.length === 0 ? null : sumOf(known, ({ amountMinor }) => amountMinor ?? 0),
    illustrativeMinor: sumOf(rows, ({ illustrativeMinor }) => illustrativeMinor),
    transactionCount: rows.reduce((sum, { transactionCount }) => sum + transactionCount, 0),
  };
}

function greatest<Row>(
  rows: readonly Row[],
  key: Rest<Row>['key'],
  room: number,
): readonly (Row | Rest<Row>)[] {
  if (rows.length <= room) return rows;
  return [...rows.slice(0, room - 1), { key, rows: rows.slice(room - 1) }];
}

function latest<Row extends { readonly key: string }>(
  rows: readonly Row[],
  by: TimeStep,
  most: number,
): readonly (Row | Rest<Row>)[] {
  const newest = rows.at(-1);
  if (newest === undefined) return rows;
  const isBefore = ({ key }: Row) => indexOf(by, newest.key) - indexOf(by, key) >= most;
  const before = rows.filter(isBefore);
  if (before.length === 0) return rows;
  return [{ key: REST, rows: before }, ...rows.filter((row) => !isBefore(row))];
}

/** How many of them a year has. */
const STEPS_IN_YEAR: Readonly<Record<TimeStep, number>> = { year: 1, quarter: 4, month: 12 };

/** Of a year, a quarter or a month, counted from the year nought. */
function indexOf(by: TimeStep, key: string): number {
  const year = Number(key.slice(0, 4));
  return by === 'year' ? year : year * STEPS_IN_YEAR[by] + Number(key.slice(by === 'quarter' ? 6 : 5)) - 1;
}

function keyAt(by: TimeStep, index: number): string {
  const steps = STEPS_IN_YEAR[by];
  const year = String(Math.floor(index / steps)).padStart(4, '0');
  if (by === 'year') return year;
  const step = (index % steps) + 1;
  return by === 'quarter' ? `${year}-Q${step}` : `${year}-${String(step).padStart(2, '0')}`;
}
