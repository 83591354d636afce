import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import postgres from 'postgres';
import { BROTLI } from '../../src/platform/http/compression.ts';
import { requestOf, timesOf } from '../asking.ts';
import { startBare } from '../bare.ts';
import { inTurns } from '../contest.ts';
import { type GeneratedService, RESULTS, taken, withGeneratedService } from '../generated-service.ts';
import { median } from '../portfolio.ts';
import type { BenchRow } from '../render.bench.ts';
import { ANYTHING, ONE_FIGURE } from './changes.ts';

/** Changes after which the page is made anew. */
const FIRST = 20;
/** Changes before them: of a service that is up the code is compiled, and its statements are prepared. */
const BEFORE = 10;
const AGAIN = 200;
/** As browsers say it. */
const ACCEPTED = { 'accept-encoding': 'gzip, deflate, br, zstd' };

/** The dashboard after a change, and again, to a manager's browser and to programs, beside the same bytes made beforehand. */
export function generatedDashboard(): Promise<readonly BenchRow[]> {
  return withGeneratedService(async (service) => {
    const { address, pid, tokens, cookie } = service;
    await taken(service, '/');
    const first = await afterChanges(service, ONE_FIGURE);
    const anew = await afterChanges(service, ANYTHING);
    const html = await (await service.get('/')).text();
    const folder = mkdtempSync(join(tmpdir(), 'attest-bench-page-'));
    const file = join(folder, 'page.br');
    const bytes = brotliCompressSync(html, BROTLI);
    writeFileSync(file, bytes);
    const bare = await startBare(file);
    try {
      const ofBrowser = { ...ACCEPTED, cookie };
      const ours = { address, pid, status: 200, requests: [requestOf('/', ofBrowser)] };
      const theirs = { ...bare, requests: [requestOf('/page', ACCEPTED)], status: 200 };
      const programs = tokens.map((token) =>
        requestOf('/', { ...ACCEPTED, authorization: `Bearer ${token}` }),
      );
      // Kept for each of them, and compressed.
      await timesOf({ ...ours, requests: [...ours.requests, ...programs] }, 3 * (1 + programs.length));
      const what = `dashboard of ${RESULTS} results`;
      const again = median(await timesOf(ours, AGAIN));
      const prepared = median(await timesOf(theirs, AGAIN));
      return [
        { what: `${what}: its HTML, compressed`, value: bytes.length / 1000, unit: 'kB' },
        {
          what: `${what}: first after a figure changed, server time`,
          value: Math.round(median(first)),
          unit: 'ms',
        },
        {
          what: `${what}: first when all may have, server time`,
          value: Math.round(median(anew)),
          unit: 'ms',
        },
        { what: `${what}: again, one at a time, from question to answer`, value: rounded(again), unit: 'ms' },
        { what: `${what}: the same made beforehand`, value: rounded(prepared), unit: 'ms' },
        ...(await inTurns({ what: `${what} to one browser`, ours, theirs })),
        ...(await inTurns({
          what: `${what} to programs`,
          ours: { ...ours, requests: programs },
          theirs,
        })),
      ];
    } finally {
      bare.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

/** How long the page takes each time that something was changed. */
async function afterChanges(service: GeneratedService, change: string): Promise<readonly number[]> {
  const sql = postgres(service.made.url, { max: 1 });
  const times: number[] = [];
  for (let changed = -BEFORE; changed < FIRST; changed += 1) {
    await sql.unsafe(change);
    const { serverMs } = await taken(service, '/');
    if (changed >= 0) times.push(serverMs);
  }
  await sql.end();
  return times;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
