import type { ProgramPage, ProgramRow } from '../core/figures-of-programs.ts';
import { TRANSACTION_TYPES } from '../core/funding.ts';
import type { Block, Gap, Tile } from '../core/report/block.ts';
import { withoutColumns } from '../core/report/columns.ts';
import { blockMessages } from '../web/i18n/messages/blocks.ts';
import { factSheetFields } from '../web/i18n/messages/reports.ts';
import { totalsMessages, totalsNotes } from '../web/i18n/messages/totals.ts';
import { fundingBlock, fundingStagesBlock } from './blocks/funding.ts';
import { indicatorsBlock, reportedIndicators } from './blocks/indicators.ts';
import { resultsBlock } from './blocks/results.ts';
import { transactionRowsBlock } from './blocks/rows.ts';
import { targetsBlock } from './blocks/targets.ts';
import { gapsOf } from './gaps.ts';
import { identifierOf, labelOf } from './labels.ts';
import { programsInView } from './programs-in-view.ts';
import { tilesOf } from './tiles.ts';
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

/** A donor as of the cut-off. */
export async function donorSummaryOf(view: View, donor: string): Promise<DonorSummary> {
  const own = narrowed(view, { donor });
  const reported = await reportedIndicators(own);
  const [tiles, programs, results, targets, funding, transactions, gaps] = await Promise.all([
    tilesOf(own, reported),
    own.figures.programs(programsInView(own)),
    leadingResults(own, reported[0]?.indicator.code),
    targetsBlock(own),
    Promise.all([
      fundingStagesBlock(own),
      fundingBlock(own, 'disbursement', 'country'),
      fundingBlock(own, 'disbursement', 'program'),
      fundingBlock(own, 'disbursement', 'year'),
    ]),
    Promise.all(
      TRANSACTION_TYPES.map((type) => transactionRowsBlock(own, { filter: doneFilter(own), type })),
    ),
    gapsOf(own),
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
    funding,
    transactions: transactions.filter(({ rows }) => rows.length > 0),
    gaps: gaps.filter(({ id }) => id !== 'no-donor'),
  };
}

async function leadingResults(own: View, lead: string | undefined): Promise<readonly Block[]> {
  return lead === undefined
    ? []
    : Promise.all([resultsBlock(own, lead, 'country'), resultsBlock(own, lead, 'year')]);
}

export function donorBlocks(summary: DonorSummary): readonly Block[] {
  const { programs, contributed, targets, funding, transactions } = summary;
  return [programs, ...contributed, targets, ...funding, ...transactions];
}

/** Programmes as a table: title, status, dates, places; and their identifiers, where any has one. */
export function programsBlock(view: View, { rows: programs, top, total: all }: ProgramPage): Block {
  const { t, f } = view;
  const block: Block = {
    id: 'programs',
    title:
      top === all
        ? t(blockMessages.programsTitle, { top })
        : t(blockMessages.programsWithActivities, { top, all }),
    subtitle: '',
    chart: null,
    columns: [
      { key: 'program', label: t(totalsMessages.program), numeric: false, holds: 'code' },
      { key: 'pillar', label: t(totalsMessages.pillar), numeric: false, holds: 'code' },
      { key: 'status', label: t(blockMessages.status), numeric: false, holds: 'code' },
      { key: 'period', label: t(totalsMessages.period), numeric: false, holds: 'last-day' },
      { key: 'places', label: t(totalsMessages.country), numeric: false, holds: 'code' },
      { key: 'donors', label: t(totalsMessages.donor), numeric: false, holds: 'code' },
      { key: 'identifier', label: t(factSheetFields.identifier), numeric: false },
    ],
    rows: inTreeOrder(programs).map(({ program, ...standing }) => {
      const { pillars, places, funders } = standing.holds;
      const names = (by: 'pillar' | 'country' | 'donor', codes: readonly string[]) => {
        const text = codes.map((code) => labelOf(view, by, code)).join(', ');
        return {
          text: codes.length === 0 ? t(totalsMessages.notRecorded) : text,
          raw: codes.join(' ') || null,
        };
      };
      const { start, startPrecision, end, endPrecision } = program;
      return {
        key: program.code,
        href: view.links.program(standing),
        muted: false,
        cells: [
          { text: f.text(program.title), raw: program.code },
          names(
            'pillar',
            pillars.map(({ code }) => code),
          ),
          { text: t(totalsMessages[program.status]), raw: program.status },
          { text: f.span({ start, startPrecision, end, endPrecision }), raw: program.end ?? program.start },
          names(
            'country',
            places.map(({ code }) => code),
          ),
          names('donor', funders),
          { text: program.identifier ?? '', raw: program.identifier },
        ],
      };
    }),
    total: null,
    notes: [],
    illustrative: false,
  };
  const identified = programs.some(({ program }) => program.identifier !== null);
  return identified ? block : withoutColumns(block, ['identifier']);
}

/** Each programme followed by its activities, in order of code. */
function inTreeOrder(programs: readonly ProgramRow[]): readonly ProgramRow[] {
  const path = ({ code, above }: ProgramRow) => [...above.toReversed(), code].join(' ');
  return programs.toSorted((a, b) => (path(a) < path(b) ? -1 : 1));
}
