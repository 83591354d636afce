import { donorScope, officerScope } from '../core/fixtures/scopes.ts';
import { EVERYTHING } from '../core/visibility/scope.ts';
import { levelFor, moneyLevelFor, piecesOf, timesAt } from './kept-plan.ts';

const ALL = EVERYTHING;
const CANADA = donorScope('canada');
const BOTH = donorScope('canada', 'italy');
const OFFICER = officerScope('TOUR');

describe('the level that answers a question', () => {
  it.each([
    ['nothing', { by: null, filter: {} }, 'all'],
    ['time', { by: 'year', filter: {} }, 'all'],
    ['an axis', { by: 'axis:sex', filter: {} }, 'all'],
    ['one key', { by: 'country', filter: {} }, 'country'],
    ['one key twice', { by: 'country', filter: { country: 'CR' } }, 'country'],
    ['two keys', { by: 'country', filter: { pillar: 'democracy' } }, 'pillar country'],
    ['two keys of a donor', { by: 'pillar', filter: { donor: 'canada' } }, 'donor pillar'],
    ['an axis under one key', { by: 'axis:sex', filter: { country: 'CR' } }, 'country'],
    ['programmes', { by: 'program', filter: {} }, 'program'],
    ['programmes of what holds for all of one', { by: 'program', filter: { donor: 'canada' } }, 'program'],
  ] as const)('is, of %s, the smallest that tells it apart', (_, question, level) => {
    expect(levelFor(question, ALL, false)).toBe(level);
  });

  it.each([
    ['an axis under two keys', { by: 'axis:sex', filter: { country: 'CR', pillar: 'democracy' } }],
    ['three keys', { by: 'country', filter: { pillar: 'democracy', donor: 'canada' } }],
    ['programmes in a country', { by: 'program', filter: { country: 'CR' } }],
    ['a programme', { by: 'year', filter: { program: 'TOUR' } }],
  ] as const)('is none, of %s', (_, question) => {
    expect(levelFor(question, ALL, false)).toBeNull();
  });

  it("is a donor's for a donor, and none for several donors or an officer", () => {
    const question = { by: 'country', filter: {} } as const;
    expect(levelFor(question, CANADA, false)).toBe('donor country');
    // A programme that both fund counts once.
    expect(levelFor(question, BOTH, false)).toBeNull();
    expect(levelFor({ by: 'program', filter: {} }, BOTH, false)).toBe('program');
    expect(levelFor(question, OFFICER, false)).toBeNull();
  });

  it('adds up several of one key, but not where one row stands under several of them', () => {
    expect(levelFor({ by: null, filter: { country: ['CR', 'HN'] } }, ALL, false)).toBe('country');
    expect(levelFor({ by: 'year', filter: { pillar: ['a', 'b'] } }, ALL, false)).toBe('pillar');
    // A result has one place and one pillar, and may have two funders.
    expect(levelFor({ by: 'country', filter: { donor: ['canada', 'italy'] } }, ALL, false)).toBeNull();
    expect(levelFor({ by: 'program', filter: { donor: ['canada', 'italy'] } }, ALL, false)).toBe('program');
    // A transaction has one donor, and may spread over two places.
    expect(moneyLevelFor({ by: 'year', filter: { donor: ['canada', 'italy'] } }, ALL)).toBe('donor');
    expect(moneyLevelFor({ by: 'year', filter: { country: ['CR', 'HN'] } }, ALL)).toBeNull();
    expect(moneyLevelFor({ by: 'country', filter: { country: ['CR', 'HN'] } }, ALL)).toBe('country');
  });

  it('tells countries apart where the answer hangs on how many there are', () => {
    expect(levelFor({ by: 'pillar', filter: {} }, ALL, true)).toBe('pillar country');
  });

  it('is none for money of which cells have to be told apart', () => {
    expect(moneyLevelFor({ by: 'country', filter: { donor: 'canada' } }, ALL)).toBe('donor country');
    // A transaction has one donor: those of two add up.
    expect(moneyLevelFor({ by: 'country', filter: {} }, BOTH)).toBe('donor country');
    expect(moneyLevelFor({ by: 'program', filter: {} }, ALL)).toBe('program');
    expect(moneyLevelFor({ by: 'program', filter: { donor: 'canada' } }, ALL)).toBe('program');
    expect(moneyLevelFor({ by: 'program', filter: { country: 'CR' } }, ALL)).toBeNull();
    expect(moneyLevelFor({ by: 'country', filter: {} }, OFFICER)).toBeNull();
  });

  it('has months of one key, years of two, all time of programmes, and no months of an axis', () => {
    expect(timesAt('country', 'year')).toBe('months');
    expect(timesAt('country', 'axis:sex')).toBe('years');
    expect(timesAt('donor country', 'year')).toBe('years');
    expect(timesAt('program', 'program')).toBe('ever');
  });
});

