import { type SQL, sql } from 'drizzle-orm';
import { NOT_RECORDED } from '../../core/dimension.ts';
import type { Filter } from '../../core/facts.ts';
import type { ProgramOrder, ProgramsQuery } from '../../core/figures-of-programs.ts';
import { admits, type OneOrMore, oneOrMore, valuesOf } from '../../core/one-or-more.ts';
import { searchWords } from '../../core/search.ts';
import { allOf, anyOf, holdsAny, isAmong } from './conditions.repository.ts';
import { foldedText } from './folded-text.repository.ts';
import type { OrderedBy } from './key-page.repository.ts';
import { inFilter, regionsOf, whereFigures } from './result-source.repository.ts';
import { type Sources, withBelow } from './sources.repository.ts';

/**
 * A select of the codes of programmes that a query is about, as `selectedPrograms` of facts-programs.ts chooses them. (All
 * may be read about in a scope of everything.)
 */
export function programsIn(sources: Sources, query: ProgramsQuery): SQL {
  const { filter, begunBy, sheetDay } = query;
  const { country, ...rest } = filter;
  const selected =
    country === undefined || sheetDay === undefined
      ? matching(sources, filter)
      : [
          ...matching(sources, rest),
          anyOf(
            valuesOf(country).map(
              (each) => sql`p.code IN (${onSheet(sources, { country: each, day: sheetDay, begunBy })})`,
            ),
          ),
        ];
  return sql`SELECT p.code FROM ${sources.programs} p LEFT JOIN ${sources.programKeys} k ON k.program = p.code
    WHERE ${allOf([sources.isReadable(sql`p.code`), ...selected, hasBegun(begunBy), ...found(query.search ?? '')])}`;
}

function matching(sources: Sources, filter: Filter): readonly SQL[] {
  const { pillar, country, donor, program } = filter;
  return [
    ...(program === undefined ? [] : [sql`p.code = ANY (${withBelow(sources, valuesOf(program))})`]),
    ...(pillar === undefined ? [] : [sql`p.code IN (${holding(sources, 'pillar', pillar)})`]),
    ...(donor === undefined ? [] : [isFundedBy(donor)]),
    ...(country === undefined
      ? []
      : [
          sql`(p.code IN (${holding(sources, 'place', country)}) OR p.code IN (${withFigures(sources, filter)}))`,
        ]),
  ];
}

function isFundedBy(donor: OneOrMore): SQL {
  const named = oneOrMore(valuesOf(donor).filter((each) => each !== NOT_RECORDED));
  const isNamed = named === undefined ? [] : [holdsAny(sql`k.donors`, named)];
  return admits(donor, NOT_RECORDED) ? anyOf([...isNamed, hasNoFunder()]) : anyOf(isNamed);
}

/** None funds it that the reader knows of: others' are not in a donor's sight. */
export function hasNoFunder(): SQL {
  return sql`COALESCE(k.donors, '{}') <@ ARRAY[${NOT_RECORDED}::text]`;
}

/** Programmes that have figures in a filter, whatever their day. */
export function withFigures(sources: Sources, { from: _, to: __, ...atAnyTime }: Filter): SQL {
  const source = whereFigures(sources);
  return sql`SELECT r.program FROM ${source.from} WHERE ${allOf([...source.holds, ...inFilter(source, sources, atAnyTime)])}`;
}

export function hasBegun(begunBy: ProgramsQuery['begunBy']): SQL {
  return begunBy === null ? sql`true` : sql`(p.starts_on IS NULL OR p.starts_on <= ${begunBy}::date)`;
}

/** Programmes for which a pillar or place, or one of several, holds, their own or inherited. */
export function holding(sources: Sources, what: 'pillar' | 'place', asked: OneOrMore): SQL {
  return sql`SELECT h.code FROM (${heldBy(sources, what, asked)}) AS h`;
}

