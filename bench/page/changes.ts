/** Adds one to a figure of the indicator that the page begins with: as one approval, the change that comes most often. */
export const ONE_FIGURE = `UPDATE results SET value = value + 1 WHERE id = (
  SELECT id FROM kept.results WHERE kind = 'actual' AND indicator = (
    SELECT indicator FROM kept.results WHERE kind = 'actual' GROUP BY indicator ORDER BY count(*) DESC, indicator LIMIT 1
  ) AND parts IS NULL ORDER BY random() LIMIT 1
)`;

/** Nobody knows what, as after a backup was put back: no answer is carried over it (docs/decisions/carried-answers.md). */
export const ANYTHING = 'UPDATE revision SET number = number + 1';
