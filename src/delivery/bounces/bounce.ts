import type { ReportedRecipient } from './delivery-report.ts';

/**
 * What a notice comes to. `refused`: no e-mail arrives at this address, and nothing more is sent to it until somebody says
 * so. `expired`: this one was given up after days, and the next may arrive. `delayed`: it is still tried. `doubtful`: it may
 * be about somebody else, or be from anybody. The last two are notes, and change nothing.
 */
export const BOUNCE_KINDS = ['refused', 'expired', 'delayed', 'doubtful'] as const;
export type BounceKind = (typeof BOUNCE_KINDS)[number];

/** What is known of an e-mail that came back. */
export interface Bounce {
  readonly kind: BounceKind;
  readonly status: string;
  readonly words: string;
}

/** What a report says of a recipient, by its action and status (RFC 3464, 2.3.3; RFC 3463, 2); null: it arrived, or will. */
export function kindOf({ action, status }: Pick<ReportedRecipient, 'action' | 'status'>): BounceKind | null {
  if (action === 'failed') return status.startsWith('5') ? 'refused' : 'expired';
  return action === 'delayed' ? 'delayed' : null;
}

/** Whether the e-mail did not arrive, for this or for good. */
export const cameBack = (kind: BounceKind): boolean => kind === 'refused' || kind === 'expired';

const CAME_BACK = 'came back';
const BARRED = 'an e-mail to this address came back';

/** Why an e-mail is not sent that was, as the ledger keeps it. */
export const cameBackReason = (bounce: Omit<Bounce, 'kind'>): string => `${CAME_BACK} ${saidOf(bounce)}`;

/** Why the next ones are not. */
export const barredReason = (bounce: Omit<Bounce, 'kind'>): string => `${BARRED} ${saidOf(bounce)}`;

const saidOf = ({ status, words }: Omit<Bounce, 'kind'>) => `(${status}): ${words}`;

/** What a reason of the ledger says of an e-mail that came back, itself or one before it; null: it is another reason. */
export function readReason(
  reason: string,
): { readonly of: 'itself' | 'earlier'; readonly status: string; readonly words: string } | null {
  const [, of, status = '', words = ''] =
    new RegExp(`^(${CAME_BACK}|${BARRED}) \\(([\\d.]+)\\): (.*)$`, 's').exec(reason) ?? [];
  return of === undefined ? null : { of: of === CAME_BACK ? 'itself' : 'earlier', status, words };
}
