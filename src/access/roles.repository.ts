import type { Database } from '../platform/database/database.ts';
import { RoleRights } from './role.ts';
import { roles } from './roles.table.ts';

/** The rights of every role. Rows come by migration, which begins before whoever reads them. */
export async function readRoleRights(db: Database): Promise<RoleRights> {
  const rows = await db.select().from(roles);
  return new RoleRights(rows.map(({ role, ...rights }) => [role, rights]));
}
