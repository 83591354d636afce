import { DomainError } from '../../core/errors.ts';
import { type Actor, actAs } from '../database/actor.repository.ts';
import type { RowStatus } from '../database/columns.ts';
import type { Database } from '../database/database.ts';
import { lockPortfolio } from '../database/revision.repository.ts';
import type { ImportKind } from './import-kind.ts';
import { type FoundFigure, findFigure, restoreFigure, withdrawFigures } from './standing.repository.ts';

export interface WithdrawRequest {
  readonly kind: ImportKind;
  /** The figure's own ref, or its id. */
  readonly ref: string;
  readonly reason: string;
  readonly by: Actor;
  readonly now: Date;
}

/** What was done to a figure. */
export interface Withdrawal {
  readonly figure: FoundFigure;
  readonly before: RowStatus;
  readonly after: RowStatus;
}

/**
 * Takes a figure out of every total, with a reason; it stays, with its history (rule 13).
 *
 * @throws DomainError `FIGURE.UNKNOWN` (missing), `FIGURE.WITHDRAWN_ALREADY`, `FIGURE.NO_REASON`, `FIGURE.NO_FIGURES`
 */
export function withdraw(db: Database, request: WithdrawRequest): Promise<Withdrawal> {
  return changing(db, request, async (tx, figure, tables, reason) => {
    if (figure.status === 'withdrawn') {
      throw new DomainError(
        'FIGURE.WITHDRAWN_ALREADY',
        `"${request.ref}" is withdrawn already: ${asSentence(String(figure.row.reason))}`,
        { kind: 'refused', remedy: 'Nothing was changed.', values: { ref: request.ref } },
      );
    }
    const { by, now } = request;
    await withdrawFigures(tx, tables, [figure.id], { reason, by: by.name ?? by.kind, at: now });
  });
}

/**
 * Lets a withdrawn figure be again what it was: approved, or a draft.
 *
 * @throws DomainError `FIGURE.UNKNOWN` (missing), `FIGURE.NOT_WITHDRAWN`, `FIGURE.NO_REASON`, `FIGURE.NO_FIGURES`
 */
export function restoreWithdrawn(db: Database, request: WithdrawRequest): Promise<Withdrawal> {
  return changing(db, request, async (tx, figure, tables, reason) => {
    if (figure.status !== 'withdrawn') {
      throw new DomainError('FIGURE.NOT_WITHDRAWN', `"${request.ref}" is not withdrawn.`, {
        kind: 'refused',
        remedy: 'Nothing was changed.',
        values: { ref: request.ref },
      });
    }
    await restoreFigure(tx, tables, figure.id, reason);
  });
}

type Change = (
  tx: Parameters<typeof restoreFigure>[0],
  figure: FoundFigure,
  tables: NonNullable<ImportKind['figures']>,
  reason: string,
) => Promise<void>;

function changing(
  db: Database,
  { kind, ref, reason, by, now }: WithdrawRequest,
  change: Change,
): Promise<Withdrawal> {
  const tables = kind.figures;
  if (tables === undefined) {
    throw new DomainError('FIGURE.NO_FIGURES', `Rows of ${kind.name} are not withdrawn.`, {
      kind: 'call',
      remedy: 'Only results, transactions and texts are.',
    });
  }
  const why = reason.trim();
  if (why === '') {
    throw new DomainError('FIGURE.NO_REASON', 'The reason is empty.', {
      kind: 'call',
      remedy: 'Say why, in a few words.',
    });
  }
  return db.transaction(async (tx) => {
    await actAs(tx, by, now);
    await lockPortfolio(tx);
    const figure = await findFigure(tx, tables, ref);
    if (figure === null) throw unknownFigure(kind, ref);
    await change(tx, figure, tables, why);
    const after = await findFigure(tx, tables, figure.id);
    return { figure, before: figure.status, after: after?.status ?? figure.status };
  });
}

function unknownFigure(kind: ImportKind, ref: string): DomainError {
  return new DomainError('FIGURE.UNKNOWN', `There is no figure "${ref}" among the ${kind.name}.`, {
    kind: 'missing',
    remedy: `A download lists them, each with its ref: npm run download -- ${kind.name} FILE.csv`,
    values: { ref },
  });
}

/** Reasons are typed with a full stop, or without. */
function asSentence(reason: string): string {
  return /[.!?]$/.test(reason) ? reason : `${reason}.`;
}
