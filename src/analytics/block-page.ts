import type { VNode } from 'preact';
import { DomainError } from '../core/errors.ts';
import type { Block, Gap } from '../core/report/block.ts';
import { blockRows } from '../core/report/block-page.ts';
import { choicesOf } from './choices.ts';
import { filterAsTyped } from './known-words.ts';
import { type Content, chosenBlocks } from './page-answer.ts';
import { BlockPage } from './pages/block.page.tsx';
import type { PageFrame } from './pages/frame.tsx';
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
  const gap = id.startsWith(GAP) ? await gapOf(content, id) : null;
  const block = gap === null ? await blockOf(content, id) : gapBlock(gap);
  const descending = order.startsWith('-');
  const column = descending ? order.slice(1) : order;
  if (column !== '' && !block.columns.some(({ key }) => key === column)) throw noSuchColumn(order);
  const shown = blockRows(block, {
    search,
    column,
    descending,
    cursor,
    limit: PAGE_ROWS,
    compare: view.f.compare,
  });
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
  });
}

async function blockOf(content: Content, id: string): Promise<Block> {
  const [block] = await chosenBlocks(content, id);
  if (block === undefined) throw new Error(`chosenBlocks found no block "${id}", and did not say so.`);
  return block;
}

async function gapOf({ gaps }: Content, id: string): Promise<Gap | null> {
  const all = gaps === undefined ? [] : await gaps();
  return all.find((gap) => `${GAP}${gap.id}` === id) ?? null;
}

/** A gap as a list, its items in their order. */
function gapBlock({ id, label, explanation, items }: Gap): Block {
  return {
    id: `${GAP}${id}`,
    title: label,
    subtitle: explanation,
    chart: null,
    columns: [{ key: 'item', label, numeric: false }],
    rows: items.map(({ text, href }, at) => ({
      key: String(at + 1),
      href,
      muted: false,
      cells: [{ text, raw: text }],
    })),
    total: null,
    notes: [],
    illustrative: false,
  };
}

function noSuchColumn(order: string): DomainError {
  return new DomainError('REQUEST.INVALID', `order: there is no column "${order}"`, {
    kind: 'call',
    faults: [{ parameter: 'order', reason: 'not-understood', value: order }],
  });
}
