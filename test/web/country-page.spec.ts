import { referencePortfolio } from '../../src/core/fixtures/reference-portfolio.ts';
import { pagesOf } from './pages-in-memory.ts';

const ask = pagesOf(referencePortfolio);
const blocksOf = async (path: string) => {
  const { blocks } = JSON.parse(await ask(path)) as {
    readonly blocks: readonly { readonly id: string; readonly rows: readonly { readonly key: string }[] }[];
  };
  return blocks;
};

describe('the page of a country', () => {
  it('shows where it is beside what became of its foremost indicator', async () => {
    const html = await ask('/countries/CR');
    // A trend of one year is a sentence, and stands beside the map.
    expect(
      [...html.matchAll(/<div id="(country-map|results-by-year)" class="([^"]*)"/g)].map(([, id, of]) => [
        id,
        of,
      ]),
    ).toEqual([
      ['country-map', 'figure'],
      ['results-by-year', 'figure figure-sentence'],
    ]);
    expect(await ask('/countries/region:oas-member-states')).not.toContain('country-map');
  });

  it('gives what its map shows by itself alone: its other figures hold it', async () => {
    const [alone, ...none] = await blocksOf('/countries/CR.json?block=country-map');
    expect([alone?.id, alone?.rows.map(({ key }) => key), none]).toEqual(['country-map', ['CR'], []]);
    expect((await blocksOf('/countries/CR.json')).map(({ id }) => id)).not.toContain('country-map');
  });
});
