import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '../src/access/index.ts';
import { type App, createApp } from '../src/app.ts';
import { importKinds } from '../src/imports.ts';
import { systemClock } from '../src/platform/clock/clock.ts';
import { readConfig } from '../src/platform/config/config.ts';
import { ROOT } from '../src/platform/config/root.ts';
import { createLogger } from '../src/platform/logging/logger.ts';
import { seedIfUntouched } from '../src/platform/seeding/seed.use-case.ts';
import { Reports } from '../src/reporting/index.ts';
import { type SignedInPerson, signIn } from '../test/support/people.ts';

/** The managers' monthly of the reference portfolio. */
export const PORTFOLIO = { report: 'portfolio', period: '2017-06' } as const;

/** Runs `work` with a service that has the reference portfolio, in an embedded database of its own. */
export function withReferenceService<T>(work: (app: App) => Promise<T>): Promise<T> {
  return withEmptyService(async (app) => {
    await seedIfUntouched(app.database.db, importKinds, join(ROOT, 'seeds'), systemClock.now());
    return work(app);
  });
}

/** The same before anything is in it. */
export async function withEmptyService<T>(work: (app: App) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'attest-bench-'));
  const app = await createApp({
    config: readConfig({ DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent' }, dataDir),
    clock: systemClock,
    logger: createLogger('silent'),
  });
  try {
    return await work(app);
  } finally {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Runs `work` with the reports of the reference portfolio. */
export function withReports<T>(work: (reports: Reports) => Promise<T>): Promise<T> {
  return withReferenceService((app) => work(app.nest.get(Reports)));
}

/** Somebody who has signed in just now. */
export function reader(app: App, role: Role, organisations: readonly string[] = []): Promise<SignedInPerson> {
  return signIn(app.database.db, { role, organisations }, { now: systemClock.now() });
}

/** Asks for a page as somebody who has signed in. @throws Error where it is not answered with 200 */
export async function visit(app: App, url: string, { cookie }: SignedInPerson) {
  const answer = await app.nest.inject({ url, headers: { cookie } });
  if (answer.statusCode !== 200) throw new Error(`${url} answers ${answer.statusCode}.`);
  return answer;
}

/** A figure of the answer's `Server-Timing`, in milliseconds. */
export function timingOf({ headers }: Awaited<ReturnType<typeof visit>>, what: 'app' | 'gate'): number {
  const found = new RegExp(`${what};dur=([\\d.]+)`).exec(String(headers['server-timing']));
  return Number(found?.[1]);
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
