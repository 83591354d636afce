import { type RowPage, rowPage } from '../row-page.ts';
import type { Block, BlockRow } from './block.ts';
import { type BlockRequest, blockRows } from './block-page.ts';

/**
 * One page of the rows of several blocks, of which each is in the order that is asked for, and all of one stand before the
 * next: a page may hold the end of one and the beginning of another, and none that is empty.
 *
 * @throws DomainError `RESULTS.UNKNOWN_CURSOR` (call)
 * @example severalBlocks([193 countries, 12 regions], { …, cursor: the 150th, limit: 50 }) // 43 countries, then 7 regions
 */
export function severalBlocks(
  blocks: readonly Block[],
  { cursor, limit, ...request }: BlockRequest,
): { readonly blocks: readonly Block[]; readonly shown: RowPage<BlockRow> } {
  const ordered = blocks.map((block) => ({
    block,
    rows: blockRows(block, { ...request, limit: block.rows.length }).rows,
  }));
  const shown = rowPage(
    ordered.flatMap(({ rows }) => rows),
    ({ key }) => key,
    { cursor, limit },
  );
  const onPage = new Set(shown.rows);
  const filled = ordered
    .map(({ block, rows }) => ({ ...block, rows: rows.filter((row) => onPage.has(row)) }))
    .filter(({ rows }) => rows.length > 0);
  return {
    blocks: filled.map((block, at) => ({ ...block, notes: laterNotes(block, filled[at + 1]) })),
    shown,
  };
}

/** What is said below the next block too is said there. */
function laterNotes({ notes }: Block, next: Block | undefined): readonly string[] {
  return notes.filter((note) => next === undefined || !next.notes.includes(note));
}
