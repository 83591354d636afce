import { type AttributedResult, attribute } from './attribution.ts';
import { DomainError } from './errors.ts';
import type { Facts } from './facts.ts';
import type { TransactionType } from './funding.ts';
import { type AttributedTransaction, attributeTransaction } from './funding-attribution.ts';
import { type ProgramTree, programTree } from './program-tree.ts';
import type { Indicator, ResultKind } from './result.ts';
import { compareCodes } from './text.ts';

/** Facts laid out so that a view reads only the rows of its own indicator or transaction type. */
export interface FactsIndex {
  readonly tree: ProgramTree;
  /** @throws DomainError `INDICATOR.UNKNOWN` (missing). */
  indicator(code: string): Indicator;
  /** All results with the keys under which they count, in order of id. */
  readonly attributed: readonly AttributedResult[];
  /** Those of one indicator and kind that add up, in order of id: what another figure holds does not (rule 9). */
  results(indicator: string, kind: ResultKind): readonly AttributedResult[];
  transactions(type: TransactionType): readonly AttributedTransaction[];
}

const indexes = new WeakMap<Facts, FactsIndex>();

/**
 * The index of facts, built once for each: a page or a check asks for dozens of views of the same facts.
 *
 * @example indexOf(facts).results('officials-trained', 'actual').length // 6
 */
export function indexOf(facts: Facts): FactsIndex {
  const known = indexes.get(facts);
  if (known !== undefined) return known;
  const index = buildIndex(facts);
  indexes.set(facts, index);
  return index;
}

function buildIndex(facts: Facts): FactsIndex {
  const tree = programTree(facts.programs, facts.fundedByThemselves);
  const indicators = new Map(facts.indicators.map((indicator) => [indicator.code, indicator]));
  const attributed = facts.results
    .map((result) => attribute(result, tree))
    .sort((a, b) => compareCodes(a.result.id, b.result.id));
  const byIndicator = Map.groupBy(
    attributed.filter(({ result }) => result.partOf === null),
    ({ result }) => seriesKey(result.indicator, result.kind),
  );
  const byType = once(() =>
    Map.groupBy(
      facts.transactions.map((transaction) => attributeTransaction(transaction, tree)),
      ({ transaction }) => transaction.type,
    ),
  );
  return {
    tree,
    attributed,
    indicator: (code) => indicators.get(code) ?? unknownIndicator(code),
    results: (indicator, kind) => byIndicator.get(seriesKey(indicator, kind)) ?? [],
    transactions: (type) => byType().get(type) ?? [],
  };
}

/** Money waits until it is asked for, so that shares that do not sum to 100 cannot hide the results. */
function once<Value>(build: () => Value): () => Value {
  let built: { readonly value: Value } | null = null;
  return () => {
    built ??= { value: build() };
    return built.value;
  };
}

function seriesKey(indicator: string, kind: ResultKind): string {
  return `${kind} ${indicator}`;
}

/** @throws DomainError `INDICATOR.UNKNOWN` (missing). */
export function unknownIndicator(code: string): never {
  throw new DomainError('INDICATOR.UNKNOWN', `There is no indicator "${code}".`, {
    kind: 'missing',
    remedy: 'Choose one of the indicators in use.',
    values: { code },
  });
}
