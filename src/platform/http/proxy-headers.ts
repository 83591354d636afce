import type { IncomingHttpHeaders } from 'node:http';

/** What proxies add to a request to say that they, and whoever asked them, are there. */
const ADDED_BY_PROXIES =
  /^(forwarded|via|cdn-loop|x-(original-)?forwarded(-.+)?|x-(real|client|cluster-client)-ip|(true-client|cf-connecting|fastly-client|fly-client)-ip|x-azure-clientip|x-envoy-external-address)$/;

/**
 * The first header by which a proxy says that it stands between; null: none does.
 *
 * @example headerOfProxy({ host: 'attest.example.org', 'x-forwarded-for': '203.0.113.9' }) // 'x-forwarded-for'
 */
export function headerOfProxy(headers: IncomingHttpHeaders): string | null {
  return Object.keys(headers).find((name) => ADDED_BY_PROXIES.test(name)) ?? null;
}
