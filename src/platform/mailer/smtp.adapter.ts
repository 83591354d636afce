import { randomUUID } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { DomainError } from '../../core/errors.ts';
import type { Clock } from '../clock/clock.ts';
import type { Secret } from '../config/secret.ts';
import { checkMail, type Mail, Mailer } from './mailer.ts';
import { message, messageIdOf } from './message.ts';

const TIMEOUTS_MS = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  dnsTimeout: 10_000,
  // So long may a server think before it says that it has taken an e-mail (RFC 5321, 4.5.3.2.6); whoever hangs up
  // earlier never learns it.
  socketTimeout: 600_000,
};

/** Through a mail server; a connection for each e-mail, since they go out once a month. */
export class SmtpMailer extends Mailer {
  readonly destination: string;
  private readonly transport;

  constructor(
    smtpUrl: Secret,
    private readonly from: string,
    private readonly clock: Clock,
  ) {
    super();
    const url = smtpUrl.reveal();
    this.destination = new URL(url).host;
    this.transport = () => createTransport({ url, ...TIMEOUTS_MS });
  }

  async send(mail: Mail): Promise<string> {
    checkMail(mail);
    const messageId = messageIdOf(mail, this.from, randomUUID());
    const what = `an e-mail to ${mail.to}`;
    let whole = false;
    // The message is read only when the server has asked for it, and to its end only when all of it is on its way.
    const transport = this.transport().use('stream', (one, done) => {
      one.message?.processFunc((content) =>
        content.once('end', () => {
          whole = true;
        }),
      );
      done();
    });
    try {
      await transport.sendMail(message(mail, this.from, messageId, this.clock.now()));
      return messageId;
    } catch (error) {
      // Without its end the server cannot have taken it, and where there is a reply, it says what became of it.
      throw whole && !isRefusal(error) ? this.unclear(error, what) : this.explain(error, what);
    }
  }

  async verify(): Promise<void> {
    try {
      await this.transport().verify();
    } catch (error) {
      throw this.explain(error, 'the greeting');
    }
  }

  private unclear(error: unknown, what: string): DomainError {
    const { message: text } = error as Error;
    return new DomainError(
      'MAIL.UNCLEAR',
      `The mail server ${this.destination} was given ${what} and did not say whether it took it (${text}).`,
      { kind: 'broken', remedy: 'Look for its Message-ID in the log of the mail server.', cause: error },
    );
  }

  private explain(error: unknown, what: string): DomainError {
    const { code, response, message: text } = error as { code?: string; response?: string; message: string };
    const broken = (reason: string, happened: string, remedy: string) =>
      new DomainError(`MAIL.${reason}`, happened, { kind: 'broken', remedy, cause: error });
    switch (code) {
      case 'ECONNECTION':
      case 'ETIMEDOUT':
      case 'ESOCKET':
      case 'EDNS':
        return broken(
          'UNREACHABLE',
          `The mail server ${this.destination} does not answer (${text}).`,
          'Check SMTP_URL and that the server runs.',
        );
      case 'EAUTH':
      case 'ENOAUTH':
        return broken(
          'SIGN_IN',
          `The mail server ${this.destination} refuses our sign-in.`,
          'Check the user and password in SMTP_URL.',
        );
      case 'ETLS':
        return broken(
          'UNREACHABLE',
          `The mail server ${this.destination} offers no safe connection (${text}).`,
          'Check its certificate, and smtp:// against smtps:// in SMTP_URL.',
        );
      case 'EENVELOPE':
      case 'EMESSAGE':
        return broken(
          'REFUSED',
          `The mail server ${this.destination} refuses ${what} (${response ?? text}).`,
          'Check the address, and MAIL_FROM.',
        );
      default:
        return broken(
          'FAILED',
          `The mail server ${this.destination} did not take ${what} (${response ?? text}).`,
          'See the log for the cause.',
        );
    }
  }
}

/** Whether the server has answered, and not taken it. */
function isRefusal(error: unknown): boolean {
  const { responseCode } = error as { readonly responseCode?: number };
  return responseCode !== undefined && responseCode >= 400;
}
