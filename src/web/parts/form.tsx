import type { ComponentChildren, VNode } from 'preact';
import { pageFrom, type Url } from '../url.ts';

/** Why a form was not taken: said at the field that is meant, or above the form. */
export interface FormRefusal {
  /** The form's `id`. */
  readonly form: string;
  /** The name of the field; null: the form as a whole. */
  readonly field: string | null;
  readonly text: string;
  /** What was typed there, where that is known. */
  readonly value?: string;
  /** What else is wrong, in the order of the form. */
  readonly also?: readonly FormRefusal[];
}

/** All that is wrong with one field of a form; of a field that takes several values, with each of them. */
export function faultsOf(
  refusal: FormRefusal | null,
  form: string,
  field: string | null,
): readonly FormRefusal[] {
  if (refusal === null) return [];
  return [refusal, ...(refusal.also ?? [])].filter((each) => each.form === form && each.field === field);
}

/** The page that a form stands on. */
interface Place {
  readonly url: Url;
}

export interface FormProps {
  readonly frame: Place;
  readonly id: string;
  /** A path of ours, with what it must keep; the language is added. */
  readonly action: string;
  readonly refusal: FormRefusal | null;
  readonly submit: string;
  /** What the button does cannot be undone by the reader alone. */
  readonly danger?: boolean;
  /** It has a field for a file. */
  readonly takesFile?: boolean;
  /** Another button, which sends the same with a field of its own. */
  readonly also?: { readonly name: string; readonly value: string; readonly label: string };
  readonly children?: ComponentChildren;
}

/** A form that posts. What is wrong stands above it, and at the field. */
export function Form(props: FormProps): VNode {
  const { frame, id, action, refusal, submit, danger = false, takesFile = false, also, children } = props;
  const refused = refusal?.form === id ? refusal : null;
  return (
    <form
      class="form"
      id={id}
      method="post"
      action={pageFrom(frame.url, action)}
      encType={takesFile ? 'multipart/form-data' : undefined}
    >
      {refused !== null && refused.field === null && (
        <p class="form-error" role="alert">
          {refused.text}
        </p>
      )}
      {children}
      <p class="form-actions">
        {danger ? (
          <button class="button button-danger" type="submit">
            {submit}
          </button>
        ) : (
          <button class="button" type="submit">
            {submit}
          </button>
        )}
        {also !== undefined && (
          <button class="button-quiet" type="submit" name={also.name} value={also.value}>
            {also.label}
          </button>
        )}
      </p>
    </form>
  );
}

/** A form that is one quiet button. */
export function ButtonForm(props: {
  readonly frame: Place;
  readonly action: string;
  readonly label: string;
  /** For readers who listen, where many buttons say the same. */
  readonly description?: string;
  readonly fields?: Readonly<Record<string, string>>;
}): VNode {
  const { frame, action, label, description, fields = {} } = props;
  return (
    <form method="post" action={pageFrom(frame.url, action)}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button class="button-quiet" type="submit" aria-label={description}>
        {label}
      </button>
    </form>
  );
}

interface FieldFrame {
  /** The form's `id`. */
  readonly form: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly refusal: FormRefusal | null;
}

type InputProps = {
  readonly type?: 'email' | 'number' | 'password' | 'text';
  /** A field name of the HTML standard, so that browsers and password managers know what belongs there. */
  readonly autocomplete?: 'current-password' | 'name' | 'new-password' | 'off' | 'one-time-code' | 'username';
  readonly inputMode?: 'numeric';
  /** Passwords have none: what is pasted is never cut in silence. */
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  readonly spellcheck?: boolean;
  /** Passwords and codes of a second factor have none: they are never sent back. */
  readonly value?: string;
  readonly required?: boolean;
  /** Where the page begins. */
  readonly first?: boolean;
  /** Names of such things are suggested while one is typed. */
  readonly suggest?: 'program' | 'indicator' | 'country' | 'donor';
  /** Words to choose from, or to type another. */
  readonly list?: readonly string[];
};

