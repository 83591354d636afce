import fc from 'fast-check';
import { daysAfter } from '../period.ts';
import type { ReportsEvery } from '../result.ts';
import { calendarPeriod, calendarSince, type Days, duePeriods, type ReportedSeries } from './due.ts';

const month = (key: string): Days => calendarPeriod(`${key}-01`, 'month');
const series = (given: Partial<ReportedSeries> = {}): ReportedSeries => ({
  every: 'month',
  programStart: null,
  programEnd: null,
  firstKnown: '2017-03-31',
  reported: [month('2017-03')],
  ...given,
});
/** The first days of what is due, newest first. */
const due = (given: Partial<ReportedSeries>, today = '2017-07-01') =>
  duePeriods(series(given), today).periods.map(({ from }) => from);

describe('what is due', () => {
  it('is each month since the first figure of which there is none, the newest first', () => {
    expect(duePeriods(series({ reported: [month('2017-03'), month('2017-05')] }), '2017-07-01')).toEqual({
      periods: [
        { from: '2017-06-01', to: '2017-06-30', since: '2017-07-01' },
        { from: '2017-04-01', to: '2017-04-30', since: '2017-05-01' },
      ],
      earlier: 0,
    });
  });

  it('is nothing of a period before the day after its last', () => {
    expect(due({}, '2017-06-30')).toEqual(['2017-05-01', '2017-04-01']);
    expect(due({}, '2017-07-01')).toEqual(['2017-06-01', '2017-05-01', '2017-04-01']);
  });

  it.each<[ReportsEvery, readonly string[]]>([
    ['quarter', ['2017-04-01', '2017-01-01', '2016-10-01']],
    ['half-year', ['2017-01-01', '2016-07-01']],
    ['year', ['2016-01-01']],
  ])('is of every %s as the calendar has it', (every, days) => {
    expect(due({ every, firstKnown: '2016-11-30', reported: [] })).toEqual(days);
  });

  it('begins with the start of the programme, where that is known, and ends with its end', () => {
    expect(due({ programStart: '2017-05-01' })).toEqual(['2017-06-01', '2017-05-01']);
    expect(due({ programStart: '2017-05-01', programEnd: '2017-05-31' })).toEqual(['2017-05-01']);
    expect(due({ programStart: '2017-07-01' })).toEqual([]);
    expect(due({ firstKnown: null, reported: [] })).toEqual([]);
  });

  it('is of the days alone on which the programme ran', () => {
    const given = {
      every: 'year',
      programStart: '2016-11-15',
      programEnd: '2017-03-10',
      reported: [],
    } as const;
    expect(duePeriods(series(given), '2017-07-01').periods).toEqual([
      { from: '2017-01-01', to: '2017-03-10', since: '2017-03-11' },
      { from: '2016-11-15', to: '2016-12-31', since: '2017-01-01' },
    ]);
    expect(duePeriods(series(given), '2017-03-10').periods).toEqual([
      { from: '2016-11-15', to: '2016-12-31', since: '2017-01-01' },
    ]);
  });

  it('is reported by a figure that ends in it, or is about all of it', () => {
    const quarter = { every: 'quarter', firstKnown: '2017-01-31' } as const;
    expect(due({ ...quarter, reported: [month('2017-05')] })).toEqual(['2017-01-01']);
    expect(due({ reported: [{ from: '2017-01-01', to: '2017-06-30' }] })).toEqual([]);
    expect(due({ reported: [{ from: '2017-04-15', to: '2017-06-15' }] })).toEqual([
      '2017-04-01',
      '2017-03-01',
    ]);
  });

  it('is listed for twelve months, and counted before them', () => {
    const { periods, earlier } = duePeriods(
      series({ programStart: '2014-01-01', reported: [] }),
      '2017-07-01',
    );
    expect([periods.length, periods.at(-1)?.from, earlier]).toEqual([12, '2016-07-01', 30]);
  });

  it('can be one of the periods of the last twelve months, or one that runs', () => {
    const count = (every: ReportsEvery) => calendarSince('2017-07-01', every).length;
    expect([count('month'), count('quarter'), count('half-year'), count('year')]).toEqual([13, 5, 3, 2]);
  });
});

describe('of any series and day', () => {
  const day = fc.integer({ min: 0, max: 4000 }).map((days) => daysAfter('2010-01-01', days));
  const span = fc.tuple(day, fc.nat(400)).map(([from, days]) => ({ from, to: daysAfter(from, days) }));
  const anySeries: fc.Arbitrary<ReportedSeries> = fc
    .record({
      every: fc.constantFrom('month', 'quarter', 'half-year', 'year'),
      start: fc.option(day),
      lasts: fc.option(fc.nat(2000)),
      firstKnown: fc.option(day),
      reported: fc.array(span, { maxLength: 8 }),
    })
    .map(({ start, lasts, ...given }) => ({
      ...given,
      programStart: start,
      programEnd: lasts === null ? null : daysAfter(start ?? given.firstKnown ?? '2010-01-01', lasts),
    }));
  const all = (one: ReportedSeries, today: string) => {
    const { periods, earlier } = duePeriods(one, today);
    return { periods, total: periods.length + earlier };
  };

  it('what is reported is not due, and what is due is over and lies within the days of its programme', () => {
    fc.assert(
      fc.property(anySeries, day, (one, today) => {
        for (const { from, to, since } of duePeriods(one, today).periods) {
          expect(from <= to && to < today && since === daysAfter(to, 1)).toBe(true);
          expect(from >= (one.programStart ?? '') && to <= (one.programEnd ?? '9999')).toBe(true);
          expect(one.reported.some((days) => days.from <= from && days.to >= to)).toBe(false);
          expect(one.reported.some((days) => days.to >= from && days.to <= to)).toBe(false);
        }
      }),
    );
  });

  it('a report takes away what it is of, and nothing else', () => {
    fc.assert(
      fc.property(anySeries, day, fc.nat(11), (one, today, at) => {
        const before = all(one, today);
        const chosen = before.periods[at];
        fc.pre(chosen !== undefined);
        const after = all({ ...one, reported: [...one.reported, chosen as Days] }, today);
        expect(after.periods).toEqual(before.periods.filter((period) => period !== chosen));
        expect(after.total).toBe(before.total - 1);
      }),
    );
  });
});
