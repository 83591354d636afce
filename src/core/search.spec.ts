import { folded, isFound } from './search.ts';

const network = { code: 'NET-POL', names: { en: 'Police network', es: 'Red de policía' } };

describe('a search', () => {
  it('minds neither accents nor capitals', () => {
    expect(folded('São Tomé, ÉCOLE')).toBe('sao tome, ecole');
    expect(isFound(network, 'POLICIA')).toBe(true);
    expect(isFound(network, 'pólice')).toBe(true);
  });

  it('finds every word, in the code or in a name of any language', () => {
    expect(isFound(network, 'net-pol')).toBe(true);
    expect(isFound(network, 'network red')).toBe(true);
    expect(isFound(network, 'network ports')).toBe(false);
    // A word does not run from the end of one name into the next.
    expect(isFound(network, 'networkred')).toBe(false);
  });

  it('without a word finds everything', () => {
    expect(isFound(network, '')).toBe(true);
    expect(isFound(network, '  ')).toBe(true);
  });
});
