import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import postgres from 'postgres';
import { ROOT } from '../src/platform/config/root.ts';
import { copy, copyOut } from './copy.ts';
import { memoryOf, processTree } from './processes.ts';
import type { BenchRow } from './render.bench.ts';

export const name = 'import';

/** As many rows as the largest organisations bring at once, and what they may cost. */
const ROWS = 100_000;
const MOST_S = 40;
const MOST_MB = 600;

const PROGRAMS = 50;
const INDICATORS = 10;
const PLACES = ['AR', 'BO', 'BR', 'CL', 'CO', 'CR', 'DO', 'EC', 'GT', 'HN'];
const MONTHS = ROWS / PROGRAMS / INDICATORS / PLACES.length;
/** One in so many rows comes a second time as another figure of its own month. */
const TWINS_OF = 20;

const HEADER = 'program,indicator,unit,kind,country_or_region,period_start,period_end,value,breakdown,note';

/**
 * A hundred thousand results through the command on a Postgres of one's own (`TEST_DATABASE_URL`): a first file; the
 * same file with one in twenty rows corrected, which is asked about; the same with the answer that they are the same; and
 * once more. Beside the first, what COPY takes for its rows. Then as many amounts, which one file of rates converts.
 */
export async function run(): Promise<readonly BenchRow[]> {
  const server = process.env.TEST_DATABASE_URL ?? 'postgres://127.0.0.1:5432/postgres';
  const sql = postgres(server, { max: 1, onnotice: () => undefined });
  const database = `attest_bench_import_${process.pid}`;
  const folder = mkdtempSync(join(tmpdir(), 'attest-bench-import-'));
  try {
    await sql.unsafe(`CREATE DATABASE ${database}`);
    const url = new URL(server);
    url.pathname = `/${database}`;
    const file = (name: string, lines: readonly string[]) => {
      writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
      return join(folder, name);
    };
    const importing = (kind: string, path: string, ...options: readonly string[]) =>
      measured(['import', kind, path, ...options], url.href, folder);
    await importing('programs', file('programs.csv', programs()));
    const first = await importing('results', file('first.csv', results(0)));
    const copied = await copiedIn(sql, database, url);
    const asked = await importing('results', file('second.csv', results(TWINS_OF)));
    const same = await importing('results', file('second.csv', results(TWINS_OF)), '--same');
    const again = await importing('results', file('second.csv', results(TWINS_OF)));
    await bringAmounts(url.href);
    const rates = await importing('exchange-rates', file('rates.csv', RATES));
    return [
      ...rows(`${ROWS} new rows`, first, 0),
      { what: `${ROWS} new rows, by COPY into the same tables: time`, value: rounded(copied), unit: 's' },
      {
        what: `${ROWS} new rows: the import against COPY`,
        value: rounded(first.seconds / copied),
        unit: 'times',
      },
      ...rows(`${ROWS / TWINS_OF} twins among them, asked`, asked, 1),
      ...rows(`${ROWS / TWINS_OF} twins, corrected`, same, 0),
      ...rows('the same again', again, 0),
      ...rows(`${ROWS} amounts by one file of rates`, rates, 0),
    ];
  } finally {
    await sql.unsafe(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    await sql.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The least that rows can take: what was imported is taken out of a copy of the database and put back by COPY, with all
 * rules of the tables, as one change. In seconds.
 */
async function copiedIn(admin: postgres.Sql, database: string, url: URL): Promise<number> {
  const name = `${database}_copy`;
  const own = new URL(url);
  own.pathname = `/${name}`;
  await admin`CREATE DATABASE ${admin(name)} TEMPLATE ${admin(database)}`;
  const client = postgres(own.href, { max: 1, onnotice: () => undefined });
  try {
    const tables = [
      await tableOf(client, own.href, 'results'),
      await tableOf(client, own.href, 'result_parts'),
    ];
    await client.begin(async (tx) => {
      await tx`SELECT set_config('attest.restoring', 'yes', true)`;
      await tx`TRUNCATE results, result_parts, evidence`;
    });
    const start = performance.now();
    await client.begin(async (tx) => {
      for (const { chunks, ...table } of tables) await copy(tx, table, chunks);
    });
    return (performance.now() - start) / 1000;
  } finally {
    await client.end();
    await admin`DROP DATABASE ${admin(name)}`;
  }
}

/** A table as COPY writes it, without the revision that its rows came with. */
async function tableOf(client: postgres.Sql, url: string, table: string) {
  const named = await client<{ name: string }[]>`
    SELECT attname AS name FROM pg_attribute
    WHERE attrelid = ${table}::regclass AND attnum > 0 AND NOT attisdropped AND attname <> 'revision' ORDER BY attnum`;
  const columns = named.map(({ name }) => name);
  const chunks: string[] = [];
  const into = new Writable({
    write: (chunk, _, done) => {
      chunks.push(String(chunk));
      done();
    },
  });
  await copyOut(url, (own) => own`COPY ${own(table)} (${own(columns)}) TO STDOUT`, into);
  return { table, columns, chunks };
}

/** As many amounts in euros, none of them converted; how they came is not what is measured. */
async function bringAmounts(databaseUrl: string): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1 });
  await sql`INSERT INTO transactions (program, type, value_date, amount_minor, currency, status, approved_at, approved_by)
    SELECT 'P' || n % ${PROGRAMS}, 'pledge', date '2016-01-15' + (n % 1000)::integer, 100000 + n, 'EUR', 'approved', now(), 'bench'
    FROM generate_series(1, ${ROWS}) AS n`;
  await sql.end();
}

