import { setTimeout } from 'node:timers/promises';
import { DomainError } from '../../core/errors.ts';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import { bookRoom, MOST_AHEAD_MS, releaseRoom } from './mail-pace.repository.ts';
import { checkMail, type Mail, Mailer, type NoRoom, type Room } from './mailer.ts';

export interface PaceParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly perMinute: number;
  /** Waits for as long as its clock takes. */
  readonly sleep?: (ms: number) => Promise<void>;
}

/** Hands no more e-mails over in a minute than the mail server takes, whichever process they come from. */
export class PacedMailer extends Mailer {
  constructor(
    private readonly mailer: Mailer,
    private readonly parts: PaceParts,
  ) {
    super();
  }

  get destination(): string {
    return this.mailer.destination;
  }

  override async takeRoom(): Promise<Room | NoRoom> {
    const { db, clock, perMinute } = this.parts;
    const { at, booked } = await bookRoom(db, { perMinute, mostWaitMs: 0 }, clock.now());
    return booked === null ? { from: at, perMinute } : { release: () => releaseRoom(db, booked) };
  }

  override async waitForRoom(): Promise<void> {
    const { db, clock, perMinute, sleep = (ms) => setTimeout(ms) } = this.parts;
    const { at, booked } = await bookRoom(db, { perMinute, mostWaitMs: MOST_AHEAD_MS }, clock.now());
    if (booked === null) {
      throw new DomainError(
        'MAIL.NO_ROOM',
        `${perMinute} e-mails a minute go out, and others wait before it.`,
        {
          kind: 'broken',
          remedy: 'Try again in a few minutes, or raise MAIL_PER_MINUTE.',
          retryAfterS: MOST_AHEAD_MS / 1000,
        },
      );
    }
    const ms = at.getTime() - clock.now().getTime();
    if (ms > 0) await sleep(ms);
  }

  async send(mail: Mail, room?: 'taken'): Promise<string> {
    checkMail(mail);
    if (room !== 'taken') await this.waitForRoom();
    return this.mailer.send(mail);
  }

  verify(): Promise<void> {
    return this.mailer.verify();
  }
}
