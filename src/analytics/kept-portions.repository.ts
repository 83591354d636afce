import { type SQL, sql } from 'drizzle-orm';
import type { Scope } from '../access/index.ts';
import { axisOf, type Dimension, NOT_RECORDED, UNDATED } from '../core/dimension.ts';
import type { Filter } from '../core/facts.ts';
import type { Window } from '../core/period.ts';
import type { Day } from '../core/program.ts';
import type { Qualifier, ResultKind } from '../core/result.ts';
import { keptResultsSeen, keptTotals, programKeysSeen } from './kept.table.ts';
import { type Level, levelFor, piecesOf, type Read, type Spans, timesAt } from './kept-plan.ts';

/** Who asks, and on which day. */
export interface Asking {
  readonly scope: Scope;
  readonly today: Day;
}

/** A question of one indicator; without what it is broken down by, for its total. */
export interface Question extends Asking {
  readonly indicator: string;
  readonly kind: ResultKind;
  readonly by: Dimension | null;
  readonly filter: Filter;
  /** Whether the answer has to tell the results of each country apart. */
  readonly byPlace: boolean;
}

/** What a portion adds, in the order of its columns. */
export const MEASURES = [
  'count',
  'value',
  'exact',
  'undated',
  'denominator',
  'high',
  'abouts',
  'at_leasts',
  'at_mosts',
  'ranges',
  'wholes',
] as const;
type Measures = Readonly<Record<(typeof MEASURES)[number], SQL>>;

/**
 * Everything that adds to an answer, and what takes away from it, as selects of one shape: `key`, `country` (empty where
 * it is not asked for) and the measures. Summed by key they are the answer.
 */
export function portionsOf(question: Question): readonly SQL[] {
  const { by, filter, scope, today, byPlace } = question;
  // Of another indicator than the one that is filtered by there is nothing.
  if (filter.indicator !== undefined && filter.indicator !== question.indicator) return [];
  const level = levelFor(question, scope, byPlace);
  const times = level === null ? null : timesAt(level, by);
  const { spans, reads } = piecesOf(filter, { by, times, today });
  const fromKept =
    level === null
      ? []
      : sidesOf(by).flatMap((side) => spans.flatMap((each) => keptPortions(question, side, level, each)));
  return [...fromKept, ...reads.map((each) => readPortion(question, each))];
}

/** Which rows of a source are asked for, and as what they count. */
interface Side {
  readonly axis: string;
  /** Of an axis: what its parts say, or the results, whole, that have parts of it. */
  readonly parts: 'said' | 'whole' | null;
  /** Under which it counts; null: what the question is by. */
  readonly key: string | null;
  readonly sign: 1 | -1;
}

/** What no part of an axis holds is what remains of everything without the results that have parts of it (rule 6). */
function sidesOf(by: Dimension | null): readonly Side[] {
  const axis = by === null ? null : axisOf(by);
  if (axis === null) return [{ axis: '', parts: null, key: by === null ? '' : null, sign: 1 }];
  return [
    { axis, parts: 'said', key: null, sign: 1 },
    { axis, parts: 'whole', key: NOT_RECORDED, sign: -1 },
    { axis: '', parts: null, key: NOT_RECORDED, sign: 1 },
  ];
}

/** Where a source has the keys of its rows; null: not at this level. */
export interface Columns {
  readonly pillar: SQL | null;
  readonly country: SQL | null;
  readonly donor: SQL | null;
  /** Where several donors stand together. */
  readonly donors: SQL | null;
  readonly program: SQL | null;
}

/** What the keys of kept totals name at a level (kept.table.ts). */
export function columnsAt(level: Level, { key, other }: { readonly key: SQL; readonly other: SQL }): Columns {
  const nowhere = { pillar: null, country: null, donor: null, donors: null, program: null };
  const columns: Readonly<Record<Level, Partial<Columns>>> = {
    all: {},
    pillar: { pillar: key },
    country: { country: key },
    donor: { donor: key },
    program: { program: key },
    'pillar country': { pillar: key, country: other },
    'donor pillar': { donor: key, pillar: other },
    'donor country': { donor: key, country: other },
    'donor receiver': { donor: key },
  };
  return { ...nowhere, ...columns[level] };
}

/** Of results as they are kept. */
const OF_RESULT: Columns = {
  pillar: sql`r.pillar`,
  country: sql`r.country`,
  donor: null,
  donors: sql`r.donors`,
  program: sql`r.program`,
};

