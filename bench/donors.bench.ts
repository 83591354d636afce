import postgres from 'postgres';
import { previousMonth } from '../src/core/period.ts';
import { LANGUAGES } from '../src/core/text.ts';
import { readPdf } from '../test/support/pdf.ts';
import { type Aftermath, type Edition, faultsOf, runStorm } from '../test/support/storm/delivery-storm.ts';
import { scaleOf } from './generated/words.ts';
import { type Generated, withCopy, withScale } from './generated.ts';
import { memoryOf, processTree } from './processes.ts';
import type { BenchRow } from './render.bench.ts';

export const name = 'donors';

const RESULTS = 10_000;
const DONORS = 200;
/** Some donors fund nothing: of these at least two hundred do. */
const SCALE = { ...scaleOf(RESULTS), programs: 4_000, donors: 260 };
const EVERY = 50;

/**
 * The summaries of two hundred donors fall due at once, each to its donor, in four languages in turn, with one worker.
 * Each PDF that arrives is read back: it must be titled with its own donor, bear the hash of its own figures on every
 * page, and name none of the other donors. Memory of Node and of the browser after each fifty.
 *
 * @throws Error where one has another's name or figures
 */
export function run(): Promise<readonly BenchRow[]> {
  return withScale(SCALE, `attest_bench_donors_${DONORS}`, (made) => withCopy(made, summaries));
}

async function summaries({ url }: Generated): Promise<readonly BenchRow[]> {
  const month = new Date().toISOString().slice(0, 7);
  const memory: BenchRow[] = [];
  let next = EVERY;
  const storm = {
    url,
    says: `${month}-01T12:00:00Z`,
    period: previousMonth(`${month}-01`).key,
    editions: (await fundersOf(url)).map(
      (donor, at): Edition => ({
        report: 'donor-funding-summary',
        pillar: null,
        country: null,
        donor,
        lang: LANGUAGES[at % LANGUAGES.length] ?? 'en',
        paper: 'a4',
      }),
    ),
    deliveries: DONORS,
    workers: 1,
    kills: 0,
    deafMinutes: 0,
    times: 1,
    seed: 1,
    isCalm: true,
    keepsFiles: true,
    watch: (pids: readonly number[], taken: number) => {
      if (taken < next) return;
      const [node, ...browser] = processTree(pids[0] ?? 0);
      memory.push({ what: `Node after ${next}`, value: megabytes([node ?? 0]), unit: 'MB' });
      memory.push({ what: `browser after ${next}`, value: megabytes(browser), unit: 'MB' });
      next += EVERY;
    },
  };
  const seen = await runStorm(storm);
  const faults = [...faultsOf(seen, storm), ...(await faultsOfFiles(seen, url))];
  for (const fault of faults) console.error(fault);
  return [
    { what: 'summaries, each of its own donor', value: seen.taken.length, unit: '' },
    { what: 'all of it', value: Math.round(seen.seconds), unit: 's' },
    ...memory,
    { what: 'processes left behind', value: seen.orphans, unit: '', limit: 0 },
    { what: 'faults', value: faults.length, unit: '', limit: 0 },
  ];
}

/** So many donors that fund a programme. @throws Error where there are fewer */
async function fundersOf(url: string): Promise<readonly string[]> {
  const client = postgres(url, { max: 1 });
  const found = await client<{ donor: string }[]>`
    SELECT DISTINCT organisation AS donor FROM program_organisations WHERE role = 'funding' ORDER BY 1 LIMIT ${DONORS}`;
  await client.end();
  if (found.length < DONORS) throw new Error(`Only ${found.length} donors fund something.`);
  return found.map(({ donor }) => donor);
}

interface Issued {
  readonly donor: string;
  readonly name: string;
  readonly hash: string;
}

async function faultsOfFiles({ turns, taken }: Aftermath, url: string): Promise<readonly string[]> {
  const client = postgres(url, { max: 1 });
  const issued = await client<Issued[]>`
    SELECT i.donor, o.name ->> 'en' AS name, i.hash FROM issues i JOIN organisations o ON o.code = i.donor`;
  await client.end();
  const faults: string[] = [];
  if (new Set(issued.map(({ hash }) => hash)).size !== DONORS)
    faults.push('Two donors have the same figures.');
  for (const { to, file } of taken) {
    const donor = turns.find(({ recipient }) => recipient === to)?.donor;
    const own = issued.find((issue) => issue.donor === donor);
    if (own === undefined || file === null)
      faults.push(`${to} has no file, or no report is made for ${donor}.`);
    else faults.push(...(await faultsOfFile(file, own, issued)).map((fault) => `${to}: ${fault}`));
  }
  return faults;
}

async function faultsOfFile(
  file: Uint8Array,
  own: Issued,
  all: readonly Issued[],
): Promise<readonly string[]> {
  const pdf = await readPdf(file);
  const bare = (text: string) => text.replaceAll(/[\s\u2068\u2069]/g, '');
  const named = new Set(pdf.pages.flatMap(({ text }) => text.match(/Donor \d+/g) ?? []));
  const others = all.filter(({ name }) => name !== own.name && named.has(name)).map(({ name }) => name);
  const issue = own.hash.slice(0, 8);
  return [
    // "Donor funding summary: Donor 208, October 2026"
    ...(bare(pdf.title).includes(`:${bare(own.name)},`)
      ? []
      : [`It is titled "${pdf.title}", and not of ${own.name}.`]),
    ...(others.length === 0 ? [] : [`It names ${others.join(', ')} beside ${own.name}.`]),
    ...(pdf.pages.every(({ furniture }) => bare(furniture).includes(issue))
      ? []
      : [`It does not bear ${issue} on every page.`]),
  ];
}

function megabytes(pids: readonly number[]): number {
  return Math.round(memoryOf(pids) / 1e6);
}
