import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { accounts } from '../../src/access/principals/accounts.table.ts';
import { Accounts } from '../../src/accounts/people/accounts.use-case.ts';
import { inEachLanguage } from '../../src/core/text.ts';
import { broughtFiles } from '../../src/entry/brought-files.table.ts';
import { submissions } from '../../src/entry/submissions.table.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { programs } from '../../src/programs/programs.table.ts';
import { evidence, results } from '../../src/results/results.table.ts';
import type { TestApp } from '../support/app.ts';
import { plantCanaries } from '../support/canaries.ts';
import { eachEngine } from '../support/database.ts';
import { importCsv } from '../support/import.ts';
import { plantLargeFile } from '../support/large-files.ts';
import { type SignedInPerson, signIn } from '../support/people.ts';
import { addressesOf, makeWorld, type World } from './leaks.suite.ts';
import { ask, type Headers } from './visits.ts';

/** Breaks out of an element, of an attribute and of a script, wherever it is put into a page unescaped. */
const MARKUP = `"'><img src=x onerror=alert(1)></script><script>alert(2)</script>`;
const UNESCAPED = /<img src=x|<script>alert/i;

/** What the headers of every answer say; null: it has none of this name. */
const HEADERS: Readonly<Record<string, RegExp | null>> = {
  'content-security-policy':
    /^default-src 'self';script-src 'self';style-src 'self';img-src 'self' data:;font-src 'self';object-src 'none';base-uri 'none';form-action 'self';frame-ancestors 'none'$/,
  'x-content-type-options': /^nosniff$/,
  'strict-transport-security': /^max-age=31536000; ?includeSubDomains$/i,
  'access-control-allow-origin': null,
  'x-powered-by': null,
};

/** Texts say how their letters are written, so that no browser guesses. */
const AS_BYTES = /^(application\/octet-stream|text\/html; charset=utf-8|application\/problem\+json.*)$/;
const TYPES =
  /^(text\/(html|csv|plain)|application\/(problem\+)?json).*; charset=utf-8$|^application\/(pdf|vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet)$/;

/** What no answer says: of the libraries and the machine that it runs on, of its statements, of its own code. */
const INSIDE =
  /drizzle|postgres|pglite|node_modules|fastify|nestjs|content-type is set|select |insert into|cannot read|is not a|\.ts\b|\bat .*:\d+/i;

