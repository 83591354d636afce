import type { ComponentChildren, VNode } from 'preact';
import type { Day } from '../src/core/program.ts';
import type { Gap } from '../src/core/report/block.ts';
import type { Edition } from '../src/web/edition.ts';
import { commonMessages } from '../src/web/i18n/messages/common.ts';
import { gapMessages } from '../src/web/i18n/messages/gaps.ts';
import { methodsMessages } from '../src/web/i18n/messages/methods.ts';
import { periodMessages } from '../src/web/i18n/messages/report-pages.ts';
import { Gaps } from '../src/web/parts/gaps.tsx';
import { HowWeCountShort } from '../src/web/parts/how-we-count.tsx';
import { PrintDocument, ReportMasthead } from '../src/web/parts/print-document.tsx';
import { Section } from '../src/web/parts/section.tsx';
import { reportCss } from './report.css.ts';

/** What every report is told, whatever it is about. All of it is in the reader's language. */
export interface ReportFrame {
  readonly edition: Edition;
  /** `printStylesheet(inlineFont)` */
  readonly stylesheet: string;
  readonly organisation: string;
  /** "Country fact sheet" */
  readonly report: string;
  /** "Costa Rica", "All programmes" */
  readonly scope: string;
  /** "June 2017" */
  readonly period: string;
  /** Of the document: "Country fact sheet: Costa Rica, June 2017" */
  readonly title: string;
  readonly cutOff: Day;
  /** Both dates in a sentence; null: only what was approved by the cut-off counts. */
  readonly known: string | null;
  /** "1 July 2017 at 06:00 EDT" */
  readonly knownAt: string;
  /** Said first of a report as of the past; null: it is as known now. */
  readonly past: string | null;
  /** The period's last day is not over. */
  readonly running: boolean;
  /** The beginning of the hash of its figures; stands on every page. */
  readonly issue: string;
  readonly illustrative: boolean;
}

/** A whole report: its masthead, what it says, what is missing from the record, and how it was counted. */
export function ReportDocument({
  frame,
  gaps,
  children,
}: {
  readonly frame: ReportFrame;
  readonly gaps: readonly Gap[];
  readonly children: ComponentChildren;
}): VNode {
  const { edition, stylesheet, organisation, title, cutOff, past, running } = frame;
  const { t, f } = edition;
  return (
    <PrintDocument edition={edition} title={title} stylesheet={`${stylesheet}\n${reportCss}`}>
      <ReportMasthead {...frame} />
      {past !== null && <p class="running">{past}</p>}
      {running && <p class="running">{t(periodMessages.running, { day: f.day(cutOff) })}</p>}
      {children}
      <Section id="methods-section" title={t(methodsMessages.title)}>
        <HowWeCountShort edition={edition} />
        <p class="source">
          {t(commonMessages.source, { source: organisation })}.{' '}
          {t(commonMessages.cutOff, { date: f.day(cutOff) })}.
        </p>
      </Section>
      <Section id="gaps-section" title={t(gapMessages.title)} lede={t(gapMessages.lede)}>
        <Gaps edition={edition} gaps={gaps} />
      </Section>
    </PrintDocument>
  );
}

/** The sentences that a reader takes away. */
export function Headlines({ sentences }: { readonly sentences: readonly string[] }): VNode {
  return (
    <ul class="headlines">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
