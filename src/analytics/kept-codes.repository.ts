import { type SQL, sql } from 'drizzle-orm';
import type { Scope } from '../access/index.ts';
import { NOT_RECORDED, NOT_SPLIT, UNKNOWN_PART } from '../core/dimension.ts';
import type { CodesInUse } from '../core/figures.ts';
import type { Transaction } from '../platform/database/database.ts';
import { rowsOf } from '../platform/database/rows.ts';
import { keptEntries, keptMoney, keptResultsSeen, keptTotals } from './kept.table.ts';
import { inScope, OF_RESULT } from './kept-portions.repository.ts';

/**
 * Codes under which figures of a reader's sight count (`codesInUse` of `Figures`), from what is kept.
 *
 * @param tx reads with the rights of the scope (`readInScope`)
 */
export async function keptCodesInUse(tx: Transaction, scope: Scope): Promise<CodesInUse> {
  const codes = async (statement: SQL) =>
    (await rowsOf<{ code: string }>(tx, statement)).map(({ code }) => code);
  return {
    donors: await codes(sql`SELECT o.code FROM organisations o
      WHERE EXISTS (SELECT FROM program_organisations r WHERE r.organisation = o.code AND r.role = 'funding')
        OR EXISTS (SELECT FROM ${keptEntries} e WHERE e.donor = o.code)
      ORDER BY o.code`),
    places: await codes(sql`SELECT code FROM (
        SELECT r.place::text COLLATE "C" FROM program_places r
        UNION ${placesOfResults(scope)}
        UNION ${placesOfMoney(scope)}
      ) AS used(code) WHERE code NOT IN (${NOT_RECORDED}, ${NOT_SPLIT}) ORDER BY code`),
    axes: await codes(sql`SELECT l.list AS code FROM (SELECT DISTINCT list FROM terms) AS l
      WHERE ${isAxisOf(scope)} ORDER BY l.list`),
  };
}

/** The totals of all time that a reader's figures are in; null: an officer's are results alone. */
function totalsOf(scope: Scope, one: 'all' | 'country'): SQL | null {
  const ofAllTime = sql`indicators i CROSS JOIN (VALUES ('actual'), ('target')) AS k(kind)
    JOIN ${keptTotals} t ON t.indicator = i.code AND t.kind = k.kind AND t.grain = 'ever' AND t.span = 0 AND t.count <> 0`;
  switch (scope.kind) {
    case 'programs':
      return null;
    case 'donor':
      return sql`${ofAllTime} AND t.level = ${one === 'all' ? 'donor' : 'donor country'} AND t.key = ANY (${organisationsOf(scope)})`;
    default:
      return sql`${ofAllTime} AND t.level = ${one}`;
  }
}

function placesOfResults(scope: Scope): SQL {
  const totals = totalsOf(scope, 'country');
  return totals === null
    ? sql`SELECT r.country::text COLLATE "C" FROM ${keptResultsSeen} r WHERE ${isOfReader(scope)}`
    : sql`SELECT ${scope.kind === 'donor' ? sql`t.other_key` : sql`t.key`}::text COLLATE "C" FROM ${totals} AND t.axis = ''`;
}

function placesOfMoney(scope: Scope): SQL {
  switch (scope.kind) {
    case 'programs':
      return sql`SELECT e.place::text COLLATE "C" FROM ${keptEntries} e`;
    case 'donor':
      return sql`SELECT m.other_key::text COLLATE "C" FROM ${keptMoney} m
        WHERE m.level = 'donor country' AND m.grain = 'ever' AND m.count <> 0 AND m.key = ANY (${organisationsOf(scope)})`;
    default:
      return sql`SELECT m.key::text COLLATE "C" FROM ${keptMoney} m WHERE m.level = 'country' AND m.grain = 'ever' AND m.count <> 0`;
  }
}

function isAxisOf(scope: Scope): SQL {
  const totals = totalsOf(scope, 'all');
  return totals === null
    ? sql`l.list IN (
        SELECT p ->> 0 FROM ${keptResultsSeen} r CROSS JOIN LATERAL jsonb_array_elements(r.parts) AS p
        WHERE ${isOfReader(scope)} AND p ->> 1 <> ${UNKNOWN_PART})`
    : sql`EXISTS (SELECT FROM ${totals} AND t.axis = l.list)`;
}

function isOfReader(scope: Scope): SQL {
  return sql.join([sql`true`, ...inScope(scope, OF_RESULT)], sql` AND `);
}

function organisationsOf(scope: Extract<Scope, { kind: 'donor' }>): SQL {
  return sql`ARRAY(SELECT jsonb_array_elements_text(${JSON.stringify(scope.organisations)}::jsonb))`;
}
