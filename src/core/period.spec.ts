import {
  comparePeriods,
  daysAfter,
  daysBetween,
  isDay,
  latestPeriods,
  monthsBefore,
  nextPeriod,
  parsePeriod,
  periodKeyOf,
  previousMonth,
  previousPeriod,
  windowPosition,
} from './period.ts';

describe('periods', () => {
  it.each([
    { key: '2017-06', kind: 'month', from: '2017-06-01', to: '2017-06-30' },
    { key: '2017-12', kind: 'month', from: '2017-12-01', to: '2017-12-31' },
    { key: '2016-02', kind: 'month', from: '2016-02-01', to: '2016-02-29' },
    { key: '1900-02', kind: 'month', from: '1900-02-01', to: '1900-02-28' },
    { key: '2000-02', kind: 'month', from: '2000-02-01', to: '2000-02-29' },
    { key: '2017-Q1', kind: 'quarter', from: '2017-01-01', to: '2017-03-31' },
    { key: '2017-Q4', kind: 'quarter', from: '2017-10-01', to: '2017-12-31' },
    { key: '2017', kind: 'year', from: '2017-01-01', to: '2017-12-31' },
    { key: '2016-04..2017-03', kind: 'months', from: '2016-04-01', to: '2017-03-31' },
    { key: '2015-12..2016-02', kind: 'months', from: '2015-12-01', to: '2016-02-29' },
  ])('$key is from $from to $to', (period) => {
    expect(parsePeriod(period.key)).toEqual(period);
  });

  it('people ask for what is over of the time in which something last happened', () => {
    const keysAt = (today: string, last: string) => latestPeriods(today, last).map(({ key }) => key);
    expect(keysAt('2026-11-29', '2017-06-30')).toEqual(['2017-06', '2017-Q2', '2017']);
    // The quarter and the year are still running.
    expect(keysAt('2026-11-29', '2026-10-31')).toEqual(['2026-10', '2026-Q3', '2025']);
  });

  it.each([
    ['2017-07-01', ['2017-06', '2017-Q2', '2016']],
    ['2017-01-31', ['2016-12', '2016-Q4', '2016']],
    ['2016-12-31', ['2016-11', '2016-Q3', '2015']],
  ])('people ask on %s for %j', (day, keys) => {
    expect(latestPeriods(day).map(({ key }) => key)).toEqual(keys);
  });

  it.each([
    '',
    '17',
    '2017-13',
    '2017-00',
    '2017-6',
    '2017-Q5',
    '2017-Q0',
    '2017-q2',
    '2017-06-30',
    ' 2017',
    '0000',
    '20170',
    '2017-04..2016-03',
    '2016..2017',
    '2016-04..',
    '2016-04..2017-13',
    '2016-04...2017-03',
  ])('"%s" is refused', (key) => {
    expect(() => parsePeriod(key)).toThrow(
      expect.objectContaining({
        code: 'REPORT.UNKNOWN_PERIOD',
        message: `"${key}" is not a period.`,
        options: expect.objectContaining({
          kind: 'call',
          remedy:
            'Name a month (2017-06), a quarter (2017-Q2), a year (2017), or its first and last month (2016-04..2017-03).',
          values: { period: key },
        }),
      }),
    );
  });

  it.each([
    ['2017-06', '2017-05'],
    ['2017-01', '2016-12'],
    ['2017-Q3', '2017-Q2'],
    ['2017-Q1', '2016-Q4'],
    ['2017', '2016'],
    ['2016-04..2017-03', '2015-04..2016-03'],
    ['2016-12..2017-01', '2016-10..2016-11'],
  ])('before %s comes %s', (key, before) => {
    expect(previousPeriod(parsePeriod(key))).toEqual(parsePeriod(before));
    expect(nextPeriod(parsePeriod(before))).toEqual(parsePeriod(key));
  });

  it.each([
    ['2017-04..2017-06', '2017-Q2'],
    ['2017-01..2017-12', '2017'],
    ['2017-06..2017-06', '2017-06'],
  ])('the months %s are %s', (months, key) => {
    expect(parsePeriod(months)).toEqual(parsePeriod(key));
  });

  it.each([
    ['2017-04-01', '2017-06-30', '2017-Q2'],
    ['2017-01-01', '2017-12-31', '2017'],
    ['2017-02-01', '2017-02-28', '2017-02'],
    ['2017-02-01', '2017-03-31', null],
    ['2016-11-30', '2017-11-29', null],
  ])('from %s to %s is %s', (from, to, key) => {
    expect(periodKeyOf({ from, to })).toBe(key);
  });

  it.each([
    ['2017-07-01', '2017-06'],
    ['2017-07-31', '2017-06'],
    ['2017-01-15', '2016-12'],
  ])('the month before %s is %s', (day, key) => {
    expect(previousMonth(day)).toEqual(parsePeriod(key));
  });
});

