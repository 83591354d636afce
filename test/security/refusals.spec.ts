import { sql } from 'drizzle-orm';
import type { LightMyRequestResponse } from 'fastify';
import type { TestApp } from '../support/app.ts';
import { eachEngine } from '../support/database.ts';
import { type SignedInPerson, signIn } from '../support/people.ts';
import { addressesOf, makeWorld } from './leaks.suite.ts';
import { RULES, type Rule, rolesOf } from './routes.ts';
import { ask, type Headers } from './visits.ts';

/** Nobody who is turned away reads of the inside. */
const INSIDE =
  /undefined|\[object|\bnull\b|\bNaN\b|Error:|Cannot read|\bat \w+ \(|node_modules|\.[jt]s:|drizzle/;

const PEOPLE = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'accept-language': 'es' };
const PROGRAMS = { accept: 'application/json' };

/** What each status is called on a page for people, in Spanish. */
const TITLES: Readonly<Record<string, string>> = {
  'ACCESS.SIGN_IN': 'Ingrese, por favor',
  'ACCESS.TOKEN': 'Ingrese, por favor',
  'LIMIT.REACHED': 'Demasiadas veces en poco tiempo',
  'REQUEST.CROSS_SITE': 'Esto se envió desde otro sitio',
  'REQUEST.NOT_FOUND': 'No hay nada en esta dirección',
};

/** Where programs with a token that writes come in, somebody with the right who comes by another way is told so. */
const BY_ANOTHER_WAY = {
  person: { status: 403, code: 'ACCESS.TOKEN_ONLY', reason: 'token-only' },
  token: { status: 403, code: 'ACCESS.READS_ONLY', reason: 'reads-only' },
} as const;

/** Whether whoever holds the right comes by the way by which it is used. */
function isTheWay(rule: Rule, how: string | undefined): boolean {
  if (rule.writes) return how === 'writer';
  return rule.tokens || how === 'person';
}

const FOREIGN: readonly Headers[] = [
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
  { origin: 'https://evil.example' },
  { origin: 'null' },
];

eachEngine('whoever is turned away', (engine) => {
  let world: Awaited<ReturnType<typeof makeWorld>>;
  let app: TestApp;
  beforeAll(async () => {
    world = await makeWorld(engine);
    ({ app } = world);
  });
  afterAll(() => app.close());

  /** What the audit has got since it was last asked. */
  let last = 0;
  const newRefusals = async (): Promise<readonly Row[]> => {
    const rows = rowsOf(
      await app.database.db.execute(
        sql`SELECT * FROM audit WHERE id > ${last} AND action = 'access.refused' ORDER BY id`,
      ),
    );
    last = Number(rows.at(-1)?.id ?? last);
    return rows;
  };

  /** Asks, and answers what is wrong with the refusal: the answer, and what the audit holds of it. */
  async function faultsOf(
    route: string,
    headers: Headers,
    { status, code, reason }: { readonly status: number; readonly code: string; readonly reason?: string },
  ): Promise<readonly string[]> {
    const [method = '', url = ''] = [route.split(' ')[0], addressesOf(route, world)[0]];
    const answer = await ask(app, method, url, headers);
    const rows = await newRefusals();
    const said = [
      ...wordFaults(answer, { status, code }, isForPrograms(url, headers)),
      ...(reason === undefined
        ? rows.map(() => 'a row in the audit')
        : rows.length === 1 && rows[0]?.subject === route && rows[0].details.reason === reason
          ? []
          : [`in the audit: ${JSON.stringify(rows.map(({ subject, details }) => ({ subject, details })))}`]),
    ];
    return said.map((fault) => `${route} with ${JSON.stringify(headers)}: ${fault}`);
  }

  it('by a door is told so alike, in words, and is in the audit where somebody is known', async () => {
    const faults: string[] = [];
    for (const [at, [route, rule]] of Object.entries(RULES).entries()) {
      const named = rolesOf(rule);
      for (const [place, [visitor, who]] of [...world.visitors].entries()) {
        if (!engine.asksAll && (at + place) % 3 > 0) continue;
        const [name = '', how] = visitor.split(' ');
        const role = name === 'alpha' ? 'donor' : name;
        // One donor is turned away as another is.
        if (name === 'beta') continue;
        // And a token that writes as any other, where others write as little.
        if (how === 'writer' && named?.writes !== true) continue;
        const known = how !== undefined;
        const turned =
          named !== null
            ? !(known && named.roles.includes(role) && isTheWay(named, how))
            : rule === 'half-way' && (name === 'stranger' || how === 'token');
        if (!turned) continue;
        for (const kind of [PEOPLE, PROGRAMS]) {
          const headers = { ...who, ...kind };
          const leadsOn = kind === PEOPLE && !isForPrograms(addressesOf(route, world)[0] ?? '', headers);
          if (named !== null && known) {
            const expected =
              named.writes && named.roles.includes(role)
                ? BY_ANOTHER_WAY[how === 'token' ? 'token' : 'person']
                : {
                    status: 404,
                    code: 'REQUEST.NOT_FOUND',
                    reason: `not for this ${how === 'person' ? 'role' : 'token'}`,
                  };
            faults.push(...(await faultsOf(route, headers, expected)));
          } else if (route.startsWith('GET ') && leadsOn) {
            const [url = ''] = addressesOf(route, world);
            const { statusCode, headers: sent } = await ask(app, 'GET', url, headers);
            if (statusCode !== 303 || !/^\/sign-in/.test(String(sent.location)))
              faults.push(`${route}: ${statusCode} to ${sent.location}`);
          } else {
            faults.push(...(await faultsOf(route, headers, { status: 401, code: 'ACCESS.SIGN_IN' })));
          }
        }
      }
    }
    expect(faults).toEqual([]);
  }, 600_000);

  it('because another site asked for the change is told so, and is in the audit, whoever it is', async () => {
    const faults: string[] = [];
    // Mail providers send that one for their readers (integration/unsubscribe).
    const posts = Object.keys(RULES).filter(
      (one) => one.startsWith('POST ') && one !== 'POST /unsubscribe/:token',
    );
    for (const route of posts.filter((_, at) => engine.asksAll || at % 3 === 0)) {
      const senders: readonly (SignedInPerson | null)[] = [
        null,
        await signIn(app.database.db, { role: 'administrator' }),
      ];
      for (const foreign of FOREIGN) {
        for (const sender of senders) {
          for (const kind of [PEOPLE, PROGRAMS]) {
            const headers = { ...kind, ...foreign, ...(sender && { cookie: sender.cookie }) };
            const expected = { status: 403, code: 'REQUEST.CROSS_SITE', reason: 'cross-site' };
            faults.push(...(await faultsOf(route, headers, expected)));
          }
        }
      }
      // Thirty in a minute are told, and no more.
      await app.database.db.execute(sql`DELETE FROM limits`);
    }
    expect(faults).toEqual([]);
  });

  it('for a token that is not in force is told so at every door that looks, and is in the audit', async () => {
    const faults: string[] = [];
    const looking = Object.entries(RULES).filter(([, one]) => one !== 'unasked');
    for (const [route, rule] of looking.filter((_, at) => engine.asksAll || at % 3 === 1)) {
      for (const kind of [PEOPLE, PROGRAMS]) {
        const headers = { ...kind, authorization: `Bearer attest_${'x'.repeat(43)}` };
        const expected = { status: 401, code: 'ACCESS.TOKEN', reason: 'wrong token' };
        faults.push(...(await faultsOf(route, headers, expected)).map((fault) => `${rule}: ${fault}`));
      }
      await app.database.db.execute(sql`DELETE FROM limits`);
    }
    expect(faults).toEqual([]);
  });

  it('for trying too often is told so, and is in the audit once', async () => {
    const { cookie } = await signIn(app.database.db, { role: 'manager' });
    for (const [what, headers, method, url] of [
      ['wrong token', { authorization: 'Bearer attest_x' }, 'GET', '/programs'],
      ['cross-site', { cookie, 'sec-fetch-site': 'cross-site' }, 'POST', '/account/details'],
    ] as const) {
      const answers: LightMyRequestResponse[] = [];
      for (let time = 0; time < 35; time += 1)
        answers.push(await ask(app, method, url, { ...headers, ...PROGRAMS }));
      expect(answers.map(({ statusCode }) => statusCode).slice(29, 31)).toEqual([
        what === 'cross-site' ? 403 : 401,
        429,
      ]);
      const page = await ask(app, method, url, { ...headers, ...PEOPLE });
      const expected = { status: 429, code: 'LIMIT.REACHED' };
      expect(wordFaults(page, expected, false)).toEqual([]);
      expect(wordFaults(answers[34] as LightMyRequestResponse, expected, true)).toEqual([]);
      const told = rowsOf(
        await app.database.db.execute(
          sql`SELECT * FROM audit WHERE action = 'limit.reached' AND details->>'what' = ${what}`,
        ),
      );
      expect(told).toHaveLength(1);
    }
  });

  it('where nothing is, or by a method that is not served, finds a page or a problem of its own', async () => {
    const { cookie } = await signIn(app.database.db, { role: 'administrator' });
    for (const url of ['/nothing', '/USERS', '/api/v1/nothing', '/nothing.csv', '//evil.example', '*']) {
      for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS']) {
        for (const kind of [PEOPLE, PROGRAMS]) {
          for (const headers of [kind, { ...kind, cookie }, { ...kind, 'sec-fetch-site': 'same-origin' }]) {
            const answer = await ask(app, method, url, headers);
            const expected = { status: 404, code: 'REQUEST.NOT_FOUND' };
            const faults = wordFaults(answer, expected, isForPrograms(url, headers));
            expect([method, url, faults]).toEqual([method, url, []]);
          }
        }
      }
    }
  });

  it('for the name under which it asks is told so', async () => {
    const expected = { status: 400, code: 'REQUEST.UNKNOWN_HOST' };
    const rebound = (kind: Headers) => ask(app, 'GET', '/methods', { ...kind, host: 'evil.example' });
    expect(wordFaults(await rebound(PROGRAMS), expected, true)).toEqual([]);
    expect(wordFaults(await rebound(PEOPLE), expected, false)).toEqual([]);
  });
});

