import {
  areSameShares,
  MOST_SHARES,
  pillarCell,
  pillarShares,
  placeShares,
  typedShares,
  withRoom,
} from './share-set.ts';

describe('a set of shares', () => {
  it('is what stands in the rows of its form', () => {
    const body = {
      'code-0': 'CR',
      'share-0': ' 60 ',
      'code-1': '',
      'share-1': '',
      'code-3': 'HN',
      of: 'places',
    };
    expect(typedShares(body)).toEqual([
      { code: 'CR', share: '60' },
      { code: 'HN', share: '' },
    ]);
    expect(withRoom(typedShares(body))).toHaveLength(5);
    const full = Array.from({ length: MOST_SHARES - 1 }, (_, at) => ({ code: `C${at}`, share: '1' }));
    expect(withRoom(full)).toHaveLength(MOST_SHARES);
  });

  it('of pillars is one cell', () => {
    for (const cell of ['democracy', 'democracy:60;human-rights:40', ''])
      expect(pillarCell(pillarShares(cell))).toBe(cell);
    expect(pillarShares('democracy:60; human-rights')).toEqual([
      { code: 'democracy', share: '60' },
      { code: 'human-rights', share: '' },
    ]);
  });

  it('of places is what counts, under what its author has entered since', () => {
    const stored = [
      { code: 'CR', share: '60' },
      { code: 'HN', share: null },
    ];
    // The one entered last stands; an empty share changes none.
    const pending = [
      { country_or_region: 'CR', share: '' },
      { country_or_region: 'HN', share: '40' },
      { country_or_region: 'PA', share: '' },
    ];
    expect(placeShares(stored, pending)).toEqual([
      { code: 'CR', share: '60' },
      { code: 'HN', share: '40' },
      { code: 'PA', share: '' },
    ]);
  });

  it('is the same in another order', () => {
    const [one, other] = [
      { code: 'CR', share: '60' },
      { code: 'HN', share: '40' },
    ];
    expect(areSameShares([one, other], [other, one])).toBe(true);
    expect(areSameShares([one, other], [one])).toBe(false);
  });
});
