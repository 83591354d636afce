import { Fragment, type VNode } from 'preact';
import type { Frame, Refusal } from '../access/index.ts';
import type { NamedView } from '../analytics/index.ts';
import type { ImportKind } from '../platform/csv/import-kind.ts';
import type { EvidencePiece } from '../results/index.ts';
import { kindName } from '../web/i18n/kind-name.ts';
import { approvalMessages as m } from '../web/i18n/messages/approvals.ts';
import { closingMessages } from '../web/i18n/messages/closing.ts';
import { deskMessages, entryMessages } from '../web/i18n/messages/entry.ts';
import { errorsByColumn } from '../web/i18n/row-error-words.ts';
import { EmptyState } from '../web/parts/empty-state.tsx';
import { FieldWords, Form } from '../web/parts/form.tsx';
import { FormPage } from '../web/parts/form-page.tsx';
import { Records } from '../web/parts/records.tsx';
import { Section } from '../web/parts/section.tsx';
import { pageFrom } from '../web/url.ts';
import type { Review, Reviewed } from './approvals.use-case.ts';
import { Difference } from './difference.tsx';
import { doubtText } from './entry.page.tsx';
import { PiecesOfRow } from './evidence/pieces-of-row.tsx';
import { WaitingEvidence } from './evidence/waiting-evidence.tsx';
import { LargeFileList } from './large/large-file-list.tsx';
import type { LargeFile } from './large/large-files.repository.ts';
import { Moves } from './moves.tsx';
import { likeWords, programWords, rowWords } from './submission-words.ts';
import type { Submission, WaitingGroup } from './submissions.repository.ts';

export interface ApprovalsPageProps {
  readonly frame: Frame;
  readonly view: NamedView;
  readonly groups: readonly WaitingGroup[];
  /** Rows, of all that wait. */
  readonly count: number;
  /** The reader's account. */
  readonly account: string;
  /** Where the next ones are; null: these are the last. */
  readonly next: string | null;
  readonly refusal: Refusal | null;
  /** What others attached to figures, and nobody has looked at. */
  readonly evidence: readonly EvidencePiece[];
  /** Files that are decided as one thing. */
  readonly large: readonly LargeFile[];
}

/** What waits: each with a box, and a button that shows what approving the chosen ones would change. */
export function ApprovalsPage(props: ApprovalsPageProps): VNode {
  const { frame, view, groups, count, account, next, refusal, evidence, large } = props;
  const { edition, url } = frame;
  const { t, f } = edition;
  return (
    <FormPage frame={frame} title={t(m.title)} lede={t(m.lede)} current="desk">
      {refusal !== null && (
        <p class="form-error" role="alert">
          {refusal.text}
        </p>
      )}
      {groups.length === 0 && large.length > 0 ? null : groups.length === 0 ? (
        <EmptyState edition={edition} title={t(m.none)} text={t(m.noneText)} />
      ) : (
        <form class="approvals" id="approvals" method="post" action={pageFrom(url, '/approvals/review')}>
          <p class="form-text">{t(deskMessages.waitingCount, { count })}</p>
          <Records
            id="waiting"
            caption={t(m.title)}
            heads={[t(deskMessages.what), t(deskMessages.where), t(m.by), t(deskMessages.when)]}
            rows={groups.map(({ first, count: rows }) => {
              const { what, about } = groupWords(view, edition, first, rows);
              const isOwn = first.author === account;
              const path = rows === 1 ? `/submissions/${first.id}` : `/sheets/${first.together}`;
              return {
                key: first.together,
                muted: isOwn,
                cells: [
                  <span key="what" class="choice choice-row">
                    {isOwn ? (
                      <span />
                    ) : (
                      <input
                        type="checkbox"
                        name="group"
                        value={first.together}
                        aria-label={t(m.choose, { what: `${what}, ${about}` })}
                      />
                    )}
                    <a href={pageFrom(url, path)}>{what}</a>
                  </span>,
                  about,
                  isOwn ? t(m.own) : first.authorName,
                  first.submittedAt === null ? '' : f.moment(first.submittedAt, view.known.timeZone),
                ],
              };
            })}
          />
          <p class="form-actions">
            <button class="button" type="submit">
              {t(m.review)}
            </button>
            {next !== null && <a href={pageFrom(url, next)}>{t(m.next)}</a>}
          </p>
        </form>
      )}
      <LargeFileList frame={frame} view={view} files={large} />
      <WaitingEvidence frame={frame} view={view} pieces={evidence} />
      <p class="form-aside">
        <a href={pageFrom(url, '/closed-periods')}>{t(closingMessages.title)}</a>
      </p>
    </FormPage>
  );
}

/** What was saved at once, in few words: a row by what it says, a file by its name. */
function groupWords(view: NamedView, edition: Frame['edition'], first: Submission, count: number) {
  const { what, about } = rowWords(view, first.kind, first.cells);
  if (count === 1) return { what: what === '' ? kindName(edition, first.kind) : what, about };
  const rows = edition.t(m.rowsOf, { kind: kindName(edition, first.kind, 'many'), count });
  return {
    what: first.fileName === '' ? rows : `${rows} (${first.fileName})`,
    about: programWords(view, first.program ?? ''),
  };
}

/** Rows that are listed, each with a box by which it can be left out. Of more, those that are odd come first, and the sheet has the others. */
export const MOST_REVIEWED = 50;

/** Rows: one by one, and by what they were saved with, but for some of that. */
export interface ChosenRows {
  readonly id: readonly string[];
  readonly group: readonly string[];
  readonly without: readonly string[];
}

