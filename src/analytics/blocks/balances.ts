import { type Balance, type BalanceRow, leadingBalances, STAGES, type Stage } from '../../core/balances.ts';
import { change } from '../../core/change.ts';
import { isRestKey, MOST_OF_SEVERAL, REST } from '../../core/leading-rows.ts';
import type { Block, BlockRow, Cell } from '../../core/report/block.ts';
import { blockMessages } from '../../web/i18n/messages/blocks.ts';
import { commonMessages } from '../../web/i18n/messages/common.ts';
import { restMessages } from '../../web/i18n/messages/lists.ts';
import { changeMessages } from '../../web/i18n/messages/periods.ts';
import { totalsMessages } from '../../web/i18n/messages/totals.ts';
import { headOf } from '../labels.ts';
import { withProgramsOf } from '../named-view.ts';
import { doneFilter, filterIn, type View } from '../view.ts';
import { currencyName, notConvertedNote } from './funding.ts';
import { compact, money, moneyCell } from './money-words.ts';
import { labelCell } from './names.ts';
import type { Extent } from './rest.ts';
import { moneySubtitle } from './subtitle.ts';

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
  const found = await asked.figures.balances({ filter, most: extent === 'whole' ? null : MOST_OF_SEVERAL });
  const leading = extent === 'whole' ? leadingBalances(found, MOST_OF_SEVERAL) : found;
  const { rest, total, notConverted } = leading;
  const view = await withProgramsOf(toDate, { by: 'program', rows: found.rows });
  const rowFor = (row: BalanceRow) => rowOf(view, labelCell(view, 'program', row.key), row);
  const short = [...leading.rows.map(rowFor), ...(rest === null ? [] : [restRow(view, rest)])];
  const rows = extent === 'whole' ? found.rows.map(rowFor) : short;
  const label = view.t(commonMessages.total);
  return {
    id: 'balances',
    title:
      total.left === null
        ? view.t(blockMessages.balancesNone)
        : view.t(blockMessages.balancesTitle, { figure: compact(view, total.left) }),
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
    rows,
    short: { rows: short, all: leading.rows.length + (rest?.count ?? 0) },
    total: rows.length === 0 ? null : rowOf(view, { text: label, raw: label }, { key: 'total', ...total }),
    notes: [
      view.t(blockMessages.balancesNote),
      ...unknownNote(view, total),
      ...new Set(STAGES.flatMap((stage) => notConvertedNote(view, notConverted[stage]))),
    ],
    illustrative: STAGES.some((stage) => total[stage].illustrativeMinor !== 0),
  };
}

/** Of totals that a reader would subtract, and not come to what is left. */
function unknownNote(view: View, { disbursement, expenditure, left }: Balance): readonly string[] {
  const all = change(expenditure.amountMinor, disbursement.amountMinor).absolute;
  if (all === null || left === null) return [];
  const unknown = change(left, all).absolute;
  if (unknown === null || unknown === 0) return [];
  const words = { all: money(view, all), figure: money(view, unknown) };
  return [view.t(blockMessages.balancesUnknown, words)];
}

function rowOf(view: View, name: Cell, row: BalanceRow): BlockRow {
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

function restRow(view: View, { count, ...rest }: Balance & { readonly count: number }): BlockRow {
  const label = view.t(restMessages.program, { count });
  return rowOf(view, { text: label, raw: label }, { key: REST, ...rest });
}
