import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '../src/app.ts';
import { importKinds } from '../src/imports.ts';
import { systemClock } from '../src/platform/clock/clock.ts';
import { readConfig } from '../src/platform/config/config.ts';
import { ROOT } from '../src/platform/config/root.ts';
import { createLogger } from '../src/platform/logging/logger.ts';
import { seedIfUntouched } from '../src/platform/seeding/seed.use-case.ts';
import { signIn } from '../test/support/people.ts';

export const name = 'doors';

const WARM_UP = 30;
const MEASURED = 300;
const WRONG_PASSWORDS = 1000;

/**
 * What knowing the reader costs a page, from `Server-Timing` of the same answers: the gate's part, and the page without
 * it. Then the same page, and how long a thousand wrong passwords take, while they are tried eight at a time.
 */
export async function run() {
  const dataDir = mkdtempSync(join(tmpdir(), 'attest-bench-'));
  const app = await createApp({
    config: readConfig({ DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent' }, dataDir),
    clock: systemClock,
    logger: createLogger('silent'),
  });
  try {
    const { db } = app.database;
    await seedIfUntouched(db, importKinds, join(ROOT, 'seeds'), systemClock.now());
    const now = systemClock.now();
    const manager = await signIn(db, { role: 'manager' }, { now });
    const donor = await signIn(db, { role: 'donor', organisations: ['canada'] }, { now });
    const dashboard = await timesOf(app, '/', manager.cookie);
    const place = await timesOf(app, '/donors/canada', donor.cookie);
    const [during, tried] = await Promise.all([
      timesOf(app, '/', manager.cookie),
      tryPasswords(app, manager.email),
    ]);
    return [
      { what: '/ for a manager: the gate, median', value: dashboard.gate, unit: 'ms', limit: 2 },
      { what: '/ for a manager: the page without the gate, median', value: dashboard.rest, unit: 'ms' },
      { what: '/donors/canada for the donor: the gate, median', value: place.gate, unit: 'ms', limit: 2 },
      {
        what: '/donors/canada for the donor: the page without the gate, median',
        value: place.rest,
        unit: 'ms',
      },
      { what: '/ while a thousand wrong passwords are tried: median', value: during.all, unit: 'ms' },
      { what: 'a thousand wrong passwords, eight at a time', value: tried, unit: 'ms' },
    ];
  } finally {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function timesOf(app: App, url: string, cookie: string) {
  const gates: number[] = [];
  const alls: number[] = [];
  for (let visit = 0; visit < WARM_UP + MEASURED; visit += 1) {
    const { headers, statusCode } = await app.nest.inject({ url, headers: { cookie } });
    if (statusCode !== 200) throw new Error(`${url} answers ${statusCode}.`);
    const timing = String(headers['server-timing']);
    if (visit < WARM_UP) continue;
    gates.push(Number(/gate;dur=([\d.]+)/.exec(timing)?.[1]));
    alls.push(Number(/app;dur=([\d.]+)/.exec(timing)?.[1]));
  }
  const rests = alls.map((all, visit) => all - (gates[visit] ?? 0));
  return { gate: median(gates), all: median(alls), rest: median(rests) };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

async function tryPasswords(app: App, email: string): Promise<number> {
  const start = performance.now();
  let tried = 0;
  const attempts = Array.from({ length: 8 }, async () => {
    while (tried < WRONG_PASSWORDS) {
      tried += 1;
      await app.nest.inject({
        method: 'POST',
        url: '/sign-in',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ email, password: `wrong password ${tried}` }).toString(),
      });
    }
  });
  await Promise.all(attempts);
  return performance.now() - start;
}
