import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Cron, SchedulerRegistry } from '@nestjs/schedule';
import { Clock } from '../platform/clock/clock.ts';
import { CONFIG, type Config } from '../platform/config/config.ts';
import { JobQueue } from '../platform/jobs/job-queue.ts';
import { DeliverPeriod } from './deliver-period.use-case.ts';
import { type Delivery, isMissing, isQueued } from './delivery.ts';
import { Ledger } from './ledger.use-case.ts';
import { type Standstill, standstillLine } from './standstill.ts';

/** The queue of months to be handed over; one job of a month at a time. */
export const DELIVER_PERIOD = 'deliver-period';

/** So that a server which takes ten a minute is given ten a minute, and whoever asks is answered within one. */
const EVERY_MINUTE = '0 * * * * *';

const MINUTE_MS = 60_000;

/** A bell that the embedded database kept waiting still rings; the scheduler would skip it after a quarter of a second. */
const LATE_RING_MS = MINUTE_MS;

/**
 * Asks now and then whether something is to be handed over, and hands the work to the queue. It remembers nothing: what
 * is due follows from the clock, what is open from the ledger, so it may ring in any number of processes.
 */
@Injectable()
export class DeliveryBell implements OnModuleDestroy {
  private readonly logger = new Logger('Delivery');
  private started = false;
  private told = false;
  private queueBell: NodeJS.Timeout | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly jobs: JobQueue,
    private readonly ledger: Ledger,
    private readonly deliverPeriod: DeliverPeriod,
    private readonly scheduler: SchedulerRegistry,
    private readonly clock: Clock,
  ) {}

  onModuleDestroy(): void {
    if (this.queueBell !== null) clearTimeout(this.queueBell);
  }

  /** Begins, where this process works, and rings at once for what fell due while nothing ran. */
  async start(): Promise<void> {
    if (this.config.role === 'web') return;
    await this.jobs.work<{ readonly period: string }>(DELIVER_PERIOD, ({ period }, signal) =>
      this.deliver(period, signal),
    );
    this.started = true;
    this.keepTime();
    await this.ring();
  }

  @Cron(EVERY_MINUTE, { waitForCompletion: true, threshold: LATE_RING_MS })
  async ring(): Promise<void> {
    if (!this.started) return;
    try {
      const standstill = await this.ledger.enter();
      if (standstill !== null) return this.tell(standstill);
      this.told = false;
      for (const period of await this.ledger.waiting()) {
        await this.jobs.enqueue(DELIVER_PERIOD, { period }, { singletonKey: period });
      }
    } catch (error) {
      this.logger.error('What is due could not be asked or handed to the queue', error);
    }
  }

  /** The minutes of a rehearsal are shorter than those of the scheduler. */
  private keepTime(): void {
    const { rehearsalClock } = this.config;
    if (rehearsalClock === null || rehearsalClock.times === 1) return;
    let isRinging = false;
    const ring = async () => {
      if (isRinging) return;
      isRinging = true;
      await this.ring();
      isRinging = false;
    };
    this.scheduler.addInterval('a rehearsal', setInterval(ring, MINUTE_MS / rehearsalClock.times));
  }

  /** Once: it is not over before a person says so, or the clock is put right. */
  private tell({ from, to }: Standstill): void {
    if (this.told) return;
    this.told = true;
    this.logger.error(standstillLine({ from, to }));
  }

  private async deliver(period: string, signal: AbortSignal): Promise<void> {
    const turns = await this.deliverPeriod.run(period, { signal });
    const counts = [...Map.groupBy(turns, ({ state }) => state.is)].map(
      ([is, those]) => `${those.length} ${is}`,
    );
    const summary = `Reports of ${period}: ${counts.join(', ')}`;
    if (turns.some(isMissing)) this.logger.warn(summary);
    else this.logger.log(summary);
    this.ringForQueue(turns);
  }

  /** What waits for its turn goes when there is room, and not with the next whole minute, in which there may be none yet. */
  private ringForQueue(turns: readonly Delivery[]): void {
    const now = this.clock.now();
    const nexts = turns.flatMap((turn) =>
      turn.state.is === 'open' && isQueued(turn, now) ? [turn.state.nextAt.getTime()] : [],
    );
    const wait = Math.min(...nexts) - now.getTime();
    if (this.queueBell !== null || nexts.length === 0 || wait > MINUTE_MS) return;
    const times = this.config.rehearsalClock?.times ?? 1;
    this.queueBell = setTimeout(() => {
      this.queueBell = null;
      void this.ring();
    }, Math.max(wait, 1) / times).unref();
  }
}
