import type { Scope } from '../access/index.ts';
import { axisOf, type Dimension, isTime } from '../core/dimension.ts';
import type { Filter } from '../core/facts.ts';
import { valuesOf } from '../core/one-or-more.ts';
import { daysAfter, monthOf, type Window } from '../core/period.ts';
import type { Day } from '../core/program.ts';
import type { GRAINS, LEVELS as KEPT } from './kept.table.ts';

/** What rows of kept totals are the sums of. */
export type Level = (typeof KEPT)[number];

/** Totals that were kept, of one grain, from one span to another, both inclusive. */
export interface Spans {
  readonly grain: (typeof GRAINS)[number];
  readonly first: number;
  readonly last: number;
}

/** Results or amounts that are read one by one, and added or, where more was kept than is asked for, taken away. */
export interface Read {
  /** From one day to another, both inclusive; null: from or to whenever. */
  readonly first: Day | null;
  readonly last: Day | null;
  /** What has no day too. */
  readonly undated: boolean;
  readonly sign: 1 | -1;
}

export interface Pieces {
  readonly spans: readonly Spans[];
  readonly reads: readonly Read[];
}

/** The keys that a question narrows by or is broken down by. */
type Key = 'pillar' | 'country' | 'donor';

const LEVELS: Readonly<Record<string, Level>> = {
  '': 'all',
  pillar: 'pillar',
  country: 'country',
  donor: 'donor',
  'country pillar': 'pillar country',
  'donor pillar': 'donor pillar',
  'country donor': 'donor country',
};

/**
 * The level at which a question is answered, the smallest that tells apart all that it asks; null: from the results
 * themselves, by the index of a programme, a country or a day. Three keys at once are not kept, nor the breakdown of two;
 * programmes are, beside the pillar and the donors that hold for them.
 *
 * @param places whether the answer has to know how many places its results are of
 * @example levelFor({ by: 'country', filter: { donor: 'canada' } }, EVERYTHING, false) // 'donor country'
 */
export function levelFor(
  { by, filter }: { readonly by: Dimension | null; readonly filter: Filter },
  scope: Scope,
  places: boolean,
): Level | null {
  const { seesResults } = scope.rights;
  if (seesResults === 'named' || filter.program !== undefined) return null;
  const keys = keysIn({ by, filter }, seesResults === 'funded');
  if (places) keys.add('country');
  if (by === 'program') return keys.has('country') ? null : 'program';
  // A programme that several of them fund counts once.
  if (isOfSeveral(filter, 'donor')) return null;
  if (seesResults === 'funded' && scope.organisations.length > 1) return null;
  if (isAxis(by) && keys.size > 1) return null;
  return LEVELS[[...keys].toSorted().join(' ')] ?? null;
}

/**
 * As `levelFor`, of money: which transactions two cells have in common no sum tells, so that a programme beside another key
 * than the donor is answered from the transactions.
 *
 * @example moneyLevelFor({ by: 'program', filter: { country: 'CR' } }, EVERYTHING) // null
 */
export function moneyLevelFor(
  { by, filter }: { readonly by: Dimension | null; readonly filter: Filter },
  scope: Scope,
): Level | null {
  const { seesMoney } = scope.rights;
  if (seesMoney === 'named' || filter.program !== undefined) return null;
  // A transaction that is spread over several of them is one.
  if (by !== 'pillar' && isOfSeveral(filter, 'pillar')) return null;
  if (by !== 'country' && isOfSeveral(filter, 'country')) return null;
  const keys = keysIn({ by, filter }, seesMoney === 'own');
  if (by === 'program') return keys.has('pillar') || keys.has('country') ? null : 'program';
  return LEVELS[[...keys].toSorted().join(' ')] ?? null;
}

function isOfSeveral(filter: Filter, key: Key): boolean {
  return valuesOf(filter[key]).length > 1;
}

/** @param isByDonor a reader sees what own organisations fund or gave, which the donor's key tells */
function keysIn(
  { by, filter }: { readonly by: Dimension | null; readonly filter: Filter },
  isByDonor: boolean,
): Set<Key> {
  const keys = (['pillar', 'country', 'donor'] as const).filter(
    (key) => filter[key] !== undefined || by === key || (key === 'donor' && isByDonor),
  );
  return new Set(keys);
}

/** Of which times totals are kept: all of them, or years and all time, or all time alone. What is undated stands apart. */
export type Times = 'months' | 'years' | 'ever';

/**
 * Of one key there are months, but not of a breakdown axis; of two keys, years; of programmes, all time alone.
 *
 * @example timesAt('donor country', 'year') // 'years'
 */
