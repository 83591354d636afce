import { sql } from 'drizzle-orm';
import { fillByInserts } from '../../bench/generated.ts';
import { EVERYTHING, readInScope } from '../../src/access/index.ts';
import { openArchive } from '../../src/platform/backup/archive.ts';
import { restoreBackup, takeBackup } from '../../src/platform/backup/backup.repository.ts';
import { type Database, openDatabase, type Transaction } from '../../src/platform/database/database.ts';
import { rowsOf } from '../../src/platform/database/rows.ts';
import { onPostgres } from '../support/database.ts';

const NOW = new Date('2017-07-01T12:00:00Z');
const countOf = async (tx: Database | Transaction) => {
  const [found] = await rowsOf<{ count: string }>(
    tx,
    sql`SELECT (SELECT count(*) FROM kept.totals) + (SELECT count(*) FROM kept.results) + (SELECT count(*) FROM kept.money) AS count`,
  );
  return Number(found?.count);
};

const isAnybodyWaiting = async (db: Database) => {
  const [found] = await rowsOf<{ waiting: boolean }>(
    db,
    sql`SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) AS waiting`,
  );
  return found?.waiting === true;
};

onPostgres('tables that are exchanged while somebody reads', (empty) => {
  it('are the ones that it began with, and whoever begins meanwhile reads either', async () => {
    const { db, close } = await openDatabase({ databaseUrl: await empty(), dataDir: '' });
    await db.transaction((tx) => fillByInserts(tx, 300));
    await db.execute(sql`SELECT rebuild_kept_totals()`);
    const count = await countOf(db);
    expect(count).toBeGreaterThan(1_000);

    const [begun, asked] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const reading = readInScope(db, EVERYTHING, async (tx) => {
      await tx.execute(sql`SELECT count(*) FROM programs`);
      begun.resolve();
      await asked.promise;
      return countOf(tx);
    });
    await begun.promise;
    const exchanging = db.execute(sql`SELECT partition_kept_totals(3)`);
    const isOver = exchanging.then(() => true);
    // It waits for the reader; one that did not would end.
    while (!(await isAnybodyWaiting(db)) && !(await Promise.race([isOver, false])));
    // However long the first reads, others are not kept waiting behind the exchange.
    expect(await readInScope(db, EVERYTHING, countOf)).toBe(count);
    expect(await Promise.race([isOver, false])).toBe(false);
    const later = readInScope(db, EVERYTHING, countOf);
    asked.resolve();
    expect(await Promise.all([reading, later])).toEqual([count, count]);
    await exchanging;
    expect(await countOf(db)).toBe(count);
    await close();
  });

  it('are not waited for by whoever waits for the rows of a backup', async () => {
    const { db, close } = await openDatabase({ databaseUrl: await empty(), dataDir: '' });
    await db.transaction((tx) => fillByInserts(tx, 300));
    await db.execute(sql`SELECT rebuild_kept_totals()`);
    const count = await countOf(db);
    const archive = await openArchive(await takeBackup(db, NOW));
    const readers: Promise<number>[] = [];
    const meanwhile: typeof archive = {
      ...archive,
      // The tables are empty now, and nobody else may read them.
      async *batches() {
        const reader = readInScope(db, EVERYTHING, async (tx) => {
          await tx.execute(sql`SELECT count(*) FROM programs`);
          return countOf(tx);
        });
        readers.push(reader);
        while (!(await isAnybodyWaiting(db)));
        yield* archive.batches();
      },
    };
    await restoreBackup(db, meanwhile, { actor: { kind: 'command', name: 'restorer' }, at: NOW });
    expect(await Promise.all(readers)).toEqual([count]);
    await close();
  });
});
