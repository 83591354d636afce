import type { VNode } from 'preact';
import type { Frame, Refusal } from '../access/index.ts';
import type { NamedView } from '../analytics/index.ts';
import type { OddValue } from '../core/entry/odd-value.ts';
import type { EntryKind } from '../core/entry/submission.ts';
import type { Doubt, Guide, ImportKind, NoEvidence } from '../platform/csv/import-kind.ts';
import type { EvidencePiece } from '../results/index.ts';
import type { Edition } from '../web/edition.ts';
import { kindName } from '../web/i18n/kind-name.ts';
import { AUTONYMS } from '../web/i18n/locales.ts';
import type { Message } from '../web/i18n/message.ts';
import { choiceWords } from '../web/i18n/messages/choices.ts';
import { columnIn, columnLabels } from '../web/i18n/messages/columns.ts';
import { fieldHints, entryMessages as m } from '../web/i18n/messages/entry.ts';
import { entryErrors } from '../web/i18n/messages/entry-errors.ts';
import { evidenceMessages } from '../web/i18n/messages/evidence.ts';
import { narrativeMessages } from '../web/i18n/messages/narratives.ts';
import { errorsByColumn } from '../web/i18n/row-error-words.ts';
import { ButtonForm, Choices, FieldWords, SelectField, TextField, WordList } from '../web/parts/form.tsx';
import { FormPage } from '../web/parts/form-page.tsx';
import { pageFrom } from '../web/url.ts';
import {
  decimalIn,
  fieldName,
  formColumns,
  LONG_TEXTS,
  MOST_PARTS,
  partFields,
  partsIn,
  SUGGESTED,
  textOf,
} from './entry-form.ts';
import { PiecesOfRow } from './evidence/pieces-of-row.tsx';
import { ToSheet } from './open-sheet-list.tsx';
import type { RowCheck } from './plan-entered.ts';
import { likeWords } from './submission-words.ts';
import type { Submission } from './submissions.repository.ts';
import type { Cells } from './submissions.table.ts';

export const ENTRY_FORM = 'entry';

export interface EntryFormPageProps {
  readonly frame: Frame;
  readonly view: NamedView;
  readonly kind: ImportKind;
  /** A path of ours. */
  readonly action: string;
  /** As it was typed. */
  readonly cells: Cells;
  /** The submission that is changed; null: it is not kept yet. */
  readonly known: Pick<Submission, 'id' | 'version' | 'decimal' | 'together' | 'fileName'> | null;
  /** It came with others, or from a file. */
  readonly isOfSheet: boolean;
  /** It is a row that counts. */
  readonly corrects: boolean;
  /** The programmes to choose from; null: too many, so that one is typed. */
  readonly programs: readonly { readonly code: string; readonly title: string }[] | null;
  /** What each column takes. */
  readonly guide: Guide;
  /** Words for columns that take some. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly check: RowCheck;
  readonly twin: { readonly answer: string; readonly ref: string } | null;
  readonly refusal: Refusal | null;
  /** What comes with it; null: nothing can. */
  readonly pieces: readonly EvidencePiece[] | null;
  /** Why it was given back. */
  readonly returned: { readonly name: string; readonly comment: string } | null;
}

/** The form for one row. It works without a script; with one, what is typed is kept as a draft by itself. */
export function EntryFormPage(props: EntryFormPageProps): VNode {
  const { frame, kind, action, known, corrects, check, refusal, returned, pieces, isOfSheet } = props;
  const { edition, url } = frame;
  const { t } = edition;
  const { main, more, translations } = formColumns(kind, corrects, edition.language);
  const name = kindName(edition, kind.name as EntryKind);
  const errors = errorsByColumn(edition, check.errors);
  const general = errors.get(null) ?? (refusal !== null && refusal.field === null ? refusal.text : null);
  const opens = (columns: readonly string[]) => columns.some((column) => errors.has(column));
  const field = (column: string) => <CellField key={column} {...props} column={column} errors={errors} />;
  return (
    <FormPage
      frame={frame}
      title={t(corrects ? m.correctTitle : m.newTitle, { kind: name })}
      lede={t(corrects ? m.correctLede : m.lede)}
      current="desk"
    >
      {known !== null && isOfSheet && <ToSheet frame={frame} row={known} />}
      {returned !== null && <p class="notice notice-returned">{t(m.returnedBecause, returned)}</p>}
      <form
        class="form entry-form"
        id={ENTRY_FORM}
        method="post"
        action={pageFrom(url, action)}
        data-keeps={t(m.savedByItself)}
        data-keeps-not={t(m.notSavedByItself)}
        data-decimal={known?.decimal ?? decimalIn(edition.language)}
      >
        {(general !== null || check.errors.length > 0) && (
          <p class="form-error" role="alert">
            {general ?? t(entryErrors['ENTRY.FAULTS'])}
          </p>
        )}
        {known !== null && <input type="hidden" name="version" value={known.version} />}
        {corrects && <input type="hidden" name={fieldName('ref')} value={props.cells.ref ?? ''} />}
        <TwinQuestion {...props} />
        <OddValues edition={edition} doubts={check.doubts} />
        <div class="entry-fields">{main.map(field)}</div>
        {more.length > 0 && (
          <details open={opens(more)}>
            <summary>{t(m.more)}</summary>
            <div class="entry-fields">{more.map(field)}</div>
          </details>
        )}
        {translations.length > 0 && (
          <details open={opens(translations.map(({ column }) => column))}>
            <summary>{t(m.translations)}</summary>
            <div class="entry-fields">{translations.map(({ column }) => field(column))}</div>
          </details>
        )}
        {pieces !== null && known !== null && pieces.length > 0 && (
          <section class="entry-evidence" aria-labelledby="entry-evidence">
            <h2 id="entry-evidence">{t(evidenceMessages.comesWith)}</h2>
            <PiecesOfRow frame={frame} view={props.view} pieces={pieces} />
            <p>
              <a href={pageFrom(url, `/submissions/${known.id}/evidence`)}>
                {t(evidenceMessages.changeOfRow)}
              </a>
            </p>
          </section>
        )}
        <p class="form-actions">
          <button class="button" type="submit" name="do" value="submit">
            {t(m.submit)}
          </button>
          {!corrects && (
            <button class="button-quiet" type="submit" name="do" value="next">
              {t(m.submitNext)}
            </button>
          )}
          <button class="button-quiet" type="submit" name="do" value="keep">
            {t(m.keep)}
          </button>
          {pieces !== null && pieces.length === 0 && (
            <button class="button-quiet" type="submit" name="do" value="attach">
              {t(evidenceMessages.keepAndAttach)}
            </button>
          )}
          <span class="entry-kept quiet small" role="status" />
        </p>
      </form>
      {known !== null && (
        <ButtonForm
          frame={frame}
          action={`/submissions/${known.id}/discard`}
          label={t(m.discard)}
          fields={{ version: String(known.version) }}
        />
      )}
    </FormPage>
  );
}

