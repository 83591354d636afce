import { isDeepStrictEqual } from 'node:util';
import type { RowStatus } from '../database/columns.ts';
import { refusal } from './cells.ts';
import type { Changes, ImportContext } from './import-kind.ts';

/** How far a row that needs approval has come, by whose hand, and in which line of which file it stands. */
export interface Standing {
  readonly status: RowStatus;
  readonly approvedAt: Date | null;
  readonly approvedBy: string | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawnBy: string | null;
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
 * Whether a row counts after an import. The file's word holds where it says `withdrawn`, or that the row waits. Else an
 * import that approves approves; what is withdrawn stays so until the file says otherwise, unless it was taken back
 * together with the import that brought it (`revived`).
 */
export function statusAfter(
  given: RowStatus | null | undefined,
  stored: RowStatus | undefined,
  { approve, revived = false }: { readonly approve: boolean; readonly revived?: boolean },
): RowStatus {
  if (given === 'withdrawn') return 'withdrawn';
  if (given == null && stored === 'withdrawn' && !revived) return 'withdrawn';
  if (given != null && given !== 'approved') return given;
  if (approve) return 'approved';
  return stored === undefined || stored === 'withdrawn' ? 'draft' : stored;
}

/** Whether a figure was withdrawn together with the import that brought it, and not by anybody for itself. */
export function wentWithImport(standing: Standing | undefined, undone: ReadonlyMap<number, number>): boolean {
  if (standing?.status !== 'withdrawn' || standing.batch === null) return false;
  return undone.get(standing.batch) === standing.withdrawnAt?.getTime();
}

/**
 * A row that was approved does not give way to a draft, for it would be gone from every total; one that waits is
 * approved by an import that approves, even if nothing else about it changes (rule 1).
 */
export function fateOf<Row>(
  row: Row,
  stored: StandingRow<Row> | undefined,
  status: RowStatus,
  approve: boolean,
): Fate {
  if (stored === undefined) return 'inserted';
  if (status === stored.status && isDeepStrictEqual(row, stored.row)) return 'unchanged';
  if (stored.status !== 'approved') return 'updated';
  return approve && (status === 'approved' || status === 'withdrawn') ? 'updated' : 'refused';
}

/**
 * Why the row says what it says now: as the file has it; else as before, unless the row changed or counts again, for
 * then the former reason is not the reason.
 */
export function reasonAfter<Row extends { readonly reason: string | null }>(
  given: string | null | undefined,
  row: Row,
  stored: StandingRow<Row> | undefined,
  status: RowStatus,
): string | null {
  if (given !== undefined) return given;
  if (stored === undefined) return null;
  if (status === stored.status && (status === 'withdrawn' || isDeepStrictEqual(row, stored.row))) {
    return stored.row.reason;
  }
  return null;
}

export const approvedAlready = refusal(
  'ROW.APPROVED',
  'What this row says otherwise is approved, and a draft would take its place.',
  'Leave the row out, or import the file as approved.',
);

export const noReason = refusal(
  'ROW.NO_REASON',
  'The row is withdrawn, and nobody says why.',
  'Write the reason in the column "reason".',
);

/** Where a row that is written stands. What is withdrawn keeps who had approved it. */
export function standingOf(
  status: RowStatus,
  stored: Standing | undefined,
  line: number,
  batch: number,
  { approve, by, now }: ImportContext,
): Standing {
  const place = { batch, batchLine: line };
  const nobody = { approvedAt: null, approvedBy: null, withdrawnAt: null, withdrawnBy: null };
  if (status === 'approved') return { ...place, ...nobody, status, approvedAt: now, approvedBy: by };
  if (status !== 'withdrawn') return { ...place, ...nobody, status };
  const approved = stored ?? { approvedAt: approve ? now : null, approvedBy: approve ? by : null };
  return {
    ...place,
    status,
    approvedAt: approved.approvedAt,
    approvedBy: approved.approvedBy,
    withdrawnAt: stored?.withdrawnAt ?? now,
    withdrawnBy: stored?.withdrawnBy ?? by,
  };
}

export function countFates(fates: readonly Fate[]): Changes {
  const count = (fate: Fate) => fates.filter((one) => one === fate).length;
  return { inserted: count('inserted'), updated: count('updated'), unchanged: count('unchanged') };
}
