import type { Exact } from '../core/decimal.ts';
import { isRegion, NOT_RECORDED, NOT_SPLIT } from '../core/dimension.ts';
import type { Filter } from '../core/facts.ts';
import type { Figure } from '../core/figure.ts';
import type { EntryPage, EntrySelection } from '../core/figures.ts';
import { majorUnitsExactly } from '../core/money.ts';
import { onlyOne, valuesOf } from '../core/one-or-more.ts';
import type { LeftOut, LeftOutQuery } from '../core/proof/left-out.ts';
import type { Result } from '../core/result.ts';
import type { RowPage } from '../core/row-page.ts';
import { leftOutWords, totalProofMessages } from '../web/i18n/messages/total-proof.ts';
import { figureText } from './blocks/figure-words.ts';
import { money } from './blocks/money-words.ts';
import { addedBy, exactText, roundingOf, rowOf, stepsOf } from './blocks/proof-rows.ts';
import { periodOf } from './blocks/rows.ts';
import { sumAfter } from './carried-sums.ts';
import { labelOf } from './labels.ts';
import { withProgramsBehind } from './named-view.ts';
import { combinationOf } from './proof.ts';
import type { NotCounted } from './rows/not-counted.repository.ts';
import type { ProvedSelection } from './total-proofs.use-case.ts';
import type { View } from './view.ts';

/** Of each reason so many figures are named. */
const NAMED = 5;

/** How a total comes about, in words. */
export interface TotalProof {
  /** The rule of its indicator, or of money. */
  readonly rules: readonly string[];
  /** What its rows add up to: all, and those of this page. */
  readonly sums: readonly string[];
  readonly leftOut: readonly LeftOutLine[];
}

/** What is left out for one reason. */
export interface LeftOutLine {
  readonly id: string;
  readonly text: string;
  /** Where all of it is; null: nowhere else than in `rows`. */
  readonly href: string | null;
  readonly rows: readonly { readonly text: string; readonly href: string | null }[];
  /** "and 12 more"; null: they are all here. */
  readonly more: string | null;
}

/** The figure of a total, or of one row of it. */
export async function provedFigure(view: View, selection: ProvedSelection): Promise<Figure | null> {
  const { filter, kind, by, key } = selection;
  const found = await view.figures.totals({
    indicator: indicatorOf(filter),
    kind,
    by: by ?? 'program',
    filter,
  });
  return by === undefined ? found.total : (found.rows.find((each) => each.key === key) ?? null);
}

function indicatorOf({ indicator }: Filter): string {
  const code = onlyOne(indicator);
  if (code === undefined) throw new Error('A total is of one indicator.');
  return code;
}

/** What is asked of what a total leaves out. */
export function leftOutQuery({ filter, kind, ...of }: ProvedSelection): LeftOutQuery {
  const row = rowOf(of);
  return { indicator: indicatorOf(filter), kind, filter, ...(row !== null && { row }) };
}

/** @param carried as `TotalProofs.resultsBlock` tells it */
export async function resultTotalProof(
  view: View,
  selection: ProvedSelection,
  given: {
    readonly shown: RowPage<Result>;
    readonly carried: Exact | null;
    readonly figure: Figure | null;
    readonly notCounted: NotCounted | null;
  },
): Promise<TotalProof> {
  const { t } = view;
  const { shown, carried, figure, notCounted } = given;
  const code = indicatorOf(selection.filter);
  const measure = view.names.indicators.find((each) => each.code === code)?.measure;
  const query = leftOutQuery(selection);
  const [left, elsewhere] = await Promise.all([
    view.figures.leftOut(query, NAMED),
    countedElsewhere(view, selection),
  ]);
  const isSummed = figure !== null && figure.value !== null;
  const page = sumAfter(0, shown.rows, rowOf(selection));
  const count = shown.total;
  return {
    rules: [
      ...combinationOf(view, code),
      ...(measure === 'ratio' ? [t(totalProofMessages.ratioPairs)] : []),
      ...(shown.rows.some(({ qualifier }) => qualifier === 'range') ? [t(totalProofMessages.ranges)] : []),
    ],
    sums: isSummed
      ? [
          t(totalProofMessages.all, { count, total: figureText(view, figure) }),
          ...pageSums(view, { shown, carried, page, written: (value) => exactText(view, value) }),
        ]
      : [t(totalProofMessages.apart, { count })],
    leftOut: [
      ...(await Promise.all(left.map((each) => leftOutLine(view, selection, each)))),
      ...elsewhere,
      ...notCountedLines(view, notCounted),
    ],
  };
}

