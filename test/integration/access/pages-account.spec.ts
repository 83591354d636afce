import { Accounts } from '../../../src/accounts/people/accounts.use-case.ts';
import { eachEngine } from '../../support/database.ts';
import { COMMAND, codeOf, PASSWORD } from './access.fixture.ts';
import { PagesWorld, type Visit, wordsOf } from './pages.fixture.ts';

const NEXT = 'forty copper herons at dusk';

eachEngine('the page of one’s own account', (engine) => {
  let world: PagesWorld;
  let visit: Visit;
  beforeAll(async () => {
    world = await PagesWorld.start({
      database: await engine.openSeeded(),
      env: { PUBLIC_URL: 'https://attest.example.org' },
    });
    await world.member('ana@example.org', { role: 'officer', programs: ['TOUR'] });
    visit = await world.signedIn('ana@example.org');
  });
  afterAll(() => world.app.close());

  /** Sets up a second factor. @returns what the page then says */
  async function enrol(on: Visit) {
    const key = wordsOf((await on.get('/account/second-factor')).body, 'secret');
    return on.post('/account/second-factor', { code: world.totp(key), current: PASSWORD });
  }

  it('says who one is and what one sees, and is kept by nobody', async () => {
    const page = await visit.get('/account');
    expect(page.statusCode).toBe(200);
    expect(page.headers['cache-control']).toBe('no-store');
    expect(page.body).toContain('ana@example.org');
    expect(page.body).toContain('<dd>Officer</dd>');
    expect(page.body).toContain('<dd>Tourism Security Program</dd>');
    expect(page.body).toMatch(/href="\/assets\/account[^"]*\.css"/);
  });

  it('is for people who have signed in, and for no token', async () => {
    expect((await world.stranger().get('/account')).headers.location).toBe('/sign-in?next=%2Faccount');
    const headers = { authorization: `Bearer ${world.app.token}` };
    expect((await world.app.asStranger({ url: '/account', headers })).statusCode).toBe(404);
  });

  it('changes name and language, and keeps what was typed where it is refused', async () => {
    const refused = await visit.post('/account/details?lang=pt', { name: '  ', lang: 'fr' });
    expect(refused.statusCode).toBe(400);
    expect(wordsOf(refused.body, 'details-name-error')).toBe('Informe um nome de no máximo 120 caracteres.');
    // The language links lead to a page that can be opened.
    expect(refused.body).toContain('href="/account?lang=es"');
    const done = await visit.post('/account/details?lang=pt', { name: 'Ana <b>Lima</b>', lang: 'fr' });
    expect([done.statusCode, done.headers.location]).toEqual([303, '/account?done=saved&lang=pt']);
    const page = await visit.get('/account?done=saved');
    expect(wordsOf(page.body, 'notice')).toBe('Saved.');
    expect(page.body).toContain('Ana &lt;b>Lima&lt;/b>');
    expect(page.body).toContain('<option value="fr" selected>');
    expect((await visit.post('/account/details', { name: 'Ana', lang: 'de' })).statusCode).toBe(400);
  });

  it('changes nothing but what the form has fields for', async () => {
    for (const more of [{ email: 'eve@example.org' }, { role: 'administrator' }, { programs: 'NET-POL' }]) {
      const done = await visit.post('/account/details', { name: 'Ana Lima', lang: 'en', ...more });
      expect(done.statusCode).toBe(303);
    }
    const page = await visit.get('/account');
    expect(page.body).toContain('ana@example.org');
    expect(page.body).toContain('<dd>Officer</dd>');
    expect(page.body).toContain('<dd>Tourism Security Program</dd>');
    expect((await visit.get('/users')).statusCode).toBe(404);
  });

  it('has fields for passwords that hide them, that managers know, and that take what is pasted whole', async () => {
    const { link } = await world.app.nest.get(Accounts).invite(COMMAND, {
      email: 'new@example.org',
      name: 'Ana Lima',
      lang: 'en',
      mandate: { role: 'manager', organisations: [], programs: [] },
      mail: false,
    });
    const pages = [
      await world.stranger().get('/sign-in'),
      await world.stranger().get(`/one-time/${codeOf(link)}`),
      await visit.get('/account'),
    ];
    const fields = pages.flatMap(({ body }) =>
      [...body.matchAll(/<input[^>]* name="(?:password|current)"[^>]*>/g)].map(([field]) => field),
    );
    const words = fields.map((field) => ({
      type: /type="(\w+)"/.exec(field)?.[1],
      autocomplete: /autocomplete="([\w-]+)"/.exec(field)?.[1],
      limits: /maxlength|pattern|onpaste|readonly/i.exec(field)?.[0],
    }));
    const [current, next] = ['current-password', 'new-password'].map((autocomplete) => ({
      type: 'password',
      autocomplete,
      limits: undefined,
    }));
    // To sign in; of a link; the present and the next one.
    expect(words).toEqual([current, next, current, next]);
  });

  it('changes the password, and ends the sessions elsewhere', async () => {
    const elsewhere = await world.signedIn('ana@example.org');
    const wrong = await visit.post('/account/password', { current: 'not mine at all', password: NEXT });
    expect(wrong.statusCode).toBe(400);
    expect(wordsOf(wrong.body, 'password-current-error')).toBe('This is not your password.');
    expect(wrong.body).not.toContain(NEXT);
    const short = await visit.post('/account/password', { current: PASSWORD, password: 'short' });
    expect(wordsOf(short.body, 'password-password-error')).toMatch(/^At least 12 characters/);
    expect((await elsewhere.get('/account')).statusCode).toBe(200);
    const done = await visit.post('/account/password', { current: PASSWORD, password: NEXT });
    expect(done.headers.location).toBe('/account?done=password');
    expect((await visit.get('/account')).statusCode).toBe(200);
    expect((await elsewhere.get('/account')).headers.location).toMatch(/^\/sign-in/);
    expect((await visit.post('/account/password', { current: NEXT, password: PASSWORD })).statusCode).toBe(
      303,
    );
  });

  it('sets up a second factor, shows its key and codes once, renews the codes, and removes it', async () => {
    const page = await visit.get('/account/second-factor');
    const key = wordsOf(page.body, 'secret');
    expect(key).toMatch(/^([A-Z2-7]{4} )+[A-Z2-7]{1,4}$/);
    expect(page.body).toMatch(/<svg class="qr"[^>]*><rect[^>]*\/?>(<\/rect>)?<path d="M/);
    const wrong = await visit.post('/account/second-factor', { code: '000000', current: PASSWORD });
    expect(wrong.statusCode).toBe(400);
    expect(wordsOf(wrong.body, 'enrol-code-error')).toMatch(/^This is not the code/);
    const guess = await visit.post('/account/second-factor', { code: world.totp(key), current: 'no' });
    expect(wordsOf(guess.body, 'enrol-current-error')).toMatch(/password/);
    const codes = await visit.post('/account/second-factor', { code: world.totp(key), current: PASSWORD });
    const shown = [...codes.body.matchAll(/<code>([^<]+)<\/code>/g)].map(([, code = '']) => code);
    expect(shown).toHaveLength(10);
    expect(codes.headers['cache-control']).toBe('no-store');

    const account = await visit.get('/account');
    expect(account.body).toContain('10 recovery codes are left.');
    for (const secret of [key, key.replaceAll(' ', ''), ...shown]) expect(account.body).not.toContain(secret);
    const refused = await visit.post('/account/recovery-codes', { current: 'not mine at all' });
    expect(wordsOf(refused.body, 'codes-current-error')).toBe('This is not your password.');
    const renewed = await visit.post('/account/recovery-codes', { current: PASSWORD });
    expect(renewed.body.match(/<code>/g)).toHaveLength(10);
    for (const code of shown) expect(renewed.body).not.toContain(code);

    expect((await visit.post('/account/second-factor/remove', { current: 'no' })).statusCode).toBe(400);
    const removed = await visit.post('/account/second-factor/remove', { current: PASSWORD });
    expect(removed.headers.location).toBe('/account?done=removed');
    expect((await visit.get('/account')).body).toContain('Not set up.');
  });

  it('takes a recovery code in place of the telephone, once', async () => {
    const codes = await enrol(visit);
    const [, code = ''] = /<code>([^<]+)<\/code>/.exec(codes.body) ?? [];
    for (const status of [303, 401]) {
      const half = world.stranger();
      await half.post('/sign-in', { email: 'ana@example.org', password: PASSWORD });
      expect((await half.post('/sign-in/second-factor', { code })).statusCode).toBe(status);
    }
    expect((await visit.get('/account')).body).toContain('9 recovery codes are left.');
    await visit.post('/account/second-factor/remove', { current: PASSWORD });
  });

  it('keeps an administrator’s second factor, and sets it up anew for another telephone', async () => {
    const administrator = await world.administrator('rosa@example.org');
    const refused = await administrator.post('/account/second-factor/remove', { current: PASSWORD });
    expect(refused.statusCode).toBe(422);
    const replaced = await administrator.post('/account/second-factor/replace', { current: PASSWORD });
    expect(replaced.headers.location).toBe('/account/second-factor?next=%2Faccount');
    expect((await administrator.get('/users')).headers.location).toBe('/account/second-factor?next=%2Fusers');
    expect((await enrol(administrator)).statusCode).toBe(200);
    expect((await administrator.get('/users')).statusCode).toBe(200);
  });

  it('lists where one is signed in, and ends one session, or all', async () => {
    const [here, there] = [await world.signedIn('ana@example.org'), await world.signedIn('ana@example.org')];
    const page = await here.get('/account');
    const ids = [...page.body.matchAll(/name="id" value="([0-9a-f]{64})"/g)].map(([, id = '']) => id);
    // What identifies a session opens none.
    for (const cookie of [here.cookie, there.cookie]) expect(page.body).not.toContain(cookie);
    expect(page.body).toContain('<strong>this session</strong>');
    const own = /<strong>this session<\/strong>.*?value="([0-9a-f]{64})"/s.exec(page.body)?.[1] ?? '';
    for (const id of ids.filter((each) => each !== own)) {
      const ended = await here.post('/account/sessions/end', { id });
      expect(ended.headers.location).toBe('/account?done=ended');
    }
    expect((await there.get('/account')).statusCode).toBe(303);
    expect((await here.get('/account')).statusCode).toBe(200);

    const others = await world.signedIn('rosa@example.org');
    expect((await others.post('/account/sessions/end', { id: own })).statusCode).not.toBe(303);
    expect((await here.get('/account')).statusCode).toBe(200);

    const all = await here.post('/account/sessions/end-all');
    expect([all.statusCode, all.headers.location]).toEqual([303, '/sign-in?done=everywhere']);
    expect(all.headers['clear-site-data']).toBe('"cache", "storage"');
    expect((await here.get('/account')).statusCode).toBe(303);
    expect((await world.stranger().post('/account/sessions/end-all')).statusCode).toBe(401);
  });
});
