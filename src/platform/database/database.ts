import { is } from 'drizzle-orm';
import { type PgDatabase, type PgQueryResultHKT, PgTransaction } from 'drizzle-orm/pg-core';
import type { ExtractTablesWithRelations } from 'drizzle-orm/relations';
import type { Sql } from 'postgres';
import type { Config } from '../config/config.ts';
import { openEmbedded } from './embedded.adapter.ts';
import type { EmbeddedClient } from './lasting-client.adapter.ts';
import { openPostgres } from './postgres.adapter.ts';

/** What both engines have in common. A transaction is one too; what must run inside one says `Transaction`. */
export type Database = PgDatabase<PgQueryResultHKT>;
export type Transaction = PgTransaction<
  PgQueryResultHKT,
  Record<string, never>,
  ExtractTablesWithRelations<Record<string, never>>
>;

/** Whether it is a transaction already: one that is begun within it is a part of it, and on the same state of the data. */
export function isTransaction(db: Database): db is Transaction {
  return is(db, PgTransaction);
}

interface OpenDatabase {
  readonly db: Database;
  /** Where the data are, for people: the folder, or `postgres://host:port/name` without user and password. */
  readonly location: string;
  close(): Promise<void>;
}

/** An open, migrated database. `client` is the driver's own, for libraries that bring their own SQL (the job queue). */
export type DatabaseHandle =
  | (OpenDatabase & { readonly kind: 'postgres'; readonly client: Sql })
  | (OpenDatabase & { readonly kind: 'embedded'; readonly client: EmbeddedClient });

/**
 * Opens Postgres where `databaseUrl` is set, else the embedded database in `dataDir`/db, and brings it to the newest
 * migration. Any number of processes may open the same Postgres at once; the embedded folder takes one.
 *
 * @throws DomainError `DATABASE.FOLDER_IN_USE` (refused), `DATABASE.FOLDER_UNWRITABLE`, `DATABASE.FOLDER_BROKEN`,
 *   `DATABASE.DISK_FULL`, `DATABASE.UNREACHABLE`, `DATABASE.SIGN_IN_REFUSED`, `DATABASE.NEWER`, `DATABASE.MIGRATION_FAILED` (broken). No
 *   message holds the password.
 */
export function openDatabase({
  databaseUrl,
  dataDir,
}: Pick<Config, 'databaseUrl' | 'dataDir'>): Promise<DatabaseHandle> {
  return databaseUrl === null ? openEmbedded(dataDir) : openPostgres(databaseUrl);
}
