import type { Facts, Filter } from '../facts.ts';
import type { Conversion, Transaction } from '../funding.ts';
import { convert } from '../money.ts';
import type { Indicator, Result } from '../result.ts';

/** One moment: the facts as they were known then, and what is asked of them. */
export interface Moment {
  readonly facts: Facts;
  readonly filter: Filter;
}

/**
 * Why a total has moved, in the order in which the way between two moments is walked.
 *
 * `withdrawn`: it no longer counts, or is out of the reader's sight. `corrected`: its value says something else. `re-dated`:
 * it is of another time. `rate`: it is converted at another rate. `re-allocated`: it is of another programme, place, donor or
 * pillar, or its programme is; or another figure holds it (rules 8 and 9). `rule`: its indicator combines otherwise. `window`:
 * the days that are asked for are others. `back`: it was there before, and counts again. `new`: it was not there.
 */
export const CAUSES = [
  'withdrawn',
  'corrected',
  're-dated',
  'rate',
  're-allocated',
  'rule',
  'window',
  'back',
  'new',
] as const;
export type Cause = (typeof CAUSES)[number];

/** The facts at one point of the way. */
export interface Stage extends Moment {
  /** What has changed since the stage before; null: it is the first. */
  readonly cause: Cause | null;
}

/**
 * The way from one moment to another, one kind of change after the other: the first stage says what was known at the first
 * moment, the last what was known at the second.
 *
 * @param wasKnown whether a result or a transaction was there at the first moment already, though it did not count
 */
export function stagesBetween(
  before: Moment,
  after: Moment,
  wasKnown: (id: string) => boolean,
): readonly Stage[] {
  const [was, is] = [before.facts, after.facts];
  const [resultsWas, resultsIs] = [byId(was.results), byId(is.results)];
  const [moneyWas, moneyIs] = [byId(was.transactions), byId(is.transactions)];
  const staying = <Row extends { readonly id: string }, Made>(
    rows: readonly Row[],
    others: ReadonlyMap<string, Row>,
    make: (then: Row, now: Row) => Made,
  ) =>
    rows.flatMap((then) => {
      const now = others.get(then.id);
      return now === undefined ? [] : [make(then, now)];
    });
  const rowsBy = (
    result: (then: Result, now: Result) => Result,
    money: (then: Transaction, now: Transaction) => Transaction,
  ): Rows => ({
    results: staying(was.results, resultsIs, result),
    transactions: staying(was.transactions, moneyIs, money),
  });
  const own = { ...was, indicators: withThoseOf(was.indicators, is.indicators) };
  const others = { ...is, indicators: own.indicators };
  const last = { ...is, indicators: withThoseOf(is.indicators, was.indicators) };
  const stays = rowsBy(sameAsNow, sameAsNow);
  const isBack = ({ id }: { readonly id: string }) => wasKnown(id);
  const back: Rows = {
    results: [...stays.results, ...is.results.filter((each) => !resultsWas.has(each.id) && isBack(each))],
    transactions: [
      ...stays.transactions,
      ...is.transactions.filter((each) => !moneyWas.has(each.id) && isBack(each)),
    ],
  };
  const at = (cause: Cause | null, facts: Facts, filter: Filter = before.filter): Stage => ({
    cause,
    facts,
    filter,
  });
  return [
    at(null, own),
    at('withdrawn', { ...own, ...rowsBy(sameAsThen, sameAsThen) }),
    at('corrected', { ...own, ...rowsBy(corrected, (then, now) => correctedMoney(then, now, own)) }),
    at('re-dated', {
      ...own,
      ...rowsBy(redated, (then, now) => ({
        ...correctedMoney(then, now, own),
        valueDate: now.valueDate,
      })),
    }),
    at('rate', { ...own, ...rowsBy(redated, converted) }),
    at('re-allocated', { ...others, ...stays }),
    at('rule', { ...last, ...stays }),
    at('window', { ...last, ...stays }, after.filter),
    at('back', { ...last, ...back }, after.filter),
    at('new', last, after.filter),
  ];
}

type Rows = Pick<Facts, 'results' | 'transactions'>;

function sameAsThen<Row>(then: Row): Row {
  return then;
}

function sameAsNow<Row>(_then: Row, now: Row): Row {
  return now;
}

function corrected(then: Result, now: Result): Result {
  const { value, valueHigh, qualifier, denominator, breakdown, approvedAt } = now;
  return { ...then, value, valueHigh, qualifier, denominator, breakdown, approvedAt };
}

function redated(then: Result, now: Result): Result {
  const { periodStart, periodEnd, datePrecision } = now;
  return { ...corrected(then, now), periodStart, periodEnd, datePrecision };
}

/** Its amount as it is now, at the rate at which it was converted then; of another currency there was none. */
function correctedMoney(then: Transaction, now: Transaction, { reportingCurrency }: Facts): Transaction {
  const { amountMinor, currency } = now;
  if (amountMinor === then.amountMinor && currency === then.currency) return then;
  const conversion =
    currency === then.currency
      ? convertedAt(amountMinor, currency, then.conversion, reportingCurrency)
      : now.conversion;
  return { ...then, amountMinor, currency, conversion };
}

function convertedAt(
  amountMinor: number,
  currency: string,
  conversion: Conversion | null,
  reportingCurrency: string,
): Conversion | null {
  if (conversion === null) return null;
  return {
    ...conversion,
    amountMinor: convert(amountMinor, currency, conversion.rate, reportingCurrency),
  };
}

function converted(then: Transaction, now: Transaction): Transaction {
  const { amountMinor, currency, valueDate, conversion } = now;
  return { ...then, amountMinor, currency, valueDate, conversion };
}

/** Those that somebody knew at one moment alone stand beside those of the other: what is of none may become one's. */
function withThoseOf(own: readonly Indicator[], others: readonly Indicator[]): readonly Indicator[] {
  const known = new Set(own.map(({ code }) => code));
  return [...own, ...others.filter(({ code }) => !known.has(code))];
}

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
