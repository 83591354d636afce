import { sql } from 'drizzle-orm';
import type { Transaction } from './database.ts';

/** Whose hand a change is, for the audit that the database writes (drizzle/0004_readers.sql). */
export interface Actor {
  readonly kind: 'person' | 'token' | 'recipient' | 'stranger' | 'command' | 'service';
  /** Of the account or token. */
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  /** Where the request came from. */
  readonly address?: string | undefined;
}

/** What changes from here to the end of the transaction is the actor's doing; without it, it is the service's own. */
export async function actAs(tx: Transaction, { kind, id, name, address }: Actor, at: Date): Promise<void> {
  await tx.execute(sql`SELECT
    set_config('attest.actor_kind', ${kind}, true), set_config('attest.actor', ${id ?? ''}, true),
    set_config('attest.actor_name', ${name ?? ''}, true), set_config('attest.address', ${address ?? ''}, true),
    set_config('attest.at', ${at.toISOString()}, true)`);
}
