import type { EntrySelection, ResultSelection } from '../core/figures.ts';
import type { PageRequest, RowPage } from '../core/row-page.ts';
import { entriesBlock, resultRowsBlock } from './blocks/rows.ts';
import type { BlockPieces } from './blocks-in-pieces.ts';
import { withProgramsBehind } from './named-view.ts';
import type { View } from './view.ts';

/** Some milliseconds' work, and a few hundred kilobytes. */
const ROWS_IN_PIECE = 250;

/** All results of a selection, which the door gives as of one revision however long it takes to send them. */
export function resultPieces(view: View, selection: ResultSelection): BlockPieces {
  return {
    id: 'results',
    async *read() {
      const pages = pagesOf((page) => view.figures.results(selection, page));
      for await (const page of pages) yield resultRowsBlock(await withProgramsBehind(view, page.rows), page);
    },
  };
}

/** All transactions of one type; their total comes with the last. */
export function entryPieces(view: View, selection: EntrySelection): BlockPieces {
  return {
    id: `${selection.type}-transactions`,
    async *read() {
      const pages = pagesOf((page) => view.figures.entries(selection, page));
      for await (const page of pages) {
        const block = await entriesBlock(view, selection, page);
        yield page.next === null ? block : { ...block, total: null };
      }
    },
  };
}

export async function* pagesOf<Page extends Pick<RowPage<unknown>, 'next'>>(
  ask: (page: PageRequest) => Promise<Page>,
): AsyncGenerator<Page> {
  let cursor: string | null = null;
  do {
    // The first says how many there are.
    const page: Page = await ask(
      cursor === null ? { limit: ROWS_IN_PIECE } : { cursor, limit: ROWS_IN_PIECE, isCounted: false },
    );
    yield page;
    cursor = page.next;
  } while (cursor !== null);
}
