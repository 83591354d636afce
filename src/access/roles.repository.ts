import type { Config } from '../platform/config/config.ts';
import type { Database } from '../platform/database/database.ts';
import { isForThisMachineAlone } from './on-this-machine.ts';
import { RoleRights } from './role.ts';
import { roles } from './roles.table.ts';

/** The rights of every role. Rows come by migration, which begins before whoever reads them. */
export async function readRoleRights(
  db: Database,
  config: Pick<Config, 'publicUrl' | 'trustedProxies'>,
): Promise<RoleRights> {
  const rows = await db.select().from(roles);
  return new RoleRights(
    rows.map(({ role, ...rights }) => [role, rights]),
    isForThisMachineAlone(config) ? 'later' : 'now',
  );
}
