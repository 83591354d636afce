import { LANGUAGES } from '../../core/text.ts';
import { formats } from './formats.ts';
import { markedLanguage, piecesOf } from './languages.ts';

it('a text in the original alone is shown with its language, in the reader’s words', () => {
  const shown = LANGUAGES.map((language) => formats(language).text({ es: 'Guardia' }));
  expect(shown).toEqual([
    'Guardia (in Spanish)',
    'Guardia',
    'Guardia (em espanhol)',
    'Guardia (en espagnol)',
  ]);
});

it('a reader without a translation reads English where there is some, and no mark', () => {
  expect(formats('fr').text({ en: 'Guard', es: 'Guardia' })).toBe('Guard');
  expect(markedLanguage('Guard', 'en', 'fr')).toBe('Guard');
});

it.each([
  [
    'Guardia (in Spanish)',
    [
      { text: 'Guardia', language: 'es' },
      { text: ' (in Spanish)', language: null },
    ],
  ],
  [
    '12 of 20 · Garde (en français) · Chile',
    [
      { text: '12 of 20 · ', language: null },
      { text: 'Garde', language: 'fr' },
      { text: ' (en français) · Chile', language: null },
    ],
  ],
  ['Guard (in Chile)', [{ text: 'Guard (in Chile)', language: null }]],
  ['', [{ text: '', language: null }]],
])('takes "%s" apart', (words, pieces) => {
  expect(piecesOf(words)).toEqual(pieces);
});
