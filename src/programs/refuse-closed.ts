import { type ClosedPeriods, closedThrough } from '../core/entry/closed-periods.ts';
import type { Day } from '../core/program.ts';
import { refusal } from '../platform/csv/cells.ts';
import { rowError } from '../platform/csv/import-kind.ts';
import type { RowError } from '../platform/csv/row-error.ts';
import { above, type Parents } from './parents.ts';

/** A figure that a row adds or changes: on which days it counts, before and after, and why it changes. */
interface ChangedFigure {
  readonly line: number;
  readonly program: string;
  /** What is not dated is of no period. */
  readonly days: readonly (Day | null)[];
  readonly reason: string | null;
}

/** What a row says of a period that was closed, it says with a reason: a figure of a final report does not change in silence. */
export function refuseClosed(
  { line, program, days, reason }: ChangedFigure,
  parents: Parents,
  closed: ClosedPeriods,
): readonly RowError[] {
  if (closed.size === 0 || (reason ?? '') !== '') return [];
  const through = closedThrough(program, above(program, parents), closed);
  if (through === null || !days.some((day) => day !== null && day <= through)) return [];
  const message = `The periods of ${program} are closed through ${through}.`;
  const remedy = 'Write why it changes all the same, in the column "reason".';
  return [rowError(line, 'reason', refusal('ROW.PERIOD_CLOSED', message, remedy))];
}
