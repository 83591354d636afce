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
  /** What was typed there, where the error says so. */
  readonly value?: string;
  /** What else is wrong, in the order of the form. */
  readonly also?: readonly Refusal[];
}

/** What the reader of a form is told of an error; null where the form is not the place: nobody can mend it there. */
export function refusalOf(t: Translate, form: PageForm, error: unknown): Refusal | null {
  if (!(error instanceof DomainError)) return null;
  const [first, ...others] = (error.options.each ?? [error]).flatMap(
    (each) => refusalOfOne(t, form, each) ?? [],
  );
  if (first === undefined) return null;
  return others.length === 0 ? first : { ...first, also: others };
}

function refusalOfOne(
  t: Translate,
  { name, words, fields }: PageForm,
  { code, options }: DomainError,
): Refusal | null {
  const known = own(words, code);
  if (known !== null) {
    const [fault] = options.faults ?? [];
    const field = own(fields, code) ?? fault?.parameter ?? null;
    const text = t(known as Message<MessageArgs>, options.values ?? {});
    return { form: name, field, text, ...(fault !== undefined && { value: fault.value }) };
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
