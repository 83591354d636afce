import type { VNode } from 'preact';
import type { Block, Gap, Tile } from '../src/core/report/block.ts';
import { reportSections } from '../src/web/i18n/messages/report-pages.ts';
import { factSheetFields, reportMessages } from '../src/web/i18n/messages/reports.ts';
import { Section } from '../src/web/parts/section.tsx';
import { Tiles } from '../src/web/parts/tiles.tsx';
import { Funding, Programs, ReportFigures, resultLayouts, Targets } from './report-figures.tsx';
import { Headlines, type ReportAnnex, ReportDocument, type ReportFrame } from './report-frame.tsx';

export interface PortfolioReportProps {
  readonly frame: ReportFrame;
  readonly annexes: readonly ReportAnnex[];
  readonly headlines: readonly string[];
  readonly tiles: readonly Tile[];
  /** Every indicator, in the period and to date. */
  readonly indicators: Block;
  /** The foremost indicator from every side. */
  readonly results: readonly Block[];
  readonly targets: Block;
  readonly funding: readonly Block[];
  readonly programs: Block;
  readonly gaps: readonly Gap[];
}

/** The managers' monthly: the whole portfolio, or a slice of it. */
export function PortfolioReport(props: PortfolioReportProps): VNode {
  const { frame, annexes, headlines, tiles, indicators, results, targets, funding, programs, gaps } = props;
  const { edition } = frame;
  const { t } = edition;
  return (
    <ReportDocument frame={frame} gaps={gaps} annexes={annexes}>
      <Section id="headlines" title={t(reportMessages.headlines)}>
        <Headlines sentences={headlines} />
        <Tiles edition={edition} tiles={tiles} />
        {indicators.rows.length > 0 && <ReportFigures frame={frame} blocks={[indicators]} />}
      </Section>
      <Section id="results" title={t(reportSections.results)}>
        {results.length === 0 && <p class="quiet">{t(reportMessages.noResults)}</p>}
        <ReportFigures frame={frame} blocks={results} layouts={resultLayouts(results)} />
      </Section>
      <Section id="targets-section" title={t(factSheetFields.targets)}>
        <Targets frame={frame} targets={targets} />
      </Section>
      <Section id="funding" title={t(reportMessages.funding)}>
        <Funding frame={frame} blocks={funding} />
      </Section>
      <Section id="programs-section" title={t(reportMessages.programs)} lede={programs.title}>
        <Programs edition={edition} block={programs} />
      </Section>
    </ReportDocument>
  );
}
