import { sql } from 'drizzle-orm';
import { stopSubscription } from '../../src/delivery/subscriptions.repository.ts';
import { type Database, openDatabase } from '../../src/platform/database/database.ts';
import { rowsOf } from '../../src/platform/database/rows.ts';
import { onPostgres } from '../support/database.ts';
import { DeliveryWorld } from './delivery.fixture.ts';
import {
  ADMINISTRATOR,
  addAccount,
  asked,
  changeAccount,
  groupsOf,
  rowOf,
  standing,
} from './subscription-groups.fixture.ts';

/** Until somebody waits for what somebody else holds. */
async function untilSomebodyWaits(db: Database): Promise<void> {
  for (;;) {
    const [found] = await rowsOf<{ waiting: boolean }>(
      db,
      sql`SELECT EXISTS (SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()) AS waiting`,
    );
    if (found?.waiting === true) return;
  }
}

onPostgres('groups that are looked through while somebody stops', (empty) => {
  it('leave stopped what was stopped meanwhile', async () => {
    const { db, close } = await openDatabase({ databaseUrl: await empty(), dataDir: '' });
    const world = DeliveryWorld.on(db, async () => new Uint8Array(32));
    await addAccount(db, 'Ana');
    await addAccount(db, 'Ben');
    await groupsOf(world).enter(ADMINISTRATOR, asked());
    const { id } = await rowOf(db, 'Ana');
    // So that both rows are to be written.
    await changeAccount(db, 'Ana', { lang: 'es' });
    await changeAccount(db, 'Ben', { lang: 'es' });

    const [stopping, asksToEnd] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const stopped = db.transaction(async (tx) => {
      await stopSubscription(tx, id, world.now);
      stopping.resolve();
      await asksToEnd.promise;
    });
    await stopping.promise;
    const looked = Promise.all([world.members().reconcile(), world.members().reconcile()]);
    await untilSomebodyWaits(db);
    asksToEnd.resolve();
    await Promise.all([stopped, looked]);

    expect(await rowOf(db, 'Ana')).toMatchObject({ active: false, stoppedAt: world.now });
    expect(await standing(db)).toEqual(['ben monthly*']);
    expect((await rowOf(db, 'Ben')).lang).toBe('es');
    await close();
  });
});
