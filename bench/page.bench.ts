import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type App, createApp } from '../src/app.ts';
import { LANGUAGES } from '../src/core/text.ts';
import { importKinds } from '../src/imports.ts';
import { systemClock } from '../src/platform/clock/clock.ts';
import { readConfig } from '../src/platform/config/config.ts';
import { ROOT } from '../src/platform/config/root.ts';
import { createLogger } from '../src/platform/logging/logger.ts';
import { seedIfUntouched } from '../src/platform/seeding/seed.use-case.ts';

export const name = 'page';

const WARM_UP = 20;
const MEASURED = 200;

const PAGES = ['/', '/?lang=fr', '/countries/CL', '/donors/canada', '/programs/NET-POL', '/methods'] as const;

/**
 * Server time of pages of the reference portfolio on the embedded database, from `Server-Timing`, charts already drawn
 * once (the first visit after a change draws them), beside the least that this server answers in; and what the
 * dashboard weighs with all that it loads, gzipped.
 */
export async function run() {
  const dataDir = mkdtempSync(join(tmpdir(), 'attest-bench-'));
  const app = await createApp({
    config: readConfig({ DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent' }, dataDir),
    clock: systemClock,
    logger: createLogger('silent'),
  });
  try {
    await seedIfUntouched(app.database.db, importKinds, join(ROOT, 'seeds'), systemClock.now());
    const first = await serverTime(app, '/');
    const pages = [];
    for (const page of PAGES) {
      const limit = page === '/' ? { limit: 20 } : {};
      pages.push({
        what: `${page}: server time, median`,
        value: await median(app, page),
        unit: 'ms',
        ...limit,
      });
    }
    return [
      { what: '/healthz: server time, median', value: await median(app, '/healthz'), unit: 'ms' },
      { what: '/: server time of the very first visit', value: first, unit: 'ms' },
      ...pages,
      ...(await weights(app)),
    ];
  } finally {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function median(app: App, url: string): Promise<number> {
  const times: number[] = [];
  for (let visit = 0; visit < WARM_UP + MEASURED; visit += 1) {
    const time = await serverTime(app, url);
    if (visit >= WARM_UP) times.push(time);
  }
  return times.sort((a, b) => a - b)[MEASURED >> 1] ?? 0;
}

async function serverTime(app: App, url: string): Promise<number> {
  const { headers, statusCode } = await app.nest.inject(url);
  if (statusCode !== 200) throw new Error(`${url} answers ${statusCode}.`);
  return Number(/dur=([\d.]+)/.exec(String(headers['server-timing']))?.[1]);
}

async function weights(app: App) {
  const { body } = await app.nest.inject('/');
  const files = [...body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '');
  const css = (await app.nest.inject(files.find((path) => path.endsWith('.css')) ?? '')).body;
  // Browsers fetch only the fonts whose letters a page uses: the Latin ones.
  const fonts = [...css.matchAll(/url\(["']?(\/assets\/[^"')]*-latin-\d[^"')]*)/g)].map(
    ([, path]) => path ?? '',
  );
  const sizes = await Promise.all(
    [...new Set([...files, ...fonts])].map(async (path) => {
      const { rawPayload } = await app.nest.inject(path);
      return path.endsWith('.woff2') ? rawPayload.length : gzipSync(rawPayload).length;
    }),
  );
  const pages = await Promise.all(
    LANGUAGES.map(async (language) => gzipSync((await app.nest.inject(`/?lang=${language}`)).body).length),
  );
  // French has the longest words; the limit holds for every reader.
  const html = Math.max(...pages);
  const all = html + sizes.reduce((sum, size) => sum + size, 0);
  return [
    { what: '/: the page alone, gzipped, heaviest of four languages', value: html / 1000, unit: 'kB' },
    { what: '/: with all that it loads, gzipped', value: all / 1000, unit: 'kB', limit: 150 },
  ];
}
