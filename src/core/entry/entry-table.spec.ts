import { parsePeriod } from '../period.ts';
import { saysSpan, spanCells, tableColumns, tableHolding } from './entry-table.ts';

describe('a table of results', () => {
  it('has the months or the quarters of a year across', () => {
    const months = tableColumns('months', '2017', []);
    expect(months.map(({ key }) => key)).toEqual([
      ...['2017-01', '2017-02', '2017-03', '2017-04', '2017-05', '2017-06'],
      ...['2017-07', '2017-08', '2017-09', '2017-10', '2017-11', '2017-12'],
    ]);
    expect(months[1]).toMatchObject({ period: { from: '2017-02-01', to: '2017-02-28' }, place: null });
    // A month names its year.
    expect(tableColumns('quarters', '2017-05', []).map(({ key }) => key)).toEqual([
      '2017-Q1',
      '2017-Q2',
      '2017-Q3',
      '2017-Q4',
    ]);
  });

  it('or countries, of one period', () => {
    expect(tableColumns('countries', '2017-Q2', ['CR', 'PA'])).toMatchObject([
      { key: 'CR', place: 'CR', period: { key: '2017-Q2' } },
      { key: 'PA', place: 'PA', period: { key: '2017-Q2' } },
    ]);
    expect(() => tableColumns('months', 'May', [])).toThrow('"May" is not a period');
  });

  it('writes periods as rows have them', () => {
    expect(spanCells(parsePeriod('2017-06'))).toEqual({ period_start: '2017-06', period_end: '2017-06' });
    expect(spanCells(parsePeriod('2017-Q2'))).toEqual({ period_start: '2017-04', period_end: '2017-06' });
    expect(spanCells(parsePeriod('2017'))).toEqual({ period_start: '2017', period_end: '2017' });
  });

  it('knows a period again, however a row writes it', () => {
    const quarter = parsePeriod('2017-Q2');
    for (const [start, end] of [
      ['2017-04', '2017-06'],
      ['2017-04-01', '2017-06-30'],
      ['2017-Q2', '2017-Q2'],
    ])
      expect([start, saysSpan({ period_start: `${start}`, period_end: ` ${end}` }, quarter)]).toEqual([
        start,
        true,
      ]);
    for (const cells of [{}, { period_end: '2017-06' }, { period_start: '2017-04', period_end: 'June' }])
      expect(saysSpan(cells, quarter)).toBe(false);
    expect(saysSpan({ period_start: '2017-04', period_end: '2017-06-29' }, quarter)).toBe(false);
  });

  it('is found that holds the most of some figures', () => {
    const due = (key: string, place: string | null, indicator = 'trained') => {
      const { from, to } = parsePeriod(key);
      return { indicator, place, from, to };
    };
    // Three of 2017 in Costa Rica, as many in June, in two countries; one of another year.
    const months = [
      due('2017-06', 'PA'),
      due('2017-06', 'CR'),
      due('2017-06', 'CR', 'meetings'),
      due('2017-05', 'CR'),
      due('2016-12', 'CR'),
    ];
    expect(tableHolding(months)).toEqual({
      across: 'months',
      period: '2017',
      place: 'CR',
      indicators: ['trained', 'meetings'],
    });
    expect(tableHolding([due('2017-Q2', null), due('2017-Q1', null)])).toEqual({
      across: 'quarters',
      period: '2017',
      place: null,
      indicators: ['trained'],
    });
    // Three countries in one month are one table; a region is no country.
    expect(
      tableHolding([due('2017-06', 'CR'), due('2017-06', 'PA'), due('2017-06', 'HN'), due('2017-05', 'HN')]),
    ).toMatchObject({ across: 'countries', period: '2017-06', place: null });
    expect(tableHolding([due('2017', 'region:andes'), due('2017', null)])).toBeNull();
    // Ten days are no column of any.
    const days = { indicator: 'trained', place: 'CR', from: '2017-05-01', to: '2017-05-10' };
    expect(tableHolding([days])).toBeNull();
  });
});
