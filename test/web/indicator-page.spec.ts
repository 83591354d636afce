import { makeIndicator, makeResult } from '../../src/core/fixtures/facts.ts';
import { referencePortfolio } from '../../src/core/fixtures/reference-portfolio.ts';
import { donorScope, PUBLIC } from '../../src/core/fixtures/scopes.ts';
import { pagesOf } from './pages-in-memory.ts';

const ask = pagesOf(referencePortfolio);
/** What readers read, without its marks. */
const wordsOf = (html: string) =>
  html
    .replace(/<(script|svg).*?<\/\1>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
const tilesOf = (html: string) => [...html.matchAll(/<li id="tile-([^"]+)"/g)].map(([, id]) => id);

describe('the page of an indicator', () => {
  it('says what it counts and by which rule, and its figure with how it is qualified', async () => {
    const html = await ask('/indicators/officials-trained');
    const words = wordsOf(html);
    expect(html).toContain('<h1>Officials-trained</h1>');
    expect(html).toContain('<p class="kicker">Indicator</p>');
    expect(words).toContain('Periods are added up. Places are added up. It counts persons, not attendances.');
    expect(words).toContain('Unit of measurement: People');
    expect(words).toContain('Measure: Count');
    // 45, 37, 22, 15 and 4, of six figures: Costa Rica has two, 7 and 30.
    expect(words).toContain('123 people of which 45 approximate and 22 undated');
    expect(words).toContain('6 figures behind it');
    // Its own alone: no other indicator, no money.
    expect(tilesOf(html)).toEqual(['officials-trained', 'figures', 'programs']);
  });

  it('shows it from every side, its targets and the figures behind it', async () => {
    const html = await ask('/indicators/officials-trained');
    for (const id of ['results-map', 'results-by-country', 'results-by-donor', 'results-by-pillar'])
      expect([id, html.includes(`id="${id}"`)]).toEqual([id, true]);
    expect(html).not.toMatch(/id="(disbursement|funding|indicators)/);
    expect(wordsOf(html)).toContain('The figures behind it');
    expect(html).toContain('/results?indicator=officials-trained&amp;to=2017-06-30&amp;kind=actual');
    const { blocks } = JSON.parse(await ask('/indicators/officials-trained.json')) as {
      readonly blocks: readonly { readonly id: string; readonly rows: readonly unknown[] }[];
    };
    expect(blocks.find(({ id }) => id === 'figures')?.rows).toHaveLength(6);
  });

  it('says of one figure from each side in a sentence, and what all are of once', async () => {
    // Of what Canada pays for, Antigua and Barbuda alone has trained any: the map has nothing to add.
    const html = await pagesOf(referencePortfolio, donorScope('canada'))('/indicators/officials-trained');
    const sentences = [...html.matchAll(/<div id="([^"]+)" class="figure figure-sentence[^"]*">.*?<\/div>/g)];
    expect(sentences.map(([sentence, id]) => [id, sentence.includes('figure-subtitle')])).toEqual([
      ['results-by-year', true],
      ['results-by-country', false],
      ['results-by-pillar', false],
      ['results-by-program', false],
    ]);
  });

  it('is of the time that was chosen, beside another', async () => {
    const before = makeResult('before', 'TOUR-AG', 60, {
      indicator: 'officials-trained',
      place: 'AG',
      periodEnd: '2016-06-30',
    });
    const grown = pagesOf({ ...referencePortfolio, results: [...referencePortfolio.results, before] });
    const words = wordsOf(await grown('/indicators/officials-trained?period=2017&compare=previous'));
    expect(words).toContain('Indicator · 2017');
    // 123 without the 22 that have no date; 60 in the year before, of which the part up to 30 June counts.
    expect(words).toMatch(/101 people about \+41 \(\+68%\) vs/);
  });

  it('says of what nobody reported that nobody did, with its targets', async () => {
    const html = await ask('/indicators/countries-covered');
    expect(wordsOf(html)).toContain('not reported countries');
    expect(html).toContain('id="targets"');
    expect(html).not.toContain('The figures behind it');
  });

  it('calls what may not be summed not additive (rule 3)', async () => {
    const places = makeIndicator('places', { combineTime: 'none', combinePlace: 'none', people: null });
    const two = ['2016-12-31', '2017-03-31'].map((periodEnd, at) =>
      makeResult(`r${at}`, 'TOUR-AG', 5 + at, { indicator: 'places', place: 'AG', periodEnd }),
    );
    const words = wordsOf(
      await pagesOf({
        ...referencePortfolio,
        indicators: [...referencePortfolio.indicators, places],
        results: [...referencePortfolio.results, ...two],
      })('/indicators/places'),
    );
    expect(words).toContain('Periods are not added up. Places are not added up.');
    expect(words).toContain('not additive');
  });

  it('shows strangers totals alone, and nobody an indicator that is not there', async () => {
    const html = await pagesOf(referencePortfolio, PUBLIC)('/indicators/officials-trained');
    expect(wordsOf(html)).toContain('123 people');
    expect(html).not.toMatch(/results-by-donor|results-by-program|id="targets"|The figures behind it/);
    await expect(ask('/indicators/no-such')).rejects.toMatchObject({ code: 'INDICATOR.UNKNOWN' });
  });

  it.each(['/', '/countries/CR', '/programs/TOUR', '/donors/canada', '/indicators', '/search?q=officials'])(
    'is where the name of an indicator leads on %s',
    async (url) => {
      expect(await ask(url)).toMatch(/<a href="\/indicators\/officials-trained"[^>]*>/);
    },
  );
});
