import fc from 'fast-check';
import { parsePeriod } from '../core/period.ts';
import { FREQUENCIES, type Frequency, type MonthlySchedule, type SendingTimes } from '../core/schedule.ts';
import { USUAL_SCHEDULE } from '../core/settings/settings.ts';
import { dayIn } from '../core/time-zone.ts';
import {
  dueTurn,
  dueTurnOf,
  firstPeriod,
  isOverdue,
  isUnderWay,
  periodsDue,
  periodsOwed,
  periodToSend,
  turnTimes,
} from './due.ts';
import type { OwnTime } from './own-time.ts';

const NEW_YORK: MonthlySchedule = { ...USUAL_SCHEDULE, timeZone: 'America/New_York' };
const times = (schedule: MonthlySchedule, fiscalMonth = 4): SendingTimes => ({ schedule, fiscalMonth });
const at = (text: string) => new Date(text);
const ownTime = (schedule: MonthlySchedule | null): OwnTime => ({
  ownDay: schedule?.dayOfMonth ?? null,
  ownHour: schedule?.hour ?? null,
  ownZone: schedule?.timeZone ?? null,
});
const due = (now: string, timeZone: string) => {
  const { period, dueAtMs } = dueTurn(at(now), times({ ...USUAL_SCHEDULE, timeZone }));
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
  const since = at('2017-01-10T00:00:00Z');
  const monthly = { frequency: 'monthly', since, timesSince: null } as const;
  const isLate = (
    now: string,
    started: string,
    change: Partial<Parameters<ReturnType<typeof turnTimes>>[0]> & { readonly scheduleSince?: string } = {},
  ) => {
    const { scheduleSince, ...said } = change;
    const changed = scheduleSince === undefined ? null : at(scheduleSince);
    const organisation = { ...times(NEW_YORK), scheduleSince: changed };
    const turn = turnTimes('2017-06', at(now), organisation)({ ...monthly, ...said });
    return isOverdue(turn, { now: at(now), startedAt: at(started) });
  };
  const started = '2017-06-01T00:00:00Z';

  it('begins two hours after a report fell due', () => {
    expect(isLate('2017-07-01T11:59:59Z', started)).toBe(false);
    expect(isLate('2017-07-01T12:00:00Z', started)).toBe(true);
  });

  it('gives a process that starts weeks later two hours to catch up', () => {
    expect(isLate('2017-07-20T01:59:59Z', '2017-07-20T00:00:00Z')).toBe(false);
    expect(isLate('2017-07-20T02:00:00Z', '2017-07-20T00:00:00Z')).toBe(true);
  });

  it('gives a schedule by which the report is due already two hours, too', () => {
    const scheduleSince = '2017-07-10T00:00:00Z';
    expect(isLate('2017-07-10T01:59:59Z', started, { scheduleSince })).toBe(false);
    expect(isLate('2017-07-10T02:00:00Z', started, { scheduleSince })).toBe(true);
  });

  it('and a subscription that begins, or is said to come otherwise', () => {
    for (const change of [
      { since: at('2017-07-10T00:00:00Z') },
      { timesSince: at('2017-07-10T00:00:00Z') },
    ]) {
      expect(isLate('2017-07-10T01:59:59Z', started, change)).toBe(false);
      expect(isLate('2017-07-10T02:00:00Z', started, change)).toBe(true);
    }
  });

  it('goes by its own time, whatever becomes of the schedule', () => {
    const own = { ownDay: 15, ownHour: 7, ownZone: 'Europe/Paris' };
    // It falls due at 05:00 UTC.
    expect(isLate('2017-07-15T06:59:59Z', started, own)).toBe(false);
    expect(isLate('2017-07-15T07:00:00Z', started, own)).toBe(true);
    expect(isLate('2017-07-15T07:00:00Z', started, { ...own, scheduleSince: '2017-07-15T06:00:00Z' })).toBe(
      true,
    );
  });

  it('but not with a month that the next has overtaken, which nobody sends without being asked', () => {
    expect(isLate('2017-08-01T10:00:00Z', '2017-08-01T10:00:00Z')).toBe(true);
  });

  it('of a quarter is given time as long as no later quarter has fallen due', () => {
    const quarter = (now: string) => {
      const turn = turnTimes('2017-Q2', at(now), { ...times(NEW_YORK), scheduleSince: null })({
        ...monthly,
        frequency: 'quarterly',
      });
      return isOverdue(turn, { now: at(now), startedAt: at(now) });
    };
    expect(quarter('2017-09-20T00:00:00Z')).toBe(false);
    expect(quarter('2017-10-01T10:00:00Z')).toBe(true);
  });
});

