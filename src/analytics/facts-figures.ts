import type { Scope } from '../access/index.ts';
import { fundingTotals, resultsBehind, totals } from '../core/aggregate.ts';
import { balancesOf, ofStages } from '../core/balances.ts';
import { begunEarlier } from '../core/begun-earlier.ts';
import { cellsHolding } from '../core/cells-holding.ts';
import { countriesOf } from '../core/country-sheet.ts';
import { sumOf } from '../core/decimal.ts';
import { NOT_RECORDED, UNKNOWN_PART } from '../core/dimension.ts';
import { ENTRY_ORDERS } from '../core/entry-orders.ts';
import type { Facts } from '../core/facts.ts';
import { indexOf } from '../core/facts-index.ts';
import type {
  CodesInUse,
  EntrySelection,
  FigureRows,
  Figures,
  FigureTargets,
  FigureTotals,
  IndicatorTotal,
  ResultSelection,
  TargetWithActual,
} from '../core/figures.ts';
import { amountsAsPaid, entriesBehind } from '../core/funding-totals.ts';
import { inReadingOrder, type Narrative, type NarrativeSelection } from '../core/narratives/narrative.ts';
import { isSaid } from '../core/narratives/words-found.ts';
import { admits } from '../core/one-or-more.ts';
import { windowPosition } from '../core/period.ts';
import { leftOut } from '../core/proof/left-out.ts';
import { rowPage } from '../core/row-page.ts';
import { inOrder, selectedResults } from '../core/selected-results.ts';
import { actualOf, byConcern, resultsFor } from '../core/targets.ts';
import { compareCodes } from '../core/text.ts';
import { breather } from '../platform/threads/breather.ts';
import { factsGaps } from './facts-gaps.ts';
import { factsPrograms } from './facts-programs.ts';

/**
 * Answers from facts in memory, by the rules as `core` has them.
 *
 * @param facts as the reader of `scope` may see them (`scopedFacts`)
 */
export function factsFigures(scope: Scope, facts: Facts): Figures {
  const targets = factsTargets(facts);
  const programs = factsPrograms({ scope, facts });
  return {
    ...factsTotals(facts),
    ...factsRows(facts),
    ...targets,
    ...programs,
    ...factsGaps(facts, { programs, targets }),
    codesInUse: async () => codesInUse(facts),
    narratives: async ({ program, concerning }) =>
      facts.narratives
        .filter((each) => each.program === program && concerns(facts, each, concerning))
        .toSorted(inReadingOrder),
    narrativesSaying: async (search, { limit, most }) => {
      const found = facts.narratives
        .filter(({ text }) => isSaid(text, search))
        .toSorted((a, b) => compareCodes(a.program, b.program) || compareCodes(a.id, b.id))
        .slice(0, most);
      return { rows: found.slice(0, limit), total: found.length };
    },
    narrative: async (id) => facts.narratives.find((each) => each.id === id) ?? null,
    cellsHolding: async (signs) => [
      ...cellsHolding(facts.programs, ({ code }) => code, signs).map(inPart('programs')),
      ...cellsHolding(facts.results, ({ id }) => id, signs).map(inPart('results')),
      ...cellsHolding(facts.transactions, ({ id }) => id, signs).map(inPart('transactions')),
      ...cellsHolding(facts.narratives, ({ id }) => id, signs).map(inPart('narratives')),
    ],
  };
}

function factsTotals(facts: Facts): FigureTotals {
  return {
    totals: async (query) => totals(facts, query),
    funding: async (query) => fundingTotals(facts, query),
    balances: async ({ filter, most }) =>
      balancesOf(
        ofStages((type) => fundingTotals(facts, { type, by: 'program', filter })),
        most,
      ),
    indicatorTotals: async ({ kind, filter }) => {
      const breathe = breather();
      const found: IndicatorTotal[] = [];
      for (const { code } of facts.indicators) {
        if (!admits(filter.indicator, code)) continue;
        await breathe();
        const { indicator, total, notes } = totals(facts, { indicator: code, kind, by: 'program', filter });
        found.push({ indicator, total, notes });
      }
      return found;
    },
    axesOf: async (query) => {
      const counted = resultsBehind(facts, query);
      const axes = new Set(counted.flatMap(({ breakdown }) => breakdown.map(({ axis }) => axis)));
      return [...axes].toSorted(compareCodes).filter((axis) => {
        const { rows } = totals(facts, { ...query, by: `axis:${axis}` });
        return rows.some(({ key }) => key !== NOT_RECORDED);
      });
    },
  };
}

