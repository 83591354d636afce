import { DomainError } from '../../core/errors.ts';

export interface Mail {
  /** One address, without a name. */
  readonly to: string;
  readonly subject: string;
  /** Who sends it, as its recipient reads; by default the name of MAIL_FROM, whose address stays. */
  readonly sender?: string;
  readonly text: string;
  readonly html?: string;
  readonly attachments: readonly Attachment[];
  /** Where its recipient stops such e-mails: addresses on the web or of a mailbox (RFC 2369), the first of them first. */
  readonly unsubscribe?: readonly string[];
  /** Given where a second attempt must be recognisable as the same e-mail; made up otherwise. Without angle brackets. */
  readonly messageId?: string;
}

export interface Attachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Uint8Array;
}

/** Why an e-mail that nobody waits for is not handed over now: so many a minute are. */
export interface NoRoom {
  /** When there is room again, unless others take it. */
  readonly from: Date;
  readonly perMinute: number;
}

/** Room for one e-mail, to be used at once. */
export interface Room {
  /** It was not used. */
  release(): Promise<void>;
}

/** Sends e-mail: through the server of SMTP_URL, or into files where there is none. */
export abstract class Mailer {
  /** Where e-mails go, for people: "smtp.example.org:587" or a folder. Never holds the password. */
  abstract readonly destination: string;

  /**
   * Hands the e-mail over and answers its Message-ID; once this resolves, the other side has taken it.
   *
   * @throws DomainError, `broken` and naming the server but for the first. For this e-mail and for good: `MAIL.INVALID`
   * (`call`: an address or header that cannot be), `MAIL.REFUSED`. For this e-mail and for now: `MAIL.LATER`,
   * `MAIL.BROKEN_OFF`. For any e-mail: `MAIL.UNREACHABLE`, `MAIL.SIGN_IN`, `MAIL.SENDER`, `MAIL.FAILED` (the folder cannot
   * be written), `MAIL.NO_ROOM`. In all of these it was not taken. `MAIL.UNCLEAR`: the server had all of it and fell silent or hung up,
   * so it may have been taken; so it is too after any other error
   * @param room `taken`: by one of the two below; without it, it waits for room first
   */
  abstract send(mail: Mail, room?: 'taken'): Promise<string>;

  /** Takes room for one e-mail that can wait, where only so many a minute go out. */
  async takeRoom(): Promise<Room | NoRoom> {
    return { release: async () => undefined };
  }

  /**
   * Takes room for one e-mail that somebody waits for, before any that can wait; resolves once it may be handed over.
   *
   * @throws DomainError `MAIL.NO_ROOM` (broken): there is none in the next minutes
   */
  async waitForRoom(): Promise<void> {}

  /** Whether e-mail could be sent now. @throws DomainError MAIL.* as `send` does */
  abstract verify(): Promise<void>;
}

/**
 * Whatever becomes a header must be one line: a line break in it would begin another header.
 *
 * @throws DomainError MAIL.INVALID
 */
export function checkMail(mail: Mail): void {
  if (!/^[^\s\p{Cc}@<>,;:"]+@[^\s\p{Cc}@<>,;:"]+$/u.test(mail.to)) {
    throw invalid(`"${oneLine(mail.to)}" is not an e-mail address.`);
  }
  const headers = [
    mail.subject,
    mail.sender ?? '',
    mail.messageId ?? '',
    ...(mail.unsubscribe ?? []),
    ...mail.attachments.flatMap((one) => [one.filename, one.contentType]),
  ];
  const broken = headers.find((header) => /\p{Cc}/u.test(header));
  if (broken !== undefined) {
    throw invalid(`The header "${oneLine(broken)}" holds a line break or another control character.`);
  }
  const address = (mail.unsubscribe ?? []).find((each) => /[\s<>,]/.test(each));
  if (address !== undefined) throw invalid(`"${oneLine(address)}" is no address of a header.`);
}

const invalid = (message: string) => new DomainError('MAIL.INVALID', message, { kind: 'call' });
const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ');
