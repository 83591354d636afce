import { and, inArray, type SQL, sql } from 'drizzle-orm';
import type { Scope } from '../access/index.ts';
import { DONOR_REPORTS } from '../core/report/definitions.ts';
import { issues } from './issues.table.ts';

/** A donor sees what was issued about itself; row-level security says the same. */
export function seenBy(scope: Scope): SQL | undefined {
  if (scope.kind === 'all') return undefined;
  if (scope.kind !== 'donor') return sql`false`;
  return and(inArray(issues.report, DONOR_REPORTS), inArray(issues.donor, [...scope.organisations]));
}