eachEngine('attacks on every route', (engine) => {
  let world: Awaited<ReturnType<typeof makeWorld>>;
  let app: TestApp;
  let administrator: SignedInPerson;
  /** Every address, asked once by an administrator; the first of each route by a stranger too. */
  let answers: readonly Answer[];
  let strangers: readonly Answer[];
  /** The database before and after all of them. */
  let before: unknown;
  let after: unknown;

  beforeAll(async () => {
    world = await makeWorld(engine, { PUBLIC_URL: 'https://attest.example.org' });
    ({ app } = world);
    administrator = await signIn(app.database.db, { role: 'administrator' });
    const routes = app.gate.routes().filter((route) => route.startsWith('GET '));
    // Its first sight makes the key that it shows.
    await ask(app, 'GET', '/account/second-factor', asAdministrator());
    before = await contents(app);
    answers = await askAll(
      app,
      routes.flatMap((route) => someAddresses(route, world).map((url) => [route, url] as const)),
      asAdministrator(),
    );
    strangers = await askAll(
      app,
      routes.map((route) => [route, addressesOf(route, world)[0] ?? ''] as const),
      {},
    );
    after = await contents(app);
  });
  afterAll(() => app.close());

  const asAdministrator = () => ({ cookie: administrator.cookie });

  it('sends every answer with the headers that keep browsers from harm', () => {
    const found: string[] = [];
    for (const { url, headers, body } of [...answers, ...strangers]) {
      const expected = {
        ...HEADERS,
        // What stands in such an address lets its holder in, or speaks for a recipient.
        'referrer-policy': /one-time|links|unsubscribe|setup/.test(url) ? /^no-referrer$/ : /^same-origin$/,
        // A file that somebody attached may do nothing at all.
        ...(/^\/(evidence\/[^/]+|large-files\/[^/]+\/content)$/.test(url) && {
          'content-security-policy':
            /^(sandbox; default-src 'none'|default-src 'self';script-src 'self';.*)$/,
        }),
        // What somebody brought is no page and no picture, whatever it is.
        ...(body !== '' && {
          'content-type': /^\/large-files\/[^/]+\/content$/.test(url) ? AS_BYTES : TYPES,
        }),
      };
      for (const [name, says] of Object.entries(expected)) {
        const said = headers[name];
        if (says === null ? said !== undefined : !says.test(String(said))) {
          found.push(`${url} ${name}: ${said}`);
        }
      }
    }
    expect(found).toEqual([]);
  });

  it('keeps no page of somebody’s in any cache', () => {
    const cached = answers
      .filter(({ route }) => !/assets|brand|healthz|openapi|one-time|links|unsubscribe/.test(route))
      .filter(({ headers }) => headers['cache-control'] !== 'no-store');
    expect(cached.map(({ url }) => url)).toEqual([]);
  });

  it('changes nothing by GET', () => {
    expect(after).toEqual(before);
  });

  it('leads out from every page', () => {
    const pages = answers.filter(
      // Whoever asks for a style sheet is not looked at.
      ({ route, headers, body }) =>
        !route.includes('assets') && body !== '' && String(headers['content-type']).includes('text/html'),
    );
    expect(pages.length).toBeGreaterThan(10);
    const without = pages.filter(({ body }) => !/<form method="post" action="\/sign-out/.test(body));
    expect(without.map(({ url }) => url)).toEqual([]);
  });

  it('has no other methods', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      for (const url of ['/', '/sign-in', '/users', '/api/v1/totals', '/account']) {
        const answer = await app.asStranger({ method: method as 'PUT', url, headers: asAdministrator() });
        expect([method, url, isRefusal(answer.statusCode)]).toEqual([method, url, true]);
      }
    }
  });

  it.each([
    '/../../etc/passwd',
    '/assets/../../package.json',
    '/assets/%2e%2e%2fpackage.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/..%5c..%5cpackage.json',
    '/programs/..%2f..%2fetc%2fpasswd',
    '/countries/%00',
    '/donors/%ff',
    '/api/v1/reports/..%2f..%2fetc%2fpasswd.pdf?period=2017',
    '/api/v1/reports/issues/..%2f1.pdf',
    '//evil.example/',
    '/%2e%2e/users',
    '/users%2f',
    '/USERS',
    '/users/',
    `/${'a'.repeat(9000)}`,
  ])('finds nothing at %s', async (url) => {
    for (const headers of [
      {},
      { cookie: (await signIn(app.database.db, { role: 'donor', organisations: ['canada'] })).cookie },
    ]) {
      const answer = await ask(app, 'GET', url, headers);
      expect(answer.statusCode).toBeGreaterThanOrEqual(300);
      expect(answer.statusCode).toBeLessThan(500);
      expect(answer.body).not.toMatch(/root:|"dependencies"/);
    }
  });

  it.each([
    ['too large', 'application/x-www-form-urlencoded', `email=${'x'.repeat(1_200_000)}`, 413],
    ['JSON and breaks off', 'application/json', '{"email":', 400],
    ['of a type that nobody reads', 'text/xml', '<a/>', 415],
    [
      'several values to one field',
      'application/x-www-form-urlencoded',
      'email=a@b.c&email=d@e.f&password=x',
      400,
    ],
    [
      'JSON with a prototype',
      'application/json',
      '{"__proto__":{"role":"administrator"},"email":"a@b.c","password":"x"}',
      400,
    ],
    ['objects in place of texts', 'application/json', '{"email":{"$ne":""},"password":{"$ne":""}}', 400],
  ])('takes no form that is %s', async (_, type, payload, status) => {
    const answer = await app.asStranger({
      method: 'POST',
      url: '/sign-in',
      headers: { 'content-type': type, accept: 'application/json' },
      payload,
    });
    expect(answer.statusCode).toBe(status);
    expect((await app.asStranger('/healthz')).statusCode).toBe(200);
  });

  it('takes no NUL character, wherever one is sent', async () => {
    const found: string[] = [];
    for (const [at, route] of app.gate
      .routes()
      .filter((one) => !/internal|assets/.test(one))
      .entries()) {
      const [method = 'GET', path = ''] = route.split(' ');
      const { cookie } = await signIn(app.database.db, { role: 'administrator' });
      const names =
        'email name code id actor cursor country next state role organisations programs lang confirmed';
      const fields = names
        .split(' ')
        .map((name) => `${name}=a%00b`)
        // A third of them at each route, and another third at the next.
        .filter((_, field) => (process.env.CI && engine.asksAll) || (field + at) % 3 === 0);
      const urls = [
        path.replace(/:\w+/, '%00'),
        ...fields.map((field) => `${path.replace(/:\w+/, 'x')}?${field}`),
      ];
      for (const url of method === 'GET' ? urls : urls.slice(0, 1)) {
        const { statusCode } = await ask(app, method, url, { cookie });
        if (statusCode >= 500) found.push(`${method} ${url}: ${statusCode}`);
      }
      if (method === 'GET') continue;
      for (const field of fields) {
        const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded' };
        const payload = ['lang=en', 'role=donor', field].join('&').replace(/lang=en&(.*&)?lang=/, '$1lang=');
        const url = path.replace(/:\w+/, '00000000-0000-4000-8000-000000000000');
        const { statusCode } = await app.asStranger({ method: 'POST', url, headers, payload });
        if (statusCode >= 500) found.push(`${method} ${url} ${payload}: ${statusCode}`);
      }
    }
    expect(found).toEqual([]);
  });

  it.each([
    '/',
    '/dashboard.csv',
    '/programs',
    '/countries/CL.json',
    '/results',
    '/transactions.json',
    '/methods',
    '/reports',
    '/desk',
    '/entry/results',
    '/imports',
    '/approvals',
    '/approvals/review',
    '/deliveries',
    '/audit',
    '/account',
    '/users',
    '/sign-in',
    '/api/v1/programs',
    '/api/v1/totals?indicator=officials-trained',
    '/api/v1/reports/portfolio.csv?period=2017-05',
  ])('takes no parameter twice: %s', async (url) => {
    const twice = `${url}${url.includes('?') ? '&' : '?'}lang=en&lang=es`;
    expect((await ask(app, 'GET', twice, asAdministrator())).statusCode).toBe(400);
  });

  it('believes no header about who asks, where from, or under which name', async () => {
    for (const headers of [
      { 'x-forwarded-user': 'administrator' },
      { 'x-original-url': '/users' },
      { 'x-rewrite-url': '/users' },
      { 'x-http-method-override': 'POST' },
      { authorization: 'Basic YWRtaW46YWRtaW4=' },
      { authorization: 'Bearer attest_' },
      { cookie: '__Host-attest=' },
      { cookie: '__Host-attest=../../x; attest=1' },
    ] as Readonly<Record<string, string>>[]) {
      const answer = await ask(app, 'GET', '/api/v1/programs', headers);
      expect([headers, answer.statusCode]).toEqual([headers, 401]);
    }
    const rebound = await ask(app, 'GET', '/sign-in', { host: 'evil.example' });
    expect(rebound.statusCode).toBe(400);
  });

  it('holds back whoever guesses tokens', async () => {
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 40; attempt += 1) {
      const guess = { authorization: `Bearer attest_${String(attempt).padStart(43, 'x')}` };
      statuses.push((await ask(app, 'GET', '/api/v1/programs', guess)).statusCode);
    }
    expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 401));
    expect(statuses.slice(-5)).toEqual([429, 429, 429, 429, 429]);
    // Whoever has one is not held back with the others.
    const honest = world.visitors.get('manager token') ?? {};
    expect((await ask(app, 'GET', '/api/v1/programs', honest)).statusCode).toBe(200);
  });

  it('says nothing of itself where something breaks', async () => {
    const accounts = app.nest.get(Accounts, { strict: false });
    const { list } = accounts;
    accounts.list = async () => {
      throw new Error(
        'SELECT hush FROM accounts at /srv/attest/src/access/principals/accounts.repository.ts:71:9',
      );
    };
    for (const accept of ['text/html', 'application/json']) {
      const answer = await ask(app, 'GET', '/users', { ...asAdministrator(), accept });
      expect(answer.statusCode).toBe(500);
      expect(answer.body).not.toMatch(INSIDE);
      expect(answer.body).not.toContain('hush');
      const [number] = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(answer.body) ?? [];
      expect(app.log.filter(({ id }) => id === number)).toHaveLength(1);
    }
    accounts.list = list;
  });

  it.each([
    ['GET', '/results/not-a-uuid', '', ''],
    ['GET', '/users/%00', '', ''],
    ['GET', `/users/${'a'.repeat(300)}`, '', ''],
    ['GET', '/api/%zz', '', ''],
    ['GET', '/audit.json?to=9999-12-31', '', ''],
    ['GET', '/dashboard.json?from=0000-01-01', '', ''],
    ['GET', '/?to=9999-12-31', '', ''],
    ['GET', '/api/v1/totals?indicator[a]=1', '', ''],
    ['GET', '/api/v1/totals?indicator=officials-trained&by=constructor', '', ''],
    ['GET', '/api/v1/results?cursor=%00', '', ''],
    ['POST', '/sign-in', 'application/json', ''],
    ['POST', '/sign-in', 'application/json', '{"email":'],
    ['POST', '/sign-in', 'application/json', 'null'],
    ['POST', '/sign-in', 'application/json', '{"constructor":{"prototype":{}}}'],
    ['POST', '/sign-in', 'nonsense', 'email=x'],
    ['POST', '/sign-in', 'application/x-www-form-urlencoded', 'email=%ff%zz'],
    ['POST', '/tokens', 'application/x-www-form-urlencoded', 'name=x&role=donor&organisations=%00&days=1'],
    ['POST', '/account/sessions/end', 'application/x-www-form-urlencoded', 'id=%00'],
    ['POST', '/internal/commands', 'application/json', '{}'],
  ])('says nothing of itself where it refuses %s %s %s %s', async (method, url, type, payload) => {
    const answer = await app.asStranger({
      method: method as 'GET',
      url,
      headers: { ...asAdministrator(), accept: 'application/json', ...(type && { 'content-type': type }) },
      ...(method === 'POST' && { payload }),
    });
    expect([answer.statusCode, answer.body]).toEqual([expect.any(Number), expect.not.stringMatching(INSIDE)]);
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
  });
});

