import { isLate, type MissingPeriod } from './delivery.ts';

/**
 * Which reports somebody is still without, in one line. It names no recipient, for whoever asks after the service's
 * health may not know who is subscribed.
 *
 * @example overdueReports([{ turn, turns }], now)
 *   // '2017-06, due 2017-07-01T10:00:00.000Z: portfolio is not sent to 2 of 4. Send or settle at /deliveries.'
 */
export function overdueReports(periods: readonly MissingPeriod[], now: Date): string {
  const lines = periods.map(({ turn: { period, dueAtMs }, turns }) => {
    const reports = [...Map.groupBy(turns, ({ report }) => report)].flatMap(([report, all]) => {
      const missing = all.filter((turn) => isLate(turn, now)).length;
      return missing === 0 ? [] : [`${report} is not sent to ${missing} of ${all.length}`];
    });
    return `${period.key}, due ${new Date(dueAtMs).toISOString()}: ${reports.join('; ')}.`;
  });
  return `${lines.join(' ')} Send or settle at /deliveries.`;
}
