import {
  donorBlocks,
  donorSummaryOf,
  type Extent,
  narrowed,
  programsInView,
  type View,
} from '../analytics/index.ts';
import type { Block } from '../core/report/block.ts';
import { countOfRows } from '../core/report/short.ts';
import { totalsNotes } from '../web/i18n/messages/totals.ts';
import {
  leadingPrograms,
  leadingProgramsBlock,
  MOST_LISTED,
  withActivitiesMarked,
} from './leading-programs.ts';
import { moneyByYearBlock } from './money-by-year.ts';
import { headlinesOf, periodBlock } from './period-figures.ts';
import type { ReportSource } from './report-content.ts';
import type { ReportOrder } from './report-request.ts';

/** So few transactions are all listed; of more, what each year brought of each type. */
const FEW_TRANSACTIONS = 24;

/** What a donor funds, what it contributed to, and its own money. */
export async function donorContent(order: ReportOrder, view: View): Promise<ReportSource> {
  const { period, about } = order;
  const own = narrowed(view, { donor: about });
  const [summary, headlines, leading] = await Promise.all([
    summaryOf(order, view, 'short'),
    headlinesOf(view, period),
    leadingPrograms(own, programsInView(own), { most: MOST_LISTED }),
  ]);
  const [programs, transactions] = await Promise.all([
    leadingProgramsBlock(own, leading),
    transactionsOf(own, summary.transactions),
  ]);
  const body = { ...summary, programs, transactions };
  return {
    content: {
      tiles: body.tiles,
      blocks: donorBlocks(body),
      gaps: body.gaps,
      sheet: {
        report: 'donor-funding-summary',
        props: { ...body, headlines: [...headlines, `${body.targets.title}.`] },
      },
    },
    view: own,
    whole: async () => {
      const all = await summaryOf(order, view, 'whole');
      const marked = await withActivitiesMarked(own, all.programs);
      return { blocks: donorBlocks({ ...all, programs: marked }), gaps: all.gaps };
    },
  };
}

async function summaryOf({ period, about }: ReportOrder, view: View, extent: Extent) {
  const [{ contributed, ...own }, indicators] = await Promise.all([
    donorSummaryOf(view, about, extent),
    periodBlock(view, period),
  ]);
  return {
    ...own,
    contributed: [
      { ...indicators, notes: [view.t(totalsNotes['contributed-to']), ...indicators.notes] },
      ...contributed.filter(({ id }) => id !== indicators.id),
    ],
  };
}

async function transactionsOf(own: View, listed: readonly Block[]): Promise<readonly Block[]> {
  const count = listed.reduce((sum, block) => sum + countOfRows(block), 0);
  const areAll = listed.every(({ rows, short }) => short === undefined || short.all === rows.length);
  return count <= FEW_TRANSACTIONS && areAll ? listed : [await moneyByYearBlock(own)];
}
