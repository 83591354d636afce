import type { VNode } from 'preact';
import type { Frame } from '../../access/index.ts';
import { SCOPES } from '../../core/report/definitions.ts';
import { ownReportName } from '../../core/report/own-report.ts';
import { commonMessages } from '../../web/i18n/messages/common.ts';
import { ownReportMessages as m } from '../../web/i18n/messages/own-reports.ts';
import { subscriptionMessages } from '../../web/i18n/messages/subscriptions.ts';
import { ChoiceField, type Choices } from '../../web/parts/choice-field.tsx';
import { ButtonForm } from '../../web/parts/form.tsx';
import { Layout } from '../../web/parts/layout.tsx';
import { ReportForm } from '../../web/parts/report-form.tsx';
import { PageHeading, Section } from '../../web/parts/section.tsx';
import { pageFrom, withParameters } from '../../web/url.ts';
import type { OwnReportRow } from './own-reports.repository.ts';
import { isIllustrative, type OwnPreview, OwnSections } from './own-sections.tsx';

export interface OwnReportPageProps {
  readonly frame: Frame;
  readonly report: Pick<OwnReportRow, 'slug' | 'title' | 'definition'>;
  /** Its reader keeps it, and may change it. */
  readonly isOwn: boolean;
  readonly mayKeep: boolean;
  readonly mayRemove: boolean;
  readonly maySubscribe: boolean;
  readonly preview: OwnPreview;
  /** It shows one section by itself. */
  readonly isPart: boolean;
  /** Periods that the form proposes, as keys. */
  readonly periods: readonly string[];
  /** What whoever sees everything may narrow it to; null for others. */
  readonly choices: Choices | null;
}

/** A report that somebody has put together: what it says to its reader, and how it is had. */
export function OwnReportPage(props: OwnReportPageProps): VNode {
  const { frame, report, isOwn, preview, isPart, periods, choices } = props;
  const { edition, url, site, signedIn, assets, notice } = frame;
  const { t } = edition;
  const { slug, title, definition } = report;
  const here = `/reports/own/${slug}`;
  const narrowing = choices === null ? [] : SCOPES.filter((name) => definition.filter[name] === undefined);
  return (
    <Layout
      edition={edition}
      title={title}
      description={title}
      url={url}
      current="reports"
      site={site}
      cutOff={preview.cutOff}
      signedIn={signedIn}
      illustrative={isIllustrative(preview)}
      assets={assets}
    >
      {notice !== null && (
        <p class="notice" role="status">
          {notice}
        </p>
      )}
      <PageHeading kicker={t(isOwn ? m.kicker : m.sharedKicker)} title={title} lede={preview.about} />
      <Actions {...props} />
      {isPart && (
        <p class="parent-link">
          <a href={pageFrom(url, here)}>{t(m.wholeReport)}</a>
        </p>
      )}
      <OwnSections
        edition={edition}
        site={site}
        preview={preview}
        opensAt={isPart ? null : (section) => withParameters(pageFrom(url, here), { section })}
      />
      <Section id="take" title={t(m.take)} lede={t(m.takeLede)}>
        <ReportForm edition={edition} site={site} report={`own/${slug}`} periods={periods}>
          {choices !== null &&
            narrowing.map((name) => (
              <ChoiceField key={name} id={`own-${name}`} name={name} {...{ edition, choices }} />
            ))}
        </ReportForm>
        <p class="quiet small data-link">
          {t(m.calledSo, { name: ownReportName(slug) })}{' '}
          <a href={pageFrom(url, '/reports/own')}>{t(m.title)}</a>
        </p>
      </Section>
    </Layout>
  );
}

function Actions(props: OwnReportPageProps): VNode {
  const { frame, report, isOwn, mayKeep, mayRemove, maySubscribe, periods } = props;
  const { edition, url } = frame;
  const { t } = edition;
  const { slug } = report;
  return (
    <div class="page-actions own-actions">
      {isOwn && (
        <a class="button" href={pageFrom(url, `/reports/own/${slug}/change`)}>
          {t(m.change)}
        </a>
      )}
      {mayKeep && <ButtonForm frame={frame} action={`/reports/own/${slug}/copy`} label={t(m.copy)} />}
      <Files frame={frame} slug={slug} period={periods[0]} />
      {maySubscribe && (
        <a href={withParameters(pageFrom(url, '/subscriptions'), { report: ownReportName(slug) })}>
          {t(subscriptionMessages.sendMe)}
        </a>
      )}
      {mayKeep && mayRemove && (
        <details>
          <summary>{t(m.remove)}</summary>
          <form class="form" method="post" action={pageFrom(url, `/reports/own/${slug}/delete`)}>
            <p>{t(m.removeWhat)}</p>
            <p class="form-actions">
              <button class="button button-danger" type="submit">
                {t(m.removeConfirm)}
              </button>
            </p>
          </form>
        </details>
      )}
    </div>
  );
}

/** The report as it stands below; another period, language or paper is chosen beneath it. */
function Files(props: {
  readonly frame: Frame;
  readonly slug: string;
  readonly period: string | undefined;
}): VNode | null {
  const { t, f, language } = props.frame.edition;
  const { slug, period } = props;
  if (period === undefined) return null;
  const address = (ending: string) =>
    withParameters(`/api/v1/reports/own/${slug}.${ending}`, { period, lang: language });
  const title = f.period(period);
  return (
    <>
      <a href={address('pdf')}>
        {t(commonMessages.labelled, { label: t(commonMessages.downloadPdf), text: title })}
      </a>
      <a href={address('xlsx')}>{t(commonMessages.downloadXlsxOf, { title })}</a>
    </>
  );
}
