import type { VNode } from 'preact';
import type { Frame } from '../../access/index.ts';
import { ownReportMessages as m } from '../../web/i18n/messages/own-reports.ts';
import { subscriptionMessages } from '../../web/i18n/messages/subscriptions.ts';
import { EmptyState } from '../../web/parts/empty-state.tsx';
import { FormPage } from '../../web/parts/form-page.tsx';
import { Section } from '../../web/parts/section.tsx';
import { pageFrom } from '../../web/url.ts';
import type { OwnReportRow } from './own-reports.repository.ts';

/** A report as a list shows it. */
export type ListedReport = Pick<OwnReportRow, 'slug' | 'title' | 'shared' | 'definition'> & {
  readonly isOwn: boolean;
};

export interface OwnReportsPageProps {
  readonly frame: Frame;
  readonly reports: readonly ListedReport[];
  /** Its reader is a person, and no program. */
  readonly mayKeep: boolean;
}

/** The reports of one's own, and those that others share. */
export function OwnReportsPage({ frame, reports, mayKeep }: OwnReportsPageProps): VNode {
  const { edition, url } = frame;
  const { t } = edition;
  const own = reports.filter(({ isOwn }) => isOwn);
  const others = reports.filter(({ isOwn }) => !isOwn);
  return (
    <FormPage frame={frame} title={t(m.title)} lede={t(m.lede)} current="reports">
      {mayKeep && (
        <p class="page-actions">
          <a class="button" href={pageFrom(url, '/reports/own/new')}>
            {t(m.make)}
          </a>
          <a href={pageFrom(url, '/subscriptions')}>{t(subscriptionMessages.title)}</a>
        </p>
      )}
      <Section id="own" title={t(m.yours)}>
        {own.length === 0 ? (
          <EmptyState edition={edition} title={t(m.none)} text={t(m.noneText)} />
        ) : (
          <ReportLinks frame={frame} reports={own} />
        )}
      </Section>
      {others.length > 0 && (
        <Section id="shared" title={t(m.sharedByOthers)}>
          <ReportLinks frame={frame} reports={others} />
        </Section>
      )}
    </FormPage>
  );
}

/** Each with what it is, and where it opens. */
export function ReportLinks({
  frame,
  reports,
}: {
  readonly frame: Pick<Frame, 'edition' | 'url'>;
  readonly reports: readonly ListedReport[];
}): VNode {
  const { t } = frame.edition;
  return (
    <ul class="kept-list">
      {reports.map(({ slug, title, shared, isOwn, definition }) => (
        <li key={slug}>
          <a href={pageFrom(frame.url, `/reports/own/${slug}`)}>{title}</a>{' '}
          <span class="quiet small">
            {[
              t(m.sections, { count: definition.sections.length }),
              ...(shared && isOwn ? [t(m.isShared)] : []),
            ].join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
