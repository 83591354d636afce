import { eq, inArray } from 'drizzle-orm';
import { audit } from '../../../src/access/audit.table.ts';
import { accounts } from '../../../src/access/principals/accounts.table.ts';
import { apiTokens } from '../../../src/access/principals/api-tokens.table.ts';
import { Accounts } from '../../../src/accounts/people/accounts.use-case.ts';
import { DomainError } from '../../../src/core/errors.ts';
import { Mailer } from '../../../src/platform/mailer/mailer.ts';
import { eachEngine } from '../../support/database.ts';
import { PASSWORD } from './access.fixture.ts';
import { PagesWorld, type Visit, wordsOf } from './pages.fixture.ts';

const INVITATION = { name: 'Jean Tremblay', lang: 'fr', role: 'donor', organisations: ['canada', 'italy'] };

eachEngine('the pages of administrators', (engine) => {
  let world: PagesWorld;
  let visit: Visit & { readonly id: string };
  beforeAll(async () => {
    world = await PagesWorld.start({ database: await engine.openSeeded() });
    visit = await world.administrator('rosa@example.org');
  });
  afterAll(() => world.app.close());

  const find = async (email: string) => {
    const found = await world.app.nest.get(Accounts).findByEmail(email);
    if (found === null) throw new Error(`${email} has no account`);
    return found;
  };

  it('are not there for anybody else', async () => {
    for (const [email, mandate] of [
      ['manager@example.org', { role: 'manager' }],
      ['officer@example.org', { role: 'officer', programs: ['TOUR'] }],
      ['donor@example.org', { role: 'donor', organisations: ['canada'] }],
    ] as const) {
      await world.member(email, mandate);
      const other = await world.signedIn(email);
      for (const url of ['/users', `/users/${visit.id}`, '/tokens']) {
        expect((await other.get(url)).statusCode).toBe(404);
      }
      for (const url of ['/users', `/users/${visit.id}/disable`, '/tokens']) {
        expect((await other.post(url, { confirmed: 'yes' })).statusCode).toBe(404);
      }
    }
    expect((await world.stranger().get('/users')).headers.location).toBe('/sign-in?next=%2Fusers');
    // A token reads the lists, and changes nothing.
    const headers = { authorization: `Bearer ${world.app.token}` };
    expect((await world.app.asStranger({ url: '/users', headers })).statusCode).toBe(200);
    expect((await world.app.asStranger({ url: '/users', method: 'POST', headers })).statusCode).toBe(404);
    expect((await find('rosa@example.org')).disabled).toBe(false);
  });

  it('list who may sign in, and as what', async () => {
    const page = await visit.get('/users');
    expect(page.headers['cache-control']).toBe('no-store');
    const row = page.body.split('<tr role="row">').find((each) => each.includes('>donor@example.org<')) ?? '';
    expect(row.replace(/<[^>]*>/g, '|')).toMatch(/donor@example\.org\|+Donor\|+Canada\|+active\|+no\|/);
  });

  it('invite by e-mail, with the codes that the role takes', async () => {
    const done = await visit.post('/users', { ...INVITATION, email: 'jean@example.org', programs: 'TOUR' });
    const jean = await find('jean@example.org');
    expect([done.statusCode, done.headers.location]).toEqual([303, `/users/${jean.id}?done=invited`]);
    expect(jean).toMatchObject({
      name: 'Jean Tremblay',
      lang: 'fr',
      role: 'donor',
      organisations: ['canada', 'italy'],
      programs: [],
      invited: true,
    });
    const page = await visit.get(`/users/${jean.id}?done=invited`);
    expect(wordsOf(page.body, 'notice')).toBe('The invitation is on its way.');
    expect(page.body).toContain('<dd>Canada and Italy</dd>');
    expect(page.body).not.toContain('/one-time/');
  });

  it.each([
    [{ email: 'jean@example.org' }, 'email', /^There is an account with this address already/, 422],
    [{ email: 'no address' }, 'email', /^This is not an e-mail address/, 400],
    [{ email: 'x@example.org', name: ' ' }, 'name', /^Give a name/, 400],
    [{ email: 'x@example.org', role: '' }, 'role', /^Choose a role/, 400],
    [{ email: 'x@example.org', role: 'emperor' }, 'role', /^Choose a role/, 400],
    [
      { email: 'x@example.org', organisations: [] },
      'organisations',
      /^Choose at least one organisation/,
      400,
    ],
    [{ email: 'x@example.org', organisations: 'atlantis' }, null, /is not there. Check the codes/, 400],
  ])('refuse in words, and keep what was typed: %j', async (change, field, words, status) => {
    const answer = await visit.post('/users', { ...INVITATION, ...change });
    expect(answer.statusCode).toBe(status);
    const mark = field === null ? 'form-error' : `invite-${field}-error`;
    expect(wordsOf(answer.body, mark)).toMatch(words);
    expect(answer.body).toContain(`value="${change.email}"`);
    expect(await world.app.nest.get(Accounts).findByEmail('x@example.org')).toBeNull();
  });

  it('show the link once where no e-mail could bring it', async () => {
    const mailer = world.app.nest.get(Mailer, { strict: false });
    const { send } = mailer;
    mailer.send = async () => {
      throw new DomainError('MAIL.UNREACHABLE', 'The mail server does not answer.', { kind: 'broken' });
    };
    const invited = await visit.post('/users', { ...INVITATION, email: 'marie@example.org' });
    const marie = await find('marie@example.org');
    const again = await visit.post(`/users/${marie.id}/send-link`);
    mailer.send = send;
    for (const answer of [invited, again]) {
      expect(answer.statusCode).toBe(200);
      expect(wordsOf(answer.body, 'form-error')).toMatch(
        /^The e-mail could not be sent\. Give this link to Jean/,
      );
    }
    const [, link = ''] = /value="[^"]*(\/one-time\/[^"]+)"/.exec(again.body) ?? [];
    expect((await world.stranger().get(link)).statusCode).toBe(200);
    expect((await visit.get(`/users/${marie.id}`)).body).not.toContain('/one-time/');
    expect((await visit.post(`/users/${marie.id}/send-link`)).headers.location).toBe(
      `/users/${marie.id}?done=link-sent`,
    );
  });

  it('change what somebody sees, which ends the sessions', async () => {
    const id = await world.member('luis@example.org', { role: 'donor', organisations: ['canada'] });
    const luis = await world.signedIn('luis@example.org');
    const refused = await visit.post(`/users/${id}`, { name: 'Luis', role: 'donor' });
    expect(refused.statusCode).toBe(400);
    expect((await luis.get('/account')).statusCode).toBe(200);
    const done = await visit.post(`/users/${id}`, {
      name: 'Luis',
      role: 'officer',
      programs: ['TOUR', 'NET-POL'],
    });
    expect(done.headers.location).toBe(`/users/${id}?done=saved`);
    expect(await find('luis@example.org')).toMatchObject({
      name: 'Luis',
      role: 'officer',
      organisations: [],
      programs: ['NET-POL', 'TOUR'],
    });
    expect((await luis.get('/account')).statusCode).toBe(303);
  });

  it('disable only who is meant, never oneself, and never the last administrator', async () => {
    const { id } = await find('luis@example.org');
    const luis = await world.signedIn('luis@example.org');
    const unconfirmed = await visit.post(`/users/${id}/disable`);
    expect(unconfirmed.statusCode).toBe(400);
    expect(wordsOf(unconfirmed.body, 'disable-confirmed-error')).toBe(
      'Nothing was done: confirm it here first.',
    );
    expect((await luis.get('/account')).statusCode).toBe(200);
    expect((await visit.post(`/users/${id}/disable`, { confirmed: 'yes' })).statusCode).toBe(303);
    expect((await luis.get('/account')).statusCode).toBe(303);
    const shut = await world.stranger().post('/sign-in', { email: 'luis@example.org', password: PASSWORD });
    expect(shut.statusCode).toBe(401);
    expect((await visit.post(`/users/${id}/enable`)).headers.location).toBe(`/users/${id}?done=enabled`);
    expect((await world.signedIn('luis@example.org')).cookie).not.toBeNull();

    expect((await visit.get(`/users/${visit.id}`)).body).not.toContain('id="disable"');
    const self = await visit.post(`/users/${visit.id}/disable`, { confirmed: 'yes' });
    expect(self.statusCode).toBe(422);
    const last = await visit.post(`/users/${visit.id}`, { name: 'Rosa', role: 'manager' });
    expect(last.statusCode).toBe(422);
    expect(wordsOf(last.body, 'form-error')).toMatch(/^This is the last administrator/);
    expect((await visit.get('/users')).statusCode).toBe(200);
  });

  it('end sessions and reset a second factor', async () => {
    const { id } = await find('luis@example.org');
    const luis = await world.signedIn('luis@example.org');
    const key = wordsOf((await luis.get('/account/second-factor')).body, 'secret');
    await luis.post('/account/second-factor', { code: world.totp(key), current: PASSWORD });
    expect((await visit.post(`/users/${id}/reset-second-factor`)).statusCode).toBe(400);
    expect((await find('luis@example.org')).secondFactor).toBe(true);
    const done = await visit.post(`/users/${id}/reset-second-factor`, { confirmed: 'yes' });
    expect(done.headers.location).toBe(`/users/${id}?done=factor-reset`);
    expect((await find('luis@example.org')).secondFactor).toBe(false);
    const again = await world.signedIn('luis@example.org');
    expect((await visit.post(`/users/${id}/end-sessions`)).statusCode).toBe(303);
    expect((await again.get('/account')).statusCode).toBe(303);
  });

  it('know nobody by an identifier that is nobody’s', async () => {
    for (const id of ['00000000-0000-0000-0000-000000000000', "1' OR '1'='1", 'x']) {
      const at = `/users/${encodeURIComponent(id)}`;
      expect((await visit.get(at)).statusCode).toBe(404);
      expect((await visit.post(`${at}/enable`)).statusCode).toBe(404);
    }
    expect((await visit.post('/tokens/x/revoke')).statusCode).toBe(404);
  });

  it('make a token, show it once, and revoke it', async () => {
    const made = await visit.post('/tokens', {
      name: 'website',
      days: '30',
      role: 'donor',
      organisations: 'canada',
    });
    expect(made.statusCode).toBe(200);
    const [, token = ''] = /value="(attest_[\w-]+)"/.exec(made.body) ?? [];
    const read = () =>
      world.app.asStranger({ url: '/api/v1/programs', headers: { authorization: `Bearer ${token}` } });
    expect((await read()).statusCode).toBe(200);
    const list = await visit.get('/tokens');
    expect(list.body).not.toContain(token);
    expect(list.body).toContain(`…${token.slice(-4)}`);
    expect(list.body).toContain('31 Jul 2017');
    const [, at = ''] = /action="(\/tokens\/[^"]+\/revoke)"/.exec(list.body) ?? [];
    expect((await visit.post(at)).headers.location).toBe('/tokens?done=revoked');
    expect((await read()).statusCode).toBe(401);
    expect((await visit.get('/tokens')).body).toContain('revoked');
    expect((await visit.post(at)).statusCode).toBe(404);
  });

  it('make a token that writes where its role does, and says so in the list and in the audit', async () => {
    const asked = { name: 'register', days: '30', role: 'officer', programs: 'TOUR', writes: 'yes' };
    const made = await visit.post('/tokens', asked);
    expect([made.statusCode, made.body]).toEqual([200, expect.stringContaining('reads and writes')]);
    const { db } = world.app.database;
    const [token] = await db.select().from(apiTokens).where(eq(apiTokens.name, 'register'));
    expect(token).toMatchObject({ writes: true, role: 'officer', programs: ['TOUR'], createdBy: visit.id });
    const [entry] = await db
      .select({ details: audit.details, name: audit.actorName })
      .from(audit)
      .where(eq(audit.subject, `api_tokens ${token?.id}`));
    expect(entry).toMatchObject({ name: 'rosa@example.org', details: { after: { writes: true } } });
    expect(JSON.stringify(entry)).not.toContain(token?.hash ?? 'none');

    const none = { ...asked, name: 'donor', role: 'donor', organisations: 'canada' };
    const refused = await visit.post('/tokens', none);
    expect([refused.statusCode, refused.body]).toEqual([
      400,
      expect.stringContaining('This role enters nothing and approves nothing: its token reads.'),
    ]);
    expect(refused.body).toMatch(/name="writes" value="yes"[^>]* checked/);
    expect(await db.$count(apiTokens, eq(apiTokens.name, 'donor'))).toBe(0);
  });

  it('are made at the command line as well, and write only where that is said', async () => {
    const make = (name: string, ...options: readonly string[]) =>
      world.app.run({ name: 'admin', argv: ['token', name, ...options], files: new Map() });
    const told = await make('line', '--role', 'manager', '--writes');
    expect(JSON.stringify(told)).toContain('It is a manager, reads and writes, and ends');
    await make('reader', '--role', 'manager');
    const tokens = await world.app.database.db
      .select({ name: apiTokens.name, writes: apiTokens.writes })
      .from(apiTokens)
      .where(inArray(apiTokens.name, ['line', 'reader']))
      .orderBy(apiTokens.name);
    expect(tokens).toEqual([
      { name: 'line', writes: true },
      { name: 'reader', writes: false },
    ]);
    expect(
      JSON.stringify(await make('none', '--role', 'donor', '--organisation', 'canada', '--writes')),
    ).toContain('enters nothing and approves nothing');
  });

  it('list tokens and people in pages, tokens that still open something first', async () => {
    const { db } = world.app.database;
    const day = (at: number) => new Date(Date.UTC(2017, 0, at));
    await db.insert(apiTokens).values(
      Array.from({ length: 60 }, (_, at) => ({
        name: `token-${at}`,
        hash: `hash-${at}`,
        hint: 'abcd',
        role: 'manager' as const,
        createdAt: day(at),
        createdBy: visit.id,
        // The later half has ended.
        expiresAt: at < 30 ? day(400) : day(100),
      })),
    );
    const namesOn = (body: string) => [...body.matchAll(/token-(\d+) </g)].map(([, at]) => Number(at));
    const first = await visit.get('/tokens');
    expect(first.body).toMatch(/Rows 1 to 50 of \d+/);
    const [next = ''] = /\/tokens\?cursor=[\w-]+/.exec(first.body) ?? [];
    const second = await visit.get(next);
    // Of each half the latest first.
    expect([...namesOn(first.body), ...namesOn(second.body)]).toEqual([
      ...Array.from({ length: 30 }, (_, at) => 29 - at),
      ...Array.from({ length: 30 }, (_, at) => 59 - at),
    ]);
    expect((await visit.get('/tokens?cursor=none')).statusCode).toBe(400);

    const people = Array.from({ length: 60 }, (_, at) => `z-${String(at).padStart(2, '0')}`);
    await db.insert(accounts).values(
      people.map((name) => ({
        email: `${name}@example.org`,
        name,
        lang: 'en' as const,
        role: 'manager' as const,
        organisations: [],
        programs: [],
        createdAt: day(1),
      })),
    );
    const seen: string[] = [];
    let url: string | undefined = '/users';
    while (url !== undefined) {
      const { body } = await visit.get(url);
      seen.push(...[...body.matchAll(/>(z-\d\d)</g)].map(([, name = '']) => name));
      [url] = /\/users\?cursor=[\w-]+(?=" rel="next")/.exec(body) ?? [];
    }
    expect(seen).toEqual(people);
  });

  it.each([
    [{ name: '' }, 'name', /^Give it a name/],
    [{ days: '0' }, 'days', /^A whole number from 1 to 366/],
    [{ days: '367' }, 'days', /^A whole number/],
    [{ days: '1.5' }, 'days', /^A whole number/],
    [{ role: '' }, 'role', /^Choose a role/],
    [{ role: 'donor' }, 'organisations', /^Choose at least one/],
  ])('make no token of %j', async (change, field, words) => {
    const answer = await visit.post('/tokens', { name: 'website', days: '30', role: 'manager', ...change });
    expect(answer.statusCode).toBe(400);
    expect(wordsOf(answer.body, `create-${field}-error`)).toMatch(words);
    expect(answer.body).not.toMatch(/attest_[\w-]{20}/);
  });
});
