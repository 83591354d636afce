import { sql } from 'drizzle-orm';
import { EVERYTHING, readInScope } from '../../src/access/index.ts';
import { keptTotals } from '../../src/analytics/kept-totals.repository.ts';
import { Secret } from '../../src/platform/config/secret.ts';
import { openDatabase } from '../../src/platform/database/database.ts';
import { rowsOf } from '../../src/platform/database/rows.ts';
import { indicatorsOf, scaleOf } from '../generated/words.ts';
import type { Contender } from './contender.ts';

/** The service's own answer for a large portfolio: totals that are kept, each question in a transaction of its own. */
export async function kept({
  url,
  results,
}: {
  readonly url: string;
  readonly results: number;
}): Promise<Contender> {
  const handle = await openDatabase({ databaseUrl: new Secret(url), dataDir: '' });
  const indicators = new Map(indicatorsOf(scaleOf(results)).map((each) => [each.code, each]));
  const today = new Date().toISOString().slice(0, 10);
  const [size] = await rowsOf<{ bytes: string }>(
    handle.db,
    sql`SELECT sum(pg_total_relation_size(COALESCE(p.relid, t.name::regclass)))::text AS bytes
      FROM (VALUES ('kept.totals'), ('kept.results'), ('kept.program_keys')) AS t(name)
      LEFT JOIN LATERAL pg_partition_tree(t.name::regclass) AS p ON true`,
  );
  return {
    name: 'kept totals',
    ownBytes: Number(size?.bytes),
    answer: async (query) => {
      const indicator = indicators.get(query.indicator);
      if (indicator === undefined) throw new Error(`There is no indicator ${query.indicator}.`);
      const { rows } = await readInScope(handle.db, EVERYTHING, (tx) =>
        keptTotals(tx, { scope: EVERYTHING, today }, indicator, query),
      );
      return rows.map(({ key, value, exact, undated, resultCount }) => ({
        key,
        value: Number(value),
        exact: Number(exact),
        undated: Number(undated),
        resultCount,
      }));
    },
    close: () => handle.close(),
  };
}
