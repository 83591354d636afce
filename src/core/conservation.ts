import { type Figure, type MoneyFigure, NOT_RECORDED, NOT_SPLIT } from './aggregate.ts';
import { type Exact, sumOf } from './decimal.ts';
import type { Filter } from './facts.ts';
import type { FigureTotals, Names } from './figures.ts';
import { TRANSACTION_TYPES, type TransactionType } from './funding.ts';
import { admits, valuesOf } from './one-or-more.ts';
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

/** The figures that are shown, and are here to be proved, with what they may be of. */
export interface Shown {
  readonly figures: Pick<FigureTotals, 'totals' | 'funding'>;
  readonly names: Pick<Names, 'indicators' | 'pillars' | 'places' | 'organisations'>;
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
  ask(by: CheckedDimension, filter: Filter): Promise<View>;
}

const KINDS: readonly ResultKind[] = ['actual', 'target'];

/**
 * Proves that the views agree under a filter (rule 10): for every indicator and kind, by pillar = by country = the
 * grand total, in value and make-up and in the number of results; for every type of money also by donor.
 *
 * @returns what does not agree; empty when all is well.
 * @throws DomainError as `totals` and `funding` do.
 * @example a country view that has lost its row for BB
 *   // [{ of: { indicator: 'officials-trained', kind: 'actual' }, by: 'country', part: 'value',
 *   //    rowsSay: 101, totalSays: 123, rowKeys: ['BB'] }]
 */
export async function violations(shown: Shown, filter: Filter): Promise<readonly Violation[]> {
  const results = shown.names.indicators.flatMap(({ code }) =>
    KINDS.map((kind) => resultSubject(shown, code, kind)),
  );
  const money = TRANSACTION_TYPES.map((type) => moneySubject(shown, type));
  const found: Violation[] = [];
  // One after another: hundreds of questions at once would keep everybody else waiting.
  for (const subject of [...results, ...money]) found.push(...(await check(shown.names, filter, subject)));
  return found;
}

function resultSubject({ figures }: Shown, indicator: string, kind: ResultKind): Subject {
  return {
    of: { indicator, kind },
    dimensions: ['pillar', 'country'],
    nothing: { resultCount: 0 },
    ask: async (by, filter) => viewOf(by, await figures.totals({ indicator, kind, by, filter }), resultParts),
  };
}

function moneySubject({ figures }: Shown, type: TransactionType): Subject {
  return {
    of: { transactions: type },
    dimensions: ['pillar', 'country', 'donor'],
    nothing: { amountMinor: 0, illustrativeMinor: 0 },
    ask: async (by, filter) => viewOf(by, await figures.funding({ type, by, filter }), moneyParts),
  };
}

async function check(names: Shown['names'], filter: Filter, subject: Subject): Promise<readonly Violation[]> {
  const views = await Promise.all(subject.dimensions.map((by) => subject.ask(by, filter)));
  const grandTotal = views[0]?.total ?? subject.nothing;
  const found: Violation[] = [];
  for (const view of views) {
    const differs = disagreement(view, grandTotal) ?? disagreement(view, view.total);
    if (differs === null) continue;
    const rowKeys = await wrongRows(names, filter, subject, view);
    found.push({ of: subject.of, by: view.by, ...differs, rowKeys });
  }
  return found;
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
async function wrongRows(
  names: Shown['names'],
  filter: Filter,
  subject: Subject,
  { by, rows }: View,
): Promise<readonly string[]> {
  const asked = filter[by];
  const known = asked === undefined ? keysOf(names, by) : valuesOf(asked);
  const wrong: string[] = [];
  for (const key of new Set([...rows.keys(), ...known])) {
    const expected = admits(asked, key)
      ? (await subject.ask(by, { ...filter, [by]: key })).total
      : subject.nothing;
    if (!sameParts(rows.get(key) ?? subject.nothing, expected)) wrong.push(key);
  }
  return wrong.sort();
}

function keysOf(names: Shown['names'], by: CheckedDimension): readonly string[] {
  const named = { pillar: names.pillars, country: names.places, donor: names.organisations }[by];
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
