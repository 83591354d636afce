import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importKinds } from '../../src/imports.ts';
import { ROOT } from '../../src/platform/config/root.ts';
import {
  type ImportOutcome,
  type ImportRequest,
  importFile,
} from '../../src/platform/csv/import-file.use-case.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { seedIfUntouched } from '../../src/platform/seeding/seed.use-case.ts';

const SEEDS = join(ROOT, 'seeds');

/** The day after the reference portfolio's last month. */
export const NOW = new Date('2017-07-01T12:00:00Z');

/** Imports `csv` as a file of a kind; approved, stored, by "test", unless `over` says otherwise. */
export function importCsv(
  db: Database,
  kindName: string,
  csv: string | Uint8Array,
  over: Partial<ImportRequest> = {},
): Promise<ImportOutcome> {
  const kind = importKinds.find(({ name }) => name === kindName);
  if (kind === undefined) throw new Error(`There is no kind ${kindName}.`);
  const bytes = typeof csv === 'string' ? Buffer.from(csv) : csv;
  const request = {
    kind,
    fileName: `${kindName}.csv`,
    bytes,
    by: 'test',
    approve: true,
    dryRun: false,
    now: NOW,
  };
  return importFile(db, { ...request, ...over });
}

/** Puts the reference portfolio into an untouched database. */
export async function seed(db: Database): Promise<void> {
  if (!(await seedIfUntouched(db, importKinds, SEEDS, NOW)))
    throw new Error('The database was not untouched.');
}

export const seedKinds = importKinds.map(({ name }) => name);

export function seedCsv(kind: string): string {
  return readFileSync(join(SEEDS, `${kind}.csv`), 'utf8');
}

/** What is said of all rows that look like other figures. */
export const SAME = { answers: { twins: { all: 'same', byLine: new Map() } } } as const;
export const ANOTHER = { answers: { twins: { all: 'another', byLine: new Map() } } } as const;
