import type { VNode } from 'preact';
import type { Block } from '../../core/report/block.ts';
import { chartMessages } from '../../web/i18n/messages/charts.ts';
import { dashboardMessages } from '../../web/i18n/messages/dashboard.ts';
import type { Choices } from '../../web/parts/choice-field.tsx';
import { FilterBar, type FilterBarProps } from '../../web/parts/filter-bar.tsx';
import { PeriodBar, type PeriodBarProps } from '../../web/parts/period-bar.tsx';
import { PageHeading } from '../../web/parts/section.tsx';
import { Figures, Page, PageDownloads, type PageFrame } from './frame.tsx';

/** Where money goes, from whom. */
export function MoneyPage(props: {
  readonly frame: PageFrame;
  readonly blocks: readonly Block[];
  readonly moment: string | null;
  readonly filter: FilterBarProps['filter'];
  readonly choices: Choices;
  readonly chosen: PeriodBarProps['chosen'];
  readonly presets: PeriodBarProps['presets'];
}): VNode {
  const { frame, blocks, moment, filter, choices, chosen, presets } = props;
  const { edition, url } = frame;
  const { t } = edition;
  const title = t(chartMessages.moneyTitle);
  const lede = t(chartMessages.moneyLede);
  return (
    <Page
      frame={frame}
      title={title}
      description={lede}
      current="dashboard"
      illustrative={blocks.some(({ illustrative }) => illustrative)}
    >
      <PageHeading title={title} lede={lede} />
      <PeriodBar {...{ edition, url, chosen, presets }} />
      <FilterBar {...{ edition, url, filter, choices, moment }} hasPrograms />
      <h2 class="visually-hidden">{t(dashboardMessages.funding)}</h2>
      <Figures frame={frame} blocks={blocks} wide={['money-flow', 'disbursement-by-pillar-and-year']} />
      <p class="data-link page-actions">
        <PageDownloads frame={frame} />
      </p>
    </Page>
  );
}
