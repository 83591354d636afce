import type { VNode } from 'preact';
import type { Block, Gap, Headline, Tile } from '../src/core/report/block.ts';
import { newsMessages } from '../src/web/i18n/messages/report-news.ts';
import { reportSections, upTo } from '../src/web/i18n/messages/report-pages.ts';
import { factSheetFields, reportMessages } from '../src/web/i18n/messages/reports.ts';
import { Section } from '../src/web/parts/section.tsx';
import { Tiles } from '../src/web/parts/tiles.tsx';
import {
  Fresh,
  Funding,
  firstInSection,
  Programs,
  ProgramsInTime,
  ReportFigures,
  resultLayouts,
} from './report-figures.tsx';
import { Headlines, type ReportAnnex, ReportDocument, type ReportFrame, unsaid } from './report-frame.tsx';
import { Targets } from './report-targets.tsx';

export interface PortfolioReportProps {
  readonly frame: ReportFrame;
  readonly annexes: readonly ReportAnnex[];
  /** What changed since the issue before. */
  readonly news: {
    readonly lede: string;
    readonly moved: Block | null;
    readonly fresh: Block | null;
    readonly mended: Block | null;
  };
  readonly headlines: readonly Headline[];
  readonly tiles: readonly Tile[];
  /** The indicators that lead, the foremost from every side. */
  readonly leading: readonly {
    readonly code: string;
    readonly title: string;
    readonly blocks: readonly Block[];
  }[];
  /** Every indicator, in the period and to date. */
  readonly indicators: Block;
  readonly targets: Block;
  readonly funding: readonly Block[];
  readonly timeline: Block;
  readonly programs: Block;
  readonly gaps: readonly Gap[];
}

/** The managers' monthly: the whole portfolio, or a slice of it. */
export function PortfolioReport(props: PortfolioReportProps): VNode {
  const { frame, annexes, news, headlines, tiles, leading, indicators } = props;
  const { targets, funding, timeline, programs, gaps } = props;
  const { edition } = frame;
  const { t, f } = edition;
  const { moved, fresh, mended } = news;
  const inTime = firstInSection({ ...timeline, subtitle: programs.title });
  return (
    <ReportDocument frame={frame} gaps={gaps} annexes={annexes}>
      <Section id="news" title={t(newsMessages.title)} lede={news.lede}>
        <Headlines sentences={unsaid(headlines, tiles)} />
        <Tiles edition={edition} tiles={tiles} />
        {moved !== null && <ReportFigures frame={frame} blocks={[moved]} />}
        {mended !== null && <Fresh edition={edition} block={mended} />}
        {fresh !== null && <Fresh edition={edition} block={fresh} />}
      </Section>
      {leading.map(({ code, title, blocks }) => (
        <Section key={code} id={`leading-${code}`} title={title}>
          <ReportFigures frame={frame} blocks={blocks} layouts={resultLayouts(blocks)} />
        </Section>
      ))}
      <Section id="results" title={t(reportSections.allIndicators)}>
        {indicators.rows.length === 0 ? (
          <p class="quiet">{t(reportMessages.noResults)}</p>
        ) : (
          <ReportFigures frame={frame} blocks={[indicators]} />
        )}
      </Section>
      <Section id="targets-section" title={t(factSheetFields.targets)}>
        <Targets frame={frame} targets={targets} />
      </Section>
      <Section id="funding" title={t(upTo, { title: t(reportMessages.funding), day: f.day(frame.cutOff) })}>
        <Funding frame={frame} blocks={funding} />
      </Section>
      <Section
        id="programs-section"
        title={t(reportMessages.programs)}
        lede={inTime === null ? programs.title : undefined}
      >
        {inTime !== null && <ProgramsInTime frame={frame} block={inTime} />}
        <Programs edition={edition} block={programs} />
      </Section>
    </ReportDocument>
  );
}
