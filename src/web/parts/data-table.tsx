import { type ComponentChildren, Fragment, type VNode } from 'preact';
import type { Block, BlockRow, Column } from '../../core/report/block.ts';
import { withoutColumns } from '../../core/report/columns.ts';
import type { Edition } from '../edition.ts';
import { commonMessages } from '../i18n/messages/common.ts';
import type { Url } from '../url.ts';
import { Said } from './said.tsx';

export interface DataTableProps {
  readonly edition: Edition;
  readonly block: Pick<Block, 'id' | 'title' | 'columns' | 'rows' | 'total' | 'notes'>;
  /** A heading says the same already, and the caption is for readers who listen. */
  readonly captionHidden?: boolean;
  readonly csvHref?: Url | null;
  readonly actions?: RowActions;
}

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
  const { edition, block, captionHidden = false, csvHref = null, actions } = props;
  return (
    <>
      <ScrollingTable edition={edition} block={block} captionHidden={captionHidden} actions={actions} />
      <Notes notes={block.notes} />
      {csvHref !== null && edition.medium === 'screen' && (
        <p class="figure-foot">
          <CsvLink edition={edition} href={csvHref} title={block.title} />
        </p>
      )}
    </>
  );
}

/** A second column with a mark for each row, which says nothing that the row does not say in figures. */
export type RowMark = (row: BlockRow) => ComponentChildren;

/** Rows that a sheet of paper takes whole rather than in two parts. */
const SHORT = 12;

/** Without the columns that only CSV and JSON have. */
function forReaders<Table extends Pick<Block, 'columns' | 'rows' | 'total'>>(block: Table): Table {
  const hidden = block.columns.filter(({ dataOnly = false }) => dataOnly).map(({ key }) => key);
  return hidden.length === 0 ? block : { ...block, ...withoutColumns(block, hidden) };
}

/** The table alone, for where notes and download stand elsewhere. */
export function ScrollingTable(props: {
  readonly edition: Edition;
  readonly block: Omit<DataTableProps['block'], 'notes'>;
  readonly captionHidden: boolean;
  readonly actions?: RowActions | undefined;
  readonly mark?: RowMark | undefined;
}): VNode {
  const { edition, captionHidden, actions, mark } = props;
  const block = forReaders(props.block);
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
  return (
    <div class={rowCount <= SHORT ? 'table-scroll table-short' : 'table-scroll'} {...region}>
      <table>
        <caption id={captionId} class={captionHidden ? 'visually-hidden' : undefined}>
          {block.title}
        </caption>
        <thead>
          <tr>
            {block.columns.map((column, index) => (
              <Fragment key={column.key}>
                {index === 1 && mark && <td class="mark" aria-hidden="true" />}
                <th scope="col" class={cellClass(column)}>
                  {column.label}
                </th>
              </Fragment>
            ))}
            {actions && <th scope="col">{actions.head}</th>}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row) => (
            <Row
              key={row.key}
              row={row}
              columns={block.columns}
              linked={linked}
              class={row.muted ? 'row-muted' : undefined}
              actions={actions}
              mark={mark}
            />
          ))}
          {block.total && (
            <Row
              row={block.total}
              columns={block.columns}
              linked={linked}
              class="row-total"
              mark={mark && (() => null)}
            />
          )}
        </tbody>
      </table>
    </div>
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
}

function Row({ row, columns, linked, class: className, actions, mark }: RowProps): VNode {
  const name = row.cells[0]?.text ?? '';
  return (
    <tr class={className}>
      {row.cells.map((cell, index) => {
        const column = columns[index];
        const href = cell.href ?? (index === linked ? row.href : null);
        const content =
          href !== null ? (
            <a href={href} aria-label={index === 0 ? undefined : `${cell.text}, ${name}`}>
              <Said text={cell.text} />
            </a>
          ) : (
            <Said text={cell.text} />
          );
        return index === 0 ? (
          <Fragment key={column?.key}>
            <th scope="row" class={column && cellClass(column)}>
              {content}
            </th>
            {mark && (
              <td class="mark" aria-hidden="true">
                {mark(row)}
              </td>
            )}
          </Fragment>
        ) : (
          <td key={column?.key} class={column && cellClass(column)}>
            {content}
          </td>
        );
      })}
      {actions && <td>{actions.of(row)}</td>}
    </tr>
  );
}

function cellClass({ numeric, prose = false }: Column): string | undefined {
  if (numeric) return 'number';
  return prose ? 'prose-cell' : undefined;
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

export function CsvLink(props: {
  readonly edition: Edition;
  readonly href: Url;
  readonly title: string;
}): VNode {
  const { t } = props.edition;
  return (
    <a href={props.href} aria-label={t(commonMessages.downloadCsvOf, { title: props.title })}>
      {t(commonMessages.downloadCsv)}
    </a>
  );
}
