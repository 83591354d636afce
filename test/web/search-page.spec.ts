import { makeNarrative } from '../../src/core/fixtures/facts.ts';
import { referencePortfolio } from '../../src/core/fixtures/reference-portfolio.ts';
import { pagesOf } from './pages-in-memory.ts';

const facts = {
  ...referencePortfolio,
  programs: referencePortfolio.programs.map((program) =>
    program.code === 'TOUR' ? { ...program, title: { es: 'Seguridad turística' } } : program,
  ),
  narratives: [
    makeNarrative('bridge', 'CARGO-CL', { text: { es: 'Un puente nuevo' } }),
    makeNarrative('boat', 'CARGO-CL', { text: { en: 'A new ferry' } }),
  ],
};
const ask = pagesOf(facts);

describe('what a search finds in another language than the page', () => {
  it('bears that language, and says which it is', async () => {
    expect(await ask('/search?q=TOUR')).toContain('<span lang="es">Seguridad turística</span> (in Spanish)');
    const html = await ask('/search?q=puente');
    expect(html).toContain('<p lang="es">Un <mark>puente</mark> nuevo</p>');
    expect(html).toContain('<span lang="es">Español</span></span>');
    expect(await ask('/search?q=ferry')).toContain('<mark>ferry</mark>');
    expect(await ask('/search?q=ferry')).not.toContain('Español</span></span>');
  });
});
