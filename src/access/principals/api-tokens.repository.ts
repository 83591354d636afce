import { and, asc, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { type PageRequest, type RowPage, rowPage } from '../../core/row-page.ts';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { NEWEST_REVISION } from '../../platform/database/revision.repository.ts';
import type { Mandate } from '../role.ts';
import { SETTINGS_STAMP } from '../settings/settings.repository.ts';
import { accounts } from './accounts.table.ts';
import { apiTokens } from './api-tokens.table.ts';

/** A token as people see it; the token itself is shown once, when it is made. */
export type ApiToken = Omit<typeof apiTokens.$inferSelect, 'hash'>;

export async function storeToken(
  tx: Transaction,
  token: Pick<
    typeof apiTokens.$inferInsert,
    'name' | 'writes' | 'hash' | 'hint' | 'createdAt' | 'createdBy' | 'expiresAt'
  > &
    Mandate,
): Promise<string> {
  const { programs, organisations, ...rest } = token;
  const [stored] = await tx
    .insert(apiTokens)
    .values({ ...rest, programs: [...programs], organisations: [...organisations] })
    .returning({ id: apiTokens.id });
  if (stored === undefined) throw new Error('The token was not stored.');
  return stored.id;
}

/** What a token was made for, in force or not. */
export async function findToken(tx: Database, id: string): Promise<Mandate | null> {
  const { role, organisations, programs } = apiTokens;
  const [found] = await tx
    .select({ role, organisations, programs })
    .from(apiTokens)
    .where(eq(apiTokens.id, id));
  return found ?? null;
}

/** What the gate asks of a token at every request, with the newest revision and the stamp of the settings. */
export type TokenInForce = Pick<
  ApiToken,
  'id' | 'name' | 'role' | 'organisations' | 'programs' | 'writes' | 'createdBy' | 'lastUsedAt'
> & { readonly revision: number; readonly settings: string | null };

/** Finds the tokens with these hashes that are good at `now`, by their hashes. Put together once, as for sessions. */
export function tokenFinder(db: Database) {
  const found = db
    .select({
      id: apiTokens.id,
      name: apiTokens.name,
      role: apiTokens.role,
      organisations: apiTokens.organisations,
      programs: apiTokens.programs,
      writes: apiTokens.writes,
      createdBy: apiTokens.createdBy,
      lastUsedAt: apiTokens.lastUsedAt,
      hash: apiTokens.hash,
      revision: NEWEST_REVISION,
      settings: SETTINGS_STAMP,
    })
    .from(apiTokens)
    .where(
      and(
        sql`${apiTokens.hash} = ANY(${sql.placeholder('hashes')}::text[])`,
        isNull(apiTokens.revokedAt),
        gt(apiTokens.expiresAt, sql.placeholder('now')),
      ),
    )
    .prepare('find_tokens');
  return async (hashes: readonly string[], now: Date): Promise<ReadonlyMap<string, TokenInForce>> => {
    const rows = await found.execute({ hashes, now: now.toISOString() });
    return new Map(rows.map(({ hash, ...token }) => [hash, token]));
  };
}

/** To the minute: a token in use costs one write a minute, not one a request. */
export async function touchToken(db: Database, id: string, now: Date): Promise<void> {
  await db.update(apiTokens).set({ lastUsedAt: now }).where(eq(apiTokens.id, id));
}

/** A token with the name of whoever made it; null: the command line. */
export interface MadeToken extends Omit<ApiToken, 'createdBy'> {
  readonly madeBy: string | null;
}

/** One page of them: those in force at `now` first, of each the latest first. */
export async function listTokens(db: Database, now: Date, page: PageRequest): Promise<RowPage<MadeToken>> {
  const isInForce = and(isNull(apiTokens.revokedAt), gt(apiTokens.expiresAt, now));
  const order = [desc(sql`${isInForce}`), desc(apiTokens.createdAt), asc(apiTokens.id)];
  const keys = await db
    .select({ id: apiTokens.id })
    .from(apiTokens)
    .orderBy(...order);
  const shown = rowPage(
    keys.map(({ id }) => id),
    (id) => id,
    page,
  );
  const found = await db
    .select({ token: apiTokens, madeBy: accounts.name })
    .from(apiTokens)
    .leftJoin(accounts, eq(accounts.id, apiTokens.createdBy))
    .where(inArray(apiTokens.id, [...shown.rows]))
    .orderBy(...order);
  return {
    ...shown,
    rows: found.map(({ token: { hash: _hash, createdBy: _by, ...token }, madeBy }) => ({ ...token, madeBy })),
  };
}

/** @returns whether there was such a token in force */
export async function revokeToken(tx: Transaction, id: string, now: Date): Promise<boolean> {
  const revoked = await tx
    .update(apiTokens)
    .set({ revokedAt: now })
    .where(and(sql`${apiTokens.id}::text = ${id}`, isNull(apiTokens.revokedAt)))
    .returning({ id: apiTokens.id });
  return revoked.length > 0;
}
