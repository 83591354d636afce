import { Fragment, type VNode } from 'preact';
import type { Frame, Refusal } from '../../access/index.ts';
import type { NamedView } from '../../analytics/index.ts';
import { isDue } from '../../core/entry/large-file.ts';
import type { ImportKind } from '../../platform/csv/import-kind.ts';
import { kindName } from '../../web/i18n/kind-name.ts';
import { approvalMessages } from '../../web/i18n/messages/approvals.ts';
import { deskMessages, entryMessages } from '../../web/i18n/messages/entry.ts';
import {
  largeFileNotes,
  largeFileStatuses,
  largeFileMessages as m,
} from '../../web/i18n/messages/large-files.ts';
import { sheetMessages } from '../../web/i18n/messages/sheets.ts';
import { errorsByColumn } from '../../web/i18n/row-error-words.ts';
import { ButtonForm, FieldWords, Form, SelectField } from '../../web/parts/form.tsx';
import { FormPage } from '../../web/parts/form-page.tsx';
import { Records } from '../../web/parts/records.tsx';
import { Section } from '../../web/parts/section.tsx';
import { pageFrom } from '../../web/url.ts';
import { Difference } from '../difference.tsx';
import { Moves } from '../moves.tsx';
import { likeWords, rowWords } from '../submission-words.ts';
import type { LargeFault, LargeFile } from './large-files.repository.ts';
import type { LargeOutcome } from './large-files.table.ts';

/** Names of the forms of the page. */
export const LARGE_FORMS = {
  own: 'large-file',
  twins: 'twins',
  approve: 'approve',
  giveBack: 'return',
} as const;

/** Rows that stand in the way are listed up to here; the others are in the download. */
export const MOST_FAULTS = 40;
/** Totals are told up to here. */
const MOST_MOVES = 60;

export interface LargeFilePageProps {
  readonly frame: Frame;
  readonly view: NamedView;
  readonly kind: ImportKind;
  readonly file: LargeFile;
  readonly isOwn: boolean;
  readonly decides: boolean;
  /** The first rows that stand in the way. */
  readonly faults: readonly LargeFault[];
  readonly refusal: Refusal | null;
  /** As it was typed. */
  readonly comment: string;
}

/** A file that is taken as one thing: how far its job is, what it comes to, and what its reader can do with it. */
export function LargeFilePage(props: LargeFilePageProps): VNode {
  const { frame, view, file, isOwn, refusal } = props;
  const { edition } = frame;
  const { t, f } = edition;
  const { fileName, kind, authorName, broughtAt, status, outcome, note, comment } = file;
  const isAtWork = isDue(status);
  return (
    <FormPage
      frame={frame}
      {...(fileName === '' ? {} : { kicker: fileName })}
      title={t(m.title, { kind: kindName(edition, kind, 'many') })}
      lede={t(m.broughtBy, {
        name: authorName,
        at: f.moment(broughtAt, view.known.timeZone),
        status: t(largeFileStatuses[status]),
      })}
      current="desk"
    >
      {refusal !== null && !formsOf(props).includes(refusal.form) && (
        <p class="form-error" role="alert">
          {refusal.text}
        </p>
      )}
      {note !== null && <p class="notice">{t(largeFileNotes[note])}</p>}
      {status === 'returned' && (
        <p class="notice notice-returned">
          {t(entryMessages.returnedBecause, { comment: comment ?? '', name: file.decidedName ?? '' })}
        </p>
      )}
      {status === 'approved' && (
        <p class="notice">{t(m.cameIn, { name: file.decidedName ?? '', batch: String(file.batch) })}</p>
      )}
      {isAtWork ? <Progress {...props} /> : outcome !== null && <Result {...props} outcome={outcome} />}
      {isOwn && <OwnActions {...props} />}
      {isDecided(props) && outcome !== null && <Decide {...props} outcome={outcome} />}
    </FormPage>
  );
}

/** Whether its reader is the one to decide on it now. */
function isDecided({ file, isOwn, decides }: LargeFilePageProps): boolean {
  return file.status === 'submitted' && decides && !isOwn;
}

/** Whether its author may say what rows are that look like others. */
function isAsked({ file: { status, outcome }, isOwn }: LargeFilePageProps): boolean {
  return isOwn && (status === 'checked' || status === 'returned') && (outcome?.asked ?? 0) > 0;
}

/** The forms of the page that say themselves why they were refused. */
function formsOf(props: LargeFilePageProps): readonly string[] {
  return [
    ...(isDecided(props) ? [LARGE_FORMS.approve, LARGE_FORMS.giveBack] : []),
    ...(isAsked(props) ? [LARGE_FORMS.twins] : []),
  ];
}

