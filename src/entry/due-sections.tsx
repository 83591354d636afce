import type { VNode } from 'preact';
import type { Frame } from '../access/index.ts';
import { labelOf, type NamedView, programHref } from '../analytics/index.ts';
import { dueMessages as m } from '../web/i18n/messages/due.ts';
import { deskMessages } from '../web/i18n/messages/entry.ts';
import { totalsMessages } from '../web/i18n/messages/totals.ts';
import { Records } from '../web/parts/records.tsx';
import { Section } from '../web/parts/section.tsx';
import { pageFrom } from '../web/url.ts';
import type { Late, OwnDue } from './due.use-case.ts';
import { dueRowWords } from './due-words.ts';
import type { ReminderSummary } from './reminders/reminders.repository.ts';
import { WhomToAsk } from './reminders/whom-to-ask.tsx';

/** What somebody's programmes should have reported by now: each row leads to its form. */
export function DueSection(props: {
  readonly frame: Frame;
  readonly view: NamedView;
  readonly due: OwnDue;
}): VNode | null {
  const { frame, view, due } = props;
  const { t, f } = frame.edition;
  if (due.rows.length === 0) return null;
  const programs = [...new Set(due.rows.map(({ program }) => program))];
  const { words, line, form, table } = dueRowWords(view);
  return (
    <Section id="due" title={t(m.due)} lede={t(m.dueLede)}>
      <Records
        id="due-rows"
        caption={t(m.due)}
        heads={[
          t(totalsMessages.indicator),
          t(totalsMessages.program),
          t(totalsMessages.country),
          t(totalsMessages.period),
          t(m.since),
        ]}
        rows={due.rows.map((row) => {
          const { indicator, program, place, period } = words(row);
          return {
            key: JSON.stringify([row.program, row.indicator, row.place, row.to]),
            cells: [
              <a
                key="form"
                href={pageFrom(frame.url, form(row))}
                aria-label={t(m.enter, { what: line(row) })}
              >
                {indicator}
              </a>,
              program,
              place,
              period,
              f.day(row.since),
            ],
          };
        })}
      />
      {due.rest > 0 && <p class="quiet small">{t(deskMessages.more, { count: due.rest })}</p>}
      {due.earlier > 0 && <p class="quiet small">{t(m.earlier, { count: due.earlier })}</p>}
      <p class="form-text">
        {t(m.asTable)}{' '}
        {programs.map((code, at) => (
          <span key={code}>
            {at > 0 && ' · '}
            <a
              href={pageFrom(
                frame.url,
                table(
                  code,
                  due.rows.filter(({ program }) => program === code),
                ),
              )}
            >
              {labelOf(view, 'program', code)}
            </a>
          </span>
        ))}
      </p>
    </Section>
  );
}

/** Which programmes are late, and whom to ask. */
export function LateSection(props: {
  readonly frame: Frame;
  readonly view: NamedView;
  readonly late: Late;
  readonly reminded: ReadonlyMap<string, readonly ReminderSummary[]>;
}): VNode | null {
  const { frame, view, late, reminded } = props;
  const { t } = frame.edition;
  if (late.programs.length === 0) return null;
  return (
    <Section id="late" title={t(m.late)} lede={t(m.lateLede)}>
      <Records
        id="late-rows"
        caption={t(m.late)}
        heads={[t(totalsMessages.program), t(m.missing), t(m.whom)]}
        rows={late.programs.map(({ program, periods, officers }) => {
          const href = programHref(view, program);
          const name = labelOf(view, 'program', program);
          return {
            key: program,
            cells: [
              href === null ? (
                name
              ) : (
                <a key="program" href={href}>
                  {name}
                </a>
              ),
              t(m.figures, { count: periods }),
              <WhomToAsk
                key="whom"
                {...{ frame, view, program, about: name }}
                people={officers.map((officer) => ({ name: officer }))}
                reminded={reminded.get(program) ?? []}
              />,
            ],
          };
        })}
      />
      {late.rest > 0 && <p class="quiet small">{t(m.morePrograms, { count: late.rest })}</p>}
    </Section>
  );
}
