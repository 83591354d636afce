import { eq } from 'drizzle-orm';
import { audit } from '../../../src/access/audit.table.ts';
import { accounts } from '../../../src/access/principals/accounts.table.ts';
import { sessions } from '../../../src/access/principals/sessions.table.ts';
import { SESSION_COOKIE } from '../../../src/access/session-cookie.ts';
import { ATTEMPT_COOKIE } from '../../../src/accounts/oidc/oidc-attempt.ts';
import { startApp, type TestApp } from '../../support/app.ts';
import { type Engine, eachEngine } from '../../support/database.ts';
import {
  CLIENT_ID,
  CLIENT_SECRET,
  type ProviderPerson,
  startProvider,
  type TestProvider,
} from '../../support/oidc-provider.ts';

const PUBLIC_URL = 'http://127.0.0.1:65000';
const CALLBACK = `${PUBLIC_URL}/sign-in/oidc/callback`;
const ROLES = 'admins=administrator, staff=manager, canada=donor:canada, lost=donor:nowhere';

const ana: ProviderPerson = {
  sub: 'ana',
  email: 'ana@example.org',
  email_verified: true,
  name: 'Ana Lima',
  groups: ['everybody', 'staff'],
};

function settings(issuer: string, over: Readonly<Record<string, string>> = {}) {
  return {
    PUBLIC_URL,
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: CLIENT_ID,
    OIDC_CLIENT_SECRET: CLIENT_SECRET,
    OIDC_ROLES: ROLES,
    ...over,
  };
}

interface Answer {
  readonly status: number;
  readonly location: string;
  readonly cookies: Readonly<Record<string, string>>;
  readonly setCookie: string;
}

/** A browser: its own address, and the way through the provider. */
function browserOf(app: TestApp, provider: TestProvider, remoteAddress = '127.0.0.1') {
  async function ask(url: string, cookie = ''): Promise<Answer> {
    const answer = await app.asStranger({ url, remoteAddress, headers: { cookie, 'user-agent': 'Test/1' } });
    return {
      status: answer.statusCode,
      location: String(answer.headers.location ?? ''),
      cookies: Object.fromEntries(answer.cookies.map(({ name, value }) => [name, value])),
      setCookie: [answer.headers['set-cookie'] ?? []].flat().join('\n'),
    };
  }
  const begin = (query = '') => ask(`/sign-in/oidc${query}`);
  const carry = ({ cookies }: Answer) => `${ATTEMPT_COOKIE}=${cookies[ATTEMPT_COOKIE] ?? ''}`;
  const callback = async (url: string) => {
    const { pathname, search } = await provider.visit(url);
    return `${pathname}${search}`;
  };
  async function signIn(person: ProviderPerson | null, query = ''): Promise<Answer> {
    provider.person = person;
    const begun = await begin(query);
    return ask(await callback(begun.location), carry(begun));
  }
  return { ask, begin, carry, callback, signIn };
}

