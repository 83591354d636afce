import { resultsBehind, totals } from '../aggregate.ts';
import { type Exact, negated, sumOf } from '../decimal.ts';
import { type Figure, missingFigure } from '../figure.ts';
import { TRANSACTION_TYPES, type TransactionType } from '../funding.ts';
import { entriesBehind, fundingTotals } from '../funding-totals.ts';
import { admits } from '../one-or-more.ts';
import type { ResultKind } from '../result.ts';
import { compareCodes } from '../text.ts';
import { CAUSES, type Cause, type Moment, type Stage, stagesBetween } from './stages.ts';

/** Which total has moved. A ratio has two, of what it counts and of what it is a part of (rule 3). */
export type MovedTotal =
  | { readonly indicator: string; readonly kind: ResultKind; readonly pair: 'value' | 'denominator' | null }
  | { readonly type: TransactionType };

/** Of which totals it is told. */
export interface Told {
  readonly kinds: readonly ResultKind[];
  readonly types: readonly TransactionType[];
}

/** A row whose part in a total is another one, and why. */
export interface MovedRow {
  /** Of a result or a transaction. */
  readonly id: string;
  readonly cause: Cause;
  /** What it added before that, and what it added then; 0: nothing. */
  readonly before: Exact;
  readonly after: Exact;
}

export interface Movement {
  readonly of: MovedTotal;
  /** The total at either moment; null: nothing was reported, or it may not be summed. */
  readonly before: Exact | null;
  readonly after: Exact | null;
  /** What it has moved by, nothing counted as 0; null: what may not be summed has no difference. */
  readonly difference: Exact | null;
  /** What each cause has moved it by: together, to the last unit, the difference. */
  readonly parts: Readonly<Record<Cause, Exact>>;
  /** How many rows counted at either moment; of money, those that are converted. */
  readonly counted: { readonly before: number; readonly after: number };
  /** The rows that moved it, in order of cause and id. The differences of a cause's rows sum to its part. */
  readonly rows: readonly MovedRow[];
}

/**
 * How every total of a reader's has moved between two moments, row by row: all indicators in order of code, results before
 * targets, then money by type. What has not moved is not there.
 *
 * The way from one moment to the other is walked in stages (`stagesBetween`), and at each the rows are counted by the functions
 * that totals are made of: so what the stages add is the difference, whatever the rule of the indicator.
 *
 * @param wasKnown whether a result or a transaction was there at the first moment already, though it did not count
 * @example movements(before, after, isKnown) where 45 were corrected to 54 and 22 came new
 *   // [{ before: 45, after: 76, difference: 31, parts: { corrected: 9, new: 22, … }, rows: […] }]
 */
export function movements(
  before: Moment,
  after: Moment,
  wasKnown: (id: string) => boolean,
  { kinds = KINDS, types = TRANSACTION_TYPES }: Partial<Told> = {},
): readonly Movement[] {
  const stages = stagesBetween(before, after, wasKnown);
  const indicators = stages[0]?.facts.indicators ?? [];
  const results = indicators
    .toSorted((a, b) => compareCodes(a.code, b.code))
    .flatMap(({ code }) => kinds.flatMap((kind) => resultMovements(stages, code, kind)));
  const isOneCurrency = before.facts.reportingCurrency === after.facts.reportingCurrency;
  const money = isOneCurrency ? types.map((type) => moneyMovement(stages, type)) : [];
  return [...results, ...money].filter(hasMoved);
}

/** A total at the later moment, of all rows. */
export interface WholeTotal {
  readonly value: Exact | null;
  /** Whether a row counts in it that is not among those by which a movement was told. */
  readonly hasOthers: boolean;
}

/**
 * A movement that was told by some rows alone, as the total of all has it: the others add at either moment the same, so that
 * they move nothing, and stand in what it was and what it is. Of totals that may be summed.
 *
 * @returns null: the total has not moved
 * @example ofWhole({ before: null, after: 12, difference: 12, … }, { value: 135, hasOthers: true }) // before 123, after 135
 */
