import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import type { Scope } from '../../src/access/index.ts';
import {
  EVERYTHING,
  type Keeper,
  readAsPerson,
  readInScope,
  SERVICE_ITSELF,
} from '../../src/access/index.ts';
import { donorScope, officerScope, PUBLIC } from '../../src/core/fixtures/scopes.ts';
import { submissions } from '../../src/entry/submissions.table.ts';
import { importBatches } from '../../src/platform/csv/import-batches.table.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { ownReports } from '../../src/reporting/own/own-reports.table.ts';
import { savedViews } from '../../src/views/saved-views.table.ts';
import { MARKS, plantCanaries } from '../support/canaries.ts';
import { eachEngine } from '../support/database.ts';
import { signIn } from '../support/people.ts';

const ALPHA: Scope = donorScope('alphaland');
const BETA: Scope = donorScope('betaland');

/** What a reader may read at all; everything else is closed to the role. */
const GRANTED = [
  'brought_file_pieces',
  'brought_files',
  'evidence_pieces_seen',
  'evidence_seen',
  'indicators',
  'issues',
  'large_file_faults',
  'large_files',
  'memberships',
  'narratives_seen',
  'organisations',
  'own_reports',
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
  'saved_views',
  'submissions',
  'terms',
  'transactions_seen',
];

