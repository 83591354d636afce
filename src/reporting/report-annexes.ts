import type { ReportAnnex } from '../../reports/report-frame.tsx';
import {
  doneFilter,
  gapsOf,
  listedPrograms,
  programsBlock,
  targetsBlock,
  transactionRowsBlock,
  type View,
} from '../analytics/index.ts';
import { TRANSACTION_TYPES } from '../core/funding.ts';
import { type AnnexName, MOST_ANNEX_ROWS } from '../core/report/annexes.ts';
import type { Block } from '../core/report/block.ts';
import { withActivitiesMarked } from './leading-programs.ts';
import type { ReportOrder } from './report-request.ts';

/** The annexes of a view, in the order of their names. */
export function annexesOf(view: View, names: readonly AnnexName[]): Promise<readonly ReportAnnex[]> {
  return Promise.all(names.map((name) => ANNEXED[name](view)));
}

const ANNEXED: Readonly<Record<AnnexName, (view: View) => Promise<ReportAnnex>>> = {
  programs: async (view) => {
    const listed = await view.figures.programs(
      { ...listedPrograms(view), inOrderOf: 'tree' },
      { limit: MOST_ANNEX_ROWS },
    );
    const block = await withActivitiesMarked(view, programsBlock(view, listed));
    return annexed('programs', [block], listed.total);
  },
  targets: async (view) => {
    const block = await targetsBlock(view);
    return annexed('targets', [firstOf(block, MOST_ANNEX_ROWS)], block.rows.length);
  },
  transactions: async (view) => {
    const found = await transactionBlocks(view);
    const all = found.reduce((sum, { rows }) => sum + rows.length, 0);
    let room = MOST_ANNEX_ROWS;
    const printed = found.map((block) => {
      const first = firstOf(block, room);
      room -= first.rows.length;
      return first;
    });
    return annexed('transactions', printed.filter(isFilled), all);
  },
  gaps: async (view) => {
    const found = await gapsOf(view);
    let room = MOST_ANNEX_ROWS;
    const gaps = found.map((gap) => {
      const items = gap.items.slice(0, room);
      room -= items.length;
      return { ...gap, items, ...(items.length < gap.items.length && { all: gap.items.length }) };
    });
    const [shown, all] = [gaps, found].map((each) => each.reduce((sum, { items }) => sum + items.length, 0));
    return { name: 'gaps', blocks: [], gaps, shown: shown ?? 0, all: all ?? 0 };
  },
};

/** The blocks of a report as files have them: with every transaction, where the annex of these is asked for. */
export async function withTransactions(
  { annexes }: Pick<ReportOrder, 'annexes'>,
  view: View,
  blocks: readonly Block[],
): Promise<readonly Block[]> {
  return annexes.includes('transactions') ? [...blocks, ...(await transactionBlocks(view))] : blocks;
}

async function transactionBlocks(view: View): Promise<readonly Block[]> {
  const found = await Promise.all(
    TRANSACTION_TYPES.map((type) =>
      transactionRowsBlock(view, { filter: doneFilter(view), type, inOrderOf: 'value-date' }),
    ),
  );
  return found.filter(isFilled);
}

function annexed(name: AnnexName, blocks: readonly Block[], all: number): ReportAnnex {
  const shown = blocks.reduce((sum, { rows }) => sum + rows.length, 0);
  return {
    name,
    blocks: blocks.map((block) => ({ ...block, id: `annex-${block.id}` })),
    gaps: [],
    shown,
    all,
  };
}

/** A total beneath some of the rows would be taken for theirs. */
function firstOf(block: Block, most: number): Block {
  if (block.rows.length <= most) return block;
  return { ...block, rows: block.rows.slice(0, most), total: null };
}

function isFilled({ rows }: Block): boolean {
  return rows.length > 0;
}
