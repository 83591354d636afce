import { oneLine } from '../core/one-line.ts';
import type { Frequency } from '../core/schedule.ts';
import {
  type Delivery,
  type DeliveryState,
  editionKey,
  groupByEdition,
  isDue,
  isLate,
  isMissing,
  isQueued,
  isSendable,
  type LedgerEntry,
  stateBefore,
  stateOf,
} from './delivery.ts';
import { TURN_REASON } from './recipient-reasons.ts';
import { troubleOf } from './trouble.ts';

const now = new Date('2017-07-01T10:20:00Z');
const quarterPast = new Date('2017-07-01T10:15:00Z');
const fivePast = new Date('2017-07-01T10:05:00Z');

const entry: LedgerEntry = {
  status: 'pending',
  attempts: 0,
  heldUp: 0,
  nextAttemptAt: null,
  issue: null,
  awaitsApprovalSince: null,
  settledAt: null,
  claimedAt: null,
  messageId: null,
  sentAt: null,
  error: null,
};
const pending: LedgerEntry = { ...entry, nextAttemptAt: quarterPast };
const open = {
  is: 'open',
  failed: false,
  attempts: 0,
  heldUp: 0,
  reason: null,
  nextAt: quarterPast,
} as const;
const sending: LedgerEntry = {
  ...entry,
  status: 'sending',
  attempts: 1,
  claimedAt: quarterPast,
  messageId: '1@x',
};

const turn = (change: Partial<Delivery> = {}): Delivery => ({
  subscription: 'one',
  period: '2017-06',
  recipient: 'ana@example.org',
  name: 'Ana',
  report: 'portfolio',
  pillar: null,
  country: null,
  donor: null,
  lang: 'en',
  paper: 'a4',
  deliveredAs: 'pdf',
  whenNothingNew: 'send',
  needsApproval: false,
  issue: null,
  state: open,
  ...change,
});

describe('how far a turn has come', () => {
  it.each<[string, LedgerEntry, boolean, DeliveryState]>([
    ['pending', pending, true, open],
    ['pending, until a person says so', entry, true, { is: 'missed' }],
    [
      'pending, for the report cannot be made',
      { ...pending, heldUp: 3, error: 'The browser does not start.' },
      true,
      { ...open, heldUp: 3, reason: 'The browser does not start.' },
    ],
    [
      'failed',
      { ...pending, status: 'failed', attempts: 2, claimedAt: fivePast, error: '451 later' },
      true,
      { ...open, failed: true, attempts: 2, reason: '451 later' },
    ],
    [
      'failed, and not tried again',
      { ...entry, status: 'failed', attempts: 2, claimedAt: fivePast, error: '550 No such user' },
      true,
      { is: 'given-up', attempts: 2, reason: '550 No such user' },
    ],
    [
      'settled',
      { ...entry, status: 'settled', settledAt: fivePast, error: 'She has left.' },
      true,
      { is: 'settled', at: fivePast, reason: 'She has left.' },
    ],
    ['handed over five minutes ago', sending, true, { is: 'under-way', since: quarterPast }],
    [
      'handed over a quarter of an hour ago',
      { ...sending, claimedAt: fivePast },
      true,
      { is: 'unclear', since: fivePast, messageId: '1@x' },
    ],
    [
      'handed over to a server that fell silent',
      { ...sending, error: 'silence' },
      true,
      { is: 'unclear', since: quarterPast, messageId: '1@x' },
    ],
    ['sent', { ...sending, status: 'sent', sentAt: quarterPast }, true, { is: 'sent', at: quarterPast }],
    ['unsubscribed before', pending, false, { is: 'ended' }],
    [
      'unsubscribed after',
      { ...sending, status: 'sent', sentAt: quarterPast },
      false,
      { is: 'sent', at: quarterPast },
    ],
    [
      'unsubscribed while it was handed over',
      { ...sending, error: 'silence' },
      false,
      { is: 'unclear', since: quarterPast, messageId: '1@x' },
    ],
  ])('%s', (_what, given, active, expected) => {
    expect(stateOf(given, active, now)).toEqual(expected);
  });
});

