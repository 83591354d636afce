import fc from 'fast-check';
import { totals } from './aggregate.ts';
import { sumOf } from './decimal.ts';
import { type Dimension, inReadingOrder } from './dimension.ts';
import { type Figure, missingFigure } from './figure.ts';
import { makeFacts, makeIndicator, makeProgram, makeResult } from './fixtures/facts.ts';
import {
  areApart,
  byThemselves,
  isRest,
  leadingRows,
  MOST_MARKS,
  REST,
  REST_OF_REGIONS,
  type Rest,
  restOfFigures,
  restOfMoney,
} from './leading-rows.ts';

const figure = (value: number, given: Partial<Figure> = {}): Figure => ({
  value,
  exact: value,
  approximate: 0,
  undated: 0,
  denominator: null,
  missing: null,
  resultCount: 1,
  qualifier: 'exact',
  valueHigh: null,
  ...given,
});

const keyed = (...keys: readonly string[]) => keys.map((key) => ({ key }));
const numbered = (count: number, of = 'program') =>
  keyed(...Array.from({ length: count }, (_, at) => `${of}-${at + 1}`));
const outline = (shown: readonly ({ readonly key: string } | Rest<{ readonly key: string }>)[]) =>
  shown.map((row) => (isRest(row) ? `${row.key}: ${row.rows.length}` : row.key));

describe('leading rows', () => {
  it('are all rows while there are no more than ten', () => {
    expect(leadingRows(numbered(10), 'program')).toEqual(numbered(10));
  });

  it('are the greatest, and the rest is one row', () => {
    const shown = leadingRows(numbered(43), 'program');
    expect(outline(shown)).toEqual([...numbered(9).map(({ key }) => key), 'the rest: 34']);
    expect(shown.at(-1)).toEqual({ key: REST, rows: numbered(43).slice(9) });
  });

  it('leave what is not said out of the rest, and regions to themselves', () => {
    const rows = [
      ...numbered(20, 'country'),
      ...numbered(5, 'region:r'),
      ...keyed('not-split', 'undated', 'not-recorded'),
    ];
    // Ten less three that are not said, less three for regions: three countries and a rest of seventeen.
    expect(outline(leadingRows(rows, 'country'))).toEqual([
      ...['country-1', 'country-2', 'country-3', 'the rest: 17'],
      ...['region:r-1', 'region:r-2', 'the rest of regions: 3'],
      ...['not-split', 'undated', 'not-recorded'],
    ]);
  });

  it('give regions the room that countries leave', () => {
    const rows = [...numbered(2, 'country'), ...numbered(14, 'region:r')];
    expect(outline(leadingRows(rows, 'country'))).toEqual([
      ...['country-1', 'country-2'],
      ...numbered(7, 'region:r').map(({ key }) => key),
      'the rest of regions: 7',
    ]);
  });

  it('are the latest years, without figures too, and the rest was before', () => {
    const rows = keyed('1961', '1987', '1988', '2010', '2017', 'undated');
    // Thirty years that end with 2017 begin with 1988.
    const shown = leadingRows(rows, 'year');
    expect(outline(shown)).toEqual(['the rest: 2', '1988', '2010', '2017', 'undated']);
    expect(leadingRows(rows.slice(2), 'year')).toEqual(rows.slice(2));
    expect(outline(leadingRows(keyed('2016-12', '2017-01', '2017-02'), 'month', 2))).toEqual([
      ...['the rest: 1', '2017-01', '2017-02'],
    ]);
    expect(outline(leadingRows(keyed('2016-Q3', '2016-Q4', '2017-Q1'), 'quarter', 2))).toEqual([
      ...['the rest: 1', '2016-Q4', '2017-Q1'],
    ]);
  });
});

