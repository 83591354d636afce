import { eq, sql } from 'drizzle-orm';
import { audit } from '../../src/access/audit.table.ts';
import { actAs } from '../../src/platform/database/actor.repository.ts';
import type { Database, Transaction } from '../../src/platform/database/database.ts';
import { recordBegins, revisionAt } from '../../src/platform/database/history.repository.ts';
import { history, revisions } from '../../src/platform/database/history.table.ts';
import { readRevision } from '../../src/platform/database/revision.repository.ts';
import { pillars, programPillars, programs } from '../../src/programs/programs.table.ts';
import { eachEngine } from '../support/database.ts';
import { importCsv } from '../support/import.ts';

const FIRST = new Date('2017-07-01T12:00:00Z');
const minutesLater = (minutes: number) => new Date(FIRST.getTime() + minutes * 60_000);

eachEngine('the history of rows (rule 13)', (engine) => {
  let db: Database;

  beforeAll(async () => {
    ({ db } = await engine.open());
  });
  afterEach(async () => {
    await db.delete(programs);
    await db.delete(pillars);
  });

  const by = (minutes: number, change: (tx: Transaction) => Promise<unknown>) =>
    db.transaction(async (tx) => {
      await actAs(tx, { kind: 'person', id: 'a1', name: 'Ana' }, minutesLater(minutes));
      await change(tx);
    });
  const named = (name: string, code = 'democracy') => ({ code, name: { en: name } });
  const formerOf = (code: string) =>
    db
      .select({ since: history.since, until: history.until, row: history.row })
      .from(history)
      .where(sql`${history.relation} = 'pillars' AND ${history.key} = ARRAY[${code}]`)
      .orderBy(history.until);
  const stampOf = async (code: string) => {
    const [row] = await db
      .select({ revision: sql<number>`revision::int` })
      .from(pillars)
      .where(eq(pillars.code, code));
    return row?.revision;
  };
  const saidOf = (row: unknown) => (typeof row === 'string' ? JSON.parse(row) : row).name.en;

  it('keeps what a row said, with the revisions between which it held', async () => {
    await by(0, (tx) => tx.insert(pillars).values(named('Democracy', 'a')));
    const made = await readRevision(db);
    await by(1, (tx) =>
      tx
        .update(pillars)
        .set({ name: { en: 'Democracy and rights' } })
        .where(eq(pillars.code, 'a')),
    );
    await by(2, (tx) => tx.delete(pillars).where(eq(pillars.code, 'a')));
    const former = await formerOf('a');
    expect(former.map(({ since, until, row }) => [since, until, saidOf(row)])).toEqual([
      [made, made + 1, 'Democracy'],
      [made + 1, made + 2, 'Democracy and rights'],
    ]);
  });

  it('says when each revision was made, and by whom', async () => {
    await by(10, (tx) => tx.insert(pillars).values(named('Democracy')));
    const number = await readRevision(db);
    expect(await db.select().from(revisions).where(eq(revisions.number, number))).toEqual([
      { number, at: minutesLater(10), actorKind: 'person', actor: 'a1', actorName: 'Ana' },
    ]);
  });

  it('finds the revision of a moment: the last one made by then', async () => {
    await by(20, (tx) => tx.insert(pillars).values(named('One', 'one')));
    const number = await readRevision(db);
    await by(22, (tx) => tx.insert(pillars).values(named('Two', 'two')));
    const numberAt = async (minutes: number) => (await revisionAt(db, minutesLater(minutes)))?.number;
    expect([await numberAt(20), await numberAt(21), await numberAt(22)]).toEqual([
      number,
      number,
      number + 1,
    ]);
    expect(await revisionAt(db, new Date('2016-01-01T00:00:00Z'))).toBeNull();
    expect((await recordBegins(db))?.getTime()).toBeLessThanOrEqual(minutesLater(0).getTime());
  });

  it('keeps one former version of a row that is changed several times in one transaction, and none of one made in it', async () => {
    await by(30, (tx) => tx.insert(pillars).values(named('First', 'b')));
    const made = await readRevision(db);
    await by(31, async (tx) => {
      await tx
        .update(pillars)
        .set({ name: { en: 'Second' } })
        .where(eq(pillars.code, 'b'));
      await tx
        .update(pillars)
        .set({ name: { en: 'Third' } })
        .where(eq(pillars.code, 'b'));
      await tx.insert(pillars).values(named('Made', 'c'));
      await tx
        .update(pillars)
        .set({ name: { en: 'Made and named' } })
        .where(eq(pillars.code, 'c'));
    });
    expect((await formerOf('b')).map(({ until, row }) => [until, saidOf(row)])).toEqual([
      [made + 1, 'First'],
    ]);
    expect(await formerOf('c')).toEqual([]);
    expect([await stampOf('b'), await stampOf('c')]).toEqual([made + 1, made + 1]);
  });

  it('keeps nothing of a change to the same', async () => {
    await by(40, (tx) => tx.insert(pillars).values(named('Same', 'd')));
    const made = await readRevision(db);
    await by(41, (tx) =>
      tx
        .update(pillars)
        .set({ name: { en: 'Same' } })
        .where(eq(pillars.code, 'd')),
    );
    expect(await formerOf('d')).toEqual([]);
    expect(await stampOf('d')).toBe(made);
  });

  it('keeps what a row said that was removed and put back in one transaction', async () => {
    await by(50, (tx) => tx.insert(pillars).values(named('Goes', 'f')));
    const made = await readRevision(db);
    await by(51, async (tx) => {
      await tx.delete(pillars);
      await tx.insert(pillars).values(named('Gone', 'f'));
      await tx.delete(pillars);
      await tx.insert(pillars).values(named('Back', 'f'));
    });
    expect((await formerOf('f')).map(({ row }) => saidOf(row))).toEqual(['Goes']);
    expect(await stampOf('f')).toBe(made + 1);
  });

  it('keeps rows that go with another', async () => {
    await importCsv(db, 'pillars', 'code,name\ng,Democracy\n');
    await importCsv(db, 'programs', 'code,title,status,pillar\nP1,One,ongoing,g\n');
    const made = await readRevision(db);
    await db.delete(programs);
    const kept = await db
      .select()
      .from(history)
      .where(eq(history.until, made + 1))
      .orderBy(history.relation);
    expect(kept.map(({ relation, key }) => [relation, key])).toEqual([
      ['program_pillars', ['P1', 'g']],
      ['programs', ['P1']],
    ]);
    expect(await db.select().from(programPillars)).toEqual([]);
  });

  it('keeps and tells of each row what became of it, where one statement changes many and their keys', async () => {
    await by(50, (tx) =>
      tx.insert(pillars).values(['k1', 'k2', 'k3'].map((code) => named(`Was ${code}`, code))),
    );
    const made = await readRevision(db);
    // No row has its key any more: what became of it is known by its place alone.
    await by(51, (tx) =>
      tx.execute(
        sql`UPDATE pillars SET code = 'k' || (right(code, 1)::integer + 10), name = jsonb_build_object('en', 'Is ' || code)`,
      ),
    );
    await by(52, (tx) =>
      tx.execute(sql`UPDATE pillars SET code = 'k1' || (right(code, 1)::integer % 3 + 4) WHERE code > 'k11'`),
    );
    const kept = await db
      .select({ key: history.key, since: history.since, row: history.row })
      .from(history)
      .where(sql`relation = 'pillars' AND since >= ${made}`)
      .orderBy(history.since, history.key);
    expect(kept.map(({ key, since, row }) => [key[0], since, saidOf(row)])).toEqual([
      ['k1', made, 'Was k1'],
      ['k2', made, 'Was k2'],
      ['k3', made, 'Was k3'],
      ['k12', made + 1, 'Is k2'],
      ['k13', made + 1, 'Is k3'],
    ]);
    const told = await db
      .select({ subject: audit.subject, details: audit.details })
      .from(audit)
      .where(
        sql`action = 'change.made' AND at IN (${minutesLater(51).toISOString()}::timestamptz, ${minutesLater(52).toISOString()}::timestamptz)`,
      )
      .orderBy(audit.id);
    const of = (before: string, after: string) => ({
      subject: `pillars ${after}`,
      details: {
        before: expect.objectContaining({ code: before }),
        after: expect.objectContaining({ code: after }),
      },
    });
    expect(told.slice(0, 3)).toEqual([of('k1', 'k11'), of('k2', 'k12'), of('k3', 'k13')]);
    // 2 % 3 + 4 is 6, 3 % 3 + 4 is 4.
    expect(told.slice(3)).toEqual([of('k12', 'k16'), of('k13', 'k14')]);
  });

  it('forgets what was undone', async () => {
    await by(60, (tx) => tx.insert(pillars).values(named('Here', 'h')));
    await by(61, async (tx) => {
      await tx
        .transaction(async (part) => {
          await part.delete(pillars);
          throw new Error('undone');
        })
        .catch(() => undefined);
    });
    expect(await formerOf('h')).toEqual([]);
  });

  it.each([
    ['changed', sql`UPDATE history SET until = until + 1`],
    ['removed', sql`DELETE FROM history`],
    ['emptied', sql`TRUNCATE history`],
    ['dated otherwise', sql`UPDATE revisions SET at = now()`],
    ['left without its table', sql`TRUNCATE pillars CASCADE`],
  ])('is only added to: it cannot be %s', async (_, statement) => {
    await by(70, (tx) => tx.insert(pillars).values(named('Kept', 'i')));
    await by(71, (tx) => tx.update(pillars).set({ name: { en: 'Renamed' } }));
    await expect(db.execute(statement)).rejects.toMatchObject({
      cause: { message: 'what the portfolio said before is not rewritten' },
    });
  });

  it('has of every table and view of readers the past, column for column', async () => {
    const columns = async (schema: string) => {
      const rows = await db
        .select({
          column: sql<string>`c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)`,
        })
        .from(sql`pg_class c JOIN pg_attribute a ON a.attrelid = c.oid`)
        .where(sql`c.relnamespace = ${schema}::regnamespace AND a.attnum > 0 AND NOT a.attisdropped
          AND (c.relname IN (SELECT portfolio_tables()) OR c.relname LIKE '%\\_seen')`)
        .orderBy(sql`1`);
      return rows.map(({ column }) => column);
    };
    // After a change of a table or a view, its migration calls make_as_of().
    expect(await columns('as_of')).toEqual(await columns('public'));
    expect((await columns('as_of')).length).toBeGreaterThan(100);
  });

  it('looks at the past alone: no view of it reads a table of the present by its bare name', async () => {
    const views = await db
      .select({ name: sql<string>`relname`, text: sql<string>`pg_get_viewdef(oid)` })
      .from(sql`pg_class`)
      .where(sql`relnamespace = 'as_of'::regnamespace AND relname LIKE '%\\_seen'`);
    expect(views).toHaveLength(7);
    for (const { name, text } of views) {
      const read = [...text.matchAll(/(?:FROM|JOIN) \(*(?!SELECT|LATERAL)([\w.]+)/g)].map(
        ([, from]) => from ?? '',
      );
      expect([
        name,
        read.filter((from) => /^(programs|results|evidence|narratives|transactions)(_seen)?$/.test(from)),
      ]).toEqual([name, []]);
      expect([name, read.some((from) => from.startsWith('as_of.'))]).toEqual([name, true]);
    }
  });
});