describe('how far a turn has come of which the ledger knows nothing', () => {
  const since = new Date('2017-04-10T12:00:00Z');
  const times = { schedule: { dayOfMonth: 1, hour: 6, timeZone: 'America/New_York' }, fiscalMonth: 4 };
  it.each<[Frequency, string, DeliveryState['is']]>([
    // In April the last report that had fallen due was March's.
    ['monthly', '2017-02', 'not-owed'],
    ['monthly', '2017-03', 'missed'],
    ['monthly', '2017-05', 'missed'],
    ['monthly', '2017-06', 'open'],
    ['monthly', '2017-07', 'to-come'],
    ['monthly', '2017-08', 'not-owed'],
    ['quarterly', '2016-Q4', 'not-owed'],
    ['quarterly', '2017-Q1', 'missed'],
    ['quarterly', '2017-Q2', 'open'],
    ['fiscal-yearly', '2016-04..2017-03', 'open'],
    ['quarterly', '2017-Q3', 'to-come'],
    ['fiscal-yearly', '2017-04..2018-03', 'to-come'],
    ['fiscal-yearly', '2018-04..2019-03', 'not-owed'],
  ])('%s, %s: %s', (frequency, period, is) => {
    expect(stateBefore(period, { frequency, since }, now, times).is).toBe(is);
  });

  it('is to come by its own time where that is later, and was due before where it is earlier', () => {
    const own = { ownDay: 15, ownHour: 7, ownZone: 'Europe/Paris' };
    const monthly = { frequency: 'monthly', since } as const;
    // 07:00 in Paris is 05:00 UTC in summer.
    const at = new Date('2017-07-15T05:00:00Z');
    expect(stateBefore('2017-06', { ...monthly, ...own }, now, times)).toEqual({ is: 'to-come', at });
    const late = { ...times, schedule: { ...times.schedule, dayOfMonth: 20 } };
    expect(stateBefore('2017-06', monthly, now, late)).toMatchObject({ is: 'to-come' });
    const early = { ...monthly, ...own, ownDay: 1 };
    expect(stateBefore('2017-06', early, now, late)).toMatchObject({
      is: 'open',
      nextAt: new Date('2017-07-01T05:00:00Z'),
    });
  });

  it('is nothing that fell due before it came at these times', () => {
    const own = { ownDay: 15, ownHour: 7, ownZone: 'Europe/Paris' };
    const changed = { frequency: 'monthly', since, ...own } as const;
    // By the fifteenth, February had been the last on the tenth of April; it began with March.
    expect(stateBefore('2017-02', changed, now, times)).toEqual({ is: 'missed' });
    const timesSince = new Date('2017-05-20T00:00:00Z');
    expect(stateBefore('2017-02', { ...changed, timesSince }, now, times)).toEqual({ is: 'not-owed' });
    expect(stateBefore('2017-04', { ...changed, timesSince }, now, times)).toEqual({ is: 'missed' });
  });

  it('is to be sent from when it fell due', () => {
    expect(stateBefore('2017-06', { frequency: 'monthly', since }, now, times)).toEqual({
      ...open,
      nextAt: new Date('2017-07-01T10:00:00Z'),
    });
  });
});

