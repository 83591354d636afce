import type { VNode } from 'preact';
import type { Frame, Refusal } from '../access/index.ts';
import type { NamedView } from '../analytics/index.ts';
import { SUBMISSION_STATUSES } from '../core/entry/submission.ts';
import type { ImportKind } from '../platform/csv/import-kind.ts';
import { differences } from '../platform/csv/likeness.ts';
import type { RowError } from '../platform/csv/row-error.ts';
import type { Edition } from '../web/edition.ts';
import { kindName } from '../web/i18n/kind-name.ts';
import { approvalMessages } from '../web/i18n/messages/approvals.ts';
import { choiceWords } from '../web/i18n/messages/choices.ts';
import { deskMessages, entryMessages, submissionStatuses } from '../web/i18n/messages/entry.ts';
import { sheetMessages as m } from '../web/i18n/messages/sheets.ts';
import { errorsByColumn } from '../web/i18n/row-error-words.ts';
import { ButtonForm, SelectField } from '../web/parts/form.tsx';
import { FormPage } from '../web/parts/form-page.tsx';
import { Records } from '../web/parts/records.tsx';
import { Section } from '../web/parts/section.tsx';
import { pageFrom } from '../web/url.ts';
import type { Review } from './approvals.use-case.ts';
import { doubtText, labelOf } from './entry.page.tsx';
import { Moves } from './moves.tsx';
import { leftWords, needWords } from './open-sheet-list.tsx';
import { countNeeds, needOf, type RowCheck, SOUND } from './plan-entered.ts';
import { likeWords, rowWords } from './submission-words.ts';
import type { Submission } from './submissions.repository.ts';

export const SHEET_FORM = 'sheet';
/** Rows that are listed, and those that are to be mended or answered: a page stays a page. */
const MOST_LISTED = 60;
const MOST_TROUBLED = 40;

/** The field in which a cell of a row is typed anew. */
export const mendField = (id: string, column: string) => `mend-${id}-${column}`;

export interface SheetPageProps {
  readonly frame: Frame;
  readonly view: NamedView;
  readonly kind: ImportKind;
  /** What was saved at once, in its order; not empty. */
  readonly rows: readonly [Submission, ...Submission[]];
  readonly isOwn: boolean;
  /** What stands in the way of those that are open, by id. */
  readonly checks: ReadonlyMap<string, RowCheck>;
  /** In which versions those are shown. */
  readonly seen: string;
  /** What the rows that are sound would come to; null: nobody asked, or none is. */
  readonly preview: Review | null;
  /** Which of the pages of its rows is shown, from 1. */
  readonly page: number;
  readonly refusal: Refusal | null;
}

/** What was saved at once, from a file or as a table: what is to be mended or answered, and what can go ahead. */
export function SheetPage(props: SheetPageProps): VNode {
  const { frame, view, rows, isOwn, checks, preview, page } = props;
  const { edition } = frame;
  const { t } = edition;
  const [first] = rows;
  const kind = kindName(edition, first.kind, 'many');
  const byStatus = SUBMISSION_STATUSES.map((status) => ({
    status,
    count: rows.filter((row) => row.status === status).length,
  })).filter(({ count }) => count > 0);
  const said = byStatus
    // What is left to do of drafts says more than that they are some.
    .filter(({ status }) => status !== 'draft' || checks.size === 0)
    .map(({ status, count }) => t(m.standing, { count, status: t(submissionStatuses[status]) }));
  const left = leftWords(edition, countNeeds([...checks.values()].map(needOf)));
  const troubled = rows.filter(({ id }) => hasTrouble(checks.get(id)));
  const sound = rows.filter(({ id }) => checks.has(id) && !hasTrouble(checks.get(id)));
  const effects = effectsOf(props);
  return (
    <FormPage
      frame={frame}
      {...(first.fileName === '' ? {} : { kicker: first.fileName })}
      title={t(m.rowsTitle, { kind, count: rows.length })}
      lede={[...left, ...said].join(' · ')}
      current="desk"
    >
      {isOwn && checks.size > 0 && <OpenRows {...props} troubled={troubled} sound={sound.length} />}
      {preview !== null && (
        <Section id="preview" title={t(m.preview)} lede={t(m.previewLede)}>
          <p class="form-text">{t(m.effects, countsOf(effects))}</p>
          <Moves view={view} moves={preview.moves} />
        </Section>
      )}
      <Section id="rows" title={t(m.rows)}>
        <Records
          id="sheet-rows"
          caption={t(m.rows)}
          heads={[
            t(deskMessages.what),
            t(deskMessages.where),
            ...(preview === null ? [] : [t(approvalMessages.change)]),
            t(approvalMessages.status),
          ]}
          rows={rows.slice((page - 1) * MOST_LISTED, page * MOST_LISTED).map((row) => {
            const { what, about } = rowWords(view, row.kind, row.cells);
            return {
              key: row.id,
              cells: [
                <a key="what" href={pageFrom(frame.url, `/submissions/${row.id}`)}>
                  {what === '' ? t(m.line) : what}
                </a>,
                about,
                ...(preview === null ? [] : [effectWords(edition, effects.get(row.id))]),
                checks.has(row.id)
                  ? needWords(edition, needOf(checks.get(row.id) ?? SOUND))
                  : t(submissionStatuses[row.status]),
              ],
            };
          })}
        />
        {rows.length > page * MOST_LISTED && (
          <p class="form-aside">
            <a href={pageFrom(frame.url, `/sheets/${first.together}?page=${page + 1}#rows`)} rel="next">
              {t(approvalMessages.next)}
            </a>{' '}
            <span class="quiet small">
              {t(deskMessages.more, { count: rows.length - page * MOST_LISTED })}
            </span>
          </p>
        )}
      </Section>
    </FormPage>
  );
}