/** `code` and `held`: which pillars or places hold for which programmes; of those that were asked for. */
export function heldBy({ programs }: Sources, what: 'pillar' | 'place', asked?: OneOrMore): SQL {
  const own = what === 'pillar' ? sql`program_pillars` : sql`program_places`;
  const held = what === 'pillar' ? sql`o.pillar` : sql`o.place`;
  const only = asked === undefined ? sql`true` : isAmong(held, asked);
  return sql`WITH RECURSIVE held(code, held) AS (
      SELECT o.program::text COLLATE "C", ${held}::text COLLATE "C" FROM ${own} o WHERE ${only}
      UNION ALL
      SELECT p.code::text COLLATE "C", h.held FROM held h JOIN ${programs} p ON p.parent = h.code
      WHERE NOT EXISTS (SELECT FROM ${own} o WHERE o.program = p.code)
    ) SELECT code, held FROM held`;
}

interface Sheet {
  readonly country: string;
  readonly day: string;
  readonly begunBy: ProgramsQuery['begunBy'];
}

/** What stands on a country's fact sheet, as `programsOnSheet` of src/core/country-sheet.ts has it. */
function onSheet(sources: Sources, { country, day, begunBy }: Sheet): SQL {
  const reported = whereFigures(sources);
  return sql`WITH RECURSIVE regions AS (${regionsOf(country, day)}), held AS (${heldBy(sources, 'place')}), standing AS MATERIALIZED (
      SELECT p.code, p.parent FROM ${sources.programs} p WHERE ${hasBegun(begunBy)} AND (
        p.code IN (SELECT h.code FROM held h WHERE h.held = ${country})
        OR (
          p.code IN (SELECT h.code FROM held h WHERE h.held IN (SELECT region FROM regions))
          AND p.code IN (
            SELECT r.program FROM ${reported.from}
            WHERE ${allOf(reported.holds)} AND ${reported.country} IN (SELECT region FROM regions)
          )
        )
      )
    ), above(code) AS (
      SELECT s.parent::text COLLATE "C" FROM standing s WHERE s.parent IS NOT NULL
      UNION
      SELECT p.parent::text COLLATE "C" FROM above a JOIN ${sources.programs} p ON p.code = a.code WHERE p.parent IS NOT NULL
    )
    SELECT s.code FROM standing s WHERE NOT EXISTS (SELECT FROM above a WHERE a.code = s.code)`;
}

/** Every word stands in the code or in a title, as `isFound` of src/core/search.ts has it. */
function found(search: string): readonly SQL[] {
  const words = searchWords(search);
  if (words.length === 0) return [];
  const texts = foldedText(
    sql`concat_ws(E'\n', p.code, (SELECT string_agg(t.value, E'\n') FROM jsonb_each_text(p.title) AS t))`,
  );
  const each = words.map((word) => sql`strpos(f.text, ${word}) > 0`);
  return [sql`(SELECT ${allOf(each)} FROM (SELECT ${texts} AS text OFFSET 0) AS f)`];
}

/** A list of programmes whose codes a select gives, in an order. */
export function programList(sources: Sources, codes: SQL, order: ProgramOrder) {
  const byCode: OrderedBy = { column: sql`p.code`, type: 'text' };
  if (order === 'code') return { rows: sql`FROM (${codes}) AS p WHERE true`, order: [byCode] };
  const line: OrderedBy = { column: sql`p.line`, type: 'text' };
  const age: OrderedBy = { column: sql`p.age`, type: 'integer' };
  return {
    // A space comes before every sign of a code.
    rows: sql`FROM (
      WITH RECURSIVE lines(code, line, age) AS (
        SELECT p.code::text COLLATE "C", p.code::text COLLATE "C", ${AGE} FROM ${sources.programs} p WHERE p.parent IS NULL
        UNION ALL
        SELECT p.code::text COLLATE "C", l.line || ' ' || p.code, ${AGE} FROM lines l JOIN ${sources.programs} p ON p.parent = l.code
      ) SELECT code, line, age FROM lines WHERE code IN (${codes})
    ) AS p WHERE true`,
    order: order === 'tree' ? [line, byCode] : [age, line, byCode],
  };
}

/** Ascends from the last start to the first, and to what has none. */
const AGE = sql`COALESCE('3000-01-01'::date - p.starts_on, 1000000)`;
