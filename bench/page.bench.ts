import { embeddedDashboard } from './page/embedded.ts';
import { generatedDashboard } from './page/generated.ts';
import { referencePages } from './page/reference.ts';
import type { BenchRow } from './render.bench.ts';

export const name = 'page';

/**
 * Pages of the reference portfolio; the dashboard of a generated one on Postgres (`BENCH_SIZES`), beside the same page made
 * beforehand; and that of ten thousand results on the embedded database.
 */
export async function run(): Promise<readonly BenchRow[]> {
  return [...(await referencePages()), ...(await generatedDashboard()), ...(await embeddedDashboard())];
}
