import { DomainError } from '../../core/errors.ts';
import { type ThreadLimits, ThreadPool, threadFile } from '../threads/thread-pool.adapter.ts';
import type { FileShape } from './file-shape.ts';
import type { TableHead, TablePart, TableQuestion, TableRest } from './read-table-thread.adapter.ts';
import { fileError, type RowError } from './row-error.ts';
import { type Columns, type Table, type TableRecord, unreadable } from './table.ts';
import type { TableOptions } from './table-of-file.ts';

const LIMITS: ThreadLimits = {
  // Whoever imports holds the portfolio while it writes: two files at a time would only wait for each other.
  atOnce: 1,
  waiting: 8,
  // A sheet of 100,000 rows takes a tenth of either.
  timeMs: 60_000,
  memoryMb: 512,
  // Files come one by one, or many together.
  idleMs: 1_000,
};

const threads = new ThreadPool(threadFile(import.meta, 'read-table'), LIMITS);

/**
 * Reads a table from a file as people have it (`tableOfFile`), in a thread: one that takes too much memory or time is
 * refused, and holds up nobody.
 *
 * @param told of how many rows have come in, now and then
 * @throws DomainError `THREADS.BUSY`, `THREADS.CLOSED` (broken)
 */
export async function readTable(
  bytes: Uint8Array,
  columns: Columns,
  options: TableOptions,
  { pool = threads, told }: { readonly pool?: ThreadPool; readonly told?: (rows: number) => void } = {},
): Promise<Table> {
  const records: TableRecord[] = [];
  const errors: RowError[] = [];
  try {
    const rest = await pool.run<TableRest, TablePart>({
      name: 'table',
      input: { bytes, columns, options } satisfies TableQuestion,
      part: (part) => {
        records.push(...part.records);
        errors.push(...part.errors);
        told?.(records.length);
      },
    });
    return { records, errors, ...rest };
  } catch (error) {
    const refused = error instanceof DomainError ? REFUSED[error.code] : undefined;
    if (refused === undefined) throw error;
    return unreadable(refused);
  }
}

/** What the columns of a file look like (`shapeOfFile`), or why nobody can tell; read as `readTable` reads it. */
export async function readShape(
  bytes: Uint8Array,
  columns: Columns,
  options: TableOptions,
  pool: ThreadPool = threads,
): Promise<FileShape | RowError> {
  try {
    return await pool.run<FileShape | RowError>({
      name: 'shape',
      input: { bytes, columns, options } satisfies TableQuestion,
    });
  } catch (error) {
    const refused = error instanceof DomainError ? REFUSED[error.code] : undefined;
    if (refused === undefined) throw error;
    return refused;
  }
}

/** How large a table is, and what is wrong with it as a whole: read as `readTable` reads it, and none of its rows is taken in. */
export async function readHead(
  bytes: Uint8Array,
  columns: Columns,
  options: TableOptions,
  pool: ThreadPool = threads,
): Promise<TableHead> {
  try {
    return await pool.run<TableHead>({
      name: 'head',
      input: { bytes, columns, options } satisfies TableQuestion,
    });
  } catch (error) {
    const refused = error instanceof DomainError ? REFUSED[error.code] : undefined;
    if (refused === undefined) throw error;
    return { rowCount: 0, errors: [refused] };
  }
}

const REFUSED: Readonly<Record<string, RowError>> = {
  'THREADS.TOO_SLOW': tooMuch('FILE.TOO_SLOW', 'time'),
  'THREADS.TOO_LARGE': tooMuch('FILE.TOO_LARGE', 'memory'),
};

function tooMuch(code: string, what: string): RowError {
  return fileError(
    1,
    code,
    `The file takes more ${what} to read than it is given.`,
    'Delete what is not the table; save a sheet alone as "CSV UTF-8".',
  );
}
