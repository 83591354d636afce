import { type SQL, sql } from 'drizzle-orm';
import { MEMBER_STATES } from '../../core/country-sheet.ts';
import type { Filter } from '../../core/facts.ts';
import type { GapsFound } from '../../core/figures-of-gaps.ts';
import type { Result } from '../../core/result.ts';
import type { Astray } from '../../core/whereabouts.ts';
import type { Transaction } from '../../platform/database/database.ts';
import type { RowsAsking } from './asking.ts';
import { allOf } from './conditions.repository.ts';
import { firstOf } from './gaps-of-programs.repository.ts';
import { inOrder } from './key-page.repository.ts';
import { heldBy } from './program-source.repository.ts';
import type { Unread } from './read-once.ts';
import { RESULT_ORDERS } from './result-list.repository.ts';
import { approvedResults, inFilter, keptFigures } from './result-source.repository.ts';
import { type Sources, sourcesFor } from './sources.repository.ts';

/** Figures where, or of when, their programme does not run, as `astrayIn` of src/core/whereabouts.ts tells them. */
export async function astrayAmong(
  tx: Transaction,
  asking: RowsAsking,
  { filter, most }: { readonly filter: Filter; readonly most: number | undefined },
): Promise<Unread<Result, GapsFound['astray']>> {
  const sources = sourcesFor(asking.scope);
  const { count, items } = await firstOf<{ id: string; elsewhere: boolean; early: boolean }>(
    tx,
    sources.isWhole ? keptAstray(sources, filter) : astrayOfRows(sources, filter),
    inOrder(RESULT_ORDERS.newest),
    most,
  );
  const byId = new Map(items.map((item) => [item.id, item]));
  const reasons = (id: string): readonly Astray[] => [
    ...(byId.get(id)?.elsewhere === true ? (['elsewhere'] as const) : []),
    ...(byId.get(id)?.early === true ? (['before-start'] as const) : []),
  ];
  const keys = [...byId.keys()];
  return {
    keys,
    tell: (rows) => ({
      count,
      items: rows(keys).map((result) => ({ result, reasons: reasons(result.id) })),
    }),
  };
}

function keptAstray(sources: Sources, filter: Filter): SQL {
  const source = keptFigures(sql`kept.astray`);
  return sql`SELECT r.id, r.program, r.indicator, r.period_end, r.elsewhere, r.early
    FROM ${source.from} WHERE ${allOf(inFilter(source, sources, filter))}`;
}

function astrayOfRows(sources: Sources, filter: Filter): SQL {
  const source = approvedResults(sources);
  const inView = allOf([...source.holds, ...inFilter(source, sources, filter)]);
  return sql`WITH RECURSIVE ${elsewhereTables(sources, sql`SELECT DISTINCT r.program, r.place FROM ${source.from} WHERE ${inView} AND r.place IS NOT NULL`)}
    SELECT r.id, r.program, r.indicator, r.period_end, e.program IS NOT NULL AS elsewhere, COALESCE(r.period_end < s.starts_on, false) AS early
    FROM ${source.from} JOIN ${sources.programs} s ON s.code = r.program
    LEFT JOIN elsewhere e ON e.program = r.program AND e.place = r.place
    WHERE ${inView} AND (e.program IS NOT NULL OR r.period_end < s.starts_on)`;
}

/**
 * As tables of a `WITH RECURSIVE`, of which `elsewhere` holds the programmes and places that do not go together. A programme
 * runs where it or its activities say, or its parent where they say nothing. Of two places that go `together` one is, holds,
 * or may hold the other or a part of it; a region whose countries nobody named may hold any.
 *
 * @param pairs a select of `program` and `place`
 */
function elsewhereTables(sources: Sources, pairs: SQL): SQL {
  return sql`asked AS MATERIALIZED (${pairs}), own AS (
      SELECT o.program::text COLLATE "C" AS program, o.place::text COLLATE "C" AS place FROM program_places o
    ), rising(program, place) AS (
      SELECT program, place FROM own
      UNION
      SELECT p.parent::text COLLATE "C", u.place FROM rising u JOIN ${sources.programs} p ON p.code = u.program WHERE p.parent IS NOT NULL
    ), runs AS MATERIALIZED (
      SELECT code AS program, held AS place FROM (${heldBy(sources, 'place')}) AS h
      UNION
      SELECT program, place FROM rising
    ), members(place, country) AS (
      SELECT c.region::text COLLATE "C", c.country::text COLLATE "C" FROM region_countries c WHERE c.region <> ${MEMBER_STATES}
      UNION
      SELECT ${MEMBER_STATES}::text, m.country::text COLLATE "C" FROM memberships m
      UNION
      SELECT o.code::text COLLATE "C", o.code::text COLLATE "C" FROM places o WHERE o.kind = 'country'
    ), together AS MATERIALIZED (
      SELECT a.place AS one, b.place AS other FROM members a JOIN members b ON b.country = a.country
      UNION
      SELECT a.code, b.code FROM places a CROSS JOIN places b
      WHERE NOT EXISTS (SELECT FROM members m WHERE m.place = a.code) OR NOT EXISTS (SELECT FROM members m WHERE m.place = b.code)
    ), elsewhere AS MATERIALIZED (
      SELECT a.program, a.place FROM asked a
      WHERE a.program IN (SELECT program FROM runs)
        AND NOT EXISTS (SELECT FROM runs u JOIN together t ON t.one = u.place WHERE u.program = a.program AND t.other = a.place)
    )`;
}
