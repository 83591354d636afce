import type { PgBoss } from 'pg-boss';
import type { DatabaseHandle } from '../database/database.ts';

type PostgresClient = Extract<DatabaseHandle, { readonly kind: 'postgres' }>['client'];
type Listen = NonNullable<ReturnType<PgBoss['getDb']>['listen']>;

/**
 * Listens to Postgres on a connection of the service's driver. pg-boss's own listener takes its handlers off a connection
 * that breaks, and the second error of such a one then ends the process; the driver's connects again by itself, in pauses
 * that grow.
 *
 * @param client whose settings the connection has; it is one more than those of the client
 */
export function listenBy(client: Pick<PostgresClient, 'listen'>): Listen {
  return async (channel, onNotification, onReconnect) => {
    const { unlisten } = await client.listen(channel, onNotification, onReconnect);
    // Not waited for: where the database is away there is nothing to end.
    return { close: async () => void unlisten().catch(() => undefined) };
  };
}
