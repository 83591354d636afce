import type { ComponentChildren, VNode } from 'preact';
import type { Block } from '../../core/report/block.ts';
import { countOfRows } from '../../core/report/short.ts';
import type { RowPage } from '../../core/row-page.ts';
import { VIEW_PAGES } from '../../core/view-page.ts';
import { type ColumnOrders, DataTable } from '../../web/parts/data-table.tsx';
import { EmptyState } from '../../web/parts/empty-state.tsx';
import type { LayoutProps } from '../../web/parts/layout.tsx';
import { Pages } from '../../web/parts/pagination.tsx';
import { PageHeading } from '../../web/parts/section.tsx';
import { pathOf, type Url } from '../../web/url.ts';
import { downloadsOf, Page, PageDownloads, type PageFrame } from './frame.tsx';
import { SaveLink } from './keep-links.tsx';
import { listAsRead, shortBlock } from './list-parts.tsx';

/** A list of rows with a heading: programmes, the figures behind a total, the transactions behind an amount. */
export function RowsPage(props: {
  readonly frame: PageFrame;
  /** Above the title: what kind of list it is. */
  readonly kicker?: string;
  readonly title: string;
  readonly lede: string;
  readonly blocks: readonly Block[];
  /** Of a list that comes in pages, which its one block is; without it, of each block what is read at once. */
  readonly shown?: RowPage<unknown>;
  readonly orders?: ColumnOrders;
  /** Where all of a block is, where that is not its own page at this address. */
  readonly wholeAt?: (block: Block) => Url;
  /** Between the heading and the list. */
  readonly above?: ComponentChildren;
  readonly search?: ComponentChildren;
  /** Beneath the list. */
  readonly below?: ComponentChildren;
  /** Its rows are names with a figure or two, which stay in sight on a telephone. */
  readonly isIndex?: boolean;
  readonly current: LayoutProps['current'];
}): VNode {
  const { frame, kicker, title, lede, blocks, shown, orders, wholeAt, search, current } = props;
  const { isIndex = false } = props;
  const filled = blocks.filter(({ rows }) => rows.length > 0);
  // Several that come in pages together have no totals.
  const count = (block: Block) => (shown === undefined ? countOfRows(block) : shown.total);
  const tables = (
    <div class="stack">
      {filled.map((whole) => {
        const short = shortBlock(frame.url, whole);
        const href = wholeAt?.(whole) ?? short.whole?.href;
        return (
          <div key={whole.id}>
            <DataTable
              edition={frame.edition}
              block={listAsRead(frame.edition, shown === undefined ? short.block : whole, count(whole))}
              whole={
                shown === undefined && short.whole !== null && href !== undefined
                  ? { ...short.whole, href }
                  : null
              }
              downloads={downloadsOf(frame.url, whole.id)}
              {...(orders !== undefined && { orders })}
            />
          </div>
        );
      })}
    </div>
  );
  return (
    <Page
      frame={frame}
      title={title}
      description={lede}
      current={current}
      illustrative={filled.some(({ illustrative }) => illustrative)}
    >
      <PageHeading {...(kicker !== undefined && { kicker })} title={title} lede={lede} />
      {props.above}
      {search}
      {filled.length > 1 && (
        <p class="data-link page-actions">
          <PageDownloads frame={frame} />
          {isKept(frame) && <SaveLink frame={frame} />}
        </p>
      )}
      {filled.length === 0 && <EmptyState edition={frame.edition} />}
      {isIndex ? <div class="index">{tables}</div> : tables}
      {shown !== undefined && <Pages edition={frame.edition} url={frame.url} shown={shown} />}
      {props.below}
      {filled.length <= 1 && isKept(frame) && (
        <p class="data-link">
          <SaveLink frame={frame} />
        </p>
      )}
    </Page>
  );
}

/** Whether the page with its filters can be kept under a name, by whoever has signed in. */
function isKept({ url, signedIn }: PageFrame): boolean {
  return signedIn !== null && VIEW_PAGES.some((page) => page === pathOf(url));
}
