import type { VNode } from 'preact';
import type { Frame, Refusal } from '../access/index.ts';
import { labelOf as placeLabel, type View } from '../analytics/index.ts';
import { TABLE_COLUMNS, type TableColumn, type TableColumns } from '../core/entry/entry-table.ts';
import type { DecimalSign } from '../platform/csv/written-number.ts';
import { columnLabels } from '../web/i18n/messages/columns.ts';
import { sheetMessages as m } from '../web/i18n/messages/sheets.ts';
import { FieldWords, SelectField, TextField } from '../web/parts/form.tsx';
import { FormPage } from '../web/parts/form-page.tsx';
import { pageFrom } from '../web/url.ts';
import { cellsWithSign } from './entry-form.ts';
import { ProgramField } from './program-field.tsx';
import type { TableCell, TableOf } from './table-of-results.ts';

const SETUP = 'table-setup';

/** How a table was asked for, as it was typed. */
export interface TableAsked {
  readonly program: string;
  readonly across: TableColumns;
  readonly period: string;
  readonly place: string;
  /** One in each line. */
  readonly indicators: string;
}

export interface TablePageProps {
  readonly frame: Frame;
  readonly view: View;
  readonly asked: TableAsked;
  readonly programs: readonly { readonly code: string; readonly title: string }[] | null;
  /** Null: nobody has said yet of which programme. */
  readonly table: { readonly of: TableOf; readonly cells: readonly (readonly TableCell[])[] } | null;
  /** What was typed and was not taken, by the name of its field. */
  readonly typed: Readonly<Record<string, string>>;
  readonly sign: DecimalSign;
  /** Why there is no table, or it was not taken. */
  readonly refusal: Refusal | null;
  readonly fault: string | null;
}

export function cellField(row: number, column: number): string {
  return `cell-${row}-${column}`;
}

/** What a field of a table shows before anybody types: what waits, else what counts. */
export function shownIn({ counting, pending }: TableCell, sign: DecimalSign): string {
  if (pending !== null) return pending.cells.value ?? '';
  const said = counting.map(({ value, valueHigh }) =>
    valueHigh === null ? String(value) : `${value}-${valueHigh}`,
  );
  return said.map((value) => cellsWithSign({ value }, sign).value ?? '').join(' + ');
}

/** Many results at once: periods or countries across, indicators down. */
export function TablePage(props: TablePageProps): VNode {
  const { frame, asked, table, fault, refusal } = props;
  const { edition, url } = frame;
  const { t } = edition;
  const hidden = Object.entries(asked);
  return (
    <FormPage frame={frame} title={t(m.tableTitle)} lede={t(m.tableLede)} current="desk">
      <Setup {...props} />
      {(fault !== null || refusal !== null) && (
        <p class="form-error table-fault" role="alert">
          {fault ?? refusal?.text}
        </p>
      )}
      {table !== null && (
        <form class="entry-table-form" method="post" action={pageFrom(url, '/entry/table')}>
          {hidden.map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Grid {...props} table={table} />
          <p class="quiet small">{t(m.tableNote)}</p>
          <p class="form-actions">
            <button class="button" type="submit">
              {t(m.saveTable)}
            </button>
          </p>
        </form>
      )}
    </FormPage>
  );
}

function Setup({ frame, asked, programs }: TablePageProps): VNode {
  const { edition, url } = frame;
  const { t, language } = edition;
  const labels = columnLabels.results ?? {};
  const label = (column: string) => (labels[column] === undefined ? column : t(labels[column]));
  const across = { months: m.months, quarters: m.quarters, countries: m.countries };
  return (
    <form class="form entry-form table-setup" method="get" action={pageFrom(url, '/entry/table')}>
      <input type="hidden" name="lang" value={language} />
      <div class="entry-fields">
        <ProgramField form={SETUP} label={label('program')} programs={programs} value={asked.program} t={t} />
        <SelectField
          form={SETUP}
          name="across"
          label={t(m.across)}
          value={asked.across}
          options={TABLE_COLUMNS.map((value) => ({ value, label: t(across[value]) }))}
          refusal={null}
        />
        <TextField
          form={SETUP}
          name="period"
          label={t(m.period)}
          hint={t(m.periodHint)}
          autocomplete="off"
          maxLength={7}
          value={asked.period}
          refusal={null}
        />
        <TextField
          form={SETUP}
          name="place"
          label={label('country_or_region')}
          hint={t(m.placeHint)}
          suggest="country"
          required={false}
          autocomplete="off"
          value={asked.place}
          refusal={null}
        />
        <div class="field">
          <label for={`${SETUP}-indicators`}>{t(m.indicators)}</label>
          <FieldWords id={`${SETUP}-indicators`} hint={t(m.indicatorsHint)} error={null} />
          <textarea
            id={`${SETUP}-indicators`}
            name="indicators"
            rows={2}
            aria-describedby={`${SETUP}-indicators-hint`}
          >
            {asked.indicators}
          </textarea>
        </div>
      </div>
      <p class="form-actions">
        <button class="button-quiet" type="submit">
          {t(m.showTable)}
        </button>
      </p>
    </form>
  );
}

function Grid({
  frame,
  view,
  table: { of, cells },
  typed,
  sign,
}: TablePageProps & { readonly table: NonNullable<TablePageProps['table']> }): VNode {
  const { t, f } = frame.edition;
  const headOf = ({ key, place }: TableColumn) =>
    place !== null
      ? placeLabel(view, 'country', place)
      : key.includes('Q')
        ? f.quarterShort(key)
        : f.monthShort(key);
  const heads = of.columns.map(headOf);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: wider than its place it scrolls, by keyboard too
    <section class="entry-table-frame" aria-label={t(m.tableTitle)} tabIndex={0}>
      <table class="entry-table">
        <thead>
          <tr>
            <th scope="col">{t(m.indicators)}</th>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.rows.map(({ word, label }, row) => (
            <tr key={word}>
              <th scope="row">{label}</th>
              {cells[row]?.map((cell, column) => {
                const name = cellField(row, column);
                const several = cell.pending === null && cell.counting.length > 1;
                return (
                  <td key={name}>
                    <input
                      name={name}
                      value={typed[name] ?? shownIn(cell, sign)}
                      aria-label={t(m.cellOf, { row: label, column: heads[column] ?? '' })}
                      data-pending={cell.pending ? 'yes' : undefined}
                      inputMode="decimal"
                      autocomplete="off"
                      readOnly={several}
                    />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
