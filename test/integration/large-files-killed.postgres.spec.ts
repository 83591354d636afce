import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { largeFiles } from '../../src/entry/large/large-files.table.ts';
import { importBatches } from '../../src/platform/csv/import-batches.table.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { openPostgres } from '../../src/platform/database/postgres.adapter.ts';
import { rowsOf } from '../../src/platform/database/rows.ts';
import { results } from '../../src/results/results.table.ts';
import { onPostgres } from '../support/database.ts';
import { signIn } from '../support/people.ts';
import { type Service, startService } from '../support/service.ts';
import { fill, upload } from './entry.fixture.ts';

/** A restart, and the minute within which a killed worker's queue must go on. */
const PATIENCE_MS = 180_000;
const ROWS = 6_000;
const DAY_MS = 24 * 3_600_000;

/** Of two islands a day each, from 2000 on, each of one person. */
function file(): string {
  const lines = Array.from({ length: ROWS }, (_, index) => {
    const day = new Date(Date.UTC(2000, 0, 1) + Math.floor(index / 2) * DAY_MS).toISOString().slice(0, 10);
    return `TOUR,officials trained,people,actual,${index % 2 === 0 ? 'DM' : 'GD'},${day},${day},1`;
  });
  return `program,indicator,unit,kind,country_or_region,period_start,period_end,value\n${lines.join('\n')}\n`;
}

onPostgres('a worker that is killed while it writes a large file', (empty) => {
  const services: Service[] = [];
  const folders: string[] = [];
  const start = async (env: Readonly<Record<string, string>>): Promise<Service> => {
    const folder = mkdtempSync(join(tmpdir(), 'attest-large-'));
    folders.push(folder);
    const service = await startService({ DATA_DIR: folder, ...env });
    services.push(service);
    return service;
  };
  afterAll(async () => {
    await Promise.all(services.map((service) => service.stop('SIGKILL')));
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    while (!(await holds())) await setTimeout(100);
  };

  it(
    'leaves nothing of it, and another worker writes it once',
    async () => {
      const url = await empty();
      const database = { DATABASE_URL: url.reveal() };
      const web = await start({ ...database, ATTEST_ROLE: 'web' });
      const worker = await start({ ...database, ATTEST_ROLE: 'worker' });
      const { db, close } = await openPostgres(url);
      const now = new Date();
      const officer = await signIn(db, { role: 'officer', programs: ['TOUR'] }, { now });
      const manager = await signIn(db, { role: 'manager' }, { now });
      const before = await db.$count(results);
      const ask = async (cookie: string, path: string, body?: BodyInit, type?: string) => {
        const headers = {
          cookie,
          'accept-language': 'en',
          ...(type !== undefined && { 'content-type': type }),
        };
        return fetch(web.address + path, {
          headers,
          redirect: 'manual',
          ...(body !== undefined && { method: 'POST', body }),
        });
      };
      const press = async (cookie: string, path: string, form: string) => {
        const { action, fields } = fill(await (await ask(cookie, path)).text(), form);
        const answer = await ask(cookie, action, new URLSearchParams(fields as Record<string, string>));
        expect(answer.status).toBe(303);
      };
      const is = async (status: string) => (await stateOf(db)).status === status;

      const { payload, type } = upload({ kind: 'results', decimal: '' }, file(), 'islands.csv');
      const brought = await ask(officer.cookie, '/imports', new Uint8Array(payload), type);
      const path = String(brought.headers.get('location')).split('?')[0] ?? '';
      expect(path).toMatch(/^\/large-files\//);
      await until(() => is('checked'));
      await press(officer.cookie, path, 'submit');

      // Whoever holds the row keeps the worker from ending: all rows are written by then, and nobody else sees them.
      const held = Promise.withResolvers<void>();
      const holding = db.transaction(async (tx) => {
        await until(async () => (await stateOf(db)).attempts === 1);
        await tx.select({ id: largeFiles.id }).from(largeFiles).for('update');
        await held.promise;
      });
      await press(manager.cookie, path, 'approve');
      await until(async () => (await waitingToEnd(db)) > 0);
      await worker.stop('SIGKILL');
      held.resolve();
      await holding;
      expect(await stateOf(db)).toMatchObject({ status: 'approving', attempts: 1, batch: null });
      expect(await db.$count(results)).toBe(before);

      await start({ ...database, ATTEST_ROLE: 'worker' });
      await until(() => is('approved'));
      expect(await db.$count(results)).toBe(before + ROWS);
      expect(await db.$count(importBatches, eq(importBatches.fileName, 'islands.csv'))).toBe(1);
      await close();
    },
    PATIENCE_MS,
  );
});

async function stateOf(db: Database) {
  const [found] = await db.select().from(largeFiles);
  if (found === undefined) throw new Error('There is no large file.');
  return found;
}

/** Who wants to say that the file is approved, and waits for whoever holds it. */
async function waitingToEnd(db: Database): Promise<number> {
  const [found] = await rowsOf<{ count: number }>(
    db,
    sql`SELECT count(*)::int AS count FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'update "large_files" set %"batch"%'`,
  );
  return found?.count ?? 0;
}
