import {
  donorBlocks,
  donorSummaryOf,
  type Extent,
  narrowed,
  programsInView,
  type View,
} from '../analytics/index.ts';
import { totalsNotes } from '../web/i18n/messages/totals.ts';
import { achievedBlock } from './achieved.ts';
import {
  leadingPrograms,
  leadingProgramsBlock,
  MOST_LISTED,
  withActivitiesMarked,
} from './leading-programs.ts';
import { headlinesOf, periodBlock } from './period-figures.ts';
import { periodTransactions } from './period-transactions.ts';
import type { ReportSource } from './report-content.ts';
import type { ReportOrder } from './report-request.ts';
import { withProof, withProofOfEach } from './with-proof.ts';

/** What a donor funds, what it contributed to, and its own money. */
export async function donorContent(order: ReportOrder, view: View): Promise<ReportSource> {
  const { period, about } = order;
  const own = narrowed(view, { donor: about });
  const [summary, headlines, leading, achieved, listed] = await Promise.all([
    summaryOf(order, view, 'short'),
    headlinesOf(view, period),
    leadingPrograms(own, programsInView(own), { most: MOST_LISTED }),
    achievedBlock(own),
    periodTransactions(own, period),
  ]);
  const programs = await leadingProgramsBlock(own, leading);
  const transactions = [...listed.inPeriod, ...listed.before];
  const contributed = [...(achieved === null ? [] : [achieved]), ...summary.contributed];
  const body = { ...summary, programs, contributed, transactions };
  const proven = {
    contributed: contributed.map((block) =>
      block.id === 'indicators' ? withProofOfEach(own, block) : block,
    ),
    targets: withProof(own, 'targets', [summary.targets])[0] ?? summary.targets,
    funding: withProof(own, 'disbursement', summary.funding),
  };
  return {
    content: {
      tiles: body.tiles,
      blocks: donorBlocks(body),
      gaps: body.gaps,
      sheet: {
        report: 'donor-funding-summary',
        props: {
          ...body,
          ...listed,
          ...proven,
          headlines: [...headlines, { id: 'targets', text: `${body.targets.title}.` }],
        },
      },
    },
    view: own,
    whole: async (asked) => {
      const all = await summaryOf(order, asked, 'whole');
      const marked = await withActivitiesMarked(narrowed(asked, { donor: about }), all.programs);
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
