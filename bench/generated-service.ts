import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mandate } from '../src/access/index.ts';
import { Secret } from '../src/platform/config/secret.ts';
import { openDatabase } from '../src/platform/database/database.ts';
import { makeToken } from '../test/support/app.ts';
import { startService } from '../test/support/service.ts';
import { type Generated, withGenerated } from './generated.ts';

/** A service in a process of its own, on a generated portfolio. */
export interface GeneratedService {
  readonly made: Generated;
  readonly pid: number;
  /** Asks as a manager's program. */
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
}

/** Of the portfolio that `BENCH_SIZES` asks for first; a thousand times ten without it. */
const RESULTS = Number((process.env.BENCH_SIZES ?? '10000').split(',')[0]);

/** Runs `work` with a service on a Postgres database of its own (`withGenerated`). */
export function withGeneratedService<T>(
  work: (service: GeneratedService) => Promise<T>,
  mandate: Pick<Mandate, 'role'> & Partial<Mandate> = { role: 'manager' },
): Promise<T> {
  return withGenerated(RESULTS, async (made) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'attest-bench-service-'));
    const token = await tokenIn(made.url, mandate);
    const service = await startService({
      DATABASE_URL: made.url,
      DATA_DIR: dataDir,
      REPORT_TIME_ZONE: 'UTC',
      LOG_LEVEL: 'error',
    });
    const get: GeneratedService['get'] = (path, headers = {}) =>
      fetch(`${service.address}${path}`, { headers: { authorization: `Bearer ${token}`, ...headers } });
    try {
      return await work({ made, pid: service.pid, get });
    } finally {
      await service.stop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
}

async function tokenIn(
  databaseUrl: string,
  mandate: Pick<Mandate, 'role'> & Partial<Mandate>,
): Promise<string> {
  const database = await openDatabase({ databaseUrl: new Secret(databaseUrl), dataDir: '' });
  try {
    return await makeToken(database.db, mandate);
  } finally {
    await database.close();
  }
}