describe('a time of its own', () => {
  const organisation = times(NEW_YORK);
  const dueBy = (own: OwnTime, now: string) => {
    const { period, dueAtMs } = dueTurnOf({ frequency: 'monthly', ...own }, at(now), organisation);
    return `${period.key} since ${new Date(dueAtMs).toISOString()}`;
  };

  it('says when a report falls due, instead of the organisation', () => {
    const own = { ownDay: 15, ownHour: 7, ownZone: 'Europe/Paris' };
    expect(dueBy(own, '2017-07-15T04:59:59Z')).toBe('2017-05 since 2017-06-15T05:00:00.000Z');
    expect(dueBy(own, '2017-07-15T05:00:00Z')).toBe('2017-06 since 2017-07-15T05:00:00.000Z');
    // Winter: an hour later.
    expect(dueBy(own, '2017-12-15T05:59:59Z')).toBe('2017-10 since 2017-11-15T06:00:00.000Z');
    expect(dueBy(own, '2017-12-15T06:00:00Z')).toBe('2017-11 since 2017-12-15T06:00:00.000Z');
  });

  it('does not come before the month is over for the organisation', () => {
    // 06:00 on 1 July on Kiritimati (UTC+14) is 16:00 UTC of 30 June; in New York June ends at 04:00 UTC of 1 July.
    const own = { ownDay: 1, ownHour: 6, ownZone: 'Pacific/Kiritimati' };
    expect(dueBy(own, '2017-07-01T03:59:59Z')).toBe('2017-05 since 2017-06-01T04:00:00.000Z');
    expect(dueBy(own, '2017-07-01T04:00:00Z')).toBe('2017-06 since 2017-07-01T04:00:00.000Z');
    // At 18:00 there it is over here, too.
    expect(dueBy({ ...own, ownHour: 18 }, '2017-07-01T04:00:00Z')).toBe(
      '2017-06 since 2017-07-01T04:00:00.000Z',
    );
    expect(dueBy({ ...own, ownHour: 19 }, '2017-07-01T04:59:59Z')).toBe(
      '2017-05 since 2017-06-01T05:00:00.000Z',
    );
  });
});

describe('the last report of each frequency', () => {
  it.each<[string, Frequency, string]>([
    ['2017-07-01T10:00:00Z', 'quarterly', '2017-Q2 since 2017-07-01T10:00:00.000Z'],
    ['2017-07-01T09:59:59Z', 'quarterly', '2017-Q1 since 2017-04-01T10:00:00.000Z'],
    ['2017-09-15T00:00:00Z', 'quarterly', '2017-Q2 since 2017-07-01T10:00:00.000Z'],
    ['2018-01-01T10:59:59Z', 'yearly', '2016 since 2017-01-01T11:00:00.000Z'],
    ['2018-01-01T11:00:00Z', 'yearly', '2017 since 2018-01-01T11:00:00.000Z'],
    // Fiscal years begin in April here.
    ['2017-04-01T09:59:59Z', 'fiscal-yearly', '2015-04..2016-03 since 2016-04-01T10:00:00.000Z'],
    ['2017-04-01T10:00:00Z', 'fiscal-yearly', '2016-04..2017-03 since 2017-04-01T10:00:00.000Z'],
  ])('at %s, %s: %s', (now, frequency, expected) => {
    const { period, dueAtMs } = dueTurn(at(now), times(NEW_YORK), frequency);
    expect(`${period.key} since ${new Date(dueAtMs).toISOString()}`).toBe(expected);
  });

  it('of a fiscal year that begins in January is that of the year', () => {
    const january = times(NEW_YORK, 1);
    expect(dueTurn(at('2017-06-01T00:00:00Z'), january, 'fiscal-yearly').period.key).toBe('2016');
  });
});

