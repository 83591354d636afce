import type { Dimension } from '../core/dimension.ts';
import { TRANSACTION_TYPES } from '../core/funding.ts';
import type { Block, Gap, Tile } from '../core/report/block.ts';
import { DONOR_REPORTS, type DonorReportName } from '../core/report/definitions.ts';
import { may } from '../core/visibility/rights.ts';
import { totalsNotes } from '../web/i18n/messages/totals.ts';
import { balancesBlock } from './blocks/balances.ts';
import { fundingBlock, fundingStagesBlock } from './blocks/funding.ts';
import { indicatorsBlock, reportedIndicators } from './blocks/indicators.ts';
import { programsBlock } from './blocks/programs.ts';
import type { Extent } from './blocks/rest.ts';
import { resultsBlock } from './blocks/results.ts';
import { transactionRowsBlock } from './blocks/rows.ts';
import { targetsBlock } from './blocks/targets.ts';
import { firstOfGap, gapsOf } from './gaps.ts';
import { identifierOf, labelOf } from './labels.ts';
import { queryString } from './links.ts';
import { periodsToReport } from './periods-to-report.ts';
import { programsInView } from './programs-in-view.ts';
import { tilesOf, withAmountsAsPaid } from './tiles.ts';
import { doneFilter, narrowed, type View } from './view.ts';

/** What a donor funds, what it contributed to, and every transaction of its own. */
export interface DonorSummary {
  readonly code: string;
  readonly name: string;
  /** What it is called where aid is published. */
  readonly identifier: string | null;
  readonly tiles: readonly Tile[];
  readonly programs: Block;
  /** "Contributed to": figures that other donors may share (rule 9). */
  readonly contributed: readonly Block[];
  readonly targets: Block;
  readonly funding: readonly Block[];
  readonly transactions: readonly Block[];
  readonly gaps: readonly Gap[];
}

/** Beside four tables of transactions there is room for so many. */
const PROGRAMS_AT_ONCE = { limit: 8 };

/**
 * A donor as of the cut-off.
 *
 * @param extent of the rows of its blocks and gaps
 */
export async function donorSummaryOf(
  view: View,
  donor: string,
  extent: Extent = 'whole',
): Promise<DonorSummary> {
  const own = narrowed(view, { donor });
  const reported = await reportedIndicators(own);
  const funding = (by: Dimension) => fundingBlock(own, 'disbursement', by, extent);
  const [tiles, programs, results, targets, money, transactions, gaps] = await Promise.all([
    tilesOf(own, reported).then((tiles) => withAmountsAsPaid(own, tiles)),
    own.figures.programs(
      { ...programsInView(own), inOrderOf: 'tree' },
      extent === 'short' ? PROGRAMS_AT_ONCE : undefined,
    ),
    leadingResults(own, reported[0]?.indicator.code, extent),
    targetsBlock(own, extent),
    Promise.all([fundingStagesBlock(own), balancesBlock(own, extent), funding('country'), funding('year')]),
    Promise.all(
      TRANSACTION_TYPES.map((type) => transactionRowsBlock(own, { filter: doneFilter(own), type }, extent)),
    ),
    gapsOf(own, extent === 'short' ? firstOfGap(own) : undefined),
  ]);
  const indicators = indicatorsBlock(own, reported);
  const note = view.t(totalsNotes['contributed-to']);
  return {
    code: donor,
    name: labelOf(view, 'donor', donor),
    identifier: identifierOf(view, donor),
    tiles,
    programs: programsBlock(own, programs),
    contributed: [{ ...indicators, notes: [note, ...indicators.notes] }, ...results],
    targets,
    funding: money,
    transactions: transactions.filter(({ rows }) => rows.length > 0),
    gaps: gaps.filter(({ id }) => id !== 'no-donor'),
  };
}

async function leadingResults(
  own: View,
  lead: string | undefined,
  extent: Extent,
): Promise<readonly Block[]> {
  return lead === undefined
    ? []
    : Promise.all([resultsBlock(own, lead, 'country', extent), resultsBlock(own, lead, 'year', extent)]);
}

/** A report of its own that a donor's page offers. */
export interface OfferedReport {
  readonly report: DonorReportName;
  /** The year that it is about. */
  readonly year: string;
  readonly href: string;
  /** Others that its form proposes, as keys. */
  readonly periods: readonly string[];
}

/** The reports of a donor, of the last year that is over in which something of it has its day; null: its reader may not have them. */
export async function donorReportsOf(view: View, donor: string): Promise<readonly OfferedReport[] | null> {
  if (!may(view.scope.rights, 'hasReports')) return null;
  const periods = await periodsToReport(narrowed(view, { donor }));
  const year = periods.at(-1) ?? view.cutOff.slice(0, 4);
  const query = { period: year, donor, lang: view.language, 'as-of': view.known.asked ?? undefined };
  return DONOR_REPORTS.map((report) => ({
    report,
    year,
    href: `/api/v1/reports/${report}.pdf${queryString(query)}`,
    periods,
  }));
}

export function donorBlocks(summary: DonorSummary): readonly Block[] {
  const { programs, contributed, targets, funding, transactions } = summary;
  return [programs, ...contributed, targets, ...funding, ...transactions];
}
