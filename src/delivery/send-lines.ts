import { type Delivery, editionKey, isSendable, isSentByHand } from './delivery.ts';
import { EXAMPLE_REASON, isExampleAddress } from './example-address.ts';

/** What `npm run send` says of each recipient, and whether anybody is left without the report. */
export interface SendReport {
  readonly lines: readonly string[];
  readonly missing: number;
}

/**
 * The turns of a period in lines, as they stand after a run.
 *
 * @param before as they stood when it began
 */
export function sendReport(before: readonly Delivery[], after: readonly Delivery[]): SendReport {
  const sentBefore = new Set(
    before.flatMap(({ subscription, state }) => (state.is === 'sent' ? [subscription] : [])),
  );
  return {
    lines: after.map((turn) => line(turn, outcome(turn, sentBefore.has(turn.subscription)))),
    missing: after.filter((turn) => isSendable(turn) || turn.state.is === 'unclear').length,
  };
}

/** What a run would do, in lines. */
export function dryRunLines(turns: readonly Delivery[]): readonly string[] {
  return turns.map((turn) => {
    const { state } = turn;
    if (!isSendable(turn) && !isSentByHand(turn)) return line(turn, outcome(turn, true));
    if (isExampleAddress(turn.recipient)) return line(turn, EXAMPLE_REASON);
    const reason = 'reason' in state ? state.reason : null;
    return line(turn, reason === null ? 'would be sent' : `would be sent (so far: ${reason})`);
  });
}

function line(turn: Delivery, what: string): string {
  return `${turn.recipient} (${editionKey(turn)}): ${what}`;
}

function outcome({ state }: Delivery, sentBefore: boolean): string {
  switch (state.is) {
    case 'sent':
      return sentBefore ? `already sent on ${state.at.toISOString()}` : 'sent';
    case 'open':
      return `${state.failed ? 'failed' : 'not sent'}: ${state.reason ?? 'the process was stopped'}`;
    case 'given-up':
      return `failed: ${state.reason}`;
    case 'missed':
    case 'to-come':
    case 'not-owed':
      return 'not sent';
    case 'settled':
      return `settled on ${state.at.toISOString()}, not to be sent: ${state.reason}`;
    case 'under-way':
      return `being sent by another process since ${state.since.toISOString()}`;
    case 'unclear':
      return `unclear: handed over on ${state.since.toISOString()} as <${state.messageId}>, and no answer was recorded; look into the log of the mail server, then say --arrived or --lost`;
    case 'awaits-approval':
      return `waits for approval since ${state.since.toISOString()}`;
    case 'ended':
      return 'not sent: the subscription was ended before';
  }
}
