import { gzipSync } from 'node:zlib';
import type { App } from '../../src/app.ts';
import { LANGUAGES } from '../../src/core/text.ts';
import type { SignedInPerson } from '../../test/support/people.ts';
import { median, reader, timingOf, visit, withReferenceService } from '../portfolio.ts';

const WARM_UP = 20;
const MEASURED = 200;

const PAGES = ['/', '/?lang=fr', '/countries/CL', '/donors/canada', '/programs/NET-POL', '/methods'] as const;

/**
 * Server time of pages of the reference portfolio on the embedded database, from `Server-Timing`, charts already drawn
 * once (the first visit after a change draws them), beside the least that this server answers in; and what the
 * dashboard weighs with all that it loads, gzipped.
 */
export function referencePages() {
  return withReferenceService(async (app) => {
    // Whose navigation is the longest.
    const administrator = await reader(app, 'administrator');
    const first = await serverTime(app, '/', administrator);
    const pages = [];
    for (const page of PAGES) {
      const limit = page === '/' ? { limit: 20 } : {};
      pages.push({
        what: `${page}: server time, median`,
        value: await usual(app, page, administrator),
        unit: 'ms',
        ...limit,
      });
    }
    return [
      {
        what: '/healthz: server time, median',
        value: await usual(app, '/healthz', administrator),
        unit: 'ms',
      },
      { what: '/: server time of the very first visit', value: first, unit: 'ms' },
      ...pages,
      ...(await weights(app, administrator)),
    ];
  });
}

async function usual(app: App, url: string, who: SignedInPerson): Promise<number> {
  const times: number[] = [];
  for (let visited = 0; visited < WARM_UP + MEASURED; visited += 1) {
    const time = await serverTime(app, url, who);
    if (visited >= WARM_UP) times.push(time);
  }
  return median(times);
}

async function serverTime(app: App, url: string, who: SignedInPerson): Promise<number> {
  return timingOf(await visit(app, url, who), 'app');
}

async function weights(app: App, who: SignedInPerson) {
  const { body } = await visit(app, '/', who);
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
    LANGUAGES.map(async (language) => gzipSync((await visit(app, `/?lang=${language}`, who)).body).length),
  );
  // French has the longest words; the limit holds for every reader.
  const html = Math.max(...pages);
  const all = html + sizes.reduce((sum, size) => sum + size, 0);
  return [
    { what: '/: the page alone, gzipped, heaviest of all languages', value: html / 1000, unit: 'kB' },
    { what: '/: with all that it loads, gzipped', value: all / 1000, unit: 'kB', limit: 150 },
  ];
}
