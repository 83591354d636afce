import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Mandate } from '../../src/access/index.ts';
import { storeToken } from '../../src/access/principals/api-tokens.repository.ts';
import { digestOf } from '../../src/access/principals/secrets.adapter.ts';
import { type App, createApp } from '../../src/app.ts';
import type { Clock } from '../../src/platform/clock/clock.ts';
import { type Config, readConfig } from '../../src/platform/config/config.ts';
import type { Database, DatabaseHandle } from '../../src/platform/database/database.ts';
import { createLogger } from '../../src/platform/logging/logger.ts';
import { lend } from './lending.ts';
import { prepareFolder } from './prepared-folder.ts';

/** The end of the reference portfolio's last month. */
export const testClock: Clock = { now: () => new Date('2017-07-01T12:00:00Z') };

export interface TestApp extends App {
  /** An administrator's. `app.nest.inject` sends it where a request says nothing of who sends it. */
  readonly token: string;
  /** As somebody who has not signed in, or with the headers given. */
  readonly asStranger: NestFastifyApplication['inject'];
  readonly config: Config;
  /** Every entry of the log so far. */
  readonly log: readonly Record<string, unknown>[];
}

export interface TestAppOptions {
  /** Settings beside DATA_DIR, which is a folder of the test's own. */
  readonly env?: Readonly<Record<string, string>>;
  readonly clock?: Clock;
  /** An open one, which the application closes, or its own in DATA_DIR; otherwise an empty embedded one in memory. */
  readonly database?: DatabaseHandle | 'own';
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
    if (database === 'own') await prepareFolder(dataDir);
    const open = database ?? (await lend('embedded', 'empty'));
    const app = await createApp({ config, clock, logger, ...(open === 'own' ? {} : { database: open }) });
    const close = async () => {
      await app.close();
      remove();
    };
    const token = await makeToken(app.database.db, { role: 'administrator' });
    const asStranger = app.nest.inject.bind(app.nest);
    const nest = withInject(app.nest, signedBy(token, asStranger));
    return { ...app, nest, config, log, close, token, asStranger };
  } catch (error) {
    remove();
    throw error;
  }
}

/** A token in force at whatever time a test sets its clock to. */
export async function makeToken(
  db: Database,
  mandate: Partial<Mandate> & Pick<Mandate, 'role'>,
  {
    writes = false,
    madeBy = null,
    name = `a test's ${mandate.role}`,
  }: { readonly writes?: boolean; readonly madeBy?: string | null; readonly name?: string } = {},
): Promise<string> {
  const token = `attest_${randomBytes(32).toString('base64url')}`;
  await db.transaction((tx) =>
    storeToken(tx, {
      organisations: [],
      programs: [],
      ...mandate,
      name,
      writes,
      hash: digestOf(token),
      hint: token.slice(-4),
      createdAt: new Date('2000-01-01T00:00:00Z'),
      createdBy: madeBy,
      expiresAt: new Date('2100-01-01T00:00:00Z'),
    }),
  );
  return token;
}

/** The same application with another `inject`; Nest's own cannot be replaced. */
function withInject(nest: NestFastifyApplication, inject: Inject): NestFastifyApplication {
  return new Proxy(nest, {
    get(target, name) {
      if (name === 'inject') return inject;
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

type Inject = NestFastifyApplication['inject'];

function signedBy(token: string, inject: Inject): Inject {
  const signed = (request: Parameters<Inject>[0]) => {
    const options = typeof request === 'string' || request === undefined ? { url: request ?? '/' } : request;
    const { headers = {} } = options;
    const known = Object.keys(headers).some((name) => /^(authorization|cookie)$/i.test(name));
    return inject(
      known ? options : { ...options, headers: { ...headers, authorization: `Bearer ${token}` } },
    );
  };
  return signed as Inject;
}
