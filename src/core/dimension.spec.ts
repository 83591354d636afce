import { axisOf, type Dimension, inReadingOrder } from './dimension.ts';

const order = (by: Dimension, rows: Readonly<Record<string, number | null>>) =>
  inReadingOrder(
    Object.entries(rows).map(([key, value]) => ({ key, value })),
    by,
    (row) => row.value,
  ).map(({ key }) => key);

describe('reading order', () => {
  it('is by value, then key, with what is not a country last', () => {
    const rows = {
      'not-recorded': 900,
      undated: 800,
      'not-split': 700,
      'region:oas-member-states': 3,
      'region:caribbean': 5,
      BZ: 1,
      HN: 2,
      AG: null,
      CR: 2,
      CL: 0,
    };
    expect(order('country', rows)).toEqual([
      'CR',
      'HN',
      'BZ',
      'CL',
      'AG',
      'region:caribbean',
      'region:oas-member-states',
      'not-split',
      'undated',
      'not-recorded',
    ]);
  });

  it('of time is by key, undated last', () => {
    expect(order('year', { undated: 22, '2017': 101, '2015': null, '2016': 500 })).toEqual([
      '2015',
      '2016',
      '2017',
      'undated',
    ]);
  });

  it('of two missing values is by key', () => {
    expect(order('pillar', { democracy: null, 'human-rights': null, 'a-third': null })).toEqual([
      'a-third',
      'democracy',
      'human-rights',
    ]);
  });
});

it('names the axis of a breakdown', () => {
  expect([axisOf('axis:sex'), axisOf('country')]).toEqual(['sex', null]);
});
