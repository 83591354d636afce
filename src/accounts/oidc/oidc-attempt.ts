import type { Language } from '../../core/text.ts';

/** What a browser carries to the provider and back, sealed: it is used once, within `ATTEMPT_MS`. */
export interface OidcAttempt {
  readonly state: string;
  readonly nonce: string;
  /** Of PKCE (RFC 7636). */
  readonly verifier: string;
  /** Where the person wanted to go. */
  readonly next: string | null;
  /** As chosen before; null: as the browser prefers. */
  readonly lang: Language | null;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** To sign in at the provider, with a second factor too. */
export const ATTEMPT_MS = 10 * 60_000;

/** Apart from the session's: it is nobody's sign-in yet. */
export const ATTEMPT_COOKIE = '__Host-attest-oidc';

/** `lax`: the provider sends the browser back by a link of its own, and `strict` would leave the cookie out. */
export const ATTEMPT_COOKIE_OPTIONS = {
  path: '/',
  secure: true,
  httpOnly: true,
  sameSite: 'lax',
} as const;
