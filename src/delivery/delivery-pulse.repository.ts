import type { Database, Transaction } from '../platform/database/database.ts';
import { deliveryPulse } from './delivery-pulse.table.ts';

/** When the service last looked at what is due; null: it never has. */
export async function readLook(db: Database): Promise<Date | null> {
  const [row] = await db.select({ at: deliveryPulse.lookedAt }).from(deliveryPulse);
  return row?.at ?? null;
}

/** Writes down that it has looked. */
export async function writeLook(tx: Database | Transaction, lookedAt: Date): Promise<void> {
  await tx
    .insert(deliveryPulse)
    .values({ lookedAt })
    .onConflictDoUpdate({ target: deliveryPulse.id, set: { lookedAt } });
}
