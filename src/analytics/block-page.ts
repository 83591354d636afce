import type { VNode } from 'preact';
import { DomainError } from '../core/errors.ts';
import type { Block, BlockRow, Cell, Gap, GapForm } from '../core/report/block.ts';
import { blockRows } from '../core/report/block-page.ts';
import type { RowPage } from '../core/row-page.ts';
import { gapForms, gapMessages } from '../web/i18n/messages/gaps.ts';
import { reminderMessages } from '../web/i18n/messages/reminders.ts';
import { choicesOf } from './choices.ts';
import { filterAsTyped } from './known-words.ts';
import { type Content, chosenBlocks } from './page-answer.ts';
import { BlockPage } from './pages/block.page.tsx';
import type { PageFrame } from './pages/frame.tsx';
import { askHref, formHref } from './pages/keep-links.tsx';
import { PAGE_ROWS } from './pages/list-parts.tsx';
import type { View } from './view.ts';

/** A block of a page as its address asks for it. */
export interface BlockQuery {
  readonly block: string;
  readonly search?: string | undefined;
  readonly order?: string | undefined;
  readonly cursor?: string | undefined;
}

/** Before the name of a gap, where it is opened as a block. */
export const GAP = 'gap-';

/**
 * The page of one block with all of its rows, or of one gap with all of its items.
 *
 * @throws DomainError `PAGE.UNKNOWN_BLOCK`, `REQUEST.INVALID`, `RESULTS.UNKNOWN_CURSOR` (call)
 */
export async function blockPage(
  view: View,
  frame: PageFrame,
  content: Content,
  { block: id, search, order = '', cursor }: BlockQuery,
): Promise<VNode> {
  // In its own order a gap is read as far as it is shown.
  const most = search === undefined && order === '' ? PAGE_ROWS + placeOf(cursor) : undefined;
  const gap = id.startsWith(GAP) ? await gapOf(content, id, most) : null;
  const block = gap === null ? await blockOf(content, id) : gapBlock(frame, gap);
  const { column, descending } = columnOf(block, order);
  const found = blockRows(block, {
    search,
    column,
    descending,
    cursor,
    limit: PAGE_ROWS,
    compare: view.f.compare,
  });
  const isAhead = gap !== null && most !== undefined;
  const shown = isAhead ? ofAll(found, gap.all ?? found.total) : found;
  return BlockPage({
    frame,
    block,
    shown,
    search,
    order,
    about: content.about ?? null,
    filter: filterAsTyped(view),
    choices: await choicesOf(view),
    isData: gap === null,
    // Of some of its rows its chart would say what the table does not.
    hasChart: search === undefined && cursor === undefined,
  });
}

async function blockOf({ blocks }: Content, id: string): Promise<Block> {
  if (typeof blocks === 'object' && 'pieces' in blocks) throw new Error('A list opens no block of its own.');
  const [block] = await chosenBlocks(blocks, id);
  if (block === undefined) throw new Error(`chosenBlocks found no block "${id}", and did not say so.`);
  return block;
}

async function gapOf({ gaps }: Content, id: string, most: number | undefined): Promise<Gap | null> {
  const all = gaps === undefined ? [] : await gaps(most);
  return all.find((gap) => `${GAP}${gap.id}` === id) ?? null;
}

/** Items of a gap are numbered, and a cursor is the number of one. */
function placeOf(cursor: string | undefined): number {
  return cursor !== undefined && /^[1-9]\d{0,6}$/.test(cursor) ? Number(cursor) : 0;
}

/** A page of the first items of a gap, as a page of all of them. */
function ofAll(page: RowPage<BlockRow>, total: number): RowPage<BlockRow> {
  return { ...page, total, next: page.last < total ? String(page.last) : null };
}

/** A gap as a list, its items in their order. */
function gapBlock(frame: PageFrame, { id, label, explanation, items }: Gap): Block {
  const href = formHref(frame);
  const isMended = href !== undefined && items.some(({ form }) => form !== undefined);
  const isAsked = askHref(frame) !== undefined && items.some(({ program }) => program !== undefined);
  const { t } = frame.edition;
  const formCell = (form: GapForm | undefined): Cell =>
    form === undefined || href === undefined
      ? { text: '', raw: null }
      : { text: t(gapForms[form.does]), raw: null, href: href(form.path) };
  const askCell = (program: string | undefined): Cell => {
    const asks = program === undefined ? undefined : askHref(frame, { program });
    return asks === undefined
      ? { text: '', raw: null }
      : { text: t(reminderMessages.ask), raw: null, href: asks };
  };
  return {
    id: `${GAP}${id}`,
    title: label,
    subtitle: explanation,
    chart: null,
    columns: [
      { key: 'item', label, numeric: false },
      ...(isMended ? [{ key: 'form', label: t(gapMessages.form), numeric: false }] : []),
      ...(isAsked ? [{ key: 'ask', label: t(reminderMessages.reminder), numeric: false }] : []),
    ],
    rows: items.map(({ text, href, form, program }, at) => ({
      key: String(at + 1),
      href,
      muted: false,
      cells: [
        { text, raw: text },
        ...(isMended ? [formCell(form)] : []),
        ...(isAsked ? [askCell(program)] : []),
      ],
    })),
    total: null,
    notes: [],
    illustrative: false,
  };
}

/**
 * The column of a block that an order names, behind a minus for the greatest first; empty: as the block stands.
 *
 * @throws DomainError `REQUEST.INVALID` (call)
 */
export function columnOf(
  { columns }: Pick<Block, 'columns'>,
  order: string,
): { readonly column: string; readonly descending: boolean } {
  const descending = order.startsWith('-');
  const column = descending ? order.slice(1) : order;
  if (column !== '' && !columns.some(({ key }) => key === column)) throw noSuchColumn(order);
  return { column, descending };
}

function noSuchColumn(order: string): DomainError {
  return new DomainError('REQUEST.INVALID', `order: there is no column "${order}"`, {
    kind: 'call',
    faults: [{ parameter: 'order', reason: 'not-understood', value: order }],
  });
}
