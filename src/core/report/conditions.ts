import Big from 'big.js';
import type { Exact } from '../decimal.ts';
import type { Condition } from '../sending.ts';
import { figureKey, type Said, saidIn } from './moved-figures.ts';
import type { FrozenRow, Snapshot } from './snapshot.ts';

/**
 * Whether what somebody waits for has come between an issue and a later one of the same report and slice, as both were
 * frozen (docs/decisions/nothing-new.md):
 *
 * - `target-behind`: a target is late, or has ended short, that was not (rule 2);
 * - `moved-10`: a figure to date is a tenth more or less than it was, or more; or there is one where there was none;
 * - `gap-opened`: a gap names more items than it did.
 *
 * What was counted by other rules or in another currency cannot be compared: then it holds.
 *
 * @example conditionHolds('moved-10', may /* 50 officials *\/, june /* 55 *\/) // true
 */
export function conditionHolds(condition: Condition, before: Snapshot, now: Snapshot): boolean {
  if (before.rules !== now.rules || (before.currency ?? 'USD') !== (now.currency ?? 'USD')) return true;
  if (condition === 'target-behind') return hasMore(behindIn(before), behindIn(now));
  if (condition === 'gap-opened')
    return Object.entries(now.gaps).some(([id, count]) => count > (before.gaps[id] ?? 0));
  return hasMoved(before, now, Number(condition.slice('moved-'.length)));
}

function hasMore(before: ReadonlySet<string>, now: ReadonlySet<string>): boolean {
  return now.difference(before).size > 0;
}

/** The targets that are late or have ended short of what they are for, by their keys. */
function behindIn({ blocks }: Snapshot): ReadonlySet<string> {
  const isBehind = ({ standing }: FrozenRow) => standing === 'late' || standing === 'ended';
  const rows = Object.entries(blocks.targets?.rows ?? {});
  return new Set(rows.flatMap(([key, row]) => (isBehind(row) ? [key] : [])));
}

function hasMoved(before: Snapshot, now: Snapshot, percent: number): boolean {
  const [was, is] = [toDate(before), toDate(now)];
  return [...new Set([...was.keys(), ...is.keys()])].some((key) =>
    movedBy(was.get(key) ?? null, is.get(key) ?? null, percent),
  );
}

function toDate(snapshot: Snapshot): ReadonlyMap<string, Big> {
  return new Map(
    saidIn(snapshot).flatMap((saying) => {
      const value = saying.at === 'to-date' ? numberIn(saying.said) : null;
      return value === null ? [] : [[figureKey(saying), value] as const];
    }),
  );
}

/** Of a pair what it comes to (rule 3); null: missing, or a pair of nothing. */
function numberIn({ value, denominator }: Said): Big | null {
  if (value === null) return null;
  const of = (exact: Exact) => new Big(exact);
  if (denominator === null) return of(value);
  return of(denominator).eq(0) ? null : of(value).div(of(denominator));
}

function movedBy(was: Big | null, is: Big | null, percent: number): boolean {
  if (was === null || is === null) return was !== is;
  if (was.eq(0)) return !is.eq(0);
  return is.minus(was).abs().times(100).gte(was.abs().times(percent));
}
