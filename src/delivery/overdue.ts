import { isLate, type MissingPeriod } from './delivery.ts';

/**
 * Which reports somebody is late without, in one line; null: none. It names no recipient, for whoever asks after the
 * service's health may not know who is subscribed.
 *
 * @example overdueReports([{ period, turns }], { now, startedAt })
 *   // '2017-06, due 2017-07-01T10:00:00.000Z: portfolio is not sent to 2 of 4. Send or settle at /deliveries.'
 */
export function overdueReports(
  periods: readonly MissingPeriod[],
  when: { readonly now: Date; readonly startedAt: Date },
): string | null {
  const lines = periods.flatMap(({ period, turns }) => {
    const late = turns.filter((turn) => isLate(turn, when));
    if (late.length === 0) return [];
    const reports = [...Map.groupBy(turns, ({ report }) => report)].flatMap(([report, all]) => {
      const missing = late.filter((turn) => turn.report === report).length;
      return missing === 0 ? [] : [`${report} is not sent to ${missing} of ${all.length}`];
    });
    const dueAt = new Date(Math.min(...late.map(({ turn }) => turn.dueAt.getTime())));
    return [`${period.key}, due ${dueAt.toISOString()}: ${reports.join('; ')}.`];
  });
  return lines.length === 0 ? null : `${lines.join(' ')} Send or settle at /deliveries.`;
}
