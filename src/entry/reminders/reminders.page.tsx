import type { VNode } from 'preact';
import type { Frame, Refusal } from '../../access/index.ts';
import { labelOf, type NamedView, programHref } from '../../analytics/index.ts';
import { isUnclear, SOON_DAYS } from '../../core/entry/reminder.ts';
import { AUTONYMS } from '../../web/i18n/locales.ts';
import { reminderMessages as m, missingMessages } from '../../web/i18n/messages/reminders.ts';
import { EmptyState } from '../../web/parts/empty-state.tsx';
import { Choices, Form } from '../../web/parts/form.tsx';
import { FormPage } from '../../web/parts/form-page.tsx';
import { Records } from '../../web/parts/records.tsx';
import { Section } from '../../web/parts/section.tsx';
import { pageFrom } from '../../web/url.ts';
import type { Reminder } from './reminders.repository.ts';
import type { Addressee, ReminderPreview } from './reminders.use-case.ts';

export const REMINDER_FORM = 'remind';

export interface RemindersPageProps {
  readonly frame: Frame;
  /** With the programme. */
  readonly view: NamedView;
  readonly preview: ReminderPreview;
  /** Accounts that are chosen; null: those who were not reminded in the last days. */
  readonly chosen: readonly string[] | null;
  readonly refusal: Refusal | null;
  readonly now: Date;
}

/** Who is reminded of what a programme lacks, with the very e-mails, and the reminders before. */
export function RemindersPage(props: RemindersPageProps): VNode {
  const { frame, view, preview, refusal, now } = props;
  const { edition, url } = frame;
  const { t } = edition;
  const { program, people, earlier } = preview;
  const name = labelOf(view, 'program', program);
  const href = programHref(view, program);
  const written = people.filter(({ text }) => text !== null);
  return (
    <FormPage frame={frame} title={t(m.title)} lede={t(m.lede, { program: name })} current="desk">
      <p class="data-link page-actions">
        {href !== null && <a href={href}>{name}</a>}
        <a href={pageFrom(url, `/gaps?${new URLSearchParams({ program })}`)}>{t(missingMessages.title)}</a>
      </p>
      <Section id="reminder" title={t(m.mail)} layout="text">
        {people.length === 0 ? (
          <EmptyState edition={edition} title={t(m.nobody)} text={t(m.nobodyText)} />
        ) : written.length === 0 ? (
          <EmptyState edition={edition} title={t(m.nothing)} text={t(m.nothingText)} />
        ) : (
          <ReminderForm {...props} refusal={refusal} written={written} />
        )}
      </Section>
      {earlier.length > 0 && (
        <Section id="earlier" title={t(m.earlier)}>
          <Records
            id="earlier-rows"
            caption={t(m.earlier)}
            heads={[t(m.when), t(m.to), t(m.by), t(m.listed), t(m.state)]}
            rows={earlier.map((reminder) => ({
              key: reminder.id,
              muted: reminder.status === 'failed',
              cells: earlierCells(view, reminder, now),
            }))}
          />
        </Section>
      )}
    </FormPage>
  );
}

function ReminderForm(props: RemindersPageProps & { readonly written: readonly Addressee[] }): VNode {
  const { frame, view, preview, refusal, written, chosen } = props;
  const { t } = frame.edition;
  const fresh = written.filter(({ recent }) => recent === null).map(({ account }) => account);
  return (
    <Form
      frame={frame}
      id={REMINDER_FORM}
      action="/reminders"
      refusal={refusal}
      submit={t(m.send, { count: written.length })}
    >
      <input type="hidden" name="program" value={preview.program} />
      <input type="hidden" name="digest" value={preview.digest} />
      <Choices
        form={REMINDER_FORM}
        name="to"
        label={t(m.to)}
        type="checkbox"
        options={written.map((person) => ({
          value: person.account,
          label: person.name,
          hint: [AUTONYMS[person.language], ...recentWords(view, person)].join(' · '),
        }))}
        chosen={chosen ?? fresh}
        refusal={refusal}
      />
      {fresh.length < written.length && (
        <Choices
          form={REMINDER_FORM}
          name="again"
          label={t(m.reminder)}
          type="checkbox"
          options={[{ value: 'yes', label: t(m.again, { days: SOON_DAYS }) }]}
          chosen={[]}
          refusal={refusal}
        />
      )}
      {written.map(({ account, name, language, text }) => (
        <section key={account} aria-labelledby={`letter-${account}`}>
          <h3 id={`letter-${account}`}>{t(m.text, { name })}</h3>
          {text !== null && (
            <Letter language={language} subject={text.subject} body={text.body} about={t(m.subject)} />
          )}
        </section>
      ))}
    </Form>
  );
}

/** An e-mail as it is read. */
function Letter(props: {
  readonly language: string;
  readonly subject: string;
  readonly body: string;
  readonly about: string;
}): VNode {
  return (
    <>
      <p class="letter-subject">
        {props.about}: <strong lang={props.language}>{props.subject}</strong>
      </p>
      <pre class="letter-body" lang={props.language}>
        {props.body}
      </pre>
    </>
  );
}

function recentWords(view: NamedView, { recent }: Addressee): readonly string[] {
  if (recent === null) return [];
  const when = view.f.moment(recent.askedAt, view.known.timeZone);
  return [view.t(m.recentlyBy, { when, name: recent.askedName })];
}

function earlierCells(view: NamedView, reminder: Reminder, now: Date) {
  const { t, f } = view;
  const { askedAt, recipientName, askedName, figures, gaps, subject, body, lang } = reminder;
  return [
    f.moment(askedAt, view.known.timeZone),
    recipientName,
    askedName,
    <details key="listed">
      <summary>{t(m.counts, { figures, gaps })}</summary>
      <Letter language={lang} subject={subject} body={body} about={t(m.subject)} />
    </details>,
    stateWords(view, reminder, now),
  ];
}

function stateWords(view: NamedView, reminder: Reminder, now: Date): string {
  const { t, f } = view;
  const { status, reason, nextAttemptAt, settledAt } = reminder;
  const moment = (at: Date | null) => (at === null ? '' : f.moment(at, view.known.timeZone));
  const why = reason === null ? '' : ` · ${reason}`;
  switch (status) {
    case 'sent':
      return t(m.sent, { when: moment(settledAt) });
    case 'failed':
      return `${t(m.failed)}${why}`;
    case 'waiting':
      return reason === null ? t(m.waiting) : `${t(m.waitingFor, { when: moment(nextAttemptAt) })}${why}`;
    case 'sending':
      return isUnclear(reminder, now) || reason !== null ? `${t(m.unclear)}${why}` : t(m.waiting);
  }
}