function Progress({ frame, file }: LargeFilePageProps): VNode {
  const { t } = frame.edition;
  const { status, attempts, rowsRead, rowsChecked } = file;
  const isWriting = status === 'approving';
  const last = isWriting ? m.stepWriting : m.stepChecking;
  const steps = [t(m.stepWaiting), t(m.stepReading, { rows: rowsRead }), t(last, { rows: rowsChecked })];
  const at = attempts === 0 ? 0 : rowsChecked === 0 ? 1 : 2;
  return (
    <Section id="progress" title={t(m.progress)} lede={t(isWriting ? m.writingLede : m.checkingLede)}>
      <ol class="report-steps">
        {steps.map((step, index) => (
          <li key={step} aria-current={index === at ? 'step' : undefined}>
            {step}
          </li>
        ))}
      </ol>
      <p class="form-aside">
        <a class="button" href={pageFrom(frame.url, `/large-files/${file.id}`)}>
          {t(m.again)}
        </a>
      </p>
    </Section>
  );
}

function Result(props: LargeFilePageProps & { readonly outcome: LargeOutcome }): VNode {
  const { frame, view, file, outcome, faults } = props;
  const { t } = frame.edition;
  const { rows, wrong, asked, inserted, updated, unchanged, moves } = outcome;
  const isSound = wrong + asked === 0;
  const isKept = file.status !== 'approved' && file.status !== 'discarded';
  return (
    <>
      <Section id="result" title={t(m.result)} layout="text">
        <p class="form-text">
          {isSound
            ? t(m.counts, { rows, added: inserted, changed: updated, unchanged })
            : t(m.notSound, { rows, wrong, asked })}
        </p>
        {isKept && (
          <p class="form-aside">
            <a href={pageFrom(frame.url, `/large-files/${file.id}/content`)} download>
              {t(m.download)}
            </a>
          </p>
        )}
      </Section>
      {faults.length > 0 && <Faults {...props} />}
      {isSound && (
        <Section id="totals" title={t(approvalMessages.totals)} lede={t(approvalMessages.totalsLede)}>
          <Moves view={view} moves={moves.slice(0, MOST_MOVES)} />
          {moves.length > MOST_MOVES && (
            <p class="quiet small">{t(deskMessages.more, { count: moves.length - MOST_MOVES })}</p>
          )}
        </Section>
      )}
      {outcome.sample.length > 0 && <Sample {...props} />}
    </>
  );
}

function Faults({
  frame,
  view,
  file,
  outcome,
  faults,
}: LargeFilePageProps & { readonly outcome: LargeOutcome }) {
  const { edition, url } = frame;
  const { t } = edition;
  const count = outcome.wrong + outcome.asked;
  return (
    <Section id="faults" title={t(m.faults)} lede={t(outcome.wrong > 0 ? m.faultsLede : m.askedLede)}>
      <Records
        id="fault-rows"
        caption={t(m.faults)}
        heads={[t(sheetMessages.line), t(sheetMessages.trouble)]}
        rows={faults.map(({ line, cells, errors, question }) => {
          const { what, about } = rowWords(view, file.kind, cells);
          return {
            key: String(line),
            cells: [
              <span key="what">
                {line}: {what}
                <br />
                <span class="quiet small">{about}</span>
              </span>,
              <Fragment key="trouble">
                {[...errorsByColumn(edition, errors)].map(([column, text]) => (
                  <span class="field-error" key={column}>
                    {text}
                  </span>
                ))}
                {question !== null && (
                  <span class="review-doubt">
                    {t(entryMessages.twinSays, { says: likeWords(view, file.kind, cells, question) })}
                  </span>
                )}
              </Fragment>,
            ],
          };
        })}
      />
      {count > faults.length && (
        <p class="quiet small">{t(deskMessages.more, { count: count - faults.length })}</p>
      )}
      <p class="form-aside">
        <a href={pageFrom(url, `/large-files/${file.id}/faults.csv`)} download>
          {t(sheetMessages.takeFaults)}
        </a>
      </p>
    </Section>
  );
}

