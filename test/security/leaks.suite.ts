import { randomUUID } from 'node:crypto';
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Mandate, Role } from '../../src/access/index.ts';
import { ServiceKey } from '../../src/access/index.ts';
import { ENTRY_KINDS } from '../../src/core/entry/submission.ts';
import { REPORT_DEFINITIONS, REPORTS } from '../../src/core/report/definitions.ts';
import { OWN_SECTIONS } from '../../src/core/report/own-report.ts';
import { subscriptions } from '../../src/delivery/delivery.table.ts';
import { issueLinks } from '../../src/delivery/issue-links.table.ts';
import { linkToken } from '../../src/delivery/link-token.ts';
import { stopToken } from '../../src/delivery/stop-token.ts';
import { broughtFilePieces, broughtFiles } from '../../src/entry/brought-files.table.ts';
import { submissions } from '../../src/entry/submissions.table.ts';
import { transactions } from '../../src/funding/funding.table.ts';
import { importKinds } from '../../src/imports.ts';
import { narratives } from '../../src/narratives/narratives.table.ts';
import { PdfRenderer } from '../../src/platform/browser/pdf-renderer.adapter.ts';
import { importBatches } from '../../src/platform/csv/import-batches.table.ts';
import { actAs } from '../../src/platform/database/actor.repository.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { organisations } from '../../src/programs/organisations.table.ts';
import { programs } from '../../src/programs/programs.table.ts';
import { Reports } from '../../src/reporting/index.ts';
import { issues } from '../../src/reporting/issues.table.ts';
import { ownReports } from '../../src/reporting/own/own-reports.table.ts';
import { evidencePieces } from '../../src/results/evidence-pieces.table.ts';
import { evidence, results } from '../../src/results/results.table.ts';
import { savedViews } from '../../src/views/saved-views.table.ts';
import { makeToken, type TestApp } from '../support/app.ts';
import { MARKS, plantCanaries } from '../support/canaries.ts';
import type { Engine } from '../support/database.ts';
import { importCsv } from '../support/import.ts';
import { plantLargeFile } from '../support/large-files.ts';
import { signIn } from '../support/people.ts';
import { startReferenceApp } from '../support/reference-app.ts';
import { RULES, rolesOf } from './routes.ts';
import { ask, type Headers, wordsOf } from './visits.ts';

/** Who comes: somebody signed in and a program with a token, of each role and of two donors. */
const MANDATES: Readonly<Record<string, Partial<Mandate> & { readonly role: Role }>> = {
  administrator: { role: 'administrator' },
  manager: { role: 'manager' },
  officer: { role: 'officer', programs: ['ALPHA-ONE'] },
  alpha: { role: 'donor', organisations: ['alphaland'] },
  beta: { role: 'donor', organisations: ['betaland'] },
};

/** What each may never read, on any page and in any file. */
const FORBIDDEN: Readonly<Record<string, readonly RegExp[]>> = {
  administrator: [MARKS.unapproved, MARKS.drafted],
  manager: [MARKS.unapproved, MARKS.drafted],
  officer: [
    MARKS.unapproved,
    MARKS.drafted,
    MARKS.entered,
    MARKS.nobodys,
    /BETA-ONE|duo-money-of|result-of-both/,
  ],
  alpha: [
    MARKS.unapproved,
    MARKS.drafted,
    MARKS.entered,
    MARKS.officers,
    MARKS.beta,
    MARKS.nobodys,
    MARKS.kept,
    MARKS.reference,
  ],
  beta: [
    MARKS.unapproved,
    MARKS.drafted,
    MARKS.entered,
    MARKS.officers,
    MARKS.alphaButForItsName,
    MARKS.nobodys,
    MARKS.kept,
    MARKS.reference,
  ],
  stranger: [
    MARKS.unapproved,
    MARKS.drafted,
    MARKS.entered,
    MARKS.officers,
    MARKS.alpha,
    MARKS.beta,
    MARKS.nobodys,
    MARKS.kept,
    MARKS.reference,
    /-of-both/,
  ],
};

/** Now, by the clock of the test: the canaries are all there, and everything of theirs is changed a second later. */
const PAST = '2017-07-01T12:00:00Z';
const CHANGED = new Date('2017-07-01T12:00:01Z');

