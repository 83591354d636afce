import { setTimeout as pause } from 'node:timers/promises';
import { dimensionName } from '../src/analytics/links.ts';
import type { TotalsQuery } from '../src/core/aggregate.ts';
import { indicatorsOf, scaleOf } from './generated/words.ts';
import { type GeneratedService, RESULTS, taken, withGeneratedService } from './generated-service.ts';
import { processorMsOf } from './processes.ts';
import type { BenchRow } from './render.bench.ts';
import { roundsOf } from './totals/questions.ts';

export const name = 'together';

const AT_ONCE = 20;

/**
 * Totals as programs ask for them over HTTP, twenty at a time: each question is asked once, so nothing of its answer is
 * remembered; from the question to the end of the answer. Then the same questions again, which are.
 */
export function run(): Promise<readonly BenchRow[]> {
  return withGeneratedService(async (service) => {
    const summed = indicatorsOf(scaleOf(RESULTS)).filter(
      ({ measure, combineTime, combinePlace }) =>
        measure === 'count' && combineTime === 'sum' && combinePlace === 'sum',
    );
    const rounds = roundsOf(summed[0]?.code ?? '', scaleOf(RESULTS));
    // Opens the portfolio, its connections and its statements; another indicator, so that no answer is remembered.
    const others = roundsOf(summed.at(-1)?.code ?? '', scaleOf(RESULTS));
    for (const { questions } of others) await askAll(service, questions.slice(0, AT_ONCE));
    const rows: BenchRow[] = [];
    for (const { name: round, questions } of rounds) {
      await pause(1_000);
      for (const [when, limits] of [
        ['first', LIMITS[round]],
        ['again', {}],
      ] as const) {
        const before = processorMsOf(service.pid);
        const times = await askAll(service, questions);
        const what = `${RESULTS} results, ${AT_ONCE} at a time, ${round}, ${when}`;
        const each = (processorMsOf(service.pid) - before) / questions.length;
        rows.push(
          { what: `${what}: median`, value: quantile(times, 0.5), unit: 'ms', ...limits.median },
          { what: `${what}: 99th percentile`, value: quantile(times, 0.99), unit: 'ms', ...limits.slowest },
          { what: `${what}: processor time of Node`, value: rounded(each), unit: 'ms' },
        );
      }
    }
    return rows;
  });
}

const LIMITS = {
  'no filter': { median: { limit: 5 }, slowest: { limit: 25 } },
  'one filter': { median: { limit: 5 }, slowest: { limit: 25 } },
  'three filters': { median: { limit: 20 }, slowest: { limit: 80 } },
};

async function askAll(service: GeneratedService, questions: readonly TotalsQuery[]): Promise<number[]> {
  const waiting = questions.map(addressOf);
  const times: number[] = [];
  const asking = async () => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      times.push((await taken(service, path)).ms);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, asking));
  return times;
}

/** By the names that parameters have. */
function addressOf({ indicator, by, filter }: TotalsQuery): string {
  const given = Object.entries({ indicator, by: dimensionName(by), ...filter }).map(([key, value]) => [
    key,
    String(value),
  ]);
  return `/api/v1/totals?${new URLSearchParams(given)}`;
}

function quantile(values: readonly number[], share: number): number {
  return rounded(values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN);
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
