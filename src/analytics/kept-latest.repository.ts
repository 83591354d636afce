import { type SQL, sql } from 'drizzle-orm';
import { type Dimension, isTime } from '../core/dimension.ts';
import { timePattern } from './kept-keys.repository.ts';

/**
 * The results that count of `latest` indicators: what each series says last, as `current` of src/core/series.ts has it.
 *
 * @param results `FROM … AS r WHERE …`, those among which the last is sought
 * @param by of time, each year, quarter or month shows its own last value
 * @returns a select with the columns of `r`
 */
export function lastOfSeries(results: SQL, by: Dimension | null): SQL {
  const time = by !== null && isTime(by) ? sql`, to_char(r.period_end, ${timePattern(by)}::text)` : sql``;
  const series = sql`r.indicator, r.program, r.country${time}`;
  const laterFirst = sql`r.ends DESC, r.approved DESC, r.id DESC`;
  // Once a figure gives the whole, what was said before of single parts (`only_axis`, `only_part`) is not the last any more.
  return sql`SELECT r.* FROM (
      SELECT r.*, bool_or(r.is_since) OVER (PARTITION BY ${series}) AS some_since,
        first_value(r.only_axis) OVER (PARTITION BY ${series} ORDER BY ${laterFirst}) AS last_axis,
        row_number() OVER (PARTITION BY ${series}, r.is_since, r.only_axis, r.only_part ORDER BY ${laterFirst}) AS nth
      FROM (
        SELECT r.*, r.whole_ends IS NULL OR r.ends > r.whole_ends AS is_since FROM (
          SELECT r.*, max(r.ends) FILTER (WHERE r.only_axis IS NULL) OVER (PARTITION BY ${series}) AS whole_ends FROM (
            SELECT r.*, COALESCE(r.period_end, '-infinity') AS ends, date_trunc('milliseconds', r.approved_at) AS approved,
              CASE WHEN jsonb_array_length(r.parts) = 1 THEN r.parts -> 0 ->> 0 END AS only_axis,
              CASE WHEN jsonb_array_length(r.parts) = 1 THEN r.parts -> 0 ->> 1 END AS only_part
            ${results}
          ) AS r
        ) AS r WHERE r.whole_ends IS NULL OR r.ends >= r.whole_ends
      ) AS r
    ) AS r WHERE r.nth = 1 AND CASE WHEN r.some_since THEN r.is_since AND r.only_axis = r.last_axis ELSE r.only_axis IS NULL END`;
}
