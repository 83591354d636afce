import { dayIn } from '../core/time-zone.ts';
import type { Edition } from '../web/edition.ts';
import { bounceMessages } from '../web/i18n/messages/bounces.ts';
import { deliveryMessages, skippedMessages } from '../web/i18n/messages/deliveries.ts';
import { readReason } from './bounces/bounce.ts';
import type { Note } from './bounces/bounces.repository.ts';
import type { Delivery } from './delivery.ts';
import { isExampleAddress } from './example-address.ts';
import { skippedBecause } from './nothing-new.ts';
import { ACCOUNT_REASON, DOMAIN_REASON, TURN_REASON } from './recipient-reasons.ts';

/** How far a delivery has come, in a phrase: "sent, 1 July 2017, 10:00". */
export function deliveryWords(
  { t, f }: Pick<Edition, 't' | 'f'>,
  { state, recipient }: Delivery,
  timeZone: string,
): string {
  if (state.is === 'settled' && isExampleAddress(recipient)) return t(deliveryMessages.example);
  const skipped = state.is === 'settled' ? skippedBecause(state.reason) : null;
  if (skipped !== null) return t(skippedMessages[skipped.when], { period: f.period(skipped.since) });
  switch (state.is) {
    case 'sent':
      return t(deliveryMessages.sent, { moment: f.moment(state.at, timeZone) });
    case 'open':
      if (state.reason === null) return t(deliveryMessages.waiting);
      if (state.reason === TURN_REASON) {
        return t(deliveryMessages.waitsItsTurn, { moment: f.moment(state.nextAt, timeZone) });
      }
      return state.failed
        ? t(deliveryMessages.failed, {
            reason: state.reason,
            attempts: state.attempts,
            moment: f.moment(state.nextAt, timeZone),
          })
        : t(deliveryMessages.waitingWhy, { reason: state.reason });
    case 'given-up': {
      if (state.reason === DOMAIN_REASON) return t(deliveryMessages.notAllowed);
      if (state.reason === ACCOUNT_REASON) return t(deliveryMessages.accountMayNot);
      const bounce = readReason(state.reason);
      if (bounce !== null)
        return t(bounce.of === 'itself' ? bounceMessages.cameBack : bounceMessages.barred, bounce);
      return t(deliveryMessages.givenUp, { reason: state.reason, attempts: state.attempts });
    }
    case 'missed':
      return t(deliveryMessages.missed);
    case 'settled':
      return t(deliveryMessages.settled, {
        day: f.dayShort(dayIn(state.at.getTime(), timeZone)),
        reason: state.reason,
      });
    case 'under-way':
      return t(deliveryMessages.underWay);
    case 'unclear':
      return t(deliveryMessages.unclear, {
        moment: f.moment(state.since, timeZone),
        messageId: state.messageId,
      });
    case 'awaits-approval':
      return t(deliveryMessages.awaitsApproval, { moment: f.moment(state.since, timeZone) });
    case 'ended':
      return t(deliveryMessages.ended);
    case 'to-come':
      return t(deliveryMessages.toCome, { moment: f.moment(state.at, timeZone) });
    case 'not-owed':
      return t(deliveryMessages.notOwed);
  }
}

/** What a mail server said of an e-mail that stands as sent: "on 2 July 2017 its mail server still tried (4.4.1): …". */
export function noteWords(
  { t, f }: Pick<Edition, 't' | 'f'>,
  { kind, status, words, toldAt }: Note,
  timeZone: string,
): string {
  const said = { moment: f.moment(toldAt, timeZone), status, words };
  return t(kind === 'delayed' ? bounceMessages.delayed : bounceMessages.doubtful, said);
}
