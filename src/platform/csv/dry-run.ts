import type { FileTable } from './file-rows.ts';
import { type Difference, differences } from './likeness.ts';

/** A row that an import adds or changes. */
export interface RowChange {
  readonly is: 'new' | 'changed';
  /** Which row: its code, or the ref or id of a figure. */
  readonly key: string;
  /** Where it stands in the file, if that is kept. */
  readonly line: number | null;
  /** Cell by cell; of a new row every cell that is not empty. */
  readonly cells: readonly Difference[];
}

/** A total that an import moves; null: there is none. */
export interface TotalMove {
  readonly of: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What differs between what was stored before and after, in the order of the file where lines are kept. */
export function rowChanges(before: FileTable, after: FileTable): readonly RowChange[] {
  const known = new Map(before.rows.map((row) => [row.key, row]));
  const changes = after.rows.flatMap(({ key, cells, line = null }): RowChange[] => {
    const stored = known.get(key);
    const found = differences(after.columns, stored?.cells ?? {}, cells);
    if (stored !== undefined && found.length === 0) return [];
    return [{ is: stored === undefined ? 'new' : 'changed', key, line, cells: found }];
  });
  return changes.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

/** The totals that differ, in order of what they are of. */
export function totalMoves(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): readonly TotalMove[] {
  const names = [...new Set([...before.keys(), ...after.keys()])].sort();
  return names.flatMap((of) => {
    const move = { of, before: before.get(of) ?? null, after: after.get(of) ?? null };
    return move.before === move.after ? [] : [move];
  });
}
