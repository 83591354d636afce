import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../src/app.ts';
import { importKinds } from '../src/imports.ts';
import { systemClock } from '../src/platform/clock/clock.ts';
import { readConfig } from '../src/platform/config/config.ts';
import { ROOT } from '../src/platform/config/root.ts';
import { createLogger } from '../src/platform/logging/logger.ts';
import { seedIfUntouched } from '../src/platform/seeding/seed.use-case.ts';
import { Reports } from '../src/reporting/index.ts';

/** The managers' monthly of the reference portfolio. */
export const PORTFOLIO = { report: 'portfolio', period: '2017-06' } as const;

/** Runs `work` with the reports of the reference portfolio, in an embedded database of their own. */
export async function withReports<T>(work: (reports: Reports) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'attest-bench-'));
  const app = await createApp({
    config: readConfig({ DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent' }, dataDir),
    clock: systemClock,
    logger: createLogger('silent'),
  });
  try {
    await seedIfUntouched(app.database.db, importKinds, join(ROOT, 'seeds'), systemClock.now());
    return await work(app.nest.get(Reports));
  } finally {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
