import { missingFigure } from '../../core/figure.ts';
import { type InEachLanguage, inEachLanguage } from '../../core/text.ts';
import { spanParts, wholeDates } from './dates.ts';
import { type Formats, formats } from './formats.ts';

const NB = '\u00a0';

/** What each language makes of the same call. */
function inAll<Said = string | null>(say: (f: Formats) => Said): InEachLanguage<Said> {
  return inEachLanguage((language) => say(formats(language)));
}

describe('numbers', () => {
  it('groups thousands and marks decimals as the reader does', () => {
    expect(inAll((f) => f.number(1234567.5))).toEqual({
      en: '1,234,567.5',
      es: '1.234.567,5',
      pt: '1.234.567,5',
      fr: `1${NB}234${NB}567,5`,
    });
    expect(inAll((f) => f.number(2000))).toEqual({ en: '2,000', es: '2.000', pt: '2.000', fr: `2${NB}000` });
    expect(inAll((f) => f.number(0))).toEqual({ en: '0', es: '0', pt: '0', fr: '0' });
  });

  it('never writes nothing for a value that is not zero (rule 5)', () => {
    expect(inAll((f) => f.number(0.004))).toEqual({ en: '0.004', es: '0,004', pt: '0,004', fr: '0,004' });
    expect(inAll((f) => f.moneyCompact(1, 'USD'))).toEqual({
      en: 'US$0.01',
      es: `US$${NB}0,01`,
      pt: `US$${NB}0,01`,
      fr: `0,01${NB}$${NB}US`,
    });
    expect(inAll((f) => f.percent(0.004))).toEqual({ en: '0.4%', es: '0,4%', pt: '0,4%', fr: `0,4${NB}%` });
    const f = formats('en');
    expect([f.number(-0.004), f.number(0.0046), f.number(0.005), f.number(0)]).toEqual([
      '−0.004',
      '0.0046',
      '0.01',
      '0',
    ]);
    expect([f.moneyCompact(0, 'USD'), f.moneyCompact(99, 'USD'), f.moneyCompact(-1, 'USD')]).toEqual([
      'US$0',
      'US$0.99',
      '−US$0.01',
    ]);
    expect([f.percent(0), f.percent(0.00004), f.percent(0.005)]).toEqual(['0%', '0.004%', '1%']);
  });

  it('writes thousands of Spanish one way, and every digit of what no number holds', () => {
    const es = formats('es');
    expect([120_000, 1_234_500].map((cents) => es.moneyCompact(cents, 'USD'))).toEqual([
      `US$${NB}1,2${NB}k`,
      `US$${NB}12,3${NB}k`,
    ]);
    expect(formats('en').number('18014398509481982')).toBe('18,014,398,509,481,982');
    expect(formats('en').money('18014398509481982', 'USD')).toBe('US$180,143,985,094,819.82');
  });

  it('writes money to the last minor unit', () => {
    expect(inAll((f) => f.money(123456750, 'USD'))).toEqual({
      en: 'US$1,234,567.50',
      es: `US$${NB}1.234.567,50`,
      pt: `US$${NB}1.234.567,50`,
      fr: `1${NB}234${NB}567,50${NB}$${NB}US`,
    });
  });

  it('writes corrections, cents alone, and currencies without cents or with mills', () => {
    const f = formats('en');
    expect(f.money(-5, 'USD')).toBe('−US$0.05');
    expect(f.money(0, 'USD')).toBe('US$0.00');
    expect(f.money(1500, 'CLP')).toBe(`CLP${NB}1,500`);
    expect(f.money(1500, 'KWD')).toBe(`KWD${NB}1.500`);
  });

  it('keeps a minus with its number, and a number in one piece: a line ends in none of them', () => {
    expect(inAll((f) => f.signedMoney(-43_120_000, 'USD'))).toEqual({
      en: '−US$431.2k',
      es: `−US$${NB}431,2${NB}k`,
      pt: `−US$${NB}431,2${NB}mil`,
      fr: `−431,2${NB}k${NB}$${NB}US`,
    });
    expect(inAll((f) => `${f.signed(-1500)} ${f.signedPercent(-0.69)}`)).toEqual({
      en: '−1,500 −69%',
      es: '−1.500 −69%',
      pt: '−1.500 −69%',
      fr: `−1${NB}500 −69${NB}%`,
    });
  });

  it('keeps every digit of the largest amount, which a float of major units would not', () => {
    expect(formats('en').money(9007199254740991, 'USD')).toBe('US$90,071,992,547,409.91');
  });

  it('says whose dollar it is, as each language does', () => {
    expect(inAll((f) => f.money(1250, 'CAD'))).toEqual({
      en: 'CA$12.50',
      es: `CA$${NB}12,50`,
      pt: `CA$${NB}12,50`,
      fr: `12,50${NB}$${NB}CA`,
    });
    // Of a currency without a sign in English, the code; in French also where the sign does not name the country.
    expect(inAll((f) => `${f.money(1250, 'JMD')} ${f.money(1250, 'XCD')}`)).toEqual({
      en: `JMD${NB}12.50 EC$12.50`,
      es: `JMD${NB}12,50 EC$${NB}12,50`,
      pt: `JMD${NB}12,50 EC$${NB}12,50`,
      fr: `12,50${NB}JMD 12,50${NB}XCD`,
    });
    expect(formats('es').moneyCompact(123456750, 'COP')).toBe(`COP${NB}1,2${NB}M`);
  });

  it('rounds money for headlines only', () => {
    expect(inAll((f) => f.moneyCompact(123456750, 'USD'))).toEqual({
      en: 'US$1.2m',
      es: `US$${NB}1,2${NB}M`,
      pt: `US$${NB}1,2${NB}mi`,
      fr: `1,2${NB}M${NB}$${NB}US`,
    });
  });

  it('writes a percentage', () => {
    expect(inAll((f) => f.percent(14 / 17))).toEqual({ en: '82%', es: `82%`, pt: '82%', fr: `82${NB}%` });
  });
});

