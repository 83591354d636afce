import { inArray, type SQL, sql } from 'drizzle-orm';
import type { Scope } from '../access/index.ts';
import { issues } from './issues.table.ts';

/** Who has reports of its own organisations sees what was made for them; row-level security says the same. */
export function seenBy({ rights, organisations }: Scope): SQL | undefined {
  switch (rights.hasReports) {
    case 'all':
      return undefined;
    case 'own':
      return inArray(issues.madeFor, [...organisations]);
    case 'none':
      return sql`false`;
  }
}
