import type { VNode } from 'preact';
import type { Block, Gap } from '../../core/report/block.ts';
import type { RowPage } from '../../core/row-page.ts';
import { dashboardMessages } from '../../web/i18n/messages/dashboard.ts';
import { gapMessages } from '../../web/i18n/messages/gaps.ts';
import { historyMessages } from '../../web/i18n/messages/history.ts';
import { pageMessages } from '../../web/i18n/messages/pages.ts';
import { totalsMessages } from '../../web/i18n/messages/totals.ts';
import { Gaps } from '../../web/parts/gaps.tsx';
import { Pages } from '../../web/parts/pagination.tsx';
import { Said } from '../../web/parts/said.tsx';
import { PageHeading, Section } from '../../web/parts/section.tsx';
import { figuresFrom } from '../../web/url.ts';
import type { ActivityEntry, ProgramSheet } from '../program-sheet.ts';
import { Figures, Page, PageDownloads, type PageFrame } from './frame.tsx';
import { gapHref } from './list-parts.tsx';
import { ProgramName, SheetFields, SheetResults, Summary } from './sheet-parts.tsx';

/** A programme's fact sheet on screen, with its activities and its money. */
export function ProgramPage(props: {
  readonly frame: PageFrame;
  readonly sheet: ProgramSheet;
  /** A page of them. */
  readonly activities: RowPage<ActivityEntry>;
  readonly funding: readonly Block[];
  /** Of the programme and its activities. */
  readonly gaps: readonly Gap[];
}): VNode {
  const { frame, sheet, activities, funding, gaps } = props;
  const { edition, url } = frame;
  const { t } = edition;
  const field = sheet.fields.find(({ id }) => id === 'summary');
  const summary = field?.values[0]?.text;
  const kicker =
    sheet.parent === null ? t(totalsMessages.program) : `${t(pageMessages.activityOf)} ${sheet.parent.title}`;
  return (
    <Page
      frame={frame}
      title={sheet.title}
      description={summary ?? sheet.title}
      current="programs"
      illustrative={funding.some(({ illustrative }) => illustrative)}
    >
      <PageHeading
        kicker={kicker}
        title={sheet.title}
        {...(summary !== undefined && { lede: <Summary field={field} /> })}
      />
      {sheet.parent?.href && (
        <p class="parent-link">
          <a href={sheet.parent.href}>
            <Said text={sheet.parent.title} />
          </a>
        </p>
      )}
      <Section id="about" title={t(pageMessages.about)}>
        <SheetFields
          edition={edition}
          fields={sheet.fields.filter(({ id }) => id !== 'summary' && id !== 'name')}
        />
        <p>
          <a href={figuresFrom(url, `/programs/${encodeURIComponent(sheet.code)}/history`)}>
            {t(historyMessages.programTitle)}
          </a>
        </p>
      </Section>
      <Section id="results" title={t(dashboardMessages.results)}>
        <SheetResults frame={frame} sheet={sheet} />
      </Section>
      {activities.total > 0 && (
        <Section id="activities" title={t(pageMessages.activities)}>
          <ul class="gaps">
            {activities.rows.map(({ code, title, href, summary: said }) => (
              <li key={code} class="gap">
                <h3>
                  <ProgramName {...{ title, href }} />
                </h3>
                <p class="gap-explanation">
                  <Summary field={said} />
                </p>
              </li>
            ))}
          </ul>
          <Pages edition={frame.edition} url={frame.url} shown={activities} />
        </Section>
      )}
      <Section id="funding" title={t(dashboardMessages.funding)}>
        <Figures frame={frame} blocks={funding} />
      </Section>
      <Section id="gaps" title={t(gapMessages.title)} lede={t(gapMessages.lede)}>
        <Gaps edition={edition} gaps={gaps} wholeHref={gapHref(url)} />
      </Section>
      <p class="data-link">
        <PageDownloads frame={frame} />
      </p>
    </Page>
  );
}
