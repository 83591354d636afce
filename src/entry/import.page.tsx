import type { VNode } from 'preact';
import type { Frame, Refusal } from '../access/index.ts';
import type { View } from '../analytics/index.ts';
import { ENTRY_KINDS, type EntryKind } from '../core/entry/submission.ts';
import type { ImportBatch } from '../platform/csv/import-batches.repository.ts';
import type { Edition } from '../web/edition.ts';
import { kindName } from '../web/i18n/kind-name.ts';
import { sheetMessages as m } from '../web/i18n/messages/sheets.ts';
import { Form, SelectField, TextField } from '../web/parts/form.tsx';
import { FormPage } from '../web/parts/form-page.tsx';
import { Records } from '../web/parts/records.tsx';
import { Section } from '../web/parts/section.tsx';
import { pageFrom } from '../web/url.ts';
import { entryKind } from './entry-form.ts';
import { LargeFileList } from './large/large-file-list.tsx';
import type { LargeFile } from './large/large-files.repository.ts';
import { OpenSheetList } from './open-sheet-list.tsx';
import type { OpenSheets } from './open-sheets.use-case.ts';

export const IMPORT_FORM = 'import';

export interface ImportPageProps {
  readonly frame: Frame;
  readonly chosen: { readonly kind: EntryKind; readonly decimal: string };
  /** A file of more is taken as one thing. */
  readonly mostRows: number;
  readonly mostRowsInAll: number;
  readonly mostMegabytes: number;
  /** What is wrong with the file as a whole, in whole sentences. */
  readonly faults: readonly string[];
  readonly refusal: Refusal | null;
  /** The last that came in; null: they are not the reader's to take back. */
  readonly batches: readonly ImportBatch[] | null;
  readonly view: View;
  /** The reader's own that are not submitted whole. */
  readonly sheets: OpenSheets;
  /** The reader's own that are taken as one thing. */
  readonly large: readonly LargeFile[];
}

/** Takes a file of rows; each becomes a draft of whoever brings it. */
export function ImportPage(props: ImportPageProps): VNode {
  const { frame, chosen, mostRows, mostRowsInAll, mostMegabytes, faults, refusal } = props;
  const { edition, url } = frame;
  const { t } = edition;
  return (
    <FormPage frame={frame} title={t(m.importTitle)} lede={t(m.importLede)} current="desk">
      <Form frame={frame} id={IMPORT_FORM} action="/imports" refusal={refusal} submit={t(m.read)} takesFile>
        <Faults faults={faults} />
        <SelectField
          form={IMPORT_FORM}
          name="kind"
          label={t(m.kind)}
          value={chosen.kind}
          options={ENTRY_KINDS.map((kind) => ({ value: kind, label: kindName(edition, kind, 'many') }))}
          refusal={refusal}
        />
        <div class="field">
          <label for="import-file">{t(m.file)}</label>
          <span class="field-hint" id="import-file-hint">
            {t(m.fileHint, { rows: mostRows, most: mostRowsInAll, megabytes: mostMegabytes })}
          </span>
          <input
            id="import-file"
            type="file"
            name="file"
            accept=".csv,.xlsx,.txt,text/csv"
            aria-describedby="import-file-hint"
            data-drop={t(m.dropHere)}
          />
        </div>
        <DecimalField edition={edition} form={IMPORT_FORM} value={chosen.decimal} />
      </Form>
      <p class="form-aside">
        <a href={pageFrom(url, '/files')}>{t(m.templates)}</a>
      </p>
      <OpenSheetList frame={frame} view={props.view} open={props.sheets} />
      <LargeFileList frame={frame} view={props.view} files={props.large} />
      <Batches {...props} />
    </FormPage>
  );
}

/** What is wrong with a file, in whole sentences. */
export function Faults({ faults }: { readonly faults: readonly string[] }): VNode | null {
  if (faults.length === 0) return null;
  return (
    <div class="form-error" role="alert">
      {faults.map((fault) => (
        <p key={fault}>{fault}</p>
      ))}
    </div>
  );
}

/** Which sign the numbers of a file have before their decimals. */
export function DecimalField(props: {
  readonly edition: Edition;
  readonly form: string;
  readonly value: string;
}): VNode {
  const { t } = props.edition;
  return (
    <SelectField
      form={props.form}
      name="decimal"
      label={t(m.decimal)}
      value={props.value}
      options={[
        { value: '', label: t(m.decimalAuto) },
        { value: 'point', label: t(m.decimalPoint) },
        { value: 'comma', label: t(m.decimalComma) },
      ]}
      refusal={null}
    />
  );
}

/** What came in lately, and the way to take it back whole. */
function Batches({ frame, view, batches, refusal }: ImportPageProps): VNode | null {
  const { edition } = frame;
  const { t, f } = edition;
  if (batches === null || batches.length === 0) return null;
  const kindOf = (name: string) => {
    const kind = entryKind(name);
    return kind === null ? name : kindName(edition, kind, 'many');
  };
  return (
    <Section id="batches" title={t(m.lately)} lede={t(m.latelyLede)}>
      <Records
        id="batch-rows"
        caption={t(m.lately)}
        heads={[t(m.kind), t(m.rows), t(m.by), t(m.takeBack)]}
        rows={batches.map((batch) => {
          const form = `undo-${batch.id}`;
          const again = refusal?.form === form ? refusal : null;
          return {
            key: String(batch.id),
            muted: batch.undoneAt !== null,
            cells: [
              [kindOf(batch.kind), batch.fileName].filter((each) => each !== '').join(' · '),
              t(m.counts, { added: batch.inserted, changed: batch.updated }),
              `${batch.importedBy}, ${f.moment(batch.importedAt, view.known.timeZone)}`,
              batch.undoneAt === null ? (
                <details key="undo" open={again !== null}>
                  <summary>{t(m.takeBack)}</summary>
                  <Form
                    frame={frame}
                    id={form}
                    action={`/imports/${batch.id}/undo`}
                    refusal={again}
                    submit={t(m.takeBack)}
                    danger
                  >
                    <TextField
                      form={form}
                      name="reason"
                      label={t(m.reason)}
                      required={false}
                      autocomplete="off"
                      maxLength={500}
                      refusal={again}
                    />
                  </Form>
                </details>
              ) : (
                t(m.takenBack, {
                  name: batch.undoneBy ?? '',
                  day: f.moment(batch.undoneAt, view.known.timeZone),
                })
              ),
            ],
          };
        })}
      />
    </Section>
  );
}
