import type { Config } from './config.ts';

/**
 * Where the service is reached: its public address, or the one of this machine on which it listens; null: it takes any free
 * port, and knows none before it has one.
 *
 * @example ownAddress({ publicUrl: null, host: '127.0.0.1', port: 3000 }) // 'http://127.0.0.1:3000'
 */
export function ownAddress({
  publicUrl,
  host,
  port,
}: Pick<Config, 'publicUrl' | 'host' | 'port'>): string | null {
  if (publicUrl !== null) return publicUrl;
  if (port === 0) return null;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