eachEngine('row-level security, with queries that forget their scope', (engine) => {
  let db: Database;

  beforeAll(async () => {
    ({ db } = await engine.openSeeded());
    await plantCanaries(db);
  });

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
    expect(of('narratives_seen', 'program')).toEqual(['BETA-ONE', 'DUO', 'SUB-BETA']);
    expect(tables.program_organisations).toHaveLength(4);
    expect(of('organisations', 'code')).toEqual(['betaland', 'carrier-of-beta']);
  });

  it('shows an officer the programmes named, with all below and nothing beside', async () => {
    const tables = await everything(officerScope('ALPHA-ONE'));
    const of = (table: string) => [...new Set((tables[table] ?? []).map(({ program }) => program))].sort();
    expect(of('results_seen')).toEqual(['ALPHA-ONE', 'SUB-BETA']);
    expect(of('transactions_seen')).toEqual(['ALPHA-ONE']);
    expect(of('narratives_seen')).toEqual(['ALPHA-ONE', 'SUB-BETA']);
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
      'evidence_pieces_seen',
      'narratives_seen',
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
        'brought_file_pieces',
        'brought_files',
        'programs_seen',
        'results_seen',
        'evidence_seen',
        'evidence_pieces_seen',
        'transactions_seen',
        'narratives_seen',
        'organisations',
        'issues',
        'large_file_faults',
        'large_files',
        'own_reports',
        'saved_views',
        'submissions',
      ]) {
        expect([table, rowsOf(await tx.execute(sql`SELECT * FROM ${sql.identifier(table)}`))]).toEqual([
          table,
          [],
        ]);
      }
    });
  });

  it('shows what people keep to themselves, and what is shared to those who may know what it names', async () => {
    const [alpha, manager] = [
      await signIn(db, { role: 'donor', organisations: ['alphaland'] }),
      await signIn(db, { role: 'manager' }),
    ];
    const now = new Date('2017-07-01T12:00:00Z');
    const dated = { createdAt: now, changedAt: now };
    const definition = (donor: string[]) => ({
      introduction: '',
      period: 'asked',
      indicators: [],
      filter: donor.length === 0 ? {} : { donor },
      sections: [{ name: 'trend' as const, heading: '', text: '' }],
    });
    await db.insert(ownReports).values([
      { slug: 'of-alpha', title: 'a', holder: alpha.account, definition: definition([]), ...dated },
      { slug: 'of-a-manager', title: 'b', holder: manager.account, definition: definition([]), ...dated },
      {
        slug: 'for-all',
        title: 'c',
        holder: manager.account,
        shared: true,
        definition: definition([]),
        ...dated,
      },
      {
        slug: 'about-beta',
        title: 'd',
        holder: manager.account,
        shared: true,
        definition: definition(['betaland']),
        ...dated,
      },
    ]);
    const views = [
      { slug: 'of-alpha', holder: alpha.account, shared: false, query: {} },
      { slug: 'of-a-manager', holder: manager.account, shared: false, query: {} },
      { slug: 'for-all', holder: manager.account, shared: true, query: {} },
      { slug: 'about-beta', holder: manager.account, shared: true, query: { donor: 'betaland' } },
    ];
    await db
      .insert(savedViews)
      .values(views.map((view) => ({ ...view, name: view.slug, page: '/' as const, createdAt: now })));
    const MANAGER: Scope = { ...EVERYTHING, role: 'manager' };
    const found = (keeper: Keeper) =>
      readAsPerson(db, keeper, async (tx) => {
        const slugs = async (table: string) =>
          rowsOf(await tx.execute(sql`SELECT slug FROM ${sql.identifier(table)}`))
            .map(({ slug }) => slug)
            .sort();
        const kept = await slugs('own_reports');
        expect(await slugs('saved_views')).toEqual(kept);
        return kept;
      });
    expect(await found({ scope: ALPHA, account: alpha.account })).toEqual(['for-all', 'of-alpha']);
    expect(await found({ scope: ALPHA, account: null })).toEqual(['for-all']);
    expect(await found({ scope: BETA, account: null })).toEqual(['about-beta', 'for-all']);
    expect(await found({ scope: officerScope('ALPHA-ONE'), account: null })).toEqual([
      'about-beta',
      'for-all',
    ]);
    expect(await found({ scope: PUBLIC, account: null })).toEqual([]);
    // Whoever sees everything that is approved sees no more of what others keep.
    expect(await found({ scope: MANAGER, account: manager.account })).toEqual([
      'about-beta',
      'for-all',
      'of-a-manager',
    ]);
    expect(await found({ scope: MANAGER, account: null })).toEqual(['about-beta', 'for-all']);
    expect(await found(SERVICE_ITSELF)).toHaveLength(4);
  });

  it('shows what somebody entered to its author, and to those who approve once it was submitted', async () => {
    const [author, colleague, manager, donor] = [
      await signIn(db, { role: 'officer', programs: ['ALPHA-ONE'] }),
      await signIn(db, { role: 'officer', programs: ['ALPHA-ONE'] }),
      await signIn(db, { role: 'manager' }),
      await signIn(db, { role: 'donor', organisations: ['alphaland'] }),
    ];
    const now = new Date('2017-07-01T12:00:00Z');
    const decided = { decidedAt: now, decidedBy: manager.account, decidedName: 'A manager' };
    const [batch] = await db.select({ id: importBatches.id }).from(importBatches).limit(1);
    const begun = {
      kind: 'results' as const,
      cells: { program: 'ALPHA-ONE' },
      program: 'ALPHA-ONE',
      author: author.account,
      authorName: 'An officer',
      origin: 'page' as const,
      together: randomUUID(),
      createdAt: now,
      changedAt: now,
      submittedAt: now,
    };
    const statuses = ['draft', 'submitted', 'returned', 'approved', 'discarded'] as const;
    for (const [place, status] of statuses.entries()) {
      const first = status === 'draft' || status === 'discarded' ? 'draft' : 'submitted';
      const [row] = await db
        .insert(submissions)
        .values({ ...begun, place, status: first })
        .returning({ id: submissions.id });
      if (status === first) continue;
      const change = {
        returned: { ...decided, comment: 'Twice' },
        approved: { ...decided, batch: batch?.id },
        discarded: {},
      }[status as 'returned' | 'approved' | 'discarded'];
      await db
        .update(submissions)
        .set({ ...change, status })
        .where(eq(submissions.id, row?.id ?? ''));
    }
    const seen = (keeper: Keeper) =>
      readAsPerson(db, keeper, async (tx) =>
        rowsOf(await tx.execute(sql`SELECT status FROM submissions ORDER BY place`)).map(
          ({ status }) => status,
        ),
      );
    const MANAGER: Scope = { ...EVERYTHING, role: 'manager' };
    const OFFICER = officerScope('ALPHA-ONE');
    expect(await seen({ scope: OFFICER, account: author.account })).toEqual([...statuses]);
    expect(await seen({ scope: OFFICER, account: colleague.account })).toEqual([]);
    expect(await seen({ scope: OFFICER, account: null })).toEqual([]);
    expect(await seen({ scope: MANAGER, account: manager.account })).toEqual([
      'submitted',
      'returned',
      'approved',
    ]);
    expect(await seen({ scope: { ...EVERYTHING, role: 'administrator' }, account: null })).toEqual([
      'submitted',
      'returned',
      'approved',
    ]);
    expect(await seen({ scope: ALPHA, account: donor.account })).toEqual([]);
    expect(await seen({ scope: PUBLIC, account: null })).toEqual([]);
    // A program sees what it entered itself: not what its person did, nor another program of that person.
    const tokens = [randomUUID(), randomUUID()];
    for (const id of tokens)
      await db.execute(sql`INSERT INTO api_tokens (id, name, role, hash, hint, created_at, created_by, expires_at, writes)
        VALUES (${id}, 'register', 'officer', ${id}, 'abcd', now(), ${author.account}, now() + interval '1 day', true)`);
    const [token = '', second = ''] = tokens;
    await db
      .insert(submissions)
      .values({ ...begun, place: 9, status: 'draft', origin: 'api', authorToken: token });
    expect(await seen({ scope: OFFICER, account: null, token })).toEqual(['draft']);
    expect(await seen({ scope: OFFICER, account: null, token: second })).toEqual([]);
    expect(await seen({ scope: OFFICER, account: author.account })).toEqual([...statuses, 'draft']);
    expect(await seen({ scope: OFFICER, account: colleague.account })).toEqual([]);
    await db.execute(sql`DELETE FROM submissions WHERE author_token = ${token}`);
    // Whose rights are gone keeps in sight what is one's own, and no more.
    expect(await seen({ scope: ALPHA, account: author.account })).toEqual([...statuses]);
    expect(await seen({ scope: { ...OFFICER, role: 'ghost' }, account: null })).toEqual([]);
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
        // Of the settings readers read what amounts are in, and no other column.
        const column = table === 'settings' ? 'name' : '';
        expect([table, await attempt(`SELECT ${column} FROM "${table}"`)]).toEqual([table, '42501']);
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
