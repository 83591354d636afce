import { donorScope, officerScope, PUBLIC } from '../core/fixtures/scopes.ts';
import { countryTrendOf, factSheetOf, trendBlocks } from './country-trend.ts';
import { makeReferenceView } from './fixtures/reference-view.ts';

const view = makeReferenceView({ today: '2018-03-31' });

describe('what a country’s page says beside its sheet', () => {
  it('is its foremost indicator year by year', async () => {
    const { trend } = await countryTrendOf(view, 'CR', 'short');
    // Seven trainers and thirty participants, both until June 2017.
    expect(trend?.rows.map(({ key, cells }) => [key, cells[1]?.raw])).toEqual([['2017', 37]]);
    // One year stands beside nothing.
    expect(trend).toMatchObject({ chart: null, isSentence: true });
  });

  it('has no trend where no figure has a date', async () => {
    expect((await countryTrendOf(view, 'BB', 'short')).trend).toBeNull();
  });

  it('is its targets, for whoever sees more than totals', async () => {
    // Two experts for the training of trainers in Chile.
    const { targets } = await countryTrendOf(view, 'CL', 'short');
    expect(targets?.rows.map(({ cells }) => cells[0]?.raw)).toEqual(['experts-deployed']);
    const stranger = await countryTrendOf(makeReferenceView({ scope: PUBLIC }), 'CL', 'short');
    expect(stranger.targets).toBeNull();
    expect(trendBlocks(stranger).map(({ id }) => id)).toEqual(['results-by-year']);
  });
});

describe('the fact sheet that a page offers', () => {
  const offered = async (of: typeof view, country: string) =>
    factSheetOf(of, country, await countryTrendOf(of, country, 'short'));

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
