import { readdirSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DomainError } from '../../core/errors.ts';

const MIB = 2 ** 20;

/** A new database has 40 MB, of which 16 are the log; and the reference portfolio and the first pages want to go in. */
const NEW_BYTES = 64 * MIB;

/** Postgres writes its log in files of this size, and needs the next one whole before it goes on. */
const LOG_FILE_BYTES = 16 * MIB;

/** Kept free, so that the next file of the log is never what fails: PGlite would hang in it, and the service with it. */
const RESERVE_BYTES = 2 * LOG_FILE_BYTES;

export interface Room {
  readonly freeBytes: number;
  /** Without it there is no use in trying. */
  readonly leastBytes: number;
  /** With it a recovery after a crash cannot run out of room: it repeats at most what its log holds. */
  readonly enoughBytes: number;
}

/** The room on the disk of a database's folder, against what it takes to open it (docs/decisions/disk-room.md). */
export function roomFor(folder: string): Room {
  const { bavail, bsize } = statfsSync(folder);
  const freeBytes = bavail * bsize;
  const logBytes = sizeOfLog(join(folder, 'pg_wal'));
  return logBytes === 0
    ? { freeBytes, leastBytes: NEW_BYTES, enoughBytes: NEW_BYTES }
    : {
        freeBytes,
        leastBytes: RESERVE_BYTES,
        enoughBytes: Math.max(RESERVE_BYTES, LOG_FILE_BYTES + logBytes),
      };
}

/** Whether an open database must wait for room before it is asked anything. */
export function isFull(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < RESERVE_BYTES;
}

/** @param neededBytes what there must be */
export function noRoom(
  folder: string,
  { freeBytes }: Room,
  neededBytes: number,
  cause?: unknown,
): DomainError {
  return new DomainError(
    'DATABASE.DISK_FULL',
    `The disk of ${folder} is full: ${mebibytes(freeBytes)} are free, and ${mebibytes(neededBytes)} are needed to open the database.`,
    {
      kind: 'broken',
      remedy: 'Free that much and start again. Nothing is lost: leave the folder as it is.',
      cause,
    },
  );
}

function sizeOfLog(folder: string): number {
  try {
    return readdirSync(folder)
      .filter((name) => /^[0-9A-F]{24}$/.test(name))
      .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  } catch {
    return 0;
  }
}

const mebibytes = (bytes: number): string => `${(bytes / MIB).toFixed(bytes < 10 * MIB ? 1 : 0)} MiB`;
