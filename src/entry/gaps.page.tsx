import type { VNode } from 'preact';
import type { Enterer, Frame } from '../access/index.ts';
import { labelOf, type NamedView } from '../analytics/index.ts';
import type { Filter } from '../core/facts.ts';
import { valuesOf } from '../core/one-or-more.ts';
import type { Gap, GapItem } from '../core/report/block.ts';
import { deskMessages } from '../web/i18n/messages/entry.ts';
import { gapForms, gapMessages } from '../web/i18n/messages/gaps.ts';
import { missingMessages as m, reminderMessages } from '../web/i18n/messages/reminders.ts';
import type { Choices } from '../web/parts/choice-field.tsx';
import { EmptyState } from '../web/parts/empty-state.tsx';
import { FilterBar } from '../web/parts/filter-bar.tsx';
import { FormPage } from '../web/parts/form-page.tsx';
import { Records } from '../web/parts/records.tsx';
import { Said } from '../web/parts/said.tsx';
import { Section } from '../web/parts/section.tsx';
import { pageFrom } from '../web/url.ts';
import type { ReminderSummary } from './reminders/reminders.repository.ts';
import { WhomToAsk } from './reminders/whom-to-ask.tsx';

export interface GapsPageProps {
  readonly frame: Frame;
  /** With the programmes of what is missing. */
  readonly view: NamedView;
  /** What it is narrowed to. */
  readonly filter: Filter;
  readonly choices: Choices;
  /** Each with its first items. */
  readonly gaps: readonly Gap[];
  /** Of each programme whom to ask; null: it is not the reader's to know. */
  readonly whom: ReadonlyMap<string, readonly Pick<Enterer, 'name'>[]> | null;
  readonly reminded: ReadonlyMap<string, readonly ReminderSummary[]>;
}

/** What the record lacks, gap by gap, each row with its form and, for whoever approves, with whom to ask. */
export function GapsPage(props: GapsPageProps): VNode {
  const { frame, view, filter, choices, gaps } = props;
  const { edition, url } = frame;
  const { t, f } = edition;
  const named = (['pillar', 'country', 'donor', 'program'] as const).flatMap((by) =>
    valuesOf(filter[by]).map((code) => labelOf(view, by, code)),
  );
  const lede = named.length === 0 ? t(m.lede) : t(m.ofNamed, { names: f.list(named) });
  return (
    <FormPage frame={frame} title={t(m.title)} lede={lede} current="desk">
      <FilterBar {...{ edition, url, filter, choices }} hasPrograms without={['indicator']} isTimed={false} />
      {hasNobody(props) && <p class="quiet">{t(m.nobody)}</p>}
      {gaps.length === 0 ? (
        <EmptyState edition={edition} title={t(m.nothing)} text={t(gapMessages.noGaps)} />
      ) : (
        gaps.map((gap) => <GapSection key={gap.id} {...props} gap={gap} />)
      )}
    </FormPage>
  );
}

/** Whether some row has nobody to ask, which is said once. */
function hasNobody({ gaps, whom }: GapsPageProps): boolean {
  const programs = gaps.flatMap(({ items }) => items.flatMap(({ program }) => program ?? []));
  return whom !== null && programs.some((program) => (whom.get(program) ?? []).length === 0);
}

function GapSection(props: GapsPageProps & { readonly gap: Gap }): VNode {
  const { frame, gap, whom } = props;
  const { t } = frame.edition;
  const isAsked = gap.items.some(
    ({ program }) => program !== undefined && (whom?.get(program) ?? []).length > 0,
  );
  const isMended = gap.items.some(({ form }) => form !== undefined);
  const rest = (gap.all ?? gap.items.length) - gap.items.length;
  return (
    <Section id={gap.id} title={gap.label} lede={gap.explanation}>
      {gap.items.length > 0 && (
        <Records
          id={`${gap.id}-rows`}
          caption={gap.label}
          heads={[
            t(deskMessages.what),
            ...(isAsked ? [t(reminderMessages.ask)] : []),
            ...(isMended ? [t(gapMessages.form)] : []),
          ]}
          rows={gap.items.map((item, at) => ({
            key: String(at),
            cells: cellsOf(props, item, { isAsked, isMended }),
          }))}
        />
      )}
      {rest > 0 && <p class="quiet small">{t(deskMessages.more, { count: rest })}</p>}
    </Section>
  );
}

function cellsOf(
  { frame, view, whom, reminded }: GapsPageProps,
  { text, href, form, program }: GapItem,
  { isAsked, isMended }: { readonly isAsked: boolean; readonly isMended: boolean },
): readonly (VNode | string)[] {
  const { t } = frame.edition;
  const what =
    href === null ? (
      <Said key="what" text={text} />
    ) : (
      <a key="what" href={href}>
        <Said text={text} />
      </a>
    );
  const people = program === undefined ? [] : (whom?.get(program) ?? []);
  const ask =
    program === undefined || people.length === 0 ? (
      ''
    ) : (
      <WhomToAsk
        key="whom"
        {...{ frame, view, program, about: text }}
        people={people}
        reminded={reminded.get(program) ?? []}
      />
    );
  const mend =
    form === undefined ? (
      ''
    ) : (
      <a
        key="form"
        href={pageFrom(frame.url, form.path)}
        aria-label={t(gapMessages.mendThis, { does: t(gapForms[form.does]), what: text })}
      >
        {t(gapForms[form.does])}
      </a>
    );
  return [what, ...(isAsked ? [ask] : []), ...(isMended ? [mend] : [])];
}
