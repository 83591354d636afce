import { filterIn, type View } from '../analytics/index.ts';
import type { Period } from '../core/period.ts';
import type { Day } from '../core/program.ts';
import type { Snapshot } from '../core/report/snapshot.ts';

/** An issue that was sent, as far as its figures are told one by one. */
export interface SentFigures {
  readonly id: string;
  readonly period: Period;
  readonly cutOff: Day;
  /** Of the data that its figures were read at. */
  readonly revision: number;
  /** Of a report that somebody has put together. */
  readonly own: NonNullable<Snapshot['own']> | null;
  readonly snapshot: Pick<Snapshot, 'blocks'>;
}

/** The same look at the days of an issue: at all that its totals count, and at its period alone. */
export interface ViewsThen {
  readonly toDate: View;
  /** Null: it has no figure of its period beside that of its days. */
  readonly inPeriod: View | null;
}

/** @param view of the same report and slice, of whatever days */
export function viewsThen(view: View, { period, cutOff, own }: SentFigures): ViewsThen {
  const then = { ...view, cutOff, today: cutOff };
  return {
    toDate: { ...then, filter: filterIn(view, own?.window ?? {}) },
    inPeriod: own === null ? { ...then, filter: filterIn(view, period) } : null,
  };
}
