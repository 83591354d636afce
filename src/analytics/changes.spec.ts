import { missingFigure } from '../core/figure.ts';
import { LANGUAGES, type Language } from '../core/text.ts';
import { besideTimes, figureChange, moneyChange, otherTimes } from './changes.ts';
import { makeReferenceView } from './fixtures/reference-view.ts';

const figure = (value: number, approximate = 0) => ({
  ...missingFigure('not-reported'),
  value,
  exact: value - approximate,
  approximate,
  missing: null,
  resultCount: 1,
});
const view = makeReferenceView();
const change = (previous: Parameters<typeof figureChange>[2], current: typeof previous) =>
  figureChange(view, '2016', previous, current);

describe('what a figure stands beside', () => {
  const timesOf = (from?: string, to?: string) =>
    otherTimes(
      makeReferenceView({
        today: '2018-03-01',
        filter: { ...(from !== undefined && { from }), ...(to !== undefined && { to }) },
      }),
    ).map(({ words }) => words.replaceAll('\u2009', ' '));

  it('is the period before and a year earlier, once where they are the same', () => {
    expect(timesOf('2017-04-01', '2017-06-30')).toEqual(['first quarter of 2017', 'second quarter of 2016']);
    expect(timesOf('2017-01-01', '2017-12-31')).toEqual(['2016']);
    expect(timesOf('2018-01-01', '2018-12-31')).toEqual(['1 January – 1 March 2017']);
  });

  it('is nothing for what is counted to date', () => {
    expect(timesOf()).toEqual([]);
    expect(timesOf(undefined, '2017-12-31')).toEqual([]);
  });
});

describe('a change', () => {
  it('has a sign, and its share of what was before', () => {
    // 64 of 37 is 172.97 %.
    expect(change(figure(37), figure(101))).toBe('+64 (+173%) vs 2016');
    expect(change(figure(100), figure(75))).toBe('−25 (−25%) vs 2016');
    expect(change(figure(5), figure(5))).toBe('no change vs 2016');
  });

  it('has no share from zero, and is none from nothing (rule 5)', () => {
    expect(change(figure(0), figure(45))).toBe('+45 vs 2016');
    expect(change(missingFigure('not-reported'), figure(45))).toBe('n/a vs 2016');
    expect(change(figure(45), missingFigure('not-reported'))).toBe('n/a vs 2016');
  });

  it('is as sure as both figures are (rule 4)', () => {
    expect(change(figure(50), figure(95, 45))).toBe('about +45 (+90%) vs 2016');
  });

  it('is rounded for money as a headline is', () => {
    // 141,010,000 to 43,120,000 cents: 97,890,000 less, of 141,010,000 69.4 %.
    expect(moneyChange(view, '2016', 141_010_000, 43_120_000)).toBe('−US$978.9k (−69%) vs 2016');
    expect(moneyChange(view, '2016', null, 43_120_000)).toBe('n/a vs 2016');
  });
});

describe('a headline figure beside other times', () => {
  const quarter = { from: '2017-04-01', to: '2017-06-30' };
  const besideWith = (changes: readonly (string | null)[], language: Language = 'en') => {
    const asked = makeReferenceView({ today: '2018-03-01', filter: quarter, language });
    return besideTimes(asked, otherTimes(asked), (at) => changes[at] ?? null);
  };

  it('says each change, and in one line the times that have no figure', () => {
    expect(besideWith(['+12', '−3'])).toEqual({
      changes: ['+12 vs first quarter of 2017', '−3 vs second quarter of 2016'],
      missing: null,
    });
    expect(besideWith(['+12', null])).toEqual({
      changes: ['+12 vs first quarter of 2017'],
      missing: 'second quarter of 2016: no figure',
    });
    expect(besideWith([null, null])).toEqual({
      changes: [],
      missing: 'first quarter of 2017 and second quarter of 2016: no figure',
    });
  });

  it('says so in every language', () => {
    expect(LANGUAGES.map((language) => besideWith([null, '+1'], language).missing)).toEqual([
      'first quarter of 2017: no figure',
      'primer trimestre de 2017: sin cifra',
      'primeiro trimestre de 2017: sem número',
      'premier trimestre de 2017\u00a0: aucun chiffre',
    ]);
  });
});
