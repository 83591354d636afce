import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startService } from '../test/support/service.ts';
import { withGenerated } from './generated.ts';
import { RESULTS, readersOf, taken } from './generated-service.ts';
import { median } from './portfolio.ts';
import { megabytesOf, processorMsOf } from './processes.ts';
import type { BenchRow } from './render.bench.ts';

export const name = 'start';

const STARTS = 3;

/** From the start of a process on a generated portfolio until it says that it is ready, and to its first dashboard. */
export function run(): Promise<readonly BenchRow[]> {
  return withGenerated(RESULTS, async (made) => {
    const { tokens } = await readersOf(made.url);
    const authorization = `Bearer ${tokens[0]}`;
    const seen = {
      ready: [] as number[],
      processor: [] as number[],
      page: [] as number[],
      idle: [] as number[],
    };
    for (let start = 0; start < STARTS; start += 1) {
      const dataDir = mkdtempSync(join(tmpdir(), 'attest-bench-start-'));
      const began = performance.now();
      const service = await startService({
        DATABASE_URL: made.url,
        DATA_DIR: dataDir,
        REPORT_TIME_ZONE: 'UTC',
        LOG_LEVEL: 'error',
      });
      try {
        seen.ready.push(performance.now() - began);
        seen.processor.push(processorMsOf(service.pid));
        seen.idle.push(megabytesOf(service.pid));
        const get = (path: string) => fetch(`${service.address}${path}`, { headers: { authorization } });
        seen.page.push((await taken({ get }, '/')).ms);
      } finally {
        await service.stop();
        rmSync(dataDir, { recursive: true, force: true });
      }
    }
    const what = `${RESULTS} results`;
    const told = (row: string, values: readonly number[], unit: string) => ({
      what: `${what}: ${row}`,
      value: Math.round(median(values)),
      unit,
    });
    return [
      told('until it is ready', seen.ready, 'ms'),
      told('processor time until then', seen.processor, 'ms'),
      told('memory then', seen.idle, 'MB'),
      told('its first dashboard', seen.page, 'ms'),
    ];
  });
}