describe('dates', () => {
  it('says up to which day a year counts', () => {
    expect(inAll((f) => f.yearTo('2017-06-30'))).toEqual({
      en: '2017 to 30 Jun',
      es: '2017 hasta el 30 de jun',
      pt: '2017 até 30 de jun.',
      fr: '2017 jusqu’au 30 juin',
    });
  });

  it('writes a day', () => {
    expect(inAll((f) => f.day('2017-06-30'))).toEqual({
      en: '30 June 2017',
      es: '30 de junio de 2017',
      pt: '30 de junho de 2017',
      fr: '30 juin 2017',
    });
  });

  it('writes the first of a month, which French counts', () => {
    expect(inAll((f) => f.day('2017-01-01'))).toEqual({
      en: '1 January 2017',
      es: '1 de enero de 2017',
      pt: '1 de janeiro de 2017',
      fr: '1er janvier 2017',
    });
    expect(formats('fr').day('2017-01-11')).toBe('11 janvier 2017');
  });

  it('names a month, a quarter and a year', () => {
    expect(inAll((f) => f.period('2017-06'))).toEqual({
      en: 'June 2017',
      es: 'junio de 2017',
      pt: 'junho de 2017',
      fr: 'juin 2017',
    });
    expect(inAll((f) => f.period('2017-Q2'))).toEqual({
      en: 'second quarter of 2017',
      es: 'segundo trimestre de 2017',
      pt: 'segundo trimestre de 2017',
      fr: 'deuxième trimestre de 2017',
    });
    expect(inAll((f) => f.period('2017'))).toEqual({ en: '2017', es: '2017', pt: '2017', fr: '2017' });
  });

  it('names months in a row by the first and the last', () => {
    const plain = inAll((f) => f.period('2016-04..2017-03').replace(/\s/gu, ' '));
    expect(plain).toEqual({
      en: 'April 2016 – March 2017',
      es: 'abril de 2016 a marzo de 2017',
      pt: 'abril de 2016 – março de 2017',
      fr: 'avril 2016 – mars 2017',
    });
  });

  it('is as precise about two dates as their source', () => {
    const year = {
      start: '2016-01-01',
      startPrecision: 'year',
      end: '2019-12-31',
      endPrecision: 'year',
    } as const;
    expect(formats('en').span(year)).toBe('2016\u2009–\u20092019');
    expect(formats('en').span({ ...year, end: '2017-06-30', endPrecision: 'day' })).toBe(
      '2016 – 30 June 2017',
    );
    expect(formats('en').span({ ...year, end: '2016-12-31' })).toBe('2016');
    const day = {
      start: '2015-06-19',
      startPrecision: 'day',
      end: '2017-06-16',
      endPrecision: 'day',
    } as const;
    expect(inAll((f) => f.span(day))).toEqual({
      en: '19 June 2015\u2009–\u200916 June 2017',
      es: '19 de junio de 2015\u2009–\u200916 de junio de 2017',
      pt: '19 de junho de 2015\u2009–\u200916 de junho de 2017',
      fr: '19 juin 2015\u2009–\u200916 juin 2017',
    });
  });

  it('says of one date which end it is, and of none that there is none', () => {
    const start = { start: '2016-11-29', startPrecision: 'day', end: null, endPrecision: 'none' } as const;
    expect(inAll((f) => f.span(start))).toEqual({
      en: 'since 29 November 2016',
      es: 'desde el 29 de noviembre de 2016',
      pt: 'desde 29 de novembro de 2016',
      fr: 'depuis le 29 novembre 2016',
    });
    expect(inAll((f) => f.span({ ...start, start: '2014-01-01', startPrecision: 'year' }))).toEqual({
      en: 'since 2014',
      es: 'desde 2014',
      pt: 'desde 2014',
      fr: 'depuis 2014',
    });
    const end = { start: null, startPrecision: 'none', end: '2019-12-31', endPrecision: 'month' } as const;
    expect(inAll((f) => f.span(end))).toEqual({
      en: 'until December 2019',
      es: 'hasta diciembre de 2019',
      pt: 'até dezembro de 2019',
      fr: 'jusqu’en décembre 2019',
    });
    expect(inAll((f) => f.span({ ...end, end: null, endPrecision: 'none' }))).toEqual({
      en: 'undated',
      es: 'sin fecha',
      pt: 'sem data',
      fr: 'sans date',
    });
  });

  it('says whole years and months by their names, and days where either end is none', () => {
    const days = (start: string, end: string) =>
      ({ start, startPrecision: 'day', end, endPrecision: 'day' }) as const;
    const { dated } = formats('en');
    const said = (start: string, end: string) => dated(days(start, end)).replace(/\s/g, ' ');
    expect(said('2016-01-01', '2017-12-31')).toBe('2016 – 2017');
    expect(said('2017-01-01', '2017-12-31')).toBe('2017');
    expect(said('2016-02-01', '2016-02-29')).toBe('February 2016');
    expect(said('2017-04-01', '2017-06-30')).toBe('April – June 2017');
    expect(said('2017-01-01', '2017-12-30')).toBe('1 January – 30 December 2017');
    expect(said('2017-06-02', '2017-06-30')).toBe('2 – 30 June 2017');
    expect(said('2017-06-01', '2017-06-01')).toBe('1 June 2017');
    expect(inAll((f) => f.dated(days('2017-06-01', '2017-06-30')))).toEqual({
      en: 'June 2017',
      es: 'junio de 2017',
      pt: 'junho de 2017',
      fr: 'juin 2017',
    });
    const since = { ...days('2017-01-01', '2017-12-31'), end: null } as const;
    expect(dated(since)).toBe(formats('en').span(since));
  });

  it('keeps each date of a span in one line', () => {
    const span = {
      start: '2015-06-19',
      startPrecision: 'day',
      end: '2017-07-01',
      endPrecision: 'day',
    } as const;
    const since = { ...span, end: null, endPrecision: 'none' } as const;
    const months = { ...span, start: '2014-01-01', startPrecision: 'year', endPrecision: 'month' } as const;
    const pieces = (text: string) => wholeDates(text).split(/[ \u2009]/);
    expect(inAll((f) => pieces(f.span(span)))).toEqual({
      en: [`19${NB}June${NB}2015`, '–', `1${NB}July${NB}2017`],
      es: [`19${NB}de${NB}junio${NB}de${NB}2015`, '–', `1${NB}de${NB}julio${NB}de${NB}2017`],
      pt: [`19${NB}de${NB}junho${NB}de${NB}2015`, '–', `1${NB}de${NB}julho${NB}de${NB}2017`],
      fr: [`19${NB}juin${NB}2015`, '–', `1er${NB}juillet${NB}2017`],
    });
    expect(inAll((f) => pieces(f.span(since)))).toEqual({
      en: ['since', `19${NB}June${NB}2015`],
      es: ['desde', 'el', `19${NB}de${NB}junio${NB}de${NB}2015`],
      pt: ['desde', `19${NB}de${NB}junho${NB}de${NB}2015`],
      fr: ['depuis', 'le', `19${NB}juin${NB}2015`],
    });
    expect(inAll((f) => pieces(f.span(months)))).toEqual({
      en: ['2014', '–', `July${NB}2017`],
      es: ['2014', '–', `julio${NB}de${NB}2017`],
      pt: ['2014', '–', `julho${NB}de${NB}2017`],
      fr: ['2014', '–', `juillet${NB}2017`],
    });
    expect(inAll((f) => pieces(f.dayShort('2017-05-20')).length)).toEqual(inAll(() => 1));
  });

  it('parts a span behind its dash alone, however its ends are told', () => {
    const span = {
      start: '2015-07-01',
      startPrecision: 'day',
      end: '2020-07-01',
      endPrecision: 'day',
    } as const;
    expect(inAll((f) => spanParts(f.span(span)))).toEqual({
      en: ['1 July 2015\u2009–', '1 July 2020'],
      es: ['1 de julio de 2015\u2009–', '1 de julio de 2020'],
      pt: ['1 de julho de 2015\u2009–', '1 de julho de 2020'],
      fr: ['1er juillet 2015\u2009–', '1er juillet 2020'],
    });
    expect(spanParts(formats('en').span({ ...span, endPrecision: 'month' }))).toEqual([
      '1 July 2015 –',
      'July 2020',
    ]);
    expect(spanParts('since 29 November 2016')).toEqual(['since 29 November 2016']);
  });

  it('says a moment in the zone of its reader', () => {
    const moment = new Date(Date.UTC(2017, 6, 1, 3, 30));
    expect(formats('en').moment(moment, 'America/New_York')).toBe('30 June 2017 at 23:30 GMT−4');
    expect(formats('es').moment(moment, 'UTC')).toBe('1 de julio de 2017, 03:30 UTC');
  });

  it.each(['2017-02-29', '2017-6-1', 'June', ''])('refuses %p, which is no day', (day) => {
    expect(() => formats('en').day(day)).toThrow(RangeError);
  });

  it('refuses what is no period', () => {
    expect(() => formats('en').period('2017-Q5')).toThrow('"2017-Q5" is not a period');
  });
});