eachEngine('markup in every text that people enter', (engine) => {
  let world: Awaited<ReturnType<typeof makeWorld>>;

  beforeAll(async () => {
    world = await makeWorld(engine);
    const { db } = world.app.database;
    const text = inEachLanguage(() => MARKUP);
    await db
      .update(programs)
      .set({ title: text, summary: text, objectives: text, beneficiaries: text, note: text, unit: MARKUP });
    await db.update(results).set({ note: text });
    await db.update(evidence).set({ title: text });
    await db.execute(sql`UPDATE organisations SET name = jsonb_build_object('en', ${MARKUP}::text)`);
    await db.execute(sql`UPDATE accounts SET name = ${MARKUP}`);
    await db.execute(sql`UPDATE sessions SET user_agent = ${MARKUP}`);
    await db.execute(sql`UPDATE api_tokens SET name = ${MARKUP}`);
    await db.execute(sql`UPDATE subscriptions SET name = ${MARKUP}`);
    await db.execute(sql`UPDATE settings SET name = ${MARKUP}`);
    await db.execute(sql`UPDATE transactions SET note = jsonb_build_object('en', ${MARKUP}::text)`);
    const entered = await enterMarkup(db);
    const { values } = world;
    world = {
      ...world,
      values: {
        ...values,
        submissions: [...(values.submissions ?? []), ...entered.map(({ id }) => id)],
        sheets: [...(values.sheets ?? []), ...entered.map(({ together }) => together)],
        files: [...(values.files ?? []), ...(await bringMarkup(db))],
        large: [...(values.large ?? []), ...(await bringLargeMarkup(db))],
      },
    };
  });
  afterAll(() => world.app.close());

  it('stays text on every page', async () => {
    const { app, visitors } = world;
    const administrator = visitors.get('administrator person') ?? {};
    const found: string[] = [];
    let shown = 0;
    const pages = app.gate.routes().filter((one) => /^GET (?!.*\.(pdf|xlsx|csv|json)$)/.test(one));
    for (const route of pages) {
      for (const url of someAddresses(route, world)) {
        if (/\.(csv|json)$/.test(url)) continue;
        const { headers, body } = await ask(app, 'GET', url, administrator);
        if (!String(headers['content-type']).includes('text/html')) continue;
        if (UNESCAPED.test(body)) found.push(url);
        if (body.includes('&lt;img src=x')) shown += 1;
      }
    }
    expect(found).toEqual([]);
    // It was there to be seen, and not only left out.
    expect(shown).toBeGreaterThan(10);
  });

  it('stays text in what the address says', async () => {
    for (const url of [
      `/?pillar=${encodeURIComponent(MARKUP)}`,
      `/programs/${encodeURIComponent(MARKUP)}`,
      `/sign-in?next=${encodeURIComponent(`/${MARKUP}`)}`,
      `/methods?lang=${encodeURIComponent(MARKUP)}`,
      `/reports?${encodeURIComponent(MARKUP)}=1`,
    ]) {
      const { body } = await ask(world.app, 'GET', url, world.visitors.get('administrator person') ?? {});
      expect([url, UNESCAPED.test(body)]).toEqual([url, false]);
    }
  });
});

