import type { VNode } from 'preact';
import { isAskedPeriod } from '../core/asked-period.ts';
import { REPORTS } from '../core/report/definitions.ts';
import type { Edition } from '../web/edition.ts';
import { reportJobMessages, reportStepMessages } from '../web/i18n/messages/report-jobs.ts';
import { reportMessages, reportTitles } from '../web/i18n/messages/reports.ts';
import { Layout, type LayoutProps } from '../web/parts/layout.tsx';
import { PageHeading } from '../web/parts/section.tsx';
import { REPORT_STEPS, type ReportStep } from './report-jobs.ts';

/** What is being made, as its address asks for it: "Portfolio report, June 2017". */
export function reportName({ t, f }: Edition, report: string, period: string): string {
  const known = REPORTS.find((each) => each === report);
  const title = known === undefined ? report : t(reportTitles[known]);
  return t(reportMessages.titleOfPeriod, {
    title,
    period: isAskedPeriod(period) ? f.period(period) : period,
  });
}

export interface ReportJobPageProps {
  readonly edition: Edition;
  /** The address of the report, which is where this page stands until it is made. */
  readonly url: LayoutProps['url'];
  readonly site: LayoutProps['site'];
  readonly assets: LayoutProps['assets'];
  readonly signedIn: LayoutProps['signedIn'];
  /** "Portfolio report, June 2017" */
  readonly name: string;
  readonly step: ReportStep;
  /** Data are written, and not printed. */
  readonly isPrinted: boolean;
}

/** How far a report is that takes long; the browser asks again by itself, with a script or without. */
export function ReportJobPage(props: ReportJobPageProps): VNode {
  const { edition, url, site, assets, signedIn, name, step, isPrinted } = props;
  const { t } = edition;
  const title = t(reportJobMessages.title);
  const steps = REPORT_STEPS.filter((each) => each !== 'printing' || isPrinted);
  return (
    <Layout
      edition={edition}
      url={url}
      site={site}
      signedIn={signedIn}
      assets={assets}
      title={title}
      description={name}
      current="reports"
      cutOff={null}
      illustrative={false}
    >
      <PageHeading kicker={name} title={title} lede={t(reportJobMessages.advice)} />
      <ol class="report-steps">
        {steps.map((each) => (
          <li key={each} aria-current={each === step ? 'step' : undefined}>
            {t(reportStepMessages[each])}
          </li>
        ))}
      </ol>
      <form method="post" action="/reports/cancel" class="report-job-actions">
        <input type="hidden" name="of" value={url} />
        <a class="button" href={url}>
          {t(reportJobMessages.again)}
        </a>
        <button type="submit" class="text-button">
          {t(reportJobMessages.cancel)}
        </button>
      </form>
    </Layout>
  );
}
