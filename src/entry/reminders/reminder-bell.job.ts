import { Inject, Injectable, Logger } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { CurrentSettings } from '../../access/index.ts';
import { CONFIG, type Config } from '../../platform/config/config.ts';
import { JobQueue } from '../../platform/jobs/job-queue.ts';
import { SEND_REMINDER } from './reminders.use-case.ts';
import { SendReminder } from './send-reminder.use-case.ts';

/** Half a minute after the bell of deliveries, which asks the same database. */
const EVERY_MINUTE = '30 * * * * *';
const LATE_RING_MS = 60_000;

/** Asks now and then whether a reminder is to be handed over, and hands it to the queue: what waits stands in its table. */
@Injectable()
export class ReminderBell {
  private readonly logger = new Logger('Reminders');
  private started = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly jobs: JobQueue,
    private readonly settings: CurrentSettings,
    private readonly sendReminder: SendReminder,
  ) {}

  /** Begins, where this process works, and rings at once for what was left when it stopped. */
  async start(): Promise<void> {
    if (this.config.role === 'web') return;
    await this.jobs.work<{ readonly reminder: string }>(SEND_REMINDER, async ({ reminder }) => {
      await this.settings.refresh();
      await this.sendReminder.run(reminder);
    });
    this.started = true;
    await this.ring();
  }

  @Cron(EVERY_MINUTE, { waitForCompletion: true, threshold: LATE_RING_MS })
  async ring(): Promise<void> {
    if (!this.started) return;
    try {
      for (const reminder of await this.sendReminder.waiting()) {
        await this.jobs.enqueue(SEND_REMINDER, { reminder }, { singletonKey: reminder });
      }
    } catch (error) {
      this.logger.error('What reminders wait could not be asked or handed to the queue', error);
    }
  }
}