eachEngine('sign-in by an OpenID provider', (engine: Engine) => {
  let provider: TestProvider;
  let app: TestApp;
  let browser: ReturnType<typeof browserOf>;

  beforeAll(async () => {
    provider = await startProvider(CALLBACK);
    const database = await engine.openSeeded();
    app = await startApp({
      env: settings(provider.issuer),
      database: { ...database, close: async () => undefined },
    });
    browser = browserOf(app, provider);
  });

  afterAll(async () => {
    await app.close();
    await provider.stop();
  });

  beforeEach(() => {
    provider.amr = ['pwd'];
    provider.forgery = null;
  });

  const accountOf = async (subject: string) => {
    const [found] = await app.database.db.select().from(accounts).where(eq(accounts.oidcSubject, subject));
    return found;
  };
  const refusals = async () => {
    const rows = await app.database.db.select().from(audit).where(eq(audit.action, 'sign-in.refused'));
    return rows.sort((one, other) => one.id - other.id).map(({ details }) => details.reason);
  };

  it('asks the provider by code, with PKCE, state and nonce, and keeps what it needs out of sight', async () => {
    const begun = await browser.begin('?next=/reports');
    expect(begun.status).toBe(303);
    const url = new URL(begun.location);
    expect(url.origin).toBe(provider.issuer);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: CLIENT_ID,
      response_type: 'code',
      redirect_uri: CALLBACK,
      scope: 'openid email profile groups',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(begun.setCookie).toMatch(
      /^__Host-attest-oidc=[\w-]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    const sealed = begun.cookies[ATTEMPT_COOKIE] ?? '';
    const held = Buffer.from(sealed, 'base64url').toString('latin1');
    for (const name of ['state', 'nonce']) expect(held).not.toContain(url.searchParams.get(name));
    expect(held).not.toContain('/reports');
  });

  it('makes an account with the role of the first group that fits, and signs it in', async () => {
    const answer = await browser.signIn(ana, '?next=/programs%3Fpillar%3Ddemocracy&lang=pt');
    expect(answer).toMatchObject({ status: 303, location: '/programs?pillar=democracy&lang=pt' });
    expect(answer.setCookie).toMatch(/__Host-attest=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax/);
    expect(answer.setCookie).toMatch(/__Host-attest-oidc=; .*Expires=Thu, 01 Jan 1970/);
    expect(await accountOf('ana')).toMatchObject({
      email: 'ana@example.org',
      name: 'Ana Lima',
      lang: 'pt',
      role: 'manager',
      organisations: [],
      passwordHash: null,
      oidcIssuer: provider.issuer,
    });
    const page = await app.asStranger({
      url: '/deliveries',
      headers: { cookie: `${SESSION_COOKIE}=${answer.cookies[SESSION_COOKIE]}` },
    });
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('Ana Lima');
  });

  it('finds the account again, whatever address the provider names by then', async () => {
    const before = await accountOf('ana');
    await browser.signIn({ ...ana, email: 'ana.lima@example.org' });
    const after = await accountOf('ana');
    expect(after?.id).toBe(before?.id);
    expect(after?.email).toBe('ana@example.org');
  });

  it('leaves the session that was there before, and begins where a role begins', async () => {
    const before = await browser.signIn(ana);
    const cookie = `${SESSION_COOKIE}=${before.cookies[SESSION_COOKIE]}`;
    provider.person = { ...ana, sub: 'cia', email: 'cia@example.org', groups: ['canada'] };
    const begun = await browser.begin();
    const url = await browser.callback(begun.location);
    const after = await browser.ask(url, `${cookie}; ${browser.carry(begun)}`);
    expect(after.location).toBe('/donors/canada');
    expect(after.cookies[SESSION_COOKIE]).not.toBe(before.cookies[SESSION_COOKIE]);
    const left = await app.asStranger({ url: '/deliveries', headers: { cookie } });
    expect(left.statusCode).toBe(303);
  });

  it('changes the role with the groups, and ends every other session', async () => {
    const before = await browser.signIn({ ...ana, sub: 'ben', email: 'ben@example.org', groups: ['staff'] });
    const after = await browser.signIn({ ...ana, sub: 'ben', email: 'ben@example.org', groups: 'canada' });
    expect(await accountOf('ben')).toMatchObject({ role: 'donor', organisations: ['canada'] });
    const status = async ({ cookies }: Answer) =>
      (
        await app.asStranger({
          url: '/reports',
          headers: { cookie: `${SESSION_COOKIE}=${cookies[SESSION_COOKIE]}` },
        })
      ).statusCode;
    expect(await status(before)).toBe(303);
    expect(await status(after)).toBe(200);
    const rows = await app.database.db.select().from(audit).where(eq(audit.action, 'change.made'));
    expect(rows.map(({ details }) => details)).toContainEqual({
      before: { role: 'manager', organisations: [] },
      after: { role: 'donor', organisations: ['canada'] },
    });
  });

  it('lets nobody in who is in no group with a role, also with a claim that is missing', async () => {
    for (const groups of [['visitors'], undefined]) {
      const person = { ...ana, sub: 'eve', email: 'eve@example.org', groups } as ProviderPerson;
      const answer = await browser.signIn(person, '?next=/reports&lang=fr');
      expect(answer.location).toBe('/sign-in?problem=no-role&next=%2Freports&lang=fr');
      expect(answer.cookies[SESSION_COOKIE]).toBeUndefined();
    }
    expect(await accountOf('eve')).toBeUndefined();
    expect((await refusals()).at(-1)).toBe('SIGN_IN.NO_ROLE');
    const page = await app.asStranger('/sign-in?problem=no-role&lang=fr');
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('aucun de vos groupes n’a de rôle ici');
  });

  it('whoever had a role and has none any more stays out', async () => {
    expect((await browser.signIn({ ...ana, groups: ['visitors'] })).location).toBe(
      '/sign-in?problem=no-role',
    );
  });

  it('refuses a mapping to an organisation that is not there', async () => {
    const answer = await browser.signIn({ ...ana, sub: 'fay', email: 'fay@example.org', groups: ['lost'] });
    expect(answer.location).toBe('/sign-in?problem=refused');
    expect(await accountOf('fay')).toBeUndefined();
  });

  it('goes back with words where the person turns round at the provider', async () => {
    const answer = await browser.signIn(null);
    expect(answer.location).toBe('/sign-in?problem=denied');
    expect((await refusals()).at(-1)).toBe('the provider says access_denied');
  });

  it('refuses a forged state', async () => {
    provider.person = ana;
    const begun = await browser.begin();
    const url = await browser.callback(begun.location);
    const forged = url.replace(/state=[\w-]+/, `state=${'A'.repeat(43)}`);
    const answer = await browser.ask(forged, browser.carry(begun));
    expect(answer.location).toBe('/sign-in?problem=unproven');
    expect(answer.cookies[SESSION_COOKIE]).toBeUndefined();
  });

  it('refuses what another browser began', async () => {
    provider.person = ana;
    const [mine, other] = [await browser.begin(), await browser.begin()];
    const url = await browser.callback(other.location);
    expect((await browser.ask(url, browser.carry(mine))).location).toBe('/sign-in?problem=unproven');
    expect((await browser.ask(url)).location).toBe('/sign-in?problem=expired');
    expect((await refusals()).at(-1)).toBe('no sign-in under way');
  });

  it('refuses a cookie that was tampered with', async () => {
    provider.person = ana;
    const begun = await browser.begin();
    const url = await browser.callback(begun.location);
    const sealed = begun.cookies[ATTEMPT_COOKIE] ?? '';
    const other = sealed.slice(0, 40) + (sealed[40] === 'A' ? 'B' : 'A') + sealed.slice(41);
    const answer = await browser.ask(url, `${ATTEMPT_COOKIE}=${other}`);
    expect(answer.location).toBe('/sign-in?problem=expired');
  });

  it('refuses a callback that comes a second time', async () => {
    provider.person = ana;
    const begun = await browser.begin();
    const url = await browser.callback(begun.location);
    expect((await browser.ask(url, browser.carry(begun))).location).toBe('/');
    const again = await browser.ask(url, browser.carry(begun));
    expect(again.location).toBe('/sign-in?problem=expired');
    expect(again.cookies[SESSION_COOKIE]).toBeUndefined();
  });

  it('refuses an id token that was made for another nonce', async () => {
    provider.person = ana;
    const begun = await browser.begin();
    const other = begun.location.replace(/nonce=[\w-]+/, `nonce=${'B'.repeat(43)}`);
    const url = await browser.callback(other);
    expect((await browser.ask(url, browser.carry(begun))).location).toBe('/sign-in?problem=unproven');
  });

  it.each([
    ['that another has signed', { byAnother: true }],
    ['of another provider', { claims: { iss: 'https://evil.example' } }],
    ['that was made for another service', { claims: { aud: 'another-service' } }],
    ['that was made for another sign-in', { claims: { nonce: 'B'.repeat(43) } }],
    ['that has run out', { claims: { exp: 1_500_000_000 } }],
  ] as const)('believes no id token %s', async (_what, forgery) => {
    const mia = { ...ana, sub: 'mia', email: 'mia@example.org' };
    provider.forgery = forgery;
    const answer = await browser.signIn(mia);
    expect(answer.location).toBe('/sign-in?problem=unproven');
    expect(answer.cookies[SESSION_COOKIE]).toBeUndefined();
    expect(await accountOf('mia')).toBeUndefined();
  });

  it('refuses a code that was given for another verifier', async () => {
    provider.person = ana;
    const begun = await browser.begin();
    const other = begun.location.replace(/code_challenge=[\w-]+/, `code_challenge=${'C'.repeat(43)}`);
    const url = await browser.callback(other);
    expect((await browser.ask(url, browser.carry(begun))).location).toBe('/sign-in?problem=expired');
  });

  it('refuses a code that nobody gave', async () => {
    const begun = await browser.begin();
    const state = new URL(begun.location).searchParams.get('state');
    const iss = encodeURIComponent(provider.issuer);
    const url = `/sign-in/oidc/callback?code=made-up&state=${state}&iss=${iss}`;
    expect((await browser.ask(url, browser.carry(begun))).location).toBe('/sign-in?problem=expired');
    const elsewhere = url.replace(iss, encodeURIComponent('https://evil.example'));
    expect((await browser.ask(elsewhere, browser.carry(begun))).location).toBe('/sign-in?problem=unproven');
  });

  it('leads nowhere else afterwards', async () => {
    for (const next of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      `/${'x'.repeat(1900)}`,
    ]) {
      expect((await browser.signIn(ana, `?next=${encodeURIComponent(next)}`)).location).toBe('/');
    }
    const written = await browser.signIn(ana, `?next=${encodeURIComponent('/programs?q=é')}`);
    expect(written.location).toBe('/programs?q=%C3%A9');
  });

  it('does not take over an account by an address that the provider does not vouch for', async () => {
    const { db } = app.database;
    await db.insert(accounts).values({
      email: 'gil@example.org',
      name: 'Gil',
      lang: 'en',
      role: 'manager',
      createdAt: new Date('2017-06-01T00:00:00Z'),
    });
    const gil = { ...ana, sub: 'gil', email: 'Gil@example.org', groups: ['admins'] };
    for (const email_verified of [false, undefined]) {
      const answer = await browser.signIn({ ...gil, email_verified } as ProviderPerson);
      expect(answer.location).toBe('/sign-in?problem=refused');
    }
    expect(await accountOf('gil')).toBeUndefined();
    const [untouched] = await db.select().from(accounts).where(eq(accounts.email, 'gil@example.org'));
    expect(untouched).toMatchObject({ role: 'manager', oidcSubject: null });
    // The provider's word for the address is what an invitation waits for.
    await browser.signIn({ ...gil, groups: ['staff'], email_verified: true });
    expect((await accountOf('gil'))?.id).toBe(untouched?.id);
  });

  it('does not take over an account that has a password', async () => {
    const { db } = app.database;
    await db.insert(accounts).values({
      email: 'hal@example.org',
      name: 'Hal',
      lang: 'en',
      role: 'manager',
      passwordHash: '$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA',
      createdAt: new Date('2017-06-01T00:00:00Z'),
    });
    const answer = await browser.signIn({ ...ana, sub: 'hal', email: 'hal@example.org' });
    expect(answer.location).toBe('/sign-in?problem=refused');
    expect(await accountOf('hal')).toBeUndefined();
  });

  it('refuses a disabled account, and says no more than that', async () => {
    const { db } = app.database;
    await browser.signIn({ ...ana, sub: 'ida', email: 'ida@example.org' });
    await db
      .update(accounts)
      .set({ disabledAt: new Date('2017-07-01T00:00:00Z') })
      .where(eq(accounts.oidcSubject, 'ida'));
    const answer = await browser.signIn({ ...ana, sub: 'ida', email: 'ida@example.org' });
    expect(answer.location).toBe('/sign-in?problem=refused');
    expect(answer.cookies[SESSION_COOKIE]).toBeUndefined();
  });

  it('asks administrators for our second factor, unless the provider asked for one', async () => {
    const jo = { ...ana, sub: 'jo', email: 'jo@example.org', groups: ['admins'] };
    const half = await browser.signIn(jo, '?next=/users');
    expect(half.location).toBe('/account/second-factor?next=%2Fusers');
    const { db } = app.database;
    const stages = async () => {
      const id = (await accountOf('jo'))?.id ?? '';
      return (await db.select().from(sessions).where(eq(sessions.account, id))).map(({ stage }) => stage);
    };
    expect(await stages()).toEqual(['enrolment']);
    provider.amr = ['pwd', 'otp'];
    expect((await browser.signIn(jo, '?next=/users')).location).toBe('/users');
    expect((await stages()).sort()).toEqual(['enrolment', 'full']);
  });

  it('writes neither secret nor code into log or audit', async () => {
    const rows = await app.database.db.select().from(audit);
    const written = JSON.stringify(app.log) + JSON.stringify(rows);
    expect(written).toContain('access_denied');
    expect(written).not.toContain(CLIENT_SECRET);
    expect(written).not.toContain('made-up');
    expect(written).not.toMatch(/code=|state=|id_token|eyJ/);
  });

  it('says how to go on when the provider does not answer, and goes on when it answers again', async () => {
    provider.person = ana;
    const begun = await browser.begin();
    const url = await browser.callback(begun.location);
    await provider.stop();
    expect((await browser.ask(url, browser.carry(begun))).location).toBe('/sign-in?problem=provider-down');
    await provider.start();
    expect((await browser.signIn(ana)).location).toBe('/');
  });

  it('holds back a program that comes too often', async () => {
    const hasty = browserOf(app, provider, '192.0.2.9');
    let last = await hasty.ask('/sign-in/oidc/callback');
    for (let more = 0; more < 120; more += 1) last = await hasty.ask('/sign-in/oidc/callback');
    expect(last.location).toBe('/sign-in?problem=too-often');
    const told = await app.database.db.select().from(audit).where(eq(audit.action, 'limit.reached'));
    expect(told.map(({ address, details }) => [address, details])).toEqual([
      ['192.0.2.9', { what: 'oidc', by: 'address' }],
    ]);
    expect((await browser.ask('/sign-in/oidc/callback')).location).toBe('/sign-in?problem=expired');
  });
});

