import { and, eq, sql } from 'drizzle-orm';
import type { Mandate, Role } from '../../src/access/index.ts';
import { ServiceKey } from '../../src/access/index.ts';
import { REPORT_DEFINITIONS, REPORTS } from '../../src/core/report/definitions.ts';
import { subscriptions } from '../../src/delivery/delivery.table.ts';
import { issueLinks } from '../../src/delivery/issue-links.table.ts';
import { linkToken } from '../../src/delivery/link-token.ts';
import { stopToken } from '../../src/delivery/stop-token.ts';
import { transactions } from '../../src/funding/funding.table.ts';
import { importKinds } from '../../src/imports.ts';
import { PdfRenderer } from '../../src/platform/browser/pdf-renderer.adapter.ts';
import { actAs } from '../../src/platform/database/actor.repository.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { organisations } from '../../src/programs/organisations.table.ts';
import { programs } from '../../src/programs/programs.table.ts';
import { Reports } from '../../src/reporting/index.ts';
import { issues } from '../../src/reporting/issues.table.ts';
import { results } from '../../src/results/results.table.ts';
import { makeToken, type TestApp } from '../support/app.ts';
import { MARKS, plantCanaries } from '../support/canaries.ts';
import type { Engine } from '../support/database.ts';
import { importCsv } from '../support/import.ts';
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
  administrator: [MARKS.unapproved],
  manager: [MARKS.unapproved],
  officer: [MARKS.unapproved, MARKS.nobodys, /BETA-ONE|duo-money-of|result-of-both/],
  alpha: [MARKS.unapproved, MARKS.beta, MARKS.nobodys, MARKS.kept, MARKS.reference],
  beta: [MARKS.unapproved, MARKS.alphaButForItsName, MARKS.nobodys, MARKS.kept, MARKS.reference],
  stranger: [
    MARKS.unapproved,
    MARKS.alpha,
    MARKS.beta,
    MARKS.nobodys,
    MARKS.kept,
    MARKS.reference,
    /-of-both/,
  ],
};

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
  ],
  'GET /programs': ['', '?search=beta', '?order=newest'],
  'GET /countries': ['', '?search=chile', '?order=-disbursement'],
  'GET /countries.csv': ['', '?search=chile'],
  'GET /countries.xlsx': ['', '?search=chile'],
  'GET /donors': ['', '?search=beta', '?search=alpha', '?order=-disbursement', '?order=-value'],
  'GET /donors.csv': ['', '?search=beta'],
  'GET /donors.json': ['', '?search=alpha'],
  'GET /donors.xlsx': ['', '?search=beta'],
  'GET /indicators': ['', '?search=officials'],
  'GET /search': ['', '?q=beta', '?q=alph', '?q=of', '?q=DUO', '?q=SUB-BETA'],
  'GET /dashboard.csv': ['', '?donor=betaland', '?country=CL'],
  'GET /dashboard.json': ['', '?donor=alphaland', '?country=CL'],
  'GET /dashboard.xlsx': ['', '?donor=betaland', '?program=BETA-ONE', '?block=results-by-program'],
  'GET /results': [
    '',
    '?program=BETA-ONE',
    '?donor=betaland',
    '?by=donor&key=betaland',
    '?by=program&key=ALPHA-ONE',
  ],
  'GET /results.csv': ['', '?country=CL'],
  'GET /results.json': ['', '?donor=alphaland'],
  'GET /results.xlsx': ['', '?donor=alphaland', '?program=BETA-ONE'],
  'GET /transactions': [
    '',
    '?type=disbursement&order=amount',
    '?donor=betaland',
    '?program=DUO',
    '?by=donor&key=alphaland',
  ],
  'GET /transactions.csv': ['', '?program=DUO'],
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
  'GET /sign-in': ['', '?next=/donors/betaland'],
};

/** Now, by the clock of the test: the canaries are all there, and everything of theirs is changed a second later. */
const PAST = '2017-07-01T12:00:00Z';
const CHANGED = new Date('2017-07-01T12:00:01Z');

interface World {
  readonly app: TestApp;
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
  for (const [name, mandate] of Object.entries(MANDATES)) {
    visitors.set(`${name} person`, { cookie: (await signIn(db, mandate)).cookie });
    visitors.set(`${name} token`, { authorization: `Bearer ${await makeToken(db, mandate)}` });
  }
  const { cookie } = await signIn(db, { role: 'manager' }, { stage: 'second-factor' });
  visitors.set('half-way', { cookie });
  const codes = async (table: typeof programs | typeof organisations) =>
    (await db.select({ code: table.code }).from(table)).map(({ code }) => code);
  const canaries = ['ALPHA-ONE', 'BETA-ONE', 'SUB-BETA', 'DUO', 'NET-POL'];
  const resultIds = await db.select({ id: results.id, program: results.program }).from(results);
  return {
    app,
    isPublic: app.config.isPublic,
    visitors,
    values: {
      programs: canaries,
      donors: ['alphaland', 'betaland', 'canada', 'carrier-of-beta'],
      countries: ['CL', 'CR'],
      results: resultIds.filter(({ program }) => canaries.includes(program)).map(({ id }) => id),
      transactions: (
        await db.select({ id: transactions.id, program: transactions.program }).from(transactions)
      ).flatMap(({ id, program }) => (canaries.includes(program) ? [id] : [])),
      issues: (await db.select({ id: issues.id }).from(issues)).map(({ id }) => id),
      links,
      stops: await stopsOf(app, ['alphaland', 'betaland']),
      known: [...(await codes(programs)), ...(await codes(organisations))],
    },
  };
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
      sql`UPDATE programs SET unit = 'Another'`,
      sql`UPDATE organisations SET kind = 'other'`,
    ])
      await tx.execute(change);
  });
}