describe('what a subscription is owed', () => {
  const since = at('2017-01-10T00:00:00Z');
  const keys = (first: string, due: string) =>
    periodsDue(parsePeriod(first), parsePeriod(due)).map(({ key }) => key);

  it('begins with the last period that was due when it began to stand', () => {
    const first = (since: string, frequency: Frequency) =>
      firstPeriod({ since: at(since), frequency }, times(NEW_YORK)).key;
    expect(first('2017-07-01T09:59:59Z', 'monthly')).toBe('2017-05');
    expect(first('2017-07-01T10:00:00Z', 'monthly')).toBe('2017-06');
    expect(first('2017-07-01T10:00:00Z', 'quarterly')).toBe('2017-Q2');
  });

  it('begins with the next, where it was said so', () => {
    const next = { frequency: 'monthly', since, fromNext: true, last: null } as const;
    // December had fallen due on the first of January.
    expect(firstPeriod(next, times(NEW_YORK)).key).toBe('2017-01');
    expect(periodsOwed(next, since, times(NEW_YORK))).toEqual([]);
    expect(periodsOwed(next, at('2017-02-01T10:59:59Z'), times(NEW_YORK))).toEqual([]);
    expect(periodsOwed(next, at('2017-02-01T11:00:00Z'), times(NEW_YORK))).toEqual(['2017-01']);
    const quarterly = { ...next, frequency: 'quarterly' } as const;
    expect(periodsOwed(quarterly, at('2017-04-01T10:00:00Z'), times(NEW_YORK))).toEqual(['2017-Q1']);
  });

  it('begins with the next by a time that was changed before it has had any', () => {
    const [since, timesSince] = [at('2017-06-10T12:00:00Z'), at('2017-06-20T12:00:00Z')];
    const own = { ownDay: 15, ownHour: 7, ownZone: 'Europe/Paris' };
    const owed = { frequency: 'monthly', since, timesSince, fromNext: true, last: null, ...own } as const;
    // By that time May fell due on the fifteenth of June, before anybody had said so.
    expect(periodsOwed(owed, timesSince, times(NEW_YORK))).toEqual([]);
    expect(periodsOwed(owed, at('2017-07-15T04:59:59Z'), times(NEW_YORK))).toEqual([]);
    expect(periodsOwed(owed, at('2017-07-15T05:00:00Z'), times(NEW_YORK))).toEqual(['2017-06']);
    // Who has had May has June by the new time, though it had fallen due when that was said.
    const early = { ...owed, last: '2017-05', timesSince: at('2017-07-20T00:00:00Z') };
    expect(periodsOwed(early, at('2017-07-20T00:00:00Z'), times(NEW_YORK))).toEqual(['2017-06']);
  });

  it('is each period until the one that is due', () => {
    expect(keys('2017-11', '2018-02')).toEqual(['2017-11', '2017-12', '2018-01', '2018-02']);
    expect(keys('2018-02', '2018-02')).toEqual(['2018-02']);
    expect(keys('2018-03', '2018-02')).toEqual([]);
    expect(keys('2017-Q3', '2018-Q1')).toEqual(['2017-Q3', '2017-Q4', '2018-Q1']);
    expect(keys('2015-04..2016-03', '2016-04..2017-03')).toEqual(['2015-04..2016-03', '2016-04..2017-03']);
  });

  it('by quarters instead of months, begins after the months that it has had', () => {
    const quarterly = { frequency: 'quarterly', since, last: '2017-06' } as const;
    expect(periodsOwed(quarterly, at('2017-07-02T00:00:00Z'), times(NEW_YORK))).toEqual([]);
    expect(periodsOwed(quarterly, at('2017-10-02T00:00:00Z'), times(NEW_YORK))).toEqual(['2017-Q3']);
    const monthly = { frequency: 'monthly', since, last: '2017-Q2' } as const;
    expect(periodsOwed(monthly, at('2017-08-02T00:00:00Z'), times(NEW_YORK))).toEqual(['2017-07']);
  });
});

