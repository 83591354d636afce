import fc from 'fast-check';
import { type Dimension, type Figure, fundingTotals, type TotalsQuery, totals } from './aggregate.ts';
import { violations } from './conservation.ts';
import { compareExact, nearest, sumOf } from './decimal.ts';
import type { Facts, Filter } from './facts.ts';
import { indexOf } from './facts-index.ts';
import {
  makeFacts,
  makeIndicator,
  makeOrganisation,
  makePlace,
  makeProgram,
  makeResult,
  makeTransaction,
} from './fixtures/facts.ts';
import { shownOf } from './fixtures/shown.ts';
import { byThemselves, isRest, restOfFigures } from './leading-rows.ts';
import { type FlowBand, type FlowStage, flowNodes, moneyFlow } from './money-flow.ts';
import { oneOrMore } from './one-or-more.ts';
import type { Program, Share } from './program.ts';
import type { Result } from './result.ts';
import { current } from './series.ts';

/** Properties that hold for any portfolio under any filter, tried on random ones. */

const PILLARS = ['democracy', 'human-rights', 'integral-development'];
const PLACES = ['CR', 'HN', 'SV', 'region:caribbean'];
const DONORS = ['canada', 'italy', 'spain'];
const PROGRAMS = ['A', 'B', 'C', 'D', 'E'];
const DAYS = ['2015-12-31', '2016-06-30', '2016-12-31', '2017-06-30'];
const INDICATORS = [
  makeIndicator('sum'),
  makeIndicator('latest', { combineTime: 'latest' }),
  makeIndicator('none', { combineTime: 'none' }),
  makeIndicator('local', { combinePlace: 'none' }),
  makeIndicator('ratio', { measure: 'ratio', combineTime: 'latest' }),
];
const DIMENSIONS: readonly Dimension[] = [
  'pillar',
  'country',
  'donor',
  'program',
  'year',
  'quarter',
  'month',
  'axis:sex',
];

const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 2 });

/** None, one, or several codes; several have shares that sum to 100, or none at all. */
const shares = (codes: readonly string[]): fc.Arbitrary<readonly Share[]> =>
  fc
    .tuple(fc.shuffledSubarray([...codes]), fc.boolean())
    .map(([chosen, given]) =>
      chosen.map((code, i) => ({ code, share: given ? percent(i, chosen.length) : null })),
    );

/** Thirds and the like in hundredths of a percent; the last takes what is left of 100. */
function percent(index: number, count: number): string {
  const hundredths = Math.floor(10000 / count);
  const own = index === count - 1 ? 10000 - hundredths * index : hundredths;
  return (own / 100).toFixed(2);
}

/** The parent comes earlier in the list, so there is no circle. */
const program = (code: string, index: number): fc.Arbitrary<Program> =>
  fc
    .record({
      parent: orNull(fc.constantFrom(...PROGRAMS.slice(0, index), null)),
      pillars: shares(PILLARS),
      places: shares(PLACES),
      organisations: fc
        .subarray(DONORS)
        .map((donors) => donors.map((organisation) => ({ organisation, role: 'funding' as const }))),
    })
    .map((given) => makeProgram(code, given));

const result = fc
  .record({
    program: fc.constantFrom(...PROGRAMS),
    indicator: fc.constantFrom(...INDICATORS.map(({ code }) => code)),
    kind: fc.constantFrom('actual' as const, 'target' as const),
    place: orNull(fc.constantFrom(...PLACES)),
    periodEnd: orNull(fc.constantFrom(...DAYS)),
    qualifier: fc.constantFrom('exact' as const, 'about' as const, 'range' as const),
    tenths: fc.nat(1000),
    femaleTenths: orNull(fc.nat(1000)),
  })
  .map(({ tenths, femaleTenths, ...given }) => {
    const value = tenths / 10;
    const female = Math.min(femaleTenths ?? 0, tenths);
    const parts = [
      { axis: 'sex', part: 'female', value: female / 10 },
      { axis: 'sex', part: 'male', value: (tenths - female) / 10 },
    ];
    return {
      ...given,
      value,
      denominator: given.indicator === 'ratio' ? 100 : null,
      breakdown: femaleTenths === null ? [] : parts,
    };
  });

const transaction = fc.record({
  program: fc.constantFrom(...PROGRAMS),
  amountMinor: fc.integer({ min: -100_000, max: 1_000_000 }),
  place: orNull(fc.constantFrom(...PLACES)),
  provider: orNull(fc.constantFrom(...DONORS)),
  valueDate: fc.constantFrom(...DAYS),
  illustrative: fc.boolean(),
  converts: fc.boolean(),
});

