import type { VNode } from 'preact';
import type { Frame } from '../access/index.ts';
import type { View } from '../analytics/index.ts';
import type { EntryKind } from '../core/entry/submission.ts';
import type { FileShape } from '../platform/csv/file-shape.ts';
import type { ImportKind } from '../platform/csv/import-kind.ts';
import type { Edition } from '../web/edition.ts';
import { kindName } from '../web/i18n/kind-name.ts';
import { choiceWords } from '../web/i18n/messages/choices.ts';
import { columnMapMessages as m } from '../web/i18n/messages/column-maps.ts';
import { type FormRefusal, SelectField, TextField } from '../web/parts/form.tsx';
import { FormPage } from '../web/parts/form-page.tsx';
import { Records } from '../web/parts/records.tsx';
import { pageFrom } from '../web/url.ts';
import type { BroughtFile } from './brought-files.repository.ts';
import type { SaidOfColumns } from './brought-files.use-case.ts';
import { choicesOf, PERIOD } from './column-names.ts';
import { labelOf } from './entry.page.tsx';
import { SUGGESTED } from './entry-form.ts';
import { DecimalField, Faults } from './import.page.tsx';

export const COLUMNS_FORM = 'columns';
/** Names of fields: what a column of the file is, by its place, and what holds for each row, by column. */
export const columnField = (index: number) => `column-${index}`;
export const sameField = (column: string) => `same-${column}`;

/** What may hold for a file as a whole, and stands beside it and not in it. */
export const SAME: Readonly<Record<EntryKind, readonly string[]>> = {
  results: ['program', 'indicator', 'unit', 'kind', 'country_or_region', 'period_start', 'period_end'],
  transactions: ['program', 'type', 'value_date', 'currency', 'provider', 'receiver', 'country_or_region'],
  narratives: ['program', 'country_or_region', 'section', 'period_start', 'period_end'],
  programs: ['status', 'parent', 'pillar'],
  'program-countries': ['program'],
  'program-organisations': ['program', 'role'],
  organisations: ['kind', 'country'],
  indicators: ['unit', 'measure', 'combine_time', 'combine_place'],
};

export interface ColumnsPageProps {
  readonly frame: Frame;
  readonly view: View;
  readonly kind: ImportKind;
  readonly file: BroughtFile;
  /** As it is guessed, was said last time, or was typed. */
  readonly said: SaidOfColumns;
  /** When such files were last read; null: never. */
  readonly remembered: Date | null;
  /** What every row needs and no column is taken for. */
  readonly missing: readonly string[];
  readonly programs: readonly { readonly code: string; readonly title: string }[] | null;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** What is wrong: in whole sentences, and by the name of a field. */
  readonly faults: readonly string[];
  readonly fieldFaults: ReadonlyMap<string, string>;
  readonly refusal: FormRefusal | null;
}

/** A column as it may be chosen. */
export function choiceLabel(edition: Edition, kind: ImportKind, column: string): string {
  return column === PERIOD ? edition.t(m.wholePeriod) : labelOf(edition, kind, column);
}

/** Asks what the columns of a file are: each with its first values. It works without a script. */
export function ColumnsPage(props: ColumnsPageProps): VNode {
  const { frame, view, file, said, remembered, faults, refusal } = props;
  const { edition, url } = frame;
  const { t, f } = edition;
  const lede = t(m.lede, { kind: kindName(edition, file.kind, 'many'), rows: file.shape.rowCount });
  return (
    <FormPage
      frame={frame}
      {...(file.fileName === '' ? {} : { kicker: file.fileName })}
      title={t(m.title)}
      lede={lede}
      current="desk"
    >
      {remembered !== null && (
        <p class="notice">{t(m.asLastTime, { day: f.moment(remembered, view.known.timeZone) })}</p>
      )}
      <form
        class="form entry-form columns-form"
        id={COLUMNS_FORM}
        method="post"
        action={pageFrom(url, `/imports/files/${file.id}`)}
      >
        <Faults faults={refusal === null ? faults : [refusal.text, ...faults]} />
        <FileColumns {...props} />
        <SameForAll {...props} />
        <DecimalField edition={edition} form={COLUMNS_FORM} value={said.decimal ?? ''} />
        <p class="form-actions">
          <button class="button" type="submit">
            {t(m.take)}
          </button>
        </p>
      </form>
      <p class="form-aside">
        <a href={pageFrom(url, '/imports')}>{t(m.another)}</a>
      </p>
    </FormPage>
  );
}

