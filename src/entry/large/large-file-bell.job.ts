import { Inject, Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { CurrentSettings } from '../../access/index.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { CONFIG, type Config } from '../../platform/config/config.ts';
import { DATABASE } from '../../platform/database/database.module.ts';
import type { Database } from '../../platform/database/database.ts';
import { JobQueue } from '../../platform/jobs/job-queue.ts';
import { forgetExpired } from '../brought-files.repository.ts';
import { LargeFileWork } from './large-file-work.use-case.ts';
import { discardLeft, isAnyDue } from './large-files.repository.ts';
import { LARGE_FILES, ONE_AT_A_TIME } from './large-files.use-case.ts';

/** A quarter of a minute after the bell of deliveries, which asks the same database. */
const EVERY_MINUTE = '15 * * * * *';
const LATE_RING_MS = 60_000;
/** What its author has not touched for so long is taken away. */
const LEFT_MS = 30 * 24 * 3_600_000;

/** Asks now and then whether a large file waits for its job, and hands it to the queue: what is due stands in its table. */
@Injectable()
export class LargeFileBell {
  private readonly logger = new Logger('LargeFiles');
  private started = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(DATABASE) private readonly db: Database,
    private readonly clock: Clock,
    private readonly jobs: JobQueue,
    private readonly settings: CurrentSettings,
    private readonly work: LargeFileWork,
  ) {}

  /** Begins, where this process works, and rings at once for what was left when it stopped. */
  async start(): Promise<void> {
    if (this.config.role === 'web') return;
    await this.jobs.work(LARGE_FILES, async (_, signal) => {
      await this.settings.refresh();
      await this.work.run(signal);
    });
    this.started = true;
    await this.ring();
  }

  @Cron(EVERY_MINUTE, { waitForCompletion: true, threshold: LATE_RING_MS })
  async ring(): Promise<void> {
    if (!this.started) return;
    try {
      const now = this.clock.now();
      await this.db.transaction(async (tx) => {
        await forgetExpired(tx, now);
        await discardLeft(tx, new Date(now.getTime() - LEFT_MS), now);
      });
      if (await isAnyDue(this.db)) await this.jobs.enqueue(LARGE_FILES, {}, ONE_AT_A_TIME);
    } catch (error) {
      this.logger.error('What large files wait could not be asked or handed to the queue', error);
    }
  }
}
