import { sql } from 'drizzle-orm';
import type { Facts } from '../../core/facts.ts';
import type { FoundTexts, TextBounds } from '../../core/figures.ts';
import { inReadingOrder, type Narrative, type NarrativeSelection } from '../../core/narratives/narrative.ts';
import { REFERENCE } from '../../core/narratives/words-found.ts';
import { searchWords } from '../../core/search.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { rowsOf } from '../../platform/database/rows.ts';
import type { RowsAsking } from './asking.ts';
import { allOf } from './conditions.repository.ts';
import { foldedText } from './folded-text.repository.ts';
import { readableNarratives, readNarrativesInOrder } from './read-rows.repository.ts';
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

/** As `Figures.narrativesSaying`. Whose each text is, the view of texts asks before its words are looked at. */
export async function narrativesSaying(
  tx: Transaction,
  { scope }: RowsAsking,
  search: string,
  { limit, most }: TextBounds,
): Promise<FoundTexts> {
  const words = searchWords(search);
  if (words.length === 0) return { rows: [], total: 0 };
  const said = sql`(SELECT string_agg(regexp_replace(t.value, ${REFERENCE}::text, ' ', 'g'), E'\n') FROM jsonb_each_text(n.text) AS t)`;
  const each = words.map((word) => sql`strpos(f.text, ${word}) > 0`);
  const found = await rowsOf<{ id: string }>(
    tx,
    sql`SELECT n.id::text AS id FROM narratives_seen n
      WHERE n.status = 'approved' AND (
        SELECT ${allOf(each)} FROM (SELECT ${foldedText(sql`s.text`)} AS text FROM (SELECT ${said} AS text OFFSET 0) AS s OFFSET 0) AS f
      )
      ORDER BY n.program COLLATE "C", n.id LIMIT ${most}`,
  );
  const ids = found.map(({ id }) => id);
  return { rows: await readNarrativesInOrder(tx, scope, ids.slice(0, limit)), total: ids.length };
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
