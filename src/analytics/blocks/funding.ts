import type { Dimension, FundingRow, FundingTotals, MoneyFigure } from '../../core/aggregate.ts';
import type { ChartPoint, ChartSpec } from '../../core/chart/chart-spec.ts';
import { compareExact, nearest } from '../../core/decimal.ts';
import { isRegion, isTime } from '../../core/dimension.ts';
import type { Filter } from '../../core/facts.ts';
import { TRANSACTION_TYPES, type TransactionType } from '../../core/funding.ts';
import type { NotConverted } from '../../core/funding-totals.ts';
import {
  byThemselves,
  isRest,
  isUnsaid,
  leadingRows,
  MOST_OF_SEVERAL,
  type Rest,
  restOfMoney,
  unionOfKeys,
} from '../../core/leading-rows.ts';
import type { Block, BlockRow } from '../../core/report/block.ts';
import { blockMessages, negativeSums } from '../../web/i18n/messages/blocks.ts';
import { commonMessages } from '../../web/i18n/messages/common.ts';
import { totalsMessages } from '../../web/i18n/messages/totals.ts';
import { askedOtherTime } from '../changes.ts';
import { headOf, labelOf } from '../labels.ts';
import { type NamedView, withProgramsOf } from '../named-view.ts';
import { doneFilter, filterIn, type View } from '../view.ts';
import { comparedMoney, withComparison, withRowsOfThen } from './comparison.ts';
import { leaders } from './leaders.ts';
import { compact, money, moneyCell } from './money-words.ts';
import { labelCell } from './names.ts';
import { chartOrSentence, type Extent, restLabel, restPoint, withRestNote } from './rest.ts';
import { isAlone } from './results-title.ts';
import { chartBase, moneySubtitle, wholeOf } from './subtitle.ts';

/**
 * Money of one type along one dimension, in the reporting currency (rules 7 and 8).
 *
 * @param extent of its rows
 */
export async function fundingBlock(
  asked: View,
  type: TransactionType,
  by: Dimension,
  extent: Extent = 'whole',
): Promise<Block> {
  const time = isTime(by) ? null : askedOtherTime(asked);
  const [now, before] = await Promise.all([
    asked.figures.funding({ type, by, filter: doneFilter(asked) }),
    time === null ? null : asked.figures.funding({ type, by, filter: filterIn(asked, time.window) }),
  ]);
  const all = withRowsOfThen(
    now.rows,
    (before?.rows ?? []).map(({ key }) => key),
    nothingOf,
  );
  const found = { ...now, rows: all };
  const shown = leadingRows(found.rows, by, before === null ? undefined : MOST_OF_SEVERAL);
  const rows = extent === 'whole' ? found.rows : byThemselves(shown);
  const view = await withProgramsOf(asked, { by, rows });
  const words = {
    id: `${type}-by-${by}`,
    title: titleOf(view, type, by, found.rows),
    subtitle: moneySubtitle(view, currencyName(view)),
  };
  const rowFor = (row: FundingRow) => rowOf(view, type, by, row);
  const short = shown.map((row) => (isRest(row) ? restRow(view, by, row) : rowFor(row)));
  const block = withRestNote(view, {
    ...words,
    ...chartOrSentence(found.rows.length === 0 ? null : chartOf(view, words, type, by, shown, found.total)),
    columns: [
      { key: 'label', label: headOf(view, by), numeric: false },
      { key: 'amount', label: view.t(totalsMessages[type]), numeric: true, holds: 'money' },
    ],
    rows: extent === 'whole' ? found.rows.map(rowFor) : short,
    short: { rows: short, all: found.rows.length },
    total: found.rows.length === 0 ? null : totalRow(view, type, found.total),
    notes: [
      ...(by === 'country' && found.rows.some(({ key }) => key.startsWith('region:'))
        ? [view.t(blockMessages.regionalMoney)]
        : []),
      ...belowZeroNote(view, type, rows),
      ...notConvertedNote(view, found.notConverted),
    ],
    illustrative: found.total.illustrativeMinor !== 0,
  });
  if (time === null || before === null) return block;
  const sums = [found, before].map(sumsByKey);
  return withComparison(view, block, time, (key) => {
    const rest = shown.filter(isRest).find((each) => each.key === key);
    const keys = rest === undefined ? [key] : rest.rows.map((row) => row.key);
    const [amount, then] = sums.map((sumOf) => sumOf(keys));
    return comparedMoney(view, then ?? nothingOf(key), amount?.amountMinor ?? null);
  });
}