interface CellProps extends EntryFormPageProps {
  readonly column: string;
  readonly errors: ReadonlyMap<string | null, string>;
}

function CellField(props: CellProps): VNode {
  const { frame, kind, column, cells, errors, programs, lists, refusal } = props;
  const { edition } = frame;
  const { t } = edition;
  const name = fieldName(column);
  const error = errors.get(column) ?? (refusal?.field === column ? refusal.text : undefined);
  const shared = {
    form: ENTRY_FORM,
    name,
    label: labelOf(edition, kind, column),
    refusal: error === undefined ? null : { form: ENTRY_FORM, field: name, text: error },
  };
  const value = cells[column] ?? '';
  const guide = props.guide[column];
  const isText = Object.hasOwn(kind.columns.anyOf ?? {}, column);
  const told = TEXT_HINTS[kind.name]?.[textOf(kind, column)?.of ?? ''];
  // Of a text the guide says that it is English, as its column in a file is.
  const said = told ?? FIELD_HINTS[column] ?? (isText ? undefined : (guide as Message | undefined));
  const hint = said === undefined ? {} : { hint: t(said) };
  if (column === 'breakdown') return <PartsField {...props} error={error} />;
  const words = choiceWords[kind.name]?.[column];
  if (words !== undefined) {
    const isRequired = kind.columns.required.includes(column);
    return (
      <SelectField
        {...shared}
        value={value}
        options={[
          { value: '', label: t(isRequired ? m.choose : m.none) },
          ...Object.entries(words).map(([word, label]) => ({ value: word, label: t(label) })),
        ]}
      />
    );
  }
  if (column === 'program' && programs !== null) {
    const isOffered = value === '' || programs.some(({ code }) => code === value);
    return (
      <SelectField
        {...shared}
        value={value}
        options={[
          { value: '', label: t(m.choose) },
          ...(isOffered ? [] : [{ value, label: value }]),
          ...programs.map(({ code, title }) => ({ value: code, label: `${title} (${code})` })),
        ]}
      />
    );
  }
  if (LONG_TEXTS.includes(textOf(kind, column)?.of ?? column)) {
    return <LongField {...shared} {...hint} value={value} rows={told === undefined ? 3 : 9} error={error} />;
  }
  const suggest = SUGGESTED[column];
  return (
    <TextField
      {...shared}
      {...hint}
      required={false}
      autocomplete="off"
      value={value}
      {...(suggest === undefined ? {} : { suggest })}
      {...(suggest === undefined && { list: lists[column] ?? [] })}
    />
  );
}

/** What is to be known of a text in whatever language it is typed, by kind and text. */
const TEXT_HINTS: Readonly<Record<string, Readonly<Record<string, Message>>>> = {
  narratives: { text: narrativeMessages.textHint },
};

const FIELD_HINTS: Readonly<Record<string, Message>> = {
  country_or_region: fieldHints.place,
  value: fieldHints.value,
};

