import { sql } from 'drizzle-orm';
import type { Day } from '../core/program.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import { rowsOf } from '../platform/database/rows.ts';
import { UNCOMPILED } from './facts.repository.ts';
import { arrayOf } from './rows/conditions.repository.ts';

/** The rows whose part in a total may be another one than it was, with the programmes that they are and were of. */
export interface RowsMoved {
  readonly results: readonly string[];
  /** Of the results those that were or are part of another (rule 9). */
  readonly held: readonly string[];
  readonly transactions: readonly string[];
  readonly programs: readonly string[];
}

export interface MovedSinceQuery {
  /** Of the earlier moment. */
  readonly revision: number;
  /** Between the last days that counted: after the earlier of both, up to the later. */
  readonly from: Day;
  readonly to: Day;
  /** Of these alone; null: of all. */
  readonly indicators: readonly string[] | null;
  /** No more of each are told. */
  readonly most: number;
}

/**
 * Which results and transactions may count otherwise since a revision, and whatever their parts hang on, so that all others add
 * at both moments what they add at either:
 *
 * - what has changed itself, or ended between the last days that count;
 * - all of a programme that has changed (shares, roles, what it is below), or that is below one that has;
 * - what such a figure holds (rule 9), and, of `latest`, all of its series (rule 3);
 * - all of an indicator whose rule has changed; and of one that may not be summed freely, or is a ratio, all where one of its
 *   figures is among them: their totals cannot be told by a difference.
 *
 * @returns null: something has changed on which any row may hang, such as what a region holds
 */
export function rowsMoved(db: Database, query: MovedSinceQuery): Promise<RowsMoved | null> {
  return db.transaction(
    async (tx) => {
      await tx.execute(UNCOMPILED);
      return rowsMovedIn(tx, query);
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

async function rowsMovedIn(tx: Transaction, query: MovedSinceQuery): Promise<RowsMoved | null> {
  const { revision, from, to, indicators, most } = query;
  const since = sql`${revision}::bigint`;
  const ended = sql`SELECT h.relation, h.key[1] AS key, h.row ->> 'program' AS program, h.row ->> 'indicator' AS indicator,
      h.row ->> 'part_of' AS part_of
    FROM history h WHERE h.until > ${since} AND h.since <= ${since}`;
  const [general] = await rowsOf<{ moved: boolean }>(
    tx,
    sql`SELECT EXISTS (SELECT FROM history h LEFT JOIN places p ON h.relation = 'places' AND p.code = h.key[1]
        WHERE h.until > ${since} AND h.since <= ${since}
          AND (h.relation IN ('region_countries', 'memberships') OR (h.relation = 'places' AND p.kind IS DISTINCT FROM h.row ->> 'kind')))
      OR EXISTS (SELECT FROM region_countries c WHERE c.revision > ${since})
      OR EXISTS (SELECT FROM memberships m WHERE m.revision > ${since}) AS moved`,
  );
  if (general?.moved !== false) return null;
  const programs = sql`WITH RECURSIVE ended AS MATERIALIZED (${ended}), stirred AS (
      SELECT p.code::text AS code FROM programs p WHERE p.revision > ${since}
      UNION SELECT p.program::text FROM program_pillars p WHERE p.revision > ${since}
      UNION SELECT p.program::text FROM program_places p WHERE p.revision > ${since}
      UNION SELECT p.program::text FROM program_organisations p WHERE p.revision > ${since}
      UNION SELECT e.key FROM ended e
        WHERE e.relation IN ('programs', 'program_pillars', 'program_places', 'program_organisations')
    ), below(code) AS (
      SELECT s.code COLLATE "C" FROM stirred s
      UNION SELECT p.code::text COLLATE "C" FROM below b JOIN programs p ON p.parent = b.code
    )`;
  // What was of another indicator then is asked for by either.
  const isAsked =
    indicators === null
      ? sql`true`
      : sql`(r.indicator = ANY (${arrayOf(indicators)}) OR b.id::text IN (SELECT e.key FROM ended e WHERE e.relation = 'results'))`;
  const results = await rowsOf<Row & { readonly held: boolean }>(
    tx,
    sql`${programs}, itself AS MATERIALIZED (
        SELECT r.id FROM results r WHERE r.revision > ${since}
          OR (r.period_end > ${from}::date AND r.period_end <= ${to}::date)
          OR r.program IN (SELECT b.code FROM below b)
          OR r.indicator IN (SELECT i.code FROM history h JOIN indicators i ON i.code = h.key[1]
            WHERE h.relation = 'indicators' AND h.until > ${since} AND h.since <= ${since}
              AND (i.measure, i.combine_time, i.combine_place)
                IS DISTINCT FROM (h.row ->> 'measure', h.row ->> 'combine_time', h.row ->> 'combine_place'))
        UNION SELECT p.result FROM result_parts p WHERE p.revision > ${since}
        UNION SELECT e.key::uuid FROM ended e WHERE e.relation IN ('results', 'result_parts')
      ), held(id) AS (
        SELECT i.id FROM itself i
        UNION SELECT r.id FROM held h JOIN results r ON r.part_of = h.id
      ), series AS MATERIALIZED (
        SELECT r.program::text AS program, r.indicator::text AS indicator FROM results r WHERE r.id IN (SELECT h.id FROM held h)
        UNION SELECT e.program, e.indicator FROM ended e WHERE e.relation = 'results'
      ), beside AS (
        SELECT h.id FROM held h
        UNION SELECT r.id FROM results r JOIN indicators i ON i.code = r.indicator
          WHERE (i.combine_time = 'latest' AND (r.program, r.indicator) IN (SELECT s.program, s.indicator FROM series s))
            OR ((i.measure IN ('rate', 'ratio', 'text') OR i.combine_time = 'none' OR i.combine_place = 'none')
              AND r.indicator IN (SELECT s.indicator FROM series s))
      )
      SELECT b.id::text AS id, r.program::text AS program, r.part_of IS NOT NULL OR b.id::text IN (
          SELECT e.key FROM ended e WHERE e.relation = 'results' AND e.part_of IS NOT NULL
        ) AS held
      FROM beside b LEFT JOIN results r ON r.id = b.id
      WHERE ${isAsked}
      LIMIT ${most}`,
  );
  const transactions = await rowsOf<Row>(
    tx,
    sql`${programs}, moved AS (
        SELECT t.id FROM transactions t WHERE t.revision > ${since}
          OR (t.value_date > ${from}::date AND t.value_date <= ${to}::date)
          OR t.program IN (SELECT b.code FROM below b)
        UNION SELECT e.key::uuid FROM ended e WHERE e.relation = 'transactions'
      )
      SELECT m.id::text AS id, t.program::text AS program FROM moved m LEFT JOIN transactions t ON t.id = m.id
      LIMIT ${most}`,
  );
  const former = await rowsOf<Pick<Row, 'program'>>(
    tx,
    sql`${programs} SELECT b.code AS program FROM below b
      UNION SELECT e.program FROM ended e WHERE e.relation IN ('results', 'transactions')`,
  );
  return {
    results: results.map(({ id }) => id),
    held: results.flatMap(({ id, held }) => (held ? [id] : [])),
    transactions: transactions.map(({ id }) => id),
    programs: [...new Set([...results, ...transactions, ...former].flatMap(({ program }) => program ?? []))],
  };
}

/** Null: it is of none now. */
interface Row {
  readonly id: string;
  readonly program: string | null;
}