type Effect = 'added' | 'changed' | 'unchanged';

/** What the rows that are sound would do, by their ids; of kinds that do not tell there are none. */
function effectsOf({ kind, preview }: SheetPageProps): ReadonlyMap<string, Effect> {
  const items = preview?.items ?? [];
  return new Map(
    items.flatMap(({ submission: { id }, before, after }): readonly (readonly [string, Effect])[] => {
      if (after === null) return [];
      if (before === null) return [[id, 'added']];
      return [[id, differences(kind.columns.known, before, after).length > 0 ? 'changed' : 'unchanged']];
    }),
  );
}

function countsOf(effects: ReadonlyMap<string, Effect>): Readonly<Record<Effect, number>> {
  const all = [...effects.values()];
  const count = (which: Effect) => all.filter((effect) => effect === which).length;
  return { added: count('added'), changed: count('changed'), unchanged: count('unchanged') };
}

const EFFECTS = { added: m.isAdded, changed: m.isChanged, unchanged: m.isUnchanged };

function effectWords({ t }: Edition, effect: Effect | undefined): string {
  return effect === undefined ? '–' : t(EFFECTS[effect]);
}

/** A row that jumps can go ahead too, but not before somebody has looked at it. */
function hasTrouble(check: RowCheck | undefined): boolean {
  return check !== undefined && needOf(check) !== 'submit';
}

function OpenRows(
  props: SheetPageProps & { readonly troubled: readonly Submission[]; readonly sound: number },
): VNode {
  const { frame, rows, checks, seen, refusal, troubled, sound } = props;
  const { edition, url } = frame;
  const { t } = edition;
  const { together } = rows[0];
  const asks = troubled.some(({ id }) => checks.get(id)?.question != null);
  const isMended = troubled
    .slice(0, MOST_TROUBLED)
    .some(({ id }) => mendable(props.kind, checks.get(id)?.errors ?? []).length > 0);
  const jumps = troubled.some(({ id }) => (checks.get(id)?.doubts.length ?? 0) > 0);
  return (
    <>
      <form class="approvals" id={SHEET_FORM} method="post" action={pageFrom(url, `/sheets/${together}`)}>
        {refusal !== null && (
          <p class="form-error" role="alert">
            {refusal.text}
          </p>
        )}
        <input type="hidden" name="seen" value={seen} />
        {troubled.length > 0 && (
          <Section id="troubled" title={t(m.notSubmitted)} lede={t(m.notSubmittedLede)}>
            <Records
              id="troubled-rows"
              caption={t(m.notSubmitted)}
              heads={[t(m.line), t(m.trouble)]}
              rows={troubled.slice(0, MOST_TROUBLED).map((row) => troubledRow(props, row))}
            />
            {troubled.length > MOST_TROUBLED && (
              <p class="quiet small">{t(deskMessages.more, { count: troubled.length - MOST_TROUBLED })}</p>
            )}
            <p class="form-aside">
              <a href={pageFrom(url, `/sheets/${together}/faults.csv`)} download>
                {t(m.takeFaults)}
              </a>
            </p>
          </Section>
        )}
        {asks && (
          <SelectField
            form={SHEET_FORM}
            name="twins"
            label={t(m.allTwins)}
            value=""
            options={[
              { value: '', label: t(m.twinsOneByOne) },
              { value: 'same', label: t(m.allSame) },
              { value: 'another', label: t(m.allAnother) },
            ]}
            refusal={refusal}
          />
        )}
        {jumps && (
          <div class="choice choice-alone">
            <input id="sheet-accepts" type="checkbox" name="accepts" value="yes" />
            <label for="sheet-accepts">{t(m.acceptOdd)}</label>
          </div>
        )}
        <p class="form-actions">
          {(sound > 0 || asks || jumps) && (
            <button class="button" type="submit" name="do" value="submit">
              {t(m.submitSound, { count: sound })}
            </button>
          )}
          {isMended && (
            <button class="button-quiet" type="submit" name="do" value="mend">
              {t(m.checkAgain)}
            </button>
          )}
        </p>
      </form>
      <div class="form-aside">
        <ButtonForm
          frame={frame}
          action={`/sheets/${together}/discard`}
          label={t(m.discardAll)}
          fields={{ seen }}
        />
      </div>
    </>
  );
}

