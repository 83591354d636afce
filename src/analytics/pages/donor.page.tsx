import type { VNode } from 'preact';
import { commonMessages } from '../../web/i18n/messages/common.ts';
import { dashboardMessages } from '../../web/i18n/messages/dashboard.ts';
import { gapMessages } from '../../web/i18n/messages/gaps.ts';
import { pageMessages } from '../../web/i18n/messages/pages.ts';
import { DataTable } from '../../web/parts/data-table.tsx';
import { Gaps } from '../../web/parts/gaps.tsx';
import { PageHeading, Section } from '../../web/parts/section.tsx';
import { Tiles } from '../../web/parts/tiles.tsx';
import { type DonorSummary, donorBlocks } from '../donor-summary.ts';
import { csvHref, Figures, Page, type PageFrame } from './frame.tsx';

/** What a donor funds and what it contributed to. */
export function DonorPage({
  frame,
  summary,
}: {
  readonly frame: PageFrame;
  readonly summary: DonorSummary;
}): VNode {
  const { edition, url, cutOff } = frame;
  const { t, f } = edition;
  const lede = t(pageMessages.donorLede, { date: f.day(cutOff) });
  return (
    <Page
      frame={frame}
      title={summary.name}
      description={`${summary.name}. ${lede}`}
      current={null}
      illustrative={donorBlocks(summary).some(({ illustrative }) => illustrative)}
    >
      <PageHeading kicker={t(pageMessages.donor)} title={summary.name} lede={lede} />
      <Tiles edition={edition} tiles={summary.tiles} />
      <p class="data-link">
        <a href={csvHref(url)}>{t(commonMessages.downloadCsv)}</a>
      </p>
      <Section id="programs-section" title={t(commonMessages.programs)}>
        <DataTable edition={edition} block={summary.programs} csvHref={csvHref(url, summary.programs.id)} />
      </Section>
      <Section id="contributed" title={t(pageMessages.contributed)}>
        <Figures frame={frame} blocks={summary.contributed} wide={['indicators']} />
      </Section>
      <Section id="targets-section" title={t(dashboardMessages.targets)}>
        <Figures frame={frame} blocks={[summary.targets]} wide={['targets']} />
      </Section>
      <Section id="funding" title={t(dashboardMessages.funding)}>
        <Figures frame={frame} blocks={summary.funding} />
      </Section>
      <Section id="transactions" title={t(pageMessages.transactions)}>
        <div class="stack">
          {summary.transactions.map((block) => (
            <DataTable
              key={block.id}
              edition={edition}
              block={{ ...block, title: `${block.subtitle}: ${block.title}` }}
              csvHref={csvHref(url, block.id)}
            />
          ))}
        </div>
      </Section>
      <Section id="gaps" title={t(gapMessages.title)} lede={t(gapMessages.lede)}>
        <Gaps edition={edition} gaps={summary.gaps} />
      </Section>
    </Page>
  );
}