function nothingOf(key: string): FundingRow {
  return { key, amountMinor: null, illustrativeMinor: 0, transactionCount: 0 };
}

/** Rows together, or the total. */
function sumsByKey({ rows, total }: FundingTotals): (keys: readonly string[]) => MoneyFigure {
  const known = new Map<string, MoneyFigure>(rows.map((row) => [row.key, row]));
  known.set('total', total);
  return (keys) => restOfMoney(keys.flatMap((key) => known.get(key) ?? []));
}

/** The four types side by side. They are never added together, so there is no total (rule 7). */
export async function fundingStagesBlock(view: View): Promise<Block> {
  const filter = doneFilter(view);
  const stages = await Promise.all(
    TRANSACTION_TYPES.map((type) => view.figures.funding({ type, by: 'year', filter })),
  );
  const spent = stages.find(({ type }) => type === 'disbursement')?.total.amountMinor ?? null;
  const words = {
    id: 'funding-stages',
    title:
      spent === null
        ? view.t(blockMessages.fundingNone, { type: view.t(totalsMessages.disbursement) })
        : view.t(blockMessages.fundingStages, { figure: compact(view, spent) }),
    subtitle: moneySubtitle(view, currencyName(view)),
  };
  const known = stages.filter(({ total }) => total.amountMinor !== null);
  const points = stages.map(
    ({ type, total }): ChartPoint => ({
      ...moneyPoint(view, total, linkTo(view, { filter, type })),
      key: type,
      label: view.t(totalsMessages[type]),
    }),
  );
  return {
    ...words,
    chart: known.length === 0 ? null : moneyChart(view, words, 'bar', points),
    columns: [
      { key: 'label', label: view.t(blockMessages.type), numeric: false },
      { key: 'amount', label: view.t(totalsMessages.amount), numeric: true, holds: 'money' },
    ],
    rows: stages.map(({ type, total }) => {
      const label = view.t(totalsMessages[type]);
      return {
        key: type,
        href: total.amountMinor === null ? null : linkTo(view, { filter, type }),
        muted: total.amountMinor === null,
        cells: [{ text: label, raw: label }, moneyCell(view, total.amountMinor)],
      };
    }),
    total: null,
    notes: [
      ...new Set(stages.flatMap(({ type, total }) => belowZeroNote(view, type, [total]))),
      ...stages.flatMap(({ notConverted }) => notConvertedNote(view, notConverted)),
    ],
    illustrative: known.some(({ total }) => total.illustrativeMinor !== 0),
  };
}

/** A currency, that of totals where none is named, as the unit of many amounts: "US dollars". */
export function currencyName({ f, names }: View, currency = names.reportingCurrency): string {
  const many = new Intl.NumberFormat(f.locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'name',
  }).formatToParts(2);
  return many.find(({ type }) => type === 'currency')?.value ?? currency;
}

/** Why some of these are below zero. */
export function belowZeroNote(
  { t }: View,
  type: TransactionType,
  rows: readonly Pick<MoneyFigure, 'amountMinor'>[],
): readonly string[] {
  const isBelow = rows.some(({ amountMinor }) => amountMinor !== null && compareExact(amountMinor, 0) < 0);
  return isBelow ? [t(blockMessages.belowZero, { why: t(negativeSums[type]) })] : [];
}

export function notConvertedNote(view: View, rows: readonly NotConverted[]): readonly string[] {
  if (rows.length === 0) return [];
  return [
    view.t(blockMessages.notInTotals, {
      count: rows.reduce((sum, { transactionCount }) => sum + transactionCount, 0),
      amounts: view.f.list(rows.map(({ amountMinor, currency }) => money(view, amountMinor, currency))),
    }),
  ];
}

function rowOf(view: NamedView, type: TransactionType, by: Dimension, row: FundingRow): BlockRow {
  return {
    key: row.key,
    href: linkTo(view, { filter: doneFilter(view), type, by, key: row.key }),
    muted: isUnsaid(row.key),
    cells: [labelCell(view, by, row.key), moneyCell(view, row.amountMinor)],
  };
}

function restRow(view: View, by: Dimension, rest: Rest<FundingRow>): BlockRow {
  const label = restLabel(view, by, rest);
  const { amountMinor } = restOfMoney(rest.rows);
  return {
    key: rest.key,
    href: null,
    muted: amountMinor === null,
    cells: [{ text: label, raw: label }, moneyCell(view, amountMinor)],
  };
}

