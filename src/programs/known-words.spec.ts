import { DomainError } from '../core/errors.ts';
import { LANGUAGES } from '../core/text.ts';
import { NO_ANSWERS } from '../platform/csv/answers.ts';
import { FileWords } from '../platform/csv/file-words.ts';
import { findCountry } from './country-names.ts';
import { ISO_COUNTRIES } from './iso-countries.ts';
import { countryReader, pillarsReader, placeReader, programReader } from './known-words.ts';

/** What a cell reads as, or code and remedy of its refusal. */
function said(read: string | DomainError): string {
  return read instanceof DomainError ? `${read.code}: ${read.options.remedy}` : read;
}

it.each(LANGUAGES)('every country is found by its name in %s', (language) => {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const lost = [...ISO_COUNTRIES].filter((code) => {
    const found = findCountry(names.of(code) ?? '');
    return !(found.is === 'known' && found.word === code);
  });
  expect(lost).toEqual([]);
});

describe('a country is read', () => {
  it.each([
    ['CR', 'CR'],
    ['cr', 'CR'],
    ['Costa rica', 'CR'],
    ['Brésil', 'BR'],
    ['Trinidad y Tobago', 'TT'],
    ['Saint Kitts and Nevis', 'KN'],
    ['EE. UU.', 'US'],
    ['Brazill', 'CELL.UNKNOWN_COUNTRY: Did you mean BR (Brazil)? Write its two capital letters.'],
    ['Atlantis', 'Atlantis'],
    ['XX', 'XX'],
  ])('%s', (text, expected) => {
    expect(said(countryReader(text, false))).toBe(expected);
  });
});

it('a region is read by its name in any language, with region: or without', () => {
  const caribbean = {
    code: 'region:caribbean',
    kind: 'region' as const,
    name: { en: 'Caribbean', es: 'Caribe', fr: 'Caraïbes' },
    countries: [],
  };
  const read = placeReader(new FileWords(NO_ANSWERS), [caribbean]);
  expect(said(read('region:Caribe', false))).toBe('region:Caribbean');
  expect(said(read('caraibes', false))).toBe('region:Caribbean');
  expect(said(read('region:caribbean', false))).toBe('region:caribbean');
  expect(said(read('region:Andes', false))).toBe('region:Andes');
  expect(said(read('region:', false))).toBe('region:');
  expect(said(read('Belize', false))).toBe('BZ');
  expect(said(read('region:Carribean', false))).toMatch('WORD.NEARLY_KNOWN: Did you mean "Caribbean"?');
});

it('pillars are read by their names, and their shares as percentages', () => {
  const pillars = [
    { code: 'democracy', name: { en: 'Democracy', es: 'Democracia' } },
    { code: 'human-rights', name: { en: 'Human rights', es: 'Derechos humanos' } },
  ];
  const read = pillarsReader(pillars, NO_ANSWERS);
  expect(said(read('Democracia: 60 %;derechos humanos:40', false))).toBe('democracy:60;human-rights:40');
  expect(said(read('democracy', false))).toBe('democracy');
  expect(said(read('Culture:33.333', false))).toBe('Culture:33.333');
  expect(said(read('democracy:half', false))).toMatch('CELL.NOT_A_NUMBER');
});

it('a programme is read in any case where that is one alone', () => {
  const read = programReader(['MIG-MESO', 'ab', 'AB'].map((code) => ({ code, identifier: null })));
  expect(['mig-meso', 'AB', 'Ab', 'nobody'].map((code) => read(code, false))).toEqual([
    'MIG-MESO',
    'AB',
    'Ab',
    'nobody',
  ]);
});

it('a programme is read by its identifier, unless that is the code of another', () => {
  const read = programReader([
    { code: 'PORT', identifier: 'XM-DAC-47136-ACT/2017:12' },
    { code: 'ROAD', identifier: 'PORT' },
    { code: 'RAIL', identifier: 'x/1' },
    { code: 'AIR', identifier: 'X/1' },
  ]);
  const calls = ['XM-DAC-47136-ACT/2017:12', 'xm-dac-47136-act/2017:12', 'PORT', 'port', 'x/1', 'X/1', 'X/2'];
  expect(calls.map((call) => read(call, false))).toEqual([
    'PORT',
    'PORT',
    'PORT',
    'port',
    'RAIL',
    'AIR',
    'X/2',
  ]);
});
