import type { VNode } from 'preact';
import { withoutColumns } from '../../core/report/columns.ts';
import type { Edition } from '../../web/edition.ts';
import { pageMessages } from '../../web/i18n/messages/pages.ts';
import { reportMessages } from '../../web/i18n/messages/reports.ts';
import { totalsMessages } from '../../web/i18n/messages/totals.ts';
import { DataTable } from '../../web/parts/data-table.tsx';
import { DefinitionList } from '../../web/parts/section.tsx';
import type { ProgramSheet, SheetField } from '../program-sheet.ts';

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
        description: <FieldValues edition={edition} field={field} />,
      }))}
    />
  );
}

function FieldValues({ edition, field }: { readonly edition: Edition; readonly field: SheetField }): VNode {
  const [first, ...others] = field.values;
  if (first === undefined) return <span class="figure-missing">{edition.t(totalsMessages.notRecorded)}</span>;
  if (others.length === 0) return <Value {...first} />;
  return (
    <ul>
      {field.values.map((value) => (
        <li key={value.text}>
          <Value {...value} />
        </li>
      ))}
    </ul>
  );
}

function Value({ text, href }: SheetField['values'][number]): VNode {
  return href === null ? <>{text}</> : <a href={href}>{text}</a>;
}

/** Results as the old sheets had them, now with their targets apart: a hope is not a result (rule 2). */
export function SheetResults({
  edition,
  sheet,
}: {
  readonly edition: Edition;
  readonly sheet: ProgramSheet;
}): VNode {
  const { t } = edition;
  const { results, targets } = sheet;
  return (
    <div class="sheet-results">
      {results.rows.length === 0 ? (
        <p class="quiet">{t(reportMessages.noResults)}</p>
      ) : (
        <DataTable
          edition={edition}
          block={withoutColumns({ ...results, title: t(pageMessages.resultsAchieved) }, SAID_ALREADY)}
        />
      )}
      {targets.rows.length > 0 && (
        <DataTable
          edition={edition}
          block={withoutColumns({ ...targets, title: t(pageMessages.targetsSet) }, SAID_ALREADY)}
        />
      )}
    </div>
  );
}

/** The heading and the caption say them. */
const SAID_ALREADY = ['program', 'kind'];
