import type { VNode } from 'preact';
import type { Block } from '../../core/report/block.ts';
import { DataTable } from '../../web/parts/data-table.tsx';
import { EmptyState } from '../../web/parts/empty-state.tsx';
import { PageHeading } from '../../web/parts/section.tsx';
import { csvHref, Page, type PageFrame } from './frame.tsx';

/** A list of rows with a heading: programmes, the figures behind a total, the transactions behind an amount. */
export function RowsPage(props: {
  readonly frame: PageFrame;
  /** Above the title: what kind of list it is. */
  readonly kicker?: string;
  readonly title: string;
  readonly lede: string;
  readonly blocks: readonly Block[];
  readonly current: 'programs' | null;
}): VNode {
  const { frame, kicker, title, lede, blocks, current } = props;
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
    </Page>
  );
}
