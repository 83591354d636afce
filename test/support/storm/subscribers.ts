import { type Draw, whole } from '../../../bench/generated/draws.ts';
import { subscriptions } from '../../../src/delivery/delivery.table.ts';
import type { Clock } from '../../../src/platform/clock/clock.ts';
import type { DatabaseHandle } from '../../../src/platform/database/database.ts';
import type { Edition, Storm } from './delivery-storm.ts';
import type { Trouble } from './troubled-mail-server.ts';

/** In a hundred, of which a storm has as many hundreds as it has deliveries. */
const SHARES: readonly (readonly [Trouble, number])[] = [
  ['refused', 3],
  ['refused whole', 2],
  ['later', 4],
  ['hangs', 1],
  ['hangs whole', 1],
  ['breaks off', 3],
  ['loses', 2],
  ['keeps', 3],
  ['slow', 3],
];

const recipientOf = (at: number): string => `reader-${String(at).padStart(4, '0')}@example.org`;

/** What befalls the e-mails of each recipient. */
export function troublesOf(
  { deliveries, isCalm = false }: Pick<Storm, 'deliveries' | 'isCalm'>,
  draw: Draw,
): (to: string) => Trouble {
  const troubles = new Map<string, Trouble>();
  const free = Array.from({ length: deliveries }, (_, at) => recipientOf(at));
  for (const [trouble, share] of isCalm ? [] : SHARES) {
    for (let left = Math.max(1, Math.round((share * deliveries) / 100)); left > 0; left -= 1) {
      const [to] = free.splice(whole(draw, free.length), 1);
      if (to !== undefined) troubles.set(to, trouble);
    }
  }
  return (to) => troubles.get(to) ?? 'none';
}

/** Subscribes as many as the storm has deliveries, each to one of its editions. */
export async function subscribe(
  { db }: DatabaseHandle,
  { deliveries, editions }: Pick<Storm, 'deliveries' | 'editions'>,
  clock: Clock,
) {
  const since = clock.now();
  const rows = Array.from({ length: deliveries }, (_, at) => ({
    ...(editions[at % editions.length] as Edition),
    email: recipientOf(at),
    name: `Reader ${at}`,
    since,
  }));
  await db.insert(subscriptions).values(rows);
}