/** Every address of a route that is worth asking for. @throws Error for a route that nobody has taught this test */
export function addressesOf(route: string, { values }: Pick<World, 'values'>): readonly string[] {
  const [, path = ''] = route.split(' ');
  const under = (of: readonly string[] | undefined, suffixes: readonly string[]) =>
    (of ?? []).flatMap((value) => suffixes.map((suffix) => path.replace(/:(code|id)$/, value) + suffix));
  const data = ['', '.csv', '.json', '.xlsx'];
  if (route === 'GET /programs/:code' || route === 'GET /api/v1/programs/:code') {
    return under(values.programs, path.startsWith('/api') ? [''] : data);
  }
  if (route === 'GET /donors/:code') return under(values.donors, data);
  if (route === 'GET /countries/:code') return under(values.countries, [...data, '?donor=betaland']);
  if (route === 'GET /results/:id') return under(values.results, data);
  if (route === 'GET /transactions/:id') return under(values.transactions, data);
  const told = /^\/(?:api\/v1\/)?(results|transactions|programs)\/:(?:id|code)\/history/.exec(path)?.[1];
  if (told !== undefined) return (values[told] ?? []).map((key) => path.replace(/:(id|code)/, key));
  if (path.startsWith('/api/v1/reports/:report')) {
    const ending = path.slice(path.lastIndexOf('.'));
    return REPORT_QUERIES.map((report) => `/api/v1/reports/${report.replace('?', `${ending}?`)}`);
  }
  if (path === '/api/v1/reports/issues/:id.pdf') {
    return (values.issues ?? []).map((id) => `/api/v1/reports/issues/${id}.pdf`);
  }
  if (/^\/(users|tokens|deliveries)\b.*:id/.test(path)) {
    return [path.replace(':id', '00000000-0000-4000-8000-000000000000')];
  }
  if (path === '/assets/:name') return ['/assets/none.css', '/assets/..%2f..%2fpackage.json'];
  if (path.startsWith('/links/:token')) {
    return [...(values.links ?? []), 'forged'].map((token) => path.replace(':token', token));
  }
  if (path === '/unsubscribe/:token') {
    return [...(values.stops ?? []), 'forged'].map((token) => path.replace(':token', token));
  }
  if (path === '/api/v1/download/:kind.csv' || path === '/api/v1/templates/:kind.xlsx') {
    return importKinds.map(({ name }) => path.replace(':kind', name));
  }
  if (path === '/one-time/:code') return ['/one-time/forged'];
  if (path.includes(':')) throw new Error(`Nobody has said with what to ask ${route}: teach addressesOf.`);
  return (QUERIES[route] ?? ['']).map((query) => path + query);
}

/** The rule of every route, and what comes of each visitor at each of its addresses. */
export function itLeaksNothing(world: () => World, only?: (visitor: string) => boolean): void {
  it('has a rule for every route, and a route for every rule', () => {
    expect(world().app.gate.routes()).toEqual(Object.keys(RULES).sort());
  });

  const leaksOf = async (asked: (route: string, visitor: string) => readonly string[]) => {
    const found: string[] = [];
    const { app, visitors, isPublic } = world();
    for (const route of app.gate.routes()) {
      const [method = ''] = route.split(' ');
      for (const [visitor, headers] of visitors) {
        if (only !== undefined && !only(visitor)) continue;
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
    // Each a third; the people of donors all, but for histories, which read every past moment.
    const found = await leaksOf((route, visitor) => {
      const all = addressesOf(route, world());
      if (/^(alpha|beta) person/.test(visitor) && !route.includes('history')) return all;
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
      .filter((route) => /^GET \/api\/v1\/(?!reports|openapi|download|templates)/.test(route));
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
    /^GET \/(dashboard|programs|countries|donors|indicators|search|results|transactions)\b/.test(route) ||
    /^GET \/api\/v1\/(totals|suggestions|funding|results|transactions|programs|reports\/:report)\b/.test(
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
  if (mandate === undefined || how === 'token') return headers;
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
  return named.roles.includes(role) && (named.tokens || how === 'person') ? ANSWERED : [404];
}

/** An answer repeats the address that it was asked at, in its links to the other languages for one. */
function withoutTheQuestion(words: string, url: string): string {
  const [path = '', query = ''] = url.split('?');
  const said = `${path}/${query}`
    .split(/[/=&]/)
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
