import type { Facts, Filter } from './facts.ts';
import type { TransactionType } from './funding.ts';
import type { ResultKind } from './result.ts';

/** `axis:sex` asks for a breakdown axis. */
export type Dimension = 'pillar' | 'country' | 'donor' | 'program' | 'year' | 'month' | `axis:${string}`;

/** Keys of rows that stand for what a dimension does not say; `region:…` keys are ordinary places. */
export const NOT_SPLIT = 'not-split';
export const NOT_RECORDED = 'not-recorded';
export const UNDATED = 'undated';

/**
 * One figure with its make-up. `exact + approximate = value`; `undated` is the part of `value` (exact or not) that
 * has no date. All null when the figure is missing, and then `missing` says why: it is not zero (rules 3 and 5).
 */
export interface Figure {
  readonly value: number | null;
  readonly exact: number | null;
  readonly approximate: number | null;
  readonly undated: number | null;
  /** Ratios only: value of denominator. */
  readonly denominator: number | null;
  readonly missing: 'not-reported' | 'not-additive' | null;
  /** Ids of the results that the figure is made of, in order of id. */
  readonly resultIds: readonly string[];
}

export interface TotalsRow extends Figure {
  readonly key: string;
}

export interface Totals {
  readonly indicator: string;
  readonly kind: ResultKind;
  readonly by: Dimension;
  /** False: the rows must not be summed (donor, rule 9; ratios, `latest` over time, rule 3). */
  readonly additive: boolean;
  /** Sorted by value, greatest first, then key; the rows for regions, not-split, undated and not-recorded last. Time: by key. */
  readonly rows: readonly TotalsRow[];
  readonly total: Figure;
  /** Machine-readable reasons for a reader's caution. */
  readonly notes: readonly TotalsNote[];
}

export type TotalsNote =
  | 'contributed-to' // rows by donor: shown per donor, never summed
  | 'ratio' // pairs, combined as pairs
  | 'not-additive' // the indicator's rule forbids the sum
  | 'same-person-twice' // rule 12
  | 'outside-window' // there are figures (targets) whose period ends after the window
  | 'undated-excluded'; // a window leaves undated rows out

export interface MoneyFigure {
  /** In minor units of the reporting currency; null: nothing recorded. */
  readonly amountMinor: number | null;
  /** The part of it that is made up for demonstration. */
  readonly illustrativeMinor: number;
  readonly transactionIds: readonly string[];
}

export interface FundingRow extends MoneyFigure {
  readonly key: string;
}

export interface FundingTotals {
  readonly type: TransactionType;
  readonly by: Dimension;
  readonly currency: string;
  readonly additive: true;
  readonly rows: readonly FundingRow[];
  readonly total: MoneyFigure;
  /** Transactions in the filter for which there was no rate, in their own currency. */
  readonly notConverted: readonly { readonly currency: string; readonly amountMinor: number; readonly transactionIds: readonly string[] }[];
}

export interface TotalsQuery {
  readonly indicator: string;
  readonly kind: ResultKind;
  readonly by: Dimension;
  readonly filter: Filter;
}

export interface FundingQuery {
  readonly type: TransactionType;
  readonly by: Dimension;
  readonly filter: Filter;
}

export declare function totals(facts: Facts, query: TotalsQuery): Totals;
export declare function fundingTotals(facts: Facts, query: FundingQuery): FundingTotals;
