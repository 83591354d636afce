import type { Scope } from '../access/index.ts';
import { changedResults } from '../analytics/index.ts';
import { parsePeriod } from '../core/period.ts';
import { dayIn } from '../core/time-zone.ts';
import type { Database } from '../platform/database/database.ts';
import type { EarlierIssue } from './earlier-issue.ts';
import { shortHash } from './issue.ts';
import { findEarlierIssue } from './issues.repository.ts';
import type { ReportOrder } from './report-request.ts';

/** The issue of the same report and slice that was sent before this one; null: none was. */
export async function earlierIssue(
  db: Database,
  scope: Scope,
  { order, timeZone }: { readonly order: ReportOrder; readonly timeZone: string },
): Promise<EarlierIssue | null> {
  const { report, period, filter, asOf } = order;
  const key = {
    report,
    pillar: filter.pillar ?? null,
    country: filter.country ?? null,
    donor: filter.donor ?? null,
  };
  const found = await findEarlierIssue(db, scope, key, { period, by: asOf });
  if (found === null) return null;
  return {
    period: parsePeriod(found.period),
    hash: shortHash(found.hash),
    madeOn: dayIn(found.createdAt.getTime(), timeZone),
    cutOff: found.cutOff,
    snapshot: found.snapshot,
    changed: await changedResults(db, scope, found.revision),
  };
}
