import type { VNode } from 'preact';
import type { Block, BlockRow } from '../../core/report/block.ts';
import type { RowPage } from '../../core/row-page.ts';
import { chartMarkup } from '../../web/chart-markup.ts';
import { listMessages } from '../../web/i18n/messages/list-pages.ts';
import type { Choices } from '../../web/parts/choice-field.tsx';
import { DataTable } from '../../web/parts/data-table.tsx';
import { EmptyState } from '../../web/parts/empty-state.tsx';
import { Chips, type FilterBarProps } from '../../web/parts/filter-bar.tsx';
import { ListSearch } from '../../web/parts/list-search.tsx';
import { OwnMarkup } from '../../web/parts/own-markup.tsx';
import { Pages } from '../../web/parts/pagination.tsx';
import { PageHeading } from '../../web/parts/section.tsx';
import { withParameters } from '../../web/url.ts';
import { downloadsOf, Page, type PageFrame } from './frame.tsx';
import { listOrders } from './list-parts.tsx';

export interface BlockPageProps {
  readonly frame: PageFrame;
  readonly block: Block;
  /** Which of its rows are shown. */
  readonly shown: RowPage<BlockRow>;
  readonly search: string | undefined;
  /** A column, or a minus and a column; empty: as the block stands. */
  readonly order: string;
  /** What the page is about that it is a block of. */
  readonly about: string | null;
  readonly filter: FilterBarProps['filter'];
  readonly choices: Choices;
  /** Whether it can be taken away as data. */
  readonly isData: boolean;
  /** Whether its chart stands above its table. */
  readonly hasChart: boolean;
}

/** One block of a page with all of its rows, to be ordered, searched and leafed through. */
export function BlockPage(props: BlockPageProps): VNode {
  const { frame, block, shown, search, order, about, filter, choices, isData, hasChart } = props;
  const { edition, url } = frame;
  const plain = withParameters(url, { search: null, order: null, cursor: null });
  const orders = listOrders(
    url,
    order,
    block.columns.map(({ key }) => ({ column: key, ascending: key, descending: `-${key}` })),
  );
  return (
    <Page
      frame={frame}
      title={about === null ? block.title : `${about}. ${block.title}`}
      description={block.subtitle === '' ? block.title : block.subtitle}
      current={null}
      illustrative={block.illustrative}
    >
      <PageHeading
        {...(about !== null && { kicker: about })}
        title={block.title}
        {...(block.subtitle !== '' && { lede: block.subtitle })}
      />
      <p class="parent-link">
        <a href={withParameters(plain, { block: null })}>{edition.t(listMessages.back)}</a>
      </p>
      <Chips edition={edition} url={url} filter={filter} choices={choices} />
      {hasChart && block.chart !== null && (
        <div class="block-chart">
          <OwnMarkup kind="chart" svg={chartMarkup(block.chart, edition, true)} spec={block.chart} live />
        </div>
      )}
      <ListSearch frame={frame} label={listMessages.searchRows} search={search} total={shown.total} />
      {shown.total === 0 && search === undefined && <EmptyState edition={edition} />}
      {shown.total > 0 && (
        <DataTable
          edition={edition}
          block={{ ...block, rows: shown.rows }}
          captionHidden
          downloads={isData ? downloadsOf(plain, block.id) : null}
          orders={shown.total > 1 ? orders : {}}
        />
      )}
      <Pages edition={frame.edition} url={frame.url} shown={shown} />
    </Page>
  );
}
