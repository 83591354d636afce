import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../core/errors.ts';
import { isDay } from '../core/period.ts';
import { Clock } from '../platform/clock/clock.ts';
import { latestDayAt } from '../platform/csv/import-kind.ts';
import { actAs } from '../platform/database/actor.repository.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import { lockPortfolio } from '../platform/database/revision.repository.ts';
import {
  type ClosedPeriod,
  closePeriods,
  knownPrograms,
  listClosedPeriods,
  reopenPeriods,
} from '../programs/index.ts';
import { type Author, handOf } from './author.ts';

/** Closes the periods of programmes, so that what changes in them needs a reason, and opens them again. */
@Injectable()
export class Closing {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  list(): Promise<readonly ClosedPeriod[]> {
    return listClosedPeriods(this.db);
  }

  /**
   * Closes all periods that end by a day, of a programme and all below it.
   *
   * @param through as it was typed
   * @throws DomainError `CLOSING.PROGRAM`, `CLOSING.DAY`, `CLOSING.NOT_YET` (call)
   */
  close(author: Author, program: string, through: string): Promise<void> {
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      await actAs(tx, author.actor, now);
      // An import that is under way is waited for: it has looked already.
      await lockPortfolio(tx);
      if (!(await knownPrograms(tx)).has(program)) {
        throw new DomainError('CLOSING.PROGRAM', `There is no programme "${program}".`, { kind: 'call' });
      }
      if (!isDay(through)) throw new DomainError('CLOSING.DAY', `"${through}" is no day.`, { kind: 'call' });
      if (through > latestDayAt(now)) {
        throw new DomainError('CLOSING.NOT_YET', `${through} has not come.`, { kind: 'call' });
      }
      await closePeriods(tx, {
        program,
        through,
        closedAt: now,
        closedBy: handOf(author),
        closedName: author.name,
      });
    });
  }

  /** Opens a programme's periods again. */
  reopen({ actor }: Author, program: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      await actAs(tx, actor, this.clock.now());
      await reopenPeriods(tx, program);
    });
  }
}