/** A field of one line with its label, its hint, and what is wrong with it. */
export function TextField(props: FieldFrame & InputProps): VNode {
  const { form, name, label, hint, refusal, required = true, first = false } = props;
  const { type = 'text', autocomplete, inputMode, maxLength, min, max, spellcheck, value } = props;
  const { suggest, list = [] } = props;
  const { id, error, described } = fieldOf(form, name, hint, refusal);
  // The first of several that must be mended.
  const begins =
    (error !== null && refusal?.field === name) || (first && (refusal === null || refusal.field === null));
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <FieldWords id={id} hint={hint} error={error} />
      <input
        id={id}
        name={name}
        required={required}
        aria-describedby={described}
        aria-invalid={error === null ? undefined : 'true'}
        // Where the page begins, or what must be mended.
        autofocus={begins || undefined}
        // preact's types want to know which one it is.
        type={type as 'text'}
        {...{ autocomplete, inputMode, maxLength, min, max, spellcheck, value }}
        data-suggest={suggest}
        list={list.length === 0 ? undefined : `${id}-list`}
      />
      {list.length > 0 && <WordList id={`${id}-list`} words={list} />}
    </div>
  );
}

/** Words that a field offers, which takes others too. */
export function WordList({ id, words }: { readonly id: string; readonly words: readonly string[] }): VNode {
  return (
    <datalist id={id}>
      {words.map((word) => (
        <option key={word} value={word} />
      ))}
    </datalist>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** One of few, in a list that drops down. */
export function SelectField(
  props: FieldFrame & { readonly options: readonly Option[]; readonly value: string },
): VNode {
  const { form, name, label, hint, refusal, options, value } = props;
  const { id, error, described } = fieldOf(form, name, hint, refusal);
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <FieldWords id={id} hint={hint} error={error} />
      <select
        id={id}
        name={name}
        aria-describedby={described}
        aria-invalid={error === null ? undefined : 'true'}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** One (`radio`) or any (`checkbox`) of several, all in sight. */
export function Choices(
  props: FieldFrame & {
    readonly type: 'radio' | 'checkbox';
    readonly options: readonly Option[];
    readonly chosen: readonly string[];
    readonly required?: boolean;
  },
): VNode {
  const { form, name, label, hint, refusal, type, options, chosen, required = false } = props;
  const { id, error, described } = fieldOf(form, name, hint, refusal);
  return (
    <fieldset class="choices" aria-describedby={described}>
      <legend>{label}</legend>
      <FieldWords id={id} hint={hint} error={error} />
      <div class="choices-list">
        {options.map((option, index) => (
          <div key={option.value} class="choice">
            <input
              id={`${id}-${index}`}
              type={type}
              name={name}
              value={option.value}
              required={required}
              checked={chosen.includes(option.value)}
              aria-describedby={option.hint ? `${id}-${index}-hint` : undefined}
            />
            <label for={`${id}-${index}`}>{option.label}</label>
            {option.hint && (
              <span class="choice-hint" id={`${id}-${index}-hint`}>
                {option.hint}
              </span>
            )}
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** "Yes, …": without it the server does nothing. */
export function Confirmation(props: {
  readonly form: string;
  readonly label: string;
  readonly refusal: FormRefusal | null;
}): VNode {
  const { id, error, described } = fieldOf(props.form, 'confirmed', undefined, props.refusal);
  return (
    <div class="choice choice-alone">
      <FieldWords id={id} hint={undefined} error={error} />
      <input
        id={id}
        type="checkbox"
        name="confirmed"
        value="yes"
        required
        aria-describedby={described}
        aria-invalid={error === null ? undefined : 'true'}
      />
      <label for={id}>{props.label}</label>
    </div>
  );
}

export function FieldWords({
  id,
  hint,
  error,
}: {
  readonly id: string;
  readonly hint: string | undefined;
  readonly error: string | null;
}): VNode {
  return (
    <>
      {hint && (
        <span class="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error !== null && (
        <span class="field-error" id={`${id}-error`} role="alert">
          {error}
        </span>
      )}
    </>
  );
}

function fieldOf(form: string, name: string, hint: string | undefined, refusal: FormRefusal | null) {
  const id = `${form}-${name}`;
  const error = faultsOf(refusal, form, name)[0]?.text ?? null;
  const described = [...(hint ? [`${id}-hint`] : []), ...(error === null ? [] : [`${id}-error`])];
  return { id, error, described: described.length === 0 ? undefined : described.join(' ') };
}
