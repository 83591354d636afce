import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Scope } from '../access/index.ts';
import { issues } from './issues.table.ts';

/** A donor sees what was issued about itself; row-level security says the same. */
export function seenBy(scope: Scope): SQL | undefined {
  if (scope.kind === 'all') return undefined;
  if (scope.kind !== 'donor') return sql`false`;
  return and(eq(issues.report, 'donor-funding-summary'), inArray(issues.donor, [...scope.organisations]));
}
