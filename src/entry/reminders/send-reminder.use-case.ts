import { Inject, Injectable, Logger } from '@nestjs/common';
import { CurrentSettings, findAccount } from '../../access/index.ts';
import { DomainError } from '../../core/errors.ts';
import { senderName } from '../../core/settings/settings.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { CONFIG, type Config } from '../../platform/config/config.ts';
import { DATABASE } from '../../platform/database/database.module.ts';
import type { Database } from '../../platform/database/database.ts';
import { fateOf, reasonOf } from '../../platform/mailer/mail-fate.ts';
import { type Mail, Mailer } from '../../platform/mailer/mailer.ts';
import { restAfter, waitAfter } from '../../platform/mailer/pauses.ts';
import { type Reminder, settleReminder, takeReminder, waitingReminders } from './reminders.repository.ts';

/** Hands reminders over, each once (docs/decisions/delivery-once.md). */
@Injectable()
export class SendReminder {
  private readonly logger = new Logger('Reminders');

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CONFIG) private readonly config: Pick<Config, 'mailFrom'>,
    private readonly clock: Clock,
    private readonly mailer: Mailer,
    private readonly settings: CurrentSettings,
  ) {}

  /** Those that are to be handed over by now. */
  waiting(): Promise<readonly string[]> {
    return waitingReminders(this.db, this.clock.now());
  }

  /** Hands one over, unless somebody else has it. What keeps it from being taken is written down, and is no error here. */
  async run(id: string): Promise<void> {
    // Before it is taken: what is taken and not answered is sent by nobody any more.
    if (!(await this.hasRoom())) return;
    const reminder = await takeReminder(this.db, id, this.clock.now());
    if (reminder === null) return;
    const account = await findAccount(this.db, reminder.recipient);
    if (account === null || account.disabledAt !== null) {
      const reason = 'The account was closed before the e-mail was handed over.';
      return this.settle(reminder, { status: 'failed', reason });
    }
    try {
      await this.mailer.send(this.mailOf(reminder, account.email), 'taken');
    } catch (error) {
      return this.failed(reminder, error);
    }
    await this.settle(reminder, { status: 'sent' });
  }

  /** @returns false: others wait before it, and the bell rings again */
  private async hasRoom(): Promise<boolean> {
    try {
      await this.mailer.waitForRoom();
      return true;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'MAIL.NO_ROOM') return false;
      throw error;
    }
  }

  private mailOf({ id, subject, body, lang }: Reminder, to: string): Mail {
    const sender = senderName(this.settings.now, lang);
    const host = /@([^\s>]+)/.exec(this.config.mailFrom)?.[1] ?? 'localhost';
    return {
      to,
      subject,
      text: body,
      attachments: [],
      messageId: `reminder.${id}@${host}`,
      ...(sender !== null && { sender }),
    };
  }

  private async failed(reminder: Reminder, error: unknown): Promise<void> {
    const [fate, reason] = [fateOf(error), reasonOf(error)];
    if (error instanceof DomainError) this.logger.log(`The reminder ${reminder.id} is ${fate}`, error);
    else this.logger.error(`The reminder ${reminder.id} is ${fate}`, error);
    switch (fate) {
      case 'refused':
        return this.settle(reminder, { status: 'failed', reason });
      case 'later': {
        const rest = restAfter(reminder.attempts);
        return rest === null
          ? this.settle(reminder, { status: 'failed', reason })
          : this.putOff(reminder, { reason, rest, heldUp: 0, attempts: reminder.attempts });
      }
      case 'held up': {
        // Not the recipient's trouble: it costs nothing of the two days.
        const heldUp = reminder.heldUp + 1;
        return this.putOff(reminder, {
          reason,
          rest: waitAfter(heldUp),
          heldUp,
          attempts: reminder.attempts - 1,
        });
      }
      case 'unclear':
        // It may have been taken: nobody sends it a second time.
        return settleReminder(this.db, reminder.id, { reason });
    }
  }

  private settle(
    { id }: Reminder,
    to: { readonly status: 'sent' | 'failed'; readonly reason?: string },
  ): Promise<void> {
    return settleReminder(this.db, id, { ...to, settledAt: this.clock.now() });
  }

  private putOff(
    { id }: Reminder,
    {
      reason,
      rest,
      heldUp,
      attempts,
    }: {
      readonly reason: string;
      readonly rest: number;
      readonly heldUp: number;
      readonly attempts: number;
    },
  ): Promise<void> {
    const nextAttemptAt = new Date(this.clock.now().getTime() + rest);
    return settleReminder(this.db, id, { status: 'waiting', nextAttemptAt, heldUp, attempts, reason });
  }
}