/** Queries that a page takes, each of which might look past its scope. */
const QUERIES: Readonly<Record<string, readonly string[]>> = {
  'GET /': [
    '',
    '?donor=betaland',
    '?donor=alphaland',
    '?country=CL',
    '?program=BETA-ONE',
    '?program=DUO',
    '?lang=fr',
    '?donor=Betaland',
    '?block=results-by-program&search=beta',
    '?block=gap-undated',
    '?block=results-by-pillar-and-year',
  ],
  'GET /money': [
    '',
    '?period=to-date',
    '?period=to-date&donor=betaland',
    '?period=to-date&program=DUO',
    '?period=to-date&block=money-flow',
  ],
  'GET /money.csv': ['?period=to-date', '?period=to-date&donor=alphaland'],
  'GET /money.json': ['?period=to-date', '?period=to-date&country=CL'],
  'GET /money.xlsx': ['?period=to-date'],
  'GET /programs': ['', '?search=beta', '?order=newest'],
  'GET /countries': ['', '?search=chile', '?order=-disbursement'],
  'GET /countries.csv': ['', '?search=chile'],
  'GET /countries.xlsx': ['', '?search=chile'],
  'GET /donors': ['', '?search=beta', '?search=alpha', '?order=-disbursement', '?order=-value'],
  'GET /donors.csv': ['', '?search=beta'],
  'GET /donors.json': ['', '?search=alpha'],
  'GET /donors.xlsx': ['', '?search=beta'],
  'GET /indicators': ['', '?search=officials'],
  'GET /search': ['', '?q=beta', '?q=alph', '?q=of', '?q=DUO', '?q=SUB-BETA', '?q=words'],
  'GET /dashboard.csv': ['', '?donor=betaland', '?country=CL'],
  'GET /dashboard.json': ['', '?donor=alphaland', '?country=CL'],
  'GET /dashboard.xlsx': ['', '?donor=betaland', '?program=BETA-ONE', '?block=results-by-program'],
  'GET /results': [
    '',
    '?program=BETA-ONE',
    '?donor=betaland',
    '?by=donor&key=betaland',
    '?by=program&key=ALPHA-ONE',
    ...['alphaland', 'betaland'].map((donor) => `?indicator=officials-trained&kind=actual&donor=${donor}`),
    '?indicator=officials-trained&kind=actual&from=2017-06-01&by=country&key=CL',
  ],
  'GET /results.csv': ['', '?country=CL', '?indicator=officials-trained&kind=actual'],
  'GET /results.json': ['', '?donor=alphaland'],
  'GET /results.xlsx': ['', '?donor=alphaland', '?program=BETA-ONE'],
  'GET /transactions': [
    '',
    '?type=disbursement&order=amount',
    '?donor=betaland',
    '?program=DUO',
    '?by=donor&key=alphaland',
  ],
  'GET /transactions.csv': ['', '?program=DUO', '?type=disbursement'],
  'GET /changes': [
    `?since=${PAST}`,
    `?since=${PAST}&donor=betaland`,
    `?since=${PAST}&block=moved-rows`,
    `?since=${PAST}&as-of=${PAST}`,
    '?indicator=officials-trained&kind=actual',
  ],
  'GET /changes.csv': [`?since=${PAST}`, `?since=${PAST}&block=moved-rows`],
  'GET /changes.json': [`?since=${PAST}`],
  'GET /changes.xlsx': [`?since=${PAST}`],
  'GET /methods/agreement': ['', '?donor=betaland', '?donor=alphaland', '?program=DUO', '?kind=target'],
  'GET /transactions.json': ['', '?program=ALPHA-ONE'],
  'GET /transactions.xlsx': ['', '?program=DUO'],
  'GET /api/v1/totals': ['country', 'donor', 'program', 'pillar', 'year', 'sex'].flatMap((by) => [
    `?indicator=officials-trained&by=${by}`,
    `?indicator=officials-trained&by=${by}&donor=betaland`,
  ]),
  'GET /api/v1/suggestions': ['pillar', 'country', 'donor', 'indicator', 'program'].flatMap((field) => [
    `?field=${field}`,
    `?field=${field}&typed=alph`,
    `?field=${field}&typed=BETA`,
    `?field=${field}&typed=of`,
  ]),
  'GET /api/v1/funding': ['country', 'donor', 'program', 'pillar', 'year'].flatMap((by) => [
    `?by=${by}`,
    `?by=${by}&type=commitment`,
    `?by=${by}&donor=alphaland`,
  ]),
  'GET /api/v1/results': ['', '?program=BETA-ONE', '?donor=alphaland', '?limit=500'],
  'GET /api/v1/transactions': ['', '?program=DUO', '?donor=betaland', '?by=donor&key=betaland'],
  'GET /api/v1/programs': ['', '?country=CL', '?donor=betaland'],
  'GET /subscriptions': [
    '',
    '?report=donor-funding-summary&donor=betaland',
    '?report=own:kept-five',
    '?report=own:kept-four',
  ],
  'GET /sign-in': ['', '?next=/donors/betaland'],
  'GET /desk': ['', '?lang=fr'],
  'GET /entry/shares': ['', '?program=BETA-ONE', '?program=SUB-BETA'],
  'GET /entry/table': [
    '',
    '?program=BETA-ONE&across=countries&period=2017',
    '?program=SUB-BETA&period=2017',
    '?program=SUB-BETA&period=2017&axis=sex',
  ],
  'GET /imports': [''],
  'GET /gaps': ['', '?lang=pt', '?program=BETA-ONE', '?program=SUB-BETA'],
  'GET /reminders': ['', '?program=BETA-ONE', '?program=NET-POL'],
  'GET /approvals': ['', `?after=0_00000000-0000-4000-8000-000000000000`],
  'GET /api/v1/submissions': ['', '?state=submitted', '?limit=1'],
  'GET /api/v1/approvals': ['', '?limit=1'],
};

export interface World {
  readonly app: TestApp;
  /** Of the engine (`Engine.asksAll`). */
  readonly asksAll: boolean;
  /** The service shows strangers its totals. */
  readonly isPublic: boolean;
  /** Headers of each visitor, by `name person` and `name token`; strangers have none. */
  readonly visitors: ReadonlyMap<string, Headers>;
  /** What stands in the place of a route's parameters. */
  readonly values: Readonly<Record<string, readonly string[]>>;
}

