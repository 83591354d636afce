import { previousMonth } from '../src/core/period.ts';
import { LANGUAGES } from '../src/core/text.ts';
import { type Edition, faultsOf, runStorm, type Storm } from '../test/support/storm/delivery-storm.ts';
import { countriesOf, donorsOf, PILLARS, scaleOf } from './generated/words.ts';
import { type Generated, withCopy, withGenerated } from './generated.ts';
import { median } from './portfolio.ts';
import type { BenchRow } from './render.bench.ts';
import { count, stormRows } from './storm-rows.ts';

export const name = 'delivery';

const RESULTS = 10_000;
const EDITIONS = 150;

/** Within which a killed worker's job must go on (src/platform/jobs/pg-boss.adapter.ts). */
const HAND_OVER_LIMIT_MS = 60_000;

/** Other numbers kill at other moments: a storm that found a fault is run again by its own. */
const SEED = Number(process.env.BENCH_SEED ?? '1');

/**
 * Five hundred e-mails of 150 editions, three workers on one Postgres, of which one is killed twenty times, and a mail
 * server on this machine that says "later" for an hour of the rehearsal's clock, then refuses, hangs, breaks off and is
 * slow. What is wrong in the end is printed, and counted: the limit is none.
 */
export function run(): Promise<readonly BenchRow[]> {
  return withGenerated(RESULTS, (made) => withCopy(made, storm));
}

async function storm({ url }: Generated): Promise<readonly BenchRow[]> {
  const month = new Date().toISOString().slice(0, 7);
  const given: Storm = {
    url,
    says: `${month}-01T12:00:00Z`,
    period: previousMonth(`${month}-01`).key,
    editions: editionsOf().slice(0, EDITIONS),
    deliveries: 500,
    workers: 3,
    kills: 20,
    deafMinutes: 60,
    times: 60,
    seed: SEED,
  };
  const seen = await runStorm(given);
  return stormRows(seen, faultsOf(seen, given), [
    count('of editions', given.editions.length),
    count('workers killed', seen.killed),
    count('of them with the job', seen.killedAtWork),
    { what: 'hand-over, median', value: Math.round(median(seen.handOverMs)), unit: 'ms' },
    {
      what: 'hand-over, slowest',
      value: Math.round(Math.max(...seen.handOverMs)),
      unit: 'ms',
      limit: HAND_OVER_LIMIT_MS,
    },
    ...[...seen.troubles].map(([trouble, times]) => count(`mail server: ${trouble}`, times)),
  ]);
}

/** Reports of donors, countries and pillars in turn, so that the first of them are of all kinds. */
function editionsOf(): readonly Edition[] {
  const scale = scaleOf(RESULTS);
  const whole = { pillar: null, country: null, donor: null, paper: 'a4' } as const;
  const kinds = LANGUAGES.flatMap((lang) => [
    donorsOf(scale).map((donor) => ({ ...whole, report: 'donor-funding-summary', donor, lang })),
    countriesOf(scale).map((country) => ({ ...whole, report: 'country-fact-sheet', country, lang })),
    PILLARS.map((pillar) => ({ ...whole, report: 'portfolio', pillar, lang })),
  ]);
  const longest = Math.max(...kinds.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) =>
    kinds.flatMap((kind): Edition[] => kind.slice(at, at + 1)),
  ).flat();
}
