import type { ComponentChildren, VNode } from 'preact';
import type { Day } from '../src/core/program.ts';
import type { AnnexName } from '../src/core/report/annexes.ts';
import type { Block, Gap } from '../src/core/report/block.ts';
import { withoutColumns } from '../src/core/report/columns.ts';
import type { Edition } from '../src/web/edition.ts';
import { annexMessages, annexTitles } from '../src/web/i18n/messages/annexes.ts';
import { commonMessages } from '../src/web/i18n/messages/common.ts';
import { gapMessages } from '../src/web/i18n/messages/gaps.ts';
import { methodsMessages } from '../src/web/i18n/messages/methods.ts';
import { periodMessages } from '../src/web/i18n/messages/report-pages.ts';
import { DataTable } from '../src/web/parts/data-table.tsx';
import { Gaps } from '../src/web/parts/gaps.tsx';
import { HowWeCountShort } from '../src/web/parts/how-we-count.tsx';
import { PrintDocument, ReportMasthead } from '../src/web/parts/print-document.tsx';
import { Section } from '../src/web/parts/section.tsx';
import { reportCss } from './report.css.ts';
import { withFirstItems } from './short-names.ts';

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

/** A list behind the report: as many of its rows as are printed, and how many there are. */
export interface ReportAnnex {
  readonly name: AnnexName;
  readonly blocks: readonly Block[];
  readonly gaps: readonly Gap[];
  readonly shown: number;
  readonly all: number;
}

/** A whole report: its masthead, what it says, what is missing from the record, and how it was counted. */
export function ReportDocument({
  frame,
  gaps,
  annexes,
  children,
}: {
  readonly frame: ReportFrame;
  readonly gaps: readonly Gap[];
  readonly annexes: readonly ReportAnnex[];
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
        <Gaps edition={edition} gaps={gaps.map((gap) => withFirstItems(edition, gap))} />
      </Section>
      {annexes.map((annex) => (
        <Annex key={annex.name} edition={edition} annex={annex} />
      ))}
    </PrintDocument>
  );
}

/** Begins a sheet; what is too long to be printed says where the whole is. */
function Annex({ edition, annex }: { readonly edition: Edition; readonly annex: ReportAnnex }): VNode {
  const { t } = edition;
  const { name, blocks, gaps, shown, all } = annex;
  const firstOf = name === 'gaps' ? annexMessages.firstGapsOf : annexMessages.firstOf;
  const lede = shown < all ? t(firstOf, { shown, all }) : undefined;
  return (
    <Section id={`annex-${name}`} title={t(annexTitles[name])} lede={lede} newPage>
      {all === 0 && <p class="quiet">{t(annexMessages.nothing)}</p>}
      {blocks.map((block) => (
        <div key={block.id} class={`table-${name}`}>
          <h3>{block.title}</h3>
          {block.subtitle !== '' && <p class="figure-subtitle">{block.subtitle}</p>}
          <DataTable edition={edition} block={withoutColumns(block, NOT_PRINTED)} captionHidden />
        </div>
      ))}
      {gaps.length > 0 && <Gaps edition={edition} gaps={gaps} />}
    </Section>
  );
}

/** Columns for which a sheet is too narrow; files have them. */
const NOT_PRINTED = ['pillar', 'identifier', 'note', 'rate', 'amount'];

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
