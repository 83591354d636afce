import { sql } from 'drizzle-orm';
import { EVERYTHING, readInScope, type Scope } from '../../src/access/index.ts';
import { FactsRepository } from '../../src/analytics/facts.repository.ts';
import type { Facts } from '../../src/core/facts.ts';
import { donorScope, officerScope, PUBLIC } from '../../src/core/fixtures/scopes.ts';
import { pastFacts } from '../../src/core/visibility/past-facts.ts';
import { actAs } from '../../src/platform/database/actor.repository.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { revisionAt } from '../../src/platform/database/history.repository.ts';
import { MARKS, plantCanaries } from '../support/canaries.ts';
import { eachEngine } from '../support/database.ts';
import { NOW } from '../support/import.ts';

const ALPHA: Scope = donorScope('alphaland');
const BETA: Scope = donorScope('betaland');
const OFFICER: Scope = officerScope('ALPHA-ONE');

const READ = [
  'evidence_seen',
  'indicators',
  'memberships',
  'narratives_seen',
  'organisations',
  'pillars',
  'places',
  'program_organisations',
  'program_pillars',
  'program_places',
  'programs_seen',
  'region_countries',
  'result_parts',
  'results_seen',
  'revision',
  'terms',
  'transactions_seen',
];

const MINUTE = 60_000;

