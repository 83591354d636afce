import type { VNode } from 'preact';
import type { Block, Gap, Headline, Tile } from '../src/core/report/block.ts';
import { sameInAll, withoutColumns } from '../src/core/report/columns.ts';
import { donorReportMessages } from '../src/web/i18n/messages/donor-report.ts';
import { reportSections, upTo } from '../src/web/i18n/messages/report-pages.ts';
import { factSheetFields, reportMessages } from '../src/web/i18n/messages/reports.ts';
import { Section } from '../src/web/parts/section.tsx';
import { Tiles } from '../src/web/parts/tiles.tsx';
import { Funding, Programs, ReportFigures } from './report-figures.tsx';
import { Headlines, type ReportAnnex, ReportDocument, type ReportFrame, unsaid } from './report-frame.tsx';
import { Targets } from './report-targets.tsx';

export interface DonorFundingSummaryProps {
  readonly frame: ReportFrame;
  readonly annexes: readonly ReportAnnex[];
  /** Code of the organisation. */
  readonly code: string;
  readonly headlines: readonly Headline[];
  readonly tiles: readonly Tile[];
  readonly programs: Block;
  /** Figures that other donors may share. */
  readonly contributed: readonly Block[];
  readonly targets: Block;
  readonly funding: readonly Block[];
  /** Transactions of the period, one block for each type of money, and those from before it. */
  readonly inPeriod: readonly Block[];
  readonly before: readonly Block[];
  readonly gaps: readonly Gap[];
}

/** What a donor funds, what it contributed to, and its own money to the last transaction. */
export function DonorFundingSummary(props: DonorFundingSummaryProps): VNode {
  const {
    frame,
    annexes,
    code,
    headlines,
    tiles,
    programs,
    contributed,
    targets,
    funding,
    inPeriod,
    before,
    gaps,
  } = props;
  const { edition } = frame;
  const { t, f } = edition;
  const toDate = (title: string) => t(upTo, { title, day: f.day(frame.cutOff) });
  const reported = contributed.filter(({ rows }) => rows.length > 0);
  return (
    <ReportDocument frame={frame} gaps={gaps} annexes={annexes}>
      <Section id="headlines" title={t(reportMessages.headlines)}>
        <Headlines sentences={unsaid(headlines, tiles)} />
        <Tiles edition={edition} tiles={tiles} />
      </Section>
      <Section id="programs-section" title={t(reportSections.fundedPrograms)} lede={programs.title}>
        <Programs edition={edition} block={fundedPrograms(programs, code)} />
      </Section>
      <Section id="contributed" title={toDate(t(reportSections.contributed))}>
        {reported.length === 0 && <p class="quiet">{t(reportMessages.noResults)}</p>}
        <ReportFigures frame={frame} blocks={reported} layouts={CONTRIBUTED_LAYOUTS} />
      </Section>
      <Section id="targets-section" title={t(factSheetFields.targets)}>
        <Targets frame={frame} targets={targets} />
      </Section>
      <Section id="funding" title={toDate(t(reportMessages.funding))}>
        <Funding frame={frame} blocks={funding} />
      </Section>
      <Section id="transactions-section" title={t(reportSections.transactions)}>
        {inPeriod.length === 0 && (
          <p class="quiet">{t(donorReportMessages.noneInPeriod, { period: frame.period })}</p>
        )}
        <div class="table-transactions">
          <ReportFigures frame={frame} blocks={[...inPeriod, ...before].map(listed)} />
        </div>
      </Section>
    </ReportDocument>
  );
}

/** With who else funds them, where anybody does. */
function fundedPrograms(programs: Block, donor: string): Block {
  const alone = sameInAll(programs, 'donors')?.raw === donor;
  return withoutColumns(programs, alone ? ['donors'] : []);
}

const CONTRIBUTED_LAYOUTS = { 'results-by-country': 'half', 'results-by-year': 'half' } as const;

/**
 * Transactions without what their heading says or what is the same in each: the donor, the only programme and the only note,
 * which stand beneath it, and for money in the reporting currency the rate.
 */
function listed(block: Block): Block {
  const [program, note] = [sameInAll(block, 'program'), sameInAll(block, 'note')];
  const inReportingCurrency = Number(sameInAll(block, 'rate')?.raw) === 1;
  return withoutColumns(
    {
      ...block,
      subtitle: [program?.text ?? '', note?.text ?? ''].filter((text) => text !== '').join(' · '),
    },
    [
      'provider',
      ...(program === null ? [] : ['program']),
      ...(note === null ? [] : ['note']),
      ...(inReportingCurrency ? ['amount', 'rate'] : []),
    ],
  );
}
