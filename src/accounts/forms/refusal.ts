import { DomainError } from '../../core/errors.ts';
import { accessErrors, refusalMessages } from '../../web/i18n/messages/access-errors.ts';
import type { Translate } from '../../web/i18n/translator.ts';
import type { Refusal } from './form.tsx';

type Code = keyof typeof accessErrors;

/** Which field of its form an error is about; the others are about the form as a whole. */
const FIELDS: Partial<Readonly<Record<Code, string>>> = {
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
  'FORM.UNCONFIRMED': 'confirmed',
};

/**
 * What the reader of a form is told of an error; null where the form is not the place: nobody can mend it there.
 *
 * @param form which form of the page was sent
 */
export function refusalOf(t: Translate, form: string, error: unknown): Refusal | null {
  if (!(error instanceof DomainError)) return null;
  const { code, options } = error;
  if (isWorded(code)) return { form, field: FIELDS[code] ?? null, text: t(accessErrors[code]) };
  if (options.kind === 'too-often') {
    const minutes = Math.max(1, Math.ceil((options.retryAfterS ?? 60) / 60));
    return { form, field: null, text: t(refusalMessages.tooOften, { minutes }) };
  }
  const mendable =
    options.kind === 'call' || options.kind === 'refused' || options.kind === 'unknown-visitor';
  return mendable ? { form, field: null, text: t(refusalMessages.other) } : null;
}

function isWorded(code: string): code is Code {
  return Object.hasOwn(accessErrors, code);
}
