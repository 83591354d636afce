import {
  type Figure,
  type FundingQuery,
  type FundingTotals,
  fundingTotals,
  type MoneyFigure,
  NOT_RECORDED,
  NOT_SPLIT,
  type Totals,
  type TotalsQuery,
  totals,
} from './aggregate.ts';
import { type Exact, sumOf } from './decimal.ts';
import type { Facts, Filter } from './facts.ts';
import { TRANSACTION_TYPES, type TransactionType } from './funding.ts';
import type { ResultKind } from './result.ts';

/** A view whose rows do not sum to the grand total: reason enough not to send an issue (rule 10). */
export interface Violation {
  readonly of:
    | { readonly indicator: string; readonly kind: ResultKind }
    | { readonly transactions: TransactionType };
  readonly by: CheckedDimension;
  /** What disagrees: a field of the figure, or `resultCount`, the number of results behind it. */
  readonly part: string;
  readonly rowsSay: Exact | null;
  readonly totalSays: Exact | null;
  /** The rows that differ from the total under a filter for them alone; none: it is the total that is wrong. */
  readonly rowKeys: readonly string[];
}

/** Where views come from: computed from the facts, or kept elsewhere and here to be proved. */
export interface Views {
  totals(facts: Facts, query: TotalsQuery): Totals;
  fundingTotals(facts: Facts, query: FundingQuery): FundingTotals;
}

type CheckedDimension = 'pillar' | 'country' | 'donor';

/** A figure as the numbers that must add up from row to total. */
type Parts = Readonly<Record<string, Exact | null>>;

interface View {
  readonly by: CheckedDimension;
  readonly rows: ReadonlyMap<string, Parts>;
  readonly total: Parts;
}

/** One question that can be asked by several dimensions and under any filter. */
interface Subject {
  readonly of: Violation['of'];
  readonly dimensions: readonly CheckedDimension[];
  readonly nothing: Parts;
  ask(by: CheckedDimension, filter: Filter): View;
}

const KINDS: readonly ResultKind[] = ['actual', 'target'];

/**
 * Proves that the views agree under a filter (rule 10): for every indicator and kind, by pillar = by country = the
 * grand total, in value and make-up and in the number of results; for every type of money also by donor.
 *
 * @param views where the figures come from; by default they are computed from the facts.
 * @returns what does not agree; empty when all is well.
 * @throws DomainError as `totals` and `fundingTotals` do.
 * @example a country view that has lost its row for BB
 *   // [{ of: { indicator: 'officials-trained', kind: 'actual' }, by: 'country', part: 'value',
 *   //    rowsSay: 101, totalSays: 123, rowKeys: ['BB'] }]
 */
export function violations(
  facts: Facts,
  filter: Filter,
  views: Views = { totals, fundingTotals },
): readonly Violation[] {
  const results = facts.indicators.flatMap(({ code }) =>
    KINDS.map((kind) => resultSubject(facts, code, kind, views)),
  );
  const money = TRANSACTION_TYPES.map((type) => moneySubject(facts, type, views));
  return [...results, ...money].flatMap((subject) => check(facts, filter, subject));
}

function resultSubject(facts: Facts, indicator: string, kind: ResultKind, views: Views): Subject {
  return {
    of: { indicator, kind },
    dimensions: ['pillar', 'country'],
    nothing: { resultCount: 0 },
    ask: (by, filter) => viewOf(by, views.totals(facts, { indicator, kind, by, filter }), resultParts),
  };
}

function moneySubject(facts: Facts, type: TransactionType, views: Views): Subject {
  return {
    of: { transactions: type },
    dimensions: ['pillar', 'country', 'donor'],
    nothing: { amountMinor: 0, illustrativeMinor: 0 },
    ask: (by, filter) => viewOf(by, views.fundingTotals(facts, { type, by, filter }), moneyParts),
  };
}

function check(facts: Facts, filter: Filter, subject: Subject): readonly Violation[] {
  const views = subject.dimensions.map((by) => subject.ask(by, filter));
  const grandTotal = views[0]?.total ?? subject.nothing;
  return views.flatMap((view) => {
    const found = disagreement(view, grandTotal) ?? disagreement(view, view.total);
    return found === null
      ? []
      : [{ of: subject.of, by: view.by, ...found, rowKeys: wrongRows(facts, filter, subject, view) }];
  });
}

/** The first part in which the rows do not sum to the total. */
function disagreement(
  { rows }: View,
  total: Parts,
): Pick<Violation, 'part' | 'rowsSay' | 'totalSays'> | null {
  for (const [part, totalSays] of Object.entries(total)) {
    const rowsSay = sumOrNull([...rows.values()].map((row) => row[part] ?? null));
    if (rowsSay !== totalSays) return { part, rowsSay, totalSays };
  }
  return null;
}

/** Rows, standing or lost, that are not what the same figures say under a filter for that row alone. */
function wrongRows(facts: Facts, filter: Filter, subject: Subject, { by, rows }: View): readonly string[] {
  const asked = filter[by];
  const known = asked === undefined ? keysOf(facts, by) : [asked];
  return [...new Set([...rows.keys(), ...known])]
    .filter((key) => {
      const mayStand = asked === undefined || asked === key;
      const expected = mayStand ? subject.ask(by, { ...filter, [by]: key }).total : subject.nothing;
      return !sameParts(rows.get(key) ?? subject.nothing, expected);
    })
    .sort();
}

function keysOf(facts: Facts, by: CheckedDimension): readonly string[] {
  const named = { pillar: facts.pillars, country: facts.places, donor: facts.organisations }[by];
  return [...named.map(({ code }) => code), NOT_SPLIT, NOT_RECORDED];
}

function viewOf<F>(
  by: CheckedDimension,
  view: { readonly rows: readonly (F & { readonly key: string })[]; readonly total: F },
  partsOf: (figure: F) => Parts,
): View {
  return { by, rows: new Map(view.rows.map((row) => [row.key, partsOf(row)])), total: partsOf(view.total) };
}

/** A figure that is missing or not additive can only be compared by the results behind it. */
function resultParts({ value, exact, approximate, undated, denominator, resultCount }: Figure): Parts {
  return value === null ? { resultCount } : { value, exact, approximate, undated, denominator, resultCount };
}

function moneyParts({ amountMinor, illustrativeMinor }: MoneyFigure): Parts {
  return { amountMinor: amountMinor ?? 0, illustrativeMinor };
}

function sameParts(a: Parts, b: Parts): boolean {
  return [...Object.keys(a), ...Object.keys(b)].every((part) => (a[part] ?? null) === (b[part] ?? null));
}

function sumOrNull(values: readonly (Exact | null)[]): Exact | null {
  const known = values.filter((value) => value !== null);
  return known.length === values.length ? sumOf(known, (value) => value) : null;
}
