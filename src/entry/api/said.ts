import type { RowFault } from '../../core/fault.ts';
import { originalText } from '../../core/text.ts';
import type { ImportBatch } from '../../platform/csv/import-batches.repository.ts';
import type { EvidencePiece, OddResult } from '../../results/index.ts';
import { type Url, withParameters } from '../../web/url.ts';
import type { Review } from '../approvals.use-case.ts';
import { type Author, isOfHand } from '../author.ts';
import type { LargeFault, LargeFile } from '../large/large-files.repository.ts';
import type { OddSubmission } from '../odd-values.use-case.ts';
import { isSound, type RowCheck } from '../plan-entered.ts';
import type { Reminder } from '../reminders/reminders.repository.ts';
import type { ReminderPreview } from '../reminders/reminders.use-case.ts';
import type { Submission } from '../submissions.repository.ts';
import { faultOf, faultsOf, twinFault } from './row-faults.ts';

/** A submission as JSON, as whoever asks sees it. */
export function submissionSaid(row: Submission, reader: Author) {
  const { id, kind, status, version, cells, decimal, twin, twinRef, program, origin, together, place } = row;
  return {
    id,
    kind,
    state: status,
    version,
    cells,
    decimal,
    twin,
    twinRef,
    program,
    enteredBy: row.authorName,
    /** Of the same hand as whoever asks: somebody else decides on it. */
    own: isOfHand(row, reader),
    origin,
    together,
    place,
    createdAt: row.createdAt,
    changedAt: row.changedAt,
    submittedAt: row.submittedAt,
    comment: row.comment,
    decidedBy: row.decidedName,
    decidedAt: row.decidedAt,
    import: row.batch,
    page: `/submissions/${id}`,
  };
}

/** The same of one that is its program's to change: with what stands in its way. */
export function openSubmissionSaid(row: Submission, reader: Author, check: RowCheck | undefined) {
  return { ...submissionSaid(row, reader), errors: check === undefined ? [] : ofOne(check, false) };
}

/** Rows that were taken together, in the order in which they were sent. */
export function takenSaid(rows: readonly Submission[]) {
  return {
    together: rows[0]?.together ?? null,
    count: rows.length,
    submissions: rows.map(({ id, place, status, version }) => ({ id, row: place, state: status, version })),
  };
}

/** What approving would come to. */
export function reviewSaid({ items, moves, digest }: Review) {
  return {
    digest,
    approvable: items.every(({ check }) => isSound(check)),
    items: items.map(({ submission: { id, kind, version }, before, after, check, pieces }) => ({
      id,
      kind,
      version,
      before,
      after,
      errors: ofOne(check, true),
      odd: ofOne({ ...check, errors: [], question: null }, false),
      evidence: pieces.map(pieceSaid),
    })),
    moves: moves.map(moveSaid),
  };
}

/** A large file as whoever asks sees it. */
export function largeFileSaid(file: LargeFile, reader: Author) {
  const { id, kind, status, version, decimal, fileName, outcome, note } = file;
  const { digest = null, moves = [], sample = [], ...counts } = outcome ?? {};
  return {
    id,
    kind,
    state: status,
    version,
    decimal,
    fileName,
    sha256: file.sha256,
    broughtBy: file.authorName,
    own: isOfHand(file, reader),
    broughtAt: file.broughtAt,
    changedAt: file.changedAt,
    submittedAt: file.submittedAt,
    rowsRead: file.rowsRead,
    rowsChecked: file.rowsChecked,
    /** What the last check came to; null: it is not checked yet. */
    check: outcome === null ? null : { ...counts, digest, moves: moves.map(moveSaid), sample },
    note,
    comment: file.comment,
    decidedBy: file.decidedName,
    decidedAt: file.decidedAt,
    import: file.batch,
    page: `/large-files/${id}`,
  };
}

/** What is wrong with a row of it, or asked about it. */
export function lineSaid({ line, errors, question }: LargeFault): readonly RowFault[] {
  return [...errors.map(faultOf), ...(question === null ? [] : [twinFault(question, line)])];
}

