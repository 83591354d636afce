import { sql } from 'drizzle-orm';
import type { Clock } from '../../src/platform/clock/clock.ts';
import { actAs } from '../../src/platform/database/actor.repository.ts';
import { makeToken, startApp, type TestApp } from '../support/app.ts';
import { eachEngine } from '../support/database.ts';
import { ANOTHER, importCsv, NOW } from '../support/import.ts';

const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);
const HEAD =
  'ref,program,indicator,unit,kind,country_or_region,period_start,period_end,date_precision,qualifier,value,combine_time\n';
const row = (ref: string, value: number) =>
  `${ref},MIG-MESO,members to date,members,actual,CR,2017-05-01,2017-05-31,day,exact,${value},latest\n`;

/** Approvals decide whether a figure counts (rule 1), and of two of one day which (rule 3): the past must know of each. */
eachEngine('what was approved when', (engine) => {
  let app: TestApp;
  const clock: Clock = { now: () => minutes(60) };

  /** 40 is approved; a draft of 44 comes; it is approved, and counts; 40 is approved anew, and counts again; 44 is returned. */
  beforeAll(async () => {
    const database = await engine.openSeeded();
    const { db } = database;
    await importCsv(db, 'results', HEAD + row('A', 40), { now: minutes(1) });
    const draft = { now: minutes(2), approve: false, ...ANOTHER };
    expect((await importCsv(db, 'results', HEAD + row('B', 44), draft)).inserted).toBe(1);
    const by = (at: number, change: ReturnType<typeof sql>) =>
      db.transaction(async (tx) => {
        await actAs(tx, { kind: 'person', id: 'a1', name: 'Eva' }, minutes(at));
        await tx.execute(change);
      });
    const at = (count: number) => minutes(count).toISOString();
    await by(
      3,
      sql`UPDATE results SET status = 'approved', approved_at = ${at(3)}::timestamptz, approved_by = 'Eva' WHERE ref = 'B'`,
    );
    await by(4, sql`UPDATE results SET approved_at = ${at(4)}::timestamptz WHERE ref = 'A'`);
    await by(
      5,
      sql`UPDATE results SET status = 'returned', approved_at = NULL, approved_by = NULL WHERE ref = 'A'`,
    );
    app = await startApp({ database, clock });
  });
  afterAll(() => app.close());

  const ask = async (url: string, token = app.token) =>
    (await app.nest.inject({ url, headers: { authorization: `Bearer ${token}` } })).json();

  it.each([
    [0, null],
    [1, 40],
    [2, 40],
    [3, 44],
    [4, 40],
    [5, 44],
  ])('as of minute %i the members are %s, as they were then', async (at, value) => {
    const question = `/api/v1/totals?indicator=members-to-date&by=country&as-of=${minutes(at).toISOString()}`;
    const answer = await ask(question);
    expect(answer.total?.value ?? null).toBe(value);
  });

  it('stands in the history of the figure, for the organisation', async () => {
    const { rows } = await ask(`/api/v1/results?indicator=members-to-date&as-of=${minutes(4).toISOString()}`);
    const ids = rows.map(({ id }: { id: string }) => id);
    const versions = async (value: number, token?: string) => {
      const { id } = rows.find((each: { value: number }) => each.value === value) ?? { id: ids[0] };
      const { versions: told } = await ask(
        `/api/v1/results/${id}/history?as-of=${minutes(4).toISOString()}`,
        token,
      );
      return told.map(({ since, result }: { since: string; result: Record<string, unknown> | null }) => [
        since,
        result?.value,
        result?.approvedAt,
      ]);
    };
    const at = (count: number) => minutes(count).toISOString();
    expect(await versions(40)).toEqual([
      [at(4), 40, at(4)],
      [at(1), 40, at(1)],
    ]);
    const donor = await makeToken(app.database.db, { role: 'donor', organisations: ['european-union'] });
    expect(await versions(40, donor)).toEqual([[at(1), 40, undefined]]);
  });
});
