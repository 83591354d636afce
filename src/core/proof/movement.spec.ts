import fc from 'fast-check';
import { totals } from '../aggregate.ts';
import { type Exact, sumOf } from '../decimal.ts';
import type { Facts } from '../facts.ts';
import {
  breakdown,
  fundedBy,
  makeFacts,
  makeIndicator,
  makePlace,
  makeProgram,
  makeResult,
  makeTransaction,
  shares,
} from '../fixtures/facts.ts';
import { TRANSACTION_TYPES } from '../funding.ts';
import { fundingTotals } from '../funding-totals.ts';
import { convert } from '../money.ts';
import { differenceOf, type Movement, movements, ofWhole } from './movement.ts';
import { CAUSES } from './stages.ts';

const nothingKnown = () => false;

const P = makeProgram('P', { places: shares('A; B'), organisations: fundedBy('X') });
const base = makeFacts({
  places: [makePlace('A'), makePlace('B')],
  indicators: [makeIndicator('officials-trained'), makeIndicator('members', { combineTime: 'latest' })],
  programs: [P, makeProgram('Q', { places: shares('B') })],
});
const moved = (
  before: Partial<Facts>,
  after: Partial<Facts>,
  given: Partial<Parameters<typeof movements>[0]> = {},
) =>
  movements(
    { facts: { ...base, ...before }, filter: {}, ...given },
    { facts: { ...base, ...after }, filter: {} },
    nothingKnown,
  );
const said = (of: Movement | undefined) =>
  of && {
    before: of.before,
    after: of.after,
    difference: of.difference,
    ...Object.fromEntries(Object.entries(of.parts).filter(([, part]) => part !== 0)),
  };

