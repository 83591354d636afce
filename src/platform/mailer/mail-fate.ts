import { DomainError } from '../../core/errors.ts';
import { oneLine } from '../../core/one-line.ts';

/**
 * What an error of the mailer says of an e-mail. `refused`: for good. `later`: it was not taken, and may be. `held up`:
 * the server would take nothing from us now, so nothing is said of its recipient. `unclear`: it may have been taken.
 */
export type MailFate = 'refused' | 'later' | 'held up' | 'unclear';

const FATES: Readonly<Record<string, MailFate>> = {
  'MAIL.INVALID': 'refused',
  'MAIL.REFUSED': 'refused',
  'MAIL.LATER': 'later',
  'MAIL.BROKEN_OFF': 'later',
  'MAIL.UNREACHABLE': 'held up',
  'MAIL.SIGN_IN': 'held up',
  'MAIL.SENDER': 'held up',
  'MAIL.FAILED': 'held up',
  'MAIL.NO_ROOM': 'held up',
  'MAIL.UNCLEAR': 'unclear',
};

/** Only an error that we know says that it was not taken; any other may have come after the mail server took it. */
export function fateOf(error: unknown): MailFate {
  return (error instanceof DomainError && FATES[error.code]) || 'unclear';
}

/** An error in one line, for the ledger. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof DomainError)) return oneLine(error instanceof Error ? error.message : String(error));
  return oneLine([error.message, error.options.remedy].filter((part) => part !== undefined).join(' '));
}
