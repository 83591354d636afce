import fc from 'fast-check';
import { parsePeriod } from '../core/period.ts';
import type { MonthlySchedule } from '../core/schedule.ts';
import { USUAL_SCHEDULE } from '../core/settings/settings.ts';
import { dueTurn, firstMonth, isOverdue, isUnderWay, monthsDue, monthsOwed, monthToSend } from './due.ts';

const NEW_YORK: MonthlySchedule = { ...USUAL_SCHEDULE, timeZone: 'America/New_York' };
const at = (text: string) => new Date(text);
const due = (now: string, timeZone: string) => {
  const { period, dueAtMs } = dueTurn(at(now), { ...USUAL_SCHEDULE, timeZone });
  return `${period.key} since ${new Date(dueAtMs).toISOString()}`;
};

describe('the month that is due', () => {
  it.each([
    // 06:00 in New York is 10:00 UTC in summer and 11:00 UTC in winter.
    ['2017-07-01T09:59:59.999Z', 'America/New_York', '2017-05 since 2017-06-01T10:00:00.000Z'],
    ['2017-07-01T10:00:00.000Z', 'America/New_York', '2017-06 since 2017-07-01T10:00:00.000Z'],
    ['2017-03-01T11:00:00.000Z', 'America/New_York', '2017-02 since 2017-03-01T11:00:00.000Z'],
    // Clocks went forward on 12 March and back on 5 November: neither moves the hour of a first of the month.
    ['2017-04-01T09:59:00.000Z', 'America/New_York', '2017-02 since 2017-03-01T11:00:00.000Z'],
    ['2017-04-01T10:00:00.000Z', 'America/New_York', '2017-03 since 2017-04-01T10:00:00.000Z'],
    ['2017-12-01T11:00:00.000Z', 'America/New_York', '2017-11 since 2017-12-01T11:00:00.000Z'],
    // In Paris they went back on the night to 29 October, and 1 November is winter (UTC+1).
    ['2017-11-01T05:00:00.000Z', 'Europe/Paris', '2017-10 since 2017-11-01T05:00:00.000Z'],
    ['2017-11-01T04:59:00.000Z', 'Europe/Paris', '2017-09 since 2017-10-01T04:00:00.000Z'],
    // Where the new month begins first: 06:00 on 1 July on Kiritimati (UTC+14) is still 30 June, 16:00 UTC.
    ['2017-06-30T16:00:00.000Z', 'Pacific/Kiritimati', '2017-06 since 2017-06-30T16:00:00.000Z'],
    // Over the turn of the year, and after a February with a 29th.
    ['2018-01-01T11:00:00.000Z', 'America/New_York', '2017-12 since 2018-01-01T11:00:00.000Z'],
    ['2016-03-01T11:00:00.000Z', 'America/New_York', '2016-02 since 2016-03-01T11:00:00.000Z'],
    // Only the last that was missed, after three months of standing still.
    ['2017-09-15T00:00:00.000Z', 'America/New_York', '2017-08 since 2017-09-01T10:00:00.000Z'],
  ])('at %s in %s: %s', (now, timeZone, expected) => {
    expect(due(now, timeZone)).toBe(expected);
  });
});

describe('lateness', () => {
  const turn = dueTurn(at('2017-07-01T10:00:00Z'), NEW_YORK);
  const isLate = (now: string, started: string, changed: string | null = null) =>
    isOverdue(turn, {
      now: at(now),
      startedAt: at(started),
      schedule: NEW_YORK,
      changedAt: changed === null ? null : at(changed),
    });

  it('begins two hours after a report fell due', () => {
    expect(isLate('2017-07-01T11:59:59Z', '2017-06-01T00:00:00Z')).toBe(false);
    expect(isLate('2017-07-01T12:00:00Z', '2017-06-01T00:00:00Z')).toBe(true);
  });

  it('gives a process that starts weeks later two hours to catch up', () => {
    expect(isLate('2017-07-20T01:59:59Z', '2017-07-20T00:00:00Z')).toBe(false);
    expect(isLate('2017-07-20T02:00:00Z', '2017-07-20T00:00:00Z')).toBe(true);
  });

  it('gives a schedule by which the report is due already two hours, too', () => {
    const started = '2017-06-01T00:00:00Z';
    expect(isLate('2017-07-10T01:59:59Z', started, '2017-07-10T00:00:00Z')).toBe(false);
    expect(isLate('2017-07-10T02:00:00Z', started, '2017-07-10T00:00:00Z')).toBe(true);
  });

  it('but not with a month that the next has overtaken, which nobody sends without being asked', () => {
    expect(isLate('2017-08-01T10:00:00Z', '2017-08-01T10:00:00Z')).toBe(true);
  });
});

