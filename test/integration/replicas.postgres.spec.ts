import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { donorsOf, scaleOf } from '../../bench/generated/words.ts';
import { fillByInserts } from '../../bench/generated.ts';
import { EVERYTHING, type Scope } from '../../src/access/index.ts';
import { FactsRepository } from '../../src/analytics/facts.repository.ts';
import { factsFigures } from '../../src/analytics/facts-figures.ts';
import { FiguresRepository } from '../../src/analytics/figures.repository.ts';
import { donorScope } from '../../src/core/fixtures/scopes.ts';
import { Secret } from '../../src/platform/config/secret.ts';
import { type Database, type DatabaseHandle, openDatabase } from '../../src/platform/database/database.ts';
import { ReadReplicas } from '../../src/platform/database/read-replicas.adapter.ts';
import { readRevision } from '../../src/platform/database/revision.repository.ts';
import { Cluster, SERVER_PROGRAMS } from '../support/cluster.ts';

const RESULTS = 300;
const [DONOR = ''] = donorsOf(scaleOf(RESULTS));
const DONORS: Scope = donorScope(DONOR);
const MONEY = { type: 'commitment', by: 'country', filter: {} } as const;

// Where there is no server to make a replica of, as on a machine with its Postgres elsewhere.
(SERVER_PROGRAMS === undefined ? describe.skip : describe)('figures read from a replica', () => {
  let primary: Cluster;
  let replica: Cluster;
  let db: Database;
  const toClose: { readonly close: () => Promise<void> }[] = [];
  let now = 0;

  beforeAll(async () => {
    primary = await Cluster.create();
    const handle: DatabaseHandle = await openDatabase({
      databaseUrl: new Secret(primary.url('postgres')),
      dataDir: '',
    });
    toClose.push(handle);
    db = handle.db;
    await db.transaction((tx) => fillByInserts(tx, RESULTS));
    await db.execute(sql`SELECT rebuild_kept_totals()`);
    replica = await primary.replica();
  });

  afterAll(async () => {
    for (const each of toClose) await each.close();
    await replica.drop();
    await primary.drop();
  });

  const replicasAt = (...urls: readonly string[]) => {
    const reads = new ReadReplicas(
      db,
      urls.map((url) => new Secret(url)),
      () => now,
    );
    toClose.push(reads);
    return reads;
  };
  /** The money of a reader as a process says it that was just started, and as the law has it. */
  const moneyOf = async (scope: Scope, reads: ReadReplicas) => {
    const before = answersOf(reads);
    const door = new FiguresRepository(db, new FactsRepository(db), () => new Date(), { reads, small: 0 });
    const { figures } = await door.open(scope);
    const { facts } = await new FactsRepository(db).read(scope);
    const found = await figures.funding(MONEY);
    // It is told before the transaction has ended that it was asked in: names and money are two.
    while (answersOf(reads) < before + 2) await sleep(5);
    return { found, lawful: await factsFigures(scope, facts).funding(MONEY) };
  };
  const answersOf = (reads: ReadReplicas) => reads.answered().replica + reads.answered().primary;
  const doubled = () =>
    db.execute(
      sql`UPDATE transactions SET amount_minor = amount_minor * 2, converted_minor = converted_minor * 2`,
    );
  const onReplica = async <T>(ask: (db: Database) => Promise<T>): Promise<T> => {
    const client = postgres(replica.url('postgres'), { max: 1, onnotice: () => undefined });
    try {
      return await ask(drizzle(client));
    } finally {
      await client.end();
    }
  };
  const caughtUp = async () => {
    const newest = await readRevision(db);
    while ((await onReplica(readRevision)) < newest) await sleep(20);
  };

  it('are what the primary has, for whoever reads', async () => {
    const reads = replicasAt(replica.url('postgres'));
    for (const scope of [EVERYTHING, DONORS]) {
      const { found, lawful } = await moneyOf(scope, reads);
      expect(found).toEqual(lawful);
      expect(found.rows.length).toBeGreaterThan(0);
    }
    expect(reads.answered()).toEqual({ replica: 4, primary: 0 });
  });

  it('are never from before a change that was made, however far the replica is behind', async () => {
    const reads = replicasAt(replica.url('postgres'));
    const before = await moneyOf(EVERYTHING, reads);
    await onReplica((standby) => standby.execute(sql`SELECT pg_wal_replay_pause()`));
    await doubled();
    const { found, lawful } = await moneyOf(EVERYTHING, reads);
    expect(found).toEqual(lawful);
    expect(found).not.toEqual(before.found);
    expect(reads.answered()).toEqual({ replica: 2, primary: 2 });
    await onReplica((standby) => standby.execute(sql`SELECT pg_wal_replay_resume()`));
    await caughtUp();
    expect((await moneyOf(EVERYTHING, reads)).found).toEqual(lawful);
    expect(reads.answered()).toEqual({ replica: 4, primary: 2 });
    expect(reads.standing()).toEqual({ known: 1, leftOut: 0 });
  });

  it('come from the primary while the replica is down, and from the replica when it is back', async () => {
    const reads = replicasAt(replica.url('postgres'));
    await moneyOf(EVERYTHING, reads);
    await replica.stop();
    const { found, lawful } = await moneyOf(EVERYTHING, reads);
    expect(found).toEqual(lawful);
    expect(reads.standing()).toEqual({ known: 1, leftOut: 1 });
    expect(reads.answered()).toEqual({ replica: 2, primary: 2 });
    await replica.start();
    await caughtUp();
    now += 1_001;
    expect((await moneyOf(EVERYTHING, reads)).found).toEqual(lawful);
    expect(reads.answered()).toEqual({ replica: 4, primary: 2 });
    expect(reads.standing()).toEqual({ known: 1, leftOut: 0 });
  });

  it('never come from a database that is no replica of this one', async () => {
    await db.execute(sql`CREATE DATABASE stranger`);
    const stranger = await openDatabase({ databaseUrl: new Secret(primary.url('stranger')), dataDir: '' });
    toClose.push(stranger);
    await stranger.db.transaction((tx) => fillByInserts(tx, RESULTS));
    const reads = replicasAt(primary.url('stranger'));
    const { found, lawful } = await moneyOf(EVERYTHING, reads);
    expect(found).toEqual(lawful);
    expect(reads.answered()).toEqual({ replica: 0, primary: 2 });
    expect(reads.standing()).toEqual({ known: 1, leftOut: 1 });
  });
});