/** Everything that the routes are asked with: canaries, an issue about each donor, a visitor of each kind. */
export async function makeWorld(engine: Engine, env: Readonly<Record<string, string>> = {}): Promise<World> {
  const app = await startReferenceApp(engine, { env });
  const { db } = app.database;
  await plantCanaries(db);
  await makeHistory(db);
  printOnce(app);
  const reports = app.nest.get(Reports, { strict: false });
  for (const query of REPORT_QUERIES) {
    const [report = '', slice] = query.split('?');
    const { period = '', ...about } = Object.fromEntries(new URLSearchParams(slice));
    await reports.issue({ report, period, ...about });
  }
  const links = await linksOf(app, ['alphaland', 'betaland']);
  const visitors = new Map<string, Headers>([['stranger', {}]]);
  const accounts = new Map<string, string>();
  for (const [name, mandate] of Object.entries(MANDATES)) {
    const { account, cookie: signedIn } = await signIn(db, mandate);
    accounts.set(name, account);
    visitors.set(`${name} person`, { cookie: signedIn });
    visitors.set(`${name} token`, { authorization: `Bearer ${await makeToken(db, mandate)}` });
    const writing = await makeToken(db, mandate, { writes: true, madeBy: account });
    visitors.set(`${name} writer`, { authorization: `Bearer ${writing}` });
  }
  const { cookie } = await signIn(db, { role: 'manager' }, { stage: 'second-factor' });
  visitors.set('half-way', { cookie });
  const kept = await keepThings(db, accounts);
  const entered = await enterRows(db, accounts);
  const attached = [...(await attachThings(db, accounts)), ...(await attachToRows(db, entered))];
  const codes = async (table: typeof programs | typeof organisations) =>
    (await db.select({ code: table.code }).from(table)).map(({ code }) => code);
  const canaries = ['ALPHA-ONE', 'BETA-ONE', 'SUB-BETA', 'DUO', 'NET-POL'];
  const resultIds = await db.select({ id: results.id, program: results.program }).from(results);
  return {
    app,
    asksAll: engine.asksAll,
    isPublic: app.config.isPublic,
    visitors,
    values: {
      programs: canaries,
      donors: ['alphaland', 'betaland', 'canada', 'carrier-of-beta'],
      countries: ['CL', 'CR'],
      indicators: ['officials-trained'],
      results: resultIds.filter(({ program }) => canaries.includes(program)).map(({ id }) => id),
      transactions: (
        await db.select({ id: transactions.id, program: transactions.program }).from(transactions)
      ).flatMap(({ id, program }) => (canaries.includes(program) ? [id] : [])),
      narratives: (
        await db.select({ id: narratives.id, program: narratives.program }).from(narratives)
      ).flatMap(({ id, program }) => (canaries.includes(program) ? [id] : [])),
      issues: (await db.select({ id: issues.id }).from(issues)).map(({ id }) => id),
      links,
      kept,
      submissions: entered.map(({ id }) => id),
      evidence: attached,
      files: await bringFiles(db, accounts),
      large: await bringLargeFiles(db, accounts),
      sheets: [...new Set(entered.map(({ together }) => together))],
      stops: await stopsOf(app, ['alphaland', 'betaland']),
      known: [...(await codes(programs)), ...(await codes(organisations))],
    },
  };
}

/** What people keep: a donor's own and a manager's, what is shared, and what is shared and names a donor. */
async function keepThings(db: Database, accounts: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const things = [
    { slug: 'kept-one', holder: 'alpha', words: 'words-of-alpha', shared: false, donor: [] },
    { slug: 'kept-two', holder: 'beta', words: 'words-of-beta', shared: false, donor: [] },
    { slug: 'kept-three', holder: 'manager', words: 'money-of-nobody', shared: false, donor: [] },
    { slug: 'kept-four', holder: 'manager', words: 'Everything', shared: true, donor: [] },
    { slug: 'kept-five', holder: 'manager', words: 'words-of-beta', shared: true, donor: ['betaland'] },
  ];
  for (const { slug, holder, words, shared, donor } of things) {
    const whose = { slug, holder: accounts.get(holder) ?? '', shared, createdAt: CHANGED };
    await db.insert(ownReports).values({
      ...whose,
      title: words,
      changedAt: CHANGED,
      definition: {
        introduction: words,
        period: 'to-date',
        indicators: [],
        filter: donor.length === 0 ? {} : { donor },
        sections: OWN_SECTIONS.map((name) => ({ name, heading: '', text: '' })),
      },
    });
    const query = donor.length === 0 ? {} : { donor: 'betaland' };
    await db.insert(savedViews).values({ ...whose, name: words, page: '/', query });
  }
  return things.map(({ slug }) => slug);
}

/**
 * What people have entered: an officer of BETA-ONE each of what can become of a row, and the officer who comes here a
 * draft and a row that waits.
 */
