import type { ComponentChildren, VNode } from 'preact';
import type { Day } from '../src/core/program.ts';
import type { AnnexName } from '../src/core/report/annexes.ts';
import type { Block, Gap, Headline, Tile } from '../src/core/report/block.ts';
import { withoutColumns } from '../src/core/report/columns.ts';
import type { Paper } from '../src/core/report/paper.ts';
import type { Front } from '../src/core/settings/settings.ts';
import type { Edition } from '../src/web/edition.ts';
import { annexMessages, annexTitles } from '../src/web/i18n/messages/annexes.ts';
import { commonMessages } from '../src/web/i18n/messages/common.ts';
import { gapMessages } from '../src/web/i18n/messages/gaps.ts';
import { methodsMessages } from '../src/web/i18n/messages/methods.ts';
import { movedFigureMessages } from '../src/web/i18n/messages/moved-figures.ts';
import { periodMessages } from '../src/web/i18n/messages/report-pages.ts';
import { DataTable } from '../src/web/parts/data-table.tsx';
import { Gaps } from '../src/web/parts/gaps.tsx';
import { HowWeCountShort } from '../src/web/parts/how-we-count.tsx';
import { PrintDocument, ReportFacts, ReportMasthead } from '../src/web/parts/print-document.tsx';
import { Section } from '../src/web/parts/section.tsx';
import type { ShownLogo } from '../src/web/site.ts';
import { coverCss } from './cover.css.ts';
import { reportCss } from './report.css.ts';
import { ReportCover } from './report-cover.tsx';
import { type GapRoom, withFirstItems } from './short-names.ts';

/** What every report is told, whatever it is about. All of it is in the reader's language. */
export interface ReportFrame {
  readonly edition: Edition;
  /** `printStylesheet(inlineFont)` */
  readonly stylesheet: string;
  readonly organisation: string;
  /** As a `data:` address: a PDF loads nothing. Null: there is none. */
  readonly logo: ShownLogo | null;
  readonly front: Front;
  /** "Country fact sheet" */
  readonly report: string;
  /** "Costa Rica", "All programmes" */
  readonly scope: string;
  /** "June 2017" */
  readonly period: string;
  /** What it is first about: the country, the donor; the period, where it is about everything; or what its holder calls it. */
  readonly subject: 'report' | 'scope' | 'period';
  /** Of the document: "Country fact sheet: Costa Rica, June 2017" */
  readonly title: string;
  readonly cutOff: Day;
  /** Both dates in a sentence; null: only what was approved by the cut-off counts. */
  readonly known: string | null;
  /** "1 July 2017 at 06:00 EDT" */
  readonly knownAt: string;
  /** Said first of a report as of the past; null: it is as known now. */
  readonly past: string | null;
  /** Figures of earlier issues that have moved, each in a sentence. */
  readonly changed: readonly string[];
  /** The period's last day is not over. */
  readonly running: boolean;
  /** The beginning of the hash of its figures; stands on every page. */
  readonly issue: string;
  readonly illustrative: boolean;
  readonly paper: Paper;
}

/** A list behind the report: as many of its rows as are printed, and how many there are. */
export interface ReportAnnex {
  readonly name: AnnexName;
  readonly blocks: readonly Block[];
  readonly gaps: readonly Gap[];
  readonly shown: number;
  readonly all: number;
}

/** A whole report: its front, what it says, what is missing from the record, and how it was counted. */
export function ReportDocument({
  frame,
  gaps,
  annexes,
  css = '',
  gapRoom,
  children,
}: {
  readonly frame: ReportFrame;
  /** What this report needs beyond others. */
  readonly css?: string;
  /** Null: it says nothing of them, or in its own place. */
  readonly gaps: readonly Gap[] | null;
  /** Without it: of one of two that stand side by side. */
  readonly gapRoom?: GapRoom;
  readonly annexes: readonly ReportAnnex[];
  readonly children: ComponentChildren;
}): VNode {
  const { edition, stylesheet, organisation, front, title, cutOff, past, running, changed } = frame;
  const { t, f } = edition;
  const styles = `${stylesheet}\n${reportCss}${css}${front === 'cover' ? coverCss(frame.paper) : ''}`;
  return (
    <PrintDocument edition={edition} title={title} stylesheet={styles}>
      {front === 'cover' ? (
        <>
          <ReportCover {...frame} />
          <header class="report-masthead report-masthead-short">
            <ReportFacts {...frame} />
          </header>
        </>
      ) : (
        <ReportMasthead {...frame} />
      )}
      {past !== null && <p class="running">{past}</p>}
      {running && <p class="running">{t(periodMessages.running, { day: f.day(cutOff) })}</p>}
      <ChangedSince edition={edition} changed={changed} />
      {children}
      <Section id="methods-section" title={t(methodsMessages.title)}>
        <HowWeCountShort edition={edition} />
        <p class="source">
          {t(commonMessages.source, { source: organisation })}.{' '}
          {t(commonMessages.cutOff, { date: f.day(cutOff) })}.
        </p>
      </Section>
      {gaps !== null && (
        <Section id="gaps-section" title={t(gapMessages.title)} lede={t(gapMessages.lede)}>
          <Gaps edition={edition} gaps={gaps.map((gap) => withFirstItems(edition, gap, gapRoom))} />
        </Section>
      )}
      {annexes.map((annex) => (
        <Annex key={annex.name} edition={edition} annex={annex} />
      ))}
    </PrintDocument>
  );
}

/** Before anything else: whoever has an earlier report learns what it says otherwise now. */
function ChangedSince({ edition, changed }: Pick<ReportFrame, 'edition' | 'changed'>): VNode | null {
  if (changed.length === 0) return null;
  return (
    <section class="changed-since" aria-labelledby="changed-since">
      <h2 id="changed-since">{edition.t(movedFigureMessages.changedSince)}</h2>
      <ul>
        {changed.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
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

/** What is said beside headline figures: what none of them says. */
export function unsaid(headlines: readonly Headline[], tiles: readonly Tile[]): readonly string[] {
  return headlines.filter(({ id }) => !tiles.some((tile) => tile.id === id)).map(({ text }) => text);
}

/** The sentences that a reader takes away. */
export function Headlines({ sentences }: { readonly sentences: readonly string[] }): VNode | null {
  if (sentences.length === 0) return null;
  return (
    <ul class="headlines">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
