import type { IncomingHttpHeaders } from 'node:http';

/** They change nothing: whoever follows a link from elsewhere comes by one. */
const READING = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Whether a browser sends a change because a page of another site asked it to (ASVS 5.0, 3.5.1). Browsers say so in
 * `Sec-Fetch-Site`, older ones name the asking page's origin; programs send neither.
 *
 * @example isCrossSite('POST', { host: 'attest.example.org', origin: 'https://evil.example' }) // true
 */
export function isCrossSite(method: string, headers: IncomingHttpHeaders): boolean {
  if (READING.includes(method)) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const { origin, host } = headers;
  return origin !== undefined && !isOriginOf(origin, host ?? '');
}

/** `null`, which sandboxed pages send, is the origin of nothing. */
function isOriginOf(origin: string, host: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, host: own } = new URL(origin);
  // The usual port of the protocol may be written or left out.
  const asked = `${protocol}//${host}`;
  return own !== '' && URL.canParse(asked) && new URL(asked).host === own;
}