describe('figures', () => {
  const stated = { qualifier: 'exact', value: 45, valueHigh: null, denominator: null } as const;

  it('keeps the qualifier of what was stated', () => {
    const f = formats('en');
    expect(f.stated(stated)).toBe('45');
    expect(f.stated({ ...stated, qualifier: 'range', value: 10, valueHigh: 15 })).toBe('10 to 15');
    expect(f.stated({ ...stated, qualifier: 'range', value: 10 })).toBe('at least 10');
    expect(f.stated({ ...stated, qualifier: 'at most', value: 0 })).toBe('at most 0');
    expect(inAll((each) => each.stated({ ...stated, qualifier: 'about' }))).toEqual({
      en: 'about 45',
      es: 'aprox. 45',
      pt: 'aprox. 45',
      fr: 'environ 45',
    });
    expect(inAll((each) => each.stated({ ...stated, qualifier: 'at least', value: 340 }))).toEqual({
      en: 'at least 340',
      es: 'al menos 340',
      pt: 'pelo menos 340',
      fr: 'au moins 340',
    });
  });

  it('keeps a ratio as its two numbers', () => {
    expect(inAll((f) => f.stated({ ...stated, value: 14, denominator: 17 }))).toEqual({
      en: '14 of 17',
      es: '14 de 17',
      pt: '14 de 17',
      fr: '14 sur 17',
    });
    expect(formats('en').pairWithPercent(14, 17)).toBe('14 of 17 (82%)');
    expect(formats('en').pairWithPercent(0, 0)).toBe('0 of 0');
  });

  const officials = {
    value: 123,
    exact: 78,
    approximate: 45,
    undated: 22,
    denominator: null,
    missing: null,
    resultCount: 0,
    qualifier: null,
    valueHigh: null,
  } as const;

  it('says how much of a total is approximate or undated', () => {
    expect(inAll((f) => f.figure(officials))).toEqual({
      en: '123, of which 45 approximate and 22 undated',
      es: '123, lo que incluye 45 en cifras aproximadas y 22 sin fecha',
      pt: '123, sendo 45 em números aproximados e 22 sem data',
      fr: '123, dont 45 en chiffres approximatifs et 22 sans date',
    });
    expect(inAll((f) => f.figureNote({ ...officials, undated: 0 }))).toEqual({
      en: 'of which 45 approximate',
      es: 'lo que incluye 45 en cifras aproximadas',
      pt: 'sendo 45 em números aproximados',
      fr: 'dont 45 en chiffres approximatifs',
    });
    expect(formats('en').figure({ ...officials, exact: 123, approximate: 0 })).toBe(
      '123, of which 22 undated',
    );
    expect(formats('en').figure({ ...officials, exact: 123, approximate: 0, undated: 0 })).toBe('123');
  });

  it('agrees with one as with many, whatever is counted', () => {
    const documents = { ...officials, value: 17, exact: 16, approximate: 1, undated: 1 };
    expect(inAll((f) => f.figure(documents))).toEqual({
      en: '17, of which 1 approximate and 1 undated',
      es: '17, lo que incluye 1 en cifras aproximadas y 1 sin fecha',
      pt: '17, sendo 1 em números aproximados e 1 sem data',
      fr: '17, dont 1 en chiffres approximatifs et 1 sans date',
    });
    // The tile of 17 documents, of which one has no date.
    expect(formats('es').figureNote({ ...documents, exact: 17, approximate: 0 })).toBe(
      'lo que incluye 1 sin fecha',
    );
    expect(formats('fr').figureNote({ ...documents, undated: 17 })).toBe(
      'dont 1 en chiffres approximatifs, le tout sans date',
    );
  });

  it('says of a figure that is approximate or undated as a whole only that', () => {
    const antigua = { ...officials, value: 45, exact: 0, undated: 0 };
    expect(formats('en').figure(antigua)).toBe('45, approximate');
    expect(formats('fr').figure(antigua)).toBe('45, chiffre approximatif');
    const barbados = { ...officials, value: 22, exact: 22, approximate: 0, undated: 22 };
    expect(inAll((f) => f.figure(barbados))).toEqual({
      en: '22, undated',
      es: '22, sin fecha',
      pt: '22, sem data',
      fr: '22, sans date',
    });
    expect(formats('en').figure({ ...antigua, undated: 45 })).toBe('45, approximate, undated');
  });

  it('never writes a missing figure as a number, nor a reported zero as missing', () => {
    expect(inAll((f) => f.figure(missingFigure('not-reported')))).toEqual({
      en: 'not reported',
      es: 'no notificado',
      pt: 'não informado',
      fr: 'non communiqué',
    });
    expect(formats('en').figure(missingFigure('not-additive', 1))).toBe('not additive');
    expect(formats('en').figureNote(missingFigure('not-reported'))).toBeNull();
    expect(formats('en').figure({ ...officials, value: 0, exact: 0, approximate: 0, undated: 0 })).toBe('0');
  });
});

