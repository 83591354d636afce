import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { SeedRow } from './demo-amounts.ts';

/** The seed files, in an order in which each finds what it refers to already there. */
export const SEED_FILES = [
  'pillars',
  'places',
  'organisations',
  'indicators',
  'terms',
  'programs',
  'program-countries',
  'program-organisations',
  'results',
  'exchange-rates',
  'transactions',
  'narratives',
  'subscriptions',
] as const;

export type SeedFile = (typeof SEED_FILES)[number];

/** The text of a seed file as it stands on disk. */
export function seedText(name: SeedFile): string {
  return readFileSync(seedAddress(name), 'utf8');
}

/** The rows of a seed file, by column. */
export function seedRows(name: SeedFile): readonly SeedRow[] {
  return parse(seedText(name), { columns: true });
}

/** The rows of any CSV beside the seed files, by column. */
export function readTable(name: string): readonly SeedRow[] {
  return parse(readFileSync(new URL(`${name}.csv`, import.meta.url), 'utf8'), { columns: true });
}

/** Where a seed file stands. */
export function seedAddress(name: SeedFile): URL {
  return new URL(`${name}.csv`, import.meta.url);
}
