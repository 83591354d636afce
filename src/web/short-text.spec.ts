import { firstSentence } from './short-text.ts';

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
