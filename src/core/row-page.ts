import { DomainError } from './errors.ts';

/** Which of many rows are shown at once; `cursor` is the key of the last row of the page before. */
export interface PageRequest {
  readonly cursor?: string | undefined;
  readonly limit: number;
  /** False for a piece of all rows, of which nobody asks where it stands: it is counted, and leads back, as if it were alone. */
  readonly isCounted?: boolean;
}

export interface RowPage<Row> {
  readonly rows: readonly Row[];
  /** Number of the first and of the last row shown, from 1; 0 where there are none. */
  readonly first: number;
  readonly last: number;
  readonly total: number;
  /** Cursor of the page after; null: this is the last. */
  readonly next: string | null;
  /** Cursor of the page before; null there stands for its beginning. Undefined: this is the first. */
  readonly previous: string | null | undefined;
}

/**
 * One page of a list whose order does not change with the page; without a request, all of it.
 *
 * @throws DomainError `RESULTS.UNKNOWN_CURSOR` (call)
 * @example rowPage([a, b, c], ({ id }) => id, { cursor: 'a', limit: 1 }) // rows [b], first 2, next 'b', previous null
 */
export function rowPage<Row>(
  all: readonly Row[],
  keyOf: (row: Row) => string,
  { cursor, limit, isCounted = true }: PageRequest = { limit: all.length },
): RowPage<Row> {
  const keyAt = (place: number) => {
    const row = all[place];
    return row === undefined ? null : keyOf(row);
  };
  const start = cursor === undefined ? 0 : all.findIndex((row) => keyOf(row) === cursor) + 1;
  if (cursor !== undefined && start === 0) throw unknownCursor(cursor);
  const rows = all.slice(start, start + limit);
  const end = start + rows.length;
  const next = end < all.length && rows.length > 0 ? keyAt(end - 1) : null;
  if (!isCounted) return piece(rows, next);
  return {
    rows,
    first: rows.length === 0 ? 0 : start + 1,
    last: end,
    total: all.length,
    next,
    previous: start === 0 ? undefined : keyAt(start - limit - 1),
  };
}

/** A page that counts its own rows alone. */
export function piece<Row>(rows: readonly Row[], next: string | null): RowPage<Row> {
  return {
    rows,
    first: Math.min(1, rows.length),
    last: rows.length,
    total: rows.length,
    next,
    previous: undefined,
  };
}

/** What is said of a cursor that no row of a list has. */
export function unknownCursor(cursor: string): DomainError {
  return new DomainError('RESULTS.UNKNOWN_CURSOR', `No result of this list has the cursor "${cursor}".`, {
    kind: 'call',
    remedy: 'Begin again without a cursor.',
  });
}
