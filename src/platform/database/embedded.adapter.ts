import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { DomainError } from '../../core/errors.ts';
import type { DatabaseHandle } from './database.ts';
import { claimFolder } from './folder-lock.adapter.ts';
import { applyMigrations } from './migrations.ts';

/** Opens `dataDir`/db for this process alone. */
export async function openEmbedded(dataDir: string): Promise<DatabaseHandle> {
  const release = await claimFolder(dataDir);
  const location = join(dataDir, 'db');
  try {
    const client = await openFolder(location);
    return await migrated(client, location, release);
  } catch (error) {
    release();
    throw error;
  }
}

/** A handle over a PGlite that is open already; tests hand in a clone of a migrated one. */
export async function migrated(
  client: PGlite,
  location: string,
  release: () => void,
): Promise<DatabaseHandle> {
  const db = drizzle(client);
  try {
    await applyMigrations(db, migrate);
  } catch (error) {
    await client.close();
    throw error;
  }
  const close = async () => {
    if (!client.closed) await client.close();
    release();
  };
  return { kind: 'embedded', db, client, location, close };
}

async function openFolder(folder: string): Promise<PGlite> {
  try {
    mkdirSync(folder, { recursive: true });
    // PGlite would put an empty database over whatever it does not recognise.
    if (readdirSync(folder).length > 0 && !existsSync(join(folder, 'PG_VERSION'))) {
      throw new Error('It is not empty, and not a database.');
    }
    return await PGlite.create(folder);
  } catch (cause) {
    throw new DomainError('DATABASE.FOLDER_BROKEN', `The database in ${folder} cannot be opened.`, {
      kind: 'broken',
      remedy: 'Restore a backup, or move the folder away to begin with an empty database.',
      cause,
    });
  }
}