/** Of all time, how much of it is undated stands in a row of its own. */
function keptPortions(question: Question, side: Side, level: Level, spans: Spans): readonly SQL[] {
  const own = (name: (typeof MEASURES)[number]) => sql`t.${sql.identifier(name)}`;
  const portion = (grain: Spans['grain'], of: (name: (typeof MEASURES)[number]) => SQL) =>
    keptPortion(
      question,
      side,
      level,
      { ...spans, grain },
      Object.fromEntries(MEASURES.map((name) => [name, of(name)])) as Measures,
    );
  const sums = portion(spans.grain, (name) =>
    name !== 'undated' ? own(name) : spans.grain === 'undated' ? own('value') : sql`0`,
  );
  if (spans.grain !== 'ever') return [sums];
  return [sums, portion('undated', (name) => (name === 'undated' ? own('value') : sql`0`))];
}

function keptPortion(
  question: Question,
  side: Side,
  level: Level,
  { grain, first, last }: Spans,
  measures: Measures,
): SQL {
  const columns = {
    ...columnsAt(level, { key: sql`t.key`, other: sql`t.other_key` }),
    ...(level === 'program' && { pillar: sql`k.pillar`, donors: sql`k.donors` }),
  };
  const time =
    grain === 'undated'
      ? sql`${UNDATED}::text`
      : grain === 'month' && question.by === 'month'
        ? sql`left(t.span::text, 4) || '-' || right(t.span::text, 2)`
        : grain === 'month'
          ? sql`left(t.span::text, 4)`
          : sql`t.span::text`;
  const source =
    level === 'program'
      ? sql`${keptTotals} AS t JOIN ${programKeysSeen} AS k ON k.program = t.key`
      : sql`${keptTotals} AS t`;
  return portion(
    question,
    side.key,
    { columns, time, part: sql`t.part`, measures, source, sign: side.sign },
    [
      sql`t.indicator = ${question.indicator}`,
      sql`t.kind = ${question.kind}`,
      sql`t.axis = ${side.axis}`,
      sql`t.level = ${level}`,
      sql`t.grain = ${grain}`,
      spanIn(sql`t.span`, { first, last }),
      ...(side.parts === null ? [] : [side.parts === 'said' ? sql`t.part <> ''` : sql`t.part = ''`]),
    ],
  );
}

/** @example of all time it is one, which an index finds with the keys that follow */
export function spanIn(column: SQL, { first, last }: Pick<Spans, 'first' | 'last'>): SQL {
  return first === last ? sql`${column} = ${first}` : sql`${column} BETWEEN ${first} AND ${last}`;
}

function readPortion(question: Question, read: Read): SQL {
  const { by, indicator, kind } = question;
  const axis = by === null ? null : axisOf(by);
  const value = axis === null ? sql`r.value` : sql`COALESCE(p.value, r.value)`;
  const is = (qualifier: Qualifier) => sql`(r.qualifier = ${qualifier})::integer`;
  const measures: Measures = {
    count: sql`1`,
    value,
    exact: sql`CASE r.qualifier WHEN 'exact' THEN ${value} ELSE 0 END`,
    undated: read.undated ? sql`CASE WHEN r.period_end IS NULL THEN ${value} ELSE 0 END` : sql`0`,
    denominator: sql`COALESCE(r.denominator, 0)`,
    high: sql`CASE WHEN ${value} = r.value THEN COALESCE(r.value_high, 0) ELSE 0 END`,
    abouts: is('about'),
    at_leasts: is('at least'),
    at_mosts: is('at most'),
    ranges: is('range'),
    wholes: sql`(${value} = r.value)::integer`,
  };
  // What has no part of the axis stands whole under what is not recorded.
  const source =
    axis === null
      ? sql`${keptResultsSeen} AS r`
      : sql`${keptResultsSeen} AS r LEFT JOIN LATERAL (
          SELECT o.part, o.value FROM kept.parts_of(r.parts, r.value, r.denominator) AS o
          WHERE r.parts IS NOT NULL AND o.axis = ${axis} AND o.part <> ''
        ) AS p ON true`;
  const time = sql`COALESCE(to_char(r.period_end, ${by === 'year' ? 'YYYY' : 'YYYY-MM'}), ${UNDATED})`;
  const part = sql`COALESCE(p.part, ${NOT_RECORDED})`;
  return portion(question, null, { columns: OF_RESULT, time, part, measures, source, sign: read.sign }, [
    sql`r.indicator = ${indicator}`,
    sql`r.kind = ${kind}`,
    ...isRead(sql`r.period_end`, read),
  ]);
}

function isRead(day: SQL, { first, last, undated }: Omit<Read, 'sign'>): readonly SQL[] {
  const dated = [
    ...(first === null ? [] : [sql`${day} >= ${first}::date`]),
    ...(last === null ? [] : [sql`${day} <= ${last}::date`]),
  ];
  if (!undated) return [sql`${day} IS NOT NULL`, ...dated];
  return dated.length === 0 ? [] : [sql`(${day} IS NULL OR ${sql.join(dated, sql` AND `)})`];
}

