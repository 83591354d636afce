import { createHmac, timingSafeEqual } from 'node:crypto';

/** A subscription and the address that it sends to. */
export interface StopClaim {
  readonly subscription: string;
  readonly recipient: string;
}

/** A token as it came, well formed and not yet believed. */
export interface GivenStopToken {
  readonly subscription: string;
  readonly signature: string;
}

/** SIGNATURE.ID, which ends in a digit or a letter as the tokens of links do (link-token.ts). */
const TOKEN = /^([\w-]{43})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/**
 * What stands in the address by which a recipient stops a subscription. It does not end: whoever finds the e-mail years
 * later may still stop what comes. It opens nothing, and stops one subscription of one address.
 *
 * @param key of the purpose `issue-links`; what is signed says which of the two it is
 */
export function stopToken(key: Uint8Array, claim: StopClaim): string {
  return `${signatureOf(key, claim)}.${claim.subscription}`;
}

/** @returns null: it is no token, so nothing needs to be looked up */
export function readStopToken(text: string): GivenStopToken | null {
  const [, signature, subscription] = TOKEN.exec(text) ?? [];
  return signature === undefined || subscription === undefined ? null : { signature, subscription };
}

/** Whether we made the token for this subscription and address; in a time that says nothing of where it differs. */
export function isGenuineStop(
  key: Uint8Array,
  { signature, subscription }: GivenStopToken,
  recipient: string,
): boolean {
  const expected = signatureOf(key, { subscription, recipient });
  return timingSafeEqual(Buffer.from(signature), Buffer.from(expected));
}

function signatureOf(key: Uint8Array, { subscription, recipient }: StopClaim): string {
  const signed = JSON.stringify(['stop subscription', subscription, recipient.toLowerCase()]);
  return createHmac('sha256', key).update(signed).digest('base64url');
}
