import { Inject, Injectable, Logger } from '@nestjs/common';
import { forgetEndedSessions, forgetOldCounts, idleSince } from '../../access/index.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { DATABASE } from '../../platform/database/database.module.ts';
import type { Database } from '../../platform/database/database.ts';
import { forgetOldCodes } from '../one-time/one-time-codes.repository.ts';

const EVERY_MS = 60 * 60_000;
/** So long an administrator may wonder what became of a link. */
const KEEP_CODES_MS = 30 * 24 * 60 * 60_000;

/** Throws away what is over: sessions, counts, codes. Nothing depends on it but the size of the tables. */
@Injectable()
export class Tidying {
  private readonly logger = new Logger('Access');
  private lastMs = Number.NEGATIVE_INFINITY;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** At most once an hour in each process; the other calls cost nothing. */
  async tidy(): Promise<void> {
    const now = this.clock.now();
    if (now.getTime() - this.lastMs < EVERY_MS) return;
    this.lastMs = now.getTime();
    try {
      await forgetEndedSessions(this.db, { now, idleSince: idleSince(now) });
      await forgetOldCounts(this.db, now);
      await forgetOldCodes(this.db, new Date(now.getTime() - KEEP_CODES_MS));
    } catch (error) {
      this.logger.error('What is over in the tables of accounts was not thrown away', error);
    }
  }
}
