import { type SQL, sql } from 'drizzle-orm';
import { cellsHolding } from '../../core/cells-holding.ts';
import type { CellPlace } from '../../core/figures.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { rowsOf } from '../../platform/database/rows.ts';
import type { RowsAsking } from './asking.ts';
import { arrayOf } from './conditions.repository.ts';
import {
  readNarrativesInOrder,
  readProgramsInOrder,
  readResultsInOrder,
  readTransactionsInOrder,
} from './read-rows.repository.ts';
import { sourcesFor } from './sources.repository.ts';

/** Rows are looked at so many at a time. */
const AT_ONCE = 2_000;

/**
 * Cells whose text holds one of some signs, as `Figures.cellsHolding`. The database finds the rows that may hold one in what
 * people write; which cell it is, `cellsHolding` of src/core tells of those. A plain letter or digit may stand anywhere, and
 * for its sake every row is looked at.
 */
export async function cellsOfRows(
  tx: Transaction,
  { scope }: RowsAsking,
  signs: readonly string[],
): Promise<readonly CellPlace[]> {
  if (signs.length === 0) return [];
  const sources = sourcesFor(scope);
  const isWritten = !signs.some((sign) => PLAIN.test(sign) || sign === '');
  const holding = (texts: SQL) =>
    isWritten
      ? sql`EXISTS (SELECT FROM (SELECT ${texts} AS text OFFSET 0) AS t, unnest(${arrayOf(signs)}) AS s(sign) WHERE strpos(t.text, s.sign) > 0)`
      : sql`true`;
  const programs = sql`SELECT p.code::text AS key FROM ${sources.programs} p
    WHERE ${holding(sql`concat_ws(' ', p.code, p.parent, p.unit, p.link, p.identifier, ${WORDS(sql`p.title, p.summary, p.objectives, p.beneficiaries, p.note`)},
      (SELECT string_agg(o.pillar, ' ') FROM program_pillars o WHERE o.program = p.code),
      (SELECT string_agg(o.place, ' ') FROM program_places o WHERE o.program = p.code),
      (SELECT string_agg(o.organisation, ' ') FROM program_organisations o WHERE o.program = p.code))`)} ORDER BY p.code`;
  const results = sql`SELECT r.id::text AS key FROM ${sources.results} r
    WHERE r.status = 'approved' AND ${holding(sql`concat_ws(' ', r.program, r.indicator, r.place, ${WORDS(sql`r.note`)},
      (SELECT string_agg(concat_ws(' ', p.axis, p.part), ' ') FROM result_parts p WHERE p.result = r.id),
      (SELECT string_agg(concat_ws(' ', e.url, ${WORDS(sql`e.title`)}), ' ') FROM evidence_seen e WHERE e.result = r.id))`)} ORDER BY r.id`;
  const transactions = sql`SELECT m.id::text AS key FROM ${sources.transactions} m
    WHERE m.status = 'approved' AND ${holding(sql`concat_ws(' ', m.program, m.provider, m.receiver, m.place, m.rate_source, ${WORDS(sql`m.note`)})`)} ORDER BY m.id`;
  const narratives = sql`SELECT n.id::text AS key FROM narratives_seen n
    WHERE n.status = 'approved' AND ${holding(sql`concat_ws(' ', n.program, n.place, ${WORDS(sql`n.text, n.sheet`)})`)} ORDER BY n.id`;
  const cells = async <Row extends object>(
    part: CellPlace['part'],
    statement: SQL,
    {
      read,
      keyOf,
    }: {
      readonly read: (keys: readonly string[]) => Promise<readonly Row[]>;
      readonly keyOf: (row: Row) => string;
    },
  ) => {
    const keys = (await rowsOf<{ key: string }>(tx, statement)).map(({ key }) => key);
    const found: CellPlace[] = [];
    for (let start = 0; start < keys.length; start += AT_ONCE) {
      const rows = await read(keys.slice(start, start + AT_ONCE));
      found.push(...cellsHolding(rows, keyOf, signs).map((cell) => ({ part, ...cell })));
    }
    return found;
  };
  return [
    ...(await cells('programs', programs, {
      read: (keys) => readProgramsInOrder(tx, scope, keys),
      keyOf: ({ code }) => code,
    })),
    ...(await cells('results', results, {
      read: (keys) => readResultsInOrder(tx, scope, keys),
      keyOf: ({ id }) => id,
    })),
    ...(await cells('transactions', transactions, {
      read: (keys) => readTransactionsInOrder(tx, scope, keys),
      keyOf: ({ id }) => id,
    })),
    ...(await cells('narratives', narratives, {
      read: (keys) => readNarrativesInOrder(tx, scope, keys),
      keyOf: ({ id }) => id,
    })),
  ];
}

/** A sign that words of the record's own may hold, and not what people wrote alone. */
const PLAIN = /^\p{ASCII}*$/u;

/** Texts in all their languages. */
const WORDS = (columns: SQL) =>
  sql`(SELECT string_agg(v.value, ' ') FROM (SELECT unnest(ARRAY[${columns}]::jsonb[]) AS text) AS t, jsonb_each_text(t.text) AS v)`;
