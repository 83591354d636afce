import type { FundingRow, MoneyFigure } from '../../core/aggregate.ts';
import { change } from '../../core/change.ts';
import { type Exact, sumOf } from '../../core/decimal.ts';
import { inReadingOrder } from '../../core/dimension.ts';
import type { TransactionType } from '../../core/funding.ts';
import {
  byThemselves,
  isRest,
  isRestKey,
  leadingRows,
  MOST_OF_SEVERAL,
  type Rest,
  restOfMoney,
} from '../../core/leading-rows.ts';
import type { Block, BlockRow, Cell } from '../../core/report/block.ts';
import { blockMessages } from '../../web/i18n/messages/blocks.ts';
import { commonMessages } from '../../web/i18n/messages/common.ts';
import { changeMessages } from '../../web/i18n/messages/periods.ts';
import { totalsMessages } from '../../web/i18n/messages/totals.ts';
import { headOf } from '../labels.ts';
import { withProgramsOf } from '../named-view.ts';
import { doneFilter, filterIn, type View } from '../view.ts';
import { currencyName, notConvertedNote } from './funding.ts';
import { compact, moneyCell } from './money-words.ts';
import { labelCell } from './names.ts';
import { type Extent, restLabel } from './rest.ts';
import { moneySubtitle } from './subtitle.ts';

/** In the order in which money goes. */
const STAGES = ['commitment', 'disbursement', 'expenditure'] as const satisfies readonly TransactionType[];
type Stage = (typeof STAGES)[number];

/** What is known of one programme at each stage. */
type Staged = Readonly<Record<Stage, MoneyFigure>> & { readonly key: string };

/**
 * What was committed to each programme, disbursed and spent, to date, and what is left of what was disbursed. Types of
 * transactions are never added together (rule 7): what is left is the one beside the other, and is n/a where one of them is
 * not recorded; the total is of those of which it is known.
 *
 * @param extent of its rows
 */
export async function balancesBlock(asked: View, extent: Extent): Promise<Block> {
  const toDate = { ...asked, filter: filterIn(asked, {}) };
  const filter = doneFilter(toDate);
  const totals = await Promise.all(
    STAGES.map((type) => asked.figures.funding({ type, by: 'program', filter })),
  );
  const rows = stagedRows(totals.map((total) => total.rows));
  const shown = leadingRows(rows, 'program', MOST_OF_SEVERAL);
  const view = await withProgramsOf(toDate, {
    by: 'program',
    rows: extent === 'whole' ? rows : byThemselves(shown),
  });
  const rowFor = (row: Staged) =>
    rowOf(view, labelCell(view, 'program', row.key), { ...row, left: leftOf(row) });
  const short = shown.map((row) => (isRest(row) ? restRow(view, row) : rowFor(row)));
  const [committed, disbursed, spent] = totals.map(({ total }) => total);
  if (committed === undefined || disbursed === undefined || spent === undefined)
    throw new Error('A stage of money was not asked for.');
  const left = leftOfAll(rows);
  const whole = { key: 'total', commitment: committed, disbursement: disbursed, expenditure: spent, left };
  const label = view.t(commonMessages.total);
  return {
    id: 'balances',
    title:
      left === null
        ? view.t(blockMessages.balancesNone)
        : view.t(blockMessages.balancesTitle, { figure: compact(view, left) }),
    subtitle: moneySubtitle(view, currencyName(view)),
    chart: null,
    columns: [
      { key: 'label', label: headOf(view, 'program'), numeric: false },
      ...STAGES.map((key) => ({
        key,
        label: view.t(totalsMessages[key]),
        numeric: true,
        holds: 'money' as const,
      })),
      { key: 'left', label: view.t(blockMessages.balance), numeric: true, holds: 'money' },
    ],
    rows: extent === 'whole' ? rows.map(rowFor) : short,
    short: { rows: short, all: rows.length },
    total: rows.length === 0 ? null : rowOf(view, { text: label, raw: label }, whole),
    notes: [
      view.t(blockMessages.balancesNote),
      ...new Set(totals.flatMap(({ notConverted }) => notConvertedNote(view, notConverted))),
    ],
    illustrative: totals.some(({ total }) => total.illustrativeMinor !== 0),
  };
}

/** Every programme of any stage, the one with the most disbursed first. */
function stagedRows(stages: readonly (readonly FundingRow[])[]): readonly Staged[] {
  const known = stages.map((rows) => new Map(rows.map((row) => [row.key, row])));
  const keys = new Set(stages.flatMap((rows) => rows.map(({ key }) => key)));
  const nothing: MoneyFigure = { amountMinor: null, illustrativeMinor: 0, transactionCount: 0 };
  const rows = [...keys].map((key): Staged => {
    const [commitment = nothing, disbursement = nothing, expenditure = nothing] = known.map((rowsOf) =>
      rowsOf.get(key),
    );
    return { key, commitment, disbursement, expenditure };
  });
  return inReadingOrder(rows, 'program', ({ disbursement }) => disbursement.amountMinor);
}

function leftOf({ disbursement, expenditure }: Staged): Exact | null {
  return change(expenditure.amountMinor, disbursement.amountMinor).absolute;
}

/** Of several, what is left of those of which it can be said: what is not recorded was not spent nor unspent (rule 5). */
function leftOfAll(rows: readonly Staged[]): Exact | null {
  const known = rows.map(leftOf).filter((left) => left !== null);
  return known.length === 0 ? null : sumOf(known, (left) => left);
}

function rowOf(view: View, name: Cell, row: Staged & { readonly left: Exact | null }): BlockRow {
  const { key, left } = row;
  const one = key === 'total' ? {} : ({ by: 'program', key } as const);
  // Each amount leads to its own transactions; those of a rest have no address of their own.
  const cellOf = (type: Stage): Cell => {
    const cell = moneyCell(view, row[type].amountMinor);
    const href = view.links.transactions({ filter: doneFilter(view), type, ...one });
    return href === null || cell.raw === null || isRestKey(key) ? cell : { ...cell, href };
  };
  return {
    key,
    href: null,
    muted: isRestKey(key),
    cells: [
      name,
      ...STAGES.map(cellOf),
      left === null ? { text: view.t(changeMessages.missing), raw: null } : moneyCell(view, left),
    ],
  };
}

function restRow(view: View, { key, rows }: Rest<Staged>): BlockRow {
  const label = restLabel(view, 'program', { key, rows });
  const [commitment, disbursement, expenditure] = STAGES.map((stage) =>
    restOfMoney(rows.map((row) => row[stage])),
  );
  if (commitment === undefined || disbursement === undefined || expenditure === undefined)
    throw new Error('A stage of money has no rest.');
  const left = leftOfAll(rows);
  return rowOf(view, { text: label, raw: label }, { key, commitment, disbursement, expenditure, left });
}