function factsRows(facts: Facts): FigureRows {
  // Whoever takes all rows asks for the same selection page by page.
  const resultsOf = lastAnswer((selection: ResultSelection) => selectedResults(facts, selection));
  const entriesOf = lastAnswer((selection: EntrySelection) => entriesInOrder(facts, selection));
  return {
    results: async (selection, page) => rowPage(resultsOf(selection), idOf, page),
    result: async (id) => facts.results.find((each) => each.id === id) ?? null,
    entries: async (selection, page) => {
      const { entries, ...sums } = entriesOf(selection);
      return { ...rowPage(entries, ({ transaction }) => transaction.id, page), ...sums };
    },
    transaction: async (id) => facts.transactions.find((each) => each.id === id) ?? null,
    leftOut: async (query, most) => leftOut(facts, query, most),
    begunEarlier: async (query) => begunEarlier(facts, query),
    amountsAsPaid: async (query) => amountsAsPaid(facts, query),
  };
}

function entriesInOrder(facts: Facts, { inOrderOf = 'value-date', ...selection }: EntrySelection) {
  const entries = entriesBehind(facts, selection).toSorted(ENTRY_ORDERS[inOrderOf]);
  const counted = entries.filter(({ transaction }) => transaction.conversion !== null);
  return {
    entries,
    countedMinor: counted.length === 0 ? null : sumOf(counted, ({ amountMinor }) => amountMinor),
    illustrative: entries.some(({ transaction }) => transaction.illustrative),
  };
}

/** Remembers what was answered last. */
function lastAnswer<Question, Answer>(ask: (question: Question) => Answer): (question: Question) => Answer {
  let last: { readonly key: string; readonly answer: Answer } | null = null;
  return (question) => {
    const key = JSON.stringify(question);
    if (last?.key !== key) last = { key, answer: ask(question) };
    return last.answer;
  };
}

function factsTargets(facts: Facts): FigureTargets {
  return {
    targets: async ({ filter: { to: _, ...filter }, cutOff, inOrderOf }, page) => {
      const begun = selectedResults(facts, { filter, kind: 'target' }).filter(
        ({ periodStart }) => periodStart === null || windowPosition(periodStart, { to: cutOff }) === 'inside',
      );
      // Each looks through all that is reported.
      const breathe = breather();
      const pairs: TargetWithActual[] = [];
      for (const target of begun) {
        await breathe();
        const { combineTime } = indexOf(facts).indicator(target.indicator);
        pairs.push({ target, combineTime, actual: actualOf(facts, target, filter, cutOff) });
      }
      const ordered = inOrderOf === 'concern' ? pairs.toSorted(byConcern(cutOff)) : pairs;
      return {
        ...rowPage(ordered, ({ target }) => target.id, page),
        reported: pairs.filter(({ actual }) => actual.value !== null).length,
      };
    },
    reportedFor: async (target, { filter, cutOff }, page) =>
      rowPage(resultsFor(facts, target, filter, cutOff).toSorted(inOrder), idOf, page),
  };
}

function concerns(facts: Facts, { place }: Narrative, concerning: NarrativeSelection['concerning']): boolean {
  if (concerning === undefined || place === null || place === concerning.country) return true;
  return countriesOf(facts, place, concerning.day).includes(concerning.country);
}

function codesInUse(facts: Facts): CodesInUse {
  const { programs, transactions } = facts;
  const counting = facts.results.filter(({ partOf }) => partOf === null);
  const inOrderOfCode = (codes: readonly string[]) => [...new Set(codes)].toSorted(compareCodes);
  return {
    donors: inOrderOfCode([
      ...programs.flatMap(({ organisations }) =>
        organisations.filter(({ role }) => role === 'funding').map(({ organisation }) => organisation),
      ),
      ...transactions.flatMap(({ provider }) => provider ?? []),
    ]),
    places: inOrderOfCode([
      ...programs.flatMap((program) => program.places.map(({ code }) => code)),
      ...counting.flatMap(({ place }) => place ?? []),
      ...transactions.flatMap(({ place }) => place ?? []),
    ]),
    axes: inOrderOfCode(
      counting.flatMap(({ breakdown }) =>
        breakdown.filter(({ part }) => part !== UNKNOWN_PART).map(({ axis }) => axis),
      ),
    ),
  };
}

function idOf({ id }: { readonly id: string }): string {
  return id;
}

function inPart<Part extends string>(part: Part) {
  return ({ key, column }: { readonly key: string; readonly column: string }) => ({ part, key, column });
}