function Sample({
  frame,
  view,
  kind,
  file,
  outcome,
}: LargeFilePageProps & { readonly outcome: LargeOutcome }) {
  const { t } = frame.edition;
  return (
    <Section id="sample" title={t(m.firstRows)}>
      <Records
        id="sample-rows"
        caption={t(m.firstRows)}
        heads={[t(deskMessages.what), t(approvalMessages.change)]}
        rows={outcome.sample.map(({ line, before, after }) => {
          const { what, about } = rowWords(view, file.kind, after);
          return {
            key: String(line),
            cells: [
              <span key="what">
                {line}: {what}
                <br />
                <span class="quiet small">{about}</span>
              </span>,
              <Difference key="change" {...{ frame, view, kind, before, after }} />,
            ],
          };
        })}
      />
    </Section>
  );
}

/** What its author can do with it where it stands. */
function OwnActions(props: LargeFilePageProps): VNode | null {
  const { frame, file } = props;
  const { t } = frame.edition;
  const { status, outcome, version } = file;
  const isSound = outcome !== null && outcome.wrong + outcome.asked === 0;
  const act = (what: string, label: string) => (
    <ButtonForm
      frame={frame}
      action={`/large-files/${file.id}`}
      label={label}
      fields={{ do: what, version: String(version) }}
    />
  );
  const isOpen = status === 'checked' || status === 'returned';
  if (!isOpen && status !== 'checking' && status !== 'submitted') return null;
  return (
    <>
      {isAsked(props) && <Twins {...props} />}
      <Section id="decide" title={t(approvalMessages.decide)} layout="text">
        {status === 'submitted' && <p class="form-text">{t(m.ownWaits)}</p>}
        {status === 'checked' && isSound && (
          <Form
            frame={frame}
            id="submit"
            action={`/large-files/${file.id}`}
            refusal={null}
            submit={t(m.submit)}
          >
            <input type="hidden" name="do" value="submit" />
            <input type="hidden" name="version" value={version} />
          </Form>
        )}
        <div class="form-aside report-job-actions">
          {isOpen && !isAsked(props) && act('check', t(m.checkAgain))}
          {status === 'submitted' && act('take-back', t(m.takeBack))}
          {status !== 'submitted' && act('discard', t(m.discard))}
        </div>
      </Section>
    </>
  );
}

function Twins({ frame, file, refusal }: LargeFilePageProps): VNode {
  const { t } = frame.edition;
  const form = LARGE_FORMS.twins;
  return (
    <Section id="answer" title={t(m.allTwins)} layout="text">
      <Form
        frame={frame}
        id={form}
        action={`/large-files/${file.id}/twins`}
        refusal={refusal}
        submit={t(m.checkAgain)}
        takesFile
      >
        <input type="hidden" name="version" value={file.version} />
        <SelectField
          form={form}
          name="twins"
          label={t(m.whatTheyAre)}
          value={file.twins ?? ''}
          options={[
            { value: '', label: t(m.byAnswers) },
            { value: 'same', label: t(sheetMessages.allSame) },
            { value: 'another', label: t(sheetMessages.allAnother) },
          ]}
          refusal={refusal}
        />
        <div class="field">
          <label for="answers-file">{t(m.answersFile)}</label>
          <span class="field-hint" id="answers-file-hint">
            {t(m.answersHint)}
          </span>
          <input
            id="answers-file"
            type="file"
            name="file"
            accept=".csv,text/csv"
            aria-describedby="answers-file-hint"
          />
        </div>
      </Form>
    </Section>
  );
}

function Decide(props: LargeFilePageProps & { readonly outcome: LargeOutcome }): VNode {
  const { frame, file, outcome, refusal, comment } = props;
  const { t } = frame.edition;
  const id = 'return-comment';
  const fault = refusal?.form === LARGE_FORMS.giveBack ? refusal.text : null;
  return (
    <Section id="decide" title={t(approvalMessages.decide)} layout="text">
      <Form
        frame={frame}
        id={LARGE_FORMS.approve}
        action={`/large-files/${file.id}/approve`}
        refusal={refusal}
        submit={t(m.approve, { count: outcome.rows })}
      >
        <input type="hidden" name="version" value={file.version} />
        <input type="hidden" name="digest" value={outcome.digest} />
      </Form>
      <form
        class="form"
        id={LARGE_FORMS.giveBack}
        method="post"
        action={pageFrom(frame.url, `/large-files/${file.id}/return`)}
      >
        <input type="hidden" name="version" value={file.version} />
        <div class="field">
          <label for={id}>{t(approvalMessages.comment)}</label>
          <FieldWords id={id} hint={undefined} error={fault} />
          <textarea id={id} name="comment" rows={3} aria-invalid={fault === null ? undefined : 'true'}>
            {comment}
          </textarea>
        </div>
        <p class="form-actions">
          <button class="button-quiet" type="submit">
            {t(m.giveBack)}
          </button>
        </p>
      </form>
    </Section>
  );
}
