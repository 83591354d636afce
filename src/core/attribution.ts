import { type Exact, sumOf } from './decimal.ts';
import { axisOf, type Dimension, NOT_RECORDED, NOT_SPLIT, UNDATED, UNKNOWN_PART } from './dimension.ts';
import type { Portion } from './measure.ts';
import type { Share } from './program.ts';
import type { Effective, ProgramTree } from './program-tree.ts';
import type { Result } from './result.ts';

/** A result with the keys under which all of it counts (rules 8 and 9). */
export interface AttributedResult extends Portion {
  readonly pillar: string;
  /** Every funding organisation of its programme, "contributed to"; `not-recorded` alone where there is none. */
  readonly donors: readonly string[];
}

/**
 * Where a result counts. By pillar: its programme's only one. By country: its own place, else its programme's only
 * one. By donor: every funding organisation. Several pillars or places without a choice are `not-split`, none is
 * `not-recorded`; a figure is never cut in two by shares, which are for money (rules 8 and 9).
 *
 * @example 15 officials of AEO in DO // pillar multidimensional-security, country DO, donors United States' bureau
 */
export function attribute(result: Result, tree: Pick<ProgramTree, 'effective'>): AttributedResult {
  const { pillars, places, funders } = tree.effective(result.program);
  return {
    result,
    value: result.value,
    pillar: onlyOf(codesOf(pillars)),
    country: result.place ?? onlyOf(codesOf(places)),
    donors: funders.length > 0 ? funders : [NOT_RECORDED],
  };
}

/**
 * The code that stands alone in a list, else `not-split` or `not-recorded`.
 *
 * @example onlyOf(['CR']) // 'CR'
 */
export function onlyOf(codes: readonly string[]): string {
  const [first, ...others] = codes;
  if (first === undefined) return NOT_RECORDED;
  return others.length === 0 ? first : NOT_SPLIT;
}

/**
 * The donor of a transaction: its provider, else its programme's only funding organisation (rule 8, as for places).
 *
 * @example donorOf(null, { pillars: [], places: [], funders: ['canada', 'italy'] }) // 'not-split'
 */
export function donorOf(provider: string | null, { funders }: Effective): string {
  return provider ?? onlyOf(funders);
}

/**
 * The rows of a dimension in which a result counts, each with the portion that it adds there.
 *
 * By breakdown axis: its parts; what no part holds, or the part `unknown`, is `not-recorded`. A ratio has no
 * denominator for a part, so its pair stays whole: under the only part there is, else `not-split` (rules 3 and 6).
 *
 * @example 22 people, sex=female:7;sex=male:15, by axis:sex // [['female', 7], ['male', 15]]
 * @example 45 people without a breakdown, by axis:sex // [['not-recorded', 45]]
 */
export function portionsBy(row: AttributedResult, by: Dimension): readonly (readonly [string, Portion])[] {
  const axis = axisOf(by);
  if (axis === null) return keysOf(row, by).map((key) => [key, row]);
  return axisParts(row.result, axis).map(([key, value]) => [key, { ...row, value }]);
}

function keysOf(row: AttributedResult, by: Dimension): readonly string[] {
  switch (by) {
    case 'pillar':
      return [row.pillar];
    case 'country':
      return [row.country];
    case 'donor':
      return row.donors;
    case 'program':
      return [row.result.program];
    default:
      return [timeKey(row.result.periodEnd, by)];
  }
}

/**
 * The year, quarter or month of a day, as periods are written, or `undated` (rule 11).
 *
 * @example timeKey('2017-06-30', 'quarter') // '2017-Q2'
 */
export function timeKey(day: string | null, by: Dimension): string {
  if (day === null) return UNDATED;
  if (by === 'quarter') return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
  return day.slice(0, by === 'year' ? 4 : 7);
}

/** The parts of a result by one axis, with what no part holds as `not-recorded`. */
export function axisParts(
  { value, denominator, breakdown }: Result,
  axis: string,
): readonly (readonly [string, Exact])[] {
  const parts = breakdown.filter((part) => part.axis === axis && part.part !== UNKNOWN_PART);
  const known = parts.map(({ part, value }) => [part, value] as const);
  const rest = sumOf([value, ...known.map(([, partValue]) => -partValue)], (signed) => signed);
  const all = known.length === 0 || rest !== 0 ? [...known, [NOT_RECORDED, rest] as const] : known;
  return denominator === null ? all : [[onlyOf(all.map(([key]) => key)), value]];
}

function codesOf(shares: readonly Share[]): readonly string[] {
  return shares.map(({ code }) => code);
}
