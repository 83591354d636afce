import { resultsBlock } from './blocks/results.ts';
import { makeReferenceView } from './fixtures/reference-view.ts';
import { doneFilter } from './view.ts';

describe('the cut-off (rule 1)', () => {
  it.each([
    ['today', {}, '2017-06-30'],
    ['the end of the window', { to: '2016-12-31' }, '2016-12-31'],
    ['today, where the window ends tomorrow or later', { to: '2017-07-01' }, '2017-06-30'],
    ['today, where the window ends in another century', { to: '2999-12-31' }, '2017-06-30'],
  ])('is %s', (_, filter, cutOff) => {
    const view = makeReferenceView({ filter });
    expect(view.cutOff).toBe(cutOff);
    expect(doneFilter(view).to).toBe(cutOff);
  });

  it('is not later than today for a period that is not over', () => {
    const period = { key: '2017', kind: 'year', from: '2017-01-01', to: '2017-12-31' } as const;
    expect(makeReferenceView({ period }).cutOff).toBe('2017-06-30');
  });

  it('ends no window before it begins', () => {
    const { subtitle, rows } = resultsBlock(
      makeReferenceView({ filter: { from: '2099-01-01' } }),
      'officials-trained',
      'country',
    );
    expect(subtitle).toContain('periods that ended since 1 January 2099');
    expect(rows).toEqual([]);
  });
});