/** What a column of a file is called; one without a name, by its place. */
export function nameInFile({ t }: Edition, { columns }: FileShape, index: number): string {
  const name = columns[index]?.name ?? '';
  return name === '' ? t(m.unnamed, { number: index + 1 }) : name;
}

function FileColumns({ frame, kind, file: { shape }, said, fieldFaults }: ColumnsPageProps): VNode {
  const { edition } = frame;
  const { t } = edition;
  const choices = choicesOf(kind).map((value) => ({ value, label: choiceLabel(edition, kind, value) }));
  const shown = shape.columns.flatMap(({ name, samples }, index) =>
    name === '' && samples.length === 0 ? [] : [{ index, samples }],
  );
  return (
    <Records
      id="file-columns"
      caption={t(m.title)}
      heads={[t(m.inFile), t(m.firstValues), t(m.whatItIs)]}
      rows={shown.map(({ index, samples }) => {
        const field = columnField(index);
        const fault = fieldFaults.get(field);
        const chosen = said.columns[index] ?? '';
        const name = nameInFile(edition, shape, index);
        return {
          key: field,
          muted: chosen === '',
          cells: [
            name,
            samples.length === 0 ? (
              <span class="quiet">{t(m.empty)}</span>
            ) : (
              <span class="samples">{samples.join(' · ')}</span>
            ),
            <span key="is" class="column-is">
              {fault !== undefined && (
                <span class="field-error" id={`${field}-error`} role="alert">
                  {fault}
                </span>
              )}
              <select
                name={field}
                aria-label={t(m.whatIs, { column: name })}
                aria-invalid={fault === undefined ? undefined : 'true'}
                aria-describedby={fault === undefined ? undefined : `${field}-error`}
              >
                <option value="">{t(m.notUsed)}</option>
                {choices.map(({ value, label }) => (
                  <option key={value} value={value} selected={value === chosen}>
                    {label}
                  </option>
                ))}
              </select>
            </span>,
          ],
        };
      })}
    />
  );
}

function SameForAll(props: ColumnsPageProps): VNode {
  const { frame, file, said, missing, fieldFaults } = props;
  const { t } = frame.edition;
  const columns = SAME[file.kind];
  const isOpen = (column: string) =>
    missing.includes(column) || fieldFaults.has(sameField(column)) || (said.same[column] ?? '') !== '';
  const open = columns.filter(isOpen);
  const more = columns.filter((column) => !isOpen(column));
  const field = (column: string) => <SameField key={column} {...props} column={column} />;
  return (
    <fieldset class="same-for-all">
      <legend>{t(m.sameTitle)}</legend>
      <p class="field-hint">{t(m.sameLede)}</p>
      {open.length > 0 && <div class="entry-fields">{open.map(field)}</div>}
      {more.length > 0 && (
        <details>
          <summary>{t(m.moreSame)}</summary>
          <div class="entry-fields">{more.map(field)}</div>
        </details>
      )}
    </fieldset>
  );
}

function SameField(props: ColumnsPageProps & { readonly column: string }): VNode {
  const { frame, kind, said, column, programs, lists, fieldFaults } = props;
  const { edition } = frame;
  const { t } = edition;
  const name = sameField(column);
  const fault = fieldFaults.get(name);
  const value = said.same[column] ?? '';
  const shared = {
    form: COLUMNS_FORM,
    name,
    label: labelOf(edition, kind, column),
    value,
    refusal: fault === undefined ? null : { form: COLUMNS_FORM, field: name, text: fault },
  };
  const none = { value: '', label: t(m.none) };
  const words = choiceWords[kind.name]?.[column];
  if (words !== undefined) {
    const options = Object.entries(words).map(([word, label]) => ({ value: word, label: t(label) }));
    return <SelectField {...shared} options={[none, ...options]} />;
  }
  if (column === 'program' && programs !== null) {
    const options = programs.map(({ code, title }) => ({ value: code, label: `${title} (${code})` }));
    return <SelectField {...shared} options={[none, ...options]} />;
  }
  const suggest = SUGGESTED[column];
  return (
    <TextField
      {...shared}
      required={false}
      autocomplete="off"
      maxLength={200}
      {...(suggest === undefined ? { list: lists[column] ?? [] } : { suggest })}
    />
  );
}