function LongField(props: {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly rows: number;
  readonly error: string | undefined;
}): VNode {
  const { name, label, hint, value, rows, error } = props;
  const id = `${ENTRY_FORM}-${name}`;
  const described = [...(hint ? [`${id}-hint`] : []), ...(error ? [`${id}-error`] : [])].join(' ');
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <FieldWords id={id} hint={hint} error={error ?? null} />
      <textarea
        id={id}
        name={name}
        rows={rows}
        aria-describedby={described || undefined}
        aria-invalid={error === undefined ? undefined : 'true'}
      >
        {value}
      </textarea>
    </div>
  );
}

/** Parts of the value, one in each line; what is left to be given out stands beside them as numbers are typed. */
function PartsField({
  frame,
  cells,
  lists,
  error,
}: CellProps & { readonly error: string | undefined }): VNode {
  const { t } = frame.edition;
  const typed = partsIn(cells.breakdown ?? '');
  const shown = Math.min(MOST_PARTS, Math.max(4, typed.length + 2));
  const id = `${ENTRY_FORM}-breakdown`;
  return (
    <fieldset
      class="parts"
      id={id}
      aria-describedby={`${id}-hint${error === undefined ? '' : ` ${id}-error`}`}
      data-remaining={t(m.remaining, { axis: '{axis}', rest: '{rest}' })}
    >
      <legend>{t(m.breakdown)}</legend>
      <FieldWords id={id} hint={t(m.breakdownHint)} error={error ?? null} />
      <div class="parts-rows">
        {Array.from({ length: shown }, (_, index) => {
          const names = partFields(index);
          const part = typed[index];
          const label = (what: string) => `${what} ${index + 1}`;
          return (
            <div class="parts-row" key={names.axis}>
              <input
                name={names.axis}
                value={part?.axis}
                aria-label={label(t(m.axis))}
                placeholder={t(m.axis)}
                list={`${id}-axes`}
                autocomplete="off"
              />
              <input
                name={names.part}
                value={part?.part}
                aria-label={label(t(m.part))}
                placeholder={t(m.part)}
                list={`${id}-parts`}
                autocomplete="off"
              />
              <input
                name={names.number}
                value={part?.number}
                aria-label={label(t(m.number))}
                placeholder={t(m.number)}
                inputMode="decimal"
                autocomplete="off"
              />
            </div>
          );
        })}
      </div>
      <p class="parts-rest quiet small" role="status" />
      <WordList id={`${id}-axes`} words={lists.axis ?? []} />
      <WordList id={`${id}-parts`} words={lists.part ?? []} />
    </fieldset>
  );
}

function TwinQuestion({ frame, view, kind, cells, check, twin, refusal }: EntryFormPageProps): VNode | null {
  const { t } = frame.edition;
  const { question } = check;
  if (question === null && twin === null) return null;
  const ref = question !== null && 'ref' in question.like ? question.like.ref : (twin?.ref ?? '');
  return (
    <div class="entry-question">
      {question !== null && (
        <p>{t(m.twinSays, { says: likeWords(view, kind.name as EntryKind, cells, question) })}</p>
      )}
      <input type="hidden" name="twin-ref" value={ref} />
      <Choices
        form={ENTRY_FORM}
        name="twin"
        type="radio"
        label={t(m.twinTitle)}
        options={[
          { value: 'same', label: t(m.twinSame) },
          { value: 'another', label: t(m.twinAnother) },
        ]}
        chosen={twin === null ? [] : [twin.answer]}
        refusal={refusal}
      />
    </div>
  );
}

const ODD = { 'ten-times': m.tenTimes, 'a-tenth': m.aTenth, 'below-cumulative': m.belowCumulative } as const;

/** A value that jumps, beside the one before it; or a figure without the evidence that it needs. */
export function doubtText({ t, f }: Edition, doubt: OddValue | NoEvidence): string {
  if (doubt.reason === 'no-evidence') return t(m.noEvidence);
  const { value, periodEnd } = doubt.before;
  return t(ODD[doubt.reason], { before: f.number(value), day: periodEnd === null ? '' : f.day(periodEnd) });
}

function OddValues({
  edition,
  doubts,
}: {
  readonly edition: Edition;
  readonly doubts: readonly Doubt[];
}): VNode | null {
  if (doubts.length === 0) return null;
  const { t } = edition;
  return (
    <div class="entry-question">
      <p>
        <strong>{t(m.oddTitle)}</strong>
      </p>
      {doubts.map((doubt) => (
        <p key={doubt.reason}>{doubtText(edition, doubt)}</p>
      ))}
      <div class="choice choice-alone">
        <input id={`${ENTRY_FORM}-accepts`} type="checkbox" name="accepts" value="yes" />
        <label for={`${ENTRY_FORM}-accepts`}>{t(m.accept)}</label>
      </div>
    </div>
  );
}

/**
 * What a column is called in a form. One that must be filled has a star; a text says its language where that is not its
 * reader's.
 */
export function labelOf({ t, language: reader }: Edition, kind: ImportKind, column: string): string {
  const text = textOf(kind, column);
  const known = columnLabels[kind.name]?.[text?.of ?? column];
  const label = known === undefined ? column : t(known);
  if (text !== null && text.language !== reader) {
    return t(columnIn, { label, language: AUTONYMS[text.language] });
  }
  return kind.columns.required.includes(text?.of ?? column) ? `${label} *` : label;
}
