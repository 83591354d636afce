import { type SQL, sql } from 'drizzle-orm';
import { axisOf } from '../../core/dimension.ts';
import type { Filter } from '../../core/facts.ts';
import type { ResultSelection } from '../../core/figures.ts';
import { admits, onlyOne } from '../../core/one-or-more.ts';
import type { Window } from '../../core/period.ts';
import type { ResultKind } from '../../core/result.ts';
import { seesEverything } from '../../core/visibility/scope.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { rowsOf } from '../../platform/database/rows.ts';
import { columnsAt, narrowing, spanIn } from '../kept-keys.repository.ts';
import { levelFor, piecesOf, timesAt } from '../kept-plan.ts';
import type { RowsAsking } from './asking.ts';
import { allOf, isAmong } from './conditions.repository.ts';
import { type Counting, countingRows, type KeyedList } from './key-page.repository.ts';
import { approvedResults, countedResults, inFilter, type ResultSource } from './result-source.repository.ts';
import { type Sources, sourcesFor } from './sources.repository.ts';
import { cutAt, keyWindow, only, placeInTime } from './time-order.repository.ts';

/**
 * How many results a selection has, and how many stand before one of them, from the totals that are kept: a page costs the
 * same wherever it stands. Null: they have to be read to be counted.
 */
export function keptCounting(
  asking: RowsAsking,
  selection: ResultSelection,
  list: Omit<KeyedList, 'count'>,
): Counting | null {
  const question = questionOf(asking, selection);
  if (question === null) return null;
  const { inOrderOf = 'period' } = selection;
  const byReading = countingRows(list);
  return async (tx, upTo) => {
    if (upTo === null) return countIn(tx, asking, question, question.window);
    if (inOrderOf === 'value') return byReading(tx, upTo);
    const { before, sameDay } = placeInTime(inOrderOf, question.window, list, upTo);
    const earlier = before === null ? 0 : await countIn(tx, asking, question, before);
    const beside = await countingRows({ ...list, rows: sql`${list.rows} AND ${sameDay}` })(tx, upTo);
    return earlier + beside;
  };
}

interface Question {
  readonly kinds: readonly ResultKind[];
  readonly filter: Filter;
  readonly window: Window;
  readonly cutOff: string | undefined;
  /** Whether what another figure holds is listed too. */
  readonly isHeldListed: boolean;
}

function questionOf({ scope, names }: RowsAsking, selection: ResultSelection): Question | null {
  const { filter, kind, by, key, cutOff, concerning } = selection;
  const { from, to, ...keys } = filter;
  const one = onlyOne(filter.indicator);
  const isLatest = names.indicators.some(({ code, combineTime }) => code === one && combineTime === 'latest');
  const isCounted = one !== undefined && kind !== undefined;
  if (!seesEverything(scope) || concerning !== undefined || filter.program !== undefined) return null;
  if (isCounted && isLatest) return null;
  const row = by === undefined ? {} : keyWindow(by, key);
  if (row === null || (by !== undefined && (axisOf(by) !== null || by === 'program'))) return null;
  const isKey = by === 'pillar' || by === 'country' || by === 'donor';
  if (isKey && !admits(keys[by], key ?? '')) return null;
  const narrowed = isKey ? { ...keys, [by]: key } : keys;
  if (narrowed.pillar !== undefined && narrowed.country !== undefined && narrowed.donor !== undefined)
    return null;
  return {
    kinds: kind === undefined ? ['target', 'actual'] : [kind],
    filter: narrowed,
    window: only(only({ ...(from !== undefined && { from }) }, { ...(to !== undefined && { to }) }), row),
    cutOff,
    isHeldListed: !isCounted,
  };
}

