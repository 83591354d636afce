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
import { type Axis, restOf } from './parts-down.ts';
import { ProgramField } from './program-field.tsx';
import { numbersIn, type TableCell, type TableOf } from './table-of-results.ts';

const SETUP = 'table-setup';

/** How a table was asked for, as it was typed. */
export interface TableAsked {
  readonly program: string;
  readonly across: TableColumns;
  readonly period: string;
  readonly place: string;
  /** One in each line. */
  readonly indicators: string;
  /** The axis whose parts stand down; empty: indicators do. */
  readonly axis: string;
}

export interface TablePageProps {
  readonly frame: Frame;
  readonly view: View;
  readonly asked: TableAsked;
  readonly programs: readonly { readonly code: string; readonly title: string }[] | null;
  readonly axes: readonly Axis[];
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
          <Seen table={table} />
          <Grid {...props} table={table} />
          <p class="quiet small">
            {t(m.tableNote)} {table.of.parts !== null && t(m.partsNote)}
          </p>
          <p class="form-actions">
            <button class="button" type="submit" aria-keyshortcuts="Control+S">
              {t(m.saveTable)}
            </button>
          </p>
        </form>
      )}
    </FormPage>
  );
}

function Setup({ frame, view, asked, programs, axes }: TablePageProps): VNode {
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
          name="axis"
          label={t(m.down)}
          value={asked.axis}
          options={[
            { value: '', label: t(m.indicators) },
            ...axes.map(({ code }) => ({
              value: code,
              label: t(m.partsBy, { axis: view.vocabulary.word('axis', code, language) }),
            })),
          ]}
          refusal={null}
        />
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

/** No table says so much, unless somebody's drafts do. */
const MOST_SEEN = 15_000;

/** Whoever saves has changed what differs from what the page shows, whatever stands there by then. */
function Seen({ table }: { readonly table: NonNullable<TablePageProps['table']> }): VNode | null {
  const seen = JSON.stringify(table.cells.map((row) => row.map(numbersIn)));
  return seen.length > MOST_SEEN ? null : <input type="hidden" name="seen" value={seen} />;
}

/** What a column is of. */
export function headOf(view: View, { key, place }: TableColumn): string {
  if (place !== null) return placeLabel(view, 'country', place);
  return key.includes('Q') ? view.f.quarterShort(key) : view.f.monthShort(key);
}

/** A row of fields: an indicator, or a part of the one that stands above. */
interface GridRow {
  readonly label: string;
  readonly isPart: boolean;
  readonly fields: readonly { readonly cell: TableCell; readonly shown: string }[];
}

function gridRows(view: View, { of, cells }: NonNullable<TablePageProps['table']>): readonly GridRow[] {
  const rows = of.rows.map(
    ({ label }, row): GridRow => ({
      label,
      isPart: false,
      fields: (cells[row] ?? []).map((cell) => ({ cell, shown: cell.shown })),
    }),
  );
  const { parts } = of;
  if (parts === null) return rows;
  return [
    ...rows,
    ...parts.parts.map(({ code }, index): GridRow => {
      const word = view.vocabulary.word(parts.axis.code, code, view.language);
      return {
        label: word.charAt(0).toLocaleUpperCase(view.f.locale) + word.slice(1),
        isPart: true,
        fields: (cells[0] ?? []).map((cell) => ({ cell, shown: cell.parts[index] ?? '' })),
      };
    }),
  ];
}

/** The name of the first field in which nothing stands, row by row; null: there is none. */
function firstEmpty(rows: readonly GridRow[]): string | null {
  for (const [row, { fields }] of rows.entries()) {
    const column = fields.findIndex(({ cell, shown }) => cell.isOpen && shown === '');
    if (column >= 0) return cellField(row, column);
  }
  return null;
}

function Grid(props: TablePageProps & { readonly table: NonNullable<TablePageProps['table']> }): VNode {
  const { frame, view, table, typed, sign, fault, refusal } = props;
  const { t, f } = frame.edition;
  const { parts, columns } = table.of;
  const heads = columns.map((column) => headOf(view, column));
  const rows = gridRows(view, table);
  const [whole] = rows;
  const valueAt = (row: number, column: number) =>
    typed[cellField(row, column)] ?? rows[row]?.fields[column]?.shown ?? '';
  /** Where somebody begins who opens it to enter what is missing. */
  const begins = fault === null && refusal === null ? firstEmpty(rows) : null;
  const restAt = (column: number) =>
    restOf(
      valueAt(0, column),
      rows.slice(1).map((_, index) => valueAt(index + 1, column)),
      sign,
    );
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: wider than its place it scrolls, by keyboard too */}
      <section class="entry-table-frame" aria-label={t(m.tableTitle)} tabIndex={0}>
        <table
          class="entry-table"
          data-decimal={sign}
          {...(parts !== null && {
            'data-remaining': t(m.remainingOf, { column: '{column}', rest: '{rest}' }),
            'data-over': t(m.overOf, { column: '{column}', rest: '{rest}' }),
          })}
        >
          <thead>
            <tr>
              <th scope="col">{t(parts === null ? m.indicators : m.parts)}</th>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, isPart, fields }, row) => (
              <tr key={label}>
                <th scope="row" data-part={isPart ? 'yes' : undefined}>
                  {label}
                </th>
                {fields.map(({ cell }, column) => {
                  const name = cellField(row, column);
                  const said = isPart ? t(m.partOf, { whole: whole?.label ?? '', part: label }) : label;
                  return (
                    <td key={name}>
                      <input
                        name={name}
                        value={valueAt(row, column)}
                        aria-label={t(m.cellOf, { row: said, column: heads[column] ?? '' })}
                        data-pending={cell.pending ? 'yes' : undefined}
                        inputMode="decimal"
                        autocomplete="off"
                        readOnly={!cell.isOpen}
                        autofocus={name === begins || undefined}
                      />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
          {parts !== null && (
            <tfoot>
              <tr>
                <th scope="row">{t(m.remaining)}</th>
                {heads.map((head, column) => {
                  const rest = restAt(column);
                  return (
                    <td key={head} data-wrong={rest === null || rest === 0 ? undefined : 'yes'}>
                      {rest === null ? '' : f.number(rest)}
                    </td>
                  );
                })}
              </tr>
            </tfoot>
          )}
        </table>
      </section>
      {parts !== null && <p class="parts-rest quiet small" role="status" />}
    </>
  );
}
