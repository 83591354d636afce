import { type ComponentChildren, Fragment, type VNode } from 'preact';
import type { Block, BlockRow, Cell, Column, NamedPage } from '../../core/report/block.ts';
import { withoutColumns } from '../../core/report/columns.ts';
import type { Edition } from '../edition.ts';
import { wholeDates } from '../i18n/dates.ts';
import { commonMessages } from '../i18n/messages/common.ts';
import { listMessages } from '../i18n/messages/list-pages.ts';
import type { Url } from '../url.ts';
import { Said, SaidSpan } from './said.tsx';
import { isForCards, NO_ROLES, ROLES, type Roles } from './table-layout.ts';

export interface DataTableProps {
  readonly edition: Edition;
  readonly block: Pick<Block, 'id' | 'title' | 'columns' | 'rows' | 'total' | 'notes'>;
  /** A heading says the same already, and the caption is for readers who listen. */
  readonly captionHidden?: boolean;
  readonly downloads?: Downloads | null;
  /** Where all of it opens, of which no more than the first rows are here; null: they are all here. */
  readonly whole?: Whole | null;
  /** What the head of a column does, by its key; a column without one is not ordered by. */
  readonly orders?: ColumnOrders;
  readonly actions?: RowActions;
}

/** Where figures are to be had as files. */
export interface Downloads {
  readonly csv: Url;
  /** Null: it is offered where the figure stands by itself. */
  readonly xlsx: Url | null;
}

/** Where all rows of a table are, and how many. */
export interface Whole {
  readonly href: Url;
  readonly count: number;
}

/** Where the head of a column leads, and how the table is ordered by it now. */
export type ColumnOrders = Readonly<
  Record<string, { readonly href: Url; readonly sorted: 'ascending' | 'descending' | null }>
>;

/** A last column with what can be done about a row, on screen. */
export interface RowActions {
  readonly head: string;
  readonly of: (row: BlockRow) => ComponentChildren;
}

/**
 * A table of a block, with its cautions beneath. A row's figure leads to the rows behind it. Wider than its place, it
 * scrolls in a region of its own, which the keyboard reaches.
 */
export function DataTable(props: DataTableProps): VNode {
  const { edition, block, captionHidden = false, downloads = null, whole = null, orders, actions } = props;
  const hasFoot = edition.medium === 'screen' && (downloads !== null || whole !== null);
  return (
    <>
      <ScrollingTable {...{ edition, block, captionHidden, orders, actions }} />
      <Notes notes={block.notes} />
      {hasFoot && (
        <p class="figure-foot">
          {whole !== null && <WholeLink edition={edition} whole={whole} title={block.title} />}
          {downloads !== null && <DownloadLinks {...{ edition, downloads }} title={block.title} />}
        </p>
      )}
    </>
  );
}

/** A second column with a mark for each row, which says nothing that the row does not say in figures. */
export type RowMark = (row: BlockRow) => ComponentChildren;

/** The way to all rows of a table. */
export function WholeLink(props: {
  readonly edition: Edition;
  readonly whole: Whole;
  readonly title: string;
}): VNode {
  const { t } = props.edition;
  const { href, count } = props.whole;
  return (
    <a class="whole" href={href} aria-label={t(listMessages.allRowsOf, { count, title: props.title })}>
      {t(listMessages.allRows, { count })}
    </a>
  );
}

/** Rows that a sheet of paper takes whole rather than in two parts. */
const SHORT = 12;

/** Without the columns that only CSV and JSON have. */
function forReaders<Table extends Pick<Block, 'columns' | 'rows' | 'total'>>(block: Table): Table {
  const hidden = block.columns.filter(({ dataOnly = false }) => dataOnly).map(({ key }) => key);
  return hidden.length === 0 ? block : { ...block, ...withoutColumns(block, hidden) };
}

function holdsDays(column: Column | undefined): boolean {
  return column?.holds === 'day' || column?.holds === 'last-day';
}

