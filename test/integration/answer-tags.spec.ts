import { eq } from 'drizzle-orm';
import { accounts } from '../../src/access/principals/accounts.table.ts';
import { Views } from '../../src/analytics/views.use-case.ts';
import { doors, figureRoutes } from '../../src/doors.ts';
import type { Clock } from '../../src/platform/clock/clock.ts';
import { organisations } from '../../src/programs/organisations.table.ts';
import { makeToken, startApp, type TestApp } from '../support/app.ts';
import { eachEngine } from '../support/database.ts';
import { importCsv, NOW } from '../support/import.ts';
import { type SignedInPerson, signIn } from '../support/people.ts';

const LATE_IN_NEW_YORK = new Date('2017-07-06T03:30:00Z');
const ONE_MORE = `program,indicator,unit,kind,country_or_region,period_start,period_end,date_precision,qualifier,value
R1540,officials trained,people,actual,CR,2017-06-01,2017-06-10,day,exact,1000
`;

eachEngine('answers that need no work', (engine) => {
  let app: TestApp;
  let manager: SignedInPerson;
  let now = LATE_IN_NEW_YORK;
  const clock: Clock = { now: () => now };
  const tokens: Record<string, string> = {};

  beforeAll(async () => {
    const database = await engine.openSeeded();
    app = await startApp({ clock, database, env: { ATTEST_PUBLIC: 'on' } });
    const { db } = app.database;
    manager = await signIn(db, { role: 'manager' }, { now });
    tokens.canada = await makeToken(db, { role: 'donor', organisations: ['canada'] });
    tokens.alike = await makeToken(db, { role: 'donor', organisations: ['canada'] });
  });
  afterAll(() => app.close());
  beforeEach(() => {
    now = LATE_IN_NEW_YORK;
  });

  type Headers = Record<string, string>;
  const asManager = (url: string, headers: Headers = {}) =>
    app.asStranger({ url, headers: { cookie: manager.cookie, ...headers } });
  const as = (who: string, url: string, headers: Headers = {}) =>
    app.asStranger({ url, headers: { authorization: `Bearer ${tokens[who]}`, ...headers } });
  const tagOf = async (answer: ReturnType<typeof asManager>) => {
    const { statusCode, headers } = await answer;
    expect(statusCode).toBe(200);
    expect(headers.etag).toMatch(/^W\/"/);
    return String(headers.etag);
  };

  it.each([
    '/',
    '/.json',
    '/.csv',
    '/programs',
    '/countries/CR?lang=fr',
    '/results.csv?indicator=officials-trained',
    '/methods',
    '/api/v1/totals?indicator=officials-trained',
    '/api/v1/results',
    '/api/v1/programs/TOUR',
    '/api/v1/reports/portfolio.csv?period=2017-06',
    '/api/v1/reports/portfolio.xlsx?period=2017-06',
  ])('are given for %s to whoever has it, empty and kept by nobody else', async (url) => {
    const tag = await tagOf(asManager(url));
    const again = await asManager(url, { 'if-none-match': tag });
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', tag]);
    // Of a person's pages a browser keeps nothing that the next person at the same machine could open.
    expect(again.headers['cache-control']).toBe('no-store');
    const program = await as('canada', '/api/v1/programs');
    expect(program.headers).toMatchObject({ 'cache-control': 'private, no-cache' });
    expect(program.headers.vary).toContain('accept-language');
  });

  it('spare the work for whoever asks the API the same again, and for nobody else', async () => {
    const url = '/api/v1/totals?indicator=officials-trained&by=country';
    const make = jest.spyOn(app.nest.get(Views, { strict: false }), 'make');
    const first = await as('canada', url, { 'accept-encoding': 'identity' });
    expect([first.statusCode, make.mock.calls.length]).toEqual([200, 1]);
    const again = await as('canada', url, { 'accept-encoding': 'identity' });
    expect(make).toHaveBeenCalledTimes(1);
    const told = ({ statusCode, body, headers }: typeof first) => {
      const { date: _, 'server-timing': __, ...said } = headers;
      return { statusCode, body, said };
    };
    expect(told(again)).toEqual(told(first));
    expect((await as('alike', url)).body).toBe(first.body);
    await asManager(url);
    expect(make).toHaveBeenCalledTimes(3);
    // What is wrong is not kept.
    for (let n = 0; n < 2; n += 1)
      expect((await as('canada', '/api/v1/totals?indicator=none')).statusCode).toBe(400);
    expect(make).toHaveBeenCalledTimes(5);
    make.mockRestore();
  });

  it('stand where figures are, behind the doors of readers', () => {
    const opens = [...figureRoutes].map((route) => doors[route]?.opens);
    expect(opens).not.toContain(undefined);
    // What people do, keep and are told of themselves is in none of them.
    expect(
      [...figureRoutes].filter((route) => /account|users|audit|deliveries|links|sign/.test(route)),
    ).toEqual([]);
  });

  it('are never another reader’s, whatever the rights', async () => {
    const url = '/donors/canada';
    const own = await tagOf(as('canada', url));
    expect((await as('canada', url, { 'if-none-match': own })).statusCode).toBe(304);
    expect((await as('alike', url, { 'if-none-match': own })).statusCode).toBe(200);
    expect((await asManager(url, { 'if-none-match': own })).statusCode).toBe(200);
    const managers = await tagOf(asManager('/'));
    for (const who of ['canada', 'alike'])
      expect((await as(who, '/', { 'if-none-match': managers })).statusCode).toBe(200);
    expect(
      (await app.asStranger({ url: '/programs', headers: { 'if-none-match': managers } })).statusCode,
    ).toBe(303);
  });

  it('are not given once the session has ended', async () => {
    const { db } = app.database;
    const other = await signIn(db, { role: 'manager' }, { now });
    const get = (headers: Headers) =>
      app.asStranger({ url: '/programs', headers: { cookie: other.cookie, ...headers } });
    const tag = await tagOf(get({}));
    await app.asStranger({ url: '/sign-out', method: 'POST', headers: { cookie: other.cookie } });
    expect((await get({ 'if-none-match': tag })).statusCode).toBe(303);
  });

  describe('are another as soon as what they say may be', () => {
    const changes: readonly (readonly [string, () => Promise<unknown> | unknown, string, Headers])[] = [
      ['another language', () => {}, '/', { 'accept-language': 'es' }],
      ['another filter', () => {}, '/?country=CR', {}],
      [
        'another day in the time zone of reports',
        () => {
          now = new Date('2017-07-06T04:00:00Z');
        },
        '/',
        {},
      ],
      [
        'one more figure approved',
        () => importCsv(app.database.db, 'results', ONE_MORE, { now: NOW, by: 'ana' }),
        '/',
        {},
      ],
      [
        'another name of an organisation',
        () =>
          app.database.db
            .update(organisations)
            .set({ name: { en: 'Canada and friends' } })
            .where(eq(organisations.code, 'canada')),
        '/',
        {},
      ],
      [
        'another name of the person',
        () => app.database.db.update(accounts).set({ name: 'Ana' }).where(eq(accounts.id, manager.account)),
        '/',
        {},
      ],
      [
        'another role of the person',
        () =>
          app.database.db
            .update(accounts)
            .set({ role: 'officer', programs: ['TOUR'] })
            .where(eq(accounts.id, manager.account)),
        '/',
        {},
      ],
    ];
    it.each(changes)('%s', async (_what, change, url, headers) => {
      const tag = await tagOf(asManager('/'));
      await change();
      const answer = await asManager(url, { ...headers, 'if-none-match': tag });
      expect([answer.statusCode, answer.headers.etag === tag]).toEqual([200, false]);
    });
  });

  it('are the same at midnight of another zone, and as of a moment that is past', async () => {
    const url = '/?as-of=2017-07-05T10:00:00Z';
    now = new Date('2017-07-05T23:30:00Z');
    const [plain, past] = [await tagOf(as('canada', '/')), await tagOf(as('canada', url))];
    // An hour later it is half past eight in the evening of the same day in New York.
    now = new Date('2017-07-06T00:30:00Z');
    expect((await as('canada', '/', { 'if-none-match': plain })).statusCode).toBe(304);
    expect((await as('canada', url, { 'if-none-match': past })).statusCode).toBe(304);
  });

  it('as of today say the moment, which passes', async () => {
    const url = '/?as-of=2017-07-05';
    const tag = await tagOf(as('canada', url));
    now = new Date(now.getTime() + 60_000);
    expect((await as('canada', url, { 'if-none-match': tag })).statusCode).toBe(200);
  });

  it('are not given to what is refused', async () => {
    for (const url of ['/?country=ZZ', '/?lang=xx', '/?as-of=soon', '/api/v1/totals', '/programs/NONE']) {
      const { statusCode, headers } = await as('canada', url);
      expect([url, statusCode >= 400, headers.etag]).toEqual([url, true, undefined]);
    }
  });
});
