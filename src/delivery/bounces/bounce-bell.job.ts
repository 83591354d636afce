import { Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';
import { ReadBounces } from './read-bounces.use-case.ts';

/** An address that came back is known before the next day's work, and no mail server minds. */
const EVERY_FIVE_MINUTES = '30 */5 * * * *';
const LATE_RING_MS = 60_000;

/** Asks now and then whether a mail server has reported something. */
@Injectable()
export class BounceBell {
  private started = false;

  constructor(private readonly reading: ReadBounces) {}

  start(): void {
    this.started = true;
  }

  @Cron(EVERY_FIVE_MINUTES, { waitForCompletion: true, threshold: LATE_RING_MS })
  async ring(): Promise<void> {
    if (!this.started) return;
    await this.reading.run();
  }
}
