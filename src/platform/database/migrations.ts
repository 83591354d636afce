import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { DomainError } from '../../core/errors.ts';
import { ROOT } from '../config/root.ts';
import { knownFailure } from '../errors/unavailable.ts';
import type { Database } from './database.ts';

const FOLDER = { migrationsFolder: join(ROOT, 'drizzle') };

/**
 * Applies what is missing, forward only, with the engine's own migrator.
 *
 * @throws DomainError `DATABASE.MIGRATION_FAILED`, or what `knownFailure` says; `DATABASE.NEWER` where a later version of Attest has been at work,
 *   whose tables this one does not know.
 */
export async function applyMigrations<Db extends Database>(
  db: Db,
  migrate: (db: Db, folder: typeof FOLDER) => Promise<void>,
): Promise<void> {
  try {
    await migrate(db, FOLDER);
  } catch (cause) {
    const known = knownFailure(cause);
    if (known !== null) throw known;
    throw new DomainError(
      'DATABASE.MIGRATION_FAILED',
      `The database could not be migrated: ${rootOf(cause)}`,
      {
        kind: 'broken',
        remedy: 'Nothing was changed. Report this message; until then, run the version that ran before.',
        cause,
      },
    );
  }
  const [applied] = await db
    .select({ newest: sql<string>`max(created_at)` })
    .from(sql`drizzle.__drizzle_migrations`);
  const newestKnown = Math.max(...readMigrationFiles(FOLDER).map((migration) => migration.folderMillis));
  if (Number(applied?.newest) > newestKnown) {
    throw new DomainError('DATABASE.NEWER', 'The database was migrated by a later version of Attest.', {
      kind: 'broken',
      remedy: 'Run that version, or restore a backup made by this one.',
    });
  }
}

/** Drizzle wraps what the database said. */
function rootOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? rootOf(error.cause) : error.message;
}