/** With dates that no line breaks. */
function withWholeDates<Table extends Pick<Block, 'columns' | 'rows' | 'total'>>(block: Table): Table {
  const { columns, rows, total } = block;
  const isOfDays = columns.map(holdsDays);
  if (!isOfDays.includes(true)) return block;
  const whole = <Of extends BlockRow>(row: Of): Of => ({
    ...row,
    cells: row.cells.map((cell, at) => (isOfDays[at] ? { ...cell, text: wholeDates(cell.text) } : cell)),
  });
  return { ...block, rows: rows.map(whole), total: total && whole(total) };
}

/** The table alone, for where notes and download stand elsewhere. */
export function ScrollingTable(props: {
  readonly edition: Edition;
  readonly block: Omit<DataTableProps['block'], 'notes'>;
  readonly captionHidden: boolean;
  readonly orders?: ColumnOrders | undefined;
  readonly actions?: RowActions | undefined;
  readonly mark?: RowMark | undefined;
}): VNode {
  const { edition, captionHidden, orders = {}, actions, mark } = props;
  const readers = forReaders(props.block);
  const block = edition.medium === 'screen' ? withWholeDates(readers) : readers;
  const captionId = `${block.id}-caption`;
  const rowCount = block.rows.length;
  const linked = Math.max(
    0,
    block.columns.findIndex((column) => column.numeric),
  );
  const region =
    edition.medium === 'screen'
      ? ({ role: 'region', tabIndex: 0, 'aria-labelledby': captionId } as const)
      : {};
  const cards = edition.medium === 'screen' && isForCards(block.columns);
  const roles = cards ? ROLES : NO_ROLES;
  return (
    <div class={rowCount <= SHORT ? 'table-scroll table-short' : 'table-scroll'} {...region}>
      <table class={cards ? 'cards' : undefined} {...roles.table}>
        <caption id={captionId} class={captionHidden ? 'visually-hidden' : undefined}>
          {block.title}
        </caption>
        <thead {...roles.rowgroup}>
          <tr {...roles.row}>
            {block.columns.map((column, index) => (
              <Fragment key={column.key}>
                {index === 1 && mark && <td class="mark" aria-hidden="true" />}
                <ColumnHead {...{ edition, column, roles }} order={orders[column.key]} />
              </Fragment>
            ))}
            {actions && (
              <th scope="col" {...roles.columnheader}>
                {actions.head}
              </th>
            )}
          </tr>
        </thead>
        <tbody {...roles.rowgroup}>
          {block.rows.map((row) => (
            <Row
              key={row.key}
              row={row}
              columns={block.columns}
              linked={linked}
              class={row.wrong === true ? 'row-wrong' : row.muted ? 'row-muted' : undefined}
              actions={actions}
              mark={mark}
              roles={roles}
              isPaper={edition.medium === 'print'}
            />
          ))}
          {block.total && (
            <Row
              row={block.total}
              columns={block.columns}
              linked={linked}
              class="row-total"
              mark={mark && (() => null)}
              roles={roles}
              isPaper={edition.medium === 'print'}
            />
          )}
        </tbody>
      </table>
    </div>
  );
}

function ColumnHead(props: {
  readonly edition: Edition;
  readonly column: Column;
  readonly order: ColumnOrders[string] | undefined;
  readonly roles: Roles;
}): VNode {
  const { edition, column, order, roles } = props;
  if (order === undefined) {
    return (
      <th scope="col" class={cellClass(column)} {...roles.columnheader}>
        {column.label}
      </th>
    );
  }
  return (
    <th scope="col" class={cellClass(column)} aria-sort={order.sorted ?? 'none'} {...roles.columnheader}>
      <a href={order.href} aria-label={edition.t(listMessages.orderBy, { column: column.label })}>
        {column.label}
      </a>
    </th>
  );
}

interface RowProps {
  readonly row: BlockRow;
  readonly columns: readonly Column[];
  /** Index of the cell that leads to the rows behind it. */
  readonly linked: number;
  readonly class: string | undefined;
  readonly actions?: RowActions | undefined;
  readonly mark?: RowMark | undefined;
  readonly roles: Roles;
  readonly isPaper: boolean;
}

