import type { DatePrecision, Day } from '../core/program.ts';
import { type GivenDate, refusal } from '../platform/csv/cells.ts';
import { type Numbered, rowError } from '../platform/csv/import-kind.ts';
import type { RowError } from '../platform/csv/row-error.ts';

/** When a row is dated, as it is stored. */
export interface RowPeriod {
  readonly periodStart: Day | null;
  readonly periodEnd: Day | null;
  readonly datePrecision: DatePrecision;
}

/** The cells that date a row. */
export interface DatedRow {
  readonly period_start?: GivenDate | null | undefined;
  readonly period_end?: GivenDate | null | undefined;
  readonly date_precision?: DatePrecision | null | undefined;
}

/** The precision is the row's own, else what its dates are written with. */
export function periodOf(row: DatedRow): RowPeriod {
  return {
    periodStart: row.period_start?.day ?? null,
    periodEnd: row.period_end?.day ?? null,
    datePrecision: row.date_precision ?? coarsest([row.period_start, row.period_end]),
  };
}

const COARSENESS: Readonly<Record<DatePrecision, number>> = { day: 1, month: 2, year: 3, none: 0 };

function coarsest(dates: readonly (GivenDate | null | undefined)[]): DatePrecision {
  const precisions = dates.flatMap((date): DatePrecision[] => (date ? [date.precision] : []));
  return precisions.reduce((a, b) => (COARSENESS[a] < COARSENESS[b] ? b : a), 'none');
}

/** What is wrong with the dates of a row in themselves. */
export function refuseDates({ line, row }: Numbered<DatedRow>): readonly RowError[] {
  const { periodStart, periodEnd, datePrecision } = periodOf(row);
  const written = coarsest([row.period_start, row.period_end]);
  const errors: RowError[] = [];
  const refuse = (column: keyof DatedRow, reason: string, message: string, remedy: string) => {
    errors.push(rowError(line, column, refusal(`RESULT.${reason}`, message, remedy)));
  };
  if (periodStart !== null && periodEnd === null) {
    refuse(
      'period_end',
      'NO_END',
      'The period has a start and no end.',
      'Write its last day, or leave both empty.',
    );
  }
  if (periodStart !== null && periodEnd !== null && periodEnd < periodStart) {
    const message = `The period ends (${periodEnd}) before it starts (${periodStart}).`;
    refuse('period_end', 'DATES_REVERSED', message, 'Correct one of the dates.');
  }
  if ((datePrecision === 'none') !== (written === 'none')) {
    const message =
      written === 'none'
        ? 'There is a precision and no date.'
        : 'There is a date, and "none" as its precision.';
    refuse(
      'date_precision',
      'PRECISION_CONTRADICTS',
      message,
      'Write "none" where, and only where, there is no date.',
    );
  } else if (COARSENESS[datePrecision] < COARSENESS[written]) {
    const message = `The precision is "${datePrecision}", a date is written to the ${written}.`;
    refuse(
      'date_precision',
      'PRECISION_CONTRADICTS',
      message,
      'Write the whole date, or correct the precision.',
    );
  }
  return errors;
}
