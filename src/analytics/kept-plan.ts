import type { Scope } from '../access/index.ts';
import { axisOf, type Dimension, isTime } from '../core/dimension.ts';
import type { Filter } from '../core/facts.ts';
import { daysAfter, monthOf, type Window } from '../core/period.ts';
import type { Day } from '../core/program.ts';
import type { grains, levels } from './kept.table.ts';

/** What rows of kept totals are the sums of. */
export type Level = (typeof levels.enumValues)[number];

/** Totals that were kept, of one grain, from one span to another, both inclusive. */
export interface Spans {
  readonly grain: (typeof grains.enumValues)[number];
  readonly first: number;
  readonly last: number;
}

/** Days whose results are read one by one, and added or, where more was kept than is asked for, taken away. */
export interface Days {
  readonly first: Day | null;
  readonly last: Day | null;
  readonly sign: 1 | -1;
}

export interface Pieces {
  readonly spans: readonly Spans[];
  readonly days: readonly Days[];
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
 * The level at which a question is answered: the smallest that tells apart all that it asks. Three keys at once, a
 * breakdown by axis under two, and whatever names programmes are answered from programmes and their countries.
 *
 * @param places whether the answer has to know how many places its results are of
 * @example levelFor({ by: 'country', filter: { donor: 'canada' } }, { kind: 'all' }, false) // 'donor country'
 */
export function levelFor(
  { by, filter }: { readonly by: Dimension | null; readonly filter: Filter },
  scope: Scope,
  places: boolean,
): Level {
  const ofPrograms = scope.kind === 'programs' || (scope.kind === 'donor' && scope.organisations.length > 1);
  if (ofPrograms || by === 'program' || filter.program !== undefined) return 'program';
  const keys = keysIn({ by, filter }, scope);
  if (places) keys.add('country');
  const isAxis = by !== null && axisOf(by) !== null;
  if (isAxis && keys.size > 1) return 'program';
  return LEVELS[[...keys].toSorted().join(' ')] ?? 'program';
}

/**
 * The level at which a question of money is answered; null: from the transactions themselves, where three keys are asked
 * at once, or a programme beside another: which transactions two cells have in common no sum tells.
 *
 * @example moneyLevelFor({ by: 'program', filter: { donor: 'canada' } }, { kind: 'all' }) // null
 */
export function moneyLevelFor(
  { by, filter }: { readonly by: Dimension | null; readonly filter: Filter },
  scope: Scope,
): Level | null {
  if (scope.kind === 'programs' || filter.program !== undefined) return null;
  const keys = keysIn({ by, filter }, scope);
  if (by === 'program') return keys.size === 0 ? 'program' : null;
  return LEVELS[[...keys].toSorted().join(' ')] ?? null;
}

function keysIn(
  { by, filter }: { readonly by: Dimension | null; readonly filter: Filter },
  scope: Scope,
): Set<Key> {
  const keys = (['pillar', 'country', 'donor'] as const).filter(
    (key) => filter[key] !== undefined || by === key || (key === 'donor' && scope.kind === 'donor'),
  );
  return new Set(keys);
}

/** Whether totals of months are kept at a level: of one key, and not by breakdown axis. */
export function hasMonths(level: Level, by: Dimension | null): boolean {
  const isAxis = by !== null && axisOf(by) !== null;
  return !isAxis && ['all', 'pillar', 'country', 'donor'].includes(level);
}

/**
 * The parts of which a window is made: years and months that were kept, and at its ends days whose results are read.
 *
 * To the end of this year or later, it is all there is but for what ends after it, which is little.
 *
 * @param months whether totals of months are kept
 * @example piecesOf({ from: '2016-11-15', to: '2017-06-30' }, { by: 'country', months: true, today: '2026-01-01' })
 *   // spans: month 201612, month 201701 to 201706; days: 2016-11-15 to 2016-11-30
 */
export function piecesOf(
  { from, to }: Window,
  { by, months, today }: { readonly by: Dimension | null; readonly months: boolean; readonly today: Day },
): Pieces {
  if (from === undefined && (by === null || !isTime(by))) {
    if (to === undefined) return { spans: [EVER], days: [] };
    if (to.slice(0, 4) >= today.slice(0, 4)) {
      return { spans: [EVER], days: [{ first: daysAfter(to, 1), last: null, sign: -1 }] };
    }
  }
  const pieces = datedPieces(from ?? FIRST, to ?? LAST, { months, years: by !== 'month' });
  return from === undefined ? { ...pieces, spans: [UNDATED, ...pieces.spans] } : pieces;
}

const EVER: Spans = { grain: 'ever', first: 0, last: 0 };
const UNDATED: Spans = { grain: 'undated', first: 0, last: 0 };
/** The first and the last day that a figure can have (`isDay`). */
const FIRST: Day = '1000-01-01';
const LAST: Day = '2999-12-31';

function datedPieces(
  from: Day,
  to: Day,
  kept: { readonly months: boolean; readonly years: boolean },
): Pieces {
  if (from > to) return { spans: [], days: [] };
  const years = kept.years ? wholeYears(from, to) : null;
  if (years !== null) {
    const before = datedPieces(from, daysAfter(`${years.first}-01-01`, -1), { ...kept, years: false });
    const after = datedPieces(daysAfter(`${years.last}-12-31`, 1), to, { ...kept, years: false });
    return {
      spans: [...before.spans, { grain: 'year', ...years }, ...after.spans],
      days: [...before.days, ...after.days],
    };
  }
  const months = kept.months ? wholeMonths(from, to) : null;
  if (months === null) return { spans: [], days: [{ first: from, last: to, sign: 1 }] };
  const ends = [
    { first: from, last: daysAfter(months.from, -1) },
    { first: daysAfter(months.to, 1), last: to },
  ];
  return {
    spans: [{ grain: 'month', first: numberOf(months.from), last: numberOf(months.to) }],
    days: ends.filter(({ first, last }) => first <= last).map((end) => ({ ...end, sign: 1 })),
  };
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