describe('a provider that is not as configured', () => {
  let provider: TestProvider;
  beforeAll(async () => {
    provider = await startProvider(CALLBACK);
  });
  afterAll(() => provider.stop());

  async function withApp(env: Readonly<Record<string, string>>, run: (app: TestApp) => Promise<void>) {
    const app = await startApp({ env });
    try {
      await run(app);
    } finally {
      await app.close();
    }
  }

  it('is nowhere where none is configured', () =>
    withApp({}, async (app) => {
      expect((await app.asStranger('/sign-in/oidc')).statusCode).toBe(404);
      expect((await app.asStranger('/sign-in/oidc/callback?code=x&state=y')).statusCode).toBe(404);
      expect((await app.asStranger('/sign-in')).body).not.toContain('/sign-in/oidc');
    }));

  it('is looked for again when it was not there', () =>
    withApp(settings(provider.issuer), async (app) => {
      await provider.stop();
      expect((await app.asStranger('/sign-in')).body).toContain('href="/sign-in/oidc"');
      const missing = await app.asStranger('/sign-in/oidc?lang=es');
      expect(missing.headers.location).toBe('/sign-in?problem=provider-down&lang=es');
      const page = await app.asStranger('/sign-in?problem=provider-down&lang=es');
      expect(page.body).toContain('El servicio de ingreso de su organización no responde.');
      await provider.start();
      const found = await app.asStranger('/sign-in/oidc');
      expect(String(found.headers.location)).toMatch(new RegExp(`^${provider.issuer}/auth\\?`));
    }));

  it('is not taken at another issuer than its own', () =>
    withApp(settings(provider.issuer.replace('127.0.0.1', 'localhost')), async (app) => {
      const answer = await app.asStranger('/sign-in/oidc');
      expect(answer.headers.location).toBe('/sign-in?problem=provider-down');
    }));

  it('does not take a wrong secret, which stays out of the log', () =>
    withApp(settings(provider.issuer, { OIDC_CLIENT_SECRET: 'quite-another-secret' }), async (app) => {
      const browser = browserOf(app, provider);
      expect((await browser.signIn(ana)).location).toBe('/sign-in?problem=provider-down');
      expect(JSON.stringify(app.log)).toContain('the provider refuses OIDC_CLIENT_ID or OIDC_CLIENT_SECRET');
      expect(JSON.stringify(app.log)).not.toContain('quite-another-secret');
    }));
});
