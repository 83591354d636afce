import type { IncomingHttpHeaders } from 'node:http';
import type { Config } from '../platform/config/config.ts';
import { headerOfProxy } from '../platform/http/proxy-headers.ts';

/** Where a request comes from, as far as the connection and the headers say. */
export interface Sender {
  /** The other end of the connection: the last proxy, where there is one. */
  readonly peer: string | undefined;
  /** The reader's address, as `TRUST_PROXY` lets proxies tell it. */
  readonly address: string;
  readonly headers: IncomingHttpHeaders;
}

/**
 * Whether a program of this machine itself asks. A proxy on this machine connects from it too, so that its readers would
 * pass for programs of this machine: where one is known to stand in front, the address that it tells decides, and where
 * it tells none, nobody is of this machine (docs/decisions/listening-address.md).
 */
export function isOnThisMachine(
  { peer, address, headers }: Sender,
  { trustedProxies, publicUrl }: Pick<Config, 'trustedProxies' | 'publicUrl'>,
): boolean {
  if (!isLoopback(peer) || !isLoopback(address)) return false;
  if (trustedProxies > 0) return headerOfProxy(headers) === null || headers['x-forwarded-for'] !== undefined;
  return headerOfProxy(headers) === null && !isReachedElsewhere(publicUrl);
}

/**
 * Whether nobody is meant to come from elsewhere: without `PUBLIC_URL` the service listens on loopback alone (`readConfig`
 * refuses any other `HOST`), and no proxy is said to stand in front.
 */
export function isForThisMachineAlone({
  publicUrl,
  trustedProxies,
}: Pick<Config, 'trustedProxies' | 'publicUrl'>): boolean {
  return publicUrl === null && trustedProxies === 0;
}

/** People who come by a name that is not this machine's own come through a proxy, for TLS is its work. */
function isReachedElsewhere(publicUrl: string | null): boolean {
  if (publicUrl === null) return false;
  const { hostname } = new URL(publicUrl);
  return hostname !== 'localhost' && !isLoopback(hostname.replace(/^\[|\]$/g, ''));
}

function isLoopback(address: string | undefined): boolean {
  return /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(address ?? '');
}
