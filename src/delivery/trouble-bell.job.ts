import { Inject, Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { CONFIG, type Config } from '../platform/config/config.ts';
import { TellTroubles } from './tell-troubles.use-case.ts';

/** Between the bell of deliveries and that of reminders, which ask the same database. */
const EVERY_MINUTE = '45 * * * * *';
const LATE_RING_MS = 60_000;

/** Asks now and then whether administrators must be told of a report that has not arrived. */
@Injectable()
export class TroubleBell {
  private readonly logger = new Logger('Delivery');
  private started = false;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'role'>,
    private readonly troubles: TellTroubles,
  ) {}

  /** Begins, where this process works. */
  start(): void {
    this.started = this.config.role !== 'web';
  }

  @Cron(EVERY_MINUTE, { waitForCompletion: true, threshold: LATE_RING_MS })
  async ring(): Promise<void> {
    if (!this.started) return;
    try {
      await this.troubles.run();
    } catch (error) {
      this.logger.error('What has not arrived could not be asked or told', error);
    }
  }
}