describe('a rest', () => {
  const ranged = { approximate: 3, exact: 0, qualifier: 'range', valueHigh: 5 } as const;

  it('has a figure with its make-up, where rows are apart', () => {
    const about = figure(3, { exact: 0, approximate: 3, qualifier: 'about', undated: 3 });
    expect(restOfFigures([figure(5), about, missingFigure('not-reported')], true)).toEqual(
      figure(8, { exact: 5, approximate: 3, undated: 3, resultCount: 2, qualifier: null }),
    );
    expect(restOfFigures([figure(3, ranged), figure(3, ranged)], true)).toMatchObject({
      value: 6,
      qualifier: 'range',
      valueHigh: 10,
    });
  });

  it('combines pairs as pairs', () => {
    const rows = [figure(1, { denominator: 2 }), figure(3, { denominator: 10 })];
    expect(restOfFigures(rows, true)).toMatchObject({ value: 4, denominator: 12 });
  });

  it('has no figure where rows overlap or may not be summed, and is not zero where nothing is reported', () => {
    expect(restOfFigures([figure(5), figure(5)], false)).toEqual(missingFigure('not-additive', 2));
    expect(restOfFigures([figure(5), missingFigure('not-additive', 2)], true)).toEqual(
      missingFigure('not-additive', 3),
    );
    expect(restOfFigures([missingFigure('not-reported')], true)).toEqual(missingFigure('not-reported'));
  });

  it('of money is its sum, to the cent', () => {
    const money = (amountMinor: number | `${number}` | null) => ({
      amountMinor,
      illustrativeMinor: 0,
      transactionCount: 1,
    });
    expect(restOfMoney([money('9007199254740993'), money(-1), money(null)])).toEqual({
      amountMinor: '9007199254740992',
      illustrativeMinor: 0,
      transactionCount: 3,
    });
    expect(restOfMoney([money(null)]).amountMinor).toBeNull();
  });

  it('of donors has none, of countries it has, and of a ratio by country it has its pair', () => {
    const found = (measure: 'count' | 'ratio', by: Dimension) =>
      totals(
        makeFacts({
          programs: [makeProgram('P')],
          indicators: [makeIndicator('x', { measure })],
          results: [makeResult('r', 'P', 1, { indicator: 'x', denominator: measure === 'ratio' ? 2 : null })],
        }),
        { indicator: 'x', kind: 'actual', by, filter: {} },
      );
    expect(areApart(found('count', 'country'))).toBe(true);
    expect(areApart(found('ratio', 'country'))).toBe(true);
    expect(areApart(found('count', 'donor'))).toBe(false);
    expect(areApart(found('ratio', 'donor'))).toBe(false);
  });
});

describe('for any rows', () => {
  const key = fc.oneof(
    fc.stringMatching(/^[A-Z]{2}$/),
    fc.stringMatching(/^region:[a-z]{1,3}$/),
    fc.constantFrom('not-split', 'not-recorded', 'undated'),
  );
  const row = fc
    .record({ key, exact: fc.integer({ min: -50, max: 1_000_000 }), approximate: fc.nat(1_000) })
    .map(({ key, exact, approximate }) => ({ ...figure(exact + approximate, { exact, approximate }), key }));
  const rows = fc.uniqueArray(row, { selector: (each) => each.key, maxLength: 120 });
  const year = fc.integer({ min: 1900, max: 2099 }).map((each) => ({ ...figure(each), key: String(each) }));
  const years = fc.uniqueArray(year, { selector: (each) => each.key, maxLength: 120 });

  it('nothing is lost, nothing doubled, and order stays', () => {
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom<Dimension>('country', 'donor', 'program', 'axis:sex'),
        (found, by) => {
          const ordered = inReadingOrder(found, by, ({ value }) => value);
          const shown = leadingRows(ordered, by);
          expect(shown.flatMap((each) => (isRest(each) ? each.rows : [each]))).toEqual(ordered);
          expect(shown.length).toBeLessThanOrEqual(MOST_MARKS);
          expect(shown.filter(isRest).every(({ rows }) => rows.length > 1)).toBe(true);
        },
      ),
    );
    fc.assert(
      fc.property(years, (found) => {
        const ordered = inReadingOrder(found, 'year', ({ value }) => value);
        expect(leadingRows(ordered, 'year').flatMap((each) => (isRest(each) ? each.rows : [each]))).toEqual(
          ordered,
        );
      }),
    );
  });

  it('leading rows and rests sum to what all rows sum to', () => {
    fc.assert(
      fc.property(rows, (found) => {
        const shown = leadingRows(
          inReadingOrder(found, 'country', ({ value }) => value),
          'country',
        );
        const rests = shown.filter(isRest).map((rest) => restOfFigures(rest.rows, true));
        for (const part of ['value', 'exact', 'approximate', 'undated', 'resultCount'] as const) {
          const all = [...byThemselves(shown), ...rests];
          expect(sumOf(all, (each) => each[part] ?? 0)).toBe(sumOf(found, (each) => each[part] ?? 0));
        }
      }),
    );
  });

  it('no row of a rest is greater than one of its peers that leads', () => {
    fc.assert(
      fc.property(rows, (found) => {
        const shown = leadingRows(
          inReadingOrder(found, 'country', ({ value }) => value),
          'country',
        );
        for (const rest of shown.filter(isRest)) {
          const peers = byThemselves(shown).filter(
            (each) =>
              each.key.startsWith('region:') === (rest.key === REST_OF_REGIONS) &&
              !/^(not|undated)/.test(each.key),
          );
          const greatest = Math.max(...rest.rows.map(({ value }) => Number(value)));
          expect(peers.every(({ value }) => Number(value) >= greatest)).toBe(true);
        }
      }),
    );
  });
});