async function enterRows(
  db: Database,
  accounts: ReadonlyMap<string, string>,
): Promise<readonly Pick<typeof submissions.$inferSelect, 'id' | 'together' | 'cells' | 'author'>[]> {
  const { account: another } = await signIn(db, { role: 'officer', programs: ['BETA-ONE'] });
  const batches = await db.select({ id: importBatches.id }).from(importBatches).limit(1);
  const decided = { decidedAt: CHANGED, decidedBy: accounts.get('manager') ?? '', decidedName: 'A manager' };
  const row = (note: string, program: string) => ({
    kind: 'results' as const,
    cells: {
      program,
      indicator: 'officials trained',
      kind: 'actual',
      country_or_region: 'CL',
      period_start: '2017-06',
      period_end: '2017-06',
      value: '5959',
      note,
    },
    program,
    origin: 'page' as const,
    createdAt: CHANGED,
    changedAt: CHANGED,
    submittedAt: CHANGED,
    place: 1,
    status: 'submitted' as const,
  });
  const ofBeta = (note: string) => ({
    ...row(note, 'BETA-ONE'),
    author: another,
    authorName: 'entered-by-another',
    fileName: 'entered-in-a-file.csv',
    together: randomUUID(),
  });
  const own = (note: string) => ({
    ...row(note, 'ALPHA-ONE'),
    author: accounts.get('officer') ?? '',
    authorName: 'An officer',
    together: randomUUID(),
  });
  const rows = await db
    .insert(submissions)
    .values([
      { ...ofBeta('drafted-by-another'), status: 'draft', submittedAt: null },
      { ...ofBeta('drafted-and-discarded'), status: 'draft', submittedAt: null },
      ofBeta('entered-and-waiting'),
      ofBeta('entered-and-returned'),
      ofBeta('entered-and-approved'),
      { ...own('of-the-officer-alone'), status: 'draft', submittedAt: null },
      own('waiting-of-the-officer'),
    ])
    .returning();
  for (const [at, change] of [
    [1, { status: 'discarded' }],
    [3, { status: 'returned', comment: 'entered-as-a-comment', ...decided }],
    [4, { status: 'approved', batch: batches[0]?.id, ...decided }],
  ] as const)
    await db
      .update(submissions)
      .set(change)
      .where(eq(submissions.id, rows[at]?.id ?? ''));
  return rows;
}

/**
 * What is attached to figures of both donors: one piece that stands with its figure for everybody, one for the
 * organisation alone, one that nobody has looked at.
 */
async function attachThings(db: Database, accounts: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const whose = await db
    .select({ id: results.id, program: results.program })
    .from(results)
    .where(and(eq(results.status, 'approved'), inArray(results.program, ['ALPHA-ONE', 'BETA-ONE'])));
  /** Of what is the organisation's. */
  const KEPT = 'Italian cooperation';
  const ids: string[] = [];
  for (const { id: result, program } of whose) {
    const words = program === 'BETA-ONE' ? 'BETA-ONE, words-of-beta' : 'words-of-alpha';
    const quoted = { kind: 'quotation' as const, result, page: '1', addedAt: CHANGED, addedName: KEPT };
    const added = await db
      .insert(evidencePieces)
      .values(
        [
          { title: { en: words }, quotation: { en: words }, titleFor: 'everybody' as const },
          { title: { en: `${words} ${KEPT}` }, quotation: { en: words }, titleFor: 'organisation' as const },
          {
            title: { en: `${words} ${KEPT}` },
            quotation: { en: `${words} ${KEPT}` },
            titleFor: null,
          },
        ].map((piece) => ({ ...quoted, ...piece, addedBy: accounts.get('officer') ?? '' })),
      )
      .returning();
    for (const [at, piece] of added.slice(0, 2).entries()) {
      const by = { confirmedAt: CHANGED, confirmedBy: accounts.get('manager') ?? '', confirmedName: KEPT };
      await db.update(evidencePieces).set(by).where(eq(evidencePieces.id, piece.id));
      const { title, titleFor } = piece;
      await db
        .insert(evidence)
        .values({ result, position: 20 + at, kind: 'quotation', title, titleFor, piece: piece.id });
    }
    ids.push(...added.map(({ id }) => id));
  }
  return ids;
}

/** What came with each row, with the words of its note. */
async function attachToRows(
  db: Database,
  rows: Awaited<ReturnType<typeof enterRows>>,
): Promise<readonly string[]> {
  const pieces = rows.map(({ id, cells, author }) => ({
    kind: 'quotation' as const,
    submission: id,
    title: { en: cells.note ?? '' },
    quotation: { en: cells.note ?? '' },
    page: '1',
    addedAt: CHANGED,
    addedBy: author,
    addedName: 'Somebody',
  }));
  const added = await db.insert(evidencePieces).values(pieces).returning({ id: evidencePieces.id });
  return added.map(({ id }) => id);
}

/** Files that wait to be told what their columns are: another's, and the officer's own. */
async function bringFiles(db: Database, accounts: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const { account: another } = await signIn(db, { role: 'officer', programs: ['BETA-ONE'] });
  const file = {
    kind: 'results' as const,
    broughtAt: CHANGED,
    // Beyond any day by the clock of the test.
    expiresAt: new Date('2999-01-01T00:00:00Z'),
    size: 29,
  };
  const of = (name: string, sample: string) => ({
    fileName: `${name}.csv`,
    shape: {
      line: 1,
      rowCount: 1,
      columns: [
        { name: 'Programa', samples: [sample] },
        { name: 'Valor', samples: ['5'] },
      ],
    },
  });
  const brought = await db
    .insert(broughtFiles)
    .values([
      { ...file, ...of('drafted-by-another', 'BETA-ONE'), author: another },
      { ...file, ...of('of-the-officer-alone', 'ALPHA-ONE'), author: accounts.get('officer') ?? '' },
    ])
    .returning({ id: broughtFiles.id });
  const bytes = new TextEncoder().encode('Programa,Valor\nBETA-ONE,5959\n');
  await db.insert(broughtFilePieces).values(brought.map(({ id }) => ({ file: id, position: 1, bytes })));
  return brought.map(({ id }) => id);
}