describe('the pieces of a window', () => {
  const at = { by: 'country', times: 'months', today: '2026-11-28' } as const;
  const spans = (grain: string, first: number, last: number) => ({ grain, first, last });
  const days = (first: string | null, last: string | null, sign = 1) => ({
    first,
    last,
    undated: false,
    sign,
  });
  const EVER = spans('ever', 0, 0);
  const UNDATED = spans('undated', 0, 0);

  it('are one row to date, less what ends later', () => {
    expect(piecesOf({}, at)).toEqual({ spans: [EVER], reads: [] });
    expect(piecesOf({ to: '2026-11-28' }, at)).toEqual({
      spans: [EVER],
      reads: [days('2026-11-29', null, -1)],
    });
  });

  it('are years, months and days to a day of the past, and what is undated', () => {
    expect(piecesOf({ to: '2017-06-15' }, at)).toEqual({
      spans: [UNDATED, spans('year', 1000, 2016), spans('month', 201701, 201705)],
      reads: [days('2017-06-01', '2017-06-15')],
    });
  });

  it.each([
    ['whole years', '2016-01-01', '2017-12-31', [spans('year', 2016, 2017)], []],
    ['a month', '2017-02-01', '2017-02-28', [spans('month', 201702, 201702)], []],
    ['days of a month', '2017-02-03', '2017-02-20', [], [days('2017-02-03', '2017-02-20')]],
    ['days of two months', '2017-02-03', '2017-03-20', [], [days('2017-02-03', '2017-03-20')]],
    [
      'everything at once',
      '2015-11-15',
      '2018-02-10',
      [spans('month', 201512, 201512), spans('year', 2016, 2017), spans('month', 201801, 201801)],
      [days('2015-11-15', '2015-11-30'), days('2018-02-01', '2018-02-10')],
    ],
    ['nothing', '2018-01-01', '2017-01-01', [], []],
  ] as const)('are those of %s', (_, from, to, expectedSpans, expectedReads) => {
    expect(piecesOf({ from, to }, at)).toEqual({ spans: expectedSpans, reads: expectedReads });
  });

  it('are days where no months are kept, beside whole years', () => {
    expect(piecesOf({ from: '2015-07-01', to: '2017-06-30' }, { ...at, times: 'years' })).toEqual({
      spans: [spans('year', 2016, 2016)],
      reads: [days('2015-07-01', '2015-12-31'), days('2017-01-01', '2017-06-30')],
    });
  });

  it('are all there is less the last years, where all time alone is kept', () => {
    const ofPrograms = { ...at, by: 'program', times: 'ever' } as const;
    expect(piecesOf({ to: '2025-12-31' }, ofPrograms)).toEqual({
      spans: [EVER],
      reads: [days('2026-01-01', null, -1)],
    });
    expect(piecesOf({ to: '2023-03-31' }, ofPrograms)).toEqual({
      spans: [EVER],
      reads: [days('2023-04-01', null, -1)],
    });
    expect(piecesOf({ to: '2022-12-31' }, ofPrograms)).toEqual({
      spans: [UNDATED],
      reads: [days('1000-01-01', '2022-12-31')],
    });
  });

  it('are days where all time alone is kept, and all that is in it where nothing is', () => {
    expect(piecesOf({ to: '2017-06-30' }, { ...at, times: 'ever' })).toEqual({
      spans: [UNDATED],
      reads: [days('1000-01-01', '2017-06-30')],
    });
    expect(piecesOf({ to: '2017-06-30' }, { ...at, times: null })).toEqual({
      spans: [],
      reads: [{ ...days(null, '2017-06-30'), undated: true }],
    });
    expect(piecesOf({ from: '2017-06-30' }, { ...at, times: null })).toEqual({
      spans: [],
      reads: [days('2017-06-30', null)],
    });
    expect(piecesOf({ from: '2018-01-01', to: '2017-01-01' }, { ...at, times: null })).toEqual({
      spans: [],
      reads: [],
    });
  });

  it('are months where it is asked by month, and days where there are none', () => {
    const window = { from: '2016-01-01', to: '2017-06-30' };
    expect(piecesOf(window, { ...at, by: 'month' })).toEqual({
      spans: [spans('month', 201601, 201706)],
      reads: [],
    });
    expect(piecesOf(window, { ...at, by: 'month', times: 'years' })).toEqual({
      spans: [],
      reads: [days('2016-01-01', '2017-06-30')],
    });
  });

  it('tell years apart where it is asked by year, though it is to date', () => {
    expect(piecesOf({ to: '2026-12-31' }, { ...at, by: 'year' })).toEqual({
      spans: [UNDATED, spans('year', 1000, 2026)],
      reads: [],
    });
  });
});
