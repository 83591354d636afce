import { DomainError } from '../core/errors.ts';
import { oneLine } from '../core/one-line.ts';

const EMAIL = /^[^\s@<>,;:"\p{C}]+@[^\s@<>,;:"\p{C}]+$/u;
const MOST_EMAIL = 254;
const MOST_NAME = 120;

/** @throws DomainError `ACCOUNT.EMAIL` (call) */
export function checkedEmail(text: string): string {
  const email = text.trim();
  if (isEmail(email)) return email;
  throw new DomainError('ACCOUNT.EMAIL', `"${oneLine(email, 80)}" is not an e-mail address.`, {
    kind: 'call',
    remedy: 'Give one as name@example.org.',
  });
}

export function isEmail(text: string): boolean {
  return text.length <= MOST_EMAIL && EMAIL.test(text);
}

/** Addresses that differ in capitals or blanks around them are one account's. */
export function emailKey(text: string): string {
  return text.trim().toLowerCase();
}

/** @throws DomainError `ACCOUNT.NAME` (call) */
export function checkedName(text: string): string {
  const name = text.trim();
  if (name !== '' && name.length <= MOST_NAME && oneLine(name) === name) return name;
  throw new DomainError('ACCOUNT.NAME', `A name has 1 to ${MOST_NAME} characters, on one line.`, {
    kind: 'call',
    remedy: 'Give the name by which others know the person.',
  });
}
