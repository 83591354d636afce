import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret } from '../src/platform/config/secret.ts';
import { openDatabase } from '../src/platform/database/database.ts';
import { makeToken } from '../test/support/app.ts';
import { startService } from '../test/support/service.ts';
import { type Generated, withGenerated } from './generated.ts';

/** A service in a process of its own, on a generated portfolio. */
export interface GeneratedService {
  readonly made: Generated;
  readonly pid: number;
  readonly address: string;
  /** Of managers' programs. */
  readonly tokens: readonly string[];
  /** Asks as each of the programs in turn: what one may take in ten minutes is little. */
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
}

/** Of the portfolio that `BENCH_SIZES` asks for first; a thousand times ten without it. */
const RESULTS = Number((process.env.BENCH_SIZES ?? '10000').split(',')[0]);

const PROGRAMS = 6;

/** Runs `work` with a service on a Postgres database of its own (`withGenerated`). */
export function withGeneratedService<T>(work: (service: GeneratedService) => Promise<T>): Promise<T> {
  return withGenerated(RESULTS, async (made) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'attest-bench-service-'));
    const tokens = await tokensIn(made.url);
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
      return await work({ made, pid: service.pid, address: service.address, tokens, get });
    } finally {
      await service.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
}

async function tokensIn(databaseUrl: string): Promise<readonly string[]> {
  const database = await openDatabase({ databaseUrl: new Secret(databaseUrl), dataDir: '' });
  try {
    return await Promise.all(
      Array.from({ length: PROGRAMS }, () => makeToken(database.db, { role: 'manager' })),
    );
  } finally {
    await database.close();
  }
}
