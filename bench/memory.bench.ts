import { setTimeout as pause } from 'node:timers/promises';
import { LANGUAGES } from '../src/core/text.ts';
import { beside } from './blocked.bench.ts';
import { countriesOf, donorsOf, scaleOf } from './generated/words.ts';
import { type GeneratedService, RESULTS, taken, withGeneratedService } from './generated-service.ts';
import { megabytesOf } from './processes.ts';
import type { BenchRow } from './render.bench.ts';

export const name = 'memory';

/** Whole lists, as their pages offer them. */
const EXPORTS: Readonly<Record<string, string>> = {
  'all transactions as CSV': '/transactions.csv',
  'all results as CSV': '/results.csv',
  'all results as JSON': '/results.json',
};

const MOST_MB = 450;
const MOST_OVER_IDLE_MB = 100;
const MOST_FIRST_BYTE_MS = 1_000;
const EVERY_MS = 50;

/**
 * What Node holds of a generated portfolio: when it has started, after pages in all languages, and twice over each whole
 * list that can be taken away, with the first byte and the most that it held meanwhile.
 */
export function run(): Promise<readonly BenchRow[]> {
  return withGeneratedService(async (service) => {
    const rows: BenchRow[] = [
      { what: 'Node when it has started', value: megabytesOf(service.pid), unit: 'MB' },
    ];
    const { exports: exported, idle } = await allExports(service);
    rows.push({ what: 'Node after lists and totals', value: idle, unit: 'MB' }, ...exported);
    for (const round of [1, 2]) {
      for (const path of pages()) await taken(service, path);
      await pause(1_000);
      rows.push({
        what: `Node after ${pages().length} pages, round ${round}`,
        value: megabytesOf(service.pid),
        unit: 'MB',
        limit: MOST_MB,
      });
    }
    return rows;
  });
}

function pages(): readonly string[] {
  const scale = scaleOf(RESULTS);
  const some = [
    '/',
    '/programs',
    '/results',
    '/transactions',
    ...donorsOf(scale)
      .slice(1, 4)
      .map((code) => `/donors/${code}`),
    ...countriesOf(scale)
      .slice(1, 4)
      .map((code) => `/countries/${code}`),
  ];
  return some.flatMap((path) => LANGUAGES.map((lang) => `${path}?lang=${lang}`));
}

/** Before pages have made the process large: what an export needs is over what a process needs that does little. */
async function allExports(service: GeneratedService) {
  await taken(service, '/results');
  await taken(service, '/transactions');
  await pause(2_000);
  const idle = megabytesOf(service.pid);
  const rows: BenchRow[] = [];
  for (const [what, path] of Object.entries(EXPORTS)) {
    for (const time of ['first', 'again']) {
      let most = 0;
      const watch = setInterval(() => {
        most = Math.max(most, megabytesOf(service.pid));
      }, EVERY_MS);
      let answer: Awaited<ReturnType<typeof taken>> | undefined;
      const { took, slowest } = await beside(service, async () => {
        answer = await taken(service, path);
      });
      clearInterval(watch);
      rows.push(
        { what: `${what}, ${time}: size`, value: Math.round((answer?.bytes ?? 0) / 1e6), unit: 'MB' },
        {
          what: `${what}, ${time}: first byte`,
          value: Math.round(answer?.firstMs ?? 0),
          unit: 'ms',
          limit: MOST_FIRST_BYTE_MS,
        },
        { what: `${what}, ${time}: time`, value: Math.round(took / 100) / 10, unit: 's' },
        {
          what: `${what}, ${time}: most over idle`,
          value: most - idle,
          unit: 'MB',
          limit: MOST_OVER_IDLE_MB,
        },
        { what: `${what}, ${time}: slowest /healthz`, value: slowest, unit: 'ms' },
      );
    }
  }
  return { idle, exports: rows };
}