interface Row {
  readonly id: number;
  readonly subject: string | null;
  readonly actor_kind: string;
  readonly details: Readonly<Record<string, unknown>>;
}

function rowsOf(result: unknown): readonly Row[] {
  return Array.isArray(result) ? [...result] : (result as { rows: Row[] }).rows;
}

/**
 * As the product says it: data and the API answer programs, and so does whatever is asked for as JSON; but a person whose
 * browser asked for a file reads a page.
 */
function isForPrograms(url: string, headers: Headers): boolean {
  const [path = ''] = url.split('?');
  if (headers.accept === PROGRAMS.accept) return true;
  return /^\/(api|internal)\/|\.json$/.test(path) && !/\.(csv|pdf|xlsx)$/.test(path);
}

function wordFaults(
  answer: LightMyRequestResponse,
  expected: { readonly status: number; readonly code: string },
  forPrograms: boolean,
): readonly string[] {
  const { statusCode, headers, body } = answer;
  const faults = statusCode === expected.status ? [] : [`${statusCode} and not ${expected.status}`];
  const [inside] = INSIDE.exec(forPrograms ? body : body.replace(/<[^>]*>/g, ' ')) ?? [];
  if (inside !== undefined) faults.push(`says "${inside}"`);
  const type = String(headers['content-type']);
  if (headers['x-content-type-options'] !== 'nosniff') faults.push('without the headers of every answer');
  if (headers['cache-control'] !== 'no-store') faults.push(`is kept: ${headers['cache-control']}`);
  if (forPrograms) {
    if (!type.startsWith('application/problem+json')) return [...faults, `is ${type}`];
    const { status, code, title, detail } = JSON.parse(body) as Readonly<Record<string, unknown>>;
    if (status !== expected.status || code !== expected.code) faults.push(`says ${status} ${code}`);
    if (typeof title !== 'string' || !String(detail).endsWith('.')) faults.push(`says "${detail}"`);
    return faults;
  }
  if (!type.startsWith('text/html')) return [...faults, `is ${type}`];
  if (!body.includes('<html lang="es"')) faults.push('is in another language');
  const title = /<h1>(.*?)<\/h1>/.exec(body)?.[1];
  const named = TITLES[expected.code];
  if (title === undefined || (named !== undefined && title !== named)) faults.push(`is called "${title}"`);
  if (!body.includes(expected.code)) faults.push('does not say its code');
  return faults;
}
