import type { VNode } from 'preact';
import type { Block } from '../core/report/block.ts';
import { DONOR_REPORTS, REPORT_DEFINITIONS, REPORTS, type ReportName } from '../core/report/definitions.ts';
import type { RowPage } from '../core/row-page.ts';
import type { Edition } from '../web/edition.ts';
import type { Message } from '../web/i18n/message.ts';
import { commonMessages } from '../web/i18n/messages/common.ts';
import { deliveryMessages } from '../web/i18n/messages/deliveries.ts';
import {
  donorReportsMessages,
  donorReportWords,
  fundingSummaryMessages,
} from '../web/i18n/messages/exports.ts';
import { ownReportMessages } from '../web/i18n/messages/own-reports.ts';
import { reportsPageMessages } from '../web/i18n/messages/report-pages.ts';
import { reportTitles } from '../web/i18n/messages/reports.ts';
import { subscriptionMessages } from '../web/i18n/messages/subscriptions.ts';
import { ChoiceField, type Choices } from '../web/parts/choice-field.tsx';
import { DataTable } from '../web/parts/data-table.tsx';
import { EmptyState } from '../web/parts/empty-state.tsx';
import { Layout, type LayoutProps } from '../web/parts/layout.tsx';
import { Pages } from '../web/parts/pagination.tsx';
import { ReportForm } from '../web/parts/report-form.tsx';
import { PageHeading, Section } from '../web/parts/section.tsx';
import { pageFrom } from '../web/url.ts';
import { type ListedReport, ReportLinks } from './own/own-reports.page.tsx';

export interface ReportsPageProps {
  readonly edition: Edition;
  readonly url: LayoutProps['url'];
  readonly site: LayoutProps['site'];
  readonly assets: LayoutProps['assets'];
  readonly signedIn: LayoutProps['signedIn'];
  /** The periods that the forms propose. */
  readonly periods: readonly string[];
  readonly choices: Choices;
  /** The first of those that people have put together, and its reader finds. */
  readonly own: readonly ListedReport[];
  /** A page of them. */
  readonly issues: Block;
  readonly issued: RowPage<unknown>;
}

const ABOUT: Readonly<Record<ReportName, Message>> = {
  portfolio: reportsPageMessages.aboutPortfolio,
  'country-fact-sheet': reportsPageMessages.aboutCountry,
  'donor-funding-summary': reportsPageMessages.aboutDonor,
};

/** What each report holds, a form to download any, and what has been issued. A donor finds those that are for it. */
export function ReportsPage(props: ReportsPageProps): VNode {
  const { edition, url, site, assets, signedIn, issues, issued, choices } = props;
  const { t } = edition;
  const forDonor = signedIn?.rights.hasReports === 'own';
  const lede = t(forDonor ? donorReportsMessages.lede : reportsPageMessages.lede);
  return (
    <Layout
      edition={edition}
      url={url}
      site={site}
      signedIn={signedIn}
      assets={assets}
      title={t(commonMessages.reports)}
      description={lede}
      current="reports"
      cutOff={null}
      illustrative={false}
    >
      <PageHeading title={t(commonMessages.reports)} lede={lede} />
      {forDonor
        ? DONOR_REPORTS.map((report) => (
            <Section
              key={report}
              id={report}
              title={t(donorReportWords[report].title)}
              lede={t(donorReportWords[report].about)}
            >
              {choices.donors.length > 0 ? (
                <DownloadForm report={report} {...props} />
              ) : (
                <EmptyState
                  edition={edition}
                  title={t(fundingSummaryMessages.nothingYet)}
                  text={t(fundingSummaryMessages.nothingYetText)}
                />
              )}
            </Section>
          ))
        : REPORTS.map((report) => (
            <Section key={report} id={report} title={t(reportTitles[report])} lede={t(ABOUT[report])}>
              <DownloadForm report={report} {...props} />
            </Section>
          ))}
      <Section id="own-reports" title={t(ownReportMessages.title)} lede={t(ownReportMessages.onReportsPage)}>
        {props.own.length > 0 && <ReportLinks frame={{ edition, url }} reports={props.own} />}
        <p class="data-link page-actions">
          <a href={pageFrom(url, '/reports/own/new')}>{t(ownReportMessages.make)}</a>
          <a href={pageFrom(url, '/reports/own')}>{t(ownReportMessages.allOfThem)}</a>
          <a href={pageFrom(url, '/subscriptions')}>{t(subscriptionMessages.title)}</a>
        </p>
      </Section>
      <Section id="issued" title={issues.title} lede={t(reportsPageMessages.issuedLede)}>
        {issues.rows.length > 0 ? (
          <>
            <DataTable edition={edition} block={issues} captionHidden />
            <Pages edition={edition} url={url} shown={issued} />
          </>
        ) : (
          <EmptyState
            edition={edition}
            title={t(reportsPageMessages.noneIssued)}
            text={t(reportsPageMessages.noneIssuedText)}
          />
        )}
        {!forDonor && (
          <p class="data-link">
            <a href={pageFrom(url, '/deliveries')}>{t(deliveryMessages.title)}</a>
          </p>
        )}
      </Section>
    </Layout>
  );
}

function DownloadForm({ report, ...props }: ReportsPageProps & { readonly report: ReportName }): VNode {
  const { edition, site, periods, choices } = props;
  const { needs, takes } = REPORT_DEFINITIONS[report];
  return (
    <ReportForm edition={edition} site={site} report={report} periods={periods} sent={report}>
      {(needs === null ? takes : [needs, ...takes]).map((name) => (
        <ChoiceField
          key={name}
          id={`${report}-${name}`}
          name={name}
          required={name === needs}
          {...{ edition, choices }}
        />
      ))}
    </ReportForm>
  );
}
