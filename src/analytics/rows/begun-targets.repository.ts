import { type SQL, sql } from 'drizzle-orm';
import type { TargetsQuery } from '../../core/figures.ts';
import { onlyOne } from '../../core/one-or-more.ts';
import type { RowsAsking } from './asking.ts';
import { allOf } from './conditions.repository.ts';
import { resultList } from './result-list.repository.ts';
import { inFilter, keptFigures } from './result-source.repository.ts';
import type { Sources } from './sources.repository.ts';

type Asked = Pick<TargetsQuery, 'filter' | 'cutOff'>;

/** `FROM … WHERE …` of targets whose period has begun by the cut-off; a window's end does not narrow them. */
export function begunTargets(
  sources: Sources,
  { names }: Pick<RowsAsking, 'names'>,
  { filter: { to: _, ...filter }, cutOff }: Asked,
): SQL {
  const { rows } = resultList(sources, names, { filter, kind: 'target' });
  const begun = hasBegun(cutOff);
  return onlyOne(filter.indicator) === undefined
    ? sql`${rows} AND ${begun}`
    : sql`FROM ${sources.results} r WHERE r.id IN (SELECT r.id ${rows}) AND ${begun}`;
}

function hasBegun(cutOff: string): SQL {
  return sql`(r.period_start IS NULL OR r.period_start <= ${cutOff}::date)`;
}

/** What is kept of targets whose period has begun (kept-gaps.table.ts). */
export interface KeptTargets {
  /** `FROM … WHERE …` of them: rows `r` of `kept.targets`. */
  readonly rows: SQL;
  /** Whether the row tells all: the period is over, or one result decides. */
  readonly isSettled: SQL;
  /** Of a settled one, whether it has an actual. */
  readonly isReported: SQL;
  /** `FROM … WHERE …` of results that are the other targets, which are asked of the rows. */
  readonly unsettled: SQL;
}

/** Null: what is kept does not hold, for not all is in sight, or what is reported is narrowed. */
export function keptTargets(
  sources: Sources,
  asking: Pick<RowsAsking, 'names'>,
  { filter, cutOff }: Asked,
): KeptTargets | null {
  if (!sources.isWhole || filter.pillar !== undefined || filter.donor !== undefined) return null;
  const { to: _, ...anyEnd } = filter;
  const source = keptFigures(sql`kept.targets`);
  const rows =
    onlyOne(filter.indicator) === undefined
      ? sql`FROM ${source.from} WHERE ${allOf([hasBegun(cutOff), ...inFilter(source, sources, anyEnd)])}`
      : sql`FROM kept.targets r WHERE r.id IN (SELECT r.id ${begunTargets(sources, asking, { filter, cutOff })})`;
  const isOver = sql`COALESCE(r.period_end <= ${cutOff}::date, false)`;
  const isSettled = sql`(${isOver} OR r.is_plain)`;
  return {
    rows,
    isSettled,
    isReported: sql`(CASE WHEN ${isOver} THEN r.is_given ELSE COALESCE(r.reported_on <= ${cutOff}::date, false) END)`,
    unsettled: sql`FROM results r WHERE r.id IN (SELECT r.id ${rows} AND NOT ${isSettled})`,
  };
}
