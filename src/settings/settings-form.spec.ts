import { zonesWith } from '../core/time-zone.ts';
import {
  colourChange,
  currencyChange,
  frontChange,
  languagesChange,
  nameChange,
  scheduleChange,
} from './settings-form.ts';

const NO_NAMES = { en: '', es: '', pt: '', fr: '' };
const code = (expected: string) => expect.objectContaining({ code: expected });

describe('a name', () => {
  it('is kept as it is, with those by language that were given', () => {
    expect(nameChange({ name: ' Itaipu ', translations: { ...NO_NAMES, es: 'Itaipú', fr: ' ' } })).toEqual({
      name: 'Itaipu',
      translations: { es: 'Itaipú' },
    });
  });

  it('left empty is the one by default', () => {
    expect(nameChange({ name: '', translations: NO_NAMES })).toEqual({ name: null, translations: null });
  });

  it.each([
    ['', { ...NO_NAMES, es: 'Itaipú' }, 'SETTINGS.NAME_MISSING'],
    ['x'.repeat(201), NO_NAMES, 'SETTINGS.NAME'],
    ['a\nb', NO_NAMES, 'SETTINGS.NAME'],
    ['Ita\u200bipu', NO_NAMES, 'NAME.INVISIBLE'],
    ['Itaipu', { ...NO_NAMES, pt: 'Ita\u202eipu' }, 'NAME.INVISIBLE'],
  ])('is refused: %j, %j', (name, translations, expected) => {
    expect(() => nameChange({ name, translations })).toThrow(code(expected));
  });
});

it.each([
  ['#0B5CAB', '#0b5cab'],
  [' 0b5cab ', '#0b5cab'],
  ['', null],
])('takes the colour "%s"', (typed, accent) => {
  expect(colourChange(typed)).toEqual({ accent });
});

it.each(['red', '#abc', '#0b5cag', '#0b5cab;}', 'rgb(0,0,0)'])('refuses the colour "%s"', (typed) => {
  expect(() => colourChange(typed)).toThrow(code('SETTINGS.COLOUR'));
});

describe('languages', () => {
  it('begin with the one for whoever says nothing', () => {
    expect(languagesChange({ offered: ['fr', 'en', 'es'], first: 'es' })).toEqual({
      languages: ['es', 'en', 'fr'],
    });
  });

  it('are by default those of always', () => {
    expect(languagesChange({ offered: ['fr', 'pt', 'es', 'en'], first: 'en' })).toEqual({ languages: null });
    expect(languagesChange({ offered: ['fr', 'pt', 'es', 'en'], first: 'pt' })).toEqual({
      languages: ['pt', 'en', 'es', 'fr'],
    });
  });

  it.each([
    [[], 'en', 'SETTINGS.NO_LANGUAGE'],
    [['de'], 'de', 'SETTINGS.NO_LANGUAGE'],
    [['en', 'fr'], 'es', 'SETTINGS.FIRST_LANGUAGE'],
  ])('are refused: %j, %s first', (offered, first, expected) => {
    expect(() => languagesChange({ offered, first })).toThrow(code(expected));
  });
});

describe('when reports go out', () => {
  const zones = zonesWith('US/Eastern');

  it('is what was chosen, and what holds by default where nothing was', () => {
    expect(scheduleChange({ day: '28', hour: '0', timeZone: 'US/Eastern' }, zones)).toEqual({
      reportDay: 28,
      reportHour: 0,
      timeZone: 'US/Eastern',
    });
    expect(scheduleChange({ day: ' ', hour: '', timeZone: '' }, zones)).toEqual({
      reportDay: null,
      reportHour: null,
      timeZone: null,
    });
  });

  it.each(['0', '29', '1.5', '-1', '١', 'first'])('is on no day "%s"', (day) => {
    expect(() => scheduleChange({ day, hour: '', timeZone: '' }, zones)).toThrow(code('SETTINGS.DAY'));
  });

  it('is in no time zone that nobody knows', () => {
    expect(() => scheduleChange({ day: '', hour: '', timeZone: 'Mars/Olympus' }, zones)).toThrow(
      code('SETTINGS.TIME_ZONE'),
    );
    expect(zones).toContain('UTC');
  });
});

it.each([
  ['EUR', 'EUR'],
  ['JPY', 'JPY'],
  // It holds by itself.
  ['USD', null],
])('takes the currency %s', (typed, reportingCurrency) => {
  expect(currencyChange(typed)).toEqual({ reportingCurrency });
});

it.each(['', 'eur', 'DEM', 'EURO', 'EUR,USD'])('refuses the currency "%s"', (typed) => {
  expect(() => currencyChange(typed)).toThrow(code('SETTINGS.CURRENCY'));
});

it('keeps a cover, and the head that reports begin with by themselves as nothing chosen', () => {
  expect(frontChange('cover')).toEqual({ front: 'cover' });
  expect(frontChange('masthead')).toEqual({ front: null });
});
