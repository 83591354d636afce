import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * How long a link in an e-mail opens its report: until after the next month's report has come (31 days at most), with
 * four days for who reads it late. What is older has been replaced by a newer report, and its link is one secret less in
 * a mailbox.
 */
export const LINK_DAYS = 35;

const DAY_MS = 24 * 60 * 60 * 1000;

/** When the link of an e-mail that is sent now ends: a whole second, as the token says it. */
export function linkExpiry(now: Date): Date {
  return new Date(Math.floor((now.getTime() + LINK_DAYS * DAY_MS) / 1000) * 1000);
}

/** What a link is for; its signature covers all of it. */
export interface LinkClaim {
  readonly id: string;
  readonly issue: string;
  /** The address that it was sent to. */
  readonly recipient: string;
  /** To the second. */
  readonly expiresAt: Date;
}

/** A token as it came, well formed and not yet believed. */
export interface GivenToken {
  readonly id: string;
  readonly expiresAt: Date;
  readonly signature: string;
}

/** SECONDS.SIGNATURE.ID: ends in a digit, for mail programs leave a `-` or `_` at the end of an address out of the link. */
const TOKEN = /^([1-9]\d{8,10})\.([\w-]{43})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/**
 * What stands in the address of a link. Nobody makes one without the key; who has one can open one issue, until it ends.
 *
 * @param key of the purpose `issue-links`
 */
export function linkToken(key: Uint8Array, claim: LinkClaim): string {
  return `${secondsOf(claim.expiresAt)}.${signatureOf(key, claim)}.${claim.id}`;
}

/** @returns null: it is no token, so nothing needs to be looked up */
export function readToken(text: string): GivenToken | null {
  const [, seconds, signature, id] = TOKEN.exec(text) ?? [];
  if (seconds === undefined || signature === undefined || id === undefined) return null;
  return { id, signature, expiresAt: new Date(Number(seconds) * 1000) };
}

/** Whether we made the token for this issue and recipient; in a time that says nothing of where it differs. */
export function isGenuine(
  key: Uint8Array,
  { id, expiresAt, signature }: GivenToken,
  { issue, recipient }: Pick<LinkClaim, 'issue' | 'recipient'>,
): boolean {
  // Compared as text: of its last character two bits say nothing, and bytes would be alike for four of them.
  const expected = signatureOf(key, { id, issue, recipient, expiresAt });
  return timingSafeEqual(Buffer.from(signature), Buffer.from(expected));
}

function signatureOf(key: Uint8Array, { id, issue, recipient, expiresAt }: LinkClaim): string {
  // As JSON, so that no two claims read alike.
  const signed = JSON.stringify(['issue link', id, issue, recipient, secondsOf(expiresAt)]);
  return createHmac('sha256', key).update(signed).digest('base64url');
}

function secondsOf(moment: Date): number {
  return Math.floor(moment.getTime() / 1000);
}
