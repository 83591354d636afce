import { compareCodes, slug, textIn } from './text.ts';

describe('text', () => {
  it('reads the English where a language is missing', () => {
    const text = { en: 'Barbados workshop', es: 'Taller de Barbados' };
    expect([textIn(text, 'es'), textIn(text, 'fr')]).toEqual(['Taller de Barbados', 'Barbados workshop']);
  });

  it.each([
    ['officials trained', 'officials-trained'],
    ['Spain (AECID)', 'spain-aecid'],
    ['University of São Paulo', 'university-of-sao-paulo'],
    ['Americas (five more countries not named)', 'americas-five-more-countries-not-named'],
  ])('makes the code of "%s"', (name, code) => {
    expect(slug(name)).toBe(code);
  });

  it('orders codes by code unit, capitals first, in every language alike', () => {
    expect(['region:caribbean', 'é', 'CR', 'CL', 'canada'].sort(compareCodes)).toEqual([
      'CL',
      'CR',
      'canada',
      'region:caribbean',
      'é',
    ]);
  });
});
