import { compareExact, type Exact } from '../decimal.ts';
import { type Figure, missingFigure } from '../figure.ts';
import { TRANSACTION_TYPES, type TransactionType } from '../funding.ts';
import { isRestKey } from '../leading-rows.ts';
import type { Cause } from '../proof/stages.ts';
import type { Qualifier } from '../result.ts';
import type { FrozenRow, Snapshot } from './snapshot.ts';

/** Which figure of a report: an indicator's or a type of money, of what ended in its period or of all that it counts. */
export interface SaidFigure {
  readonly of: { readonly indicator: string } | { readonly type: TransactionType };
  readonly at: 'period' | 'to-date';
}

/** What a figure says: null is missing, which is not zero (rule 5); of a ratio its pair (rule 3). */
export interface Said {
  readonly value: Exact | null;
  readonly denominator: Exact | null;
  /** How much of it is not exact (rule 4); null: nobody can tell. */
  readonly approximate: Exact | null;
  /** That all of it has; null: its parts differ, or nobody can tell. Of a range with its upper end. */
  readonly qualifier: Qualifier | null;
  readonly valueHigh: Exact | null;
}

export interface Saying extends SaidFigure {
  readonly said: Said;
}

/** A figure that says something else than it did, and why. */
export interface MovedFigure extends SaidFigure {
  readonly was: Said;
  readonly is: Said;
  /** In the order of `CAUSES`; empty: nobody can tell. */
  readonly why: readonly Cause[];
}

export const NOTHING_SAID: Said = {
  value: null,
  denominator: null,
  approximate: null,
  qualifier: null,
  valueHigh: null,
};

/**
 * A figure by a text that stays the same.
 *
 * @example figureKey({ of: { indicator: 'officials-trained' }, at: 'period' }) // 'indicator officials-trained period'
 */
export function figureKey({ of, at }: SaidFigure): string {
  return 'type' in of ? `money ${of.type} ${at}` : `indicator ${of.indicator} ${at}`;
}

/**
 * The figures of an issue that somebody can be told of one by one, as it froze them: every indicator that had a row of its own,
 * in the period and to date, and money by type. What stood among others was told to nobody.
 */
export function saidIn({ blocks }: Pick<Snapshot, 'blocks'>): readonly Saying[] {
  const rows = Object.entries(blocks.indicators?.rows ?? {}).filter(([key]) => !isRestKey(key));
  const results = rows.flatMap(([indicator, row]): readonly Saying[] => {
    const of = { indicator };
    // A report that somebody has put together has one figure of its days.
    if (!('to_date' in row)) return [{ of, at: 'to-date', said: saidAs(row, 'value', 'denominator') }];
    const toDate = saidAs(row, 'to_date', 'to_date_denominator');
    return [
      { of, at: 'period', said: inPeriod(row, toDate) },
      { of, at: 'to-date', said: toDate },
    ];
  });
  const stages = blocks['funding-stages']?.rows ?? {};
  const money = TRANSACTION_TYPES.flatMap((type): readonly Saying[] => {
    const row = stages[type];
    if (row === undefined) return [];
    return [{ of: { type }, at: 'to-date', said: exactly(saidAs(row, 'amount', '')) }];
  });
  return [...results, ...money];
}

/** An issue wrote down how sure its totals to date are, and nothing of those of its period. */
function inPeriod(row: FrozenRow, toDate: Said): Said {
  const own = { ...NOTHING_SAID, ...saidAs(row, 'in_period', 'in_period_denominator') };
  // All there is to date is of the period: it is as sure.
  if (own.value !== null && saysTheSame(own, toDate)) return toDate;
  // Where nothing to date is inexact, nothing of it in the period is.
  return toDate.approximate === 0
    ? exactly(own)
    : { ...own, approximate: null, qualifier: null, valueHigh: null };
}

function exactly(said: Said): Said {
  return said.value === null ? said : { ...said, approximate: 0 };
}

function saidAs(row: FrozenRow, value: string, denominator: string): Said {
  const number = (key: string) => (row[key] ?? null) as Exact | null;
  const isToDate = value === 'to_date';
  return {
    value: number(value),
    denominator: number(denominator),
    approximate: number('approximate'),
    qualifier: (row[isToDate ? 'to_date_qualifier' : 'qualifier'] ?? null) as Qualifier | null,
    valueHigh: number(isToDate ? 'to_date_high' : 'value_high'),
  };
}

/** What a total says. */
export function saidBy({ value, denominator, approximate, qualifier, valueHigh }: Figure): Said {
  return { value, denominator, approximate, qualifier, valueHigh };
}

/** The same as a figure to be written; where nobody can tell how sure it is, it is "about". */
export function figureSaying({ value, denominator, approximate, qualifier, valueHigh }: Said): Figure {
  if (value === null) return missingFigure('not-reported');
  return {
    ...missingFigure('not-reported'),
    value,
    denominator,
    approximate: approximate ?? value,
    undated: 0,
    missing: null,
    qualifier: qualifier ?? (approximate === 0 ? 'exact' : 'about'),
    valueHigh,
  };
}

/** Whether both say the same number; how sure it is moves no figure. */
export function saysTheSame(one: Said, other: Said): boolean {
  return isSame(one.value, other.value) && isSame(one.denominator, other.denominator);
}

function isSame(one: Exact | null, other: Exact | null): boolean {
  return one === null || other === null ? one === other : compareExact(one, other) === 0;
}

/** Sayings by key; of two of one figure the later holds. */
export function sayingsByKey(sayings: readonly Saying[]): ReadonlyMap<string, Said> {
  return new Map(sayings.map((saying) => [figureKey(saying), saying.said]));
}

/**
 * What an issue said, and what of it was told anew since, in that order.
 *
 * @example lastTold(said, [[{ of, at, is: 512 }]]).get(key).value // 512
 */
export function lastTold(
  issued: readonly Saying[],
  errata: readonly (readonly (SaidFigure & { readonly is: Said })[])[],
): ReadonlyMap<string, Said> {
  const told = new Map(sayingsByKey(issued));
  for (const figures of errata) for (const figure of figures) told.set(figureKey(figure), figure.is);
  return told;
}

/** Of some figures those that say something else than `told`, with what they said there. */
export function movedSince(
  told: ReadonlyMap<string, Said>,
  now: readonly Saying[],
): readonly (Saying & { readonly was: Said })[] {
  return now.flatMap((saying) => {
    const was = told.get(figureKey(saying));
    return was === undefined || saysTheSame(was, saying.said) ? [] : [{ ...saying, was }];
  });
}

/**
 * What of the figures of a report is to be proposed as an erratum: what somebody last got otherwise than it is, and nobody has
 * decided about yet.
 *
 * @param got what each of those who have the issue was last told
 * @param decided what the issue, and each erratum that was sent or dismissed since, said last
 * @example proposedFigures([{ …, said: 512 }], [got 12], decided 12) // the 512
 */
export function proposedFigures(
  now: readonly Saying[],
  got: readonly ReadonlyMap<string, Said>[],
  decided: ReadonlyMap<string, Said>,
): readonly Saying[] {
  const hasMoved = (told: ReadonlyMap<string, Said>, saying: Saying) => movedSince(told, [saying]).length > 0;
  return now.filter((saying) => hasMoved(decided, saying) && got.some((told) => hasMoved(told, saying)));
}