const portfolio: fc.Arbitrary<Facts> = fc
  .record({
    programs: fc.tuple(...PROGRAMS.map(program)),
    results: fc.array(result, { maxLength: 30, size: 'large' }),
    transactions: fc.array(transaction, { maxLength: 15, size: 'large' }),
  })
  .map(({ programs, results, transactions }) =>
    makeFacts({
      pillars: PILLARS.map((code) => ({ code, name: { en: code } })),
      places: PLACES.map((code) => makePlace(code)),
      organisations: DONORS.map((name) => makeOrganisation(name, 'government', null)),
      indicators: INDICATORS,
      programs,
      results: results.map((given, i) => makeResult(`r${i}`, given.program, given.value, given)),
      transactions: transactions.map(({ converts, ...given }, i) =>
        makeTransaction(`t${i}`, given.program, given.amountMinor, {
          ...given,
          ...(converts ? {} : { currency: 'EUR', conversion: null }),
        }),
      ),
    }),
  );

const oneOrSeveral = (...codes: readonly string[]) =>
  fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 3 }).map(oneOrMore);

/** Two narrowings at most: more would leave most portfolios empty. */
const filter: fc.Arbitrary<Filter> = fc
  .uniqueArray(
    fc.oneof(
      fc.tuple(fc.constant('pillar'), oneOrSeveral(...PILLARS, 'not-split', 'not-recorded')),
      fc.tuple(fc.constant('country'), oneOrSeveral(...PLACES, 'not-split', 'not-recorded')),
      fc.tuple(fc.constant('donor'), oneOrSeveral(...DONORS, 'not-split', 'not-recorded')),
      fc.tuple(fc.constant('program'), oneOrSeveral(...PROGRAMS)),
      fc.tuple(fc.constantFrom('from', 'to'), fc.constantFrom(...DAYS)),
    ),
    { selector: ([name]) => name, maxLength: 2 },
  )
  .map((narrowings) => Object.fromEntries(narrowings));

const query: fc.Arbitrary<TotalsQuery> = fc.record({
  indicator: fc.constantFrom(...INDICATORS.map(({ code }) => code)),
  kind: fc.constantFrom('actual' as const, 'target' as const),
  by: fc.constantFrom(...DIMENSIONS),
  filter,
});

const money = fc.record({
  type: fc.constant('disbursement' as const),
  by: fc.constantFrom(...DIMENSIONS.slice(0, 7)),
  filter,
});

const runs = { numRuns: 150 };