/** Files that are taken as one thing: another's that nobody else may see yet, one that waits, and the officer's own. */
async function bringLargeFiles(
  db: Database,
  accounts: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  const { account: another } = await signIn(db, { role: 'officer', programs: ['BETA-ONE'] });
  const file = (name: string, program: string, author: string) => ({
    fileName: `${name}.csv`,
    cells: { program, indicator: 'officials trained', value: '5959', note: name },
    ...{ author, authorName: name, at: CHANGED, isSubmitted: false },
  });
  return [
    await plantLargeFile(db, file('drafted-by-another', 'BETA-ONE', another)),
    await plantLargeFile(db, { ...file('entered-by-another', 'BETA-ONE', another), isSubmitted: true }),
    await plantLargeFile(db, file('of-the-officer-alone', 'ALPHA-ONE', accounts.get('officer') ?? '')),
  ];
}

/** Each report of each donor, of a country, and of everything, as far as it takes one; whoever may not have it asks too. */
const REPORT_QUERIES = REPORTS.flatMap((report) => {
  const { needs, takes } = REPORT_DEFINITIONS[report];
  const slices = {
    donor: ['alphaland', 'betaland', 'canada'].map((code) => `&donor=${code}`),
    country: ['&country=CL'],
    pillar: [],
  };
  const asked = needs === null ? ['', ...takes.flatMap((name) => slices[name])] : slices[needs];
  return asked.map((slice) => `${report}?period=2017-05${slice}`);
});

/**
 * Two figures that were withdrawn since; and each row of the canaries is changed, so that what it said as of `PAST` is
 * history alone, while nothing of it is out of today's sight.
 */
async function makeHistory(db: Database): Promise<void> {
  const withdrawn = ['alpha', 'beta'].map(
    (name, at) =>
      `${name.toUpperCase()}-ONE,officials trained,people,actual,CL,2017-04-01,2017-04-30,${[1919, 2929][at]},withdrawn-result-of-${name}`,
  );
  const head = 'program,indicator,unit,kind,country_or_region,period_start,period_end,value,note';
  const { errors, batch } = await importCsv(db, 'results', [head, ...withdrawn, ''].join('\n'));
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  await db.transaction(async (tx) => {
    await actAs(tx, { kind: 'command', name: 'test' }, CHANGED);
    for (const change of [
      sql`UPDATE results SET status = 'withdrawn', reason = 'Twice', withdrawn_at = ${CHANGED.toISOString()}::timestamptz, withdrawn_by = 'test' WHERE batch = ${batch}`,
      sql`UPDATE results SET reason = 'Looked over' WHERE batch <> ${batch}`,
      sql`UPDATE evidence SET url = 'https://example.org/'`,
      sql`UPDATE transactions SET reason = 'Looked over'`,
      sql`UPDATE narratives SET reason = 'Looked over'`,
      sql`UPDATE programs SET unit = 'Another'`,
      sql`UPDATE organisations SET kind = 'other'`,
    ])
      await tx.execute(change);
  });
}

