import { REPORT_DEFINITIONS, REPORTS, SCOPES } from '../core/report/definitions.ts';
import { ownSlugOf } from '../core/report/own-report.ts';
import { slug } from '../core/text.ts';
import { closestWord } from '../core/words.ts';
import { asWritten, cell, LISTED, quoted, refusal } from '../platform/csv/cells.ts';
import { type Numbered, rowError } from '../platform/csv/import-kind.ts';
import type { RowError } from '../platform/csv/row-error.ts';
import type { Subscription } from './subscriptions.repository.ts';

/** One of ours, or the name of one that somebody has put together: `own:ports`. */
export function reportCell(reports: readonly string[]) {
  return cell((text) => {
    if (ownSlugOf(text) !== null) return text;
    const named = slug(text);
    if (reports.includes(named)) return named;
    const meant = closestWord(named, reports);
    const remedy = `Write ${reports.join(', ')}, or the name of one that somebody has put together, as in own:ports.`;
    return refusal(
      'CELL.UNKNOWN_WORD',
      `${quoted(text)} is not one of the words for this column.`,
      meant === null ? remedy : `Did you mean "${meant}"? ${remedy}`,
      asWritten(text),
    );
  }).register(LISTED, { words: reports });
}

type Slice = 'pillar' | 'country' | 'donor';

/** What is sent, whoever gets it. */
type Sent = Pick<Subscription, 'report' | Slice | 'active'>;

/** What nobody has put together is sent to nobody; a subscription that has ended may still name it. */
export function refuseGone(
  { line, row }: Numbered<Sent>,
  own: ReadonlyMap<string, string>,
): readonly RowError[] {
  if (!row.active || ownSlugOf(row.report) === null || own.has(row.report)) return [];
  const message = `There is no report "${row.report}".`;
  const remedy = 'Name one that the page of reports of your own lists.';
  return [rowError(line, 'report', refusal('SUBSCRIPTION.UNKNOWN_REPORT', message, remedy))];
}

/** What could never be made: a report without what it is about, or narrowed to what it is not narrowed to. */
export function refuseScope({ line, row }: Numbered<Sent>): readonly RowError[] {
  const report = REPORTS.find((name) => name === row.report);
  if (report === undefined || !row.active) return [];
  const { needs, takes }: { readonly needs: Slice | null; readonly takes: readonly Slice[] } =
    REPORT_DEFINITIONS[report];
  return SCOPES.flatMap((scope) => {
    const given = row[scope] !== null;
    if (scope === needs && !given) {
      const message = `This report is about one ${scope}.`;
      return [rowError(line, scope, refusal('SUBSCRIPTION.SCOPE_MISSING', message, `Name the ${scope}.`))];
    }
    if (scope === needs || !given || takes.includes(scope)) return [];
    const message = `This report cannot be narrowed to one ${scope}.`;
    return [rowError(line, scope, refusal('SUBSCRIPTION.SCOPE_NOT_TAKEN', message, 'Leave it empty.'))];
  });
}

/** What the record does not know. */
export function refuseUnknown(
  { line, row }: Numbered<Sent>,
  known: Readonly<Record<Slice, ReadonlySet<string>>>,
): readonly RowError[] {
  return (['pillar', 'country', 'donor'] as const).flatMap((column) => {
    const code = row[column];
    if (code === null || known[column].has(code)) return [];
    const message = `Nothing is known of the ${column} "${code}".`;
    const remedy = 'Correct it, or leave it empty for a report on everything.';
    return [rowError(line, column, refusal(`SUBSCRIPTION.UNKNOWN_${column.toUpperCase()}`, message, remedy))];
  });
}