describe('any portfolio under any filter', () => {
  it('has views that agree (rule 10)', async () => {
    await fc.assert(
      fc.asyncProperty(portfolio, filter, async (facts, given) => {
        expect(await violations(shownOf(facts), given)).toEqual([]);
      }),
      runs,
    );
  });

  it('has rows that sum to the total wherever they say so', () => {
    fc.assert(
      fc.property(portfolio, query, (facts, asked) => {
        const { additive, rows, total } = totals(facts, asked);
        fc.pre(additive && total.value !== null);
        for (const part of ['value', 'exact', 'approximate', 'undated'] as const) {
          expect(sumOf(rows, (row) => row[part] ?? Number.NaN)).toBe(total[part]);
        }
      }),
      runs,
    );
  });

  it('shows in each row what the total is under a filter for that row', () => {
    fc.assert(
      fc.property(portfolio, query, money, (facts, asked, askedMoney) => {
        for (const by of ['pillar', 'country', 'donor'] as const) {
          const { [by]: _, ...others } = asked.filter;
          const narrowed = (key: string) => ({ ...others, [by]: key });
          for (const { key, ...figure } of totals(facts, { ...asked, by, filter: others }).rows) {
            expect(totals(facts, { ...asked, filter: narrowed(key) }).total).toEqual(figure);
          }
          for (const { key, ...figure } of fundingTotals(facts, { ...askedMoney, by, filter: others }).rows) {
            expect(fundingTotals(facts, { ...askedMoney, filter: narrowed(key) }).total).toEqual(figure);
          }
        }
      }),
      runs,
    );
  });

  it('counts every dated and undated result once, as a plain recount does', () => {
    fc.assert(
      fc.property(portfolio, fc.constantFrom('actual' as const, 'target' as const), (facts, kind) => {
        const counted = facts.results.filter((each) => each.indicator === 'sum' && each.kind === kind);
        const plain = (chosen: readonly Result[]) =>
          chosen.reduce((tenths, each) => tenths + Math.round(each.value * 10), 0);
        const { total } = totals(facts, { indicator: 'sum', kind, by: 'donor', filter: {} });
        expect(Math.round(nearest(total.value ?? 0) * 10)).toBe(plain(counted));
        expect(Math.round(nearest(total.undated ?? 0) * 10)).toBe(
          plain(counted.filter((each) => each.periodEnd === null)),
        );
        expect(total.resultCount).toBe(counted.length);
      }),
      runs,
    );
  });

  it('spends every cent once, as a plain recount does', () => {
    fc.assert(
      fc.property(portfolio, fc.constantFrom(...DIMENSIONS.slice(0, 7)), (facts, by) => {
        const view = fundingTotals(facts, { type: 'disbursement', by, filter: {} });
        const plain = (converts: boolean) =>
          facts.transactions
            .filter((each) => (each.conversion !== null) === converts)
            .reduce((cents, each) => cents + each.amountMinor, 0);
        expect(sumOf(view.rows, (row) => row.amountMinor ?? Number.NaN)).toBe(plain(true));
        expect(view.total.amountMinor ?? 0).toBe(plain(true));
        expect(sumOf(view.notConverted, (each) => each.amountMinor)).toBe(plain(false));
      }),
      runs,
    );
  });

  it('gives on at every pillar what it gets, from donors to places, and loses no cent', () => {
    fc.assert(
      fc.property(portfolio, filter, (facts, given) => {
        const type = 'disbursement';
        const rowsBy = (by: FlowStage, of: Filter = given) =>
          fundingTotals(facts, { type, by, filter: of }).rows;
        const rows = { donor: rowsBy('donor'), pillar: rowsBy('pillar'), country: rowsBy('country') };
        const eachOf = (of: 'donor' | 'pillar', by: FlowStage) =>
          new Map(
            byThemselves(flowNodes(rows)[of]).map(({ key }) => [key, rowsBy(by, { ...given, [of]: key })]),
          );
        const { nodes, bands } = moneyFlow(rows, eachOf('donor', 'pillar'), eachOf('pillar', 'country'));
        const sum = (of: readonly FlowBand[]) => sumOf(of, ({ amountMinor }) => amountMinor);
        const held = (by: FlowStage) =>
          nodes[by].map((node) => [
            node.key,
            sumOf(isRest(node) ? node.rows : [node], ({ amountMinor }) => amountMinor ?? Number.NaN),
          ]);
        const through = (by: FlowStage, side: 'from' | 'to', stage: 0 | 1) =>
          nodes[by].map(({ key }) => [
            key,
            sum(bands.filter((band) => band.stage === stage && band[side] === key)),
          ]);
        expect(through('donor', 'from', 0)).toEqual(held('donor'));
        expect(through('pillar', 'to', 0)).toEqual(held('pillar'));
        expect(through('pillar', 'from', 1)).toEqual(held('pillar'));
        expect(through('country', 'to', 1)).toEqual(held('country'));
        const { total } = fundingTotals(facts, { type, by: 'donor', filter: given });
        for (const stage of [0, 1]) {
          expect(sum(bands.filter((band) => band.stage === stage))).toBe(total.amountMinor ?? 0);
        }
      }),
      runs,
    );
  });

  it('has in every year what its pillars have of it, wherever they may be summed', () => {
    fc.assert(
      fc.property(portfolio, query, (facts, asked) => {
        const { pillar: _, ...others } = asked.filter;
        const by = (of: 'year' | 'pillar', more: Filter = {}) =>
          totals(facts, { ...asked, by: of, filter: { ...others, ...more } });
        const years = by('year');
        fc.pre(years.additive && by('pillar').additive);
        const parts = by('pillar').rows.flatMap(({ key }) => by('year', { pillar: key }).rows);
        const under = Map.groupBy(parts, ({ key }) => key);
        const sums = years.rows.map(({ key }) => [key, restOfFigures(under.get(key) ?? [], true).value]);
        expect(sums).toEqual(years.rows.map(({ key, value }) => [key, value]));
        expect(under.size).toBe(years.rows.length);
      }),
      runs,
    );
  });

  it('gives the same answers whatever the order of its rows', () => {
    fc.assert(
      fc.property(portfolio, query, money, (facts, asked, askedMoney) => {
        const reversed: Facts = {
          ...facts,
          programs: [...facts.programs].reverse(),
          results: [...facts.results].reverse(),
          transactions: [...facts.transactions].reverse(),
        };
        expect(totals(reversed, asked)).toEqual(totals(facts, asked));
        expect(fundingTotals(reversed, askedMoney)).toEqual(fundingTotals(facts, askedMoney));
      }),
      runs,
    );
  });

  it('has figures whose exact and approximate parts make up their value', () => {
    fc.assert(
      fc.property(portfolio, query, (facts, asked) => {
        const { rows, total } = totals(facts, asked);
        for (const figure of [...rows, total] satisfies readonly Figure[]) {
          if (figure.value === null) {
            expect([figure.exact, figure.approximate, figure.undated]).toEqual([null, null, null]);
          } else {
            const { value, exact, approximate, undated } = figure;
            expect(sumOf([exact, approximate], (part) => part ?? Number.NaN)).toBe(value);
            expect(compareExact(undated ?? Number.NaN, value)).toBeLessThanOrEqual(0);
          }
        }
      }),
      runs,
    );
  });

  it('keeps the last values when asked again for the last values', () => {
    fc.assert(
      fc.property(portfolio, (facts) => {
        const { indicator, results } = indexOf(facts);
        const once = current(indicator('latest'), results('latest', 'actual'));
        expect(current(indicator('latest'), once)).toEqual(once);
      }),
      runs,
    );
  });
});
