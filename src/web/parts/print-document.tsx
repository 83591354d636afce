import type { ComponentChildren, VNode } from 'preact';
import type { Day } from '../../core/program.ts';
import type { Edition } from '../edition.ts';
import { isolated } from '../i18n/isolate.ts';
import { commonMessages } from '../i18n/messages/common.ts';
import { reportMessages } from '../i18n/messages/reports.ts';
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
  /** What report it is: "Country fact sheet". */
  readonly report: string;
  /** What it is about: "Costa Rica", "All programmes". */
  readonly scope: string;
  readonly period: string;
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
  const { edition, organisation, report, scope, period, cutOff, known, knownAt, issue, illustrative } = props;
  const { t, f } = edition;
  const facts = [
    [t(reportMessages.period), period],
    [t(reportMessages.cutOff), f.day(cutOff)],
    [t(reportMessages.known), knownAt],
    ...(issue === null ? [] : [[t(reportMessages.issue), issue]]),
  ];
  return (
    <header class="report-masthead">
      <p>
        <span class="report-organisation">{organisation}</span> <span>{t(commonMessages.productName)}</span>
      </p>
      <h1>{report}</h1>
      <p class="report-scope">
        {isolated(scope)}, {period}
      </p>
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
    </header>
  );
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
