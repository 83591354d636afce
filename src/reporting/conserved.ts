import { doneFilter, type View } from '../analytics/index.ts';
import { type Violation, violations } from '../core/conservation.ts';
import { DomainError } from '../core/errors.ts';
import type { Window } from '../core/period.ts';

/**
 * Proves that the views that a report shows agree (rule 10), to date and in its period.
 *
 * @throws DomainError `REPORT.NOT_CONSERVED` (refused) that names the first view and row that do not.
 */
export async function proveConserved(view: View, { from }: Window): Promise<void> {
  const toDate = doneFilter(view);
  const filters = [toDate, ...(from === undefined || from === toDate.from ? [] : [{ ...toDate, from }])];
  const found = [];
  for (const filter of filters) found.push(...(await violations(view, filter)));
  const [first, ...others] = found;
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
