import { referencePortfolio } from '../../src/core/fixtures/reference-portfolio.ts';
import { donorScope } from '../../src/core/fixtures/scopes.ts';
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

  it('says once that nothing is recorded, and has no sections of nothing', async () => {
    const sectionsOf = async (path: string, of = ask) =>
      [...(await of(path)).matchAll(/<h2 id="section-([^"]+)"/g)].map(([, id]) => id);
    // Italy funds nothing in Mexico.
    const italy = pagesOf(referencePortfolio, donorScope('italy'));
    expect(await sectionsOf('/countries/MX', italy)).toEqual(['gaps']);
    expect(await italy('/countries/MX')).toContain('Nothing is recorded here');
    expect(await sectionsOf('/countries/CR')).toEqual(
      expect.arrayContaining(['indicators-section', 'programs', 'funding', 'gaps']),
    );
  });
});
