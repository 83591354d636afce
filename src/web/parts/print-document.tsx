import type { ComponentChildren, VNode } from 'preact';
import type { Day } from '../../core/program.ts';
import type { Edition } from '../edition.ts';
import { isolated } from '../i18n/isolate.ts';
import { commonMessages } from '../i18n/messages/common.ts';
import { reportMessages } from '../i18n/messages/reports.ts';
import type { ShownLogo } from '../site.ts';
import { OwnMarkup } from './own-markup.tsx';

export interface PrintDocumentProps {
  readonly edition: Edition;
  /** The PDF's title: report, scope and period. */
  readonly title: string;
  /** `printStylesheet(inlineFont)`: a PDF loads nothing. */
  readonly stylesheet: string;
  readonly children: ComponentChildren;
}

/** A whole report as HTML for the renderer, which adds paper, margins and the line at the foot (`pageFooter`). */
export function PrintDocument({ edition, title, stylesheet, children }: PrintDocumentProps): VNode {
  return (
    <html lang={edition.language}>
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <OwnMarkup kind="css" css={stylesheet} />
      </head>
      <body>
        <main>{children}</main>
      </body>
    </html>
  );
}

export interface ReportMastheadProps {
  readonly edition: Edition;
  readonly organisation: string;
  /** As a `data:` address; null: there is none. */
  readonly logo: ShownLogo | null;
  /** What report it is: "Country fact sheet". */
  readonly report: string;
  /** What it is about: "Costa Rica", "All programmes". */
  readonly scope: string;
  readonly period: string;
  /** Which of these it is first about, and is set largest. */
  readonly subject: 'report' | 'scope' | 'period';
  readonly cutOff: Day;
  /** Both dates in a sentence; null: only what was approved by the cut-off counts. */
  readonly known: string | null;
  /** As known when: "1 July 2017 at 06:00 EDT". */
  readonly knownAt: string;
  /** Short hash of the frozen figures; null before they are frozen. */
  readonly issue: string | null;
  readonly illustrative: boolean;
}

/** The head of a report's first page. */
export function ReportMasthead(props: ReportMastheadProps): VNode {
  const { edition, organisation, report, scope, period, subject } = props;
  const { t } = edition;
  return (
    <header class="report-masthead">
      {props.logo !== null && <img class="report-logo" alt="" {...props.logo} />}
      <p>
        <span class="report-organisation">{organisation}</span> <span>{t(commonMessages.productName)}</span>
      </p>
      {subject !== 'report' && <p class="report-kind">{report}</p>}
      <h1>{subject === 'period' ? capitalised(edition, period) : isolated(props[subject])}</h1>
      <p class="report-scope">
        {[...(subject === 'scope' ? [] : [isolated(scope)]), ...(subject === 'period' ? [] : [period])].join(
          ', ',
        )}
      </p>
      <ReportFacts {...props} />
    </header>
  );
}

/** Of when a report is, which issue it is, and with what care it is to be read. */
export function ReportFacts(
  props: Omit<ReportMastheadProps, 'organisation' | 'logo' | 'report' | 'scope' | 'subject'>,
): VNode {
  const { edition, period, cutOff, known, knownAt, issue, illustrative } = props;
  const { t, f } = edition;
  const facts = [
    [t(reportMessages.period), period],
    [t(reportMessages.cutOff), f.day(cutOff)],
    [t(reportMessages.known), knownAt],
    ...(issue === null ? [] : [[t(reportMessages.issue), issue]]),
  ];
  return (
    <>
      <dl class="report-facts">
        {facts.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p class="report-caution">
        {known === null ? t(reportMessages.approvedOnly) : `${t(commonMessages.approvedOnly)} ${known}`}{' '}
        {illustrative && t(reportMessages.illustrativeMoney)}
      </p>
    </>
  );
}

/** A period begins with a small letter inside a sentence. */
export function capitalised({ f }: Edition, text: string): string {
  return text.charAt(0).toLocaleUpperCase(f.locale) + text.slice(1);
}

/**
 * The line at the foot of every page, as the renderer takes it: `{page}` and `{pages}` are its to fill in.
 *
 * @example pageFooter(edition('en', 'print'), 'Portfolio report, June 2017', '3f9a2c1')
 *   // { start: 'Portfolio report, June 2017', end: 'Issue 3f9a2c1 · Page {page} of {pages}' }
 */
export function pageFooter(
  { t }: Edition,
  title: string,
  issue: string | null,
): { readonly start: string; readonly end: string } {
  const page = t(reportMessages.pageOf, { page: '{page}', pages: '{pages}' });
  return {
    start: title,
    end: issue === null ? page : `${t(reportMessages.footerIssue, { hash: issue })} · ${page}`,
  };
}
