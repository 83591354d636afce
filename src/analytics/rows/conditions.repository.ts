import { type SQL, sql } from 'drizzle-orm';

/** All conditions; none: what is always true. */
export function allOf(conditions: readonly SQL[]): SQL {
  return conditions.length === 0 ? sql`true` : sql.join([...conditions], sql` AND `);
}