describe('a schedule that is changed', () => {
  const on = (dayOfMonth: number) => times({ ...NEW_YORK, dayOfMonth });
  const monthly = { frequency: 'monthly', since: at('2017-01-10T00:00:00Z') } as const;

  it('to a later day, owes nothing that was sent, and the next month on the new day', () => {
    const sent = { ...monthly, last: '2017-06' };
    expect(periodsOwed(sent, at('2017-07-05T00:00:00Z'), on(15))).toEqual([]);
    expect(periodsOwed(sent, at('2017-07-15T10:00:00Z'), on(15))).toEqual([]);
    expect(periodsOwed(sent, at('2017-08-15T10:00:00Z'), on(15))).toEqual(['2017-07']);
  });

  it('to an earlier day that has passed, owes the month at once', () => {
    const sent = { ...monthly, last: '2017-05' };
    expect(periodsOwed(sent, at('2017-07-05T00:00:00Z'), on(15))).toEqual([]);
    expect(periodsOwed(sent, at('2017-07-05T00:00:00Z'), on(1))).toEqual(['2017-06']);
  });

  const schedules = fc.record({
    dayOfMonth: fc.integer({ min: 1, max: 28 }),
    hour: fc.integer({ min: 0, max: 23 }),
    timeZone: fc.constantFrom('America/New_York', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Paris'),
  });
  const ownTimes = fc.option(schedules).map(ownTime);

  it.each(FREQUENCIES)(
    'as often as anybody likes, gives each period once and leaves none out: %s',
    (frequency) => {
      const most = frequency === 'monthly' ? 24 * 12 : 24 * 90;
      const hours = fc.integer({ min: 0, max: most });
      const turn = fc.record({
        hours,
        schedule: fc.option(schedules, { freq: 2 }),
        own: fc.option(ownTimes, { freq: 2 }),
      });
      const turns = fc.array(turn, { minLength: 40, maxLength: 80 });
      fc.assert(
        fc.property(schedules, ownTimes, turns, (first, firstOwn, turns) => {
          let [schedule, own, now] = [first, firstOwn, monthly.since.getTime()];
          const entered: string[] = [];
          const owed = () => ({ ...monthly, frequency, ...own, last: entered.at(-1) ?? null });
          const enter = () => entered.push(...periodsOwed(owed(), new Date(now), times(schedule)));
          enter();
          for (const { hours: passed, ...changed } of turns) {
            now += passed * 60 * 60 * 1000;
            enter();
            schedule = changed.schedule ?? schedule;
            own = changed.own ?? own;
            enter();
          }
          const [earliest, latest] = [entered.at(0) ?? '', entered.at(-1) ?? ''];
          const all = periodsDue(parsePeriod(earliest), parsePeriod(latest));
          expect(entered).toEqual(all.map(({ key }) => key));
          const due = dueTurnOf({ frequency, ...own }, new Date(now), times(schedule)).period;
          expect(parsePeriod(latest).to >= due.to).toBe(true);
        }),
      );
    },
  );
});

describe('over the changes of clocks of two years', () => {
  const ZONES = [
    'America/New_York',
    'America/Havana',
    'America/Santiago',
    'America/Sao_Paulo',
    'Europe/Paris',
    'Africa/Casablanca',
    'Asia/Tehran',
    'Australia/Lord_Howe',
    'Pacific/Apia',
    'Pacific/Kiritimati',
  ];
  const HOUR = 60 * 60 * 1000;
  const begin = Date.UTC(2016, 0, 10);
  /** Every nine hours around the first of each month, wherever it is first or last. */
  const MOMENTS = [
    begin,
    ...Array.from({ length: 24 }, (_, month) => Date.UTC(2016, month + 1, 1)).flatMap((first) =>
      [-36, -27, -18, -9, 0, 9, 18, 27, 36].map((hours) => first + hours * HOUR),
    ),
  ];

  const months = [2016, 2017].flatMap((year) =>
    Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`),
  );

  it('each month comes once by any time of its own, never before it is over for the organisation', () => {
    const schedules = fc.record({
      dayOfMonth: fc.integer({ min: 1, max: 28 }),
      hour: fc.integer({ min: 0, max: 23 }),
      timeZone: fc.constantFrom(...ZONES),
    });
    const steps = fc.array(fc.integer({ min: 1, max: 20 * 24 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(schedules, schedules, steps, (own, organisation, hours) => {
        const entered: string[] = [];
        const owed = { frequency: 'monthly', since: new Date(begin), ...ownTime(own) } as const;
        const end = Date.UTC(2018, 0, 31);
        for (let [now, step] = [begin, 0]; now < end; step += 1) {
          const given = { ...owed, last: entered.at(-1) ?? null };
          for (const period of periodsOwed(given, new Date(now), times(organisation))) {
            expect(parsePeriod(period).to < dayIn(now, organisation.timeZone)).toBe(true);
            entered.push(period);
          }
          now += (hours[step % hours.length] ?? 1) * HOUR;
        }
        entered.push(
          ...periodsOwed({ ...owed, last: entered.at(-1) ?? null }, new Date(end), times(organisation)),
        );
        // By a day after the tenth, November was the last that had fallen due when it began.
        const [first = ''] = entered;
        expect(['2015-11', '2015-12']).toContain(first);
        expect(entered).toEqual(
          first === '2015-11' ? ['2015-11', '2015-12', ...months] : ['2015-12', ...months],
        );
      }),
      { numRuns: 60 },
    );
  });

  it.each(ZONES)('each period comes once, in its order, whatever the hour: %s', (timeZone) => {
    for (const hour of [0, 2, 23]) {
      const zoned = times({ ...USUAL_SCHEDULE, hour, timeZone });
      const entered = new Map<Frequency, string[]>(FREQUENCIES.map((frequency) => [frequency, []]));
      for (const now of MOMENTS) {
        for (const [frequency, known] of entered) {
          const owed = { frequency, since: new Date(begin), last: known.at(-1) ?? null };
          known.push(...periodsOwed(owed, new Date(now), zoned));
        }
      }
      expect(entered.get('monthly')).toEqual(['2015-12', ...months]);
      expect(entered.get('quarterly')).toEqual([
        '2015-Q4',
        ...['2016', '2017'].flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`)),
      ]);
      expect(entered.get('yearly')).toEqual(['2015', '2016', '2017']);
      expect(entered.get('fiscal-yearly')).toEqual([
        '2014-04..2015-03',
        '2015-04..2016-03',
        '2016-04..2017-03',
      ]);
    }
  });
});