export function timesAt(level: Level, by: Dimension | null): Times {
  switch (level) {
    case 'all':
    case 'pillar':
    case 'country':
    case 'donor':
      return isAxis(by) ? 'years' : 'months';
    case 'pillar country':
    case 'donor pillar':
    case 'donor country':
      return 'years';
    case 'program':
    case 'donor receiver':
      return 'ever';
  }
}

function isAxis(by: Dimension | null): boolean {
  return by !== null && axisOf(by) !== null;
}

/**
 * The parts of which a window is made: years and months that were kept, and at its ends days whose results are read.
 *
 * To the end of this year or later, it is all there is but for what ends after it, which is little; so it is to the end of
 * one of the last years, where the other way would be to read everything before.
 *
 * @param times of which there are totals; null: of none, and all is read
 * @example piecesOf({ from: '2016-11-15', to: '2017-06-30' }, { by: 'country', times: 'months', today: '2026-01-01' })
 *   // spans: month 201612, month 201701 to 201706; reads: 2016-11-15 to 2016-11-30
 */
export function piecesOf(
  { from, to }: Window,
  { by, times, today }: { readonly by: Dimension | null; readonly times: Times | null; readonly today: Day },
): Pieces {
  if (times === null) {
    const isEmpty = from !== undefined && to !== undefined && from > to;
    const all = { first: from ?? null, last: to ?? null, undated: from === undefined, sign: 1 } as const;
    return { spans: [], reads: isEmpty ? [] : [all] };
  }
  if (from === undefined && (by === null || !isTime(by))) {
    if (to === undefined) return { spans: [EVER], reads: [] };
    const endsAfter = Number(today.slice(0, 4)) - Number(to.slice(0, 4));
    if (endsAfter <= (times === 'ever' ? MOST_YEARS_TAKEN_AWAY : 0)) {
      return { spans: [EVER], reads: [{ first: daysAfter(to, 1), last: null, undated: false, sign: -1 }] };
    }
  }
  const kept = { months: times === 'months', years: times !== 'ever' && by !== 'quarter' && by !== 'month' };
  const pieces = datedPieces(from ?? FIRST_DAY, to ?? LAST_DAY, kept);
  return from === undefined ? { ...pieces, spans: [UNDATED, ...pieces.spans] } : pieces;
}

/** Beyond so many years what came after may be more than what came before. */
const MOST_YEARS_TAKEN_AWAY = 3;

const EVER: Spans = { grain: 'ever', first: 0, last: 0 };
const UNDATED: Spans = { grain: 'undated', first: 0, last: 0 };
/** The first and the last day that a figure can have (`isDay`). */
export const FIRST_DAY: Day = '1000-01-01';
const LAST_DAY: Day = '2999-12-31';

function datedPieces(
  from: Day,
  to: Day,
  kept: { readonly months: boolean; readonly years: boolean },
): Pieces {
  if (from > to) return { spans: [], reads: [] };
  const years = kept.years ? wholeYears(from, to) : null;
  if (years !== null) {
    const before = datedPieces(from, daysAfter(`${years.first}-01-01`, -1), { ...kept, years: false });
    const after = datedPieces(daysAfter(`${years.last}-12-31`, 1), to, { ...kept, years: false });
    return {
      spans: [...before.spans, { grain: 'year', ...years }, ...after.spans],
      reads: [...before.reads, ...after.reads],
    };
  }
  const months = kept.months ? wholeMonths(from, to) : null;
  if (months === null) return { spans: [], reads: [read(from, to)] };
  const ends = [
    { first: from, last: daysAfter(months.from, -1) },
    { first: daysAfter(months.to, 1), last: to },
  ];
  return {
    spans: [{ grain: 'month', first: numberOf(months.from), last: numberOf(months.to) }],
    reads: ends.filter(({ first, last }) => first <= last).map(({ first, last }) => read(first, last)),
  };
}

function read(first: Day, last: Day): Read {
  return { first, last, undated: false, sign: 1 };
}

function wholeYears(from: Day, to: Day): { readonly first: number; readonly last: number } | null {
  const first = Number(from.slice(0, 4)) + (from.endsWith('-01-01') ? 0 : 1);
  const last = Number(to.slice(0, 4)) - (to.endsWith('-12-31') ? 0 : 1);
  return first <= last ? { first, last } : null;
}

function wholeMonths(from: Day, to: Day): { readonly from: Day; readonly to: Day } | null {
  const first = from.endsWith('-01') ? from : daysAfter(monthOf(from).to, 1);
  const last = daysAfter(to, 1).endsWith('-01') ? to : daysAfter(monthOf(to).from, -1);
  return first < last ? { from: first, to: last } : null;
}

/** @example numberOf('2017-06-30') // 201706 */
function numberOf(day: Day): number {
  return Number(day.slice(0, 4)) * 100 + Number(day.slice(5, 7));
}
