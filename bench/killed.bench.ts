import { previousMonth } from '../src/core/period.ts';
import { LANGUAGES } from '../src/core/text.ts';
import { type Edition, faultsOf } from '../test/support/storm/delivery-storm.ts';
import { runEmbeddedStorm } from '../test/support/storm/embedded-storm.ts';
import type { BenchRow } from './render.bench.ts';
import { count, stormRows } from './storm-rows.ts';

export const name = 'killed';

const DELIVERIES = 160;
const KILLS = 50;
/** Other numbers kill at other moments: a storm that found a fault is run again by its own. */
const SEED = Number(process.env.BENCH_SEED ?? '1');

/**
 * A hundred and sixty e-mails of eight editions from the one process of an embedded database, which is killed (SIGKILL)
 * fifty times, most often while it hands one over, to a mail server that refuses, breaks off and is slow. What is wrong in
 * the end is printed, and counted: the limit is none.
 */
export async function run(): Promise<readonly BenchRow[]> {
  const month = new Date().toISOString().slice(0, 7);
  const storm = {
    says: `${month}-01T12:00:00Z`,
    period: previousMonth(`${month}-01`).key,
    editions: LANGUAGES.flatMap((lang) =>
      (['a4', 'letter'] as const).map(
        (paper): Edition => ({ report: 'portfolio', pillar: null, country: null, donor: null, lang, paper }),
      ),
    ),
    deliveries: DELIVERIES,
    kills: KILLS,
    times: 60,
    seed: SEED,
  };
  const seen = await runEmbeddedStorm(storm);
  return stormRows(seen, faultsOf(seen, storm), [
    count('killed', storm.kills),
    count('of them with an e-mail in hand', seen.killedAtWork),
  ]);
}