interface Source {
  readonly columns: Columns;
  /** The year or month that a row counts in. */
  readonly time: SQL;
  readonly part: SQL;
  readonly measures: Measures;
  readonly source: SQL;
  readonly sign: number;
}

/** @param key under which all of it counts; null: what the question is by */
function portion(question: Question, key: string | null, from: Source, chosen: readonly SQL[]): SQL {
  const { by, byPlace, filter, scope } = question;
  const unnest = by === 'donor' && from.columns.donor === null ? from.columns.donors : null;
  const columns = unnest === null ? from.columns : { ...from.columns, donor: sql`d.donor` };
  const under = key === null ? keyIn(by, columns, from) : sql`${key}`;
  const country = byPlace && columns.country !== null ? columns.country : sql`''`;
  const conditions = [...chosen, ...narrowing(filter, scope, columns)];
  const measures = MEASURES.map(
    (name) => sql`${from.sign}::integer * (${from.measures[name]}) AS ${sql.identifier(name)}`,
  );
  return sql`SELECT ${under}::text AS key, ${country}::text AS country, ${sql.join(measures, sql`, `)}
    FROM ${from.source} ${unnest === null ? sql`` : sql`CROSS JOIN LATERAL unnest(${unnest}) AS d(donor)`}
    WHERE ${sql.join(conditions, sql` AND `)}`;
}

/** Under which key a row counts in an answer. */
export function keyIn(
  by: Dimension | null,
  columns: Columns,
  { time, part }: { readonly time: SQL; readonly part: SQL },
): SQL {
  switch (by) {
    case null:
      return sql`''`;
    case 'pillar':
    case 'country':
    case 'donor':
    case 'program':
      return columns[by] ?? sql`''`;
    case 'year':
    case 'month':
      return time;
    default:
      return part;
  }
}

/** What a filter and a scope let through, by the very keys under which rows count (rule 10). */
export function narrowing(filter: Filter, scope: Scope, columns: Columns): readonly SQL[] {
  const { pillar, country, donor, program } = filter;
  const ofDonor = (code: string) =>
    columns.donor === null ? sql`${code} = ANY (${columns.donors})` : sql`${columns.donor} = ${code}`;
  return [
    ...(pillar === undefined ? [] : [sql`${columns.pillar} = ${pillar}`]),
    ...(country === undefined ? [] : [sql`${columns.country} = ${country}`]),
    ...(donor === undefined ? [] : [ofDonor(donor)]),
    ...(program === undefined ? [] : [sql`${columns.program} IN (${withDescendants([program])})`]),
    ...inScope(scope, columns),
  ];
}

/** Beside row-level security, which holds the same: what a scope lets through. */
function inScope(scope: Scope, columns: Columns): readonly SQL[] {
  switch (scope.kind) {
    case 'all':
    case 'public':
      return [];
    case 'programs':
      return [sql`${columns.program} IN (${withDescendants(scope.programs)})`];
    case 'donor': {
      const own = sql`ARRAY(SELECT jsonb_array_elements_text(${JSON.stringify(scope.organisations)}::jsonb))`;
      return [
        columns.donor === null ? sql`${columns.donors} && ${own}` : sql`${columns.donor} = ANY (${own})`,
      ];
    }
  }
}

/** Codes of programmes with what lies below them, as a select. */
export function withDescendants(programs: readonly string[]): SQL {
  return sql`WITH RECURSIVE below(code) AS (
      SELECT given COLLATE "C" FROM jsonb_array_elements_text(${JSON.stringify(programs)}::jsonb) AS given
      UNION
      SELECT p.code::text FROM programs_seen p JOIN below b ON p.parent = b.code
    ) SELECT code FROM below`;
}

/** The results of an indicator that are in a question, whatever their day. */
export function resultsIn({ indicator, kind, filter, scope }: Question): SQL {
  const conditions = [
    sql`r.indicator = ${indicator}`,
    sql`r.kind = ${kind}`,
    ...(filter.indicator === undefined ? [] : [sql`r.indicator = ${filter.indicator}`]),
    ...narrowing(filter, scope, OF_RESULT),
  ];
  return sql`FROM ${keptResultsSeen} AS r WHERE ${sql.join(conditions, sql` AND `)}`;
}

/** The results that a window lets through (rule 11). */
export function inWindow({ from, to }: Window): SQL {
  const days = { first: from ?? null, last: to ?? null, undated: from === undefined };
  const conditions = isRead(sql`r.period_end`, days);
  return conditions.length === 0 ? sql`true` : sql.join([...conditions], sql` AND `);
}
