import { isSaid, passageOf } from './words-found.ts';

/** A passage as one reads it, with what was found in brackets of its own. */
const read = (text: Parameters<typeof passageOf>[0], search: string, language: 'en' | 'es' | 'fr' = 'en') => {
  const { language: is, pieces } = passageOf(text, search, language);
  return `${is}: ${pieces.map(({ text: said, isFound }) => (isFound ? `<${said}>` : said)).join('')}`;
};

describe('a search of texts', () => {
  const text = { en: 'The police trained judges.', es: 'La policía formó a jueces.' };

  it('minds neither accents nor capitals, and finds every word in whichever language', () => {
    expect(isSaid(text, 'POLICIA')).toBe(true);
    expect(isSaid(text, 'judges pólice')).toBe(true);
    expect(isSaid(text, 'jueces judges')).toBe(true);
    expect(isSaid(text, 'judges prosecutors')).toBe(false);
  });

  it('finds nothing without a word, for all texts are no answer', () => {
    expect(isSaid(text, ' ')).toBe(false);
  });

  it('does not find the name of a figure, which its reader is shown as a number', () => {
    const referring = { en: 'Some [officials-trained] and [judges target], \\[sic] and [not a name].' };
    expect(isSaid(referring, 'officials')).toBe(false);
    expect(isSaid(referring, 'judges')).toBe(false);
    expect(isSaid(referring, 'sic')).toBe(true);
    expect(isSaid(referring, 'a name')).toBe(true);
  });
});

describe('a passage', () => {
  it('is of the language in which most of the words stand, in doubt of the reader’s', () => {
    const text = { en: 'The police trained judges.', es: 'La policía formó a jueces.' };
    expect(read(text, 'policia', 'fr')).toBe('es: La <policía> formó a jueces.');
    expect(read(text, 'polic', 'es')).toBe('es: La <polic>ía formó a jueces.');
    expect(read(text, 'jueces police trained', 'es')).toBe('en: The <police> <trained> judges.');
  });

  it('is on one line, without the signs of lists and the names of figures', () => {
    const text = { en: 'So far:\n\n- [officials-trained] officials\n- a \\[new] school' };
    expect(read(text, 'school')).toBe('en: So far: […] officials a [new] <school>');
  });

  it('of a long text is the part where most of the words stand, cut between words', () => {
    const filler = 'lorem ipsum '.repeat(40);
    const text = { en: `ports ${filler}of ports and judges ${filler}` };
    const passage = read(text, 'judges ports');
    expect(passage).toMatch(/^en: … (lorem )?ipsum .* of <ports> and <judges> lorem .* …$/);
    expect(passage.length).toBeLessThan(250);
  });

  it('marks the letters as they were written, accents and all', () => {
    const combined = 'formacio\u0301n';
    expect(read({ es: `La ${combined} de policías` }, 'formacion', 'es')).toBe(
      `es: La <${combined}> de policías`,
    );
    expect(read({ fr: 'Œuvre à l’École' }, 'ecole', 'fr')).toBe('fr: Œuvre à l’<École>');
  });
});
