import { OneTimeCodes } from '../../../src/accounts/index.ts';
import { eachEngine } from '../../support/database.ts';
import { PASSWORD } from './access.fixture.ts';
import { PagesWorld, Visit, wordsOf } from './pages.fixture.ts';

const FIELDS = { email: 'rosa@example.org', name: 'Rosa Díaz', lang: 'es', password: PASSWORD };
const OWED = 'class="owed"';
const ENROLMENT = '/account/second-factor';

eachEngine('a trial without a telephone', (engine) => {
  /** Nobody comes to it from elsewhere. */
  let trial: PagesWorld;
  /** The same database, once the service has an address. */
  let open: PagesWorld;
  /** Who has set the service up. */
  let administrator: Visit | undefined;
  beforeAll(async () => {
    const database = await engine.openSeeded();
    trial = await PagesWorld.start({ database });
    open = await PagesWorld.start({ database, env: { PUBLIC_URL: 'https://attest.example.org' } });
  });
  afterAll(async () => {
    await trial.app.close();
    await open.app.close();
  });

  const atWork = async () => {
    if (administrator !== undefined) return administrator;
    administrator = trial.stranger();
    const code = (await trial.app.nest.get(OneTimeCodes).firstAdministratorCode()) ?? '';
    await administrator.post('/setup', { ...FIELDS, code });
    return administrator;
  };

  it('begins at the address that was printed, which holds the code and tells nobody', async () => {
    const rosa = trial.stranger();
    const code = (await trial.app.nest.get(OneTimeCodes).firstAdministratorCode()) ?? '';
    const page = await rosa.get(`/setup?code=${code}`);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain(`name="code"`);
    expect(page.body).toContain(`value="${code}"`);
    expect(page.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' });
    // Where the form goes stands in histories and logs; there it is no more.
    expect(page.body).toContain('action="/setup"');

    const weak = await rosa.post('/setup', { ...FIELDS, code, password: 'short' });
    expect(weak.statusCode).toBe(400);
    expect(wordsOf(weak.body, 'setup-password-error')).toMatch(/^At least 12 characters/);
    for (const kept of [code, FIELDS.email, FIELDS.name]) expect(weak.body).toContain(`value="${kept}"`);
    expect(weak.body).not.toContain('value="short"');
    expect(weak.headers['referrer-policy']).toBe('no-referrer');

    const made = await rosa.post('/setup', { ...FIELDS, code });
    expect([made.statusCode, made.headers.location]).toEqual([303, '/']);
    administrator = rosa;
    expect((await trial.stranger().get(`/setup?code=${code}`)).statusCode).toBe(404);
    // Of the two, the one that was started last has the log of both.
    const log = JSON.stringify([trial.app.log, open.app.log]);
    expect(log).toContain('GET /setup');
    expect(log).not.toContain(code);
  });

  it('opens everything at once, and says on every page that a second factor is owed', async () => {
    const rosa = await atWork();
    for (const path of ['/', '/programs', '/reports', '/users', '/deliveries', '/audit', '/account']) {
      const page = await rosa.get(path);
      expect([path, page.statusCode]).toEqual([path, 200]);
      expect([path, page.body.includes(OWED)]).toEqual([path, true]);
      expect(page.body).toContain(`href="${ENROLMENT}"`);
    }
    expect((await rosa.get('/nowhere', { accept: 'text/html' })).body).toContain(OWED);
    expect((await rosa.get('/account')).body).toContain('this session');
    await trial.member('ana@example.org', { role: 'manager' });
    const ana = await trial.signedIn('ana@example.org');
    expect((await ana.get('/')).body).not.toContain(OWED);
  });

  it('lets nobody wait who comes through a proxy', async () => {
    const rosa = await atWork();
    for (const header of ['x-forwarded-for', 'forwarded', 'via']) {
      const page = await rosa.get('/users', { [header]: '203.0.113.9' });
      expect([header, page.statusCode, page.headers.location]).toEqual([
        header,
        303,
        `${ENROLMENT}?next=%2Fusers`,
      ]);
    }
    expect((await rosa.get('/users')).statusCode).toBe(200);
  });

  it('ends with the address: the session is half-way again, and within minutes none at all', async () => {
    const rosa = await atWork();
    const after = new Visit(open.app, rosa.cookie);
    expect((await after.get('/users')).headers.location).toBe(`${ENROLMENT}?next=%2Fusers`);
    expect((await after.get('/')).headers.location).toBe(ENROLMENT);
    expect((await after.get(ENROLMENT)).statusCode).toBe(200);
    // Who finds a browser open that signed in hours ago does not set up a factor in its owner's place.
    open.later(11);
    trial.later(11);
    expect((await after.get('/users')).headers.location).toBe('/sign-in?next=%2Fusers');
    expect((await after.get(ENROLMENT)).headers.location).toBe(
      `/sign-in?next=${encodeURIComponent(ENROLMENT)}`,
    );
    expect((await rosa.get('/users')).statusCode).toBe(200);

    const anew = await after.post('/sign-in?next=/users', { email: FIELDS.email, password: PASSWORD });
    expect(anew.headers.location).toBe(`${ENROLMENT}?next=%2Fusers`);
    expect((await after.get('/users')).statusCode).toBe(303);
  });

  it('asks whoever has a second factor for it, address or none', async () => {
    const rosa = await atWork();
    const secret = wordsOf((await rosa.get(ENROLMENT)).body, 'secret');
    const proof = { code: trial.totp(secret) };
    // A session that goes on asks for the password too.
    expect((await rosa.post(ENROLMENT, proof)).statusCode).toBe(400);
    trial.later(1);
    const done = await rosa.post(ENROLMENT, { code: trial.totp(secret), current: PASSWORD });
    expect(done.body.match(/<code>/g)).toHaveLength(10);
    expect(done.body).not.toContain(OWED);
    expect((await rosa.get('/users')).body).not.toContain(OWED);

    const next = trial.stranger();
    const half = await next.post('/sign-in', { email: FIELDS.email, password: PASSWORD });
    expect(half.headers.location).toBe('/sign-in/second-factor');
    expect((await next.get('/users')).headers.location).toBe('/sign-in/second-factor?next=%2Fusers');
  });
});
