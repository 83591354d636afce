/**
 * The browser keeps a cookie of this name only if it is `Secure`, for this host alone and for all its paths (RFC 6265bis,
 * 4.1.3.2). Over http browsers take it from this machine's own addresses only, so sign-in elsewhere needs TLS.
 */
export const SESSION_COOKIE = '__Host-attest';

/** Of the browser's session: what ends it is on the server. `lax`, so that a link in an e-mail finds its reader signed in. */
export const SESSION_COOKIE_OPTIONS = {
  path: '/',
  secure: true,
  httpOnly: true,
  sameSite: 'lax',
} as const;

export function sessionCookieOf(cookies: Readonly<Record<string, string | undefined>>): string | undefined {
  return cookies[SESSION_COOKIE];
}
