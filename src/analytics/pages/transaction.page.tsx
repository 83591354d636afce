import type { VNode } from 'preact';
import type { Block } from '../../core/report/block.ts';
import { historyMessages } from '../../web/i18n/messages/history.ts';
import { pageMessages } from '../../web/i18n/messages/pages.ts';
import { DataTable } from '../../web/parts/data-table.tsx';
import { PageHeading, Section } from '../../web/parts/section.tsx';
import type { TransactionSheet } from '../transaction-sheet.ts';
import { downloadsOf, Page, type PageFrame } from './frame.tsx';
import { CorrectLink } from './keep-links.tsx';
import { shortBlock } from './list-parts.tsx';
import { SheetFields } from './sheet-parts.tsx';

/** One transaction, and what it said before. */
export function TransactionPage({
  frame,
  sheet,
  history,
}: {
  readonly frame: PageFrame;
  readonly sheet: TransactionSheet;
  readonly history: Block;
}): VNode {
  const { edition, url } = frame;
  const { t } = edition;
  const { title } = sheet;
  const lede = t(pageMessages.transactionLede);
  return (
    <Page frame={frame} title={title} description={lede} current={null} illustrative={sheet.illustrative}>
      <PageHeading kicker={t(pageMessages.transaction)} title={title} lede={lede} />
      <CorrectLink frame={frame} kind="transactions" />
      <Section id="stated" title={t(pageMessages.transactionStated)}>
        <SheetFields edition={edition} fields={sheet.fields} />
      </Section>
      <Section
        id="history-section"
        title={t(historyMessages.title)}
        lede={t(historyMessages.transactionLede)}
      >
        <DataTable
          edition={edition}
          {...shortBlock(url, history)}
          captionHidden
          downloads={downloadsOf(url, history.id)}
        />
      </Section>
    </Page>
  );
}
