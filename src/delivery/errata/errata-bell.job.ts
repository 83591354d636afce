import { Inject, Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { CurrentSettings } from '../../access/index.ts';
import { DomainError } from '../../core/errors.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { CONFIG, type Config } from '../../platform/config/config.ts';
import { DATABASE } from '../../platform/database/database.module.ts';
import type { Database } from '../../platform/database/database.ts';
import { JobQueue } from '../../platform/jobs/job-queue.ts';
import { Ledger } from '../ledger.use-case.ts';
import { DeliverErrata } from './deliver-errata.use-case.ts';
import { standingSince } from './errata.repository.ts';
import { Errata } from './errata.use-case.ts';
import { dueErrata } from './errata-ledger.repository.ts';
import { FindErrata } from './find-errata.use-case.ts';

/** The queue of errata to be handed over; one job of an erratum at a time. */
export const DELIVER_ERRATUM = 'deliver-erratum';

/** Between the bell of deliveries and that of their troubles. */
const EVERY_MINUTE = '30 * * * * *';
const LATE_RING_MS = 60_000;

/** A morning of corrections is one e-mail: what is sent by itself has stood still for so long. */
export const STILL_MS = 60 * 60 * 1000;

/** Looks now and then for issues whose figures have moved, decides where the settings say so, and has errata handed over. */
@Injectable()
export class ErrataBell {
  private readonly logger = new Logger('Errata');
  private started = false;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CONFIG) private readonly config: Pick<Config, 'role'>,
    private readonly clock: Clock,
    private readonly settings: CurrentSettings,
    private readonly jobs: JobQueue,
    private readonly ledger: Ledger,
    private readonly finding: FindErrata,
    private readonly errata: Errata,
    private readonly delivering: DeliverErrata,
  ) {}

  /** Begins, where this process works. */
  async start(): Promise<void> {
    if (this.config.role === 'web') return;
    await this.jobs.work<{ readonly erratum: string }>(DELIVER_ERRATUM, async ({ erratum }, signal) => {
      await this.delivering.run(erratum, signal);
    });
    this.started = true;
  }

  @Cron(EVERY_MINUTE, { waitForCompletion: true, threshold: LATE_RING_MS })
  async ring(): Promise<void> {
    if (!this.started) return;
    try {
      await this.turn();
      for (const erratum of await dueErrata(this.db, this.clock.now())) {
        await this.jobs.enqueue(DELIVER_ERRATUM, { erratum }, { singletonKey: erratum });
      }
    } catch (error) {
      this.logger.error('What has moved could not be found or handed to the queue', error);
    }
  }

  /** Finds what has moved, and decides by itself where the settings say so. */
  async turn(): Promise<void> {
    await this.finding.run();
    const { errata } = await this.settings.refresh();
    // By a clock that nobody has confirmed nothing is sent of itself (docs/decisions/delivery-once.md).
    if (errata !== 'sent' || (await this.ledger.standstill()) !== null) return;
    const still = new Date(this.clock.now().getTime() - STILL_MS);
    for (const { id, revision } of await standingSince(this.db, still)) {
      try {
        await this.errata.approve(id, revision, { kind: 'service' });
      } catch (error) {
        // It has moved on, or somebody has decided meanwhile: the next turn sees.
        if (!(error instanceof DomainError)) throw error;
        this.logger.log(`The erratum ${id} is not sent by itself`, error);
      }
    }
  }
}
