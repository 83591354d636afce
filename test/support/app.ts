import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '../../src/app.ts';
import type { Clock } from '../../src/platform/clock/clock.ts';
import { type Config, readConfig } from '../../src/platform/config/config.ts';
import type { DatabaseHandle } from '../../src/platform/database/database.ts';
import { createLogger } from '../../src/platform/logging/logger.ts';

/** The end of the reference portfolio's last month. */
export const testClock: Clock = { now: () => new Date('2017-07-01T12:00:00Z') };

export interface TestApp extends App {
  readonly config: Config;
  /** Every entry of the log so far. */
  readonly log: readonly Record<string, unknown>[];
}

export interface TestAppOptions {
  /** Settings beside DATA_DIR, which is a folder of the test's own. */
  readonly env?: Readonly<Record<string, string>>;
  readonly clock?: Clock;
  /** An open one, which the application closes; otherwise an empty embedded one in its own folder. */
  readonly database?: DatabaseHandle;
}

/**
 * The whole application as `npm start` makes it. `app.nest.inject('/…')` asks it without a socket;
 * `app.nest.listen(0, '127.0.0.1')` opens one. `close()` leaves nothing behind.
 */
export async function startApp({
  env = {},
  clock = testClock,
  database,
}: TestAppOptions = {}): Promise<TestApp> {
  const dataDir = mkdtempSync(join(tmpdir(), 'attest-app-'));
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  const log: Record<string, unknown>[] = [];
  const logger = createLogger('debug', { write: (line: string) => log.push(JSON.parse(line)) });
  try {
    const config = readConfig({ DATA_DIR: dataDir, PORT: '0', ...env }, dataDir);
    const app = await createApp({ config, clock, logger, ...(database ? { database } : {}) });
    const close = async () => {
      await app.close();
      remove();
    };
    return { ...app, config, log, close };
  } catch (error) {
    remove();
    throw error;
  }
}