describe('what an import brings', () => {
  eachEngine('is data', (engine) => {
    it('whatever it looks like: SQL, a formula, a path, another header', async () => {
      const { db } = await engine.openSeeded();
      await plantCanaries(db);
      const hostile = [
        `'); DROP TABLE results; --`,
        '=HYPERLINK("https://evil.example","x")',
        '../../etc/passwd',
        'x\\r\\nBcc: all@example.org',
      ];
      const rows = hostile.map((text, at) => `HOSTILE-${at},"${text.replaceAll('"', '""')}",ongoing`);
      const outcome = await importCsv(db, 'programs', `code,title,status\n${rows.join('\n')}\n`);
      expect(outcome).toMatchObject({ inserted: hostile.length, errors: [] });
      const stored = await db.select({ code: programs.code, title: programs.title }).from(programs);
      const titles = stored.filter(({ code }) => code.startsWith('HOSTILE-')).map(({ title }) => title.en);
      expect(titles.sort()).toEqual([...hostile].sort());
      expect((await db.select().from(results)).length).toBeGreaterThan(4);
    });
  });
});

/** Rows of everybody's with markup in all that they say: drafts, and others that wait. */
async function enterMarkup(db: Database) {
  const now = new Date('2017-07-01T12:00:00Z');
  const everybody = await db.select({ id: accounts.id }).from(accounts);
  const cells = Object.fromEntries(
    ['indicator', 'country_or_region', 'period_start', 'period_end', 'value', 'note', 'breakdown'].map(
      (column) => [column, MARKUP],
    ),
  );
  return db
    .insert(submissions)
    .values(
      everybody.flatMap(({ id }) =>
        (['draft', 'submitted'] as const).map((status) => ({
          kind: 'results' as const,
          cells,
          author: id,
          authorName: MARKUP,
          origin: 'file' as const,
          fileName: MARKUP,
          together: randomUUID(),
          place: 2,
          status,
          createdAt: now,
          changedAt: now,
          submittedAt: status === 'draft' ? null : now,
        })),
      ),
    )
    .returning({ id: submissions.id, together: submissions.together });
}

