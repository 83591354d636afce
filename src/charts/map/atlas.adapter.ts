import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { GeometryCollection, Topology } from 'topojson-specification';

export type Atlas = Topology<{ countries: GeometryCollection }>;

let atlas: Atlas | undefined;

/** The outlines of all countries at 1 : 50 million (Natural Earth), read once. */
export function countryAtlas(): Atlas {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json');
  atlas ??= JSON.parse(readFileSync(file, 'utf8')) as Atlas;
  return atlas;
}
