import { TRANSACTION_TYPES } from '../core/funding.ts';
import { latestPeriods, previousMonth } from '../core/period.ts';
import type { Day } from '../core/program.ts';
import type { View } from './view.ts';

/**
 * The periods that a form for a report proposes: the last month that is over in which a result or a transaction of a view
 * has its day, its quarter and its year, each over too. Where nothing has a day, those before today.
 *
 * @returns keys, the month first
 * @example await periodsToReport(view) // ['2017-06', '2017-Q2', '2017'], years after the last figure
 */
export async function periodsToReport(view: View): Promise<readonly string[]> {
  const { to } = previousMonth(view.today);
  const last = await lastDay(view, to);
  return latestPeriods(view.today, last ?? view.today).map(({ key }) => key);
}

/** The last day of a result or a transaction up to a day. */
async function lastDay({ figures, filter: { from: _, ...asked } }: View, to: Day): Promise<Day | null> {
  const filter = { ...asked, to };
  const page = { limit: 1 };
  const [results, ...money] = await Promise.all([
    figures.results({ filter, kind: 'actual', inOrderOf: 'newest' }, page),
    ...TRANSACTION_TYPES.map((type) => figures.entries({ filter, type, inOrderOf: 'newest' }, page)),
  ]);
  const days = [
    results.rows[0]?.periodEnd ?? null,
    ...money.map(({ rows }) => rows[0]?.transaction.valueDate ?? null),
  ];
  return (
    days
      .filter((day) => day !== null)
      .toSorted()
      .at(-1) ?? null
  );
}
