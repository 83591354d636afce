import type { VNode } from 'preact';
import type { Block } from '../../core/report/block.ts';
import type { RowPage } from '../../core/row-page.ts';
import { listMessages } from '../../web/i18n/messages/list-pages.ts';
import { pageMessages } from '../../web/i18n/messages/pages.ts';
import { ListSearch } from '../../web/parts/list-search.tsx';
import type { PageFrame } from './frame.tsx';
import { listOrders } from './list-parts.tsx';
import { RowsPage } from './rows.page.tsx';
import { Timeline } from './timeline.tsx';

/** A page of programmes, which can be searched by code and title. */
export function ProgramsPage(props: {
  readonly frame: PageFrame;
  /** Null: not on the pages that follow the first. */
  readonly timeline: Block | null;
  readonly block: Block;
  readonly shown: RowPage<unknown>;
  readonly search: string | undefined;
  readonly order: string;
}): VNode {
  const { frame, timeline, block, shown, search, order } = props;
  const { t } = frame.edition;
  // In the tree, by code, names stand in no order that could be seen.
  const orders = listOrders(frame.url, order, [
    ...(order === 'tree' ? [] : [{ column: 'program', ascending: 'tree' }]),
    { column: 'period', descending: 'newest' },
  ]);
  return (
    <RowsPage
      frame={frame}
      title={t(pageMessages.programsTitle)}
      lede={t(pageMessages.programsLede)}
      blocks={[block]}
      shown={shown}
      orders={orders}
      {...(timeline !== null &&
        timeline.chart !== null && { above: <Timeline {...{ frame, block: timeline }} /> })}
      search={
        <ListSearch frame={frame} label={listMessages.searchPrograms} search={search} total={shown.total} />
      }
      current="programs"
    />
  );
}
