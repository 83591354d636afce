import { and, desc, eq, gt, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { NEWEST_REVISION } from '../../platform/database/revision.repository.ts';
import { SETTINGS_STAMP } from '../settings/settings.repository.ts';
import { accounts } from './accounts.table.ts';
import { sessions } from './sessions.table.ts';

export type SessionRow = typeof sessions.$inferSelect;

/** A session with whose it is, the newest revision and the stamp of the settings: what the gate asks for at every request. */
export type OpenSession = Pick<SessionRow, 'id' | 'account' | 'stage' | 'createdAt' | 'lastSeenAt'> &
  Pick<typeof accounts.$inferSelect, 'name' | 'email' | 'role' | 'organisations' | 'programs'> & {
    readonly revision: number;
    readonly settings: string | null;
  };

/**
 * Finds the sessions with these digests, but for those that have run out, have been idle since before `idleSince`, or
 * whose account is disabled; by their digests. The statement is put together once: it runs for every request.
 */
export function sessionFinder(db: Database) {
  const found = db
    .select({
      id: sessions.id,
      account: sessions.account,
      stage: sessions.stage,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      name: accounts.name,
      email: accounts.email,
      role: accounts.role,
      organisations: accounts.organisations,
      programs: accounts.programs,
      revision: NEWEST_REVISION,
      settings: SETTINGS_STAMP,
    })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.account))
    .where(
      and(
        sql`${sessions.id} = ANY(${sql.placeholder('ids')}::text[])`,
        gt(sessions.expiresAt, sql.placeholder('now')),
        gt(sessions.lastSeenAt, sql.placeholder('idleSince')),
        isNull(accounts.disabledAt),
      ),
    )
    .prepare('find_sessions');
  return async (
    ids: readonly string[],
    { now, idleSince }: { readonly now: Date; readonly idleSince: Date },
  ): Promise<ReadonlyMap<string, OpenSession>> => {
    // A placeholder's value goes to the driver as it is, and not every driver takes a Date.
    const moments = { now: now.toISOString(), idleSince: idleSince.toISOString() };
    const rows = await found.execute({ ids, ...moments });
    return new Map(rows.map((session) => [session.id, session]));
  };
}

/** A session that has not run out; until the transaction ends nobody else goes on from it. */
export async function findOpenSession(tx: Transaction, id: string, now: Date): Promise<SessionRow | null> {
  const [found] = await tx
    .select()
    .from(sessions)
    .where(and(eq(sessions.id, id), gt(sessions.expiresAt, now)))
    .for('update');
  return found ?? null;
}

export async function storeSession(tx: Database, session: SessionRow): Promise<void> {
  await tx.insert(sessions).values(session);
}

export async function touchSession(db: Database, id: string, now: Date): Promise<void> {
  await db.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, id));
}

/** Whatever is still open of an account, of the stages at which it is signed in; the latest seen first. */
export function listSessions(
  db: Database,
  account: string,
  {
    now,
    idleSince,
    stages,
  }: {
    readonly now: Date;
    readonly idleSince: Date;
    readonly stages: readonly SessionRow['stage'][];
  },
): Promise<readonly SessionRow[]> {
  return db
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.account, account),
        inArray(sessions.stage, [...stages]),
        gt(sessions.expiresAt, now),
        gt(sessions.lastSeenAt, idleSince),
      ),
    )
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.createdAt), sessions.id);
}

export async function endSession(tx: Database, id: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.id, id));
}

/** One session of an account's own list. @returns whether there was one */
export async function endSessionOf(tx: Transaction, account: string, id: string): Promise<boolean> {
  const ended = await tx
    .delete(sessions)
    .where(and(eq(sessions.account, account), eq(sessions.id, id)))
    .returning({ id: sessions.id });
  return ended.length > 0;
}

/** Every session of an account, but perhaps the one at hand. */
export async function endSessionsOf(tx: Transaction, account: string, but: string | null): Promise<void> {
  await tx
    .delete(sessions)
    .where(and(eq(sessions.account, account), but === null ? undefined : ne(sessions.id, but)));
}

/** Those that have run out, so that the table stays small. */
export async function forgetEndedSessions(
  db: Database,
  { now, idleSince }: { readonly now: Date; readonly idleSince: Date },
): Promise<void> {
  await db.delete(sessions).where(or(lt(sessions.expiresAt, now), lt(sessions.lastSeenAt, idleSince)));
}
