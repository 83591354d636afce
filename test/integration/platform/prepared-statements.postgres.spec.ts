import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { EVERYTHING, readInScope, type Scope } from '../../../src/access/index.ts';
import { donorScope } from '../../../src/core/fixtures/scopes.ts';
import type { Secret } from '../../../src/platform/config/secret.ts';
import { type Database, openDatabase } from '../../../src/platform/database/database.ts';
import { preparing } from '../../../src/platform/database/prepared-statements.adapter.ts';
import { rowsOf } from '../../../src/platform/database/rows.ts';
import { onPostgres } from '../../support/database.ts';
import { seed } from '../../support/import.ts';

onPostgres('statements that are asked again', (empty) => {
  let url: Secret;
  let client: postgres.Sql;
  let db: Database;

  beforeAll(async () => {
    url = await empty();
    const handle = await openDatabase({ databaseUrl: url, dataDir: '' });
    await seed(handle.db);
    await handle.close();
    // One connection, so that all of them meet.
    client = postgres(url.reveal(), { max: 1, onnotice: () => undefined });
    db = drizzle(preparing(client));
  });

  afterAll(() => client.end());

  const prepared = async (words: string) => {
    const found =
      await client`SELECT statement FROM pg_prepared_statements WHERE statement LIKE ${`%${words}%`}`;
    return found.length;
  };

  it('are prepared the second time, and once', async () => {
    const ask = (value: number) => rowsOf<{ twice: number }>(db, sql`SELECT ${value}::integer * 2 AS twice`);
    expect(await ask(2)).toEqual([{ twice: 4 }]);
    expect(await prepared('::integer * 2 AS twice')).toBe(0);
    expect(await ask(3)).toEqual([{ twice: 6 }]);
    expect(await ask(4)).toEqual([{ twice: 8 }]);
    expect(await prepared('::integer * 2 AS twice')).toBe(1);
  });

  it('are so within a transaction and what is nested in it', async () => {
    const ask = (tx: Database) => rowsOf<{ three: number }>(tx, sql`SELECT ${1}::integer + 2 AS three`);
    const answers = await db.transaction(async (tx) => [
      await ask(tx),
      await tx.transaction((nested) => ask(nested)),
    ]);
    expect(answers).toEqual([[{ three: 3 }], [{ three: 3 }]]);
    expect(await prepared('::integer + 2 AS three')).toBe(1);
  });

  it('are not where they have no parameters, as several in one text', async () => {
    for (let times = 0; times < 2; times += 1) {
      await db.execute(sql`CREATE TEMPORARY TABLE passing (number integer); DROP TABLE passing`);
    }
    expect(await prepared('TABLE passing')).toBe(0);
  });

  it('show every reader what it may see, whoever asked before on the same connection', async () => {
    const seen = async (scope: Scope) => {
      const [row] = await readInScope(db, scope, (tx) =>
        rowsOf<{ own: number }>(
          tx,
          sql`SELECT count(*)::integer AS own FROM kept.results_seen WHERE kind = ${'actual'}`,
        ),
      );
      return row?.own;
    };
    const canada = donorScope('canada');
    const inTurn: (number | undefined)[] = [];
    for (let times = 0; times < 8; times += 1) inTurn.push(await seen(EVERYTHING), await seen(canada));
    const [all, own] = [inTurn[0] ?? 0, inTurn[1] ?? 0];
    expect(own).toBeGreaterThan(0);
    expect(all).toBeGreaterThan(own);
    expect(inTurn).toEqual(Array.from({ length: 8 }, () => [all, own]).flat());
    expect(await prepared('AS own FROM kept.results_seen')).toBe(1);
  });

  it('are never where the address says so', async () => {
    const address = new URL(url.reveal());
    address.searchParams.set('prepare', 'false');
    const other = postgres(address.href, { max: 1, onnotice: () => undefined });
    const otherDb = drizzle(preparing(other));
    for (let times = 0; times < 3; times += 1) await otherDb.execute(sql`SELECT ${times}::integer AS never`);
    const found = await other`SELECT FROM pg_prepared_statements`;
    expect(found).toHaveLength(0);
    await other.end();
  });

  it('are no more than a connection can hold', async () => {
    for (let number = 0; number < 600; number += 1) {
      for (let times = 0; times < 2; times += 1) {
        await db.execute(sql`SELECT ${number}::integer AS ${sql.identifier(`number ${number}`)}`);
      }
    }
    const ofNumbers = await prepared('AS "number ');
    expect(ofNumbers).toBeGreaterThan(400);
    expect(ofNumbers).toBeLessThanOrEqual(500);
  });
});