it('periods stand in the order of time by their last days, the shorter first', () => {
  const keys = ['2017', '2017-Q2', '2017-06', '2016-07..2017-06', '2017-12', '2017-05', '2017-07'];
  expect(keys.toSorted(comparePeriods)).toEqual([
    '2017-05',
    '2017-06',
    '2017-Q2',
    '2016-07..2017-06',
    '2017-07',
    '2017-12',
    '2017',
  ]);
});

describe('days', () => {
  it.each(['2017-06-30', '2016-02-29', '2000-02-29', '1948-04-30'])('%s is one', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    '2017-02-29',
    '2017-06-31',
    '2017-13-01',
    '2017-00-10',
    '2017-06-00',
    '2017-6-3',
    '17-06-30',
    '2017-06',
    '',
  ])('"%s" is none', (text) => {
    expect(isDay(text)).toBe(false);
  });
});

describe('windows (rule 11)', () => {
  const june = { from: '2017-06-01', to: '2017-06-30' };

  it.each([
    ['2017-05-31', 'before'],
    ['2017-06-01', 'inside'],
    ['2017-06-30', 'inside'],
    ['2017-07-01', 'after'],
    [null, 'undated'],
  ])('of June 2017: a period that ends %s is %s', (periodEnd, position) => {
    expect(windowPosition(periodEnd, june)).toBe(position);
  });

  it.each([
    ['1999-01-01', 'inside'],
    ['2017-07-01', 'after'],
    [null, 'inside'],
  ])('to date at the end of June: a period that ends %s is %s', (periodEnd, position) => {
    expect(windowPosition(periodEnd, { to: '2017-06-30' })).toBe(position);
  });

  it('without an end takes all that comes, and without both everything', () => {
    expect([windowPosition('2099-01-01', { from: '2017-06-01' }), windowPosition(null, {})]).toEqual([
      'inside',
      'inside',
    ]);
  });
});

describe('days after one', () => {
  it.each([
    ['2017-06-30', 12, '2016-06-30'],
    ['2017-03-31', 1, '2017-02-28'],
    ['2016-03-31', 1, '2016-02-29'],
    ['2017-01-15', 2, '2016-11-15'],
  ])('goes back from %s by %i months to %s', (day, months, earlier) => {
    expect(monthsBefore(day, months)).toBe(earlier);
  });

  it('are counted by the calendar', () => {
    expect([daysAfter('2016-02-28', 1), daysAfter('2017-02-28', 1), daysAfter('2017-01-01', -1)]).toEqual([
      '2016-02-29',
      '2017-03-01',
      '2016-12-31',
    ]);
    // From one July to the next there is no 29 February in 2017, and there is one in 2016.
    expect(daysAfter('2016-07-01', -366)).toBe('2015-07-01');
    expect([daysBetween('2017-06-30', '2017-07-02'), daysBetween('2017-07-02', '2017-06-30')]).toEqual([
      2, 2,
    ]);
  });
});
