import { sql } from 'drizzle-orm';
import { donorsOf, scaleOf } from '../../bench/generated/words.ts';
import { fillByInserts } from '../../bench/generated.ts';
import { readInScope, type Scope } from '../../src/access/index.ts';
import { donorScope, officerScope, PUBLIC } from '../../src/core/fixtures/scopes.ts';
import { openArchive } from '../../src/platform/backup/archive.ts';
import { restoreBackup, takeBackup } from '../../src/platform/backup/backup.repository.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { rowsOf } from '../../src/platform/database/rows.ts';
import { eachEngine } from '../support/database.ts';
import { migrateTo, migrationsBefore } from '../upgrades/installation.fixture.ts';
import { CHANGES, statementsOf } from './portfolio-changes.fixture.ts';

const RESULTS = 300;
const [OWN = ''] = donorsOf(scaleOf(RESULTS));
const NOW = new Date('2017-07-01T12:00:00Z');

/** The tables that are partitioned, each with the column that says where a row belongs. */
const TABLES = { totals: 'indicator', results: 'indicator', entries: 'transaction', money: 'key' } as const;
type Name = keyof typeof TABLES;
const NAMES = Object.keys(TABLES) as Name[];

const fill = async (db: Database) => {
  await db.transaction((tx) => fillByInserts(tx, RESULTS));
  await db.execute(sql`SELECT rebuild_kept_totals()`);
};

/** Every row of what is kept, 12.50 as 12.5; a total of no results says nothing. */
async function contents(db: Database): Promise<Readonly<Record<string, readonly string[]>>> {
  const plain = (name: Name) =>
    sql`SELECT (SELECT string_agg(e.key || '=' || CASE jsonb_typeof(e.value) WHEN 'number' THEN trim_scale(e.value::text::numeric)::text ELSE e.value::text END, ' ' ORDER BY e.key)
      FROM jsonb_each(to_jsonb(t)) AS e) AS row FROM kept.${sql.identifier(name)} t
      WHERE to_jsonb(t) -> 'count' IS DISTINCT FROM '0' ORDER BY 1`;
  const entries: [string, readonly string[]][] = [];
  for (const name of NAMES) {
    entries.push([name, (await rowsOf<{ row: string }>(db, plain(name))).map(({ row }) => row)]);
  }
  return Object.fromEntries(entries);
}

async function partitionsOf(db: Database, name: Name): Promise<readonly string[]> {
  const found = await rowsOf<{ name: string }>(
    db,
    sql`SELECT c.relname AS name FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
      WHERE i.inhparent = ${`kept.${name}`}::regclass ORDER BY 1`,
  );
  return found.map(({ name: part }) => part);
}

/** Which values of the column that spreads them each partition has; those without a row are left out. */
async function spreadOf(db: Database, name: Name): Promise<readonly (readonly string[])[]> {
  const spread: string[][] = [];
  for (const part of await partitionsOf(db, name)) {
    const rows = await rowsOf<{ value: string }>(
      db,
      sql`SELECT DISTINCT ${sql.identifier(TABLES[name])}::text AS value FROM kept.${sql.identifier(part)}`,
    );
    if (rows.length > 0) spread.push(rows.map(({ value }) => value));
  }
  return spread;
}

const sqlState = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error) => (error as { cause?: { code?: string } }).cause?.code ?? String(error),
  );