it('takes an e-mail for under way for a quarter of an hour', () => {
  const claimedAt = at('2017-07-01T10:00:00Z');
  expect(isUnderWay(claimedAt, at('2017-07-01T10:14:59Z'))).toBe(true);
  expect(isUnderWay(claimedAt, at('2017-07-01T10:15:00Z'))).toBe(false);
});

describe('the period that a person asks for', () => {
  const asked = (key: string, now: string) => periodToSend(key, at(now), 'America/New_York').key;

  it('may be sent as soon as it is over there', () => {
    // 1 July, 00:00 in New York
    expect(asked('2017-06', '2017-07-01T04:00:00Z')).toBe('2017-06');
    expect(asked('2015-01', '2017-07-01T04:00:00Z')).toBe('2015-01');
    expect(asked('2017-Q2', '2017-07-01T04:00:00Z')).toBe('2017-Q2');
  });

  it('is refused on its last evening', () => {
    expect(() => asked('2017-06', '2017-07-01T03:59:59Z')).toThrow(
      expect.objectContaining({
        code: 'DELIVERY.PERIOD_NOT_OVER',
        options: expect.objectContaining({ kind: 'call' }),
      }),
    );
  });

  it.each([
    ['2017', 'DELIVERY.PERIOD_NOT_OVER'],
    ['2017-Q3', 'DELIVERY.PERIOD_NOT_OVER'],
    ['2017-13', 'REPORT.UNKNOWN_PERIOD'],
    ['', 'REPORT.UNKNOWN_PERIOD'],
  ])('is refused as "%s": %s', (key, code) => {
    expect(() => asked(key, '2017-07-15T00:00:00Z')).toThrow(expect.objectContaining({ code }));
  });
});
