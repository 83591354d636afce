import type { ComponentChildren, VNode } from 'preact';
import type { Block } from '../../core/report/block.ts';
import { withoutColumns } from '../../core/report/columns.ts';
import type { Edition } from '../../web/edition.ts';
import { commonMessages } from '../../web/i18n/messages/common.ts';
import { pageMessages } from '../../web/i18n/messages/pages.ts';
import { reportMessages } from '../../web/i18n/messages/reports.ts';
import { totalsMessages } from '../../web/i18n/messages/totals.ts';
import { DataTable } from '../../web/parts/data-table.tsx';
import { Said } from '../../web/parts/said.tsx';
import { DefinitionList } from '../../web/parts/section.tsx';
import type { ProgramSheet, SheetField } from '../program-sheet.ts';
import type { PageFrame } from './frame.tsx';
import { shortBlock } from './list-parts.tsx';

/** The fields of a fact sheet; one that the record lacks says so. */
export function SheetFields({
  edition,
  fields,
}: {
  readonly edition: Edition;
  readonly fields: readonly SheetField[];
}): VNode {
  return (
    <DefinitionList
      items={fields.map((field) => ({
        term: field.label,
        description: (
          <>
            <FieldValues edition={edition} field={field} />
            <Remark text={field.remark} />
          </>
        ),
      }))}
    />
  );
}

/** Texts that want lines of their own; other facts stand beside each other. */
const PROSE: readonly string[] = ['objectives'];

/**
 * The key facts of a programme in little room: its words, and beside them what is said in a few. What the record lacks is
 * left out.
 *
 * @param props.children the first of its words
 */
export function SheetFacts(props: {
  readonly fields: readonly SheetField[];
  readonly children: ComponentChildren;
}): VNode {
  const given = props.fields.filter(({ values }) => values.length > 0);
  const [words, facts] = [true, false].map((isProse) =>
    given.filter(({ id }) => PROSE.includes(id) === isProse),
  );
  return (
    <div class="program-facts">
      <div class="prose">
        {props.children}
        {words?.map((field) => (
          <p key={field.id}>
            <strong>{field.label}</strong>
            <br />
            <GivenValues values={field.values} />
            <Remark text={field.remark} />
          </p>
        ))}
      </div>
      <dl class="fields">
        {facts?.flatMap((field) => [
          <dt key={`${field.id}-term`}>{field.label}</dt>,
          <dd key={field.id}>
            <GivenValues values={field.values} />
            <Remark text={field.remark} />
          </dd>,
        ])}
      </dl>
    </div>
  );
}

/** A programme by its title, which leads to its sheet. */
export function ProgramName(props: { readonly title: string; readonly href: string | null }): VNode {
  const said = <Said text={props.title} />;
  return props.href === null ? said : <a href={props.href}>{said}</a>;
}

/** Beside a text that is not for everybody. */
export function Remark({ text }: { readonly text: string | undefined }): VNode | null {
  return text === undefined ? null : <span class="remark">{text}</span>;
}

/** The summary of a sheet as running text. */
export function Summary({ field }: { readonly field: SheetField | undefined }): VNode {
  return (
    <>
      <Said text={field?.values[0]?.text ?? ''} />
      <Remark text={field?.remark} />
    </>
  );
}

function FieldValues({ edition, field }: { readonly edition: Edition; readonly field: SheetField }): VNode {
  return field.values.length === 0 ? (
    <span class="figure-missing">{edition.t(totalsMessages.notRecorded)}</span>
  ) : (
    <GivenValues values={field.values} />
  );
}

function GivenValues({ values }: Pick<SheetField, 'values'>): VNode {
  const [first, ...others] = values;
  if (first !== undefined && others.length === 0) return <Value {...first} />;
  return (
    <ul>
      {values.map((value) => (
        <li key={value.text}>
          <Value {...value} />
        </li>
      ))}
    </ul>
  );
}

function Value({ text, href }: SheetField['values'][number]): VNode {
  const said = <Said text={text} />;
  return href === null ? <span>{said}</span> : <a href={href}>{said}</a>;
}

/** Results as the old sheets had them, now with their targets apart: a hope is not a result (rule 2). */
export function SheetResults({
  frame,
  sheet,
}: {
  readonly frame: PageFrame;
  readonly sheet: ProgramSheet;
}): VNode {
  const { t } = frame.edition;
  const { results, targets } = sheet;
  return (
    <div class="sheet-results">
      {results.rows.length === 0 ? (
        <p class="quiet">{t(reportMessages.noResults)}</p>
      ) : (
        <SheetTable frame={frame} sheet={sheet} block={results} title={t(pageMessages.resultsAchieved)} />
      )}
      {targets.rows.length > 0 && (
        <SheetTable frame={frame} sheet={sheet} block={targets} title={t(pageMessages.targetsSet)} />
      )}
    </div>
  );
}

/** Its title stands under the programme's own; who listens to the table alone hears both. */
function SheetTable(props: {
  readonly frame: PageFrame;
  readonly sheet: ProgramSheet;
  readonly block: Block;
  readonly title: string;
}): VNode {
  const { frame, sheet, block, title } = props;
  const { block: short, whole } = shortBlock(frame.url, block);
  const table = withoutColumns(
    { ...short, title: frame.edition.t(commonMessages.labelled, { label: title, text: sheet.title }) },
    SAID_ALREADY,
  );
  return (
    <div>
      <p class="table-title">{title}</p>
      <DataTable edition={frame.edition} block={table} captionHidden whole={whole} />
    </div>
  );
}

/** The heading and the caption say them. */
const SAID_ALREADY = ['program', 'kind'];
