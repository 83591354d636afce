import { sql } from 'drizzle-orm';
import { changeSettings, isMoneyRecorded, readReportingCurrency } from '../../src/access/index.ts';
import { openDatabase, type Transaction } from '../../src/platform/database/database.ts';
import { lockPortfolio } from '../../src/platform/database/revision.repository.ts';
import { rowsOf } from '../../src/platform/database/rows.ts';
import { onPostgres } from '../support/database.ts';
import { importCsv, NOW } from '../support/import.ts';

const BY = { actor: { kind: 'command' }, at: NOW } as const;
const RATE = 'currency,date,rate,source\nEUR,2017-05-31,1.12,ECB\n';

onPostgres('a currency and a first rate at once', (empty) => {
  it('do not slip past each other: the currency waits for the rate, and is refused', async () => {
    const handle = await openDatabase({ databaseUrl: await empty(), dataDir: '' });
    const { db } = handle;
    let choosing: Promise<unknown> | undefined;
    await db.transaction(async (tx) => {
      await lockPortfolio(tx);
      choosing = db
        .transaction((other) => changeSettings(other, { reportingCurrency: 'JPY' }, BY))
        .catch((error: unknown) => error);
      await someoneWaits(tx);
      await importCsv(tx, 'exchange-rates', RATE);
    });
    expect(await choosing).toMatchObject({
      cause: { constraint_name: 'settings_currency_is_chosen_before_money' },
    });
    expect(await readReportingCurrency(db)).toBe('USD');
    await handle.close();
  });

  it('the rate waits for the currency, and is held against it', async () => {
    const handle = await openDatabase({ databaseUrl: await empty(), dataDir: '' });
    const { db } = handle;
    let importing: ReturnType<typeof importCsv> | undefined;
    await db.transaction(async (tx) => {
      await lockPortfolio(tx);
      importing = importCsv(db, 'exchange-rates', RATE);
      await someoneWaits(tx);
      await changeSettings(tx, { reportingCurrency: 'EUR' }, BY);
    });
    expect((await importing)?.errors).toMatchObject([{ code: 'RATE.REPORTING_CURRENCY' }]);
    expect(await isMoneyRecorded(db)).toBe(false);
    await handle.close();
  });
});

/** Until another session waits for what this one holds. */
async function someoneWaits(tx: Transaction): Promise<void> {
  const waits = sql`SELECT FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))`;
  while ((await rowsOf(tx, waits)).length === 0);
}
