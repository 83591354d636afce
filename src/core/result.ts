import type { DatePrecision, Day } from './program.ts';
import type { LocalText, Readership } from './text.ts';

export type ResultKind = 'target' | 'actual';

/** Rule 4. `range` runs from `value` to `valueHigh`. */
export type Qualifier = 'exact' | 'about' | 'at least' | 'at most' | 'range';

/** How figures of an indicator combine over time and over places (rule 3). */
export type CombineTime = 'sum' | 'latest' | 'none';
export type CombinePlace = 'sum' | 'none';
/** What figures are of. A `rate` is a percentage, an index or an average without its pair: never added, never averaged. */
export type Measure = 'count' | 'amount' | 'ratio' | 'rate' | 'milestone' | 'text';
/** How often figures are asked for: once for each of these of the calendar (`entry/due.ts`). */
export type ReportsEvery = 'month' | 'quarter' | 'half-year' | 'year';

export interface Indicator {
  readonly code: string;
  readonly name: LocalText;
  readonly unit: LocalText;
  readonly measure: Measure;
  readonly combineTime: CombineTime;
  readonly combinePlace: CombinePlace;
  /** Rule 12: for an indicator of people, what one unit is; null for anything else. */
  readonly people: 'persons' | 'attendances' | null;
  /** How often each programme that reports it should; null: it is not asked for regularly. */
  readonly reportsEvery: ReportsEvery | null;
  /** A figure of it rests on something that can be looked at: without any evidence its review says so. */
  readonly evidenceRequired: boolean;
}

/** One part of a breakdown. Parts of one axis sum to the result's value; `axis=part` alone stands for the whole value. */
export interface BreakdownPart {
  readonly axis: string;
  readonly part: string;
  readonly value: number;
}

/** One approved figure (rule 1 is kept where facts are read: no other status reaches `core`). */
export interface Result {
  readonly id: string;
  readonly program: string;
  readonly indicator: string;
  readonly kind: ResultKind;
  /** Country or region code; null where the source names none. */
  readonly place: string | null;
  readonly periodStart: Day | null;
  /** Null: undated; counts "to date" only (rule 11). */
  readonly periodEnd: Day | null;
  readonly datePrecision: DatePrecision;
  readonly qualifier: Qualifier;
  readonly value: number;
  readonly valueHigh: number | null;
  /** Rule 3: a ratio is a pair and combines as a pair. */
  readonly denominator: number | null;
  /** Targets only: from where it sets out; null: nobody said. */
  readonly baseline: Baseline | null;
  readonly breakdown: readonly BreakdownPart[];
  /** What the figure is, in a few words ("Diagnostic report"). */
  readonly note: LocalText | null;
  /** As a programme's `summaryFor`. */
  readonly noteFor: Readership | null;
  /** The figure that already holds this one: it is shown with its programme and adds to nothing (rule 9). */
  readonly partOf: string | null;
  /** When it was approved last, as an ISO moment in UTC: of two figures for one day the one approved last counts (rule 3). */
  readonly approvedAt: string;
  /** What it rests on, first the sheets that state it. */
  readonly evidence: readonly Evidence[];
}

/**
 * How matters stood before: what a target is measured from. It is no result, and adds to no total. Of a summed indicator
 * it is what an earlier period brought, of a `latest` one the level that was there (docs/decisions/baselines.md).
 */
export interface Baseline {
  readonly value: number;
  /** Of a ratio: of how many. */
  readonly denominator: number | null;
  /** The last day of the time that it is of; null: undated. */
  readonly on: Day | null;
  /** To what that day is known. */
  readonly precision: DatePrecision;
}

/** A document, sheet or address that shows a figure to be true. */
export interface Evidence {
  readonly kind: 'sheet' | 'document' | 'link' | 'quotation';
  readonly title: LocalText;
  /** As a programme's `summaryFor`; evidence that is not for its reader is not there. */
  readonly titleFor: Readership | null;
  readonly url: string | null;
  /** The id of what somebody attached, which can be opened under it; null: it is told by its title alone. */
  readonly piece: string | null;
}