export interface ReviewPageProps {
  readonly frame: Frame;
  readonly view: NamedView;
  readonly review: Review;
  readonly chosen: ChosenRows;
  /** In which versions. */
  readonly seen: string;
  readonly kindOf: (submission: Submission) => ImportKind;
  readonly refusal: Refusal | null;
  /** As it was typed. */
  readonly comment: string;
}

/** What approving would come to, row by row and in the totals; and the two ways to decide. */
export function ReviewPage(props: ReviewPageProps): VNode {
  const { frame, view, review, chosen, seen, refusal, comment } = props;
  const { edition } = frame;
  const { t } = edition;
  const { items, moves, digest } = review;
  const count = items.length;
  const isSound = items.every(({ check }) => check.errors.length === 0 && check.question === null);
  const oddFirst = items.toSorted((a, b) => Number(isOdd(b)) - Number(isOdd(a)));
  const listed = count > MOST_REVIEWED ? oddFirst.slice(0, MOST_REVIEWED) : items;
  const hidden = (name: string, values: readonly string[]) =>
    values.map((value) => <input key={value} type="hidden" name={name} value={value} />);
  const shown = new Set(listed.map(({ submission }) => submission.id));
  const unlisted = chosen.id.filter((id) => !shown.has(id));
  const fields = (
    <>
      {hidden('id', chosen.id)}
      {hidden('group', chosen.group)}
      {hidden('without', chosen.without)}
      <input type="hidden" name="digest" value={digest} />
      <input type="hidden" name="seen" value={seen} />
    </>
  );
  const id = 'return-comment';
  const fault = refusal?.form === 'return' ? refusal.text : null;
  return (
    <FormPage frame={frame} title={t(m.reviewTitle, { count })} lede={t(m.reviewLede)} current="desk">
      <Section id="totals" title={t(m.totals)} lede={t(m.totalsLede)}>
        <Moves view={view} moves={moves} />
      </Section>
      <Section id="rows" title={t(m.rows)}>
        <form class="approvals" method="post" action={pageFrom(frame.url, '/approvals/review')}>
          <Records
            id="review-rows"
            caption={t(m.rows)}
            heads={[t(deskMessages.what), t(m.change), t(m.by)]}
            rows={listed.map((item) => reviewedRow(props, item))}
          />
          {count > listed.length && (
            <p class="quiet small">
              {t(deskMessages.more, { count: count - listed.length })}{' '}
              {chosen.group.map((group) => (
                <a key={group} href={pageFrom(frame.url, `/sheets/${group}`)}>
                  {t(m.allRows)}
                </a>
              ))}
            </p>
          )}
          {count > listed.length && (
            <>
              {hidden('group', chosen.group)}
              {hidden('without', chosen.without)}
              {hidden('id', unlisted)}
              {hidden('listed', [...shown])}
            </>
          )}
          {count > 1 && (
            <p class="form-actions">
              <button class="button-quiet" type="submit">
                {t(m.narrow)}
              </button>
            </p>
          )}
        </form>
      </Section>
      <Section id="decide" title={t(m.decide)} layout="text">
        {isSound && (
          <Form
            frame={frame}
            id="approve"
            action="/approvals/approve"
            refusal={refusal}
            submit={t(m.approve, { count })}
          >
            {fields}
          </Form>
        )}
        <form class="form" id="return" method="post" action={pageFrom(frame.url, '/approvals/return')}>
          {fields}
          <div class="field">
            <label for={id}>{t(m.comment)}</label>
            <FieldWords id={id} hint={undefined} error={fault} />
            <textarea id={id} name="comment" rows={3} aria-invalid={fault === null ? undefined : 'true'}>
              {comment}
            </textarea>
          </div>
          <p class="form-actions">
            <button class="button-quiet" type="submit">
              {t(m.giveBack, { count })}
            </button>
          </p>
        </form>
      </Section>
    </FormPage>
  );
}

function isOdd({ check }: Reviewed): boolean {
  return check.errors.length > 0 || check.question !== null || check.doubts.length > 0;
}

function reviewedRow({ frame, view, kindOf }: ReviewPageProps, item: Reviewed) {
  const { edition, url } = frame;
  const { submission, check } = item;
  const { what, about } = rowWords(view, submission.kind, { ...item.after, ...submission.cells });
  const said = what === '' ? kindName(edition, submission.kind) : what;
  const errors = [...errorsByColumn(edition, check.errors).values()];
  return {
    key: submission.id,
    cells: [
      <span key="what" class="choice choice-row">
        <input
          type="checkbox"
          name="id"
          value={submission.id}
          checked
          aria-label={edition.t(m.choose, { what: `${said}, ${about}` })}
        />
        <span>
          <a href={pageFrom(url, `/submissions/${submission.id}`)}>{said}</a>
          <br />
          <span class="quiet small">{about}</span>
          <PiecesOfRow frame={frame} view={view} pieces={item.pieces} />
        </span>
      </span>,
      <Fragment key="change">
        {errors.map((error) => (
          <span class="field-error" key={error}>
            {error}
          </span>
        ))}
        {check.question !== null && (
          <span class="field-error">
            {edition.t(entryMessages.twinSays, {
              says: likeWords(view, submission.kind, submission.cells, check.question),
            })}
          </span>
        )}
        {check.doubts.map((doubt) => (
          <span class="review-doubt" key={doubt.reason}>
            {doubtText(edition, doubt)}
          </span>
        ))}
        <Difference {...{ frame, view }} kind={kindOf(submission)} before={item.before} after={item.after} />
      </Fragment>,
      submission.authorName,
    ],
  };
}
