import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { type ImportBatch, latestBatches } from '../platform/csv/import-batches.repository.ts';
import { IMPORT_KINDS, type ImportKind } from '../platform/csv/import-kind.ts';
import { undoImport } from '../platform/csv/undo.use-case.ts';
import type { Actor } from '../platform/database/actor.repository.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';

/** So many of the last imports are listed. */
const MOST_BATCHES = 20;

/** Takes back what came into the portfolio at once: a file, or what was approved together. */
@Injectable()
export class TakingBack {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(IMPORT_KINDS) private readonly kinds: readonly ImportKind[],
    private readonly clock: Clock,
  ) {}

  /** The last imports of figures, those that were taken back too. */
  latest(): Promise<readonly ImportBatch[]> {
    const ofFigures = this.kinds.filter(({ figures }) => figures !== undefined).map(({ name }) => name);
    return latestBatches(this.db, ofFigures, MOST_BATCHES);
  }

  /** @throws DomainError as `undoImport` */
  async undo(actor: Actor, batch: number, reason: string): Promise<void> {
    const now = this.clock.now();
    await undoImport(this.db, this.kinds, { batch, reason: reason.trim() || null, by: actor, now });
  }
}
