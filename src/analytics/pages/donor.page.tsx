import type { VNode } from 'preact';
import type { Block } from '../../core/report/block.ts';
import { sameInAll, withoutColumns } from '../../core/report/columns.ts';
import { countOfRows } from '../../core/report/short.ts';
import type { Edition } from '../../web/edition.ts';
import type { Message } from '../../web/i18n/message.ts';
import { dashboardMessages } from '../../web/i18n/messages/dashboard.ts';
import { donorReportWords, fundingSummaryMessages } from '../../web/i18n/messages/exports.ts';
import { gapMessages } from '../../web/i18n/messages/gaps.ts';
import { pageMessages } from '../../web/i18n/messages/pages.ts';
import { reportSections } from '../../web/i18n/messages/report-pages.ts';
import { DataTable } from '../../web/parts/data-table.tsx';
import { EmptyState } from '../../web/parts/empty-state.tsx';
import { Gaps } from '../../web/parts/gaps.tsx';
import { ReportForm } from '../../web/parts/report-form.tsx';
import { PageHeading, Section } from '../../web/parts/section.tsx';
import { Tiles } from '../../web/parts/tiles.tsx';
import { type DonorSummary, donorBlocks, type OfferedReport } from '../donor-summary.ts';
import type { OwnTime } from '../known-words.ts';
import {
  downloadsOf,
  Figures,
  OwnTimeBar,
  Page,
  PageDownloads,
  type PageFrame,
  TargetsSection,
  withTime,
} from './frame.tsx';
import { askHref, formHref, SendMeLink, sendMeHref } from './keep-links.tsx';
import { gapHref, listAsRead, shortBlock } from './list-parts.tsx';

/** A donor's own organisation beside the one on the page. */
export interface OwnOrganisation {
  readonly name: string;
  readonly href: string | null;
}

export interface DonorPageProps {
  readonly frame: PageFrame;
  readonly summary: DonorSummary;
  /** The donor itself reads it. */
  readonly ours: boolean;
  /** The reader's other organisations. */
  readonly others: readonly OwnOrganisation[];
  /** Null: its reader may not have them made. */
  readonly reports: readonly OfferedReport[] | null;
  readonly time: OwnTime;
}

/** A donor's place: its funding summary to take away, what it funds, what it contributed to, and its own money. */
export function DonorPage(props: DonorPageProps): VNode {
  const { frame, summary, ours, others, reports, time } = props;
  const { edition, cutOff } = frame;
  const { t, f } = edition;
  const date = f.day(cutOff);
  const lede = ours ? t(fundingSummaryMessages.ourLede, { date }) : t(pageMessages.donorLede, { date });
  const isEmpty = summary.programs.rows.length === 0 && summary.transactions.length === 0;
  return (
    <Page
      frame={frame}
      title={withTime([summary.name], time)}
      description={`${summary.name}. ${lede}`}
      current={ours ? 'own-funding' : 'donors'}
      illustrative={donorBlocks(summary).some(({ illustrative }) => illustrative)}
    >
      <PageHeading
        kicker={withTime(
          [t(pageMessages.donor), ...(summary.identifier === null ? [] : [summary.identifier])],
          time,
        )}
        title={summary.name}
        lede={lede}
      />
      <OtherOrganisations edition={edition} others={others} />
      <OwnTimeBar frame={frame} time={time} />
      {isEmpty ? (
        <EmptyState
          edition={edition}
          title={t(fundingSummaryMessages.nothingYet)}
          text={t(fundingSummaryMessages.nothingYetText)}
        />
      ) : (
        <>
          <Tiles edition={edition} tiles={summary.tiles} />
          <p class="data-link page-actions">
            {reports?.map(({ report, year, href }) => (
              <a key={report} class="button" href={href}>
                {t(fundingSummaryMessages.ofYear, { title: t(donorReportWords[report].title), year })}
              </a>
            ))}
            <SendMeLink frame={frame} href={sendMeHref(frame, null, { donor: summary.code })} />
            <PageDownloads frame={frame} />
          </p>
          {reports?.map(({ report, periods }) => (
            <details key={report} class="other-choices">
              <summary>{t(fundingSummaryMessages.otherChoices)}</summary>
              <p class="quiet small">{t(fundingSummaryMessages.download)}</p>
              <ReportForm edition={edition} site={frame.site} report={report} periods={periods}>
                <input type="hidden" name="donor" value={summary.code} />
              </ReportForm>
            </details>
          ))}
          <Figured {...props} />
        </>
      )}
    </Page>
  );
}

function OtherOrganisations({
  edition,
  others,
}: {
  readonly edition: Edition;
  readonly others: readonly OwnOrganisation[];
}): VNode | null {
  if (others.length === 0) return null;
  return (
    <nav class="parent-link" aria-label={edition.t(fundingSummaryMessages.otherOrganisations)}>
      <p class="quiet small">{edition.t(fundingSummaryMessages.otherOrganisations)}</p>
      <ul>
        {others.map(({ name, href }) => (
          <li key={name}>{href === null ? name : <a href={href}>{name}</a>}</li>
        ))}
      </ul>
    </nav>
  );
}

/** Everything that has figures. */
function Figured({ frame, summary, ours }: DonorPageProps): VNode {
  const { edition, url } = frame;
  const { t } = edition;
  // Whose page it is, the heading says.
  const alone = (block: Block, column: string) =>
    sameInAll(block, column)?.raw === summary.code ? withoutColumns(block, [column]) : block;
  const words = (own: Message, theirs: Message) => t(ours ? own : theirs);
  return (
    <>
      <Section
        id="programs-section"
        title={words(fundingSummaryMessages.weFund, reportSections.fundedPrograms)}
      >
        <DataTable
          edition={edition}
          {...shortBlock(url, alone(summary.programs, 'donors'))}
          downloads={downloadsOf(url, summary.programs.id)}
        />
      </Section>
      <Section
        id="contributed"
        title={words(fundingSummaryMessages.weContributed, pageMessages.contributed)}
        lede={t(fundingSummaryMessages.rule)}
      >
        <Figures frame={frame} blocks={summary.contributed} wide={['indicators']} />
      </Section>
      <TargetsSection frame={frame} targets={summary.targets} />
      <Section id="funding" title={words(fundingSummaryMessages.ourMoney, dashboardMessages.funding)}>
        <Figures frame={frame} blocks={summary.funding} wide={['balances']} />
      </Section>
      <Section
        id="transactions"
        title={words(fundingSummaryMessages.ourTransactions, pageMessages.transactions)}
      >
        <div class="stack">
          {summary.transactions.map((block) => {
            const short = shortBlock(url, alone(block, 'provider'));
            return (
              <div key={block.id}>
                <DataTable
                  edition={edition}
                  {...short}
                  block={listAsRead(edition, short.block, countOfRows(block))}
                  downloads={downloadsOf(url, block.id)}
                />
              </div>
            );
          })}
        </div>
      </Section>
      <Section id="gaps" title={t(gapMessages.title)} lede={t(gapMessages.lede)}>
        <Gaps
          edition={edition}
          gaps={summary.gaps}
          wholeHref={gapHref(url)}
          formHref={formHref(frame)}
          askHref={askHref(frame, { donor: summary.code })}
        />
      </Section>
    </>
  );
}
