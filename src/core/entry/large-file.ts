/**
 * How far a file has come that is taken as one thing, because its rows are too many to be looked at one by one. Nothing
 * of it counts before it is approved (rule 1).
 *
 * - `checking`: a job reads it, and says what it would come to.
 * - `checked`: its author mends it, answers for it, submits it, or takes it away.
 * - `submitted`: waits for somebody else to approve it, or to give it back.
 * - `returned`: given back with a comment.
 * - `approving`: approved as it was looked at; a job writes it, if it still comes to the same.
 * - `approved`: became what the portfolio says.
 * - `discarded`: its author took it away, or left it lying.
 */
export const LARGE_FILE_STATUSES = [
  'checking',
  'checked',
  'submitted',
  'returned',
  'approving',
  'approved',
  'discarded',
] as const;
export type LargeFileStatus = (typeof LARGE_FILE_STATUSES)[number];

/** What a job is to do. */
export const DUE_STATUSES = ['checking', 'approving'] as const satisfies readonly LargeFileStatus[];

/** What takes a place among those that one person may have at once. */
export const OPEN_STATUSES = [
  'checking',
  'checked',
  'submitted',
  'returned',
  'approving',
] as const satisfies readonly LargeFileStatus[];

/** Whether a job is at it, or will be. */
export function isDue(status: LargeFileStatus): boolean {
  return status === 'checking' || status === 'approving';
}

/** Why a job has it, or had it, once more: what it came to has moved since it was looked at, or the job broke off again and again. */
export const LARGE_FILE_NOTES = ['moved', 'failed'] as const;
export type LargeFileNote = (typeof LARGE_FILE_NOTES)[number];
