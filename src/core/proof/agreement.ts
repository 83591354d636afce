import type { FundingTotals, Totals } from '../aggregate.ts';
import { type Exact, negated, sumOf } from '../decimal.ts';
import type { Dimension } from '../dimension.ts';
import type { Filter } from '../facts.ts';
import type { Figure } from '../figure.ts';
import type { FigureTotals } from '../figures.ts';
import type { TransactionType } from '../funding.ts';
import { admits } from '../one-or-more.ts';
import type { Indicator, ResultKind } from '../result.ts';

/** By which the same total is looked at; of each row there is one alone, but for donors of results (rule 9). */
export const VIEWS_OF_TOTAL = ['pillar', 'country', 'program', 'year', 'donor'] as const;
export type ViewOfTotal = (typeof VIEWS_OF_TOTAL)[number];

/** Why the rows of a view must not be summed: each is true, and their sum would not be. */
export type NotSummed = 'contributed-to' | 'latest' | 'not-additive';

/** What the rows of one view come to, beside the total. */
export interface SeenBy {
  readonly by: ViewOfTotal;
  /** `apart`: they must not be summed, and `why` says the reason. */
  readonly state: 'agrees' | 'differs' | 'apart';
  readonly why: NotSummed | null;
  /** Their sum; of what must not be summed null. */
  readonly rowsSay: Exact | null;
  /** The sum less the total. Of a ratio the pair differs where either number does. */
  readonly difference: Exact | null;
}

/** The same total by another way of counting. */
export interface CountedTwice {
  /** `unasked`: the other way was not asked. */
  readonly state: 'agrees' | 'differs' | 'unasked';
  readonly says: Exact | null;
}

export interface Agreement {
  readonly of: { readonly indicator: string; readonly kind: ResultKind } | { readonly type: TransactionType };
  readonly total: Exact | null;
  /** Of a ratio, what it is a part of. */
  readonly denominator: Exact | null;
  readonly count: number;
  readonly views: readonly SeenBy[];
  readonly twice: CountedTwice;
}

/** Whether all that was looked at agrees. */
export function doesAgree({ views, twice }: Agreement): boolean {
  return twice.state !== 'differs' && views.every(({ state }) => state !== 'differs');
}

/**
 * Whether an indicator's total is the same from every side (rule 10): by pillar, country, programme and year, with the rows of
 * what is not split, not recorded and undated. Null: nothing is reported.
 *
 * @param other the same figures counted in another way; null: there are none to be asked
 * @throws DomainError as `totals`
 * @example officials trained of the reference: 123 by pillar, country, programme and year; by donor apart, 'contributed-to'
 */
export async function agreementOf(
  figures: Pick<FigureTotals, 'totals'>,
  other: Pick<FigureTotals, 'totals'> | null,
  asked: {
    readonly indicator: Indicator;
    readonly kind: ResultKind;
    readonly filter: Filter;
    readonly by: readonly ViewOfTotal[];
  },
): Promise<Agreement | null> {
  const { indicator, kind, filter, by } = asked;
  const { code } = indicator;
  if (!admits(filter.indicator, code)) return null;
  const query = (dimension: Dimension) => ({ indicator: code, kind, by: dimension, filter });
  const found: Totals[] = [];
  for (const each of by) found.push(await figures.totals(query(each)));
  const [first] = found;
  if (first === undefined || first.total.missing === 'not-reported') return null;
  const { total } = first;
  const again = other === null ? null : (await other.totals(query(by[0] ?? 'pillar'))).total;
  return {
    of: { indicator: code, kind },
    total: total.value,
    denominator: total.denominator,
    count: total.resultCount,
    views: found.map((each) => seenBy(indicator, each, total)),
    twice: countedTwice(total, again),
  };
}

/** The same of money of one type, whose donors may be summed too. */
export async function moneyAgreementOf(
  figures: Pick<FigureTotals, 'funding'>,
  other: Pick<FigureTotals, 'funding'> | null,
  asked: {
    readonly type: TransactionType;
    readonly filter: Filter;
    readonly by: readonly ViewOfTotal[];
  },
): Promise<Agreement | null> {
  const { type, filter, by } = asked;
  const found: FundingTotals[] = [];
  for (const each of by) found.push(await figures.funding({ type, by: each, filter }));
  const [first] = found;
  if (first === undefined || first.total.amountMinor === null) return null;
  const total = first.total.amountMinor;
  const again =
    other === null ? null : (await other.funding({ type, by: by[0] ?? 'pillar', filter })).total.amountMinor;
  return {
    of: { type },
    total,
    denominator: null,
    count: first.total.transactionCount,
    views: found.map((each): SeenBy => {
      const rowsSay = sumOf(each.rows, ({ amountMinor }) => amountMinor ?? 0);
      const agrees = rowsSay === total && each.total.amountMinor === total;
      return {
        by: each.by as ViewOfTotal,
        state: agrees ? 'agrees' : 'differs',
        why: null,
        rowsSay,
        difference: less(rowsSay, total),
      };
    }),
    twice: { state: other === null ? 'unasked' : again === total ? 'agrees' : 'differs', says: again },
  };
}

function seenBy(indicator: Indicator, found: Totals, total: Figure): SeenBy {
  const by = found.by as ViewOfTotal;
  const why = whyApart(indicator, found);
  const isSame = sameFigure(found.total, total);
  if (why !== null) {
    // Apart as they are, no result may be lost between them; of one donor or year several rows may hold the same one.
    const counts = sumOf(found.rows, ({ resultCount }) => resultCount);
    const isLost = why === 'not-additive' && counts !== total.resultCount;
    return {
      by,
      state: isSame && !isLost ? 'apart' : 'differs',
      why,
      rowsSay: null,
      difference: isLost ? less(counts, total.resultCount) : null,
    };
  }
  const rowsSay = sumOf(found.rows, ({ value }) => value ?? 0);
  const parts = ['value', 'exact', 'approximate', 'undated', 'denominator'] as const;
  const agrees =
    isSame &&
    parts.every((part) =>
      part === 'denominator' && total.denominator === null
        ? true
        : sumOf(found.rows, (row) => row[part] ?? 0) === total[part],
    ) &&
    sumOf(found.rows, ({ resultCount }) => resultCount) === total.resultCount;
  return {
    by,
    state: agrees ? 'agrees' : 'differs',
    why: null,
    rowsSay,
    difference: less(rowsSay, total.value ?? 0),
  };
}

/** A ratio's rows sum as pairs, though never as percentages (rule 3). */
function whyApart(indicator: Indicator, { by, additive, total }: Totals): NotSummed | null {
  if (by === 'donor') return 'contributed-to';
  if (indicator.combineTime === 'latest' && by === 'year') return 'latest';
  if (total.value === null) return 'not-additive';
  const isPair =
    indicator.measure === 'ratio' && indicator.combineTime !== 'none' && indicator.combinePlace !== 'none';
  return additive || isPair ? null : 'not-additive';
}

function sameFigure(a: Figure, b: Figure): boolean {
  return (
    a.value === b.value &&
    a.exact === b.exact &&
    a.approximate === b.approximate &&
    a.undated === b.undated &&
    a.denominator === b.denominator &&
    a.resultCount === b.resultCount
  );
}

function countedTwice(total: Figure, again: Figure | null): CountedTwice {
  if (again === null) return { state: 'unasked', says: null };
  return { state: sameFigure(total, again) ? 'agrees' : 'differs', says: again.value };
}

function less(a: Exact, b: Exact): Exact {
  return sumOf([a, negated(b)], (each) => each);
}
