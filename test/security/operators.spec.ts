import { sql } from 'drizzle-orm';
import { makeToken, startApp, type TestApp } from '../support/app.ts';
import { eachEngine } from '../support/database.ts';
import { signIn } from '../support/people.ts';

eachEngine('the service and those who run it', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ database: await engine.open() });
  }, 60_000);
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
      expect([303, 404]).toContain((await get('/metrics', headers)).statusCode);
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

async function read(app: TestApp) {
  const result: unknown = await app.database.db.execute(
    sql`SELECT action, actor_kind, actor, actor_name, subject, address FROM audit WHERE action = 'access.refused' AND actor_kind = 'person'`,
  );
  return Array.isArray(result) ? { rows: [...result] } : result;
}
