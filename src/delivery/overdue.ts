import type { Turn } from '../core/schedule.ts';
import { type Delivery, isMissing } from './delivery.ts';

/**
 * Which reports of a turn somebody is still without, in one line; null: none. It names no recipient, for whoever asks
 * after the service's health may not know who is subscribed.
 *
 * @example overdueReports(turns, turn)
 *   // '2017-06, due 2017-07-01T10:00:00.000Z: portfolio is not sent to 2 of 4'
 */
export function overdueReports(turns: readonly Delivery[], { period, dueAtMs }: Turn): string | null {
  const reports = [...Map.groupBy(turns, ({ report }) => report)].flatMap(([report, all]) => {
    const missing = all.filter(isMissing).length;
    return missing === 0 ? [] : [`${report} is not sent to ${missing} of ${all.length}`];
  });
  if (reports.length === 0) return null;
  return `${period.key}, due ${new Date(dueAtMs).toISOString()}: ${reports.join('; ')}`;
}