function moveSaid({ before, after }: Review['moves'][number]) {
  return {
    of: (before ?? after)?.of,
    what: (before ?? after)?.what,
    before: before?.value ?? null,
    after: after?.value ?? null,
  };
}

/** What was attached to a row or to a figure. */
export function pieceSaid(piece: EvidencePiece) {
  const { id, result, submission, kind, titleFor, url, page, withdrawnAt, confirmedAt } = piece;
  return {
    id,
    result,
    submission: result === null ? submission : null,
    kind,
    title: originalText(piece.title),
    titleFor,
    url,
    quotation: originalText(piece.quotation),
    page,
    file:
      piece.file === null
        ? null
        : { name: piece.fileName, bytes: piece.size, mediaType: piece.mediaType, sha256: piece.file },
    state: withdrawnAt !== null ? 'withdrawn' : confirmedAt === null ? 'waiting' : 'standing',
    addedBy: piece.addedName,
    addedAt: piece.addedAt,
    confirmedBy: piece.confirmedName,
    confirmedAt,
    withdrawnBy: piece.withdrawnName,
    withdrawnAt,
    withdrawnBecause: piece.withdrawnBecause,
    /** Where it is opened, with the same token. */
    content: withdrawnAt === null ? `/evidence/${id}` : null,
  };
}

/** An approved figure that looks odd. */
export function oddFigureSaid({
  id,
  program,
  indicator,
  place,
  periodStart,
  periodEnd,
  value,
  reason,
  before,
}: OddResult) {
  return { id, program, indicator, place, periodStart, periodEnd, value, reason, before };
}

/** A row that waits and would look odd. */
export function oddRowSaid({ submission: { id, program, cells }, reason, before }: OddSubmission) {
  return { submission: id, program, cells, reason, before };
}

/** The e-mails as they would go, without addresses. */
export function reminderPreviewSaid({ program, digest, people, earlier }: ReminderPreview) {
  return {
    program,
    digest,
    people: people.flatMap(({ account, name, language, text, recent }) =>
      text === null
        ? []
        : [
            {
              account,
              name,
              language,
              ...text,
              lastAskedBy: recent?.askedName ?? null,
              lastAskedAt: recent?.askedAt ?? null,
            },
          ],
    ),
    earlier: earlier.map(reminderSaid),
  };
}

/** A reminder, and what became of it. */
export function reminderSaid(reminder: Reminder) {
  const { id, recipientName, recipient, lang, subject, figures, gaps, status } = reminder;
  const { askedName, askedAt, reason } = reminder;
  return {
    id,
    to: recipientName,
    account: recipient,
    language: lang,
    subject,
    figures,
    gaps,
    state: status,
    askedBy: askedName,
    askedAt,
    reason,
  };
}

/** Of one row, which needs no number. */
function ofOne(check: RowCheck, accepts: boolean) {
  return faultsOf([check], accepts).map(({ row: _, ...fault }) => fault);
}

/** So that a program can send it back with what it changes. */
export function tagOf({ version }: Pick<Submission, 'version'>): Readonly<Record<string, string>> {
  return { etag: `"${version}"` };
}

/** A page of submissions; of the rows one more was asked for than it shows. */
export function pageSaid(
  { count, rows }: { readonly count: number; readonly rows: readonly Submission[] },
  reader: Author,
  limit: number,
  url: Url,
) {
  const shown = rows.slice(0, limit);
  const cursor = rows.length > limit ? (shown.at(-1)?.id ?? null) : null;
  return {
    count,
    rows: shown.map((row) => submissionSaid(row, reader)),
    nextCursor: cursor,
    next: cursor === null ? null : withParameters(url, { cursor }),
  };
}

/** What came into the portfolio at once. */
export function importSaid({ id, sha256: _, rows: __, ...batch }: ImportBatch) {
  return { import: id, ...batch };
}
