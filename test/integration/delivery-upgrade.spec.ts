import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { ROOT } from '../../src/platform/config/root.ts';

const FOLDER = join(ROOT, 'drizzle');
const MIGRATION = /_delivery_retries\.sql$/;

/** A ledger as earlier versions left it, and what the migration makes of it. */
it('carries a ledger over: the latest month’s open rows are tried once more, older ones wait', async () => {
  const db = await PGlite.create();
  const migrate = async (file: string) => {
    for (const statement of readFileSync(join(FOLDER, file), 'utf8').split('--> statement-breakpoint')) {
      await db.exec(statement);
    }
  };
  const files = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.sql'))
    .sort();
  const ours = files.findIndex((file) => MIGRATION.test(file));
  for (const file of files.slice(0, ours)) await migrate(file);
  const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
  for (const n of [1, 2, 3]) {
    await db.exec(
      `INSERT INTO subscriptions (id, email, name, report, lang, paper) VALUES ('${id(n)}', 'reader-${n}@example.org', 'x', 'portfolio', 'en', 'a4')`,
    );
  }
  const row = (n: number, period: string, status: string, error: string | null) =>
    db.exec(
      `INSERT INTO deliveries (subscription, period, recipient, status, error, created_at) VALUES ('${id(n)}', '${period}', 'r@example.org', '${status}', ${error === null ? 'NULL' : `'${error}'`}, '${period}-28T10:00:00Z')`,
    );
  await row(1, '2017-05', 'failed', '451 later');
  await row(2, '2017-05', 'pending', null);
  await row(1, '2017-06', 'failed', 'connection closed');
  await row(2, '2017-06', 'pending', null);
  const audited = async () =>
    (await db.query<{ n: number }>('SELECT count(*)::int AS n FROM audit')).rows[0]?.n;
  const before = await audited();

  await migrate(files[ours] ?? '');

  const { rows } = await db.query(
    'SELECT period, status, next_attempt_at IS NOT NULL AS due FROM deliveries ORDER BY period, status',
  );
  expect(rows).toEqual([
    { period: '2017-05', status: 'failed', due: false },
    { period: '2017-05', status: 'pending', due: false },
    { period: '2017-06', status: 'failed', due: true },
    { period: '2017-06', status: 'pending', due: true },
  ]);
  const since = await db.query(
    `SELECT email, since = '2017-06-28T10:00:00Z' AS last, since > now() - interval '1 hour' AS new FROM subscriptions ORDER BY email`,
  );
  expect(since.rows).toEqual([
    { email: 'reader-1@example.org', last: true, new: false },
    { email: 'reader-2@example.org', last: true, new: false },
    { email: 'reader-3@example.org', last: false, new: true },
  ]);
  // Nobody changed a subscription.
  expect(await audited()).toBe(before);
  await db.close();
});
