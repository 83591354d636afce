import { type SQL, sql } from 'drizzle-orm';
import type { Scope } from '../access/index.ts';
import { NOT_RECORDED, NOT_SPLIT, UNKNOWN_PART } from '../core/dimension.ts';
import type { CodesInUse, Names } from '../core/figures.ts';
import { TRANSACTION_TYPES } from '../core/funding.ts';
import type { Transaction } from '../platform/database/database.ts';
import { rowsOf } from '../platform/database/rows.ts';
import { keptEntries, keptMoney, keptResultsSeen, keptTotals } from './kept.table.ts';
import { withDescendants } from './kept-keys.repository.ts';

/**
 * Codes under which figures of a reader's sight count (`codesInUse` of `Figures`), from what is kept.
 *
 * @param tx reads with the rights of the scope (`readInScope`)
 * @param names of its sight
 */
export async function keptCodesInUse(tx: Transaction, scope: Scope, names: Names): Promise<CodesInUse> {
  const codes = async (statement: SQL) =>
    (await rowsOf<{ code: string }>(tx, statement)).map(({ code }) => code);
  const { places, isAxis } = keptOf(scope);
  return {
    donors: await codes(sql`SELECT o.code FROM ${each(names.organisations.map(({ code }) => code))} AS o(code)
      WHERE EXISTS (SELECT FROM program_organisations r WHERE r.organisation = o.code AND r.role = 'funding')
        OR EXISTS (SELECT FROM ${keptEntries} e WHERE e.donor = o.code)
      ORDER BY o.code COLLATE "C"`),
    places: await codes(sql`SELECT code FROM (
        SELECT r.place::text COLLATE "C" FROM program_places r
        UNION ${sql.join([...places], sql` UNION `)}
      ) AS used(code) WHERE code NOT IN (${NOT_RECORDED}, ${NOT_SPLIT}) ORDER BY code`),
    axes: await codes(sql`SELECT l.list AS code FROM (SELECT DISTINCT list FROM terms) AS l
      WHERE ${isAxis} ORDER BY l.list`),
  };
}

/** Selects of the places of results and of money, and whether results have parts of the axis `l.list`. */
function keptOf(scope: Scope): { readonly places: readonly SQL[]; readonly isAxis: SQL } {
  const { place, isAxis } = keptOfResults(scope);
  return { places: [place, ...placesOfMoney(scope)], isAxis };
}

function keptOfResults({ rights, programs, organisations }: Scope): {
  readonly place: SQL;
  readonly isAxis: SQL;
} {
  switch (rights.seesResults) {
    case 'named': {
      const own = withDescendants(programs);
      return {
        place: sql`SELECT r.country::text COLLATE "C" FROM ${keptResultsSeen} r WHERE r.program IN (${own})`,
        isAxis: sql`l.list IN (
          SELECT p ->> 0 FROM ${keptResultsSeen} r CROSS JOIN LATERAL jsonb_array_elements(r.parts) AS p
          WHERE r.program IN (${own}) AND p ->> 1 <> ${UNKNOWN_PART})`,
      };
    }
    case 'funded': {
      const own = sql`ARRAY(SELECT ${each(organisations)})`;
      return {
        place: sql`SELECT t.other_key::text COLLATE "C" FROM ${TOTALS} AND t.axis = '' AND t.level = 'donor country' AND t.key = ANY (${own})`,
        isAxis: sql`EXISTS (SELECT FROM ${TOTALS} AND t.axis = l.list AND t.level = 'donor' AND t.key = ANY (${own}))`,
      };
    }
    case 'all':
      return {
        place: sql`SELECT t.key::text COLLATE "C" FROM ${TOTALS} AND t.axis = '' AND t.level = 'country'`,
        isAxis: sql`EXISTS (SELECT FROM ${TOTALS} AND t.axis = l.list AND t.level = 'all')`,
      };
  }
}

function placesOfMoney({ rights, programs, organisations }: Scope): readonly SQL[] {
  switch (rights.seesMoney) {
    case 'named':
      return [
        sql`SELECT e.place::text COLLATE "C" FROM ${keptEntries} e WHERE e.program IN (${withDescendants(programs)})`,
      ];
    case 'own':
      return [
        sql`SELECT m.other_key::text COLLATE "C" FROM ${MONEY} AND m.level = 'donor country' AND m.key = ANY (ARRAY(SELECT ${each(organisations)}))`,
      ];
    case 'all':
      return [sql`SELECT m.key::text COLLATE "C" FROM ${MONEY} AND m.level = 'country'`];
    case 'none':
      return [];
  }
}

/** Of all time, by whatever an index of them begins with. */
const TOTALS = sql`indicators i CROSS JOIN (VALUES ('actual'), ('target')) AS k(kind)
  JOIN ${keptTotals} t ON t.indicator = i.code AND t.kind = k.kind AND t.grain = 'ever' AND t.span = 0 AND t.count <> 0`;
const MONEY = sql`${keptMoney} m WHERE m.type IN ${TRANSACTION_TYPES} AND m.grain = 'ever' AND m.span = 0 AND m.count <> 0`;

function each(codes: readonly string[]): SQL {
  return sql`jsonb_array_elements_text(${JSON.stringify(codes)}::jsonb)`;
}