function totalRow(view: View, type: TransactionType, total: MoneyFigure): BlockRow {
  return {
    key: 'total',
    href: linkTo(view, { filter: doneFilter(view), type }),
    muted: false,
    cells: [
      { text: view.t(commonMessages.total), raw: view.t(commonMessages.total) },
      moneyCell(view, total.amountMinor),
    ],
  };
}

function linkTo(
  view: View,
  rows: {
    readonly filter: Filter;
    readonly type: TransactionType;
    readonly by?: Dimension;
    readonly key?: string;
  },
): string | null {
  return view.links.transactions(rows);
}

function moneyPoint(view: View, total: MoneyFigure, href: string | null) {
  return {
    value: total.amountMinor === null ? null : nearest(total.amountMinor),
    ...(total.amountMinor !== null && { valueLabel: compact(view, total.amountMinor) }),
    ...(href !== null && total.amountMinor !== null && { href }),
  };
}

function chartOf(
  view: NamedView,
  words: { readonly id: string; readonly title: string; readonly subtitle: string },
  type: TransactionType,
  by: Dimension,
  shown: readonly (FundingRow | Rest<FundingRow>)[],
  total: MoneyFigure,
): ChartSpec {
  const filter = doneFilter(view);
  const pointFor = (row: FundingRow): ChartPoint => ({
    key: row.key,
    label: labelOf(view, by, row.key),
    ...moneyPoint(view, row, linkTo(view, { filter, type, by, key: row.key })),
    ...(isUnsaid(row.key) && { muted: true }),
  });
  const leading = byThemselves(shown);
  if (isTime(by)) {
    const found = new Map(leading.map((row) => [row.key, row]));
    const points = unionOfKeys(by, [...found.keys()]).map((key): ChartPoint => {
      const row = found.get(key);
      return row === undefined ? { key, label: labelOf(view, by, key), value: null } : pointFor(row);
    });
    return moneyChart(view, words, 'column', points);
  }
  const besides = leading.map(pointFor);
  const points = shown.map((row) => {
    if (!isRest(row)) return pointFor(row);
    const { value, valueLabel = '', ...sum } = moneyPoint(view, restOfMoney(row.rows), null);
    return {
      ...sum,
      ...restPoint(view, row, { label: restLabel(view, by, row), value, valueLabel, besides }),
    };
  });
  const { amountMinor } = total;
  return {
    ...moneyChart(view, words, 'bar', points),
    ...wholeOf(view, amountMinor === null ? null : nearest(amountMinor)),
  };
}

function moneyChart(
  view: View,
  words: { readonly id: string; readonly title: string; readonly subtitle: string },
  type: 'bar' | 'column',
  points: readonly ChartPoint[],
): ChartSpec {
  return {
    ...chartBase(view, words),
    type,
    format: { style: 'money', currency: view.names.reportingCurrency },
    series: [{ key: 'amount', label: view.t(totalsMessages.amount), points }],
    missingLabel: view.t(totalsMessages.notRecorded),
  };
}

function titleOf(view: NamedView, type: TransactionType, by: Dimension, rows: readonly FundingRow[]): string {
  const named = rows.filter(({ key }) => !isUnsaid(key));
  const [first] = leaders(named.length > 0 ? named : rows, (row) => row.amountMinor);
  const words = { type: view.t(totalsMessages[type]) };
  if (first === undefined || first.amountMinor === null) return view.t(blockMessages.fundingNone, words);
  const led = {
    ...words,
    label: labelOf(view, by, first.key),
    alone: isAlone(rows.map(({ amountMinor }) => amountMinor)),
    figure: compact(view, first.amountMinor),
  };
  if (by === 'donor') return view.t(blockMessages.fundingByDonor, led);
  const [country] = leaders(
    isRegion(first.key) ? named.filter(({ key }) => !isRegion(key)) : [],
    (row) => row.amountMinor,
  );
  if (by === 'country' && country !== undefined && country.amountMinor !== null) {
    return view.t(blockMessages.fundingByPlaceAndRegion, {
      ...words,
      label: labelOf(view, by, country.key),
      figure: compact(view, country.amountMinor),
      region: led.label,
      regional: led.figure,
    });
  }
  if (by === 'country') return view.t(blockMessages.fundingByPlace, led);
  if (by === 'pillar') return view.t(blockMessages.fundingByPillar, led);
  if (by === 'program') return view.t(blockMessages.fundingByProgram, led);
  return view.t(blockMessages.fundingOverTime, led);
}
