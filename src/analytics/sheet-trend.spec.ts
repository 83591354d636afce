import { donorScope, officerScope, PUBLIC } from '../core/fixtures/scopes.ts';
import { makeReferenceView } from './fixtures/reference-view.ts';
import { factSheetOf, sheetTrendOf, trendBlocks } from './sheet-trend.ts';
import { narrowed } from './view.ts';

const view = makeReferenceView({ today: '2018-03-31' });

describe('what a page says beside its sheet', () => {
  it('is its foremost indicator year by year', async () => {
    const { trend } = await sheetTrendOf(narrowed(view, { country: 'CR' }), 'short');
    // Seven trainers and thirty participants, both until June 2017.
    expect(trend?.rows.map(({ key, cells }) => [key, cells[1]?.raw])).toEqual([['2017', 37]]);
    // One year stands beside nothing.
    expect(trend).toMatchObject({ chart: null, isSentence: true });
  });

  it('has no trend where no figure has a date', async () => {
    expect((await sheetTrendOf(narrowed(view, { country: 'BB' }), 'short')).trend).toBeNull();
  });

  it('is its targets, for whoever sees more than totals', async () => {
    // Two experts for the training of trainers in Chile.
    const { targets } = await sheetTrendOf(narrowed(view, { country: 'CL' }), 'short');
    expect(targets?.rows.map(({ cells }) => cells[0]?.raw)).toEqual(['experts-deployed']);
    const stranger = await sheetTrendOf(
      narrowed(makeReferenceView({ scope: PUBLIC }), { country: 'CL' }),
      'short',
    );
    expect(stranger.targets).toBeNull();
    expect(trendBlocks(stranger).map(({ id }) => id)).toEqual(['results-by-year']);
  });
});

describe('the fact sheet that a page offers', () => {
  const offered = async (of: typeof view, country: string) =>
    factSheetOf(of, country, await sheetTrendOf(narrowed(of, { country }), 'short'));

  it('is of the last year in which something ended there', async () => {
    expect(await offered(view, 'CR')).toEqual({
      year: '2017',
      href: '/api/v1/reports/country-fact-sheet.pdf?period=2017&country=CR&lang=en',
    });
  });

  it('is of this year where nothing has a date', async () => {
    expect((await offered(view, 'BB'))?.year).toBe('2018');
  });

  it('is offered to those alone who may have it', async () => {
    for (const scope of [donorScope('canada'), officerScope('TOUR'), PUBLIC]) {
      expect(await offered(makeReferenceView({ scope }), 'CR')).toBeNull();
    }
  });
});