function notCountedLines({ t }: View, counts: NotCounted | null): readonly LeftOutLine[] {
  if (counts === null) return [];
  const { withdrawn, waiting } = counts;
  return [
    ...(withdrawn === 0
      ? []
      : [lineOf('withdrawn', t(totalProofMessages.withdrawn, { count: withdrawn }), null)]),
    ...(waiting === 0 ? [] : [lineOf('waiting', t(totalProofMessages.waiting, { count: waiting }), null)]),
  ];
}

function lineOf(id: string, text: string, href: string | null): LeftOutLine {
  return { id, text, href, rows: [], more: null };
}

/** Of all on one page it need not be said what those before it come to. */
function pageSums(
  { t }: View,
  given: {
    readonly shown: RowPage<unknown>;
    readonly carried: Exact | null;
    readonly page: Exact;
    written(value: Exact): string;
  },
): readonly string[] {
  const { shown, carried, page, written } = given;
  if (shown.rows.length === shown.total) return [];
  if (carried === null) return [t(totalProofMessages.thisPageAlone, { page: written(page) })];
  const upTo = written(sumAfter(carried, [page]));
  return [t(totalProofMessages.onThisPage, { carried: written(carried), page: written(page), upTo })];
}

async function leftOutLine(
  asked: View,
  { filter, kind, by, key }: ProvedSelection,
  { reason, count, rows }: LeftOut,
): Promise<LeftOutLine> {
  const view = await withProgramsBehind(asked, rows);
  const { from: _from, to: _to, ...keys } = filter;
  // Those of other days are in the list of all days; the other way round they cannot be told apart by an address.
  const href =
    reason === 'outside'
      ? view.links.results({ filter: keys, kind, ...(by !== undefined && key !== undefined && { by, key }) })
      : reason === 'undated' && by === undefined
        ? view.links.results({ filter: keys, kind, by: 'year', key: 'undated' })
        : null;
  return {
    id: reason,
    text: view.t(leftOutWords[reason], { count }),
    href,
    rows: rows.map((result) => ({
      text: [view.f.stated(result), labelOf(view, 'program', result.program), periodOf(view, result)].join(
        ' · ',
      ),
      href: view.links.result(result.id),
    })),
    more: count > rows.length ? view.t(totalProofMessages.moreOfThem, { count: count - rows.length }) : null,
  };
}

function countedElsewhere(view: View, selection: ProvedSelection): Promise<readonly LeftOutLine[]> {
  const { filter, kind } = selection;
  const indicator = indicatorOf(filter);
  return elsewhere(view, selection, {
    rowsBy: async (by, others) => {
      const { rows } = await view.figures.totals({ indicator, kind, by, filter: others });
      return rows.map(({ key, resultCount }) => ({ key, count: resultCount }));
    },
    hrefOf: (by, key, others) => view.links.results({ filter: others, kind, by, key }),
  });
}

/**
 * Of a total of some places or pillars: what counts under a region, or is not split, and so in no single one of them (rules 8
 * and 9).
 */
