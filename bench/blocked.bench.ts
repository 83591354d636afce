import { setTimeout as wait } from 'node:timers/promises';
import { type GeneratedService, taken, withGeneratedService } from './generated-service.ts';
import type { BenchRow } from './render.bench.ts';

export const name = 'blocked';

/** The most that anybody may wait for a page because somebody else has a report made. */
const MOST_MS = 50;
const EVERY_MS = 5;

/** What takes longest of each kind; the years are those of the generated portfolio. */
const WORK: Readonly<Record<string, string>> = {
  'the portfolio of a year as PDF': '/api/v1/reports/portfolio.pdf?period=2017',
  'the same as a workbook': '/api/v1/reports/portfolio.xlsx?period=2017',
  'the same as CSV': '/api/v1/reports/portfolio.csv?period=2017',
  'the dashboard': '/',
  'all results as CSV': '/results.csv',
  'all transactions as CSV': '/transactions.csv?type=disbursement',
};

/**
 * How long `/healthz`, which asks nothing of anybody, waits at most while the longest work is done, asked every 5 ms from
 * another process: first beside nothing, then beside each piece, each of which has been done once before.
 */
export function run(): Promise<readonly BenchRow[]> {
  return withGeneratedService(async (service) => {
    const rows: BenchRow[] = [];
    for (const path of Object.values(WORK)) await taken(service, path);
    const { slowest } = await beside(service, () => wait(1_000));
    rows.push({ what: 'beside nothing: slowest /healthz', value: slowest, unit: 'ms' });
    for (const [what, path] of Object.entries(WORK)) {
      const seen = await beside(service, () => taken(service, path));
      rows.push(
        { what: `${what}: time`, value: seen.took, unit: 'ms' },
        { what: `${what}: slowest /healthz`, value: seen.slowest, unit: 'ms', limit: MOST_MS },
      );
    }
    return rows;
  });
}

/** What `work` takes, and the slowest `/healthz` meanwhile, in milliseconds. */
export async function beside({ get }: GeneratedService, work: () => Promise<unknown>) {
  let isOver = false;
  let slowest = 0;
  const start = performance.now();
  const asking = (async () => {
    while (!isOver) {
      const asked = performance.now();
      await (await get('/healthz')).arrayBuffer();
      slowest = Math.max(slowest, performance.now() - asked);
      await wait(EVERY_MS);
    }
  })();
  await work();
  const took = performance.now() - start;
  isOver = true;
  await asking;
  return { took: Math.round(took), slowest: Math.round(slowest) };
}
