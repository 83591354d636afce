import type { VNode } from 'preact';
import type { DeskNotice, Frame } from '../access/index.ts';
import type { NamedView } from '../analytics/index.ts';
import { ENTRY_KINDS, type EntryKind, type SubmissionStatus } from '../core/entry/submission.ts';
import type { Edition } from '../web/edition.ts';
import { kindName } from '../web/i18n/kind-name.ts';
import { kindExplanations, deskMessages as m } from '../web/i18n/messages/entry.ts';
import { missingMessages } from '../web/i18n/messages/reminders.ts';
import { sharesMessages } from '../web/i18n/messages/shares.ts';
import { openSheetMessages } from '../web/i18n/messages/sheets.ts';
import { EmptyState } from '../web/parts/empty-state.tsx';
import { FormPage } from '../web/parts/form-page.tsx';
import { Records } from '../web/parts/records.tsx';
import { Section } from '../web/parts/section.tsx';
import { pageFrom } from '../web/url.ts';
import type { Late, OwnDue } from './due.use-case.ts';
import { DueSection, LateSection } from './due-sections.tsx';
import { LargeFileList } from './large/large-file-list.tsx';
import type { LargeFile } from './large/large-files.repository.ts';
import { OddSection } from './odd-section.tsx';
import type { OddValues } from './odd-values.use-case.ts';
import { needWords, OpenSheetList } from './open-sheet-list.tsx';
import type { OpenSheets } from './open-sheets.use-case.ts';
import type { ReminderSummary } from './reminders/reminders.repository.ts';
import { rowWords } from './submission-words.ts';
import type { Submission } from './submissions.repository.ts';

export interface DeskPageProps {
  readonly frame: Frame;
  /** With the programmes of what is due. */
  readonly view: NamedView;
  /** What the reader's programmes should have reported; null: the reader has none in particular. */
  readonly due: OwnDue | null;
  /** What any programme should have; null: it is not the reader's to ask for it. */
  readonly late: Late | null;
  /** Of those programmes, whom somebody has reminded. */
  readonly reminded: ReadonlyMap<string, readonly ReminderSummary[]>;
  /** What jumps beside the figure before it; null: it is not the reader's to decide. */
  readonly odd: OddValues | null;
  readonly mayEnter: boolean;
  /** What waits for the reader to decide; null: it is not the reader's to decide. */
  readonly waiting: number | null;
  /** One's own, by where they stand: the last of each. */
  readonly own: Readonly<Record<Exclude<SubmissionStatus, 'discarded'>, readonly Submission[]>>;
  readonly counts: ReadonlyMap<SubmissionStatus, number>;
  /** One's own files and tables that are not submitted whole. */
  readonly sheets: OpenSheets;
  /** Files that are taken as one thing: one's own that are not decided, and what waits for the reader to decide. */
  readonly large: readonly LargeFile[];
  /** What waits for the reader elsewhere. */
  readonly notices: readonly DeskNotice[];
}

/** What has no button of its own: where it is entered, and which of it is meant. */
function seldomEntered(edition: Edition) {
  const { t } = edition;
  const kinds = ENTRY_KINDS.filter((kind) => isSeldom(kind)).map((kind) => ({
    path: `/entry/${kind}`,
    name: kindName(edition, kind),
    says: t(kindExplanations[kind]),
  }));
  return [
    ...kinds,
    { path: '/entry/shares', name: t(sharesMessages.title), says: t(m.sharesSay) },
    { path: '/gaps', name: t(missingMessages.toPage), says: t(m.gapsSay) },
  ];
}

function isSeldom(kind: EntryKind): kind is keyof typeof kindExplanations {
  return Object.hasOwn(kindExplanations, kind);
}

