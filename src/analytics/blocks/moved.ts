import { type Exact, plainDigits } from '../../core/decimal.ts';
import type { Transaction } from '../../core/funding.ts';
import { majorUnits } from '../../core/money.ts';
import { differenceOf, type MovedRow, type MovedTotal, type Movement } from '../../core/proof/movement.ts';
import { CAUSES } from '../../core/proof/stages.ts';
import type { Block, BlockRow, Cell } from '../../core/report/block.ts';
import { firstRows } from '../../core/report/short.ts';
import type { Result } from '../../core/result.ts';
import { blockMessages } from '../../web/i18n/messages/blocks.ts';
import { causeWords, movementMessages } from '../../web/i18n/messages/movements.ts';
import { totalsMessages } from '../../web/i18n/messages/totals.ts';
import { indicatorLabel } from '../labels.ts';
import type { MovedSince } from '../movements.use-case.ts';
import { type NamedView, withPrograms } from '../named-view.ts';
import type { View } from '../view.ts';
import { placeNameCell, programCell } from './names.ts';
import { periodOf } from './rows.ts';

/** Which total it is, as text that does not change with the language. */
export function totalKey(of: MovedTotal): string {
  if ('type' in of) return of.type;
  return [of.indicator, of.kind, ...(of.pair === 'denominator' ? [of.pair] : [])].join(' ');
}

/** What a total is called. */
export function totalName(view: View, of: MovedTotal): string {
  const { t } = view;
  if ('type' in of) return t(totalsMessages[of.type]);
  const indicator = indicatorLabel(view, of.indicator);
  const name = of.pair === 'denominator' ? t(movementMessages.denominatorOf, { indicator }) : indicator;
  return of.kind === 'target' ? t(movementMessages.targetOf, { indicator: name }) : name;
}

/**
 * Each total that has moved, with what each cause has moved it by; a cause that has moved nothing is in no column of the page.
 *
 * @param hrefOf where the rows that moved a total are
 */
export function movedTotalsBlock(
  view: View,
  { movements, currency }: MovedSince,
  hrefOf: (of: MovedTotal) => string | null,
): Block {
  const { t } = view;
  const used = CAUSES.filter((cause) => movements.some(({ parts }) => parts[cause] !== 0));
  const numeric = (key: string, label: string, isUsed = true) => ({
    key,
    label,
    numeric: true,
    ...(!isUsed && { dataOnly: true }),
  });
  const rows = movements.map((each) => movedTotal(view, each, hrefOf));
  const someApart = movements.some(({ difference }) => difference === null);
  return {
    id: 'moved-totals',
    title: t(movementMessages.tableTitle, { count: movements.length }),
    subtitle: '',
    chart: null,
    columns: [
      { key: 'total', label: t(movementMessages.total), numeric: false, holds: 'code' },
      // First, so that it leads to its rows, and stays in sight where there is little room.
      numeric('difference', t(movementMessages.difference)),
      numeric('before', t(movementMessages.before)),
      numeric('after', t(movementMessages.after)),
      ...CAUSES.map((cause) => numeric(cause.replace('-', '_'), t(causeWords[cause]), used.includes(cause))),
    ],
    rows,
    ...(rows.length > MOST_AT_ONCE && { short: { rows: rows.slice(0, MOST_AT_ONCE), all: rows.length } }),
    total: null,
    notes: [
      ...(someApart ? [t(movementMessages.notAdditive)] : []),
      ...(currency === null ? [t(movementMessages.otherCurrency)] : []),
    ],
    illustrative: false,
  };
}

/** As many totals stand on one page. */
const MOST_AT_ONCE = 40;

function movedTotal(
  view: View,
  { of, before, after, difference, parts }: Movement,
  hrefOf: (of: MovedTotal) => string | null,
): BlockRow {
  const number = numberOf(view, of);
  return {
    key: totalKey(of),
    href: hrefOf(of),
    muted: false,
    cells: [
      { text: totalName(view, of), raw: totalKey(of) },
      number.signed(difference),
      number.plain(before),
      number.plain(after),
      ...CAUSES.map((cause) => (parts[cause] === 0 ? { text: '', raw: 0 } : number.signed(parts[cause]))),
    ],
  };
}

