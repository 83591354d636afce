import type { VNode } from 'preact';
import type { SendingTimes } from '../core/schedule.ts';
import type { Edition } from '../web/edition.ts';
import { frequencyMessages, sendingTimeMessages } from '../web/i18n/messages/subscriptions.ts';
import { sendingTimeWords } from '../web/parts/sending-time.tsx';
import type { Comes } from './due.ts';
import { timesOf } from './own-time.ts';

/** At which moment of a month something is sent. @param times the organisation's */
export function momentWords(edition: Edition, of: Comes, times: SendingTimes): string {
  const { schedule } = timesOf(of, times);
  const moment = sendingTimeWords(edition, schedule);
  return schedule === times.schedule ? edition.t(sendingTimeMessages.asOrganisation, { moment }) : moment;
}

/** How often it comes, in a list; and at which moment, where that is its own. @param times the organisation's */
export function Often(props: {
  readonly edition: Edition;
  readonly of: Comes;
  readonly times: SendingTimes;
}): VNode {
  const { edition, of, times } = props;
  const { schedule } = timesOf(of, times);
  return (
    <span>
      {edition.t(frequencyMessages[of.frequency])}
      {schedule !== times.schedule && <span class="quiet">, {sendingTimeWords(edition, schedule)}</span>}
    </span>
  );
}