async function countIn(
  tx: Transaction,
  asking: RowsAsking,
  question: Question,
  window: Window,
): Promise<number> {
  const portions = question.kinds.flatMap((kind) => {
    const cut = kind === 'actual' ? cutAt(window, question.cutOff) : window;
    if (cut.from !== undefined && cut.to !== undefined && cut.from > cut.to) return [];
    return portionsIn(asking, question, kind, cut);
  });
  if (portions.length === 0) return 0;
  const [found] = await rowsOf<{ count: string | null }>(
    tx,
    sql`SELECT sum(count)::text AS count FROM (${sql.join(portions, sql` UNION ALL `)}) AS portions`,
  );
  return Number(found?.count ?? 0);
}

function portionsIn(
  { scope, today }: RowsAsking,
  { filter, isHeldListed }: Question,
  kind: ResultKind,
  window: Window,
): readonly SQL[] {
  const sources = sourcesFor(scope);
  const { indicator, ...keys } = filter;
  const level = levelFor({ by: null, filter: keys }, scope, false);
  const times = level === null ? null : timesAt(level, null);
  const { spans, reads } = piecesOf(window, { by: null, times, today });
  const asked = indicator === undefined ? sql`true` : isAmong(sql`i.code`, indicator);
  const kept = (level === null ? [] : spans).map(
    ({ grain, first, last }) => sql`SELECT t.count FROM indicators i CROSS JOIN LATERAL (
        SELECT t.count FROM kept.totals t WHERE ${allOf([
          sql`t.indicator = i.code AND t.kind = ${kind} AND t.axis = '' AND t.level = ${level} AND t.grain = ${grain}`,
          spanIn(sql`t.span`, { first, last }),
          ...narrowing(
            keys,
            scope,
            columnsAt(level ?? 'all', { key: sql`t.key`, other: sql`t.other_key` }),
            'results',
          ),
        ])} OFFSET 0
      ) AS t WHERE ${asked}`,
  );
  const read = reads.map(({ first, last, undated, sign }) => {
    const ends = { ...(first !== null && { from: first }), ...(last !== null && { to: last }) };
    return readCount(sources, { ...filter, ...ends }, { kind, isDated: first === null && !undated, sign });
  });
  if (!isHeldListed) return [...kept, ...read];
  const held = approvedResults(sources);
  const isPart = allOf([
    ...held.holds,
    sql`r.part_of IS NOT NULL AND r.kind = ${kind}`,
    ...inFilter(held, sources, { ...filter, ...window }),
  ]);
  return [
    ...kept,
    ...read,
    // Nearly all that is marked as a part is held: it is counted first, and what is not is taken away.
    sql`SELECT count(*) AS count FROM ${held.from} WHERE ${isPart}`,
    sql`SELECT -count(*) AS count FROM ${held.from} WHERE ${isPart} AND r.part_of IN (
      SELECT w.id FROM ${sources.results} w WHERE w.status <> 'approved'
    )`,
  ];
}

/** Days at the ends of a window: results that count, one by one. */
function readCount(
  sources: Sources,
  filter: Filter,
  { kind, isDated, sign }: { readonly kind: ResultKind; readonly isDated: boolean; readonly sign: 1 | -1 },
): SQL {
  const isOne = onlyOne(filter.indicator) !== undefined;
  const source: ResultSource = isOne ? countedResults(sources.keptResults) : approvedResults(sources);
  return sql`SELECT ${sign}::integer * count(*) AS count FROM ${source.from} WHERE ${allOf([
    ...source.holds,
    ...inFilter(source, sources, filter),
    sql`r.kind = ${kind}`,
    ...(isDated ? [sql`${source.ends} < 'infinity'`] : []),
    ...(isOne ? [] : [sql`NOT ${isHeld(sources)}`]),
  ])}`;
}

/** Another figure that counts holds it already (rule 9). */
function isHeld({ results }: Sources): SQL {
  return sql`(r.part_of IS NOT NULL AND EXISTS (SELECT FROM ${results} w WHERE w.id = r.part_of AND w.status = 'approved'))`;
}
