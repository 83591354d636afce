import { sql } from 'drizzle-orm';
import { previousMonth } from '../src/core/period.ts';
import { deliveries, subscriptions } from '../src/delivery/delivery.table.ts';
import { errata } from '../src/delivery/errata/errata.table.ts';
import { FindErrata } from '../src/delivery/errata/find-errata.use-case.ts';
import { Secret } from '../src/platform/config/secret.ts';
import { type Database, openDatabase } from '../src/platform/database/database.ts';
import { Reports } from '../src/reporting/index.ts';
import { issues } from '../src/reporting/issues.table.ts';
import { startApp, type TestApp } from '../test/support/app.ts';
import { correct } from './changes.bench.ts';
import { countriesOf, donorsOf, scaleOf } from './generated/words.ts';
import { withCopy, withGenerated } from './generated.ts';
import { median } from './portfolio.ts';
import type { BenchRow } from './render.bench.ts';

export const name = 'errata';

/** Results; others by `BENCH_SIZES`. */
const RESULTS = Number((process.env.BENCH_SIZES ?? '10000').split(',')[0]);
const MONTHS = 24;
const CORRECTED = 200;
const NOW = new Date('2024-07-02T12:00:00Z');
const SENT = new Date('2024-07-01T06:00:00Z');

/** What is sent each month: the portfolio, and of two donors and two countries. */
function editionsOf() {
  const scale = scaleOf(RESULTS);
  const [donors, countries] = [donorsOf(scale).slice(0, 2), countriesOf(scale).slice(0, 2)];
  const whole = { country: null, donor: null };
  return [
    { report: 'portfolio', ...whole },
    ...donors.map((donor) => ({ report: 'donor-funding-summary', ...whole, donor })),
    ...countries.map((country) => ({ report: 'country-fact-sheet', ...whole, country })),
  ];
}

/**
 * How long it takes to find what has moved in all that was sent in two years, 120 issues of a generated portfolio: where
 * nothing has, and after two hundred results were corrected at once.
 */
export function run(): Promise<readonly BenchRow[]> {
  return withGenerated(RESULTS, (made) =>
    withCopy(made, async ({ url }) => {
      const app = await startApp({
        database: await openDatabase({ databaseUrl: new Secret(url), dataDir: '' }),
        clock: { now: () => NOW },
        env: { REPORT_TIME_ZONE: 'UTC' },
      });
      try {
        return await measure(app);
      } finally {
        await app.close();
      }
    }),
  );
}

async function measure(app: TestApp): Promise<readonly BenchRow[]> {
  const { db } = app.database;
  await db.delete(subscriptions);
  const sent = await send(app, db);
  const rows: BenchRow[] = [];
  const tell = (what: string, value: number, unit: string) =>
    rows.push({ what: `${RESULTS} results: ${what}`, value: Math.round(value), unit });
  tell('issues that were sent', sent, 'issues');
  for (const what of ['nothing moved', `${CORRECTED} results corrected`]) {
    if (what !== 'nothing moved') await correct(db, CORRECTED, NOW);
    // Each movement of the record has all of them looked at.
    else await db.execute(sql`UPDATE revision SET number = number + 1`);
    const finder = app.nest.get(FindErrata, { strict: false });
    const took: number[] = [];
    for (let looked = 1; looked > 0; ) {
      const start = performance.now();
      looked = await finder.run();
      if (looked > 0) took.push((performance.now() - start) / looked);
    }
    tell(`${what}, an issue looked at, median`, median(took), 'ms');
    tell(`${what}, turns of a minute until all were`, took.length, 'turns');
    tell(`${what}, proposed`, (await db.select({ id: errata.id }).from(errata)).length, 'errata');
  }
  return rows;
}

/** As if they had been sent: an issue of each edition and month, without its files. @returns how many */
async function send(app: TestApp, db: Database): Promise<number> {
  const reports = app.nest.get(Reports, { strict: false });
  let period = '2024-07';
  let sent = 0;
  for (let month = 0; month < MONTHS; month += 1) {
    period = previousMonth(`${period}-01`).key;
    for (const { report, country, donor } of editionsOf()) {
      const asked = {
        report,
        period,
        lang: 'en',
        paper: 'a4',
        country: country ?? undefined,
        donor: donor ?? undefined,
      };
      const { snapshot, hash, revision, title, order } = await reports.sample(asked);
      const [issue] = await db
        .insert(issues)
        .values({
          ...{ report, period, country, donor, lang: 'en', paper: 'a4', origin: 'schedule', madeFor: donor },
          ...{ cutOff: order.cutOff, revision, known: null, title, headlines: [], snapshot, hash },
          ...{ pdf: new Uint8Array([1]), pages: 1, createdAt: SENT },
        })
        .returning({ id: issues.id });
      const email = `${report}-${country ?? donor ?? 'all'}@example.org`;
      const [known] = await db
        .insert(subscriptions)
        .values({ email, name: email, report, country, donor, lang: 'en', paper: 'a4', since: SENT })
        .onConflictDoNothing()
        .returning({ id: subscriptions.id });
      const [standing] =
        known === undefined
          ? await db
              .select({ id: subscriptions.id })
              .from(subscriptions)
              .where(sql`${subscriptions.email} = ${email}`)
          : [known];
      await db.insert(deliveries).values({
        ...{ subscription: standing?.id ?? '', period, issue: issue?.id, recipient: email, status: 'sent' },
        ...{ attempts: 1, messageId: `${email}-${period}`, sentAt: SENT, createdAt: SENT },
      });
      sent += 1;
    }
  }
  return sent;
}