describe('names', () => {
  it('names countries as the organisation does', () => {
    expect(['AG', 'DO', 'VC', 'ES', 'US'].map(formats('en').country)).toEqual([
      'Antigua and Barbuda',
      'Dominican Republic',
      'Saint Vincent and the Grenadines',
      'Spain',
      'United States',
    ]);
    expect(inAll((f) => f.country('DO'))).toEqual({
      en: 'Dominican Republic',
      es: 'República Dominicana',
      pt: 'República Dominicana',
      fr: 'République dominicaine',
    });
    expect(formats('fr').country('KN')).toBe('Saint-Kitts-et-Nevis');
    expect(formats('en').country('region:caribbean')).toBe('region:caribbean');
    expect(formats('en').country('ZQ')).toBe('ZQ');
  });

  it('names a region by the data, in English where it is not translated', () => {
    const region = {
      code: 'region:caribbean',
      kind: 'region',
      name: { en: 'Caribbean', es: 'Caribe' },
    } as const;
    expect(inAll((f) => f.place(region))).toEqual({
      en: 'Caribbean',
      es: 'Caribe',
      pt: 'Caribbean',
      fr: 'Caribbean',
    });
    expect(formats('es').place({ code: 'BR', kind: 'country', name: null })).toBe('Brasil');
  });

  it('joins a list', () => {
    const names = ['Chile', 'Costa Rica', 'Italia'];
    expect(inAll((f) => f.list(names))).toEqual({
      en: 'Chile, Costa Rica and Italia',
      es: 'Chile, Costa Rica e Italia',
      pt: 'Chile, Costa Rica e Italia',
      fr: 'Chile, Costa Rica et Italia',
    });
  });

  it('orders names as a reader looks for them', () => {
    expect(['Zambia', 'Équateur', 'Haïti'].sort(formats('fr').compare)).toEqual([
      'Équateur',
      'Haïti',
      'Zambia',
    ]);
  });

  it('sets texts of the data in glyphs that the typeface has', () => {
    expect(formats('fr').text({ en: 'x', fr: '100\u202f% « oui »' })).toBe('100\u00a0% «\u00a0oui\u00a0»');
  });
});
