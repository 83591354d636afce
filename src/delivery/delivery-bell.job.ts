import { Inject, Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { Clock } from '../platform/clock/clock.ts';
import { CONFIG, type Config } from '../platform/config/config.ts';
import { JobQueue } from '../platform/jobs/job-queue.ts';
import { DeliverPeriod } from './deliver-period.use-case.ts';
import { isMissing, waits } from './delivery.ts';
import { dueTurn, MAX_ATTEMPTS } from './due.ts';

const QUEUE = 'deliver-period';

/** Often enough that an e-mail that failed is soon tried again, and MAX_ATTEMPTS of it spread over an hour. */
const EVERY_TEN_MINUTES = '0 */10 * * * *';

/** A bell that the embedded database kept waiting still rings; the scheduler would skip it after a quarter of a second. */
const LATE_RING_MS = 60_000;

/**
 * Asks now and then whether a report is due that somebody has not had, and hands the work to the queue. It remembers
 * nothing: what is due follows from the clock, what is open from the ledger, so it may ring in any number of processes.
 */
@Injectable()
export class DeliveryBell {
  private readonly logger = new Logger('Delivery');
  private started = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly jobs: JobQueue,
    private readonly deliverPeriod: DeliverPeriod,
  ) {}

  /** Begins, where this process works, and rings at once for what fell due while nothing ran. */
  async start(): Promise<void> {
    if (this.config.role === 'web') return;
    await this.jobs.work<{ readonly period: string }>(QUEUE, ({ period }, signal) =>
      this.deliver(period, signal),
    );
    this.started = true;
    await this.ring();
  }

  @Cron(EVERY_TEN_MINUTES, { waitForCompletion: true, threshold: LATE_RING_MS })
  async ring(): Promise<void> {
    if (!this.started) return;
    try {
      const period = this.duePeriod();
      const turns = await this.deliverPeriod.turns(period);
      if (!turns.some((turn) => waits(turn, MAX_ATTEMPTS))) return;
      await this.jobs.enqueue(QUEUE, { period }, { singletonKey: period });
    } catch (error) {
      this.logger.error('What is due could not be asked or handed to the queue', error);
    }
  }

  private async deliver(period: string, signal: AbortSignal): Promise<void> {
    // A job that lay in the queue until the next month's turn has been overtaken by it.
    if (period !== this.duePeriod()) return;
    const turns = await this.deliverPeriod.run(period, { maxAttempts: MAX_ATTEMPTS, signal });
    const counts = [...Map.groupBy(turns, ({ state }) => state.is)].map(
      ([is, those]) => `${those.length} ${is}`,
    );
    const summary = `Reports of ${period}: ${counts.join(', ')}`;
    if (turns.some(isMissing)) this.logger.warn(summary);
    else this.logger.log(summary);
  }

  private duePeriod(): string {
    return dueTurn(this.clock.now(), this.config.reportTimeZone).period.key;
  }
}
