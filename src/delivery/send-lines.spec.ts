import type { Delivery, DeliveryState } from './delivery.ts';
import { dryRunLines, sendReport } from './send-lines.ts';

const at = new Date('2017-07-01T10:00:05Z');
const turn = (name: string, state: DeliveryState): Delivery => ({
  subscription: name,
  period: '2017-06',
  recipient: `${name}@example.org`,
  name,
  report: 'portfolio',
  pillar: name === 'dan' ? 'democracy' : null,
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
const open = { is: 'open', failed: false, attempts: 0, heldUp: 0, reason: null, nextAt: at } as const;
const sent: DeliveryState = { is: 'sent', at };

describe('what npm run send says', () => {
  it('of each recipient', () => {
    const before = [turn('ana', sent), turn('ben', open), turn('dan', open)];
    const after = [
      turn('ana', sent),
      turn('ben', sent),
      turn('dan', { is: 'given-up', attempts: 1, reason: '550 No such user here' }),
      turn('eva', { ...open, reason: 'No browser starts.' }),
      turn('fay', { is: 'under-way', since: at }),
      turn('gus', { is: 'unclear', since: at, messageId: '2017-06.gus@example.org' }),
      turn('hal', { is: 'ended' }),
      turn('ivo', open),
      turn('jan', { is: 'settled', at, reason: 'He has left.' }),
      turn('kim', { ...open, failed: true, attempts: 2, reason: '451 later' }),
    ];
    expect(sendReport(before, after)).toEqual({
      missing: 5,
      lines: [
        'ana@example.org (portfolio en a4): already sent on 2017-07-01T10:00:05.000Z',
        'ben@example.org (portfolio en a4): sent',
        'dan@example.org (portfolio pillar=democracy en a4): failed: 550 No such user here',
        'eva@example.org (portfolio en a4): not sent: No browser starts.',
        'fay@example.org (portfolio en a4): being sent by another process since 2017-07-01T10:00:05.000Z',
        'gus@example.org (portfolio en a4): unclear: handed over on 2017-07-01T10:00:05.000Z as <2017-06.gus@example.org>, and no answer was recorded; look into the log of the mail server, then say --arrived or --lost',
        'hal@example.org (portfolio en a4): not sent: the subscription was ended before',
        'ivo@example.org (portfolio en a4): not sent: the process was stopped',
        'jan@example.org (portfolio en a4): settled on 2017-07-01T10:00:05.000Z, not to be sent: He has left.',
        'kim@example.org (portfolio en a4): failed: 451 later',
      ],
    });
  });

  it('without doing it', () => {
    expect(
      dryRunLines([
        turn('ana', sent),
        turn('ben', open),
        turn('dan', { is: 'given-up', attempts: 6, reason: '550 No such user here' }),
        turn('eva', { is: 'missed' }),
        turn('fay', { is: 'not-owed' }),
        turn('hal', { is: 'ended' }),
      ]),
    ).toEqual([
      'ana@example.org (portfolio en a4): already sent on 2017-07-01T10:00:05.000Z',
      'ben@example.org (portfolio en a4): would be sent',
      'dan@example.org (portfolio pillar=democracy en a4): would be sent (so far: 550 No such user here)',
      'eva@example.org (portfolio en a4): would be sent',
      'fay@example.org (portfolio en a4): would be sent',
      'hal@example.org (portfolio en a4): not sent: the subscription was ended before',
    ]);
  });
});
