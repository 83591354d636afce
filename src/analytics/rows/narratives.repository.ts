import type { Facts } from '../../core/facts.ts';
import { inReadingOrder, type Narrative, type NarrativeSelection } from '../../core/narratives/narrative.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { rowsOf } from '../../platform/database/rows.ts';
import type { RowsAsking } from './asking.ts';
import { readableNarratives } from './read-rows.repository.ts';
import { regionsOf } from './result-source.repository.ts';

/** The texts of a programme, as `Figures.narratives`. */
export async function narrativesOfProgram(
  tx: Transaction,
  { scope }: RowsAsking,
  { program, concerning }: NarrativeSelection,
): Promise<Facts['narratives']> {
  const narratives = await readableNarratives(tx, scope, { programs: [program] });
  const places = concerning === undefined ? null : await placesConcerning(tx, concerning);
  return narratives
    .filter(({ place }) => places === null || place === null || places.has(place))
    .toSorted(inReadingOrder);
}

/** One text; null: there is none for this reader. */
export async function narrativeById(
  tx: Transaction,
  { scope }: RowsAsking,
  id: string,
): Promise<Narrative | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  const [found] = await readableNarratives(tx, scope, { ids: [id] });
  return found ?? null;
}

async function placesConcerning(
  tx: Transaction,
  { country, day }: NonNullable<NarrativeSelection['concerning']>,
): Promise<ReadonlySet<string>> {
  const regions = await rowsOf<{ region: string }>(tx, regionsOf(country, day));
  return new Set([country, ...regions.map(({ region }) => region)]);
}