/** Every address of a route that is worth asking for. @throws Error for a route that nobody has taught this test */
export function addressesOf(route: string, { values }: Pick<World, 'values'>): readonly string[] {
  const [method, path = ''] = route.split(' ');
  const under = (of: readonly string[] | undefined, suffixes: readonly string[]) =>
    (of ?? []).flatMap((value) => suffixes.map((suffix) => path.replace(/:(code|id)$/, value) + suffix));
  const kept = (suffixes: readonly string[]) =>
    (values.kept ?? []).flatMap((slug) => suffixes.map((suffix) => path.replace(':slug', slug) + suffix));
  const data = ['', '.csv', '.json', '.xlsx'];
  if (route === 'GET /programs/:code' || route === 'GET /api/v1/programs/:code') {
    return under(values.programs, path.startsWith('/api') ? [''] : data);
  }
  if (route === 'GET /donors/:code') return under(values.donors, data);
  if (route === 'GET /countries/:code') return under(values.countries, [...data, '?donor=betaland']);
  if (route === 'GET /indicators/:code') return under(values.indicators, [...data, '?donor=betaland']);
  if (route === 'GET /results/:id') return under(values.results, data);
  if (route === 'GET /transactions/:id') return under(values.transactions, data);
  if (route === 'GET /narratives/:id') return under(values.narratives, data);
  const told = /^\/(?:api\/v1\/)?(results|transactions|narratives|programs)\/:(?:id|code)\/history/.exec(
    path,
  )?.[1];
  if (told !== undefined) return (values[told] ?? []).map((key) => path.replace(/:(id|code)/, key));
  if (path.startsWith('/api/v1/reports/:report')) {
    const ending = path.slice(path.lastIndexOf('.'));
    return REPORT_QUERIES.map((report) => `/api/v1/reports/${report.replace('?', `${ending}?`)}`);
  }
  if (path === '/api/v1/reports/issues/:id.pdf') {
    return (values.issues ?? []).map((id) => `/api/v1/reports/issues/${id}.pdf`);
  }
  if (path.startsWith('/api/v1/reports/own/:slug')) {
    const queries = ['', '&donor=alphaland', '&donor=betaland'];
    return kept(queries.map((query) => `?period=2017-05${query}`));
  }
  if (path.includes(':slug')) return kept(['']);
  if (path === '/entry/:kind')
    return method === 'GET' ? entryAddresses(values) : ENTRY_KINDS.map((kind) => `/entry/${kind}`);
  if (/^(\/api\/v1)?\/results\/:id\/evidence$/.test(path)) {
    return (values.results ?? []).map((id) => path.replace(':id', id));
  }
  if (/^(\/api\/v1)?\/evidence\/:id/.test(path)) {
    // Of three the last waits: who confirmed it would write history at the moment of the past that is asked.
    const isAsked = (_: string, at: number) => !path.endsWith('/confirm') || at % 3 < 2;
    return [...(values.evidence ?? []).filter(isAsked), 'none'].map((id) => path.replace(':id', id));
  }
  if (path.startsWith('/submissions/:id')) {
    return (values.submissions ?? []).map((id) => path.replace(':id', id));
  }
  if (path.startsWith('/sheets/:together')) {
    return (values.sheets ?? []).map((sheet) => path.replace(':together', sheet));
  }
  if (route === 'GET /approvals/review') {
    return ['', ...(values.submissions ?? []).map((id) => `?id=${id}`)].map((query) => path + query);
  }
  if (/^\/(users|tokens|deliveries|subscriptions)\b.*:id/.test(path)) {
    return [path.replace(':id', '00000000-0000-4000-8000-000000000000')];
  }
  if (path.startsWith('/api/v1/submissions/:id')) {
    return (values.submissions ?? []).map((id) => path.replace(':id', id));
  }
  if (path === '/api/v1/closed-periods/:program') {
    return ['BETA-ONE', 'NOBODY'].map((code) => path.replace(':program', code));
  }
  if (path === '/api/v1/odd-values/:id/confirm') {
    return [...(values.results ?? []), 'none'].map((id) => path.replace(':id', id));
  }
  if (path === '/api/v1/reminders/:program') {
    return [...(values.programs ?? []), 'NOBODY'].map((code) => path.replace(':program', code));
  }
  if (path === '/api/v1/imports/:batch/undo') return ['/api/v1/imports/1/undo', '/api/v1/imports/none/undo'];
  if (/^(\/api\/v1)?\/large-files\/:file/.test(path)) {
    return (values.large ?? []).map((file) => path.replace(':file', file));
  }
  if (path === '/imports/files/:file') return (values.files ?? []).map((file) => path.replace(':file', file));
  if (path === '/imports/:batch/undo') return ['/imports/1/undo', '/imports/none/undo'];
  if (path === '/assets/:name') return ['/assets/none.css', '/assets/..%2f..%2fpackage.json'];
  if (path === '/brand/:name') return [`/brand/${'0'.repeat(64)}.svg`, '/brand/..%2f..%2fpackage.json'];
  if (path.startsWith('/links/:token')) {
    return [...(values.links ?? []), 'forged'].map((token) => path.replace(':token', token));
  }
  if (path.startsWith('/unsubscribe/:token')) {
    return [...(values.stops ?? []), 'forged'].map((token) => path.replace(':token', token));
  }
  if (path === '/api/v1/download/:kind.csv' || path === '/api/v1/templates/:kind.xlsx') {
    return importKinds.map(({ name }) => path.replace(':kind', name));
  }
  if (path === '/p/:what/:until')
    return ['/p/officials-trained/2017-06', '/p/disbursement/2017?donor=betaland'];
  if (path === '/one-time/:code') return ['/one-time/forged'];
  if (path.includes(':')) throw new Error(`Nobody has said with what to ask ${route}: teach addressesOf.`);
  return (QUERIES[route] ?? ['']).map((query) => path + query);
}

/** Forms that begin with what is there: a figure that is corrected, a row after which another one is typed. */
function entryAddresses(values: World['values']): readonly string[] {
  const {
    results: figures = [],
    transactions: money = [],
    narratives: texts = [],
    programs: codes = [],
    submissions: rows = [],
  } = values;
  return [
    ...ENTRY_KINDS.map((kind) => `/entry/${kind}`),
    ...figures.map((id) => `/entry/results?ref=${id}`),
    ...money.map((id) => `/entry/transactions?ref=${id}`),
    ...texts.map((id) => `/entry/narratives?ref=${id}`),
    ...codes.map((code) => `/entry/programs?ref=${code}`),
    ...codes.map((code) => `/entry/program-countries?ref=${code}+in+CL`),
    ...codes.map((code) => `/entry/program-organisations?ref=betaland+as+funding+in+${code}`),
    ...rows.map((id) => `/entry/results?from=${id}`),
    '/entry/results?program=BETA-ONE',
  ];
}

/**
 * The rule of every route, and what comes of each visitor at each of its addresses.
 *
 * @param only who comes; without it everybody
 * @param asksAll who is asked at all addresses but those of histories, and not at a third
 */