async function elsewhere(
  view: View,
  { filter, by, key }: Pick<EntrySelection, 'filter' | 'by' | 'key'>,
  of: {
    rowsBy(
      by: 'country' | 'pillar',
      filter: Filter,
    ): Promise<readonly { readonly key: string; readonly count: number }[]>;
    hrefOf(by: 'country' | 'pillar', key: string, filter: Filter): string | null;
  },
): Promise<readonly LeftOutLine[]> {
  const lines = (['country', 'pillar'] as const).map(async (dimension): Promise<readonly LeftOutLine[]> => {
    const { [dimension]: own, ...others } = filter;
    const asked = own ?? (by === dimension ? key : undefined);
    if (asked === undefined || (by !== undefined && by !== dimension)) return [];
    return (await of.rowsBy(dimension, others)).flatMap((row) => {
      const isShared = row.key === NOT_SPLIT || row.key === NOT_RECORDED || isRegion(row.key);
      if (!isShared || valuesOf(asked).includes(row.key)) return [];
      const place = labelOf(view, dimension, row.key);
      const text = view.t(totalProofMessages.elsewhere, { count: row.count, place });
      return [lineOf(`elsewhere-${dimension}-${row.key}`, text, of.hrefOf(dimension, row.key, others))];
    });
  });
  return (await Promise.all(lines)).flat();
}

/** The same of money of one type. */
export async function moneyTotalProof(
  asked: View,
  selection: EntrySelection,
  { shown, carried }: { readonly shown: EntryPage; readonly carried: Exact | null },
): Promise<TotalProof> {
  const view = await withProgramsBehind(
    asked,
    shown.rows.map(({ transaction }) => transaction),
  );
  const { t } = view;
  const { type, filter, by, key } = selection;
  const { from, to, ...keys } = filter;
  const hasWindow = from !== undefined || to !== undefined;
  const row = by === undefined ? {} : { by, ...(key !== undefined && { key }) };
  const [{ notConverted }, everything] = await Promise.all([
    view.figures.funding({ type, by: 'program', filter }),
    hasWindow ? view.figures.entries({ type, filter: keys, ...row }, { limit: 1 }) : null,
  ]);
  const outside = everything === null ? 0 : everything.total - shown.total;
  const steps = stepsOf(view, shown.rows, selection);
  const page = sumAfter(0, addedBy(shown.rows));
  const rounding = roundingOf(steps);
  const written = (amount: Exact) => money(view, amount);
  const isAll = by === undefined;
  return {
    rules: [t(totalProofMessages.moneyRule, { currency: view.names.reportingCurrency })],
    sums: [
      ...(shown.countedMinor === null
        ? []
        : [t(totalProofMessages.all, { count: shown.total, total: written(shown.countedMinor) })]),
      ...pageSums(view, { shown, carried, page, written }),
      ...(rounding === 0
        ? []
        : [t(totalProofMessages.roundingOnPage, { difference: centsText(view, rounding) })]),
    ],
    leftOut: [
      ...(isAll ? notConverted : []).map(({ currency, amountMinor, transactionCount }) =>
        lineOf(
          `no-rate-${currency}`,
          t(totalProofMessages.noRate, {
            count: transactionCount,
            amount: money(view, amountMinor, currency),
          }),
          null,
        ),
      ),
      ...(outside <= 0
        ? []
        : [
            lineOf(
              'outside',
              t(totalProofMessages.outsideMoney, { count: outside }),
              view.links.transactions({ type, filter: keys, ...row }),
            ),
          ]),
      ...(await moneyElsewhere(view, selection)),
    ],
  };
}

/** Fractions of the smallest unit, with every digit. */
function centsText(view: View, amountMinor: Exact): string {
  const currency = view.names.reportingCurrency;
  return `${view.f.decimal(majorUnitsExactly(amountMinor, currency))} ${currency}`;
}

function moneyElsewhere(view: View, selection: EntrySelection): Promise<readonly LeftOutLine[]> {
  const { type } = selection;
  return elsewhere(view, selection, {
    rowsBy: async (by, others) => {
      const { rows } = await view.figures.funding({ type, by, filter: others });
      return rows.map(({ key, transactionCount }) => ({ key, count: transactionCount }));
    },
    hrefOf: (by, key, others) => view.links.transactions({ type, filter: others, by, key }),
  });
}
