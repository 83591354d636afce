import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, type PGliteOptions, types } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { DomainError } from '../../core/errors.ts';
import { diskFull, unreachable } from '../errors/unavailable.ts';
import { closeFolder, folderUnwritable } from '../files/data-folder.adapter.ts';
import { OWNER_ONLY_FOLDER } from '../files/owner-only.ts';
import type { DatabaseHandle } from './database.ts';
import { isFull, noRoom, roomFor } from './disk-room.adapter.ts';
import { claimFolder } from './folder-lock.adapter.ts';
import { type EmbeddedClient, LastingClient } from './lasting-client.adapter.ts';
import { applyMigrations } from './migrations.ts';

/** Opens `dataDir`/db for this process alone. */
export async function openEmbedded(dataDir: string): Promise<DatabaseHandle> {
  const release = await claimFolder(dataDir);
  const location = join(dataDir, 'db');
  try {
    const client = new LastingClient(
      await openFolder(location),
      () =>
        openFolder(location).catch((error) => {
          throw outage(location, error);
        }),
      () => {
        if (isFull(location)) throw diskFull(undefined);
      },
      (breakdown) => outage(location, breakdown),
    );
    return await migrated(client, location, release);
  } catch (error) {
    release();
    throw error;
  }
}

/** A handle over a PGlite that is open already; tests hand in a clone of a migrated one. */
export async function migrated(
  client: EmbeddedClient,
  location: string,
  release: () => void,
): Promise<DatabaseHandle> {
  const db = drizzle(forDrizzle(client));
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

/**
 * Postgres sets its buffers to zero as it starts. With its own 128 MB that was half of the time in which a database opened
 * (1.0 s of 2.0 on a busy machine) and 140 MB of memory; the system keeps the files' pages at hand either way. One that
 * was not closed in order sets a timer to tell how far it is, which goes on for as long as it is open and keeps the process awake.
 */
const EMBEDDED_START: string[] = [
  ...PGlite.defaultStartParams,
  ...['-c', 'shared_buffers=16MB'],
  ...['-c', 'log_startup_progress_interval=0'],
];

const asWritten = (value: string) => value;

/** How every embedded database is opened: with Postgres's own texts for moments, which is what drizzle reads. */
export const EMBEDDED_OPTIONS: PGliteOptions = {
  startParams: EMBEDDED_START,
  parsers: {
    [types.TIMESTAMP]: asWritten,
    [types.TIMESTAMPTZ]: asWritten,
    [types.DATE]: asWritten,
    [types.INTERVAL]: asWritten,
  },
};

/**
 * The client without the readers of moments that drizzle hands over with each query: PGlite would copy its table of some
 * hundreds of readers each time, which is half of the time of a short query.
 */
function forDrizzle(client: EmbeddedClient): PGlite {
  const query =
    (asked: Pick<PGlite, 'query'>): PGlite['query'] =>
    (text, parameters, options) =>
      asked.query(text, parameters, options?.rowMode === undefined ? {} : { rowMode: options.rowMode });
  const transaction: PGlite['transaction'] = (work) =>
    client.transaction((tx) => work({ ...tx, query: query(tx) }));
  // Nothing else of a client is called by drizzle.
  return { query: query(client), transaction } as PGlite;
}

/** @throws DomainError `DATABASE.DISK_FULL`, `DATABASE.FOLDER_UNWRITABLE`, `DATABASE.FOLDER_BROKEN` */
async function openFolder(folder: string): Promise<PGlite> {
  try {
    mkdirSync(folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
  } catch (cause) {
    throw folderUnwritable(folder, cause);
  }
  const room = roomFor(folder);
  // PGlite would put an empty database over whatever it does not recognise.
  if (readdirSync(folder).length > 0 && !existsSync(join(folder, 'PG_VERSION'))) {
    throw broken(folder, new Error('It is not empty, and not a database.'));
  }
  if (room.freeBytes < room.leastBytes) throw noRoom(folder, room, room.enoughBytes);
  try {
    const client = await PGlite.create(folder, EMBEDDED_OPTIONS);
    // A new one comes with files that everybody may read.
    closeFolder(folder);
    return client;
  } catch (cause) {
    throw room.freeBytes < room.enoughBytes
      ? noRoom(folder, room, room.enoughBytes, cause)
      : broken(folder, cause);
  }
}

/** Who asked for something else learns why it must wait; where it is, and how much is needed, are for the log. */
function outage(folder: string, cause: unknown): DomainError {
  return isFull(folder) ? diskFull(cause) : unreachable(cause);
}

function broken(folder: string, cause: unknown): DomainError {
  return new DomainError('DATABASE.FOLDER_BROKEN', `The database in ${folder} cannot be opened.`, {
    kind: 'broken',
    remedy: 'Restore a backup, or move the folder away to begin with an empty database.',
    cause,
  });
}
