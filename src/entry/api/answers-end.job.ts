import { Inject, Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Clock } from '../../platform/clock/clock.ts';
import { DATABASE } from '../../platform/database/database.module.ts';
import type { Database } from '../../platform/database/database.ts';
import { forgetOldAnswers } from './answered-requests.repository.ts';

const EVERY_HOUR = '0 7 * * * *';

/** Throws away the answers whose time is over, in whichever processes run. Nothing depends on it but the size of the table. */
@Injectable()
export class AnswersEnd {
  private readonly logger = new Logger('Entry');

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  @Cron(EVERY_HOUR, { waitForCompletion: true })
  async ring(): Promise<void> {
    try {
      await forgetOldAnswers(this.db, this.clock.now());
    } catch (error) {
      this.logger.error('Answers whose time is over were not thrown away', error);
    }
  }
}