/** Files of everybody's whose names, columns and values are markup. */
async function bringMarkup(db: Database): Promise<readonly string[]> {
  const everybody = await db.select({ id: accounts.id }).from(accounts);
  const brought = await db
    .insert(broughtFiles)
    .values(
      everybody.map(({ id }) => ({
        author: id,
        kind: 'results' as const,
        fileName: MARKUP,
        size: 1,
        shape: { line: 1, rowCount: 1, columns: [{ name: MARKUP, samples: [MARKUP] }] },
        broughtAt: new Date('2017-07-01T12:00:00Z'),
        expiresAt: new Date('2999-01-01T00:00:00Z'),
      })),
    )
    .returning({ id: broughtFiles.id });
  return brought.map(({ id }) => id);
}

/** Files of everybody's that are taken as one thing, with markup in all that they say. */
async function bringLargeMarkup(db: Database): Promise<readonly string[]> {
  const cells = Object.fromEntries(
    ['indicator', 'country_or_region', 'period_start', 'value', 'note'].map((column) => [column, MARKUP]),
  );
  const file = { cells, authorName: MARKUP, fileName: MARKUP, at: new Date('2017-07-01T12:00:00Z') };
  const brought: string[] = [];
  for (const { id } of await db.select({ id: accounts.id }).from(accounts)) {
    brought.push(await plantLargeFile(db, { ...file, author: id, isSubmitted: false }));
    brought.push(await plantLargeFile(db, { ...file, author: id, isSubmitted: true }));
  }
  return brought;
}

