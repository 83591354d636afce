import { type SQL, sql } from 'drizzle-orm';
import { axisOf, type Dimension, NOT_RECORDED, UNDATED } from '../core/dimension.ts';
import type { Filter } from '../core/facts.ts';
import { admits } from '../core/one-or-more.ts';
import type { Window } from '../core/period.ts';
import type { Qualifier, ResultKind } from '../core/result.ts';
import { keptResultsSeen, keptTotals, programKeysSeen } from './kept.table.ts';
import {
  type Asking,
  type Columns,
  columnsAt,
  keyIn,
  narrowing,
  spanIn,
  timeOfMonth,
  timePattern,
} from './kept-keys.repository.ts';
import { lastOfSeries } from './kept-latest.repository.ts';
import { type Level, levelFor, piecesOf, type Read, type Spans, timesAt } from './kept-plan.ts';
import { isAmong } from './rows/conditions.repository.ts';

/** A question of indicators: of one, broken down, or of the total of each. */
export interface Question extends Asking {
  readonly indicators: readonly string[];
  readonly kind: ResultKind;
  /** Null: by indicator. */
  readonly by: Dimension | null;
  readonly filter: Filter;
  /** Whether the answer has to tell the results of each country apart. */
  readonly byPlace: boolean;
  /** Whether of each series counts what it says last alone (rule 3): then so it does of all of `indicators`. */
  readonly isLatest: boolean;
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
export function portionsOf(asked: Question): readonly SQL[] {
  const { by, filter, scope, today, byPlace } = asked;
  // Of another indicator than the one that is filtered by there is nothing.
  const indicators = asked.indicators.filter((each) => admits(filter.indicator, each));
  if (indicators.length === 0) return [];
  const question = { ...asked, indicators };
  // Which of them count hangs on the window, and no sum tells it.
  if (asked.isLatest) return [readPortion(question, WHENEVER, sql`(${lastInWindow(question)})`)];
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
  if (axis === null) return [{ axis: '', parts: null, key: null, sign: 1 }];
  return [
    { axis, parts: 'said', key: null, sign: 1 },
    { axis, parts: 'whole', key: NOT_RECORDED, sign: -1 },
    { axis: '', parts: null, key: NOT_RECORDED, sign: 1 },
  ];
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
      : grain === 'month'
        ? timeOfMonth(question.by, sql`t.span`)
        : sql`t.span::text`;
  const source =
    level === 'program'
      ? sql`${keptTotals} AS t JOIN ${programKeysSeen} AS k ON k.program = t.key`
      : sql`${keptTotals} AS t`;
  return portion(
    question,
    side.key,
    { columns, indicator: sql`t.indicator`, time, part: sql`t.part`, measures, source, sign: side.sign },
    [
      isOneOf(sql`t.indicator`, question.indicators),
      sql`t.kind = ${question.kind}`,
      sql`t.axis = ${side.axis}`,
      sql`t.level = ${level}`,
      sql`t.grain = ${grain}`,
      spanIn(sql`t.span`, { first, last }),
      ...(side.parts === null ? [] : [side.parts === 'said' ? sql`t.part <> ''` : sql`t.part = ''`]),
    ],
  );
}

const WHENEVER: Read = { first: null, last: null, undated: true, sign: 1 };

function lastInWindow(question: Question): SQL {
  const { indicators, filter, by } = question;
  const among = resultsIn(question, (column) => isOneOf(column, indicators));
  return lastOfSeries(sql`${among} AND ${inWindow(filter)}`, by);
}

/** @param results of which it reads, with the columns of `keptResultsSeen` */
function readPortion(question: Question, read: Read, results: SQL = sql`${keptResultsSeen}`): SQL {
  const { by, indicators, kind } = question;
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
      ? sql`${results} AS r`
      : sql`${results} AS r LEFT JOIN LATERAL (
          SELECT o.part, o.value FROM kept.parts_of(r.parts, r.value, r.denominator) AS o
          WHERE r.parts IS NOT NULL AND o.axis = ${axis} AND o.part <> ''
        ) AS p ON true`;
  const time = sql`COALESCE(to_char(r.period_end, ${timePattern(by)}), ${UNDATED})`;
  const part = sql`COALESCE(p.part, ${NOT_RECORDED})`;
  const { sign } = read;
  const indicator = sql`r.indicator`;
  return portion(question, null, { columns: OF_RESULT, indicator, time, part, measures, source, sign }, [
    isOneOf(indicator, indicators),
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

function isOneOf(column: SQL, codes: readonly string[]): SQL {
  const [code, ...others] = codes;
  return others.length === 0 ? sql`${column} = ${code}` : sql`${column} IN ${codes}`;
}

interface Source {
  readonly columns: Columns;
  readonly indicator: SQL;
  /** The year, quarter or month that a row counts in. */
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
  const asked = by === null ? from.indicator : keyIn(by, columns, from);
  const under = key === null ? asked : sql`${key}`;
  const country = byPlace && columns.country !== null ? columns.country : sql`''`;
  const conditions = [...chosen, ...narrowing(filter, scope, columns, 'results')];
  const measures = MEASURES.map(
    (name) => sql`${from.sign}::integer * (${from.measures[name]}) AS ${sql.identifier(name)}`,
  );
  return sql`SELECT ${under}::text AS key, ${country}::text AS country, ${sql.join(measures, sql`, `)}
    FROM ${from.source} ${unnest === null ? sql`` : sql`CROSS JOIN LATERAL unnest(${unnest}) AS d(donor)`}
    WHERE ${sql.join(conditions, sql` AND `)}`;
}

/** The results that are in a question, of the indicators that `isOf` lets through, whatever their day. */
export function resultsIn({ kind, filter, scope }: Question, isOf: (indicator: SQL) => SQL): SQL {
  const conditions = [
    isOf(sql`r.indicator`),
    sql`r.kind = ${kind}`,
    ...(filter.indicator === undefined ? [] : [isAmong(sql`r.indicator`, filter.indicator)]),
    ...narrowing(filter, scope, OF_RESULT, 'results'),
  ];
  return sql`FROM ${keptResultsSeen} AS r WHERE ${sql.join(conditions, sql` AND `)}`;
}

/** What is kept of the undated results of an indicator that are in a question; null: it is not kept. */
export function undatedKept({ kind, filter, scope }: Question, indicator: SQL): SQL | null {
  const level = levelFor({ by: null, filter }, scope, false);
  if (level === null) return null;
  const columns = columnsAt(level, { key: sql`t.key`, other: sql`t.other_key` });
  const conditions = [
    sql`t.indicator = ${indicator}`,
    sql`t.kind = ${kind}`,
    sql`t.axis = ''`,
    sql`t.level = ${level}`,
    sql`t.grain = 'undated'`,
    sql`t.count <> 0`,
    ...(filter.indicator === undefined ? [] : [isAmong(sql`t.indicator`, filter.indicator)]),
    ...narrowing(filter, scope, columns, 'results'),
  ];
  return sql`SELECT FROM ${keptTotals} AS t WHERE ${sql.join(conditions, sql` AND `)}`;
}

/** The results that a window lets through (rule 11). */
function inWindow({ from, to }: Window): SQL {
  const days = { first: from ?? null, last: to ?? null, undated: from === undefined };
  const conditions = isRead(sql`r.period_end`, days);
  return conditions.length === 0 ? sql`true` : sql.join([...conditions], sql` AND `);
}
