import type { Database } from '../platform/database/database.ts';
import { serviceKey } from './service-key.table.ts';

/** The key of this database: `fresh` if it has none yet. However many processes begin at once, all get the same. */
export async function keptKey(db: Database, fresh: () => string): Promise<string> {
  const [kept] = await db.select().from(serviceKey);
  if (kept !== undefined) return kept.value;
  await db.insert(serviceKey).values({ value: fresh() }).onConflictDoNothing();
  const [made] = await db.select().from(serviceKey);
  if (made === undefined) throw new Error('The key of the service was not stored.');
  return made.value;
}