/** All addresses of a route; the first and a third of the others where not all is asked. */
function someAddresses(route: string, world: World): readonly string[] {
  return addressesOf(route, world).filter((_, at) => world.asksAll || at % 3 === 0);
}

interface Answer {
  readonly route: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

async function askAll(
  app: TestApp,
  addresses: readonly (readonly [route: string, url: string])[],
  visitor: Headers,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (const [route, url] of addresses) {
    const { headers, body } = await ask(app, 'GET', url, visitor);
    answers.push({ route, url, headers, body });
  }
  return answers;
}

function isRefusal(status: number): boolean {
  return status === 404 || status === 405;
}

/** Everything that the database holds, but for what notes that somebody has been here. */
async function contents(app: TestApp): Promise<Readonly<Record<string, unknown>>> {
  const { db } = app.database;
  const rows = async (statement: ReturnType<typeof sql>) => {
    const result: unknown = await db.execute(statement);
    return Array.isArray(result) ? [...result] : (result as { rows: unknown[] }).rows;
  };
  const tables = (await rows(
    sql`SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1`,
  )) as { name: string }[];
  const digests: Record<string, unknown> = {};
  for (const { name } of tables) {
    if (['audit', 'limits'].includes(name)) continue;
    const table = sql.identifier(name);
    const seen = sql`to_jsonb(t) - ARRAY['last_seen_at', 'last_used_at', 'last_opened_at', 'opened']`;
    [digests[name]] = await rows(
      sql`SELECT count(*)::int AS rows, md5(coalesce(string_agg((${seen})::text, '|' ORDER BY (${seen})::text), '')) AS digest FROM ${table} t`,
    );
  }
  return digests;
}