/** The first page of whoever enters figures or approves them: what waits, and where one's own stands. */
export function DeskPage(props: DeskPageProps): VNode {
  const { frame, waiting, mayEnter, own, notices } = props;
  const { edition, url } = frame;
  const { t } = edition;
  const isEmpty = [...Object.values(own), props.large].every(({ length }) => length === 0);
  return (
    <FormPage frame={frame} title={t(m.title)} lede={t(m.lede)} current="desk">
      {waiting !== null && (
        <Section id="waiting" title={t(m.waiting)} layout="text">
          <p class="form-text">{t(m.waitingCount, { count: waiting })}</p>
          <p class="form-aside">
            <a class={waiting > 0 ? 'button' : 'button-quiet'} href={pageFrom(url, '/approvals')}>
              {t(waiting > 0 ? m.lookThrough : m.toApprovals)}
            </a>
          </p>
        </Section>
      )}
      {notices.length > 0 && (
        <Section id="elsewhere" title={t(m.elsewhere)} layout="text">
          <ul class="form-text">
            {notices.map(({ text, path }) => (
              <li key={path}>
                <a href={pageFrom(url, path)}>{text}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <OpenSheetList frame={frame} view={props.view} open={props.sheets} />
      <LargeFileList frame={frame} view={props.view} files={props.large} />
      {props.odd !== null && <OddSection frame={frame} view={props.view} odd={props.odd} />}
      {props.due !== null && <DueSection frame={frame} view={props.view} due={props.due} />}
      {props.late !== null && (
        <LateSection frame={frame} view={props.view} late={props.late} reminded={props.reminded} />
      )}
      {mayEnter && (
        <Section id="enter" title={t(m.enter)} lede={t(m.enterLede)} layout="text">
          <p class="form-actions">
            <a class="button" href={pageFrom(url, '/entry/results')}>
              {t(m.aResult)}
            </a>
            <a class="button-quiet" href={pageFrom(url, '/entry/transactions')}>
              {t(m.aTransaction)}
            </a>
            <a class="button-quiet" href={pageFrom(url, '/entry/narratives')}>
              {t(m.aText)}
            </a>
            <a class="button-quiet" href={pageFrom(url, '/entry/table')}>
              {t(m.severalAtOnce)}
            </a>
            <a class="button-quiet" href={pageFrom(url, '/imports')}>
              {t(m.aFile)}
            </a>
          </p>
          <ul class="entry-kinds">
            {seldomEntered(edition).map(({ path, name, says }) => (
              <li key={path}>
                <a href={pageFrom(url, path)}>{name}</a>
                <span class="quiet">{says}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <OwnRows {...props} id="returned" status="returned" title={t(m.returned)} />
      <OwnRows {...props} id="drafts" status="draft" title={t(m.drafts)} />
      <OwnRows {...props} id="submitted" status="submitted" title={t(m.submitted)} />
      <OwnRows {...props} id="approved" status="approved" title={t(m.approved)} />
      {mayEnter && isEmpty && <EmptyState edition={edition} title={t(m.nothing)} text={t(m.nothingText)} />}
    </FormPage>
  );
}

function OwnRows(
  props: DeskPageProps & {
    readonly id: string;
    readonly status: Exclude<SubmissionStatus, 'discarded'>;
    readonly title: string;
  },
): VNode | null {
  const { frame, view, own, sheets, counts, id, status, title } = props;
  const { edition } = frame;
  const { t, f } = edition;
  const rows = own[status];
  if (rows.length === 0) return null;
  const rest = (counts.get(status) ?? 0) - rows.length;
  const says = status === 'returned';
  const needs = rows.some((row) => sheets.needs.has(row.id));
  return (
    <Section id={id} title={title}>
      <Records
        id={`${id}-rows`}
        caption={title}
        heads={[
          t(m.what),
          t(m.where),
          ...(needs ? [t(openSheetMessages.left)] : []),
          t(m.when),
          ...(says ? [t(m.comment)] : []),
        ]}
        rows={rows.map((row) => {
          const { what, about } = rowWords(view, row.kind, row.cells);
          const { comment, decidedName } = row;
          return {
            key: row.id,
            cells: [
              <a key="what" href={pageFrom(frame.url, `/submissions/${row.id}`)}>
                {what === '' ? kindName(edition, row.kind) : what}
              </a>,
              about,
              ...(needs ? [needWords(edition, sheets.needs.get(row.id))] : []),
              f.moment(row.changedAt, view.known.timeZone),
              ...(says ? [t(m.commentBy, { comment: comment ?? '', name: decidedName ?? '' })] : []),
            ],
          };
        })}
      />
      {rest > 0 && <p class="quiet small">{t(m.more, { count: rest })}</p>}
    </Section>
  );
}
