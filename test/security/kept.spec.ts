import { type SQL, sql } from 'drizzle-orm';
import { programsOf } from '../../bench/generated/programs.ts';
import { donorsOf, scaleOf } from '../../bench/generated/words.ts';
import { fillByInserts } from '../../bench/generated.ts';
import { EVERYTHING, readInScope, type Scope } from '../../src/access/index.ts';
import { donorScope, officerScope, PUBLIC } from '../../src/core/fixtures/scopes.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { rowsOf } from '../../src/platform/database/rows.ts';
import { eachEngine } from '../support/database.ts';

const RESULTS = 300;
const [OWN = ''] = donorsOf(scaleOf(RESULTS));
const PROGRAMS = programsOf(scaleOf(RESULTS));
const OFFICERS = PROGRAMS.find(({ parent }) => parent === null)?.code ?? '';

/** The database's own lock on totals that are kept: what is selected without a condition. */
eachEngine('kept totals by rows alone', (engine) => {
  let db: Database;

  beforeAll(async () => {
    ({ db } = await engine.open());
    await db.transaction((tx) => fillByInserts(tx, RESULTS));
    await db.execute(sql`SELECT rebuild_kept_totals()`);
  });

  const seen = async (scope: Scope, statement: SQL) =>
    (await readInScope(db, scope, (tx) => rowsOf<{ key: string }>(tx, statement))).map(({ key }) => key);

  const DONORS = sql`SELECT DISTINCT key FROM kept.totals WHERE level::text LIKE 'donor%'
    UNION SELECT DISTINCT key FROM kept.money WHERE level::text LIKE 'donor%'
    UNION SELECT DISTINCT other_key FROM kept.money WHERE level = 'program'
    UNION SELECT DISTINCT donor FROM kept.entries
    UNION SELECT DISTINCT d FROM kept.results_seen, unnest(donors) AS d
    UNION SELECT DISTINCT d FROM kept.program_keys_seen, unnest(donors) AS d`;
  const PROGRAMMES = sql`SELECT DISTINCT key FROM kept.totals WHERE level = 'program'
    UNION SELECT DISTINCT program FROM kept.results_seen UNION SELECT DISTINCT program FROM kept.program_keys_seen`;
  const OVERALL = sql`SELECT DISTINCT level::text AS key FROM kept.money WHERE level IN ('all', 'pillar', 'country', 'pillar country')
    UNION SELECT DISTINCT level::text FROM kept.totals WHERE level IN ('all', 'pillar', 'country', 'pillar country')`;

  it('name to a donor no other donor, and nothing of programmes that it does not fund', async () => {
    const scope: Scope = donorScope(OWN);
    expect(await seen(scope, DONORS)).toEqual([OWN]);
    expect((await seen(EVERYTHING, DONORS)).length).toBeGreaterThan(2);
    const funded = await seen(
      EVERYTHING,
      sql`SELECT program AS key FROM kept.program_keys WHERE ${OWN} = ANY (donors)`,
    );
    expect((await seen(scope, PROGRAMMES)).toSorted()).toEqual(funded.toSorted());
    expect(await seen(scope, OVERALL)).toEqual([]);
  });

  it('are, for an officer, those of own programmes and what lies below them', async () => {
    const scope: Scope = officerScope(OFFICERS);
    const own = PROGRAMS.filter(({ code, parent }) => code === OFFICERS || parent === OFFICERS);
    expect((await seen(scope, PROGRAMMES)).toSorted()).toEqual(own.map(({ code }) => code).toSorted());
    expect(await seen(scope, OVERALL)).toEqual([]);
    expect(
      await seen(scope, sql`SELECT DISTINCT program AS key FROM kept.entries WHERE program <> ${OFFICERS}`),
    ).toEqual(own.map(({ code }) => code).filter((code) => code !== OFFICERS));
  });

  it('have for the public neither donors nor money', async () => {
    const scope: Scope = PUBLIC;
    expect(await seen(scope, DONORS)).toEqual([]);
    expect(
      await seen(scope, sql`SELECT type AS key FROM kept.money UNION SELECT type FROM kept.entries`),
    ).toEqual([]);
    expect((await seen(scope, OVERALL)).toSorted()).toEqual(['all', 'country', 'pillar', 'pillar country']);
  });
});
