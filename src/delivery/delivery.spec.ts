import { oneLine } from '../core/one-line.ts';
import {
  type Delivery,
  type DeliveryState,
  editionKey,
  groupByEdition,
  isMissing,
  type LedgerEntry,
  stateOf,
  waits,
} from './delivery.ts';

const now = new Date('2017-07-01T10:20:00Z');
const quarterPast = new Date('2017-07-01T10:15:00Z');
const fivePast = new Date('2017-07-01T10:05:00Z');

const entry: LedgerEntry = {
  status: null,
  attempts: null,
  claimedAt: null,
  messageId: null,
  sentAt: null,
  error: null,
};
const pending: LedgerEntry = { ...entry, status: 'pending', attempts: 0 };
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
  begun: true,
  state: { is: 'open', failed: false, attempts: 0, reason: null },
  ...change,
});

describe('how far a turn has come', () => {
  it.each<[string, LedgerEntry, boolean, DeliveryState]>([
    ['not in the ledger yet', entry, true, { is: 'open', failed: false, attempts: 0, reason: null }],
    ['pending', pending, true, { is: 'open', failed: false, attempts: 0, reason: null }],
    [
      'pending, for the report cannot be made',
      { ...pending, error: 'The browser does not start.' },
      true,
      { is: 'open', failed: false, attempts: 0, reason: 'The browser does not start.' },
    ],
    [
      'failed',
      { ...entry, status: 'failed', attempts: 2, claimedAt: fivePast, error: '550 No such user' },
      true,
      { is: 'open', failed: true, attempts: 2, reason: '550 No such user' },
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

it.each<[DeliveryState, boolean, boolean]>([
  // the state; whether the schedule tries it (fewer than 6 times); whether the subscriber is still without it
  [{ is: 'open', failed: true, attempts: 5, reason: 'x' }, true, true],
  [{ is: 'open', failed: true, attempts: 6, reason: 'x' }, false, true],
  [{ is: 'under-way', since: now }, false, true],
  [{ is: 'unclear', since: now, messageId: '1@x' }, false, true],
  [{ is: 'sent', at: now }, false, false],
  [{ is: 'ended' }, false, false],
])('%o: waits %s, missing %s', (state, waiting, missing) => {
  expect([waits(turn({ state }), 6), isMissing(turn({ state }))]).toEqual([waiting, missing]);
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
