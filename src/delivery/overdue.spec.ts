import { parsePeriod } from '../core/period.ts';
import type { DeliveryState, ReportTurn } from './delivery.ts';
import { overdueReports } from './overdue.ts';

const at = new Date('2017-07-01T10:00:05Z');
const when = { now: new Date('2017-09-01T12:00:00Z'), startedAt: new Date('2017-06-01T00:00:00Z') };
const sent: DeliveryState = { is: 'sent', at };
const delivery = (report: string, state: DeliveryState, dueAt = '2017-07-01T10:00:00Z'): ReportTurn => ({
  subscription: '1',
  period: '2017-06',
  recipient: 'ana@example.org',
  name: 'Ana',
  report,
  pillar: null,
  country: null,
  donor: null,
  lang: 'en',
  paper: 'a4',
  deliveredAs: 'pdf',
  whenNothingNew: 'send',
  needsApproval: false,
  issue: null,
  state,
  turn: { dueAt: new Date(dueAt), isLast: false, since: new Date('2017-01-01T00:00:00Z') },
});

it('names the reports that somebody is still without, month by month, and nobody', () => {
  const turns = [
    delivery('country-fact-sheet', { is: 'unclear', since: at, messageId: '1@example.org' }),
    delivery('donor-funding-summary', sent),
    delivery('portfolio', sent),
    delivery('portfolio', { is: 'given-up', attempts: 1, reason: 'refused' }),
    delivery('portfolio', { is: 'missed' }),
    delivery('portfolio', { is: 'settled', at, reason: 'She has left.' }),
    delivery('portfolio', { is: 'ended' }),
  ];
  const periods = [
    { period: parsePeriod('2017-06'), turns },
    {
      period: parsePeriod('2017-07'),
      turns: [delivery('portfolio', { is: 'missed' }, '2017-08-01T10:00:00Z')],
    },
  ];
  expect(overdueReports(periods, when)).toBe(
    '2017-06, due 2017-07-01T10:00:00.000Z: country-fact-sheet is not sent to 1 of 1; portfolio is not sent to 2 of 5. ' +
      '2017-07, due 2017-08-01T10:00:00.000Z: portfolio is not sent to 1 of 1. Send or settle at /deliveries.',
  );
});

it('counts who is late by their own time, and says since when the first of them is', () => {
  const turns = [
    delivery('portfolio', { is: 'missed' }, '2017-09-01T10:00:01Z'),
    delivery('portfolio', { is: 'missed' }, '2017-07-15T05:00:00Z'),
    delivery('portfolio', { is: 'missed' }, '2017-07-20T05:00:00Z'),
    delivery('portfolio', { is: 'to-come', at: new Date('2017-09-10T05:00:00Z') }),
  ];
  const period = parsePeriod('2017-06');
  expect(overdueReports([{ period, turns }], when)).toBe(
    '2017-06, due 2017-07-15T05:00:00.000Z: portfolio is not sent to 2 of 4. Send or settle at /deliveries.',
  );
  expect(overdueReports([{ period, turns: turns.slice(0, 1) }], when)).toBeNull();
});
