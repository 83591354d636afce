import { parsePeriod } from '../core/period.ts';
import type { Delivery, DeliveryState } from './delivery.ts';
import { overdueReports } from './overdue.ts';

const turn = { period: parsePeriod('2017-06'), dueAtMs: Date.parse('2017-07-01T10:00:00Z') };
const at = new Date('2017-07-01T10:00:05Z');
const sent: DeliveryState = { is: 'sent', at };
const delivery = (report: string, state: DeliveryState): Delivery => ({
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
  const next = { period: parsePeriod('2017-07'), dueAtMs: Date.parse('2017-08-01T10:00:00Z') };
  expect(
    overdueReports(
      [
        { turn, turns },
        { turn: next, turns: [delivery('portfolio', { is: 'missed' })] },
      ],
      at,
    ),
  ).toBe(
    '2017-06, due 2017-07-01T10:00:00.000Z: country-fact-sheet is not sent to 1 of 1; portfolio is not sent to 2 of 5. ' +
      '2017-07, due 2017-08-01T10:00:00.000Z: portfolio is not sent to 1 of 1. Send or settle at /deliveries.',
  );
});