/** The rows that moved totals, each with its cause and what it has moved its total by. */
export async function movedRowsBlock(asked: View, moved: MovedSince): Promise<Block> {
  const rows = moved.movements.flatMap(({ of, rows: own }) => own.map((row) => ({ of, row })));
  const found = rows.map(({ of, row }) => ('type' in of ? moved.transaction(row.id) : moved.result(row.id)));
  const view = await withPrograms(
    asked,
    found.flatMap((each) => each?.program ?? []),
  );
  const { t } = view;
  const all = rows.map(({ of, row }, at) => movedRow(view, of, row, found[at] ?? null));
  return {
    id: 'moved-rows',
    title: t(movementMessages.rowsTitle, { count: all.length }),
    subtitle: '',
    chart: null,
    columns: [
      { key: 'total', label: t(movementMessages.total), numeric: false, holds: 'code' },
      { key: 'cause', label: t(movementMessages.cause), numeric: false, holds: 'code' },
      { key: 'program', label: t(totalsMessages.program), numeric: false, holds: 'code' },
      { key: 'place', label: t(blockMessages.place), numeric: false, holds: 'code' },
      { key: 'period', label: t(totalsMessages.period), numeric: false, holds: 'last-day' },
      { key: 'difference', label: t(movementMessages.difference), numeric: true },
      { key: 'before', label: t(movementMessages.addedBefore), numeric: true },
      { key: 'after', label: t(movementMessages.addedAfter), numeric: true },
      { key: 'id', label: 'id', numeric: false, dataOnly: true },
    ],
    rows: all,
    ...firstRows(all, all.length),
    total: null,
    notes: [],
    illustrative: rows.some(({ row }) => moved.transaction(row.id)?.illustrative === true),
  };
}

function movedRow(
  view: NamedView,
  of: MovedTotal,
  row: MovedRow,
  said: Result | Transaction | null,
): BlockRow {
  const number = numberOf(view, of);
  const isMoney = 'type' in of;
  const empty: Cell = { text: '', raw: null };
  return {
    key: `${totalKey(of)} ${row.cause} ${row.id}`,
    // Of what was withdrawn there is no page to lead to.
    href:
      row.cause === 'withdrawn' || said === null
        ? null
        : isMoney
          ? view.links.transaction(row.id)
          : view.links.result(row.id),
    muted: row.cause === 'withdrawn',
    cells: [
      { text: totalName(view, of), raw: totalKey(of) },
      { text: view.t(causeWords[row.cause]), raw: row.cause },
      said === null ? empty : programCell(view, said.program),
      said === null || said.place === null ? empty : placeNameCell(view, said.place),
      said === null ? empty : timeCell(view, said),
      number.signed(differenceOf(row)),
      number.plain(row.before),
      number.plain(row.after),
      { text: '', raw: row.id },
    ],
  };
}

function timeCell(view: View, said: Result | Transaction): Cell {
  if ('valueDate' in said) return { text: view.f.dayShort(said.valueDate), raw: said.valueDate };
  return { text: periodOf(view, said), raw: said.periodEnd };
}

/** Numbers of a total with every digit: amounts in major units of the reporting currency. */
function numberOf(view: View, of: MovedTotal) {
  const { f, names } = view;
  const isMoney = 'type' in of;
  const rawOf = (value: Exact) => (isMoney ? majorUnits(value, names.reportingCurrency) : value);
  const written = (value: Exact) =>
    isMoney ? f.money(value, names.reportingCurrency) : f.decimal(plainDigits(value));
  const plain = (value: Exact | null): Cell =>
    value === null ? { text: '–', raw: null } : { text: written(value), raw: rawOf(value) };
  return {
    plain,
    signed: (value: Exact | null): Cell => {
      if (value === null) return { text: '–', raw: null };
      const text = written(value);
      return { text: Number(value) > 0 ? `+${text}` : text, raw: rawOf(value) };
    },
  };
}

/** The movements of one total alone. */
export function movementsOf(
  movements: readonly Movement[],
  asked: {
    readonly kind?: string | undefined;
    readonly type?: string | undefined;
    readonly hasIndicator: boolean;
  },
): readonly Movement[] {
  return movements.filter(({ of }) => {
    // An indicator narrows no money, and is asked for without it.
    if ('type' in of) return asked.type === undefined ? !asked.hasIndicator : of.type === asked.type;
    if (asked.type !== undefined) return false;
    return asked.kind === undefined || of.kind === asked.kind;
  });
}