it.each<[DeliveryState, boolean, boolean, boolean]>([
  // the state; whether the schedule tries it now; whether the subscriber is still without it; whether a person can send it
  [open, true, true, true],
  [{ ...open, failed: true, attempts: 5, reason: 'x' }, true, true, true],
  [{ ...open, nextAt: now }, true, true, true],
  [{ ...open, nextAt: new Date(now.getTime() + 1) }, false, true, true],
  [{ is: 'given-up', attempts: 1, reason: 'x' }, false, true, true],
  [{ is: 'missed' }, false, true, true],
  [{ is: 'under-way', since: now }, false, true, false],
  [{ is: 'unclear', since: now, messageId: '1@x' }, false, true, false],
  [{ is: 'settled', at: now, reason: 'x' }, false, false, false],
  [{ is: 'sent', at: now }, false, false, false],
  [{ is: 'ended' }, false, false, false],
  [{ is: 'to-come', at: now }, false, false, false],
  [{ is: 'not-owed' }, false, false, false],
])('%o: due %s, missing %s, sendable %s', (state, due, missing, sendable) => {
  const given = turn({ state });
  expect([isDue(given, now), isMissing(given), isSendable(given)]).toEqual([due, missing, sendable]);
});

it.each<[DeliveryState, boolean, boolean]>([
  // the state; whether it waits in a queue that moves; whether it is late where its turn is over
  [{ ...open, reason: TURN_REASON, nextAt: new Date('2017-07-01T15:00:00Z') }, true, false],
  [{ ...open, reason: TURN_REASON, nextAt: new Date('2017-07-01T10:10:01Z') }, true, false],
  // Nobody has come for it in ten minutes.
  [{ ...open, reason: TURN_REASON, nextAt: new Date('2017-07-01T10:10:00Z') }, false, true],
  [{ ...open, failed: true, reason: '451 later' }, false, true],
  [open, false, true],
  [{ is: 'sent', at: now }, false, false],
])('%o: queued %s, late %s', (state, queued, late) => {
  const long = new Date('2017-06-01T00:00:00Z');
  const given = { ...turn({ state }), turn: { dueAt: long, isLast: true, since: long } };
  expect([isQueued(given, now), isLate(given, { now, startedAt: long })]).toEqual([queued, late]);
  // Within two hours nothing is late.
  const justDue = { ...given, turn: { ...given.turn, dueAt: quarterPast } };
  expect(isLate(justDue, { now, startedAt: long })).toBe(false);
  expect(troubleOf(turn({ state }), true, now)).toBe(late ? 'late' : null);
});

describe('editions', () => {
  it('are made once for everybody who gets the same', () => {
    const turns = [
      turn({ subscription: '1', lang: 'pt' }),
      turn({ subscription: '2' }),
      turn({ subscription: '3', lang: 'pt' }),
      turn({ subscription: '4', paper: 'letter' }),
      turn({ subscription: '5', pillar: 'democracy' }),
      turn({ subscription: '6', donor: 'democracy' }),
      turn({ subscription: '7', report: 'country-fact-sheet', country: 'CR' }),
    ];
    const shown = (given: readonly Delivery[]) =>
      groupByEdition(given).map(({ edition, deliveries }) => {
        const members = deliveries.map(({ subscription }) => subscription).sort();
        return `${editionKey(edition)}: ${members.join(',')}`;
      });
    const expected = [
      'country-fact-sheet country=CR en a4: 7',
      'portfolio donor=democracy en a4: 6',
      'portfolio en a4: 2',
      'portfolio en letter: 4',
      'portfolio pillar=democracy en a4: 5',
      'portfolio pt a4: 1,3',
    ];
    expect(shown(turns)).toEqual(expected);
    expect(shown([...turns].reverse())).toEqual(expected);
  });

  it('are none for nobody', () => {
    expect(groupByEdition([])).toEqual([]);
  });
});

describe('foreign text', () => {
  it.each([
    ['June\r\nBcc: eve@example.org', 'June Bcc: eve@example.org'],
    ['a\u2028b\u2029c\u0000d\te', 'a b c d e'],
    ['\u202Egro.elpmaxe', 'gro.elpmaxe'],
    ['\n  ', ''],
    ['12\u00a0345', '12\u00a0345'],
  ])('%j is %j', (text, expected) => {
    expect(oneLine(text)).toBe(expected);
  });

  it('is cut at its length', () => {
    expect([oneLine('abcdefg', 7), oneLine('abcde fgh', 7)]).toEqual(['abcdefg', 'abcde…']);
  });
});
