import fc from 'fast-check';
import {
  askedWindow,
  type Comparison,
  comparedWindow,
  isAskedPeriod,
  PERIOD_PRESETS,
  reportPeriod,
} from './asked-period.ts';
import { daysAfter, isDay, type Window } from './period.ts';

const CALENDAR = { today: '2026-11-29', fiscalMonth: 7 };

describe('askedWindow', () => {
  it.each<[string, Window]>([
    ['to-date', {}],
    ['this-year', { from: '2026-01-01', to: '2026-12-31' }],
    ['last-year', { from: '2025-01-01', to: '2025-12-31' }],
    ['this-quarter', { from: '2026-10-01', to: '2026-12-31' }],
    ['last-quarter', { from: '2026-07-01', to: '2026-09-30' }],
    ['last-12-months', { from: '2025-11-30', to: '2026-11-29' }],
    ['this-fiscal-year', { from: '2026-07-01', to: '2027-06-30' }],
    ['FY2017', { from: '2016-07-01', to: '2017-06-30' }],
    ['2017', { from: '2017-01-01', to: '2017-12-31' }],
    ['2017-Q2', { from: '2017-04-01', to: '2017-06-30' }],
    ['2017-02', { from: '2017-02-01', to: '2017-02-28' }],
  ])('takes %s for its days', (key, window) => {
    expect(askedWindow(key, CALENDAR)).toEqual(window);
  });

  it.each([
    ['2026-06-30', '2026-06-30'],
    ['2026-07-01', '2027-06-30'],
  ])('has the fiscal year of %s end on %s', (today, to) => {
    expect(askedWindow('this-fiscal-year', { today, fiscalMonth: 7 }).to).toBe(to);
  });

  it('has a fiscal year that begins in January be the calendar year', () => {
    const calendar = { today: '2026-11-29', fiscalMonth: 1 };
    expect(askedWindow('FY2017', calendar)).toEqual(askedWindow('2017', calendar));
    expect(askedWindow('this-fiscal-year', calendar)).toEqual(askedWindow('this-year', calendar));
  });

  it.each(['2017-13', 'FY17', 'this-week', '', 'toString'])('knows no period "%s"', (key) => {
    expect(isAskedPeriod(key)).toBe(false);
    expect(() => askedWindow(key, CALENDAR)).toThrow(
      expect.objectContaining({ code: 'REPORT.UNKNOWN_PERIOD' }),
    );
  });
});

describe('reportPeriod', () => {
  it.each([
    ['FY2017', 4, '2016-04..2017-03'],
    ['FY2017', 12, '2016-12..2017-11'],
    ['FY2017', 1, '2017'],
    ['2017-Q2', 4, '2017-Q2'],
    ['2016-04..2017-03', 7, '2016-04..2017-03'],
  ])('takes %s, with fiscal years from month %i, for %s', (asked, fiscalMonth, key) => {
    expect(reportPeriod(asked, fiscalMonth).key).toBe(key);
  });

  it.each(['FY17', 'last-year', ''])('is about no "%s"', (asked) => {
    expect(() => reportPeriod(asked, 1)).toThrow(expect.objectContaining({ code: 'REPORT.UNKNOWN_PERIOD' }));
  });
});

describe('comparedWindow', () => {
  it.each<[string, Window, Comparison, string, Window | null]>([
    [
      'a year',
      { from: '2017-01-01', to: '2017-12-31' },
      'previous',
      '2018-03-01',
      { from: '2016-01-01', to: '2016-12-31' },
    ],
    [
      'a quarter',
      { from: '2017-01-01', to: '2017-03-31' },
      'previous',
      '2018-03-01',
      { from: '2016-10-01', to: '2016-12-31' },
    ],
    [
      'a quarter a year earlier',
      { from: '2017-01-01', to: '2017-03-31' },
      'last-year',
      '2018-03-01',
      { from: '2016-01-01', to: '2016-03-31' },
    ],
    [
      'a February after a leap year’s',
      { from: '2017-02-01', to: '2017-02-28' },
      'last-year',
      '2018-03-01',
      { from: '2016-02-01', to: '2016-02-29' },
    ],
    [
      'a leap year’s February',
      { from: '2016-02-01', to: '2016-02-29' },
      'last-year',
      '2018-03-01',
      { from: '2015-02-01', to: '2015-02-28' },
    ],
    [
      'a year that is not over',
      { from: '2026-01-01', to: '2026-12-31' },
      'previous',
      '2026-11-29',
      { from: '2025-01-01', to: '2025-11-29' },
    ],
    [
      'a year until a leap day',
      { from: '2024-01-01', to: '2024-12-31' },
      'previous',
      '2024-02-29',
      { from: '2023-01-01', to: '2023-02-28' },
    ],
    [
      'a year until the end of a short February',
      { from: '2025-01-01', to: '2025-12-31' },
      'previous',
      '2025-02-28',
      { from: '2024-01-01', to: '2024-02-29' },
    ],
    [
      'a month that is longer than the one before',
      { from: '2026-03-01', to: '2026-03-31' },
      'previous',
      '2026-03-30',
      { from: '2026-02-01', to: '2026-02-28' },
    ],
    [
      'twelve months to a day',
      { from: '2025-11-30', to: '2026-11-29' },
      'previous',
      '2026-11-29',
      { from: '2024-11-30', to: '2025-11-29' },
    ],
    [
      'ten days',
      { from: '2017-06-11', to: '2017-06-20' },
      'previous',
      '2018-03-01',
      { from: '2017-06-01', to: '2017-06-10' },
    ],
    [
      'days without an end',
      { from: '2026-11-20' },
      'previous',
      '2026-11-29',
      { from: '2026-11-10', to: '2026-11-19' },
    ],
    ['what has no beginning', {}, 'last-year', '2026-11-29', { to: '2025-11-29' }],
    ['what has no beginning with what was before', {}, 'previous', '2026-11-29', null],
    ['what has not begun', { from: '2027-01-01', to: '2027-12-31' }, 'previous', '2026-11-29', null],
  ])('sets beside %s as much of before', (_, window, how, today, compared) => {
    expect(comparedWindow(window, how, today)).toEqual(compared);
  });

  it('never overlaps what it is compared with, and never ends before it begins', () => {
    const day = fc.integer({ min: 0, max: 12_000 }).map((days) => daysAfter('2000-01-01', days));
    const presets = fc.constantFrom(...PERIOD_PRESETS);
    fc.assert(
      fc.property(presets, day, fc.integer({ min: 1, max: 12 }), (preset, today, fiscalMonth) => {
        const window = askedWindow(preset, { today, fiscalMonth });
        const before = comparedWindow(window, 'previous', today);
        if (window.from === undefined || before === null) return;
        expect(isDay(before.from ?? '') && isDay(before.to ?? '')).toBe(true);
        expect((before.from ?? '') <= (before.to ?? '')).toBe(true);
        expect((before.to ?? '') < window.from).toBe(true);
      }),
    );
  });
});
