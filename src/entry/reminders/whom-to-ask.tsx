import type { VNode } from 'preact';
import type { Frame } from '../../access/index.ts';
import type { NamedView } from '../../analytics/index.ts';
import { compareCodes } from '../../core/text.ts';
import { dueMessages } from '../../web/i18n/messages/due.ts';
import { reminderMessages as m } from '../../web/i18n/messages/reminders.ts';
import { pageFrom } from '../../web/url.ts';
import type { ReminderSummary } from './reminders.repository.ts';

/** The people of a programme by name, the way to remind them, and when they were reminded last. */
export function WhomToAsk(props: {
  readonly frame: Frame;
  readonly view: NamedView;
  readonly program: string;
  /** For readers who listen: what the row is about. */
  readonly about: string;
  readonly people: readonly { readonly name: string }[];
  /** The last reminder to each, the newest first. */
  readonly reminded: readonly ReminderSummary[];
}): VNode {
  const { frame, view, program, about, people, reminded } = props;
  const { t, f } = frame.edition;
  const last = lastTogether(reminded);
  return (
    // One box, so that it stays together where a table is laid out as blocks.
    <div>
      {people.length === 0 ? t(dueMessages.nobody) : f.list(people.map(({ name }) => name))}
      {people.length > 0 && (
        <>
          {' · '}
          <a
            href={pageFrom(frame.url, `/reminders?${new URLSearchParams({ program })}`)}
            aria-label={t(m.remindOf, { program: about })}
          >
            {t(m.remind)}
          </a>
        </>
      )}
      {last !== null && (
        <span class="reminded">
          {t(m.lastOn, {
            when: f.moment(last.askedAt, view.known.timeZone),
            by: last.askedName,
            names: f.list(last.names),
          })}
        </span>
      )}
    </div>
  );
}

/** The last time that somebody was reminded, and all who were reminded then. */
function lastTogether(reminded: readonly ReminderSummary[]) {
  const [last] = reminded;
  if (last === undefined) return null;
  const together = reminded.filter(({ askedAt }) => askedAt.getTime() === last.askedAt.getTime());
  return {
    askedAt: last.askedAt,
    askedName: last.askedName,
    names: together.map(({ recipientName }) => recipientName).sort(compareCodes),
  };
}
