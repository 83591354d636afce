import { firstSentence, sentencesIn, shortText } from './short-text.ts';

describe('the first sentence of a text', () => {
  it.each([
    ['en', 'It began in 2016. It is for all.', ['It began in 2016.', 'It is for all.']],
    ['es', '¿Qué es? Un programa.', ['¿Qué es?', 'Un programa.']],
    ['fr', 'Commencé en 2016 ; il dure.', ['Commencé en 2016 ; il dure.', '']],
    ['pt', 'Sem ponto final', ['Sem ponto final', '']],
    ['en', 'One.\nTwo.', ['One.\nTwo.', '']],
    // A full stop of a short word ends no sentence for sure.
    [
      'en',
      'Resolution No. 5 of the U.S. Senate holds. It is old.',
      ['Resolution No. 5 of the U.S. Senate holds.', 'It is old.'],
    ],
    ['es', 'A cargo del Sr. Pérez desde 2016. Sigue.', ['A cargo del Sr. Pérez desde 2016.', 'Sigue.']],
    ['en', '', ['', '']],
  ])('in %s of %j', (language, text, expected) => {
    expect(firstSentence(text, language)).toEqual(expected);
  });
});

describe('a text that is too long', () => {
  it.each([
    ['Tourism Security Program', 24, 'Tourism Security Program'],
    ['Tourism Security Program', 16, 'Tourism Security…'],
    // Never "Tourism Securi…", nor a sign after which more is expected.
    ['Tourism Security Program', 14, 'Tourism…'],
    ['Protection of Victims, Witnesses', 22, 'Protection of Victims…'],
    // A word with no end is cut where it stands, and so are signs without spaces, which take two letters each.
    ['Unbreakable_name_without_an_end', 11, 'Unbreakable…'],
    ['加强美洲各国机构', 8, '加强美洲…'],
  ])('%j in %i letters is %j', (text, letters, expected) => {
    expect(shortText(text, letters)).toBe(expected);
  });

  it.each([
    ['It began in 2016. It is for all.', 40, 'It began in 2016. It is for all.'],
    ['It began in 2016. It is for all.', 31, 'It began in 2016.'],
    ['See No. 5 of 2016. It is for all.', 20, 'See No. 5 of 2016.'],
    ['It began in 2016. It is for all.', 16, ''],
  ])('%j has these sentences in %i letters: %j', (text, letters, expected) => {
    expect(sentencesIn(text, letters)).toBe(expected);
  });
});
