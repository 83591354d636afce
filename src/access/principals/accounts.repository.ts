import { and, arrayOverlaps, eq, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import { type PageRequest, type RowPage, rowPage } from '../../core/row-page.ts';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { audit } from '../audit.table.ts';
import type { Mandate } from '../role.ts';
import { roles } from '../roles.table.ts';
import { accounts } from './accounts.table.ts';
import { sessions } from './sessions.table.ts';

export type AccountRow = typeof accounts.$inferSelect;

/** An account with when its owner was last here, as far as sessions and the audit tell. */
export interface ListedAccount extends AccountRow {
  readonly lastSeenAt: Date | null;
}

/** What a mandate is in a row. */
export function mandateColumns({ role, organisations, programs }: Mandate) {
  return { role, organisations: [...organisations], programs: [...programs] };
}

export async function findAccount(db: Database, id: string): Promise<AccountRow | null> {
  const [found] = await db.select().from(accounts).where(hasId(id));
  return found ?? null;
}

/** Until the transaction ends nobody else changes the account. */
export async function lockAccount(tx: Transaction, id: string): Promise<AccountRow | null> {
  const [found] = await tx.select().from(accounts).where(hasId(id)).for('update');
  return found ?? null;
}

/** However the address is written. */
export async function findByEmail(db: Database, email: string): Promise<AccountRow | null> {
  const [found] = await db.select().from(accounts).where(sql`lower(${accounts.email}) = lower(${email})`);
  return found ?? null;
}

export async function findByOidc(db: Database, issuer: string, subject: string): Promise<AccountRow | null> {
  const [found] = await db
    .select()
    .from(accounts)
    .where(and(eq(accounts.oidcIssuer, issuer), eq(accounts.oidcSubject, subject)));
  return found ?? null;
}

/** Null where the address, or the person at the provider, has an account already. */
export async function addAccount(
  tx: Transaction,
  account: typeof accounts.$inferInsert,
): Promise<AccountRow | null> {
  const [added] = await tx.insert(accounts).values(account).onConflictDoNothing().returning();
  return added ?? null;
}

export async function updateAccount(
  tx: Transaction,
  id: string,
  to: Partial<typeof accounts.$inferInsert>,
): Promise<void> {
  await tx.update(accounts).set(to).where(eq(accounts.id, id));
}

/** Takes the step of a code, unless one as late has been taken: of two requests at once, one. */
export async function takeTotpStep(tx: Transaction, id: string, step: number): Promise<boolean> {
  const taken = await tx
    .update(accounts)
    .set({ totpLastStep: step })
    .where(
      and(eq(accounts.id, id), sql`(${accounts.totpLastStep} IS NULL OR ${accounts.totpLastStep} < ${step})`),
    )
    .returning({ id: accounts.id });
  return taken.length > 0;
}

/** By name; one page of them, or all. */
export async function listAccounts(db: Database, page?: PageRequest): Promise<RowPage<ListedAccount>> {
  const keys = await db
    .select({ id: accounts.id })
    .from(accounts)
    .orderBy(...byName);
  const shown = rowPage(
    keys.map(({ id }) => id),
    (id) => id,
    page,
  );
  return { ...shown, rows: (await listed(db, inArray(accounts.id, [...shown.rows]))).map(flat) };
}

export async function findListedAccount(db: Database, id: string): Promise<ListedAccount | null> {
  const [found] = await listed(db, hasId(id));
  return found === undefined ? null : flat(found);
}

const byName = [sql`lower(${accounts.name})`, accounts.id];

function listed(db: Database, which: SQL) {
  const seen = sql<string | null>`greatest(
    (SELECT max(${sessions.lastSeenAt}) FROM ${sessions} WHERE ${sessions.account} = ${accounts.id} AND ${sessions.stage} = 'full'),
    (SELECT max(${audit.at}) FROM ${audit} WHERE ${audit.actor} = ${accounts.id}::text AND ${audit.action} = 'sign-in.succeeded')
  )`;
  return db
    .select({ account: accounts, seenMs: sql<string | null>`(extract(epoch FROM ${seen}) * 1000)::text` })
    .from(accounts)
    .where(which)
    .orderBy(...byName);
}

function flat({ account, seenMs }: { account: AccountRow; seenMs: string | null }): ListedAccount {
  return { ...account, lastSeenAt: seenMs === null ? null : new Date(Math.round(Number(seenMs))) };
}

/** Somebody who enters figures of the programmes of their mandate, in which language they read, and by which rights. */
export type Enterer = Pick<AccountRow, 'id' | 'name' | 'lang' | 'role' | 'organisations' | 'programs'>;

/** Whoever may sign in, and enters figures of some programmes by their mandate, by name. */
export function enterersOf(db: Database, programs: readonly string[]): Promise<readonly Enterer[]> {
  const enters = sql`${accounts.role} IN (SELECT ${roles.role} FROM ${roles} WHERE ${roles.entersFigures} = 'named')`;
  return db
    .select({
      id: accounts.id,
      name: accounts.name,
      lang: accounts.lang,
      role: accounts.role,
      organisations: accounts.organisations,
      programs: accounts.programs,
    })
    .from(accounts)
    .where(and(arrayOverlaps(accounts.programs, [...programs]), isNull(accounts.disabledAt), enters))
    .orderBy(...byName);
}

/** Everybody who may sign in, in which language they read and what they are to the organisation; by address. */
export function accountsLetIn(
  db: Database,
): Promise<readonly Pick<AccountRow, 'email' | 'name' | 'lang' | 'role' | 'organisations'>[]> {
  const { email, name, lang, role, organisations } = accounts;
  return db
    .select({ email, name, lang, role, organisations })
    .from(accounts)
    .where(isNull(accounts.disabledAt))
    .orderBy(accounts.email);
}

/** Those who may sign in no more, and since when. */
export async function closedAccounts(
  db: Database,
): Promise<readonly { readonly email: string; readonly since: Date }[]> {
  const { email, disabledAt } = accounts;
  const rows = await db.select({ email, since: disabledAt }).from(accounts).where(isNotNull(disabledAt));
  return rows.flatMap(({ email, since }) => (since === null ? [] : [{ email, since }]));
}

/** Those whose role may administer accounts. */
const administers = sql`${accounts.role} IN (SELECT ${roles.role} FROM ${roles} WHERE ${roles.administersAccounts})`;

/** Those who administer and may sign in, in which language they read; by name. */
export function administratorsOf(
  db: Database,
): Promise<readonly Pick<AccountRow, 'id' | 'email' | 'name' | 'lang'>[]> {
  return db
    .select({ id: accounts.id, email: accounts.email, name: accounts.name, lang: accounts.lang })
    .from(accounts)
    .where(and(administers, isNull(accounts.disabledAt)))
    .orderBy(...byName);
}

/** Whether anybody may administer. */
export async function hasAdministrator(db: Database): Promise<boolean> {
  const found = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(administers, isNull(accounts.disabledAt)))
    .limit(1);
  return found.length > 0;
}

/**
 * Whether somebody other than `id` can sign in and administer. Until the transaction ends nobody takes that away: of two
 * who remove each other at once, one is refused.
 */
export async function hasOtherAdministrator(tx: Transaction, id: string): Promise<boolean> {
  const held = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(
      and(
        administers,
        isNull(accounts.disabledAt),
        or(isNotNull(accounts.passwordHash), isNotNull(accounts.oidcSubject)),
      ),
    )
    .orderBy(accounts.id)
    .for('update');
  return held.some((one) => one.id !== id);
}

/** Until the transaction ends nobody else makes the first administrator. */
export async function holdFirstAdministrator(tx: Transaction): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(288380)`);
}

function hasId(id: string) {
  // Compared as text: what comes in an address need not be a UUID.
  return sql`${accounts.id}::text = ${id}`;
}
