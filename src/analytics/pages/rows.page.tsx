import type { VNode } from 'preact';
import type { Block } from '../../core/report/block.ts';
import type { RowPage } from '../../core/row-page.ts';
import { DataTable } from '../../web/parts/data-table.tsx';
import { EmptyState } from '../../web/parts/empty-state.tsx';
import { Pagination } from '../../web/parts/pagination.tsx';
import { PageHeading } from '../../web/parts/section.tsx';
import { withParameters } from '../../web/url.ts';
import { csvHref, Page, type PageFrame } from './frame.tsx';

/** A list of rows with a heading: programmes, the figures behind a total, the transactions behind an amount. */
export function RowsPage(props: {
  readonly frame: PageFrame;
  /** Above the title: what kind of list it is. */
  readonly kicker?: string;
  readonly title: string;
  readonly lede: string;
  readonly blocks: readonly Block[];
  /** Of a list that comes in pages. */
  readonly shown?: RowPage<unknown>;
  readonly current: 'programs' | null;
}): VNode {
  const { frame, kicker, title, lede, blocks, shown, current } = props;
  const filled = blocks.filter(({ rows }) => rows.length > 0);
  return (
    <Page
      frame={frame}
      title={title}
      description={lede}
      current={current}
      illustrative={filled.some(({ illustrative }) => illustrative)}
    >
      <PageHeading {...(kicker !== undefined && { kicker })} title={title} lede={lede} />
      {filled.length === 0 && <EmptyState edition={frame.edition} />}
      <div class="stack">
        {filled.map((block) => (
          <DataTable
            key={block.id}
            edition={frame.edition}
            block={block}
            csvHref={csvHref(frame.url, block.id)}
          />
        ))}
      </div>
      {shown !== undefined && <Pages frame={frame} shown={shown} />}
    </Page>
  );
}

/** The way to the rows before and after; nothing where all are shown. */
function Pages({
  frame,
  shown,
}: {
  readonly frame: PageFrame;
  readonly shown: RowPage<unknown>;
}): VNode | null {
  const { first, last, total, next, previous } = shown;
  if (next === null && previous === undefined) return null;
  const at = (cursor: string | null) => withParameters(frame.url, { cursor });
  return (
    <Pagination
      edition={frame.edition}
      {...{ first, last, total }}
      previousHref={previous === undefined ? null : at(previous)}
      nextHref={next === null ? null : at(next)}
    />
  );
}
