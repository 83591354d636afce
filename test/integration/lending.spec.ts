import { sql } from 'drizzle-orm';
import type { Database } from '../../src/platform/database/database.ts';
import { eachEngine } from '../support/database.ts';
import { lend } from '../support/lending.ts';

eachEngine('a database that is lent again', ({ name }) => {
  const numbersOf = async (db: Database) => {
    const found: unknown = await db.execute(sql`SELECT
      (SELECT count(*)::int FROM results) AS results, (SELECT count(*)::int FROM organisations) AS organisations,
      (SELECT count(*)::int FROM kept.results) AS kept, (SELECT number::int FROM revision) AS revision,
      (SELECT count(*)::int FROM pg_trigger WHERE tgrelid = 'results'::regclass AND tgenabled = 'D') AS disabled`);
    const [row] = (Array.isArray(found) ? found : (found as { rows: unknown[] }).rows) as Record<
      string,
      number
    >[];
    return row;
  };

  it('holds what it held when it was new, whatever was done to its rows', async () => {
    const first = await lend(name, 'seeded');
    const asNew = await numbersOf(first.db);
    expect(asNew?.results).toBeGreaterThan(0);
    await first.db.execute(sql`DELETE FROM results`);
    await first.db.execute(
      sql`INSERT INTO organisations (code, name, kind) VALUES ('left', '{"en": "Left behind"}', 'government')`,
    );
    expect(await numbersOf(first.db)).not.toEqual(asNew);
    await first.close();
    const second = await lend(name, 'seeded');
    // The very one: it was not opened anew.
    expect(second.client).toBe(first.client);
    expect(await numbersOf(second.db)).toEqual(asNew);
    await second.close();
    const empty = await lend(name, 'empty');
    expect(await numbersOf(empty.db)).toMatchObject({ results: 0, organisations: 0, kept: 0 });
    await empty.close();
  });

  it('is another one where anything but rows was changed', async () => {
    const first = await lend(name, 'empty');
    await first.db.execute(sql`ALTER TABLE results DISABLE TRIGGER USER`);
    await first.close();
    const second = await lend(name, 'empty');
    expect(second.client).not.toBe(first.client);
    expect((await numbersOf(second.db))?.disabled).toBe(0);
    await second.close();
  });
});
