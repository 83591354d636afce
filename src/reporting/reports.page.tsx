import type { VNode } from 'preact';
import type { Block } from '../core/report/block.ts';
import { LANGUAGES } from '../core/text.ts';
import type { Edition } from '../web/edition.ts';
import { AUTONYMS } from '../web/i18n/locales.ts';
import type { Message } from '../web/i18n/message.ts';
import { commonMessages } from '../web/i18n/messages/common.ts';
import { filterMessages } from '../web/i18n/messages/filters.ts';
import { deliveryMessages } from '../web/i18n/messages/mail.ts';
import { reportsPageMessages } from '../web/i18n/messages/report-pages.ts';
import { reportTitles } from '../web/i18n/messages/reports.ts';
import { DataTable } from '../web/parts/data-table.tsx';
import { EmptyState } from '../web/parts/empty-state.tsx';
import type { FilterBarProps } from '../web/parts/filter-bar.tsx';
import { Layout, type LayoutProps } from '../web/parts/layout.tsx';
import { PageHeading, Section } from '../web/parts/section.tsx';
import { pageFrom } from '../web/url.ts';
import { PAPERS, REPORT_SCOPES, REPORTS, type ReportName, type ScopeName } from './report-request.ts';

export interface ReportsPageProps {
  readonly edition: Edition;
  readonly url: LayoutProps['url'];
  readonly organisation: string;
  readonly assets: LayoutProps['assets'];
  readonly signedIn: LayoutProps['signedIn'];
  /** The period that the forms propose. */
  readonly period: string;
  readonly choices: FilterBarProps['choices'];
  readonly issues: Block;
}

const ABOUT: Readonly<Record<ReportName, Message>> = {
  portfolio: reportsPageMessages.aboutPortfolio,
  'country-fact-sheet': reportsPageMessages.aboutCountry,
  'donor-funding-summary': reportsPageMessages.aboutDonor,
};

/** What each report holds, a form to download any, and what has been issued. */
export function ReportsPage(props: ReportsPageProps): VNode {
  const { edition, url, organisation, assets, signedIn, issues } = props;
  const { t } = edition;
  return (
    <Layout
      edition={edition}
      url={url}
      organisation={organisation}
      signedIn={signedIn}
      assets={assets}
      title={t(commonMessages.reports)}
      description={t(reportsPageMessages.lede)}
      current="reports"
      cutOff={null}
      illustrative={false}
    >
      <PageHeading title={t(commonMessages.reports)} lede={t(reportsPageMessages.lede)} />
      {REPORTS.map((report) => (
        <Section key={report} id={report} title={t(reportTitles[report])} lede={t(ABOUT[report])}>
          <DownloadForm report={report} {...props} />
        </Section>
      ))}
      <Section id="issued" title={issues.title} lede={t(reportsPageMessages.issuedLede)}>
        {issues.rows.length > 0 ? (
          <DataTable edition={edition} block={issues} captionHidden />
        ) : (
          <EmptyState
            edition={edition}
            title={t(reportsPageMessages.noneIssued)}
            text={t(reportsPageMessages.noneIssuedText)}
          />
        )}
        <p class="data-link">
          <a href={pageFrom(url, '/deliveries')}>{t(deliveryMessages.title)}</a>
        </p>
      </Section>
    </Layout>
  );
}

/** A plain form: it asks for the report's own address, which works without it too. */
function DownloadForm({ report, ...props }: ReportsPageProps & { readonly report: ReportName }): VNode {
  const { edition, period } = props;
  const { t } = edition;
  const { needs, takes } = REPORT_SCOPES[report];
  const field = (name: string) => `${report}-${name}`;
  return (
    <form class="download-fields" method="get" action={`/api/v1/reports/${report}.pdf`}>
      <p class="field">
        <label for={field('period')}>{t(reportsPageMessages.period)}</label>
        <input
          id={field('period')}
          name="period"
          value={period}
          required
          pattern="[0-9]{4}(-(0[1-9]|1[0-2])|-Q[1-4])?"
        />
      </p>
      {(needs === null ? takes : [needs, ...takes]).map((name) => (
        <p key={name} class="field">
          <label for={field(name)}>{t(filterMessages[name])}</label>
          <ScopeChoice id={field(name)} name={name} needed={name === needs} {...props} />
        </p>
      ))}
      <p class="field">
        <label for={field('lang')}>{t(reportsPageMessages.language)}</label>
        <select id={field('lang')} name="lang">
          {LANGUAGES.map((language) => (
            <option key={language} value={language} lang={language} selected={language === edition.language}>
              {AUTONYMS[language]}
            </option>
          ))}
        </select>
      </p>
      <p class="field">
        <label for={field('paper')}>{t(reportsPageMessages.paper)}</label>
        <select id={field('paper')} name="paper">
          {PAPERS.map((paper) => (
            <option key={paper} value={paper}>
              {t(reportsPageMessages[paper])}
            </option>
          ))}
        </select>
      </p>
      <p>
        <button class="button" type="submit">
          {t(commonMessages.downloadPdf)}
        </button>
      </p>
    </form>
  );
}

const ALL: Readonly<Record<ScopeName, Message>> = {
  pillar: filterMessages.allPillars,
  country: filterMessages.allCountries,
  donor: filterMessages.allDonors,
};

function ScopeChoice(props: {
  readonly edition: Edition;
  readonly choices: FilterBarProps['choices'];
  readonly id: string;
  readonly name: ScopeName;
  readonly needed: boolean;
}): VNode {
  const { edition, choices, id, name, needed } = props;
  const { t } = edition;
  const options = (list: FilterBarProps['choices']['pillars']) =>
    list.map(({ value, label }) => (
      <option key={value} value={value}>
        {label}
      </option>
    ));
  return (
    <select id={id} name={name} required={needed}>
      {!needed && <option value="">{t(ALL[name])}</option>}
      {name === 'pillar' && options(choices.pillars)}
      {name === 'donor' && options(choices.donors)}
      {name === 'country' && (
        <>
          <optgroup label={t(filterMessages.countries)}>{options(choices.countries)}</optgroup>
          <optgroup label={t(filterMessages.regions)}>{options(choices.regions)}</optgroup>
        </>
      )}
    </select>
  );
}
