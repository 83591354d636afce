import { factsFigures } from '../../analytics/facts-figures.ts';
import { referencePortfolio } from '../fixtures/reference-portfolio.ts';
import { donorScope, PUBLIC } from '../fixtures/scopes.ts';
import { figuresInSight } from './figures-in-sight.ts';
import { scopedFacts } from './scoped-facts.ts';

const figuresOf = (scope: typeof PUBLIC) =>
  figuresInSight(scope, factsFigures(scope, scopedFacts(scope, referencePortfolio, referencePortfolio)));
const OFFICIALS = { indicator: 'officials-trained', kind: 'actual' } as const;
const PROGRAM_GAPS = { filter: {}, cutOff: '2017-06-30', begunBy: null };
const GAPS = { ...PROGRAM_GAPS, staleBefore: '2016-06-30' };

describe('the door to figures', () => {
  it('is shut to the public for donors, programmes and gaps, whatever is asked of them', async () => {
    const figures = figuresOf(PUBLIC);
    const filter = { donor: 'canada' };
    const [target] = referencePortfolio.results;
    if (target === undefined) throw new Error('The portfolio has no results.');
    for (const ask of [
      () => figures.totals({ ...OFFICIALS, by: 'donor', filter: {} }),
      () => figures.totals({ ...OFFICIALS, by: 'country', filter }),
      () => figures.totals({ ...OFFICIALS, by: 'country', filter: { program: 'TOUR' } }),
      () => figures.funding({ type: 'disbursement', by: 'donor', filter: {} }),
      () => figures.balances({ filter: {}, most: null }),
      () => figures.results({ filter }),
      () => figures.entries({ type: 'disbursement', filter }),
      () => figures.amountsAsPaid({ type: 'disbursement', filter }),
      () => figures.targets({ filter, cutOff: '2017-06-30' }),
      () => figures.reportedFor(target, { filter, cutOff: '2017-06-30' }),
      () => figures.programCounts({ filter, begunBy: null }),
      () => figures.programCountsBy({ filter: {}, begunBy: null }, 'donor'),
      () => figures.programGaps(PROGRAM_GAPS),
      () => figures.gaps(GAPS),
    ]) {
      await expect(ask()).rejects.toMatchObject({ code: 'ACCESS.TOTALS_ONLY' });
    }
  });

  it('is open to it for totals', async () => {
    const { total } = await figuresOf(PUBLIC).totals({ ...OFFICIALS, by: 'country', filter: {} });
    expect(total.value).toBe(123);
  });

  it('is open to donors for all that is theirs', async () => {
    const figures = figuresOf(donorScope('canada'));
    const { rows } = await figures.totals({ ...OFFICIALS, by: 'donor', filter: {} });
    expect(rows.map(({ key, value }) => [key, value])).toEqual([['canada', 45]]);
    expect((await figures.programGaps(PROGRAM_GAPS)).programCount).toBe(5);
  });
});
