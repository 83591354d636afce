import {
  type AccountRow,
  type Arrival,
  addAudit,
  digestOf,
  newSecret,
  type SessionRow,
  sessionEnd,
  storeSession,
} from '../../access/index.ts';
import { oneLine } from '../../core/one-line.ts';
import type { Transaction } from '../../platform/database/database.ts';

const MOST_USER_AGENT = 200;

/** A session just begun. */
export interface Opened {
  /** The secret for the browser, told this once. */
  readonly cookie: string;
  /** What is still needed: nothing where it is `full`, and for the time being nothing where it is `later`. */
  readonly stage: 'full' | 'later' | 'second-factor' | 'enrolment';
}

/** What a session is begun with. */
export interface SessionStart {
  readonly account: Pick<AccountRow, 'id' | 'email'>;
  readonly stage: Opened['stage'];
  readonly method: SessionRow['method'];
  readonly arrival: Arrival;
}

/** Begins a session under an identifier that nobody has seen, and records it. */
export async function openSession(
  tx: Transaction,
  { account, stage, method, arrival }: SessionStart,
  now: Date,
): Promise<Opened> {
  const cookie = newSecret();
  await storeSession(tx, {
    id: digestOf(cookie),
    account: account.id,
    // What it lacks is kept: the gate says at each request whether that may wait.
    stage: stage === 'later' ? 'enrolment' : stage,
    method,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: sessionEnd(now, stage),
    userAgent: oneLine(arrival.userAgent, MOST_USER_AGENT),
    address: arrival.address,
  });
  const done =
    stage === 'full' || stage === 'later'
      ? { action: 'sign-in.succeeded', details: { method } }
      : { action: 'sign-in.half-way', details: { method, needs: stage } };
  await addAudit(tx, { ...done, actor: ownerOf(account, arrival) }, now);
  return { cookie, stage };
}

/** The owner of an account as the audit names it. */
export function ownerOf(account: Pick<AccountRow, 'id' | 'email'>, { address }: Pick<Arrival, 'address'>) {
  return { kind: 'person', id: account.id, name: account.email, address } as const;
}