const RATES = [
  'currency,date,rate,source',
  ...[2016, 2017, 2018].flatMap((year) =>
    Array.from({ length: 12 }, (_, month) => {
      const date = `${year}-${String(month + 1).padStart(2, '0')}-01`;
      return `EUR,${date},${(1.05 + month / 100).toFixed(2)},made up`;
    }),
  ),
];

interface Measured {
  readonly exit: number | null;
  readonly seconds: number;
  readonly bytes: number;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

function rows(what: string, { exit, seconds, bytes }: Measured, expected: number): readonly BenchRow[] {
  if (exit !== expected) throw new Error(`${what}: the command ended with ${exit}, not with ${expected}.`);
  return [
    { what: `${what}: time`, value: rounded(seconds), unit: 's', limit: MOST_S },
    { what: `${what}: memory`, value: Math.round(bytes / 1e6), unit: 'MB', limit: MOST_MB },
  ];
}

/** Runs a command in a process of its own, and looks at its memory while it runs. */
function measured(argv: readonly string[], databaseUrl: string, dataDir: string): Promise<Measured> {
  const start = performance.now();
  const child = spawn(process.execPath, ['scripts/cli.ts', ...argv], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: dataDir, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  let bytes = 0;
  const watch = setInterval(() => {
    bytes = Math.max(bytes, memoryOf(processTree(child.pid ?? 0)));
  }, 100);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exit) => {
      clearInterval(watch);
      resolve({ exit, seconds: (performance.now() - start) / 1000, bytes });
    });
  });
}

function programs(): readonly string[] {
  return [
    'code,title,status',
    ...Array.from({ length: PROGRAMS }, (_, program) => `P${program},Programme ${program},ongoing`),
  ];
}

/** Every programme reports every indicator in every place, month by month; one row in `corrected` says one more. */
function results(corrected: number): readonly string[] {
  const lines = [HEADER];
  for (let row = 0; row < ROWS; row += 1) {
    const program = row % PROGRAMS;
    const indicator = Math.floor(row / PROGRAMS) % INDICATORS;
    const place = PLACES[Math.floor(row / PROGRAMS / INDICATORS) % PLACES.length];
    const month = Math.floor(row / PROGRAMS / INDICATORS / PLACES.length) % MONTHS;
    const at = `${2008 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    const more = corrected > 0 && row % corrected === 0 ? 1 : 0;
    const value = 10 + (row % 90) + more;
    lines.push(
      `P${program},indicator ${indicator},people,actual,${place},${at},${at},${value},sex=female:${value - 4};sex=male:4,Workshop`,
    );
  }
  return lines;
}