/** Columns of a row that are wrong and can be typed anew where that is said; the others are mended in the row's form. */
function mendable({ columns }: ImportKind, errors: readonly RowError[]): readonly string[] {
  const wrong = new Set(errors.flatMap(({ column }) => column ?? []));
  return columns.known.filter((column) => wrong.has(column) && column !== 'breakdown');
}

function MendField(props: {
  readonly frame: Frame;
  readonly kind: ImportKind;
  readonly row: Submission;
  readonly column: string;
}): VNode {
  const { frame, kind, row, column } = props;
  const { edition } = frame;
  const { t } = edition;
  const label = labelOf(edition, kind, column).replace(/ \*$/, '');
  const field = {
    name: mendField(row.id, column),
    'aria-label': t(m.cellOf, { row: label, column: `${t(m.line)} ${row.place}` }),
  };
  const value = row.cells[column] ?? '';
  const words = choiceWords[kind.name]?.[column];
  if (words === undefined) {
    return <input class="mend" {...field} value={value} autocomplete="off" aria-invalid="true" />;
  }
  return (
    <select class="mend" {...field} aria-invalid="true">
      {Object.hasOwn(words, value) ? null : <option value={value}>{value === '' ? '–' : value}</option>}
      {Object.entries(words).map(([word, said]) => (
        <option key={word} value={word} selected={word === value}>
          {t(said)}
        </option>
      ))}
    </select>
  );
}

const TWIN_ANSWERS = { same: entryMessages.twinSame, another: entryMessages.twinAnother } as const;

function troubledRow({ frame, view, kind, checks }: SheetPageProps, row: Submission) {
  const { edition, url } = frame;
  const { t } = edition;
  const { what, about } = rowWords(view, row.kind, row.cells);
  const { errors, question, doubts } = checks.get(row.id) ?? SOUND;
  const said = what === '' ? t(m.line) : what;
  const mends = mendable(kind, errors);
  return {
    key: row.id,
    cells: [
      <span key="what">
        {row.origin === 'file' && `${row.place}: `}
        <a href={pageFrom(url, `/submissions/${row.id}`)} aria-label={t(m.mendOf, { what: said })}>
          {said}
        </a>
        <br />
        <span class="quiet small">{about}</span>
      </span>,
      <span key="trouble">
        {[...errorsByColumn(edition, errors)].map(([column, text]) => (
          <span class="mend-cell" key={column}>
            <span class="field-error">{text}</span>
            {column !== null && mends.includes(column) && <MendField {...{ frame, kind, row, column }} />}
          </span>
        ))}
        {doubts.map((doubt) => (
          <span class="review-doubt" key={doubt.reason}>
            {doubtText(edition, doubt)}
          </span>
        ))}
        {question !== null && (
          <fieldset class="twin-choice">
            <legend>
              {t(entryMessages.twinSays, { says: likeWords(view, row.kind, row.cells, question) })}
            </legend>
            <input
              type="hidden"
              name={`like-${row.id}`}
              value={'ref' in question.like ? question.like.ref : ''}
            />
            {(['same', 'another'] as const).map((answer) => (
              <label key={answer}>
                <input type="radio" name={`twin-${row.id}`} value={answer} /> {t(TWIN_ANSWERS[answer])}
              </label>
            ))}
          </fieldset>
        )}
      </span>,
    ],
  };
}
