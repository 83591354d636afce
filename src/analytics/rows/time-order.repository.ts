import { type SQL, sql } from 'drizzle-orm';
import { type Dimension, isTime, type TimeStep } from '../../core/dimension.ts';
import { daysAfter, isDay, monthOf, type Window } from '../../core/period.ts';
import type { Day } from '../../core/program.ts';
import type { KeyedList, Standing } from './key-page.repository.ts';

/** The first day that a figure can have, and the day before which all end. */
const FIRST: Day = '1000-01-01';
const END: Day = '3000-01-01';

/** Both windows at once. */
export function only(one: Window, other: Window): Window {
  const from = [one.from, other.from]
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
  const to = [one.to, other.to].filter((day) => day !== undefined).toSorted()[0];
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/** A window that no day after another is in. */
export function cutAt(window: Window, cutOff: Day | undefined): Window {
  return cutOff === undefined ? window : only(window, { to: cutOff });
}

/** The days of a year, quarter or month; of another dimension all; null: none of them, or what is undated. */
export function keyWindow(by: Dimension, key: string | undefined): Window | null {
  if (!isTime(by)) return key === undefined ? null : {};
  const [first, last] = monthsOf(by, key ?? '').map((month) => `${month}-01`);
  if (first === undefined || last === undefined || !isDay(first)) return null;
  return { from: first, to: monthOf(last).to };
}

/** The first and the last month of a key; of what is none, nothing that a day begins with. */
function monthsOf(by: TimeStep, key: string): readonly [string, string] {
  if (by === 'month') return [key, key];
  if (by === 'year') return [`${key}-01`, `${key}-12`];
  const [, year = '', quarter = ''] = /^(\d{4})-Q([1-4])$/.exec(key) ?? [];
  const last = Number(quarter) * 3;
  return [`${year}-${String(last - 2).padStart(2, '0')}`, `${year}-${String(last).padStart(2, '0')}`];
}

/**
 * Where a row stands in a list that is in order of time: the window of all that is on other days before it, and a condition
 * for those of its own day.
 *
 * @param order `newest` begins with the last day, any other with the first; what is undated comes last
 */
export function placeInTime(
  order: string,
  window: Window,
  { order: [first] }: Pick<KeyedList, 'order'>,
  [at = '']: Standing,
): { readonly before: Window | null; readonly sameDay: SQL } {
  const isNewest = order === 'newest';
  const sameDay = isNewest
    ? sql`${first?.column ?? sql`NULL`} = ${at}::integer`
    : sql`${first?.column ?? sql`NULL`} = ${at}::date`;
  const dated = only(window, { from: FIRST });
  if (at === 'infinity' || at === '1000000') return { before: dated, sameDay };
  const before = isNewest
    ? only(dated, { from: daysAfter(END, 1 - Number(at)) })
    : only(dated, { to: daysAfter(at, -1) });
  return { before: isEmpty(before) ? null : before, sameDay };
}

function isEmpty({ from, to }: Window): boolean {
  return from !== undefined && to !== undefined && from > to;
}