describe('what a subscription is owed', () => {
  it('begins with the last month that was due when it began to stand', () => {
    expect(firstMonth(at('2017-07-01T09:59:59Z'), NEW_YORK)).toBe('2017-05');
    expect(firstMonth(at('2017-07-01T10:00:00Z'), NEW_YORK)).toBe('2017-06');
  });

  it('is each month until the one that is due', () => {
    expect(monthsDue('2017-11', parsePeriod('2018-02'))).toEqual([
      '2017-11',
      '2017-12',
      '2018-01',
      '2018-02',
    ]);
    expect(monthsDue('2018-02', parsePeriod('2018-02'))).toEqual(['2018-02']);
    expect(monthsDue('2018-03', parsePeriod('2018-02'))).toEqual([]);
  });
});

describe('a schedule that is changed', () => {
  const on = (dayOfMonth: number): MonthlySchedule => ({ ...NEW_YORK, dayOfMonth });
  const since = at('2017-01-10T00:00:00Z');

  it('to a later day, owes nothing that was sent, and the next month on the new day', () => {
    const sent = { since, last: '2017-06' };
    expect(monthsOwed(sent, at('2017-07-05T00:00:00Z'), on(15))).toEqual([]);
    expect(monthsOwed(sent, at('2017-07-15T10:00:00Z'), on(15))).toEqual([]);
    expect(monthsOwed(sent, at('2017-08-15T10:00:00Z'), on(15))).toEqual(['2017-07']);
  });

  it('to an earlier day that has passed, owes the month at once', () => {
    expect(monthsOwed({ since, last: '2017-05' }, at('2017-07-05T00:00:00Z'), on(15))).toEqual([]);
    expect(monthsOwed({ since, last: '2017-05' }, at('2017-07-05T00:00:00Z'), on(1))).toEqual(['2017-06']);
  });

  const schedules = fc.record({
    dayOfMonth: fc.integer({ min: 1, max: 28 }),
    hour: fc.integer({ min: 0, max: 23 }),
    timeZone: fc.constantFrom('America/New_York', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Paris'),
  });

  it('as often as anybody likes, gives each month once and leaves none out', () => {
    const hours = fc.integer({ min: 0, max: 24 * 12 });
    const turn = fc.record({ hours, schedule: fc.option(schedules, { freq: 2 }) });
    fc.assert(
      fc.property(schedules, fc.array(turn, { minLength: 40, maxLength: 80 }), (first, turns) => {
        let [schedule, now] = [first, since.getTime()];
        const entered: string[] = [];
        const enter = () =>
          entered.push(...monthsOwed({ since, last: entered.at(-1) ?? null }, new Date(now), schedule));
        enter();
        for (const { hours: passed, schedule: changed } of turns) {
          now += passed * 60 * 60 * 1000;
          enter();
          schedule = changed ?? schedule;
          enter();
        }
        expect(entered).toEqual(monthsDue(entered[0] ?? '', parsePeriod(entered.at(-1) ?? '')));
        expect(entered.at(-1)).toBe(
          [entered.at(-1) ?? '', dueTurn(new Date(now), schedule).period.key].sort().at(-1),
        );
      }),
    );
  });
});

it('takes an e-mail for under way for a quarter of an hour', () => {
  const claimedAt = at('2017-07-01T10:00:00Z');
  expect(isUnderWay(claimedAt, at('2017-07-01T10:14:59Z'))).toBe(true);
  expect(isUnderWay(claimedAt, at('2017-07-01T10:15:00Z'))).toBe(false);
});

describe('the month that a person asks for', () => {
  const month = (key: string, now: string) => monthToSend(key, at(now), 'America/New_York').key;

  it('may be sent as soon as it is over there', () => {
    // 1 July, 00:00 in New York
    expect(month('2017-06', '2017-07-01T04:00:00Z')).toBe('2017-06');
    expect(month('2015-01', '2017-07-01T04:00:00Z')).toBe('2015-01');
  });

  it('is refused on its last evening', () => {
    expect(() => month('2017-06', '2017-07-01T03:59:59Z')).toThrow(
      expect.objectContaining({
        code: 'DELIVERY.PERIOD_NOT_OVER',
        options: expect.objectContaining({ kind: 'call' }),
      }),
    );
  });

  it.each([
    ['2017-Q2', 'DELIVERY.NOT_A_MONTH'],
    ['2017', 'DELIVERY.NOT_A_MONTH'],
    ['2017-13', 'REPORT.UNKNOWN_PERIOD'],
    ['', 'REPORT.UNKNOWN_PERIOD'],
  ])('is refused as "%s": %s', (key, code) => {
    expect(() => month(key, '2017-07-15T00:00:00Z')).toThrow(expect.objectContaining({ code }));
  });
});
