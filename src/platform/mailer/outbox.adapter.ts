import { randomUUID } from 'node:crypto';
import { access, constants, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import MailComposer from 'nodemailer/lib/mail-composer';
import { DomainError } from '../../core/errors.ts';
import { slug } from '../../core/text.ts';
import type { Clock } from '../clock/clock.ts';
import { OWNER_ONLY_FOLDER } from '../files/owner-only.ts';
import { writeWhole } from '../files/write-whole.adapter.ts';
import { checkMail, type Mail, Mailer } from './mailer.ts';
import { message, messageIdOf } from './message.ts';

/** Into files that every mail program opens, for installations without a mail server. */
export class OutboxMailer extends Mailer {
  constructor(
    readonly destination: string,
    private readonly from: string,
    private readonly clock: Clock,
  ) {
    super();
  }

  async send(mail: Mail): Promise<string> {
    checkMail(mail);
    const id = randomUUID();
    const now = this.clock.now();
    const messageId = messageIdOf(mail, this.from, id);
    const content = await new MailComposer(message(mail, this.from, messageId, now)).compile().build();
    const name = `${now.toISOString().replace(/[-:]|\.\d+/g, '')}-${slug(mail.to)
      .replace(/[^a-z0-9-]/g, '')
      .slice(0, 60)}-${id.slice(0, 8)}.eml`;
    try {
      await mkdir(this.destination, { recursive: true, mode: OWNER_ONLY_FOLDER });
      await writeWhole(join(this.destination, name), content);
    } catch (error) {
      throw this.unwritable(error);
    }
    return messageId;
  }

  async verify(): Promise<void> {
    try {
      await mkdir(this.destination, { recursive: true, mode: OWNER_ONLY_FOLDER });
      await access(this.destination, constants.W_OK);
    } catch (error) {
      throw this.unwritable(error);
    }
  }

  private unwritable(error: unknown): DomainError {
    return new DomainError('MAIL.FAILED', `E-mails cannot be written to ${this.destination}.`, {
      kind: 'broken',
      remedy: 'Make the folder writable, free some space, or set SMTP_URL.',
      cause: error,
    });
  }
}
