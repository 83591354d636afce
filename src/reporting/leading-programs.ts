import { doneFilter, moneyCell, programsBlock, type View } from '../analytics/index.ts';
import type { ProgramPage, ProgramRow, ProgramsQuery } from '../core/figures-of-programs.ts';
import type { FundingRow } from '../core/funding-totals.ts';
import { REST, restOfMoney } from '../core/leading-rows.ts';
import type { Block, BlockRow, Cell, Column } from '../core/report/block.ts';
import { isolated } from '../web/i18n/isolate.ts';
import { leadingMessages } from '../web/i18n/messages/annexes.ts';
import { restMessages } from '../web/i18n/messages/lists.ts';

/** So many are listed of many; so few are all listed. */
export const MOST_LISTED = 12;
const FEW = 20;

/** Programmes as a report lists them. */
export interface LeadingPrograms {
  /** Those that are listed, the foremost first; of a few all, each followed by its activities. */
  readonly rows: readonly ProgramRow[];
  readonly counts: Pick<ProgramPage, 'top' | 'total'>;
  /** What has been disbursed to each programme with money, the greatest first; null where all are listed. */
  readonly money: readonly FundingRow[] | null;
}

/**
 * All of a few programmes; of many those to which most money has been disbursed to date, then in order of code.
 *
 * @param most are listed of many
 * @param few are listed all
 */
export async function leadingPrograms(
  view: View,
  query: ProgramsQuery,
  { most, few = FEW }: { readonly most: number; readonly few?: number },
): Promise<LeadingPrograms> {
  const first = await view.figures.programs({ ...query, inOrderOf: 'tree' }, { limit: Math.max(few, most) });
  const counts = { top: first.top, total: first.total };
  if (first.total <= few) return { rows: first.rows, counts, money: null };
  const filter = doneFilter(view);
  const { rows: money } = await view.figures.funding({ type: 'disbursement', by: 'program', filter });
  const foremost = await found(view, query, money.slice(0, most + SPARE));
  const others = first.rows.filter(({ code }) => !foremost.some((each) => each.code === code));
  return { rows: [...foremost, ...others].slice(0, most), counts, money };
}

/** Money may have gone to a programme that is not among those asked for: so many more are looked at. */
const SPARE = 4;

/** The programmes of these rows that a query is about, in the order of the rows. */
async function found(
  { figures }: View,
  query: ProgramsQuery,
  rows: readonly FundingRow[],
): Promise<readonly ProgramRow[]> {
  const { program: within, ...filter } = query.filter;
  if (within !== undefined) return [];
  const looked = rows.map(async ({ key }) => {
    const { rows: own } = await figures.programs({ ...query, filter: { ...filter, program: key } });
    return own.filter(({ code }) => code === key);
  });
  return (await Promise.all(looked)).flat();
}

/** Programmes as a table: all of a few, or the leading ones with what has been disbursed to them, and the rest. */
export async function leadingProgramsBlock(
  view: View,
  { rows, counts, money }: LeadingPrograms,
): Promise<Block> {
  const block = programsBlock(view, { ...pageOf(rows), ...counts });
  if (money === null) return withActivitiesMarked(view, block);
  const amounts = new Map(money.map((row) => [row.key, row]));
  const listed = rows.flatMap(({ code }) => block.rows.find(({ key }) => key === code) ?? []);
  const restRows = money.filter(({ key }) => !rows.some(({ code }) => code === key));
  const label = view.t(restMessages.program, { count: counts.total - rows.length });
  const empty = (): Cell => ({ text: '', raw: null });
  const rest: BlockRow = {
    key: REST,
    href: null,
    muted: true,
    cells: [{ text: label, raw: label }, ...block.columns.slice(1).map(empty)],
  };
  const disbursed: Column = {
    key: 'disbursed',
    label: view.t(leadingMessages.disbursed),
    numeric: true,
    holds: 'money',
  };
  return {
    ...block,
    subtitle: view.t(leadingMessages.programs, { shown: rows.length, all: counts.total }),
    columns: [...block.columns, disbursed],
    rows: [
      ...listed.map((row) => withCell(row, moneyCell(view, amounts.get(row.key)?.amountMinor ?? null))),
      withCell(rest, moneyCell(view, restOfMoney(restRows).amountMinor)),
    ],
    illustrative: money.some(({ illustrativeMinor }) => illustrativeMinor !== 0),
  };
}

/** In a list of programmes, an activity whose programme is listed too stands beneath it. */
export async function withActivitiesMarked(view: View, block: Block): Promise<Block> {
  const listed = new Set(block.rows.map(({ key }) => key));
  const standings = await view.figures.standings(listed);
  const isBeneath = ({ key }: BlockRow) => standings.get(key)?.above.some((code) => listed.has(code));
  const marked = (row: BlockRow): BlockRow => ({
    ...row,
    cells: row.cells.map((cell, index) =>
      index === 0 ? { ...cell, text: `– ${isolated(cell.text)}` } : cell,
    ),
  });
  return { ...block, rows: block.rows.map((row) => (isBeneath(row) ? marked(row) : row)) };
}

function withCell(row: BlockRow, cell: Cell): BlockRow {
  return { ...row, cells: [...row.cells, cell] };
}

function pageOf(rows: readonly ProgramRow[]) {
  return { rows, first: 1, last: rows.length, next: null, previous: undefined };
}
