import { sql } from 'drizzle-orm';
import type { Scope } from '../../src/access/index.ts';
import { readInScope } from '../../src/access/index.ts';
import { donorScope, officerScope, PUBLIC } from '../../src/core/fixtures/scopes.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { MARKS, plantCanaries } from '../support/canaries.ts';
import { eachEngine } from '../support/database.ts';

const ALPHA: Scope = donorScope('alphaland');
const BETA: Scope = donorScope('betaland');

/** What a reader may read at all; everything else is closed to the role. */
const GRANTED = [
  'evidence_seen',
  'indicators',
  'issues',
  'memberships',
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

eachEngine('row-level security, with queries that forget their scope', (engine) => {
  let db: Database;

  beforeAll(async () => {
    ({ db } = await engine.openSeeded());
    await plantCanaries(db);
  }, 180_000);

  /** Whole tables, as a careless query would read them. */
  const everything = (scope: Scope) =>
    readInScope(db, scope, async (tx) => {
      const tables = await Promise.all(
        GRANTED.map(async (table) => [table, await tx.execute(sql`SELECT * FROM ${sql.identifier(table)}`)]),
      );
      return Object.fromEntries(tables.map(([table, rows]) => [table, rowsOf(rows)])) as Record<
        string,
        readonly Record<string, unknown>[]
      >;
    });

  it.each([
    ['alpha', ALPHA, [MARKS.beta, MARKS.nobodys, MARKS.kept, MARKS.unapproved, MARKS.reference]],
    ['beta', BETA, [MARKS.alphaButForItsName, MARKS.nobodys, MARKS.kept, MARKS.unapproved, MARKS.reference]],
  ] as const)('shows the donor %s nothing of another', async (_, scope, forbidden) => {
    const { indicators: _indicators, ...tables } = await everything(scope);
    const words = JSON.stringify(tables);
    for (const mark of forbidden) expect(mark.exec(words)?.[0]).toBeUndefined();
  });

  it('shows a donor all that is its own, and of the programme above only that', async () => {
    const tables = await everything(BETA);
    const of = (table: string, column: string) => (tables[table] ?? []).map((row) => row[column]).sort();
    // ALPHA-ONE stands above SUB-BETA and is there for its name: without results, evidence, money and donors.
    expect(of('programs_seen', 'code')).toEqual(['ALPHA-ONE', 'BETA-ONE', 'DUO', 'SUB-BETA']);
    expect(of('results_seen', 'program')).toEqual(['BETA-ONE', 'DUO', 'SUB-BETA']);
    // Money of DUO that names nobody is nobody's; that of BETA-ONE is its only donor's.
    expect(of('transactions_seen', 'program')).toEqual(['BETA-ONE', 'BETA-ONE', 'DUO']);
    expect(tables.program_organisations).toHaveLength(4);
    expect(of('organisations', 'code')).toEqual(['betaland', 'carrier-of-beta']);
  });

  it('shows an officer the programmes named, with all below and nothing beside', async () => {
    const tables = await everything(officerScope('ALPHA-ONE'));
    const of = (table: string) => [...new Set((tables[table] ?? []).map(({ program }) => program))].sort();
    expect(of('results_seen')).toEqual(['ALPHA-ONE', 'SUB-BETA']);
    expect(of('transactions_seen')).toEqual(['ALPHA-ONE']);
    expect((tables.programs_seen ?? []).map(({ code }) => code).sort()).toEqual(['ALPHA-ONE', 'SUB-BETA']);
    expect(JSON.stringify(tables)).not.toMatch(MARKS.unapproved);
  });

  it('shows the public approved figures, and neither money nor donors nor evidence', async () => {
    const tables = await everything(PUBLIC);
    for (const closed of [
      'transactions_seen',
      'program_organisations',
      'organisations',
      'evidence_seen',
      'issues',
    ]) {
      expect([closed, tables[closed]]).toEqual([closed, []]);
    }
    expect(tables.results_seen?.every(({ status }) => status === 'approved')).toBe(true);
    expect(tables.results_seen?.length).toBeGreaterThan(4);
  });

  it('shows nothing at all to a reader of whom nothing is said', async () => {
    await db.transaction(async (tx) => {
      await tx.execute(sql`SET LOCAL ROLE attest_reader`);
      for (const table of [
        'programs_seen',
        'results_seen',
        'evidence_seen',
        'transactions_seen',
        'organisations',
        'issues',
      ]) {
        expect([table, rowsOf(await tx.execute(sql`SELECT * FROM ${sql.identifier(table)}`))]).toEqual([
          table,
          [],
        ]);
      }
    });
  });

  it('reads no other table, and writes none', async () => {
    const tables = rowsOf(
      await db.execute(
        sql`SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
      ),
    ).map(({ name }) => String(name));
    for (const table of tables) {
      const attempt = (statement: string) =>
        refusal(() => readInScope(db, ALPHA, (tx) => tx.execute(sql.raw(statement))));
      if (!GRANTED.includes(table)) {
        expect([table, await attempt(`SELECT FROM "${table}"`)]).toEqual([table, '42501']);
      }
      const writable = refusal(() =>
        db.transaction(async (tx) => {
          await tx.execute(sql`SET LOCAL ROLE attest_reader`);
          await tx.execute(sql.raw(`DELETE FROM "${table}"`));
        }),
      );
      expect([table, await writable]).toEqual([table, '42501']);
    }
    expect(tables.length).toBeGreaterThan(25);
  });

  it('ends with the transaction: the connection is the owner’s again', async () => {
    await everything(ALPHA);
    const [row] = rowsOf(await db.execute(sql`SELECT count(*)::int AS all FROM transactions`));
    // The seeds' 109, and seven of the canaries'.
    expect(row).toEqual({ all: 116 });
  });

  it('does not let a code break out of its setting', async () => {
    const codes = ['alphaland", "betaland', "alphaland'; RESET ROLE; --", '{betaland}', 'betaland,alphaland'];
    for (const code of codes) {
      const tables = await everything(donorScope(code));
      expect([tables.transactions_seen, tables.results_seen]).toEqual([[], []]);
    }
  });
});

function rowsOf(result: unknown): readonly Record<string, unknown>[] {
  return (Array.isArray(result) ? [...result] : (result as { rows: unknown[] }).rows) as Record<
    string,
    unknown
  >[];
}

/** The SQLSTATE of the refusal; null where it went through. */
async function refusal(run: () => Promise<unknown>): Promise<string | null> {
  try {
    await run();
    return null;
  } catch (error) {
    return String((error as { cause?: { code?: unknown } }).cause?.code);
  }
}
