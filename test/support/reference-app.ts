import { join } from 'node:path';
import { importKinds } from '../../src/imports.ts';
import { ROOT } from '../../src/platform/config/root.ts';
import { seedIfUntouched } from '../../src/platform/seeding/seed.use-case.ts';
import { startApp, type TestApp, testClock } from './app.ts';
import type { Engine } from './database.ts';

/** The whole application with the seeds, on the first of July 2017; without an engine on an embedded database. */
export async function startReferenceApp(engine?: Engine): Promise<TestApp> {
  const app = await startApp(engine === undefined ? {} : { database: await engine.open() });
  await seedIfUntouched(app.database.db, importKinds, join(ROOT, 'seeds'), testClock.now());
  return app;
}