describe('how totals have moved between two moments', () => {
  it('tells what is new, corrected and withdrawn', () => {
    // 45 + 37 + 15 = 97; the 45 is corrected to 54, the 15 withdrawn, 22 come new: 54 + 37 + 22 = 113.
    const [found, ...others] = moved(
      { results: [makeResult('r1', 'P', 45), makeResult('r2', 'P', 37), makeResult('r3', 'Q', 15)] },
      { results: [makeResult('r1', 'P', 54), makeResult('r2', 'P', 37), makeResult('r4', 'Q', 22)] },
    );
    expect(others).toEqual([]);
    expect(said(found)).toEqual({
      before: 97,
      after: 113,
      difference: 16,
      withdrawn: -15,
      corrected: 9,
      new: 22,
    });
    expect(found?.rows).toEqual([
      { id: 'r3', cause: 'withdrawn', before: 15, after: 0 },
      { id: 'r1', cause: 'corrected', before: 45, after: 54 },
      { id: 'r4', cause: 'new', before: 0, after: 22 },
    ]);
  });

  it('tells a figure that was put back from a new one', () => {
    const [found] = movements(
      { facts: base, filter: {} },
      { facts: { ...base, results: [makeResult('r1', 'P', 45), makeResult('r2', 'P', 5)] }, filter: {} },
      (id) => id === 'r1',
    );
    expect(said(found)).toEqual({ before: null, after: 50, difference: 50, back: 45, new: 5 });
  });

  it('tells what moved out of the days that are asked for from what is worth less', () => {
    const filter = { from: '2017-06-01', to: '2017-06-30' };
    // 45 of June became 40 of May: 5 less by its value, and 40 by its date.
    const [found] = movements(
      { facts: { ...base, results: [makeResult('r1', 'P', 45)] }, filter },
      { facts: { ...base, results: [makeResult('r1', 'P', 40, { periodEnd: '2017-05-31' })] }, filter },
      nothingKnown,
    );
    expect(said(found)).toEqual({ before: 45, after: null, difference: -45, corrected: -5, 're-dated': -40 });
  });

  it('tells days that are asked for now from figures that are new', () => {
    const results = [makeResult('r1', 'P', 45, { periodEnd: '2017-05-31' }), makeResult('r2', 'P', 7)];
    const fresh = makeResult('r3', 'P', 3);
    const [found] = movements(
      { facts: { ...base, results }, filter: { to: '2017-05-31' } },
      { facts: { ...base, results: [...results, fresh] }, filter: { to: '2017-06-30' } },
      nothingKnown,
    );
    expect(said(found)).toEqual({ before: 45, after: 55, difference: 10, window: 7, new: 3 });
  });

  it('tells what another figure holds, and what is of another place, as re-allocated', () => {
    const whole = makeResult('r1', 'P', 100);
    expect(
      said(
        moved(
          { results: [whole, makeResult('r2', 'P', 60)] },
          { results: [whole, makeResult('r2', 'P', 60, { partOf: 'r1' })] },
        )[0],
      ),
    ).toEqual({ before: 160, after: 100, difference: -60, 're-allocated': -60 });
    const filter = { country: 'A' };
    const [found] = movements(
      { facts: { ...base, results: [makeResult('r1', 'P', 9, { place: 'A' })] }, filter },
      { facts: { ...base, results: [makeResult('r1', 'P', 9, { place: 'B' })] }, filter },
      nothingKnown,
    );
    expect(said(found)).toEqual({ before: 9, after: null, difference: -9, 're-allocated': -9 });
  });

  it('tells a series that says something later with what it no longer says', () => {
    const of = (id: string, value: number, periodEnd: string) =>
      makeResult(id, 'P', value, { indicator: 'members', periodEnd, place: 'A' });
    const [found] = moved(
      { results: [of('r1', 40, '2017-06-30')] },
      { results: [of('r1', 40, '2017-06-30'), of('r2', 44, '2017-12-31')] },
    );
    expect(said(found)).toEqual({ before: 40, after: 44, difference: 4, new: 4 });
    expect(found?.rows).toEqual([
      { id: 'r1', cause: 'new', before: 40, after: 0 },
      { id: 'r2', cause: 'new', before: 0, after: 44 },
    ]);
  });

  it('tells a rule of an indicator that was changed', () => {
    const results = [
      makeResult('r1', 'P', 40, { place: 'A', periodEnd: '2017-06-30' }),
      makeResult('r2', 'P', 44, { place: 'A', periodEnd: '2017-12-31' }),
    ];
    const [found] = moved(
      { results },
      { results, indicators: [makeIndicator('officials-trained', { combineTime: 'latest' })] },
    );
    expect(said(found)).toEqual({ before: 84, after: 44, difference: -40, rule: -40 });
  });

  it('keeps pairs as pairs', () => {
    const indicators = [makeIndicator('officials-trained', { measure: 'ratio' })];
    const found = moved(
      { indicators, results: [makeResult('r1', 'P', 14, { denominator: 17 })] },
      { indicators, results: [makeResult('r1', 'P', 15, { denominator: 20 })] },
    );
    expect(found.map(({ of }) => of)).toEqual([
      { indicator: 'officials-trained', kind: 'actual', pair: 'value' },
      { indicator: 'officials-trained', kind: 'actual', pair: 'denominator' },
    ]);
    expect(found.map(said)).toEqual([
      { before: 14, after: 15, difference: 1, corrected: 1 },
      { before: 17, after: 20, difference: 3, corrected: 3 },
    ]);
  });

  it('says no difference of what may not be summed', () => {
    const indicators = [makeIndicator('officials-trained', { measure: 'rate' })];
    const found = moved(
      { indicators, results: [makeResult('r1', 'P', 85)] },
      { indicators, results: [makeResult('r1', 'P', 85), makeResult('r2', 'Q', 90)] },
    );
    expect(found.map(({ before, after, difference }) => [before, after, difference])).toEqual([
      [85, null, null],
    ]);
  });

  it('tells a rate from an amount, to the cent', () => {
    const paid = (amountMinor: number, rate: string) =>
      makeTransaction('t1', 'P', amountMinor, {
        currency: 'EUR',
        conversion: {
          amountMinor: convert(amountMinor, 'EUR', rate, 'USD'),
          rate,
          rateDate: '2017-06-01',
          source: 'ECB',
        },
      });
    // 100.00 EUR at 1.1 are 110.00; 100.01 at 1.1 are 110.01; at 1.2 they are 120.01.
    const [found] = moved({ transactions: [paid(10_000, '1.1')] }, { transactions: [paid(10_001, '1.2')] });
    expect(said(found)).toEqual({
      before: 11_000,
      after: 12_001,
      difference: 1_001,
      corrected: 1,
      rate: 1_000,
    });
  });

  it('tells shares that were changed, to the cent', () => {
    const transactions = [makeTransaction('t1', 'P', 10_001)];
    const filter = { country: 'A' };
    const at = (written: string) => ({
      facts: { ...base, transactions, programs: [makeProgram('P', { places: shares(written) })] },
      filter,
    });
    // 100.01 by halves: A 50.01 and B 50.00, ties in order of code; by 40 and 60: A 40.00 (40.004), B 60.01.
    const [found] = movements(at('A 50; B 50'), at('A 40; B 60'), nothingKnown);
    expect(said(found)).toEqual({ before: 5_001, after: 4_000, difference: -1_001, 're-allocated': -1_001 });
  });

  it('adds up exactly, whatever was changed', () => {
    fc.assert(
      fc.property(
        anyFacts,
        anyFacts,
        anyFilter,
        anyFilter,
        fc.func(fc.boolean()),
        (was, is, then, now, known) => {
          const found = movements({ facts: was, filter: then }, { facts: is, filter: now }, known);
          for (const { before, after, difference, parts, rows } of found) {
            const sum = (numbers: readonly Exact[]) => sumOf(numbers, (each) => each);
            expect(sum(CAUSES.map((cause) => parts[cause]))).toBe(sum(rows.map(differenceOf)));
            if (difference === null) continue;
            expect(sum([before ?? 0, difference])).toBe(after ?? 0);
            for (const cause of CAUSES) {
              expect(sum(rows.filter((row) => row.cause === cause).map(differenceOf))).toBe(parts[cause]);
            }
          }
          // What is not told has not moved.
          const told = new Set(
            found.map(({ of }) => JSON.stringify('type' in of ? of.type : [of.indicator, of.kind])),
          );
          for (const type of TRANSACTION_TYPES) {
            if (told.has(JSON.stringify(type))) continue;
            const at = (facts: Facts, filter: object) =>
              fundingTotals(facts, { type, by: 'program', filter }).total.amountMinor;
            expect(at(is, now)).toBe(at(was, then));
          }
          for (const { code } of was.indicators) {
            for (const kind of ['actual', 'target'] as const) {
              if (told.has(JSON.stringify([code, kind]))) continue;
              const at = (facts: Facts, filter: object) =>
                totals(facts, { indicator: code, kind, by: 'program', filter }).total.value;
              expect(at(is, now)).toBe(at(was, then));
            }
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is told by the rows that moved as by all of them', () => {
    // 12 come new beside 123 that stay.
    const [some] = moved({ results: [] }, { results: [makeResult('r9', 'P', 12)] });
    if (some === undefined) throw new Error('Nothing has moved.');
    expect([some.before, some.after, some.counted]).toEqual([null, 12, { before: 0, after: 1 }]);
    const whole = ofWhole(some, { value: 135, hasOthers: true });
    expect([whole?.before, whole?.after, whole?.difference]).toEqual([123, 135, 12]);
    // Alone they are the first that were ever reported.
    expect(ofWhole(some, { value: 12, hasOthers: false })?.before).toBeNull();
    // A 0 that comes new moves nothing where something counts already.
    const [zero] = moved({ results: [] }, { results: [makeResult('r9', 'P', 0)] });
    expect(zero && ofWhole(zero, { value: 123, hasOthers: true })).toBeNull();
  });
});

const day = fc.constantFrom('2016-12-31', '2017-05-31', '2017-06-30', '2017-12-31');
const place = fc.constantFrom(null, 'A', 'B');
const program = fc.constantFrom('P', 'Q', 'P-1');
const anyResult = fc
  .record({
    id: fc.constantFrom('r1', 'r2', 'r3', 'r4', 'r5', 'r6'),
    program,
    value: fc.oneof(fc.nat(50), fc.constantFrom(0.1, 0.2, 12.5)),
    indicator: fc.constantFrom('sums', 'lasts', 'pairs', 'rates'),
    kind: fc.constantFrom('actual' as const, 'target' as const),
    place,
    periodEnd: fc.option(day, { nil: null }),
    partOf: fc.constantFrom(null, null, null, 'r9'),
    part: fc.constantFrom('', '', 'sex=female', 'sex=male'),
    approvedAt: fc.constantFrom('2017-07-01T00:00:00.000Z', '2017-07-02T00:00:00.000Z'),
  })
  .map(({ id, program: of, value, part, ...rest }) =>
    makeResult(id, of, value, {
      ...rest,
      denominator: rest.indicator === 'pairs' ? 60 : null,
      breakdown: part === '' ? [] : breakdown(part, value),
    }),
  );
const anyMoney = fc
  .record({
    id: fc.constantFrom('t1', 't2', 't3', 't4'),
    program,
    amountMinor: fc.integer({ min: -500, max: 50_000 }),
    type: fc.constantFrom(...TRANSACTION_TYPES),
    valueDate: day,
    place,
    currency: fc.constantFrom('EUR', 'USD', 'CLP'),
    rate: fc.constantFrom(null, '1.1', '1.234567', '0.0015'),
    provider: fc.constantFrom(null, 'x', 'y'),
  })
  .map(({ id, program: of, amountMinor, rate, ...rest }) =>
    makeTransaction(id, of, amountMinor, {
      ...rest,
      conversion:
        rest.currency === 'USD'
          ? { amountMinor, rate: '1', rateDate: rest.valueDate, source: 'identity' }
          : rate === null
            ? null
            : {
                amountMinor: convert(amountMinor, rest.currency, rate, 'USD'),
                rate,
                rateDate: rest.valueDate,
                source: 'test',
              },
    }),
  );
const byId = <Row extends { readonly id: string }>(rows: readonly Row[]) => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
];
const anyFacts: fc.Arbitrary<Facts> = fc
  .record({
    results: fc.array(anyResult, { maxLength: 8 }).map(byId),
    transactions: fc.array(anyMoney, { maxLength: 6 }).map(byId),
    places: fc.constantFrom('A 50; B 50', 'A 33.33; B 66.67', 'A; B', 'A'),
    pillars: fc.constantFrom('democracy', 'democracy 30; human-rights 70'),
    parent: fc.constantFrom(null, 'P', 'Q'),
    sums: fc.constantFrom('sum' as const, 'latest' as const, 'none' as const),
  })
  .map(({ places, pillars, parent, sums, ...rows }) => ({
    ...base,
    ...rows,
    programs: [
      makeProgram('P', { places: shares(places), pillars: shares(pillars), organisations: fundedBy('X') }),
      makeProgram('Q', { places: shares('B') }),
      makeProgram('P-1', { parent, pillars: [], places: [] }),
    ],
    indicators: [
      makeIndicator('sums', { combineTime: sums }),
      makeIndicator('lasts', { combineTime: 'latest' }),
      makeIndicator('pairs', { measure: 'ratio' }),
      makeIndicator('rates', { measure: 'rate' }),
    ],
  }));
const anyFilter = fc.constantFrom(
  {},
  { country: 'A' },
  { pillar: 'democracy' },
  { donor: 'x' },
  { program: 'P' },
  { from: '2017-01-01', to: '2017-06-30' },
  { to: '2017-06-30' },
);
