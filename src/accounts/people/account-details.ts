import { DomainError } from '../../core/errors.ts';
import { oneLine } from '../../core/one-line.ts';
import { describeUnseen, firstUnseen } from '../../core/unseen.ts';

const EMAIL = /^[^\s@<>,;:"\p{C}]+@[^\s@<>,;:"\p{C}]+$/u;
const MOST_EMAIL = 254;
const MOST_NAME = 120;

/**
 * Text of a form, without blanks around it, in Unicode's composed form.
 *
 * @throws DomainError `EMAIL.INVISIBLE`, `NAME.INVISIBLE` (call) where it holds what nobody can see
 */
export function seenText(text: string, code: 'EMAIL.INVISIBLE' | 'NAME.INVISIBLE'): string {
  const trimmed = text.trim().normalize('NFC');
  const unseen = firstUnseen(trimmed);
  if (unseen === null) return trimmed;
  throw new DomainError(code, `It holds ${describeUnseen(unseen)}, which nobody can see.`, {
    kind: 'call',
    remedy: 'Type it again, for what is copied brings such characters along.',
  });
}

/** @throws DomainError `ACCOUNT.EMAIL`, `EMAIL.INVISIBLE` (call) */
export function checkedEmail(text: string): string {
  const email = seenText(text, 'EMAIL.INVISIBLE');
  if (isEmail(email)) return email;
  throw new DomainError('ACCOUNT.EMAIL', `"${oneLine(email, 80)}" is not an e-mail address.`, {
    kind: 'call',
    remedy: 'Give one as name@example.org.',
  });
}

export function isEmail(text: string): boolean {
  return text.length <= MOST_EMAIL && EMAIL.test(text) && firstUnseen(text) === null;
}

/** Addresses that differ in capitals or blanks around them are one account's. */
export function emailKey(text: string): string {
  return text.trim().normalize('NFC').toLowerCase();
}

/** @throws DomainError `ACCOUNT.NAME`, `NAME.INVISIBLE` (call) */
export function checkedName(text: string): string {
  const name = seenText(text, 'NAME.INVISIBLE');
  if (name !== '' && name.length <= MOST_NAME && oneLine(name) === name) return name;
  throw new DomainError('ACCOUNT.NAME', `A name has 1 to ${MOST_NAME} characters, on one line.`, {
    kind: 'call',
    remedy: 'Give the name by which others know the person.',
  });
}
