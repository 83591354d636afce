import { randomUUID } from 'node:crypto';
import { DomainError } from '../../core/errors.ts';
import type { Clock } from '../clock/clock.ts';
import type { Secret } from '../config/secret.ts';
import { type Broken, type MailFailure, mailFailure } from './mail-failure.ts';
import { checkMail, type Mail, Mailer } from './mailer.ts';
import { message, messageIdOf } from './message.ts';
import {
  BrokenConversation,
  handOver,
  PATIENCE,
  type Patience,
  tryConversation,
} from './smtp-conversation.adapter.ts';

/** Through a mail server; a connection for each e-mail, since they go out once a month. */
export class SmtpMailer extends Mailer {
  readonly destination: string;
  private readonly url: string;

  constructor(
    smtpUrl: Secret,
    private readonly from: string,
    private readonly clock: Clock,
    private readonly patience: Patience = PATIENCE,
  ) {
    super();
    this.url = smtpUrl.reveal();
    this.destination = new URL(this.url).host;
  }

  async send(mail: Mail): Promise<string> {
    checkMail(mail);
    const messageId = messageIdOf(mail, this.from, randomUUID());
    try {
      await handOver(this.url, message(mail, this.from, messageId, this.clock.now()), this.patience);
      return messageId;
    } catch (error) {
      throw this.explain(error, `an e-mail to ${mail.to}`);
    }
  }

  async verify(): Promise<void> {
    try {
      await tryConversation(this.url, this.patience);
    } catch (error) {
      throw this.explain(error, 'the greeting');
    }
  }

  private explain(error: unknown, what: string): unknown {
    if (!(error instanceof BrokenConversation)) return error;
    const cause = error.cause as Broken;
    const { reason, happened, remedy } = this.words(mailFailure(error.phase, cause), what, error.said, cause);
    return new DomainError(`MAIL.${reason}`, `The mail server ${this.destination} ${happened}.`, {
      kind: 'broken',
      remedy,
      cause,
    });
  }

  private words(failure: MailFailure, what: string, said: string, { responseCode }: Broken) {
    switch (failure) {
      case 'unreachable':
        return {
          reason: 'UNREACHABLE',
          happened: responseCode === undefined ? `does not answer (${said})` : `turns us away (${said})`,
          remedy: 'Check SMTP_URL and that the server runs.',
        };
      case 'sign-in':
        return {
          reason: 'SIGN_IN',
          happened: 'refuses our sign-in',
          remedy: 'Check the user and password in SMTP_URL.',
        };
      case 'sender':
        return {
          reason: 'SENDER',
          happened: `takes nothing from ${this.from} (${said})`,
          remedy: 'Check MAIL_FROM, and what the server lets us send.',
        };
      case 'refused':
        return {
          reason: 'REFUSED',
          happened: `refuses ${what} (${said})`,
          remedy: 'Check the address.',
        };
      case 'later':
        return {
          reason: 'LATER',
          happened: `does not take ${what} now (${said})`,
          remedy: 'It is tried again.',
        };
      case 'broken-off':
        return {
          reason: 'BROKEN_OFF',
          happened: `broke off before it had all of ${what} (${said})`,
          remedy: 'It is tried again.',
        };
      case 'unclear':
        return {
          reason: 'UNCLEAR',
          happened: `was given ${what} and did not say whether it took it (${said})`,
          remedy: 'Look for its Message-ID in the log of the mail server.',
        };
    }
  }
}
