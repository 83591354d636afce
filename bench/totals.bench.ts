import { loadavg } from 'node:os';
import { EVERYTHING } from '../src/access/index.ts';
import { FactsRepository } from '../src/analytics/facts.repository.ts';
import { type Dimension, type TotalsQuery, totals } from '../src/core/aggregate.ts';
import { compareCodes } from '../src/core/text.ts';
import { Secret } from '../src/platform/config/secret.ts';
import { openDatabase } from '../src/platform/database/database.ts';
import { indicatorsOf, scaleOf } from './generated/words.ts';
import { type Generated, withGenerated } from './generated.ts';
import type { BenchRow } from './render.bench.ts';
import type { AnswerRow, Contender, Enter } from './totals/contender.ts';
import { duckDb } from './totals/duckdb.ts';
import { kept } from './totals/kept.ts';
import { liveSql } from './totals/live-sql.ts';
import { type Round, roundsOf } from './totals/questions.ts';

export const name = 'totals';

/** Who answers, by the names of which `BENCH_CONTENDERS` takes some. */
const CONTENDERS: Readonly<Record<string, Enter>> = { kept, sql: liveSql, duckdb: duckDb };
const ASKED = process.env.BENCH_CONTENDERS?.split(',') ?? Object.keys(CONTENDERS);

/** Results; others by `BENCH_SIZES`, with commas between them. */
const SIZES = (process.env.BENCH_SIZES ?? '10000,1000000').split(',').map(Number);

/** Up to so many results all facts fit into memory in a moment, and what they say is the law. */
const CHECKED_BY_CORE = 10_000;

/**
 * How long totals take on a generated portfolio, each contender alone on the machine's part: of the leading indicator,
 * which has a fifth of all results, and of the smallest that is summed. Whoever answers otherwise than the others, or than
 * `core`, breaks the run off.
 */
export async function run(): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const size of SIZES) rows.push(...(await withGenerated(size, measure)));
  return rows;
}

async function measure(database: Generated): Promise<readonly BenchRow[]> {
  const label = `${database.results} results`;
  const rows: BenchRow[] = [];
  const tell = (what: string, value: number, unit: string) =>
    rows.push({ what: `${label}, ${what}`, value: Math.round(value * 100) / 100, unit });
  for (const [what, count] of Object.entries(database.counts)) tell(what, count, 'rows');
  if (database.seconds !== null) tell('made in', database.seconds, 's');
  tell('the whole database on disk', database.bytes / 1e6, 'MB');
  let known = database.results > CHECKED_BY_CORE ? null : await answersOfCore(database);
  for (const who of ASKED) {
    const enter = CONTENDERS[who];
    if (enter === undefined)
      throw new Error(`Nobody is called ${who}: ${Object.keys(CONTENDERS).join(', ')}.`);
    const start = performance.now();
    const contender = await enter(database);
    tell(`${contender.name}: made ready in`, (performance.now() - start) / 1000, 's');
    tell(`${contender.name}: its own on disk`, contender.ownBytes / 1e6, 'MB');
    const given: string[] = [];
    for (const { of, rounds } of asked(database)) {
      for (const { name: round, questions } of rounds) {
        console.error(`${label}: ${contender.name}, ${of}, ${round} ...`);
        const { answers, times } = await ask(contender, questions);
        given.push(...answers);
        const all = times.map(({ ms }) => ms);
        tell(`${contender.name}, ${of}, ${round}: median`, quantile(all, 0.5), 'ms');
        tell(`${contender.name}, ${of}, ${round}: 99th percentile`, quantile(all, 0.99), 'ms');
        for (const [by, some] of Map.groupBy(times, (time) => time.by)) {
          const median = quantile(
            some.map(({ ms }) => ms),
            0.5,
          );
          tell(`${contender.name}, ${of}, ${round}, by ${by}: median`, median, 'ms');
        }
      }
    }
    await contender.close();
    known ??= given;
    refuseOtherAnswers(contender.name, given, known);
  }
  const [load = 0] = loadavg();
  tell('processes that ran or waited in the last minute', load, 'load');
  return rows;
}

/** Questions of the largest and the smallest indicator that are summed. */
function asked({
  results,
}: Generated): readonly { readonly of: string; readonly rounds: readonly Round[] }[] {
  const scale = scaleOf(results);
  const summed = indicatorsOf(scale).filter(
    ({ measure, combineTime, combinePlace }) =>
      measure === 'count' && combineTime === 'sum' && combinePlace === 'sum',
  );
  return [
    { of: 'leading indicator', rounds: roundsOf(summed[0]?.code ?? '', scale) },
    { of: 'smallest indicator', rounds: roundsOf(summed.at(-1)?.code ?? '', scale) },
  ];
}

/** Each question once, after some that are not measured. */
async function ask(contender: Contender, questions: readonly TotalsQuery[]) {
  const times: { readonly by: Dimension; readonly ms: number }[] = [];
  const answers: string[] = [];
  for (const question of questions.slice(0, WARM_UP)) await contender.answer(question);
  for (const question of questions) {
    const start = performance.now();
    const answer = await contender.answer(question);
    times.push({ by: question.by, ms: performance.now() - start });
    answers.push(written(question, answer));
  }
  return { answers, times };
}

/** One by each dimension. */
const WARM_UP = 5;

async function answersOfCore(database: Generated): Promise<string[]> {
  const handle = await openDatabase({ databaseUrl: new Secret(database.url), dataDir: '' });
  const { facts } = await new FactsRepository(handle.db).read(EVERYTHING);
  await handle.close();
  return asked(database).flatMap(({ rounds }) =>
    rounds.flatMap(({ questions }) =>
      questions.map((question) =>
        written(
          question,
          totals(facts, question).rows.map(({ key, value, exact, undated, resultCount }) => ({
            key,
            value: Number(value),
            exact: Number(exact),
            undated: Number(undated),
            resultCount,
          })),
        ),
      ),
    ),
  );
}

function written(question: TotalsQuery, rows: readonly AnswerRow[]): string {
  const ordered = rows.toSorted((one, other) => compareCodes(one.key, other.key));
  return JSON.stringify([
    question,
    ordered.map((row) => [row.key, row.value, row.exact, row.undated, row.resultCount]),
  ]);
}

function refuseOtherAnswers(who: string, given: readonly string[], known: readonly string[]): void {
  const at = known.findIndex((answer, position) => answer !== given[position]);
  if (at !== -1) throw new Error(`${who} answers ${given[at]}; others ${known[at]}.`);
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN;
}
