import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { ROOT } from '../../src/platform/config/root.ts';

const FOLDER = join(ROOT, 'drizzle');
const MIGRATION = /_rates\.sql$/;

/** Amounts as earlier versions converted them, and what the migration makes of them (rule 7). */
it('converts amounts as if all rates had been there before them', async () => {
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
  await db.exec(
    `INSERT INTO programs (code, title, status, start_precision, end_precision) VALUES ('MAR', '{"en": "Maritime"}', 'ongoing', 'none', 'none')`,
  );
  await db.exec(`INSERT INTO exchange_rates VALUES
    ('EUR', '2017-05-31', 1.12, 'ECB'), ('EUR', '2017-06-20', 1.1400, 'ECB'), ('KWD', '2017-05-31', 3.3, 'CBK'),
    ('JPY', '2017-05-31', 0.009, 'BoJ')`);
  const row = (n: number, day: string, minor: number, currency: string, converted: string) =>
    db.exec(
      `INSERT INTO transactions (id, program, type, value_date, amount_minor, currency, converted_minor, rate, rate_date, rate_source)
       VALUES ('00000000-0000-4000-8000-00000000000${n}', 'MAR', 'pledge', '${day}', ${minor}, '${currency}', ${converted})`,
    );
  // Converted before the rate of 20 June came: 10.25 x 1.14 = 11.685, which is 11.69.
  await row(1, '2017-06-29', -1025, 'EUR', `-1148, 1.12, '2017-05-31', 'ECB'`);
  // As it was.
  await row(2, '2017-06-01', 1000, 'EUR', `1120, 1.12, '2017-05-31', 'ECB'`);
  // 367 days after the latest rate.
  await row(3, '2018-06-22', 1000, 'EUR', `1140, 1.1400, '2017-06-20', 'ECB'`);
  // 1.005 dinars x 3.3 = 3.3165 dollars; 150 yen x 0.009 = 1.35 dollars.
  await row(4, '2017-06-01', 1005, 'KWD', 'NULL, NULL, NULL, NULL');
  await row(5, '2017-06-01', 150, 'JPY', 'NULL, NULL, NULL, NULL');
  await row(6, '2010-01-01', 777, 'USD', `777, 1, '2010-01-01', 'identity'`);
  // Ninety million million euros, which at 1.12 dollars are more cents than are counted exactly.
  await row(7, '2017-06-01', 9e15, 'EUR', 'NULL, NULL, NULL, NULL');

  await migrate(files[ours] ?? '');

  const { rows } = await db.query<Record<string, unknown>>(
    `SELECT converted_minor::text AS minor, rate::text, rate_date::text AS day, rate_source AS source FROM transactions ORDER BY id`,
  );
  expect(rows.map(({ minor, rate, day, source }) => [minor, rate, day, source])).toEqual([
    ['-1169', '1.1400', '2017-06-20', 'ECB'],
    ['1120', '1.12', '2017-05-31', 'ECB'],
    [null, null, null, null],
    ['332', '3.3', '2017-05-31', 'CBK'],
    ['135', '0.009', '2017-05-31', 'BoJ'],
    ['777', '1', '2010-01-01', 'identity'],
    [null, null, null, null],
  ]);
  await db.close();
});