function Row({ row, columns, linked, class: className, actions, mark, roles, isPaper }: RowProps): VNode {
  const name = row.cells[0]?.text ?? '';
  // A row without a number leads by its name.
  const leading = row.cells[linked]?.text === '' ? 0 : linked;
  return (
    <tr class={className} {...roles.row}>
      {row.cells.map((cell, index) => {
        const column = columns[index];
        const href = cell.href ?? (index === leading ? row.href : null);
        // A figure by itself says nothing to whoever goes from link to link; a name does.
        const label = index > 0 && column?.numeric === true ? `${cell.text}, ${name}` : undefined;
        const content =
          cell.names === undefined ? (
            <Linked text={cell.text} href={href} label={label} isSpan={isPaper && holdsDays(column)} />
          ) : (
            <Names names={cell.names} />
          );
        return index === 0 ? (
          <Fragment key={column?.key}>
            <th scope="row" class={column && cellClass(column)} {...roles.rowheader}>
              {content}
              <CellRemark cell={cell} />
            </th>
            {mark && (
              <td class="mark" aria-hidden="true">
                {mark(row)}
              </td>
            )}
          </Fragment>
        ) : (
          <td
            key={column?.key}
            class={column && cellClass(column, cell)}
            {...roles.cell}
            {...(roles === ROLES && cell.text !== '' && { 'data-head': column?.label })}
          >
            {content}
            <CellRemark cell={cell} />
          </td>
        );
      })}
      {actions && (
        <td {...roles.cell} {...(roles === ROLES && { 'data-head': actions.head })}>
          {actions.of(row)}
        </td>
      )}
    </tr>
  );
}

function CellRemark({ cell }: { readonly cell: Cell }): VNode | null {
  return cell.remark === undefined ? null : <span class="cell-remark">{cell.remark}</span>;
}

function Linked(props: {
  readonly text: string;
  readonly href: Url | null;
  readonly label?: string | undefined;
  readonly isSpan?: boolean;
}): VNode {
  const { text, isSpan = false } = props;
  const said = isSpan ? <SaidSpan text={text} /> : <Said text={text} />;
  if (props.href === null) return said;
  return (
    <a href={props.href} aria-label={props.label}>
      {said}
    </a>
  );
}

function Names({ names }: { readonly names: readonly NamedPage[] }): VNode {
  return (
    <>
      {names.map(({ text, href }, at) => (
        <Fragment key={text}>
          {at > 0 && ', '}
          <Linked text={text} href={href} />
        </Fragment>
      ))}
    </>
  );
}

/** A number that is not there: its words say why (rule 5). */
function isMissing({ text, raw }: Cell): boolean {
  return raw === null && text !== '';
}

/** "at least 340" and "not reported" are as one; "135, of which 45 approximate" is not. */
const LETTERS_IN_ONE = 16;

function cellClass({ numeric, prose = false }: Column, cell?: Cell): string | undefined {
  if (!numeric) return prose ? 'prose-cell' : undefined;
  if (cell === undefined) return 'number';
  const isOne = cell.text.includes(' ') && cell.text.length <= LETTERS_IN_ONE;
  return ['number', ...(isMissing(cell) ? ['figure-missing'] : []), ...(isOne ? ['unbroken'] : [])].join(' ');
}

/** Cautions, in whole sentences. */
export function Notes({ notes }: { readonly notes: readonly string[] }): VNode | null {
  if (notes.length === 0) return null;
  return (
    <ul class="notes">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

/** @param props.title of what is taken, for whoever goes from link to link; without it, it is all of the page */
export function DownloadLinks(props: {
  readonly edition: Edition;
  readonly downloads: Downloads;
  readonly title?: string;
}): VNode {
  const { edition, downloads, title } = props;
  const { t } = edition;
  return (
    <>
      <a href={downloads.csv} aria-label={title && t(commonMessages.downloadCsvOf, { title })}>
        {t(commonMessages.downloadCsv)}
      </a>
      {downloads.xlsx !== null && (
        <>
          {' '}
          <a href={downloads.xlsx} aria-label={title && t(commonMessages.downloadXlsxOf, { title })}>
            {t(commonMessages.downloadXlsx)}
          </a>
        </>
      )}
    </>
  );
}
