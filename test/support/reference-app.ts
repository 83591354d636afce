import { startApp, type TestApp, type TestAppOptions } from './app.ts';
import type { Engine } from './database.ts';
import { lend } from './lending.ts';

/** The whole application with the seeds, on the first of July 2017; without an engine on an embedded database. */
export async function startReferenceApp(
  engine?: Engine,
  options: Omit<TestAppOptions, 'database'> = {},
): Promise<TestApp> {
  return startApp({ ...options, database: await (engine?.openSeeded() ?? lend('embedded', 'seeded')) });
}
