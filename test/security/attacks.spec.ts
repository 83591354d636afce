import { sql } from 'drizzle-orm';
import { programs } from '../../src/programs/programs.table.ts';
import { evidence, results } from '../../src/results/results.table.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { plantCanaries } from '../support/canaries.ts';
import { eachEngine } from '../support/database.ts';
import { importCsv, seed } from '../support/import.ts';
import { type SignedInPerson, signIn } from '../support/people.ts';
import { addressesOf, makeWorld } from './leaks.suite.ts';
import { ask } from './visits.ts';

/** Breaks out of an element, of an attribute and of a script, wherever it is put into a page unescaped. */
const MARKUP = `"'><img src=x onerror=alert(1)></script><script>alert(2)</script>`;
const UNESCAPED = /<img src=x|<script>alert/i;

eachEngine('attacks on every route', (engine) => {
  let world: Awaited<ReturnType<typeof makeWorld>>;
  let app: TestApp;
  let administrator: SignedInPerson;

  beforeAll(async () => {
    world = await makeWorld(engine, { PUBLIC_URL: 'https://attest.example.org' });
    ({ app } = world);
    administrator = await signIn(app.database.db, { role: 'administrator' });
  }, 120_000);
  afterAll(() => app.close());

  const routes = (method: string) => app.gate.routes().filter((route) => route.startsWith(`${method} `));
  const asAdministrator = () => ({ cookie: administrator.cookie });

  it('sends every answer with the headers that keep browsers from harm', async () => {
    for (const route of routes('GET')) {
      for (const headers of [{}, asAdministrator()]) {
        const [url = ''] = addressesOf(route, world);
        const answer = await ask(app, 'GET', url, headers);
        const policy = String(answer.headers['content-security-policy']);
        expect([url, policy]).toEqual([url, expect.stringContaining("frame-ancestors 'none'")]);
        expect(policy).toContain("default-src 'self'");
        expect(policy).toContain("object-src 'none'");
        expect(policy).toContain("base-uri 'none'");
        expect(policy).not.toMatch(/unsafe|\*|https?:/);
        expect(answer.headers).toMatchObject({
          'x-content-type-options': 'nosniff',
          'strict-transport-security': expect.stringMatching(/^max-age=31536000; ?includeSubDomains$/i),
          'referrer-policy': expect.stringMatching(/^(same-origin|no-referrer)$/),
        });
        expect(answer.headers['access-control-allow-origin']).toBeUndefined();
        expect(answer.headers['x-powered-by']).toBeUndefined();
      }
    }
  });

  it('keeps no page of somebody’s in any cache', async () => {
    for (const route of routes('GET').filter((one) => !/assets|healthz|openapi|one-time|links/.test(one))) {
      const [url = ''] = addressesOf(route, world);
      const answer = await ask(app, 'GET', url, asAdministrator());
      expect([url, answer.headers['cache-control']]).toEqual([url, 'no-store']);
    }
  });

  it('changes nothing by GET', async () => {
    const before = await contents(app);
    for (const route of routes('GET')) {
      for (const url of addressesOf(route, world)) await ask(app, 'GET', url, asAdministrator());
    }
    expect(await contents(app)).toEqual(before);
  }, 300_000);

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
    ['a body that is too large', 'application/x-www-form-urlencoded', `email=${'x'.repeat(1_200_000)}`, 413],
    ['JSON that breaks off', 'application/json', '{"email":', 400],
    ['a type that nobody reads', 'text/xml', '<a/>', 415],
    [
      'several values for one field',
      'application/x-www-form-urlencoded',
      'email=a@b.c&email=d@e.f&password=x',
      400,
    ],
    [
      'a prototype',
      'application/json',
      '{"__proto__":{"role":"administrator"},"email":"a@b.c","password":"x"}',
      400,
    ],
    ['objects for texts', 'application/json', '{"email":{"$ne":""},"password":{"$ne":""}}', 400],
  ])('refuses %s', async (_, type, payload, status) => {
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
    for (const route of app.gate.routes().filter((one) => !/internal|assets/.test(one))) {
      const [method = 'GET', path = ''] = route.split(' ');
      const { cookie } = await signIn(app.database.db, { role: 'administrator' });
      const names =
        'email name code id actor cursor country next state role organisations programs lang confirmed';
      const fields = names.split(' ').map((name) => `${name}=a%00b`);
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
  }, 120_000);

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
    const answer = await ask(app, 'GET', '/results/not-a-uuid', asAdministrator());
    expect(answer.statusCode).toBe(404);
    expect(answer.body).not.toMatch(/drizzle|postgres|pglite|node_modules|SELECT|\.ts:/i);
  });
});

eachEngine('markup in every text that people enter', (engine) => {
  let world: Awaited<ReturnType<typeof makeWorld>>;

  beforeAll(async () => {
    const app = await startApp({ database: await engine.open() });
    await app.close();
    world = await makeWorld(engine);
    const { db } = world.app.database;
    const text = { en: MARKUP, es: MARKUP, pt: MARKUP, fr: MARKUP };
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
    await db.execute(sql`UPDATE transactions SET note = jsonb_build_object('en', ${MARKUP}::text)`);
  }, 120_000);
  afterAll(() => world.app.close());

  it('stays text on every page', async () => {
    const { app, visitors } = world;
    const administrator = visitors.get('administrator person') ?? {};
    const found: string[] = [];
    let shown = 0;
    for (const route of app.gate.routes().filter((one) => one.startsWith('GET '))) {
      for (const url of addressesOf(route, world)) {
        const { headers, body } = await ask(app, 'GET', url, administrator);
        if (!String(headers['content-type']).includes('text/html')) continue;
        if (UNESCAPED.test(body)) found.push(url);
        if (body.includes('&lt;img src=x')) shown += 1;
      }
    }
    expect(found).toEqual([]);
    // It was there to be seen, and not only left out.
    expect(shown).toBeGreaterThan(10);
  }, 300_000);

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
      const { db } = await engine.open();
      await seed(db);
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