export function itLeaksNothing(
  world: () => World,
  { only, asksAll }: { readonly only?: (visitor: string) => boolean; readonly asksAll?: RegExp } = {},
): void {
  it('has a rule for every route, and a route for every rule', () => {
    expect(world().app.gate.routes()).toEqual(Object.keys(RULES).sort());
  });

  const leaksOf = async (asked: (route: string, visitor: string) => readonly string[]) => {
    const found: string[] = [];
    const { app, visitors, isPublic, asksAll } = world();
    for (const [at, route] of app.gate.routes().entries()) {
      const [method = ''] = route.split(' ');
      for (const [place, [visitor, headers]] of [...visitors].entries()) {
        if (!asksAll && (at + place) % 3 > 0) continue;
        if (only !== undefined && !only(visitor)) continue;
        // A token that writes reads as any other of its role: it is asked for what is for such tokens alone.
        if (visitor.endsWith(' writer') && rolesOf(RULES[route] ?? '')?.writes !== true) continue;
        for (const url of asked(route, visitor)) {
          // A change may end the session that it is asked for with.
          const fresh = method === 'POST' ? await freshHeaders(app, visitor, headers) : headers;
          const answer = await ask(app, method, url, fresh);
          const where = `${visitor}: ${method} ${url} -> ${answer.statusCode}`;
          const expected = statusesFor(route, visitor, isPublic);
          if (!expected.includes(answer.statusCode))
            found.push(`${where}, expected ${expected.join(' or ')}`);
          const words = withoutTheQuestion(await wordsOf(answer), url);
          for (const mark of forbiddenAt(url, visitor, world())) {
            const [leak] = mark.exec(words) ?? [];
            if (leak !== undefined && !mayNameIt(route)) found.push(`${where}: "${leak}"`);
          }
        }
      }
    }
    return found;
  };

  it('lets nobody in by another door, and shows nobody what is another’s', async () => {
    const some = inTurns();
    const found = await leaksOf((route, visitor) => {
      const all = addressesOf(route, world());
      // Histories read every past moment.
      if (asksAll?.test(visitor) && !route.includes('history')) return all;
      // A workbook holds what its CSV holds: of each route others take one.
      const workbooks = all.filter(isWorkbook);
      return some(all).filter((url) => !isWorkbook(url) || url === workbooks[0]);
    });
    expect(found).toEqual([]);
  }, 600_000);

  it('shows nobody what was another’s, or is now', async () => {
    const { app } = world();
    const { paths } = (await app.nest.inject('/api/v1/openapi.json')).json();
    const described = app.gate
      .routes()
      .filter((route) =>
        /^GET \/api\/v1\/(?!reports|openapi|download|templates|submissions|approvals|evidence|large-files|imports|closed-periods|odd-values|reminders)/.test(
          route,
        ),
      );
    expect(described.filter((route) => !takesAsOf(route))).toEqual([]);
    const taking = Object.entries<Described>(paths).flatMap(([path, { get }]) =>
      get?.parameters?.some(({ name }) => name === 'as-of')
        ? [`GET ${path.replace(/\{(\w+)\}/g, ':$1')}`]
        : [],
    );
    expect(taking.filter((route) => !takesAsOf(route))).toEqual([]);

    const some = inTurns();
    const found = await leaksOf((route, visitor) => {
      // A page of the past is read from the whole history, and its workbook holds what its CSV holds.
      if (!takesAsOf(route) || isWorkbook(route)) return [];
      // Paper says what the files say, and tokens see what their people see.
      if (/ token$|half-way/.test(visitor) || route.endsWith('.pdf')) return [];
      const asked = addressesOf(route, world()).filter((url) => !isWorkbook(url));
      return some(asked).map((url) => `${url}${url.includes('?') ? '&' : '?'}as-of=${PAST}`);
    });
    expect(found).toEqual([]);
    // It is the past that was asked.
    const then = await app.nest.inject(`/api/v1/results?program=BETA-ONE&as-of=${PAST}`);
    expect(then.body).toContain('withdrawn-result-of-beta');
    const now = await app.nest.inject('/api/v1/results?program=BETA-ONE');
    expect(now.body).not.toContain('withdrawn-result-of-beta');
  }, 600_000);
}

/** A third of a list, and another third the next time: of three visitors, each address is asked by one. */
function inTurns(): <Item>(all: readonly Item[]) => readonly Item[] {
  let turn = 0;
  return (all) => {
    turn += 1;
    return all.length < 3 ? all : all.filter((_, at) => (at + turn) % 3 === 0);
  };
}

function isWorkbook(address: string): boolean {
  return /\.xlsx(\?|$)/.test(address);
}

interface Described {
  readonly get?: { readonly parameters?: readonly { readonly name: string }[] };
}

/** Whether a route can be asked as of a moment: pages of figures, their data, and reports on request. */
function takesAsOf(route: string): boolean {
  return (
    /^GET \/(\.csv|\.json|\.xlsx)?$/.test(route) ||
    /^GET \/(dashboard|programs|countries|donors|indicators|search|results|transactions|narratives)\b/.test(
      route,
    ) ||
    /^GET \/api\/v1\/(totals|suggestions|funding|results|transactions|narratives|programs|reports\/(?::report|own))\b/.test(
      route,
    )
  );
}

/** Whoever has a link in an e-mail reads by it what its recipient may: the one issue, and nothing of another donor. */
function forbiddenAt(url: string, visitor: string, { values }: World): readonly RegExp[] {
  const isIn = (token: string) => url.includes(token);
  const link = Math.max((values.links ?? []).findIndex(isIn), (values.stops ?? []).findIndex(isIn));
  const name = visitor.split(' ')[0] ?? '';
  // Whoever brings rows in takes them out again, drafts too.
  if (name === 'administrator' && url.startsWith('/api/v1/download/')) return [];
  const owner = ['alpha', 'beta'][link];
  if (owner === undefined) return FORBIDDEN[name] ?? [];
  // Somebody signed in is still greeted with the way to its own place.
  return name === 'stranger' || name === owner ? (FORBIDDEN[owner] ?? []) : [MARKS.unapproved, MARKS.nobodys];
}

