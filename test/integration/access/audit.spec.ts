import { sql } from 'drizzle-orm';
import { auditInChunks, knownActions, knownActors, readAudit } from '../../../src/access/audit.repository.ts';
import { audit } from '../../../src/access/audit.table.ts';
import { accounts } from '../../../src/access/principals/accounts.table.ts';
import { sessions } from '../../../src/access/principals/sessions.table.ts';
import { LANGUAGES } from '../../../src/core/text.ts';
import { openArchive } from '../../../src/platform/backup/archive.ts';
import { restoreBackup, takeBackup } from '../../../src/platform/backup/backup.repository.ts';
import { actAs } from '../../../src/platform/database/actor.repository.ts';
import type { DatabaseHandle } from '../../../src/platform/database/database.ts';
import { makeToken, startApp, type TestApp } from '../../support/app.ts';
import { eachEngine, undone } from '../../support/database.ts';
import { importCsv, NOW } from '../../support/import.ts';
import { signIn } from '../../support/people.ts';

const HOSTILE = '<script>alert(1)</script>=cmd|calc';

eachEngine('the audit', (engine) => {
  let database: DatabaseHandle;
  let app: TestApp;

  beforeAll(async () => {
    database = await engine.openSeeded();
    app = await startApp({ database: { ...database, close: async () => undefined } });
  });
  afterAll(() => app.close());

  const rowsOf = (action: string) => readAudit(database.db, { action }, 1000);
  const add = (entry: Partial<typeof audit.$inferInsert>) =>
    database.db.insert(audit).values({ at: NOW, action: 'test.done', actorKind: 'service', ...entry });

  it.each([
    ['changed', sql`UPDATE audit SET action = 'change.made'`],
    ['changed in one row', sql`UPDATE audit SET details = '{}' WHERE id = 1`],
    ['removed', sql`DELETE FROM audit`],
    ['removed where nothing matches', sql`DELETE FROM audit WHERE false`],
    ['emptied', sql`TRUNCATE audit`],
    ['emptied with another table', sql`TRUNCATE limits, audit`],
  ])('is not %s', async (_what, statement) => {
    const before = (await readAudit(database.db, {}, 1000)).length;
    const refused = database.db.execute(statement);
    await expect(refused).rejects.toMatchObject({
      cause: { message: expect.stringContaining('the audit is only added to') },
    });
    expect((await readAudit(database.db, {}, 1000)).length).toBe(before);
  });

  it('tells before and after of what an import changes, and that the command line did', async () => {
    await undone(database.db, async (tx) => {
      const csv = (title: string) =>
        `code,title,status,pillar,start\nAUD-1,${title},ongoing,democracy,2017-01-01\n`;
      await importCsv(tx, 'programs', csv('As it was'), { by: 'command line' });
      await importCsv(tx, 'programs', csv('As it is'), { by: 'command line' });
      const [change] = await readAudit(tx, { action: 'change.made' }, 1);
      expect(change).toMatchObject({
        subject: 'programs AUD-1',
        actorKind: 'command',
        actorName: 'command line',
        at: NOW,
        details: { before: { title: { en: 'As it was' } }, after: { title: { en: 'As it is' } } },
      });
      const [stored] = await readAudit(tx, { action: 'import.stored' }, 1);
      expect(stored).toMatchObject({ actorKind: 'command', actorName: 'command line', actor: null });
    });
  });

  it('tells nothing of an import that was tried only', async () => {
    const before = (await readAudit(database.db, {}, 1000)).length;
    const csv = 'code,name\naudit-pillar,Tried only\n';
    await importCsv(database.db, 'pillars', csv, { dryRun: true });
    expect((await readAudit(database.db, {}, 1000)).length).toBe(before);
  });

  it('tells before and after of the role of an account, and who gave it', async () => {
    const { account } = await signIn(database.db, { role: 'officer', programs: ['NET-POL'] });
    await database.db.transaction(async (tx) => {
      await actAs(tx, { kind: 'person', id: 'the-id', name: 'boss@example.org', address: '192.0.2.7' }, NOW);
      await tx.execute(sql`UPDATE accounts SET role = 'manager', programs = '{}' WHERE id = ${account}`);
    });
    const [change] = await readAudit(database.db, { actor: 'the-id' }, 10);
    expect(change).toMatchObject({
      action: 'change.made',
      subject: `accounts ${account}`,
      actorKind: 'person',
      actorName: 'boss@example.org',
      address: '192.0.2.7',
      details: {
        before: { role: 'officer', programs: ['NET-POL'] },
        after: { role: 'manager', programs: [] },
      },
    });
  });

  it('holds no secret', async () => {
    const { cookie, account } = await signIn(database.db, { role: 'manager' });
    const token = await makeToken(database.db, { role: 'manager' });
    await database.db.execute(
      sql`UPDATE accounts SET password_hash = '$argon2id$secret-hash', totp_secret = 'secret-key', totp_last_step = 987654321 WHERE id = ${account}`,
    );
    await app.asStranger({
      url: '/programs',
      headers: { authorization: 'Bearer attest_wrong-secret-token' },
    });
    await app.asStranger({ url: '/programs', headers: { cookie } });
    const digests = (await database.db.execute(sql`SELECT hash FROM api_tokens`)) as unknown as { rows?: [] };
    const hashes = [...(digests.rows ?? (digests as unknown as { hash: string }[]))] as { hash: string }[];
    const ids = (await database.db.select({ id: sessions.id }).from(sessions)).map(({ id }) => id);
    const written = JSON.stringify(await readAudit(database.db, {}, 100_000));
    const [, secret = ''] = cookie.split('=');
    for (const each of [
      secret,
      token,
      app.token,
      'secret-hash',
      'secret-key',
      '987654321',
      'wrong-secret-token',
    ]) {
      expect(written).not.toContain(each);
    }
    for (const each of [...hashes.map(({ hash }) => hash), ...ids]) expect(written).not.toContain(each);
  });

  it('comes in chunks, each entry once, the latest first', async () => {
    await undone(database.db, async (tx) => {
      for (let at = 0; at < 7; at += 1) {
        await tx
          .insert(audit)
          .values({ at: NOW, action: 'test.chunk', actorKind: 'service', subject: String(at) });
      }
      const chunks: (readonly (string | null)[])[] = [];
      for await (const rows of auditInChunks(tx, { action: 'test.chunk' }, 3)) {
        chunks.push(rows.map(({ subject }) => subject));
      }
      expect(chunks).toEqual([['6', '5', '4'], ['3', '2', '1'], ['0']]);
    });
  });

  it('knows what has happened, and who has done anything by their last name', async () => {
    await undone(database.db, async (tx) => {
      const entry = { at: NOW, action: 'test.known', actorKind: 'person' } as const;
      await tx.insert(audit).values({ ...entry, actor: 'zoe', actorName: 'before@example.org' });
      await tx.insert(audit).values({ ...entry, actor: 'zoe', actorName: 'after@example.org' });
      expect(await knownActions(tx)).toEqual(expect.arrayContaining(['import.stored', 'test.known']));
      expect((await knownActors(tx)).filter(({ id }) => id === 'zoe')).toEqual([
        { id: 'zoe', kind: 'person', name: 'after@example.org' },
      ]);
    });
  });

  it('is shown to administrators, people and programs, and to nobody else', async () => {
    for (const path of ['/audit', '/audit.csv', '/audit.json']) {
      const administrator = await signIn(database.db, { role: 'administrator' });
      expect(
        (await app.asStranger({ url: path, headers: { cookie: administrator.cookie } })).statusCode,
      ).toBe(200);
      expect((await app.nest.inject(path)).statusCode).toBe(200);
      for (const mandate of [
        { role: 'manager' },
        { role: 'officer', programs: ['NET-POL'] },
        { role: 'donor', organisations: ['canada'] },
      ] as const) {
        const { cookie } = await signIn(database.db, mandate);
        expect((await app.asStranger({ url: path, headers: { cookie } })).statusCode).toBe(404);
        const authorization = `Bearer ${await makeToken(database.db, mandate)}`;
        expect((await app.asStranger({ url: path, headers: { authorization } })).statusCode).toBe(404);
      }
    }
    expect((await app.asStranger('/audit')).headers.location).toBe('/sign-in?next=%2Faudit');
    expect((await app.asStranger('/audit.csv')).statusCode).toBe(401);
  });

  it('is filtered by what, who and when, in the time zone of the reports', async () => {
    await add({ action: 'test.early', at: new Date('2017-07-02T03:59:59Z'), subject: 'on the first' });
    await add({ action: 'test.late', at: new Date('2017-07-02T04:00:00Z'), subject: 'on the second' });
    await add({ action: 'test.mine', actorKind: 'token', actor: 'a-token', actorName: 'Nightly' });
    const shown = async (query: string) => (await app.nest.inject(`/audit?${query}`)).body;
    const first = await shown('from=2017-07-01&to=2017-07-01&actor=service');
    expect(first).toContain('on the first');
    expect(first).not.toContain('on the second');
    expect(first).toContain('<option value="service" selected>');
    expect(first).toContain('America/New_York');
    expect(first).toMatch(/2017, 23:59:59/);
    const second = await shown('from=2017-07-02');
    expect(second).toContain('on the second');
    expect(second).not.toContain('on the first');
    const mine = await shown('actor=a-token');
    expect(mine).toContain('Nightly');
    expect(mine).toContain('test.mine');
    expect(mine).not.toContain('on the first');
    expect(await shown('action=test.early')).not.toContain('on the second');
    expect(await shown('action=nothing.such')).toContain('No entries');
    expect((await app.nest.inject('/audit?from=2017-07-02&to=2017-07-01')).statusCode).toBe(400);
    expect((await app.nest.inject('/audit?before=x')).statusCode).toBe(400);
  });

  it('has a hundred entries a page, and a way to the older ones', async () => {
    for (let at = 0; at < 101; at += 1) await add({ action: 'test.many', subject: `many ${at}.` });
    const first = (await app.nest.inject('/audit?action=test.many&lang=es')).body;
    expect(first).toContain('many 100.');
    expect(first).not.toContain('many 0.');
    expect(first).toContain('100 asientos');
    const [, older = ''] = /href="(\/audit\?[^"]*before=\d+[^"]*)"/.exec(first) ?? [];
    const second = (await app.nest.inject(older.replaceAll('&amp;', '&'))).body;
    expect(second).toContain('many 0.');
    expect(second).not.toContain('many 1.');
    expect(second).toContain('1 asiento,');
    expect(second).toContain('href="/audit?action=test.many&amp;lang=es"');
  });

  it('shows what people called themselves as text, cuts what is long, and exports it whole', async () => {
    await add({
      action: 'test.hostile',
      actorKind: 'person',
      actor: 'x"><b>',
      actorName: HOSTILE,
      subject: HOSTILE,
      address: '=1+1',
      details: { before: { name: HOSTILE }, after: { name: 'x'.repeat(500) } },
    });
    const page = (await app.nest.inject('/audit?action=test.hostile')).body;
    expect(page).not.toContain('<script>alert');
    expect(page).toContain('&lt;script>alert(1)&lt;/script>');
    expect(page).toContain(`${'x'.repeat(160)}…`);
    expect(page).not.toContain('x'.repeat(161));
    const { body, headers } = await app.nest.inject('/audit.csv?action=test.hostile');
    expect(headers['content-disposition']).toBe('attachment; filename="audit-2017-07-01.csv"');
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toContain('x'.repeat(500));
    expect(body).toContain("'=1+1");
    expect(body.split('\r\n')).toHaveLength(3);
    const json = JSON.parse((await app.nest.inject('/audit.json?action=test.hostile')).body);
    expect(json.entries).toEqual([
      expect.objectContaining({
        actorName: HOSTILE,
        details: { before: { name: HOSTILE }, after: { name: 'x'.repeat(500) } },
      }),
    ]);
  });

  it('says who took it, with what filter', async () => {
    const { cookie, account, email } = await signIn(database.db, { role: 'administrator' });
    const url = '/audit.csv?action=test.hostile&from=2017-07-01&before=1&lang=fr';
    await app.asStranger({ url, remoteAddress: '192.0.2.8', headers: { cookie } });
    expect((await rowsOf('audit.exported'))[0]).toMatchObject({
      actorKind: 'person',
      actor: account,
      actorName: email,
      address: '192.0.2.8',
      details: { format: 'csv', action: 'test.hostile', from: '2017-07-01' },
    });
  });

  it('holds back whoever takes it too often', async () => {
    const { cookie } = await signIn(database.db, { role: 'administrator' });
    const take = async () =>
      (await app.asStranger({ url: '/audit.json?action=test.none', headers: { cookie } })).statusCode;
    for (let times = 0; times < 20; times += 1) expect(await take()).toBe(200);
    expect(await take()).toBe(429);
  });

  it.each(LANGUAGES)('is whole in %s', async (lang) => {
    const { statusCode, body } = await app.nest.inject(`/audit?lang=${lang}`);
    expect(statusCode).toBe(200);
    expect(body).toContain(`<html lang="${lang}">`);
    expect(body).not.toMatch(/undefined|\[object/);
  });

  it('comes back with a backup, and says that one was put back', async () => {
    const target = await engine.openSeeded();
    const bytes = await takeBackup(database.db, NOW);
    const before = await readAudit(database.db, {}, 100_000);
    const at = new Date('2017-08-01T00:00:00Z');
    await restoreBackup(target.db, await openArchive(bytes), {
      actor: { kind: 'command', name: 'command line' },
      at,
    });
    const [restored, ...kept] = await readAudit(target.db, {}, 100_000);
    expect(kept).toEqual(before);
    expect(restored).toMatchObject({
      action: 'backup.restored',
      at,
      actorKind: 'command',
      actorName: 'command line',
      details: { takenAt: NOW.toISOString(), rows: expect.any(Number) },
    });
    // Nobody is signed in by it, and it is as append-only as it was.
    expect(await target.db.select().from(sessions)).toEqual([]);
    expect((await target.db.select().from(accounts)).length).toBeGreaterThan(0);
    await expect(target.db.execute(sql`DELETE FROM audit`)).rejects.toThrow();
    await target.close();
  });
});
