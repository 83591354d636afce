import { DomainError } from '../../core/errors.ts';
import type { Message, MessageArgs } from '../../web/i18n/message.ts';
import { refusalMessages } from '../../web/i18n/messages/access-errors.ts';
import type { Translate } from '../../web/i18n/translator.ts';

/** A form of a page, with what its feature says of the errors that its reader can mend. */
export interface PageForm {
  /** Which form of the page: its `id`. */
  readonly name: string;
  /** By the code of an error. */
  readonly words: Readonly<Record<string, Message<never>>>;
  /** The field that an error is about, where it names none itself; the others are about the form as a whole. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Why a form was not taken, in the reader's words. */
export interface Refusal {
  /** The form's name. */
  readonly form: string;
  /** The name of the field that is meant; null: the form as a whole. */
  readonly field: string | null;
  readonly text: string;
}

/** What the reader of a form is told of an error; null where the form is not the place: nobody can mend it there. */
export function refusalOf(t: Translate, { name, words, fields }: PageForm, error: unknown): Refusal | null {
  if (!(error instanceof DomainError)) return null;
  const { code, options } = error;
  const known = own(words, code);
  if (known !== null) {
    const field = own(fields, code) ?? options.faults?.[0]?.parameter ?? null;
    return { form: name, field, text: t(known as Message<MessageArgs>, options.values ?? {}) };
  }
  if (options.kind === 'too-often') {
    const minutes = Math.max(1, Math.ceil((options.retryAfterS ?? 60) / 60));
    return { form: name, field: null, text: t(refusalMessages.tooOften, { minutes }) };
  }
  const mendable =
    options.kind === 'call' || options.kind === 'refused' || options.kind === 'unknown-visitor';
  return mendable ? { form: name, field: null, text: t(refusalMessages.other) } : null;
}

/** Not what every object has. */
function own<T>(named: Readonly<Record<string, T>>, name: string): T | null {
  return Object.hasOwn(named, name) ? (named[name] ?? null) : null;
}
