import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { portfolioRows } from '../../bench/generated/rows.ts';
import { scaleOf } from '../../bench/generated/words.ts';
import { fillByInserts } from '../../bench/generated.ts';
import { EVERYTHING } from '../../src/access/index.ts';
import { FactsRepository } from '../../src/analytics/facts.repository.ts';
import { factsFigures } from '../../src/analytics/facts-figures.ts';
import { violations } from '../../src/core/conservation.ts';
import { namesOf } from '../../src/core/figures.ts';
import { rowsOf } from '../../src/platform/database/rows.ts';
import { eachEngine } from '../support/database.ts';

const RESULTS = 500;

const hashes = () =>
  portfolioRows(scaleOf(RESULTS)).map(({ table, rows }) => {
    const hash = createHash('sha256');
    for (const row of rows) hash.update(JSON.stringify(row));
    return [table, hash.digest('hex')];
  });

it('a generated portfolio is the same each time', () => {
  expect(hashes()).toEqual(hashes());
  // What stands beside the 500 results: one programme in fifty of them, and two transactions for each.
  expect(scaleOf(RESULTS)).toMatchObject({ results: 500, programs: 10, transactions: 1000 });
});

eachEngine('a generated portfolio', (engine) => {
  it('keeps the rules of the database, and its views agree (rule 10)', async () => {
    const { db, close } = await engine.open();
    await db.transaction((tx) => fillByInserts(tx, RESULTS));
    const [counted] = await rowsOf(
      db,
      sql`SELECT (SELECT count(*)::int FROM programs) AS programs,
        (SELECT count(*)::int FROM results WHERE status = 'approved') AS results,
        (SELECT count(*)::int FROM results WHERE part_of IS NOT NULL) AS parts,
        (SELECT count(*)::int FROM transactions WHERE status = 'approved') AS transactions,
        (SELECT number::int FROM revision) AS revision`,
    );
    // One result in a hundred is in the one before it; all came as one change.
    expect(counted).toEqual({ programs: 10, results: 500, parts: 5, transactions: 1000, revision: 1 });
    const { facts } = await new FactsRepository(db).read(EVERYTHING);
    const shown = { figures: factsFigures(EVERYTHING, facts), names: namesOf(facts) };
    expect(await violations(shown, {})).toEqual([]);
    await close();
  });
});
