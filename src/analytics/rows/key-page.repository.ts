import { type SQL, sql } from 'drizzle-orm';
import { type PageRequest, piece, type RowPage, rowPage, unknownCursor } from '../../core/row-page.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { rowsOf } from '../../platform/database/rows.ts';

/** A list whose order does not change with its pages: rows ascend by each column of it in turn. */
export interface KeyedList {
  /** `FROM … WHERE …`, so that more conditions may follow. */
  readonly rows: SQL;
  /** What it is in order of; no two rows share the last of them, which is their key. */
  readonly order: readonly OrderedBy[];
  /** Another way of counting its rows than to read them all. */
  readonly count?: Counting;
  /** Its rows are found all together or not at all: to ask for them once is quicker than to ask for a page and a count. */
  readonly isMadeWhole?: boolean;
}

export interface OrderedBy {
  readonly column: SQL;
  readonly type: keyof typeof TYPES;
}

/** Where a row stands in the order: the text of each column. */
export type Standing = readonly string[];

/** How many rows there are, up to one of them and with it; null: in all. */
export type Counting = (tx: Transaction, upTo: Standing | null) => Promise<number>;

/**
 * The keys of one page of a list, as `rowPage` of src/core/row-page.ts gives its rows; without a request, of all of it.
 * Pages begin after the row that a cursor names, wherever that is, and not after so many rows.
 *
 * @throws DomainError `RESULTS.UNKNOWN_CURSOR` (call)
 */
export async function pageOfKeys(
  tx: Transaction,
  list: KeyedList,
  page?: PageRequest,
): Promise<RowPage<string>> {
  if (page === undefined || list.isMadeWhole === true) {
    const rows = await keysOf(tx, list, {});
    if (page !== undefined) return rowPage(rows, (key) => key, page);
    return {
      rows,
      first: Math.min(1, rows.length),
      last: rows.length,
      total: rows.length,
      next: null,
      previous: undefined,
    };
  }
  const { cursor, limit, isCounted = true } = page;
  const after = cursor === undefined ? null : await standingOf(tx, list, cursor);
  if (!isCounted) {
    const found = await keysOf(tx, list, { after, limit: limit + 1 });
    const shown = found.slice(0, limit);
    return piece(shown, found.length > limit ? (shown.at(-1) ?? null) : null);
  }
  const rows = await keysOf(tx, list, { after, limit });
  const count = list.count ?? countingRows(list);
  const total = await count(tx, null);
  const before = after === null ? 0 : await count(tx, after);
  const last = before + rows.length;
  return {
    rows,
    first: rows.length === 0 ? 0 : before + 1,
    last,
    total,
    next: last < total ? (rows.at(-1) ?? null) : null,
    previous: after === null ? undefined : await keyBack(tx, list, after, limit),
  };
}

/** Counts by reading. */
export function countingRows(list: Omit<KeyedList, 'count'>): Counting {
  return async (tx, upTo) => {
    const only = upTo === null ? sql`` : sql` AND ${comparison(list, '<=', upTo)}`;
    const [found] = await rowsOf<{ rows: string }>(
      tx,
      sql`SELECT count(*)::text AS rows ${list.rows}${only}`,
    );
    return Number(found?.rows ?? 0);
  };
}

/** @example (r.program, r.id) <= ('AEO'::text, '…'::uuid) */
export function comparison({ order }: Pick<KeyedList, 'order'>, sign: '>' | '<=', at: Standing): SQL {
  const columns = sql.join(
    order.map(({ column }) => column),
    sql`, `,
  );
  const values = sql.join(
    order.map(({ type }, place) => sql`${at[place] ?? null}::${TYPES[type]}`),
    sql`, `,
  );
  return sql`(${columns}) ${sign === '>' ? sql`>` : sql`<=`} (${values})`;
}

const TYPES = {
  date: sql`date`,
  integer: sql`integer`,
  numeric: sql`numeric`,
  text: sql`text`,
  uuid: sql`uuid`,
} as const;

async function keysOf(
  tx: Transaction,
  list: KeyedList,
  { after = null, limit }: { readonly after?: Standing | null; readonly limit?: number },
): Promise<readonly string[]> {
  const only = after === null ? sql`` : sql` AND ${comparison(list, '>', after)}`;
  const most = limit === undefined ? sql`` : sql` LIMIT ${limit}`;
  const found = await rowsOf<{ key: string }>(
    tx,
    sql`SELECT ${keyOf(list)}::text AS key ${list.rows}${only} ORDER BY ${inOrder(list.order)}${most}`,
  );
  return found.map(({ key }) => key);
}

/** The key so many rows before one; null: there are not so many. */
async function keyBack(
  tx: Transaction,
  list: KeyedList,
  from: Standing,
  rows: number,
): Promise<string | null> {
  const [found] = await rowsOf<{ key: string }>(
    tx,
    sql`SELECT ${keyOf(list)}::text AS key ${list.rows} AND ${comparison(list, '<=', from)}
      ORDER BY ${inOrder(list.order, sql` DESC`)} LIMIT 1 OFFSET ${rows}`,
  );
  return found?.key ?? null;
}

async function standingOf(tx: Transaction, list: KeyedList, cursor: string): Promise<Standing> {
  const isKey = list.order.at(-1)?.type !== 'uuid' || UUID.test(cursor);
  const columns = list.order.map(({ column }) => sql`(${column})::text`);
  const found = isKey
    ? await rowsOf<{ standing: string }>(
        tx,
        sql`SELECT jsonb_build_array(${sql.join(columns, sql`, `)})::text AS standing ${list.rows}
          AND ${keyOf(list)} = ${cursor}::${TYPES[list.order.at(-1)?.type ?? 'text']}`,
      )
    : [];
  const [row] = found;
  if (row === undefined) throw unknownCursor(cursor);
  return JSON.parse(row.standing) as Standing;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function keyOf({ order }: Pick<KeyedList, 'order'>): SQL {
  return order.at(-1)?.column ?? sql`NULL`;
}

/** The columns of an order, for `ORDER BY`. */
export function inOrder(order: readonly OrderedBy[], way: SQL = sql``): SQL {
  return sql.join(
    order.map(({ column }) => sql`${column}${way}`),
    sql`, `,
  );
}