/** What stands in the address by which each donor stops its subscription. */
async function stopsOf(app: TestApp, donors: readonly string[]): Promise<readonly string[]> {
  const key = await app.nest.get(ServiceKey, { strict: false }).derive('issue-links');
  const rows = await app.database.db.select().from(subscriptions);
  return donors.map((donor) => {
    const own = rows.find(({ email }) => email === `${donor}@example.org`);
    return stopToken(key, { subscription: own?.id ?? '', recipient: own?.email ?? '' });
  });
}

/** What stands in the address of a link to the summary of each donor, as its e-mail has it. */
async function linksOf(app: TestApp, donors: readonly string[]): Promise<readonly string[]> {
  const { db } = app.database;
  const key = await app.nest.get(ServiceKey, { strict: false }).derive('issue-links');
  const tokens: string[] = [];
  for (const donor of donors) {
    const recipient = `${donor}@example.org`;
    const [issue] = await db
      .select({ id: issues.id })
      .from(issues)
      .where(and(eq(issues.report, 'donor-funding-summary'), eq(issues.donor, donor)));
    const [subscription] = await db
      .insert(subscriptions)
      .values({
        email: recipient,
        name: donor,
        report: 'donor-funding-summary',
        lang: 'en',
        paper: 'a4',
        donor,
        since: new Date('2017-07-01T12:00:00Z'),
      })
      .returning({ id: subscriptions.id });
    const expiresAt = new Date('2017-08-01T00:00:00Z');
    const claim = { issue: issue?.id ?? '', recipient, expiresAt };
    const [link] = await db
      .insert(issueLinks)
      .values({ ...claim, subscription: subscription?.id ?? '', createdAt: new Date('2017-07-01T12:00:00Z') })
      .returning({ id: issueLinks.id });
    tokens.push(linkToken(key, { ...claim, id: link?.id ?? '' }));
  }
  return tokens;
}

/** The same visitor, signed in anew. */
async function freshHeaders(app: TestApp, visitor: string, headers: Headers): Promise<Headers> {
  const [name = '', how] = visitor.split(' ');
  const mandate = visitor === 'half-way' ? ({ role: 'manager' } as const) : MANDATES[name];
  if (mandate === undefined || how === 'token' || how === 'writer') return headers;
  const stage = visitor === 'half-way' ? 'second-factor' : 'full';
  return { cookie: (await signIn(app.database.db, mandate, { stage })).cookie };
}

/** Refusals that are answers of one's own: bad words in a query, what is not there, what was not filled in. */
const ANSWERED = [200, 303, 400, 404, 409, 422];

function statusesFor(route: string, visitor: string, isPublic: boolean): readonly number[] {
  const rule = RULES[route] ?? '';
  const named = rolesOf(rule);
  const [name = '', how] = visitor.split(' ');
  const role = MANDATES[name]?.role;
  const isPage = /^GET (?!\/api\/)/.test(route) && !/\.(csv|json|pdf|xlsx)$/.test(route);
  const turnedAway = isPage ? [303, 401] : [401];
  if (rule === 'anyone' || rule === 'unasked') return [...ANSWERED, 401, 429, 503];
  if (rule === 'operators') return [200];
  if (rule === 'half-way') {
    if (how === 'token') return turnedAway;
    // A wrong code is answered so, too.
    return visitor === 'stranger' ? turnedAway : [...ANSWERED, 401];
  }
  if (named === null) throw new Error(`Nobody knows the rule "${rule}" of ${route}.`);
  // Of the public's totals some questions are refused: those about donors and single programmes.
  if (role === undefined) return named.public && isPublic ? [...ANSWERED, 403] : turnedAway;
  if (named.writes && named.roles.includes(role)) return how === 'writer' ? ANSWERED : [403];
  return named.roles.includes(role) && (named.tokens || how === 'person') ? ANSWERED : [404];
}

/** An answer repeats the address that it was asked at, in its links to the other languages for one. */
function withoutTheQuestion(words: string, url: string): string {
  const [path = '', query = ''] = url.split('?');
  const said = `${path}/${query}`
    .split(/[/=&+]/)
    .map((part) => decodeURIComponent(part).replace(/\.(csv|json|pdf|xlsx)$/, ''))
    .filter((part) => /[a-z]{4}|-/i.test(part));
  return said.reduce((text, part) => text.replaceAll(part, ' '), words);
}

/** Administrators' own pages name organisations and programmes: to be chosen from. */
function mayNameIt(route: string): boolean {
  return /^(GET|POST) \/(users|tokens|audit|deliveries)/.test(route);
}

/** The same document is the same PDF, whoever asks for it: it is printed for the first who does. */
function printOnce(app: TestApp): void {
  const renderer = app.nest.get(PdfRenderer, { strict: false });
  const print = renderer.render.bind(renderer);
  const printed = new Map<string, ReturnType<typeof print>>();
  renderer.render = (request) => {
    const key = JSON.stringify(request);
    const pdf = printed.get(key) ?? print(request);
    printed.set(key, pdf);
    return pdf;
  };
}