eachEngine('what is kept, in partitions', (engine) => {
  let db: Database;

  beforeAll(async () => {
    ({ db } = await engine.open());
    await fill(db);
  });

  const partition = (parts: number) => db.execute(sql`SELECT partition_kept_totals(${parts}::integer)`);
  const changed = async (m: number) => {
    for (const name of Object.keys(CHANGES) as (keyof typeof CHANGES)[]) {
      await db.transaction(async (tx) => {
        for (const statement of statementsOf([{ name, n: 3, m }])) await tx.execute(statement);
      });
    }
  };

  it('begins with one of each table', async () => {
    for (const name of NAMES) expect(await partitionsOf(db, name)).toEqual([`${name}_1_0`]);
  });

  it.each([5, 2])(
    'is the same over %d, each row in its own',
    async (parts) => {
      const before = await contents(db);
      await partition(parts);
      expect(await contents(db)).toEqual(before);
      for (const name of NAMES) {
        expect((await partitionsOf(db, name)).length).toBe(parts);
        const spread = await spreadOf(db, name);
        expect(spread.length).toBeGreaterThan(1);
        // No value stands in two.
        expect(new Set(spread.flat()).size).toBe(spread.flat().length);
      }
    },
    60_000,
  );

  it('is asked for one indicator in one of them', async () => {
    await partition(5);
    const plan = await rowsOf<Record<string, string>>(
      db,
      sql`EXPLAIN SELECT FROM kept.totals t JOIN kept.results r ON r.indicator = t.indicator WHERE t.indicator = 'indicator-001'`,
    );
    const read = plan
      .flatMap((row) => Object.values(row))
      .join()
      .match(/\b(totals|results)_5_\d\b/g);
    expect([...new Set(read)].map((part) => part.replace(/\d$/, '')).toSorted()).toEqual([
      'results_5_',
      'totals_5_',
    ]);
  });

  it('is kept right there by every kind of change', async () => {
    await partition(3);
    const first = await contents(db);
    await changed(11);
    const kept = await contents(db);
    expect(kept).not.toEqual(first);
    await db.execute(sql`SELECT rebuild_kept_totals()`);
    expect(await contents(db)).toEqual(kept);
  });

  it('has no key twice', async () => {
    for (const name of NAMES) {
      const table = sql.identifier(name);
      const again = db.execute(sql`INSERT INTO kept.${table} SELECT * FROM kept.${table} LIMIT 1`);
      expect([name, await sqlState(again)]).toEqual([name, '23505']);
    }
  });

  const SCOPES: readonly Scope[] = [PUBLIC, donorScope(OWN), officerScope('P-1')];

  it('is read by whoever may not see everything through its policies alone, and never part by part', async () => {
    await partition(3);
    const parts = (await Promise.all(NAMES.map((name) => partitionsOf(db, name)))).flat();
    expect(parts).toHaveLength(12);
    for (const scope of SCOPES) {
      for (const part of parts) {
        const attempt = readInScope(db, scope, (tx) =>
          tx.execute(sql`SELECT FROM kept.${sql.identifier(part)}`),
        );
        expect([scope.role, part, await sqlState(attempt)]).toEqual([scope.role, part, '42501']);
      }
    }
    const seen = await readInScope(db, donorScope(OWN), (tx) =>
      rowsOf<{ key: string }>(
        tx,
        sql`SELECT DISTINCT key FROM kept.totals WHERE level = 'donor' UNION SELECT DISTINCT donor FROM kept.entries`,
      ),
    );
    expect(seen.map(({ key }) => key)).toEqual([OWN]);
    // Nor if somebody lets the role read all tables of the schema.
    const granted = await db
      .transaction(async (tx) => {
        await tx.execute(sql`GRANT SELECT ON ALL TABLES IN SCHEMA kept TO attest_reader`);
        await tx.execute(sql`SET LOCAL ROLE attest_reader`);
        const counts: number[] = [];
        for (const part of parts) {
          const [row] = await rowsOf<{ rows: number }>(
            tx as unknown as Database,
            sql`SELECT count(*)::int AS rows FROM kept.${sql.identifier(part)}`,
          );
          counts.push(row?.rows ?? -1);
        }
        throw Object.assign(new Error('undone'), { counts });
      })
      .catch((error: { counts?: number[] }) => error.counts);
    expect(granted).toEqual(parts.map(() => 0));
  });

  it('comes back from a backup, which has none of it, over as many partitions as there are', async () => {
    await partition(3);
    const before = await contents(db);
    const archive = await openArchive(await takeBackup(db, NOW));
    expect(archive.tables.filter(({ table }) => /^(totals|entries|money)/.test(table))).toEqual([]);
    await restoreBackup(db, archive, { actor: { kind: 'command', name: 'restorer' }, at: NOW });
    expect(await contents(db)).toEqual(before);
    for (const name of NAMES) expect(await partitionsOf(db, name)).toHaveLength(3);
  });

  it('stays where it is for the number that there is, and for one that cannot be', async () => {
    await partition(3);
    const oids = () =>
      rowsOf(db, sql`SELECT inhrelid FROM pg_inherits WHERE inhparent = 'kept.totals'::regclass ORDER BY 1`);
    const before = await oids();
    await partition(3);
    for (const parts of [0, -1, 257]) expect(await sqlState(partition(parts))).toBe('22023');
    expect(await oids()).toEqual(before);
  });
});

eachEngine('an installation from before there were partitions', (engine) => {
  it('goes on with what it kept, each table as the one partition of its own, and counts changes', async () => {
    let before: unknown;
    const { db } = await engine.openOver(async (old, migrate) => {
      await migrateTo(migrationsBefore('partitions'), migrate);
      await fill(old);
      before = await contents(old);
    });
    expect(await contents(db)).toEqual(before);
    for (const name of NAMES) expect(await partitionsOf(db, name)).toEqual([`${name}_1_0`]);
    await db.execute(sql`UPDATE results SET value = value + 1 WHERE measure = 'count' AND qualifier = 'exact'
      AND id NOT IN (SELECT result FROM result_parts)`);
    const kept = await contents(db);
    expect(kept).not.toEqual(before);
    await db.execute(sql`SELECT rebuild_kept_totals()`);
    expect(await contents(db)).toEqual(kept);
  });
});
