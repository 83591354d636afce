import type { RowStatus } from '../database/columns.ts';
import {
  approvedAlready,
  type Fate,
  fateOf,
  noReason,
  reasonAfter,
  statusAfter,
  wentWithImport,
} from './approval.ts';
import type { UndoneBatches } from './import-batches.repository.ts';
import { rowError } from './import-kind.ts';
import type { StoredRow } from './match-rows.ts';
import type { RowError } from './row-error.ts';

/** A row of a file, and which figure it is. */
interface FigureRow<Figure> {
  readonly row: {
    readonly status?: RowStatus | null | undefined;
    readonly reason?: string | null | undefined;
  };
  readonly stored: StoredRow<Figure> | null;
  readonly givesWayTo: number | null;
}

/** What becomes of a figure by a row of a file. */
export interface Decision<Figure> {
  readonly figure: Figure;
  readonly status: RowStatus;
  readonly fate: Fate;
}

/** Whether the figure counts after the file, why, and what is to be done. */
export function decide<Figure extends { readonly reason: string | null }>(
  said: Figure,
  { row, stored, givesWayTo }: FigureRow<Figure>,
  { approve, undone }: { readonly approve: boolean; readonly undone: UndoneBatches },
): Decision<Figure> {
  const before = stored === null ? undefined : { row: stored.row, status: stored.standing.status };
  const revived = wentWithImport(stored?.standing, undone);
  const status = statusAfter(row.status, before?.status, { approve, revived });
  const reason = reasonAfter(row.reason, said, before, status);
  // Of a file that repeats an import no second copy is kept.
  const figure = reason === said.reason ? said : { ...said, reason };
  return {
    figure,
    status,
    fate: givesWayTo === null ? fateOf(figure, before, status, approve) : 'unchanged',
  };
}

/** Why a figure cannot become what the row of a line would make of it. */
export function refuseDecision<Figure extends { readonly reason: string | null }>(
  line: number,
  { figure, status, fate }: Decision<Figure>,
): readonly RowError[] {
  return [
    ...(status === 'withdrawn' && figure.reason === null ? [rowError(line, 'reason', noReason)] : []),
    ...(fate === 'refused' ? [rowError(line, null, approvedAlready)] : []),
  ];
}
