/** Why a parameter of an address, or a field of a form, is not taken. */
export const FAULT_REASONS = [
  /** No day of the calendar, written `2017-06-30`. */
  'not-a-day',
  /** No moment, and no day. */
  'not-a-moment',
  /** A moment that has not come. */
  'in-the-future',
  /** A moment before anything was recorded; `near` is the first that can be asked for. */
  'before-the-record',
  /** A first day after the last one. */
  'after-end',
  /** No code of anything that its reader may see. */
  'unknown-code',
  /** A name, or a part of one, that several have; `near` names them. */
  'several',
  /** There is no such parameter. */
  'unknown-parameter',
  /** Given more than once. */
  'repeated',
  /** No name of a period. */
  'not-a-period',
  /** A period beside days: one of the two is asked for. */
  'beside-days',
  /** Goes with another one, which is missing. */
  'alone',
  'not-understood',
] as const;
export type FaultReason = (typeof FAULT_REASONS)[number];

/** What is wrong with one of several rows that were sent at once, as it is told to whoever sent them. */
export interface RowFault {
  /** Which row, from 1. */
  readonly row: number;
  /** As the columns of its kind are called; null: the row as a whole. */
  readonly column: string | null;
  /** Stable, as those of errors. */
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  /** The figure that it looks like: by its ref, or the other row; what that says, and where they differ. */
  readonly like?: {
    readonly ref: string | null;
    readonly row: number | null;
    readonly says: string;
    readonly differences: readonly {
      readonly column: string;
      readonly before: string;
      readonly after: string;
    }[];
  };
}

/** What stands in a cell that is not taken, and what may be meant by it. */
export interface Written {
  readonly value: string;
  /** None: nothing is like it. */
  readonly meant: readonly string[];
}

/** What is wrong with one parameter, so that a page can say it beside its field in the reader's language. */
export interface Fault {
  readonly parameter: string;
  readonly reason: FaultReason;
  /** As it was typed. */
  readonly value: string;
  /** What may be meant. */
  readonly near?: string;
}