/** Rights hold for the past as for the present, by the database alone and by the application alone. */
eachEngine('the past, for readers', (engine) => {
  let db: Database;
  let past: Date;

  /** The canaries, and then every row of theirs changed, so that what they said is history alone. */
  beforeAll(async () => {
    ({ db } = await engine.openSeeded());
    await plantCanaries(db);
    past = new Date(NOW.getTime() + MINUTE);
    await later(2, [
      sql`UPDATE programs SET title = '{"en": "Renamed"}', summary = NULL, note = NULL, objectives = NULL, beneficiaries = NULL, link = NULL`,
      sql`UPDATE results SET note = '{"en": "corrected"}', period_start = NULL`,
      sql`UPDATE evidence SET title = '{"en": "another"}'`,
      sql`UPDATE transactions SET note = NULL, receiver = NULL, amount_minor = amount_minor + 1`,
      sql`UPDATE narratives SET text = '{"en": "corrected"}', sheet = NULL, section = 'approach'`,
      sql`UPDATE organisations SET kind = 'other'`,
      sql`UPDATE program_places SET share = 100`,
    ]);
  });

  const later = (minutes: number, changes: readonly ReturnType<typeof sql>[]) =>
    db.transaction(async (tx) => {
      await actAs(tx, { kind: 'command', name: 'test' }, new Date(NOW.getTime() + minutes * MINUTE));
      await tx.execute(sql`DELETE FROM program_places WHERE program NOT IN ('ALPHA-ONE', 'BETA-ONE', 'DUO')`);
      for (const change of changes) await tx.execute(change);
    });
  const revisionOfThen = async () => (await revisionAt(db, past))?.number ?? Number.NaN;

  /** Whole tables of the past, as a careless query would read them. */
  const everything = async (scope: Scope) =>
    readInScope(
      db,
      scope,
      async (tx) => {
        const tables: Record<string, readonly Record<string, unknown>[]> = {};
        for (const table of READ)
          tables[table] = rowsOf(await tx.execute(sql`SELECT * FROM ${sql.identifier(table)}`));
        return tables;
      },
      await revisionOfThen(),
    );
  /** The application's own sight of the past, of facts that the database let through whole. */
  const byTheApplicationAlone = async (scope: Scope): Promise<Facts> => {
    const repository = new FactsRepository(db);
    const [then, now] = [await repository.read(EVERYTHING, past), await repository.read(EVERYTHING)];
    return pastFacts(scope, then.facts, now.facts);
  };
  const READERS = [
    ['alpha', ALPHA, [MARKS.beta, MARKS.nobodys, MARKS.kept, MARKS.unapproved, MARKS.reference]],
    ['beta', BETA, [MARKS.alphaButForItsName, MARKS.nobodys, MARKS.kept, MARKS.unapproved, MARKS.reference]],
  ] as const;

  it('is what the canaries said', async () => {
    const words = JSON.stringify(await everything(EVERYTHING));
    // What people enter is no part of the portfolio before it is approved, and has no past of this kind.
    const { drafted: _, entered: __, officers: ___, ...ofThen } = MARKS;
    for (const mark of Object.values(ofThen)) expect(words).toMatch(mark);
    expect(words).toContain('summary-of-alpha');
  });

  it.each(READERS)(
    'shows the donor %s nothing of another: the database alone',
    async (_, scope, forbidden) => {
      const { indicators: _indicators, ...tables } = await everything(scope);
      const words = JSON.stringify(tables);
      for (const mark of forbidden) expect(mark.exec(words)?.[0]).toBeUndefined();
    },
  );

  it.each(READERS)(
    'shows the donor %s nothing of another: the application alone',
    async (_, scope, forbidden) => {
      const { places: _places, ...facts } = await byTheApplicationAlone(scope);
      const words = JSON.stringify(facts);
      for (const mark of forbidden) expect(mark.exec(words)?.[0]).toBeUndefined();
    },
  );

  it('shows a donor its own, as it was', async () => {
    const { facts } = await new FactsRepository(db).read(BETA, past);
    expect(facts.results.map(({ program, value }) => [program, value]).sort()).toEqual([
      ['BETA-ONE', 2929],
      ['DUO', 4949],
      ['SUB-BETA', 3939],
    ]);
    expect(facts.programs.map(({ code, title }) => [code, title.en]).sort()).toEqual([
      ['ALPHA-ONE', 'Harbour lights'],
      ['BETA-ONE', 'Programme of beta'],
      ['DUO', 'Shared programme'],
      ['SUB-BETA', 'Activity of beta'],
    ]);
    expect(JSON.stringify(facts)).toContain('summary-of-beta');
    expect(facts.transactions.map(({ amountMinor }) => amountMinor).sort()).toEqual([
      202020202, 232323232, 242424242,
    ]);
  });

  it('shows an officer the programmes named, and the public neither money nor donors nor texts', async () => {
    const own = await new FactsRepository(db).read(OFFICER, past);
    expect([...new Set(own.facts.results.map(({ program }) => program))].sort()).toEqual([
      'ALPHA-ONE',
      'SUB-BETA',
    ]);
    const tables = await everything(PUBLIC);
    for (const closed of [
      'transactions_seen',
      'program_organisations',
      'organisations',
      'evidence_seen',
      'narratives_seen',
    ])
      expect([closed, tables[closed]]).toEqual([closed, []]);
    expect(JSON.stringify(tables.results_seen)).not.toMatch(/result-of/);
  });

  it('opens to a reader neither the history nor the tables behind the past, and shows nothing where nobody asks', async () => {
    for (const table of [
      'public.history',
      'public.revisions',
      'as_of.programs',
      'as_of.results',
      'as_of.evidence',
      'as_of.transactions',
      'as_of.narratives',
      'as_of.exchange_rates',
    ]) {
      const refused = readInScope(db, ALPHA, (tx) => tx.execute(sql.raw(`SELECT FROM ${table}`)), 1);
      await expect(refused).rejects.toMatchObject({ cause: { code: '42501' } });
    }
    await db.transaction(async (tx) => {
      await tx.execute(
        sql`SELECT set_config('search_path', 'as_of, public', true), set_config('attest.as_of', '5', true), set_config('role', 'attest_reader', true)`,
      );
      for (const table of [
        'programs_seen',
        'results_seen',
        'evidence_seen',
        'transactions_seen',
        'narratives_seen',
        'organisations',
        'program_places',
      ])
        expect([table, rowsOf(await tx.execute(sql`SELECT * FROM ${sql.identifier(table)}`))]).toEqual([
          table,
          [],
        ]);
    });
  });

  describe('once rights have changed', () => {
    beforeAll(() =>
      later(3, [
        // ALPHA-ONE is no longer alpha's, DUO's figure is BETA-ONE's, alpha's money in DUO was beta's, and a text has been kept.
        sql`DELETE FROM program_organisations WHERE program = 'ALPHA-ONE'`,
        sql`INSERT INTO program_organisations VALUES ('ALPHA-ONE', 'canada', 'funding')`,
        sql`UPDATE results SET program = 'BETA-ONE' WHERE program = 'DUO'`,
        sql`UPDATE transactions SET provider = 'betaland' WHERE program = 'DUO' AND provider = 'alphaland'`,
        sql`UPDATE transactions SET provider = 'canada' WHERE program = 'ALPHA-ONE'`,
        // Alpha's one text that is left is the other's now.
        sql`UPDATE narratives SET program = 'BETA-ONE' WHERE program = 'DUO'`,
        sql`UPDATE programs SET summary_for = 'organisation' WHERE code = 'SUB-BETA'`,
      ]),
    );

    it('shows nothing of the past that may not be seen today: the database alone', async () => {
      const tables = await everything(ALPHA);
      expect([tables.results_seen, tables.transactions_seen, tables.narratives_seen]).toEqual([[], [], []]);
      expect((tables.programs_seen ?? []).map(({ code }) => code)).toEqual(['DUO']);
      const words = JSON.stringify((await everything(BETA)).programs_seen);
      expect(words).toContain('Activity of beta');
      expect(words.match(/summary-of-beta/g)).toHaveLength(1);
    });

    it('shows nothing of the past that may not be seen today: the application alone', async () => {
      const { results, transactions, programs } = await byTheApplicationAlone(ALPHA);
      expect([results, transactions]).toEqual([[], []]);
      expect(programs.map(({ code }) => code)).toEqual(['DUO']);
      const beta = JSON.stringify((await byTheApplicationAlone(BETA)).programs);
      expect(beta).toContain('Activity of beta');
      expect(beta.match(/summary-of-beta/g)).toHaveLength(1);
    });

    it('shows whoever sees everything what everything was', async () => {
      const { facts } = await new FactsRepository(db).read(EVERYTHING, past);
      expect(facts.results.filter(({ program }) => program === 'DUO').map(({ value }) => value)).toEqual([
        4949,
      ]);
      expect(facts.programs.find(({ code }) => code === 'SUB-BETA')?.summary?.en).toBe('summary-of-beta');
    });
  });
});

function rowsOf(result: unknown): readonly Record<string, unknown>[] {
  return (Array.isArray(result) ? [...result] : (result as { rows: unknown[] }).rows) as Record<
    string,
    unknown
  >[];
}
