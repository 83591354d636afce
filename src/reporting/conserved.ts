import { doneFilter, type View } from '../analytics/index.ts';
import { type Views, type Violation, violations } from '../core/conservation.ts';
import { DomainError } from '../core/errors.ts';
import type { Period } from '../core/period.ts';

/**
 * Proves that the views that a report shows agree (rule 10), to date and in its period.
 *
 * @param views where the figures come from; by default they are computed from the facts.
 * @throws DomainError `REPORT.NOT_CONSERVED` (refused) that names the first view and row that do not.
 */
export function proveConserved(view: View, period: Period, views?: Views): void {
  const toDate = doneFilter(view);
  const filters = [toDate, { ...toDate, from: period.from }];
  const [first, ...others] = filters.flatMap((filter) => violations(view.facts, filter, views));
  if (first === undefined) return;
  const more = others.length === 0 ? '' : ` ${others.length} more disagree.`;
  throw new DomainError('REPORT.NOT_CONSERVED', `${describe(first)}${more}`, {
    kind: 'refused',
    remedy: 'The report is not made. Correct the rows behind what is named, or the rule that combines them.',
    values: {
      of: 'indicator' in first.of ? first.of.indicator : first.of.transactions,
      by: first.by,
      part: first.part,
      rows: String(first.rowsSay ?? '–'),
      total: String(first.totalSays ?? '–'),
    },
  });
}

function describe({ of, by, part, rowsSay, totalSays, rowKeys }: Violation): string {
  const subject = 'indicator' in of ? `${of.indicator} (${of.kind})` : of.transactions;
  const rows = rowKeys.length === 0 ? 'the total itself is wrong' : `see the row ${rowKeys.join(', ')}`;
  return `The views do not agree: ${subject} by ${by} has ${part} ${rowsSay ?? 'unknown'} in its rows and ${totalSays ?? 'unknown'} in all; ${rows}.`;
}
