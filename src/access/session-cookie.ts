import type { FastifyReply } from 'fastify';

/**
 * The browser keeps a cookie of this name only if it is `Secure`, for this host alone and for all its paths (RFC 6265bis,
 * 4.1.3.2). Over http browsers take it from this machine's own addresses only, so sign-in elsewhere needs TLS.
 */
export const SESSION_COOKIE = '__Host-attest';

/** Of the browser's session: what ends it is on the server. `lax`, so that a link in an e-mail finds its reader signed in. */
const OPTIONS = {
  path: '/',
  secure: true,
  httpOnly: true,
  sameSite: 'lax',
} as const;

export function sessionCookieOf(cookies: Readonly<Record<string, string | undefined>>): string | undefined {
  return cookies[SESSION_COOKIE];
}

/** @param cookie the secret of a session just begun */
export function keepSession(reply: FastifyReply, { cookie }: { readonly cookie: string }): void {
  reply.setCookie(SESSION_COOKIE, cookie, OPTIONS);
}

/** Nothing of what was shown stays in the browser (ASVS 5.0, 14.3.1). */
export function forgetSession(reply: FastifyReply): void {
  reply.clearCookie(SESSION_COOKIE, OPTIONS);
  reply.header('clear-site-data', '"cache", "storage"');
}
