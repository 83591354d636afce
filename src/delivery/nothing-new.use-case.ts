import { conditionHolds } from '../core/report/conditions.ts';
import { saysNothingNew } from '../core/report/nothing-new.ts';
import type { Snapshot } from '../core/report/snapshot.ts';
import { isCondition } from '../core/sending.ts';
import type { Database } from '../platform/database/database.ts';
import { lastSentBefore } from './deliveries.repository.ts';
import type { Delivery } from './delivery.ts';

/** The figures of an issue, as they were frozen. */
export type FrozenIssue = (issue: string) => Promise<Snapshot>;

/**
 * The period of the last report that went to a subscription, where the report of a later one says nothing that it did not,
 * or nothing of what its subscriber waits for.
 *
 * @param now the figures of that later one
 * @returns null: something is new, nothing was sent before, or its subscriber wants it in any case
 */
export async function nothingNewSince(
  db: Database,
  { subscription, period, whenNothingNew }: Pick<Delivery, 'subscription' | 'period' | 'whenNothingNew'>,
  now: () => Promise<Snapshot>,
  frozen: FrozenIssue,
): Promise<string | null> {
  if (whenNothingNew === 'send') return null;
  const last = await lastSentBefore(db, subscription, period);
  if (last === null) return null;
  const [before, later] = [await frozen(last.issue), await now()];
  const isQuiet = isCondition(whenNothingNew)
    ? !conditionHolds(whenNothingNew, before, later)
    : saysNothingNew(before, later);
  return isQuiet ? last.period : null;
}
