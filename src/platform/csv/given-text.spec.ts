import { inEachLanguage } from '../../core/text.ts';
import { columnsOfText, gatherText, mergeText, optionalText, text } from './given-text.ts';

const stored = { en: 'Ports', es: 'Puertos', fr: 'Ports' };

it('a text may stand in four columns', () => {
  expect(columnsOfText('title')).toEqual(['title', 'title_es', 'title_pt', 'title_fr']);
});

it('a text is gathered from the columns that a file has', () => {
  expect(gatherText({ code: 'A', title: 'Ports', title_es: '' }, 'title')).toEqual({ en: 'Ports', es: '' });
  expect(gatherText({ title_es: 'Puertos' }, 'title')).toEqual({ es: 'Puertos' });
  expect(gatherText({ code: 'A' }, 'title')).toBeUndefined();
});

it('a text that must be there is an original in any language', () => {
  expect(text.safeParse({ en: 'Ports', es: '' }).data).toEqual({ en: 'Ports', es: '' });
  expect(text.safeParse({ en: '', es: 'Puertos' }).data).toEqual({ en: '', es: 'Puertos' });
  expect(text.safeParse({ fr: 'Ports' }).data).toEqual({ fr: 'Ports' });
  expect(text.safeParse({ en: '', es: '' }).error?.issues[0]?.message).toBe(
    'There is no text in any language.',
  );
  expect(text.safeParse(undefined).success).toBe(false);
});

it('a text that may be empty is nothing where all of it is', () => {
  expect(optionalText.parse({ en: '', es: '' })).toBeNull();
  expect(optionalText.parse(undefined)).toBeUndefined();
  expect(optionalText.parse({ en: '', es: 'Puertos' })).toEqual({ en: '', es: 'Puertos' });
  // The file has no column for the English, which is not said to be gone.
  expect(optionalText.parse({ es: '' })).toEqual({ es: '' });
});

describe('what a file gives is put together with what is stored', () => {
  it.each([
    ['nothing stored', null, { en: 'Ports', es: '' }, { en: 'Ports' }],
    ['no columns', stored, undefined, stored],
    ['empty cells', stored, null, null],
    ['only the English, unchanged', stored, { en: 'Ports' }, stored],
    ['only the English, changed', stored, { en: 'Harbours' }, { en: 'Harbours' }],
    ['a translation cleared', stored, { en: 'Ports', es: '' }, { en: 'Ports', fr: 'Ports' }],
    [
      'a translation added',
      stored,
      { en: 'Ports', pt: 'Portos' },
      { en: 'Ports', es: 'Puertos', pt: 'Portos', fr: 'Ports' },
    ],
    [
      'the English of an original in Spanish',
      { es: 'Puertos' },
      { en: 'Ports' },
      { en: 'Ports', es: 'Puertos' },
    ],
    ['an original in Spanish, changed', { es: 'Puertos', fr: 'Ports' }, { es: 'Muelles' }, { es: 'Muelles' }],
    [
      'a translation of an original in Spanish',
      { es: 'Puertos' },
      { fr: 'Ports' },
      { es: 'Puertos', fr: 'Ports' },
    ],
    ['a translation alone cleared', stored, { es: '' }, { en: 'Ports', fr: 'Ports' }],
    ['the English cleared', stored, { en: '', es: 'Puertos' }, { es: 'Puertos', fr: 'Ports' }],
    ['the last language cleared', { es: 'Puertos' }, { es: '' }, null],
  ])('%s', (_what, before, given, after) => {
    expect(mergeText(before, given)).toEqual(after);
  });
});

it('keeps a text in every language', () => {
  const given = inEachLanguage((language) => `Ports (${language})`);
  expect([text.parse(given), optionalText.parse(given), mergeText(null, given)]).toEqual([
    given,
    given,
    given,
  ]);
});
