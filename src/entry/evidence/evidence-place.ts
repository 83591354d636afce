import type { Result } from '../../core/result.ts';
import type { Submission } from '../submissions.repository.ts';

/** Where something is attached, as its page shows it. */
export type ShownPlace =
  | { readonly result: Result; readonly submission: null }
  | { readonly result: null; readonly submission: Submission };

export function ofFigure(result: Result): ShownPlace {
  return { result, submission: null };
}

export function ofRow(submission: Submission): ShownPlace {
  return { result: null, submission };
}

/** The page of what is attached there. */
export function pathOf({ result, submission }: ShownPlace): string {
  return result === null ? `/submissions/${submission.id}/evidence` : `/results/${result.id}/evidence`;
}
