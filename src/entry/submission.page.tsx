import type { VNode } from 'preact';
import type { Frame } from '../access/index.ts';
import type { NamedView } from '../analytics/index.ts';
import type { ImportKind } from '../platform/csv/import-kind.ts';
import type { EvidencePiece } from '../results/index.ts';
import { kindName } from '../web/i18n/kind-name.ts';
import { approvalMessages } from '../web/i18n/messages/approvals.ts';
import { entryMessages as m, submissionStatuses } from '../web/i18n/messages/entry.ts';
import { evidenceMessages } from '../web/i18n/messages/evidence.ts';
import { ButtonForm } from '../web/parts/form.tsx';
import { FormPage } from '../web/parts/form-page.tsx';
import { DefinitionList, Section } from '../web/parts/section.tsx';
import { pageFrom } from '../web/url.ts';
import { labelOf } from './entry.page.tsx';
import { PiecesOfRow } from './evidence/pieces-of-row.tsx';
import { ToSheet } from './open-sheet-list.tsx';
import { rowWords } from './submission-words.ts';
import type { Submission } from './submissions.repository.ts';

export interface SubmissionPageProps {
  readonly frame: Frame;
  readonly view: NamedView;
  readonly kind: ImportKind;
  readonly submission: Submission;
  /** It is its reader's own. */
  readonly isOwn: boolean;
  /** It came with others, or from a file. */
  readonly isOfSheet: boolean;
  /** What came with it, and waits with it. */
  readonly pieces: readonly EvidencePiece[];
}

/** What somebody has entered and may not change now: what it says, and where it stands. */
export function SubmissionPage(props: SubmissionPageProps): VNode {
  const { frame, view, kind, submission, isOwn, isOfSheet, pieces } = props;
  const { edition, url } = frame;
  const { t, f } = edition;
  const { status, authorName, submittedAt, decidedAt, decidedName, comment, cells, version, id } = submission;
  const { what, about } = rowWords(view, submission.kind, cells);
  const at = (moment: Date) => f.moment(moment, view.known.timeZone);
  const filled = kind.columns.known.filter((column) => (cells[column] ?? '') !== '');
  return (
    <FormPage
      frame={frame}
      kicker={kindName(edition, submission.kind)}
      title={what}
      lede={about}
      current="desk"
    >
      {isOfSheet && <ToSheet frame={frame} row={submission} />}
      <Section id="standing" title={t(submissionStatuses[status])} layout="text">
        <DefinitionList
          items={[
            { term: t(m.enteredBy), description: authorName },
            ...(submittedAt === null ? [] : [{ term: t(m.submittedAt), description: at(submittedAt) }]),
            ...(decidedAt === null
              ? []
              : [{ term: t(m.decidedBy), description: `${decidedName}, ${at(decidedAt)}` }]),
            ...(comment === null ? [] : [{ term: t(approvalMessages.comment), description: comment }]),
          ]}
        />
        {isOwn && status === 'submitted' && (
          <div class="form-aside">
            <ButtonForm
              frame={frame}
              action={`/submissions/${id}/take-back`}
              label={t(m.takeBack)}
              fields={{ version: String(version) }}
            />
          </div>
        )}
        {!isOwn && status === 'submitted' && (
          <div class="form-aside">
            <a class="button" href={pageFrom(url, `/approvals/review?id=${id}`)}>
              {t(approvalMessages.review)}
            </a>
          </div>
        )}
      </Section>
      {pieces.length > 0 && (
        <Section id="evidence" title={t(evidenceMessages.comesWith)} layout="text">
          <PiecesOfRow frame={frame} view={view} pieces={pieces} />
        </Section>
      )}
      <Section id="row" title={t(m.row)} layout="text">
        <DefinitionList
          items={filled.map((column) => ({
            term: labelOf(edition, kind, column).replace(/ \*$/, ''),
            description: cells[column] ?? '',
          }))}
        />
      </Section>
    </FormPage>
  );
}
