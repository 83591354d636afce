import { sql } from 'drizzle-orm';
import type { Exact } from '../../core/decimal.ts';
import { axisOf } from '../../core/dimension.ts';
import type { Filter } from '../../core/facts.ts';
import type { EntrySelection } from '../../core/figures.ts';
import { admits } from '../../core/one-or-more.ts';
import type { Window } from '../../core/period.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { moneySums } from '../kept-money.repository.ts';
import type { RowsAsking } from './asking.ts';
import { type Counting, countingRows, type KeyedList } from './key-page.repository.ts';
import { keyWindow, only, placeInTime } from './time-order.repository.ts';

interface Question {
  readonly type: EntrySelection['type'];
  readonly filter: Filter;
  readonly window: Window;
}

/**
 * How many transactions a selection has, and how many stand before one of them, from the totals that are kept, as
 * `keptCounting` of results. Null: they have to be read to be counted.
 */
export function keptEntryCounting(
  asking: RowsAsking,
  selection: EntrySelection,
  list: Omit<KeyedList, 'count'>,
): Counting | null {
  const question = questionOf(selection);
  if (question === null) return null;
  const { inOrderOf = 'value-date' } = selection;
  const byReading = countingRows(list);
  return async (tx, upTo) => {
    if (upTo === null) return (await sumsIn(tx, asking, question, question.window)).count;
    if (inOrderOf === 'id' || inOrderOf === 'amount') return byReading(tx, upTo);
    const { before, sameDay } = placeInTime(inOrderOf, question.window, list, upTo);
    const earlier = before === null ? 0 : (await sumsIn(tx, asking, question, before)).count;
    return earlier + (await countingRows({ ...list, rows: sql`${list.rows} AND ${sameDay}` })(tx, upTo));
  };
}

/** What is converted of a selection, in minor units of the reporting currency; undefined: it has to be read. */
export async function keptAmount(
  tx: Transaction,
  asking: RowsAsking,
  selection: EntrySelection,
): Promise<Exact | null | undefined> {
  const question = questionOf(selection);
  return question === null ? undefined : (await sumsIn(tx, asking, question, question.window)).amount;
}

function questionOf({ type, filter, by, key }: EntrySelection): Question | null {
  const { from, to, ...keys } = filter;
  const window = only({ ...(from !== undefined && { from }) }, { ...(to !== undefined && { to }) });
  if (key === undefined) return { type, filter: keys, window };
  const row = by === undefined ? null : keyWindow(by, key);
  if (by === undefined || by === 'program' || axisOf(by) !== null || row === null) return null;
  const isKey = by === 'pillar' || by === 'country' || by === 'donor';
  if (isKey && !admits(keys[by], key)) return null;
  return { type, filter: isKey ? { ...keys, [by]: key } : keys, window: only(window, row) };
}

async function sumsIn(
  tx: Transaction,
  { scope, today }: RowsAsking,
  { type, filter }: Question,
  window: Window,
): Promise<{ readonly count: number; readonly amount: Exact | null }> {
  const rows = await moneySums(tx, { scope, today }, { type, by: null, filter: { ...filter, ...window } });
  const converted = rows.find(({ currency }) => currency === '');
  return {
    count: rows.reduce((sum, { figure }) => sum + figure.transactionCount, 0),
    amount: converted?.figure.amountMinor ?? null,
  };
}
