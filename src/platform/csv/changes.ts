import { isDeepStrictEqual } from 'node:util';
import { refusal } from './cells.ts';
import { type Numbered, rowError } from './import-kind.ts';
import type { RowError } from './row-error.ts';

export interface Sorted<Row> {
  readonly inserted: readonly Row[];
  readonly updated: readonly Row[];
  readonly unchanged: number;
}

/** Sorts rows as they shall be stored into new, changed and equal ones, by what is stored under their keys. */
export function sortChanges<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  stored: ReadonlyMap<string, Row>,
): Sorted<Row> {
  const inserted = rows.filter((row) => !stored.has(keyOf(row)));
  const updated = rows.filter(
    (row) => stored.has(keyOf(row)) && !isDeepStrictEqual(row, stored.get(keyOf(row))),
  );
  return { inserted, updated, unchanged: rows.length - inserted.length - updated.length };
}

/** Sums up what was done, as an import reports it. */
export function countChanges({ inserted, updated, unchanged }: Sorted<unknown>) {
  return { inserted: inserted.length, updated: updated.length, unchanged };
}

/** Rows whose key stands on an earlier line already: which of them would hold? */
export function repeatedKeys<Row>(
  rows: readonly Numbered<Row>[],
  column: string,
  keyOf: (row: Row) => string,
): readonly RowError[] {
  const firstLines = new Map<string, number>();
  return rows.flatMap(({ line, row }) => {
    const key = keyOf(row);
    const first = firstLines.get(key);
    if (first === undefined) {
      firstLines.set(key, line);
      return [];
    }
    const reason = refusal(
      'ROW.REPEATED',
      `"${key}" stands on line ${first} already.`,
      'Leave one of the rows out.',
    );
    return [rowError(line, column, reason)];
  });
}
