import { brotliDecompressSync } from 'node:zlib';
import { OneTimeCodes } from '../../../src/accounts/index.ts';
import { Accounts } from '../../../src/accounts/people/accounts.use-case.ts';
import { eachEngine } from '../../support/database.ts';
import { COMMAND, codeOf, PASSWORD } from './access.fixture.ts';
import { PagesWorld, wordsOf } from './pages.fixture.ts';

eachEngine('the pages of signing in', (engine) => {
  let world: PagesWorld;
  beforeAll(async () => {
    // People come to it from elsewhere; otherwise a second factor may wait (trial.spec.ts).
    const env = { PUBLIC_URL: 'https://attest.example.org' };
    world = await PagesWorld.start({ database: await engine.openSeeded(), env });
    await world.member('ana@example.org', { role: 'manager' });
  });
  afterAll(() => world.app.close());

  it('set up the first administrator once, by the code of the first start', async () => {
    const visit = world.stranger();
    expect((await visit.get('/sign-in')).body).toContain('href="/setup"');
    const fields = { email: 'rosa@example.org', name: 'Rosa Díaz', lang: 'es', password: PASSWORD };
    const wrong = await visit.post('/setup', { ...fields, code: '0000-0000-0000' });
    expect(wrong.statusCode).toBe(400);
    expect(wordsOf(wrong.body, 'setup-code-error')).toMatch(/^This code is not right/);
    expect(wrong.body).toContain('value="Rosa Díaz"');
    expect(wrong.body).toContain('value="0000-0000-0000"');
    expect(wrong.body).not.toContain(PASSWORD);
    expect(visit.cookie).toBeNull();

    const code = (await world.app.nest.get(OneTimeCodes).firstAdministratorCode()) ?? '';
    const made = await visit.post('/setup?lang=fr', { ...fields, code });
    expect([made.statusCode, made.headers.location]).toEqual([303, '/account/second-factor?lang=fr']);
    expect(visit.cookie).not.toBeNull();
    // Half way in: nothing else is open.
    expect((await visit.get('/users')).headers.location).toBe('/account/second-factor?next=%2Fusers');
    expect((await visit.get('/')).headers.location).toBe('/account/second-factor');

    const page = await visit.get('/account/second-factor');
    expect(page.headers['cache-control']).toBe('no-store');
    const again = await visit.get('/account/second-factor');
    expect(wordsOf(again.body, 'secret')).toBe(wordsOf(page.body, 'secret'));
    const proof = world.totp(wordsOf(page.body, 'secret'));
    const codes = await visit.post('/account/second-factor', { code: proof });
    expect(codes.body.match(/<code>/g)).toHaveLength(10);
    expect(codes.body).toContain('Rosa Díaz');
    expect((await visit.get('/users')).statusCode).toBe(200);
    expect((await visit.get('/account/second-factor')).headers.location).toBe('/account');

    expect((await world.stranger().get('/setup')).statusCode).toBe(404);
    expect((await world.stranger().post('/setup', { ...fields, code })).statusCode).toBe(404);
    expect((await world.stranger().get('/sign-in')).body).not.toContain('href="/setup"');
    world.later(1);
  });

  it('say in words that e-mail and password do not belong together, and keep the e-mail alone', async () => {
    const visit = world.stranger();
    const known = await visit.post('/sign-in', { email: 'ana@example.org', password: 'not the right one' });
    const unknown = await visit.post('/sign-in', { email: 'ana@example.net', password: 'not the right one' });
    expect([known.statusCode, unknown.statusCode]).toEqual([401, 401]);
    expect(known.body.replaceAll('ana@example.org', 'X')).toBe(
      unknown.body.replaceAll('ana@example.net', 'X'),
    );
    expect(wordsOf(known.body, 'form-error')).toMatch(/^E-mail and password do not belong together/);
    expect(known.body).toContain('value="ana@example.org"');
    expect(known.body).not.toContain('not the right one');
    expect(known.headers['cache-control']).toBe('no-store');
    expect(visit.cookie).toBeNull();
    const inSpanish = await visit.post('/sign-in?lang=es', { email: 'ana@example.org', password: 'no' });
    expect(wordsOf(inSpanish.body, 'form-error')).toMatch(/^El correo y la contraseña no corresponden/);
  });

  it('are whole for browsers that take them compressed, as all do', async () => {
    const own = await world.signedIn('ana@example.org');
    for (const path of ['/account', '/account/second-factor']) {
      const { headers, rawPayload } = await own.get(path, { 'accept-encoding': 'gzip, br' });
      expect([path, headers['content-encoding']]).toEqual([path, 'br']);
      expect(brotliDecompressSync(rawPayload).toString()).toMatch(/^<!doctype html>.*<\/html>$/s);
    }
  });

  it('keep the session in a cookie that no script and no other host reads', async () => {
    const answer = await world.stranger().post('/sign-in', { email: 'ana@example.org', password: PASSWORD });
    expect(answer.headers['set-cookie']).toMatch(
      /^__Host-attest=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/']);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('bring people where they wanted to go, and a donor without a wish to what it funds', async () => {
    await world.member('jean@example.org', { role: 'donor', organisations: ['canada'] });
    const credentials = { email: 'jean@example.org', password: PASSWORD };
    const place = async (query: string) =>
      (await world.stranger().post(`/sign-in${query}`, credentials)).headers.location;
    expect(await place('')).toBe('/donors/canada');
    expect(await place('?next=%2Freports%3Fperiod%3D2017&lang=fr')).toBe('/reports?period=2017&lang=fr');
    const visit = await world.signedIn('jean@example.org');
    expect((await visit.get('/sign-in')).headers.location).toBe('/donors/canada');
    expect((await visit.get('/sign-in?next=%2Freports')).headers.location).toBe('/reports');
  });

  it.each([
    '//evil.example/',
    '/\\evil.example',
    '/%09/evil.example',
    '/.//evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
  ])('lead to no other place than ours: next=%s', async (next) => {
    const query = `?${new URLSearchParams({ next: decodeURIComponent(next) })}`;
    const answer = await world
      .stranger()
      .post(`/sign-in${query}`, { email: 'ana@example.org', password: PASSWORD });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/']);
    expect((await world.stranger().get(`/sign-in${query}`)).body).not.toMatch(/action="[^"]*evil/);
    expect((await (await world.signedIn('ana@example.org')).get(`/sign-in${query}`)).headers.location).toBe(
      '/',
    );
  });

  it('ask for the second factor, take each code once, and remember where to go', async () => {
    const id = await world.member('luis@example.org', { role: 'manager' });
    const visit = await world.signedIn('luis@example.org');
    const key = wordsOf((await visit.get('/account/second-factor')).body, 'secret');
    const code = world.totp(key);
    expect((await visit.post('/account/second-factor', { code, current: PASSWORD })).statusCode).toBe(200);

    const fresh = world.stranger();
    const credentials = { email: 'luis@example.org', password: PASSWORD };
    const half = await fresh.post('/sign-in?next=%2Freports', credentials);
    expect(half.headers.location).toBe('/sign-in/second-factor?next=%2Freports');
    // What is half way in sets up no other telephone.
    expect((await fresh.get('/account/second-factor')).headers.location).toBe('/sign-in/second-factor');
    expect((await fresh.get('/account')).headers.location).toBe('/sign-in/second-factor?next=%2Faccount');
    const before = fresh.cookie;
    const used = await fresh.post('/sign-in/second-factor?next=%2Freports', { code });
    expect(used.statusCode).toBe(401);
    expect(wordsOf(used.body, 'step-code-error')).toMatch(/^This code is not right, or was used already/);
    world.later(1);
    const done = await fresh.post('/sign-in/second-factor?next=%2Freports', { code: world.totp(key) });
    expect([done.statusCode, done.headers.location]).toEqual([303, '/reports']);
    // A new identifier, and the half-way one opens nothing.
    expect(fresh.cookie).not.toBe(before);
    const old = world.stranger();
    old.cookie = before;
    expect((await old.get('/account')).headers.location).toMatch(/^\/sign-in\?/);
    await world.app.nest.get(Accounts).resetSecondFactor(COMMAND, id);
  });

  it('sign out here, and leave nothing in the browser', async () => {
    const visit = await world.signedIn('ana@example.org');
    const { cookie } = visit;
    const out = await visit.post('/sign-out');
    expect([out.statusCode, out.headers.location]).toEqual([303, '/sign-in?done=signed-out']);
    expect(out.headers['clear-site-data']).toBe('"cache", "storage"');
    expect(visit.cookie).toBeNull();
    expect(wordsOf((await visit.get('/sign-in?done=signed-out')).body, 'notice')).toBe('You are signed out.');
    visit.cookie = cookie;
    expect((await visit.get('/account')).headers.location).toMatch(/^\/sign-in\?/);
    // Twice does no harm.
    expect((await visit.post('/sign-out')).statusCode).toBe(303);
  });

  it.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
  ])('take no form from elsewhere: %j', async (headers) => {
    const visit = await world.signedIn('ana@example.org');
    expect((await visit.post('/sign-out', {}, headers)).statusCode).toBe(403);
    expect((await visit.post('/account/sessions/end-all', {}, headers)).statusCode).toBe(403);
    expect((await visit.get('/account')).statusCode).toBe(200);
    const stranger = world.stranger();
    const credentials = { email: 'ana@example.org', password: PASSWORD };
    expect((await stranger.post('/sign-in', credentials, headers)).statusCode).toBe(403);
    expect(stranger.cookie).toBeNull();
  });

  it('hold back who tries too often, and say for how long', async () => {
    await world.member('late@example.org', { role: 'manager' });
    const visit = world.stranger();
    let answer = await visit.post('/sign-in', { email: 'late@example.org', password: 'no' });
    for (let tries = 0; answer.statusCode === 401 && tries < 100; tries += 1) {
      answer = await visit.post('/sign-in', { email: 'late@example.org', password: 'no' });
    }
    expect(answer.statusCode).toBe(429);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(wordsOf(answer.body, 'form-error')).toMatch(/^Too many attempts. Try again in \d+ minutes?\.$/);
    world.later(24 * 60);
  });

  it.each([
    [{ email: ['a@example.org', 'b@example.org'], password: 'x' }],
    [{ email: `${'a'.repeat(250)}@example.org`, password: 'x' }],
    [{ email: 'a@example.org', password: 'x'.repeat(5000) }],
  ])('refuse what no form of ours sends', async (fields) => {
    expect((await world.stranger().post('/sign-in', fields)).statusCode).toBe(400);
  });

  describe('a link of an e-mail', () => {
    const invite = async (email: string) => {
      const invitation = {
        email,
        name: 'Inês Prado',
        lang: 'pt',
        mandate: { role: 'manager', organisations: [], programs: [] },
        mail: false,
      } as const;
      return codeOf((await world.app.nest.get(Accounts).invite(COMMAND, invitation)).link);
    };

    it('sets the password once; opening it uses nothing up', async () => {
      const code = await invite('ines@example.org');
      const visit = world.stranger();
      for (const _ of [1, 2, 3]) {
        const page = await visit.get(`/one-time/${code}`);
        expect([page.statusCode, page.headers['referrer-policy']]).toEqual([200, 'no-referrer']);
        expect(page.headers['cache-control']).toBe('no-store');
        // In the language of the person, where the browser's address says nothing.
        expect(page.headers['content-language']).toBe('pt');
        expect(page.body).toContain('ines@example.org');
      }
      const short = await visit.post(`/one-time/${code}?lang=en`, { password: 'short' });
      expect(short.statusCode).toBe(400);
      expect(wordsOf(short.body, 'one-time-password-error')).toMatch(/^At least 12 characters/);
      const common = await visit.post(`/one-time/${code}?lang=en`, { password: 'ines prado ines prado' });
      expect(wordsOf(common.body, 'one-time-password-error')).toMatch(/^This password is easy to guess/);
      const set = await visit.post(`/one-time/${code}`, { password: PASSWORD });
      expect([set.statusCode, set.headers.location]).toEqual([303, '/']);
      expect((await visit.get('/account')).statusCode).toBe(200);
      for (const answer of [
        await world.stranger().get(`/one-time/${code}`),
        await world.stranger().post(`/one-time/${code}`, { password: `${PASSWORD}!` }),
        await world.stranger().get('/one-time/never-was'),
      ]) {
        expect(answer.statusCode).toBe(404);
        expect(answer.body).toContain('<h1>This link no longer works</h1>');
        expect(answer.headers['referrer-policy']).toBe('no-referrer');
      }
    });

    it('is in no log', async () => {
      const code = await invite('quiet@example.org');
      await world.stranger().get(`/one-time/${code}`);
      expect(JSON.stringify(world.app.log)).toContain('/one-time/:code');
      expect(JSON.stringify(world.app.log)).not.toContain(code);
      expect(JSON.stringify(world.app.log)).not.toContain(PASSWORD);
    });
  });

  it('answer alike whoever asks for a new password', async () => {
    const known = await world.stranger().post('/password', { email: 'ana@example.org' });
    const unknown = await world.stranger().post('/password', { email: 'nobody@example.org' });
    const wrong = await world.stranger().post('/password', { email: 'no address' });
    for (const answer of [known, unknown, wrong]) {
      expect([answer.statusCode, answer.headers.location, answer.body]).toEqual([
        303,
        '/password?done=sent',
        known.body,
      ]);
    }
  });
});
