import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret } from '../src/platform/config/secret.ts';
import { openDatabase } from '../src/platform/database/database.ts';
import { makeToken } from '../test/support/app.ts';
import { signIn } from '../test/support/people.ts';
import { startService } from '../test/support/service.ts';
import { type Generated, withGenerated } from './generated.ts';

/** A service in a process of its own, on a generated portfolio. */
export interface GeneratedService {
  readonly made: Generated;
  readonly pid: number;
  readonly address: string;
  /** Of managers' programs. */
  readonly tokens: readonly string[];
  /** Of a manager's browser. */
  readonly cookie: string;
  /** Asks as each of the programs in turn: what one may take in ten minutes is little. */
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
}

/** Of the portfolio that `BENCH_SIZES` asks for first; a thousand times ten without it. */
export const RESULTS = Number((process.env.BENCH_SIZES ?? '10000').split(',')[0]);

const PROGRAMS = 6;

/** Runs `work` with a service on a Postgres database of its own (`withGenerated`). */
export function withGeneratedService<T>(work: (service: GeneratedService) => Promise<T>): Promise<T> {
  return withGenerated(RESULTS, (made) => serviceOn(made, work));
}

/** Runs `work` with a service on a portfolio that is there. */
export async function serviceOn<T>(
  made: Generated,
  work: (service: GeneratedService) => Promise<T>,
): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'attest-bench-service-'));
  const { tokens, cookie } = await readersOf(made.url);
  const service = await startService({
    DATABASE_URL: made.url,
    DATA_DIR: dataDir,
    REPORT_TIME_ZONE: 'UTC',
    LOG_LEVEL: 'error',
  });
  let asked = 0;
  const get: GeneratedService['get'] = (path, headers = {}) => {
    asked += 1;
    const authorization = `Bearer ${tokens[asked % tokens.length]}`;
    return fetch(`${service.address}${path}`, { headers: { authorization, ...headers } });
  };
  try {
    return await work({ made, pid: service.pid, address: service.address, tokens, cookie, get });
  } finally {
    await service.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The whole of an answer; where it began, and where it ended, in milliseconds. @throws Error where it is not 200 */
export async function taken(
  { get }: Pick<GeneratedService, 'get'>,
  path: string,
): Promise<{
  readonly firstMs: number;
  readonly ms: number;
  readonly bytes: number;
  readonly serverMs: number;
}> {
  const start = performance.now();
  const answer = await get(path);
  if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}: ${await answer.text()}`);
  let firstMs = Number.NaN;
  let bytes = 0;
  for await (const chunk of answer.body ?? []) {
    if (bytes === 0) firstMs = performance.now() - start;
    bytes += chunk.length;
  }
  const serverMs = Number(/app;dur=([\d.]+)/.exec(answer.headers.get('server-timing') ?? '')?.[1]);
  return { firstMs, ms: performance.now() - start, bytes, serverMs };
}

/** Tokens and a session of managers, made for this run. */
export async function readersOf(databaseUrl: string): Promise<Pick<GeneratedService, 'tokens' | 'cookie'>> {
  const database = await openDatabase({ databaseUrl: new Secret(databaseUrl), dataDir: '' });
  try {
    const tokens = await Promise.all(
      Array.from({ length: PROGRAMS }, () => makeToken(database.db, { role: 'manager' })),
    );
    const { cookie } = await signIn(database.db, { role: 'manager' }, { now: new Date() });
    return { tokens, cookie };
  } finally {
    await database.close();
  }
}
