import type { VNode } from 'preact';
import type { Block } from '../../core/report/block.ts';
import { severalBlocks } from '../../core/report/several-blocks.ts';
import { chartMessages } from '../../web/i18n/messages/charts.ts';
import { indexMessages } from '../../web/i18n/messages/index-pages.ts';
import { ListSearch } from '../../web/parts/list-search.tsx';
import { sameTimeFrom, withParameters } from '../../web/url.ts';
import type { OwnTime } from '../known-words.ts';
import { OwnTimeBar, type PageFrame } from './frame.tsx';
import { listOrders, PAGE_ROWS } from './list-parts.tsx';
import { RowsPage } from './rows.page.tsx';

/** More than are taken in at once. */
const FEW = 10;

/** Everything of one kind, by name or in another order, to be searched and leafed through. */
export function IndexPage(props: {
  readonly frame: PageFrame;
  readonly current: 'countries' | 'donors' | 'indicators';
  readonly title: string;
  readonly lede: string;
  readonly blocks: readonly Block[];
  /** Columns by which it is not ordered: their rows cannot be compared. */
  readonly apart?: readonly string[];
  readonly search: string | undefined;
  readonly order: { readonly name: string; readonly column: string; readonly descending: boolean };
  readonly cursor: string | undefined;
  readonly time: OwnTime;
}): VNode {
  const { frame, current, title, lede, search, order, cursor, time, apart = [] } = props;
  const { column, descending } = order;
  const { compare } = frame.edition.f;
  const { blocks, shown } = severalBlocks(props.blocks, {
    column,
    descending,
    cursor,
    limit: PAGE_ROWS,
    compare,
  });
  const columns = (props.blocks[0]?.columns ?? []).filter(
    ({ key, dataOnly = false }) => !dataOnly && !apart.includes(key),
  );
  const orders = listOrders(
    frame.url,
    order.name,
    columns.map(({ key }) => ({ column: key, ascending: key, descending: `-${key}` })),
  );
  return (
    <RowsPage
      {...{ frame, current, title, lede, blocks, shown, orders }}
      {...(time.words !== null && { kicker: time.words })}
      isIndex
      above={
        <>
          <OwnTimeBar frame={frame} time={time} isCompared={false} />
          {current === 'donors' && (
            <p class="data-link">
              <a
                href={withParameters(
                  sameTimeFrom(frame.url, '/money'),
                  time.words === null ? { period: 'to-date' } : {},
                )}
              >
                {frame.edition.t(chartMessages.moneyLink)}
              </a>
            </p>
          )}
        </>
      }
      search={
        <ListSearch
          frame={frame}
          label={indexMessages.searchNames}
          search={search}
          total={shown.total}
          few={FEW}
        />
      }
    />
  );
}
