import type { VNode } from 'preact';
import type { Frame } from '../access/index.ts';
import { daysWords, indicatorLabel, labelOf, type NamedView } from '../analytics/index.ts';
import { deskMessages, entryMessages } from '../web/i18n/messages/entry.ts';
import { oddMessages as m } from '../web/i18n/messages/odd-values.ts';
import { ButtonForm } from '../web/parts/form.tsx';
import { Records } from '../web/parts/records.tsx';
import { Section } from '../web/parts/section.tsx';
import { pageFrom } from '../web/url.ts';
import { doubtText } from './entry.page.tsx';
import type { OddSubmission, OddValues } from './odd-values.use-case.ts';
import { rowWords } from './submission-words.ts';

/** What jumps beside the figure before it: waiting rows lead to their review, figures that count to their proof. */
export function OddSection(props: {
  readonly frame: Frame;
  /** With the programmes of the figures. */
  readonly view: NamedView;
  readonly odd: OddValues;
}): VNode | null {
  const { frame, view, odd } = props;
  const { t } = frame.edition;
  const { waiting, waitingCount, approved } = odd;
  if (waitingCount + approved.count === 0) return null;
  const rest = waitingCount - waiting.length + approved.count - approved.rows.length;
  return (
    <Section id="odd" title={t(m.title)} lede={t(m.lede)}>
      <Records
        id="odd-rows"
        caption={t(m.title)}
        heads={[t(deskMessages.what), t(deskMessages.where), t(m.why), t(m.toDo)]}
        rows={[
          ...waiting.map((each) => ({ key: each.submission.id, cells: waitingCells(frame, view, each) })),
          ...approved.rows.map((row) => ({ key: row.id, cells: approvedCells(frame, view, row) })),
        ]}
      />
      {rest > 0 && <p class="quiet small">{t(deskMessages.more, { count: rest })}</p>}
    </Section>
  );
}

function waitingCells(frame: Frame, view: NamedView, { submission, ...odd }: OddSubmission) {
  const { what, about } = rowWords(view, submission.kind, submission.cells);
  const review = `/approvals/review?${new URLSearchParams({ id: submission.id })}`;
  return [
    <a key="what" href={pageFrom(frame.url, `/submissions/${submission.id}`)}>
      {what}
    </a>,
    about,
    doubtText(frame.edition, odd),
    <a key="review" href={pageFrom(frame.url, review)} aria-label={frame.edition.t(m.reviewOf, { what })}>
      {frame.edition.t(m.review)}
    </a>,
  ];
}

function approvedCells(frame: Frame, view: NamedView, row: OddValues['approved']['rows'][number]) {
  const { t, f } = frame.edition;
  const { id, program, indicator, place, periodStart, periodEnd, value } = row;
  const what = t(entryMessages.whatAndValue, {
    what: indicatorLabel(view, indicator),
    value: f.number(value),
  });
  const about = [
    labelOf(view, 'program', program),
    ...(place === null ? [] : [labelOf(view, 'country', place)]),
    daysWords(view, { from: periodStart, to: periodEnd }),
  ].join(' · ');
  return [
    <a key="what" href={pageFrom(frame.url, `/results/${id}`)}>
      {what}
    </a>,
    about,
    doubtText(frame.edition, row),
    <ButtonForm
      key="right"
      frame={frame}
      action="/desk/right"
      label={t(m.right)}
      description={t(m.rightOf, { what: `${what}, ${about}` })}
      fields={{ id }}
    />,
  ];
}
