import { sql } from 'drizzle-orm';
import { makeToken, startApp, type TestApp } from '../support/app.ts';
import { eachEngine } from '../support/database.ts';
import { signIn } from '../support/people.ts';
import { ask, startProxy, type Tells, type TestProxy } from '../support/proxy.ts';

eachEngine('the service and those who run it', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ database: await engine.open() });
  });
  afterAll(() => app.close());

  const behindProxy = { 'x-forwarded-for': '203.0.113.9' };
  const get = (url: string, headers: Readonly<Record<string, string>>) => app.asStranger({ url, headers });

  it('shows its works to whoever runs it: administrators, and programs of this machine', async () => {
    const administrator = { authorization: `Bearer ${app.token}`, ...behindProxy };
    for (const headers of [{}, administrator]) {
      expect((await get('/metrics', headers)).body).toContain('attest_http_request_duration_seconds');
      expect((await get('/readyz', headers)).json()).toHaveProperty('checks.database.ok', true);
    }
  });

  it('shows others behind a proxy whether it is ready, and no more', async () => {
    const manager = { authorization: `Bearer ${await makeToken(app.database.db, { role: 'manager' })}` };
    for (const headers of [behindProxy, { forwarded: 'for=203.0.113.9' }, { ...manager, ...behindProxy }]) {
      expect([401, 404]).toContain((await get('/metrics', headers)).statusCode);
      const ready = (await get('/readyz', headers)).json();
      expect(Object.keys(ready)).toEqual(['ready']);
    }
  });

  it('writes down whom it turned away, and from what', async () => {
    const { cookie, account, email } = await signIn(app.database.db, {
      role: 'officer',
    });
    expect((await get('/users', { cookie })).statusCode).toBe(404);
    const { rows } = (await read(app)) as { rows: readonly Record<string, unknown>[] };
    expect(rows).toEqual([
      {
        action: 'access.refused',
        actor_kind: 'person',
        actor: account,
        actor_name: email,
        subject: 'GET /users',
        address: '127.0.0.1',
      },
    ]);
  });
});

/** As proxies commonly do: to what the reader claims they add whom they see. */
const appending: Tells = (reader, sent) => ({
  'x-forwarded-for': [sent['x-forwarded-for'], reader].filter((each) => each !== undefined).join(', '),
});
const naming: Tells = (reader) => ({ 'x-real-ip': reader });
const WORLD = '203.0.113.9';

eachEngine('a proxy on the machine of the service', (engine) => {
  const closing: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const close of closing.toReversed()) await close();
  });

  /** A service that listens, with a way to put a proxy before it. */
  async function listening(env: Readonly<Record<string, string>>) {
    const app = await startApp({ database: await engine.open(), env });
    closing.push(() => app.close());
    await app.nest.listen(0, '127.0.0.1');
    const address = await app.nest.getUrl();
    const behind = async (tells: Tells): Promise<TestProxy> => {
      const proxy = await startProxy(address, tells);
      closing.push(() => proxy.close());
      return proxy;
    };
    const warnings = () => app.log.filter(({ msg }) => /TRUST_PROXY/.test(String(msg)));
    return { app, address, behind, warnings };
  }

  async function opensToNobody(proxy: TestProxy, { token }: TestApp): Promise<void> {
    for (const reader of [WORLD, '127.0.0.1']) {
      expect((await proxy.get('/metrics', reader)).status).toBe(401);
      expect(JSON.parse((await proxy.get('/readyz', reader)).body)).toEqual({ ready: expect.any(Boolean) });
    }
    const administrator = { authorization: `Bearer ${token}` };
    expect((await proxy.get('/metrics', WORLD, administrator)).body).toContain('attest_http_request');
  }

  it('of which nobody has said that it is there, opens the works to nobody, and is spoken of once', async () => {
    const { app, address, behind, warnings } = await listening({});
    expect((await ask(`${address}/metrics`)).status).toBe(200);
    expect(warnings()).toEqual([]);
    const ways: readonly Tells[] = [
      appending,
      naming,
      (reader) => ({ forwarded: `for=${reader}` }),
      () => ({ via: '1.1 proxy' }),
    ];
    for (const tells of ways) await opensToNobody(await behind(tells), app);
    expect(warnings()).toEqual([
      expect.objectContaining({
        level: 40,
        msg: expect.stringMatching(/"x-forwarded-for".*Set TRUST_PROXY to the number of proxies in front/),
      }),
    ]);
    expect((await ask(`${address}/metrics`)).status).toBe(200);
  });

  it('that is silent, opens them to nobody where people come by another name than this machine’s', async () => {
    const { app, behind } = await listening({ PUBLIC_URL: 'https://attest.example.org' });
    await opensToNobody(await behind(() => ({})), app);
  });

  it('of which TRUST_PROXY tells, decides by the address that it tells', async () => {
    const env = { TRUST_PROXY: '1', PUBLIC_URL: 'https://attest.example.org' };
    const { address, app, behind, warnings } = await listening(env);
    const proxy = await behind(appending);
    expect((await proxy.get('/metrics', WORLD)).status).toBe(401);
    expect((await proxy.get('/metrics', '127.0.0.1')).status).toBe(200);
    const claim = { 'x-forwarded-for': '127.0.0.1' };
    expect((await proxy.get('/metrics', WORLD, claim)).status).toBe(401);
    expect((await ask(`${address}/metrics`)).status).toBe(200);
    await opensToNobody(await behind(naming), app);
    expect(warnings()).toEqual([]);
  });
});

async function read(app: TestApp) {
  const result: unknown = await app.database.db.execute(
    sql`SELECT action, actor_kind, actor, actor_name, subject, address FROM audit WHERE action = 'access.refused' AND actor_kind = 'person'`,
  );
  return Array.isArray(result) ? { rows: [...result] } : result;
}
