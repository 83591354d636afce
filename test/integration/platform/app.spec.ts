import { JobQueue } from '../../../src/platform/jobs/job-queue.ts';
import { Shutdown } from '../../../src/platform/lifecycle/shutdown.ts';
import { Mailer } from '../../../src/platform/mailer/mailer.ts';
import { startApp } from '../../support/app.ts';
import { eachEngine } from '../../support/database.ts';

eachEngine('the application', (engine) => {
  it('is alive, ready and measured', async () => {
    const app = await startApp({ database: await engine.open() });
    expect((await app.nest.inject('/healthz')).json()).toEqual({ status: 'ok' });
    const ready = await app.nest.inject('/readyz');
    expect(ready.json()).toMatchObject({
      ready: true,
      checks: { database: { ok: true }, jobs: { ok: true }, mail: { ok: true }, disk: { ok: true } },
    });
    expect(ready.statusCode).toBe(200);
    const metrics = await app.nest.inject('/metrics');
    expect(metrics.headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(metrics.body).toContain('attest_process_resident_memory_bytes ');
    await app.close();
  });

  it('is not ready while a part that it leans on is down, and names it', async () => {
    const app = await startApp({
      database: await engine.open(),
      env: { SMTP_URL: 'smtp://u:hush@127.0.0.1:9' },
    });
    const ready = await app.nest.inject('/readyz');
    expect(ready.statusCode).toBe(503);
    expect(ready.json()).toMatchObject({
      ready: false,
      checks: { database: { ok: true }, mail: { ok: false } },
    });
    expect(ready.json().checks.mail.reason).toContain('127.0.0.1:9');
    expect(ready.body).not.toContain('hush');
    await app.close();
  });

  it('shows only how it is where it is a worker', async () => {
    const env = { ATTEST_ROLE: 'worker', DATABASE_URL: 'postgres://localhost/none' };
    const app = await startApp({ database: await engine.open(), env });
    expect((await app.nest.inject('/healthz')).statusCode).toBe(200);
    for (const url of ['/', '/programs', '/assets/site.css', '/api/v1/totals']) {
      expect((await app.nest.inject({ url, headers: { accept: 'application/json' } })).statusCode).toBe(404);
    }
    await app.close();
  });

  it('closes the jobs before the database, and what was opened last first', async () => {
    const database = await engine.open();
    const closed: string[] = [];
    const app = await startApp({
      database: {
        ...database,
        close: async () => {
          closed.push('database');
          await database.close();
        },
      },
    });
    const jobs = app.nest.get(JobQueue, { strict: false });
    const stop = jobs.stop.bind(jobs);
    jobs.stop = async () => {
      closed.push('jobs');
      await stop();
    };
    app.nest.get(Shutdown).add('A browser', () => {
      closed.push('browser');
    });
    await jobs.work('probe', async () => undefined);
    await app.close();
    expect(closed).toEqual(['browser', 'jobs', 'database']);
  });
});

it('closes what it had opened when it cannot start', async () => {
  const first = await startApp({ database: 'own' });
  const env = { DATA_DIR: first.config.dataDir };
  await expect(startApp({ env, database: 'own' })).rejects.toMatchObject({ code: 'DATABASE.FOLDER_IN_USE' });
  await first.close();
});

it('sends e-mail into its outbox where there is no mail server', async () => {
  const app = await startApp();
  expect(app.nest.get(Mailer, { strict: false }).destination).toBe(`${app.config.dataDir}/outbox`);
  await app.close();
});
