import type { RowStatus } from '../database/columns.ts';

interface Decided {
  readonly line: number;
  readonly givesWayTo: number | null;
  readonly status: RowStatus;
  readonly row: { readonly status?: RowStatus | null | undefined };
}

/** More are counted, not listed. */
const MOST_LINES = 20;

/** What became of rows that are in no total, in whole sentences. */
export function identityNotes(given: readonly Decided[]): readonly string[] {
  const merged = given.flatMap(({ line, givesWayTo }) =>
    givesWayTo === null ? [] : [`${line} (to ${givesWayTo})`],
  );
  const withdrawn = given.flatMap(({ line, status, row }) =>
    status === 'withdrawn' && row.status !== 'withdrawn' ? [String(line)] : [],
  );
  return [
    ...sentence(merged, 'Lines that give way to a later one, which is the same figure'),
    ...sentence(
      withdrawn,
      'Lines whose figures are withdrawn and stay so, for the file does not say "approved" in a column "status"',
    ),
  ];
}

function sentence(lines: readonly string[], what: string): readonly string[] {
  if (lines.length === 0) return [];
  const more = lines.length - MOST_LINES;
  return [`${what}: ${lines.slice(0, MOST_LINES).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`];
}
