/** Rows that people enter, by the kind of file of which they could be a row. */
export const ENTRY_KINDS = [
  'results',
  'transactions',
  'narratives',
  'programs',
  'program-countries',
  'program-organisations',
  'organisations',
  'indicators',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/**
 * How far what somebody entered has come. Until it is approved it is no row of the portfolio and counts nowhere (rule 1):
 * what it corrects goes on to count as it was.
 *
 * - `draft`: its author is at it; nobody else sees it.
 * - `submitted`: waits for somebody else to approve it, or to give it back.
 * - `returned`: given back with a comment; its author mends it and submits it again.
 * - `approved`: became what the portfolio says.
 * - `discarded`: its author took it away.
 */
export const SUBMISSION_STATUSES = ['draft', 'submitted', 'returned', 'approved', 'discarded'] as const;
export type SubmissionStatus = (typeof SUBMISSION_STATUSES)[number];

/** What its author may still change, and take away. */
export function isOpen(status: SubmissionStatus): boolean {
  return status === 'draft' || status === 'returned';
}

/** Where a submission was typed, or came from. */
export const ORIGINS = ['page', 'file', 'api'] as const;
export type Origin = (typeof ORIGINS)[number];