export function ofWhole(movement: Movement, { value, hasOthers }: WholeTotal): Movement | null {
  const { difference, counted } = movement;
  // Where nothing counts now, all that counted then is among the rows.
  if (difference === null || value === null) return movement;
  const before = hasOthers || counted.before > 0 ? sumOf([value, negated(difference)], (each) => each) : null;
  const whole = { ...movement, before, after: value };
  return hasMoved(whole) ? whole : null;
}

const KINDS: readonly ResultKind[] = ['actual', 'target'];

function hasMoved({ before, after, rows }: Movement): boolean {
  return before !== after || rows.length > 0;
}

/** What each row adds to a total. */
type Added = ReadonlyMap<string, Exact>;

function resultMovements(stages: readonly Stage[], indicator: string, kind: ResultKind): readonly Movement[] {
  const behind = stages.map(({ facts, filter }) =>
    admits(filter.indicator, indicator) ? resultsBehind(facts, { indicator, kind, filter }) : [],
  );
  if (behind.every((rows) => rows.length === 0)) return [];
  const [first, last] = [stages[0], stages.at(-1)].map((stage) =>
    stage === undefined ? missingFigure('not-reported') : totalAt(stage, indicator, kind),
  ) as [Figure, Figure];
  const mayBeSummed = first.missing !== 'not-additive' && last.missing !== 'not-additive';
  const isPair = stages.some(({ facts }) =>
    facts.indicators.some(({ code, measure }) => code === indicator && measure === 'ratio'),
  );
  const movement = (pair: 'value' | 'denominator' | null): Movement => {
    const field = pair === 'denominator' ? 'denominator' : 'value';
    const added = behind.map((rows): Added => new Map(rows.map((row) => [row.id, row[field] ?? 0] as const)));
    const found = movementOf(stages, added);
    return {
      of: { indicator, kind, pair },
      before: first[field],
      after: last[field],
      ...(mayBeSummed ? found : { ...found, difference: null }),
    };
  };
  return isPair ? [movement('value'), movement('denominator')] : [movement(null)];
}

function totalAt({ facts, filter }: Stage, indicator: string, kind: ResultKind): Figure {
  if (!admits(filter.indicator, indicator)) return missingFigure('not-reported');
  return totals(facts, { indicator, kind, by: 'program', filter }).total;
}

function moneyMovement(stages: readonly Stage[], type: TransactionType): Movement {
  const added = stages.map(
    ({ facts, filter }): Added =>
      new Map(
        entriesBehind(facts, { type, filter })
          .filter(({ transaction }) => transaction.conversion !== null)
          .map(({ transaction, amountMinor }) => [transaction.id, amountMinor] as const),
      ),
  );
  const totalOf = (stage: Stage | undefined) =>
    stage === undefined
      ? null
      : fundingTotals(stage.facts, { type, by: 'program', filter: stage.filter }).total.amountMinor;
  return {
    of: { type },
    before: totalOf(stages[0]),
    after: totalOf(stages.at(-1)),
    ...movementOf(stages, added),
  };
}

function movementOf(
  stages: readonly Stage[],
  added: readonly Added[],
): Pick<Movement, 'difference' | 'parts' | 'rows' | 'counted'> {
  const rows = stages.flatMap(({ cause }, at): readonly MovedRow[] => {
    const [earlier, later] = [added[at - 1], added[at]];
    if (cause === null || earlier === undefined || later === undefined) return [];
    const ids = [...new Set([...earlier.keys(), ...later.keys()])].toSorted(compareCodes);
    return ids.flatMap((id) => {
      const [before, after] = [earlier.get(id) ?? 0, later.get(id) ?? 0];
      return before === after ? [] : [{ id, cause, before, after }];
    });
  });
  const parts = Object.fromEntries(
    CAUSES.map((cause) => [
      cause,
      sumOf(
        rows.filter((row) => row.cause === cause),
        differenceOf,
      ),
    ]),
  ) as Record<Cause, Exact>;
  const counted = { before: added[0]?.size ?? 0, after: added.at(-1)?.size ?? 0 };
  return { difference: sumOf(rows, differenceOf), parts, rows, counted };
}

/** What a row has moved its total by. */
export function differenceOf({ before, after }: Pick<MovedRow, 'before' | 'after'>): Exact {
  return sumOf([after, negated(before)], (each) => each);
}
