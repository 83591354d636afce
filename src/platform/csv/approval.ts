import { isDeepStrictEqual } from 'node:util';
import type { RowStatus } from '../database/columns.ts';
import { refusal } from './cells.ts';
import type { Changes, ImportContext } from './import-kind.ts';

/** How far a row that needs approval has come, by whose hand, and in which line of which file it stands. */
export interface Standing {
  readonly status: RowStatus;
  readonly approvedAt: Date | null;
  readonly approvedBy: string | null;
  readonly batch: number | null;
  readonly batchLine: number | null;
}

/** A row as it is stored, and whether it counts. */
export interface StandingRow<Row> {
  readonly row: Row;
  readonly status: RowStatus;
}

/** What an import does with a row. */
export type Fate = 'inserted' | 'updated' | 'unchanged' | 'refused';

/**
 * A row that was approved does not give way to a draft, for it would be gone from every total; one that waits is
 * approved by an import that approves, even if nothing else about it changes (rule 1).
 */
export function fateOf<Row>(row: Row, stored: StandingRow<Row> | undefined, approve: boolean): Fate {
  if (stored === undefined) return 'inserted';
  const same = isDeepStrictEqual(row, stored.row);
  if (stored.status === 'approved') return same ? 'unchanged' : approve ? 'updated' : 'refused';
  return same && !approve ? 'unchanged' : 'updated';
}

export const approvedAlready = refusal(
  'ROW.APPROVED',
  'What this row says otherwise is approved, and a draft would take its place.',
  'Leave the row out, or import the file as approved.',
);

export function standingOf(line: number, batch: number, { approve, by, now }: ImportContext): Standing {
  return approve
    ? { status: 'approved', approvedAt: now, approvedBy: by, batch, batchLine: line }
    : { status: 'draft', approvedAt: null, approvedBy: null, batch, batchLine: line };
}

export function countFates(fates: readonly Fate[]): Changes {
  const count = (fate: Fate) => fates.filter((one) => one === fate).length;
  return { inserted: count('inserted'), updated: count('updated'), unchanged: count('unchanged') };
}
