import { DomainError } from '../../core/errors.ts';
import { type Actor, actAs } from '../database/actor.repository.ts';
import type { Database } from '../database/database.ts';
import { checkConstraints, lockPortfolio } from '../database/revision.repository.ts';
import type { ImportKind } from './import-kind.ts';
import { withdrawFigures } from './standing.repository.ts';
import { type Batch, giveFormerRows, markUndone, readBatch, traceOf } from './undo.repository.ts';

export interface UndoRequest {
  readonly batch: number;
  /** Null: that the import was taken back. */
  readonly reason: string | null;
  readonly by: Actor;
  readonly now: Date;
}

/** What was taken back. */
export interface Undone {
  readonly kind: string;
  readonly fileName: string;
  readonly withdrawn: number;
  readonly restored: number;
}

/** So many figures that stand in the way are named. */
const MOST_NAMED = 5;

/**
 * Takes back one import, whole: the figures that it brought are withdrawn, those that it changed are what they were.
 * Nothing is deleted; the indicators, places and words that it brought stay. An import on which something was built is
 * not taken back.
 *
 * @throws DomainError `UNDO.UNKNOWN` (missing), `UNDO.NOT_FIGURES`, `UNDO.ALREADY`, `UNDO.BUILT_ON` (refused), which says
 *   what stands in the way, `UNDO.NOT_RECORDED` (refused): the import is older than the record of former rows
 */
export function undoImport(
  db: Database,
  kinds: readonly ImportKind[],
  { batch: id, reason, by, now }: UndoRequest,
): Promise<Undone> {
  return db.transaction(async (tx) => {
    await actAs(tx, by, now);
    await lockPortfolio(tx);
    const batch = await readBatch(tx, id);
    if (batch === null) {
      throw new DomainError('UNDO.UNKNOWN', `There is no import ${id}.`, {
        kind: 'missing',
        remedy: 'Each import says its number when it is done.',
        values: { batch: String(id) },
      });
    }
    const tables = kinds.find(({ name }) => name === batch.kind)?.figures;
    if (tables === undefined) {
      throw refuse(
        'UNDO.NOT_FIGURES',
        batch,
        `it is of ${batch.kind}, and only results, transactions and texts are taken back`,
      );
    }
    if (batch.undoneAt !== null) throw refuse('UNDO.ALREADY', batch, 'it was taken back already');
    const trace = await traceOf(tx, tables, batch);
    const { added, changed, revision } = trace;
    if (added.length !== batch.inserted || changed.length !== batch.updated) {
      throw refuse(
        'UNDO.NOT_RECORDED',
        batch,
        'what was there before it is older than the record of former rows',
      );
    }
    const inTheWay = [
      ...named(trace.changedSince, 'changed since'),
      ...named(trace.parts, 'said to be parts of what it brought'),
    ];
    if (inTheWay.length > 0) throw refuse('UNDO.BUILT_ON', batch, inTheWay.join('; '));
    const because = reason?.trim() || `Import ${id} (${batch.fileName}) was taken back.`;
    const name = by.name ?? by.kind;
    if (revision !== null) await giveFormerRows(tx, tables, { revision, changed });
    await withdrawFigures(tx, tables, added, { reason: because, by: name, at: now });
    await markUndone(tx, id, { at: now, by: name, because });
    await checkConstraints(tx);
    const { kind, fileName } = batch;
    return { kind, fileName, withdrawn: added.length, restored: changed.length };
  });
}

function named(ids: readonly string[], what: string): readonly string[] {
  if (ids.length === 0) return [];
  const more = ids.length - MOST_NAMED;
  return [`${what}: ${ids.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`];
}

function refuse(code: string, { id, fileName }: Batch, why: string): DomainError {
  return new DomainError(code, `Import ${id} (${fileName}) cannot be taken back: ${why}.`, {
    kind: 'refused',
    remedy: 'Nothing was changed. Correct or withdraw single figures instead.',
    values: { batch: String(id), reason: why },
  });
}
