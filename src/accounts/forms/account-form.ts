import type { PageForm } from '../../access/index.ts';
import { accessErrors } from '../../web/i18n/messages/access-errors.ts';

/** Which field of its form an error is about. */
const FIELDS: Partial<Readonly<Record<keyof typeof accessErrors, string>>> = {
  'SIGN_IN.CODE': 'code',
  'SECOND_FACTOR.CODE': 'code',
  'ONE_TIME.UNKNOWN': 'code',
  'PASSWORD.WRONG': 'current',
  'PASSWORD.SHORT': 'password',
  'PASSWORD.LONG': 'password',
  'PASSWORD.COMMON': 'password',
  'ACCOUNT.EMAIL': 'email',
  'ACCOUNT.EXISTS': 'email',
  'ACCOUNT.NAME': 'name',
  'EMAIL.INVISIBLE': 'email',
  'NAME.INVISIBLE': 'name',
  'MANDATE.ROLE': 'role',
  'MANDATE.ORGANISATION': 'organisations',
  'MANDATE.PROGRAM': 'programs',
  'TOKEN.NAME': 'name',
  'TOKEN.DAYS': 'days',
  'TOKEN.NOTHING_TO_WRITE': 'writes',
  'FORM.UNCONFIRMED': 'confirmed',
};

/** A form of the pages of accounts, which call a field the same wherever it stands. */
export function accountForm(name: string): PageForm {
  return { name, words: accessErrors, fields: FIELDS };
}
