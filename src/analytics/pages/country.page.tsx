import type { VNode } from 'preact';
import type { Block } from '../../core/report/block.ts';
import { chartMessages } from '../../web/i18n/messages/charts.ts';
import { commonMessages } from '../../web/i18n/messages/common.ts';
import { dashboardMessages } from '../../web/i18n/messages/dashboard.ts';
import { publicMessages } from '../../web/i18n/messages/exports.ts';
import { gapMessages } from '../../web/i18n/messages/gaps.ts';
import { narrativeMessages } from '../../web/i18n/messages/narratives.ts';
import { pageMessages } from '../../web/i18n/messages/pages.ts';
import { missingMessages } from '../../web/i18n/messages/reminders.ts';
import { Gaps } from '../../web/parts/gaps.tsx';
import { Pages } from '../../web/parts/pagination.tsx';
import { PageHeading, Section } from '../../web/parts/section.tsx';
import { Tiles } from '../../web/parts/tiles.tsx';
import { ToldSections } from '../../web/parts/told-text.tsx';
import { sameTimeFrom, withParameters } from '../../web/url.ts';
import type { CountrySheet } from '../country-sheet.ts';
import { NOTHING_RECORDED } from '../gaps.ts';
import type { OwnTime } from '../known-words.ts';
import type { ProgramSheet } from '../program-sheet.ts';
import type { FactSheet, SheetTrend } from '../sheet-trend.ts';
import {
  Figures,
  OwnTimeBar,
  Page,
  PageDownloads,
  type PageFrame,
  TargetsSection,
  withTime,
} from './frame.tsx';
import { askHref, formHref, missingHref, SendMeLink, sendMeHref } from './keep-links.tsx';
import { gapHref } from './list-parts.tsx';
import { ProgramName, SheetResults, Summary } from './sheet-parts.tsx';

/** A country's or region's sheet: its figures, then programme by programme. */
export function CountryPage({
  frame,
  sheet,
  trend: { trend, targets },
  map,
  timeline,
  money,
  factSheet,
  time,
}: {
  readonly frame: PageFrame;
  readonly sheet: CountrySheet;
  readonly trend: SheetTrend;
  /** Null: it is not on the map, or nothing is reported there. */
  readonly map: Block | null;
  /** Null: its reader sees totals alone. */
  readonly timeline: Block | null;
  /** What was disbursed over time; null likewise. */
  readonly money: Block | null;
  readonly factSheet: FactSheet | null;
  readonly time: OwnTime;
}): VNode {
  const { edition, url, cutOff } = frame;
  const { t, f } = edition;
  // Then one sentence says it all.
  const isBare = sheet.gaps.some(({ id }) => id === NOTHING_RECORDED);
  const words = sheet.totalsOnly ? publicMessages.countryLede : pageMessages.countryLede;
  const lede = t(words, { date: f.day(cutOff) });
  return (
    <Page
      frame={frame}
      title={withTime([sheet.name], time)}
      description={`${sheet.name}. ${lede}`}
      current="countries"
      illustrative={sheet.funding.some(({ illustrative }) => illustrative)}
    >
      <PageHeading
        kicker={withTime(
          [t(sheet.code.startsWith('region:') ? pageMessages.region : pageMessages.country)],
          time,
        )}
        title={sheet.name}
        lede={lede}
      />
      <OwnTimeBar frame={frame} time={time} />
      <Tiles edition={edition} tiles={sheet.tiles} />
      <p class="data-link page-actions">
        {factSheet !== null && (
          <a class="button" href={factSheet.href}>
            {t(pageMessages.factSheet, { year: factSheet.year })}
          </a>
        )}
        {sheet.gaps.length > 0 && (
          <a href={missingHref(frame, { country: sheet.code }) ?? '#section-gaps'}>
            {t(missingMessages.title)}
          </a>
        )}
        <SendMeLink frame={frame} href={sendMeHref(frame, 'country-fact-sheet', { country: sheet.code })} />
        <PageDownloads frame={frame} />
      </p>
      {!isBare && (
        <Section id="indicators-section" title={t(dashboardMessages.results)}>
          <Figures
            frame={frame}
            blocks={[map, trend, sheet.indicators].filter((block) => block !== null)}
            wide={['indicators', ...(map === null && trend !== null ? [trend.id] : [])]}
          />
        </Section>
      )}
      {targets !== null && <TargetsSection frame={frame} targets={targets} />}
      {!sheet.totalsOnly && !isBare && (
        <>
          <Section id="programs" title={t(commonMessages.programs)}>
            {timeline !== null && timeline.chart !== null && (
              <Figures frame={frame} blocks={[timeline]} wide={[timeline.id]} />
            )}
            <div class="sheets">
              {sheet.programs.map((program) => (
                <ProgramEntry key={program.code} frame={frame} program={program} />
              ))}
            </div>
            <Pages edition={frame.edition} url={frame.url} shown={sheet.shown} />
          </Section>
          <Section id="funding" title={t(dashboardMessages.funding)}>
            <Figures frame={frame} blocks={[...(money === null ? [] : [money]), ...sheet.funding]} />
            <p class="data-link">
              <a
                href={withParameters(sameTimeFrom(url, '/money'), {
                  country: sheet.code,
                  ...(time.words === null && { period: 'to-date' }),
                })}
              >
                {t(chartMessages.moneyTitle)}
              </a>
            </p>
          </Section>
        </>
      )}
      {!sheet.totalsOnly && (
        <Section id="gaps" title={t(gapMessages.title)} lede={t(gapMessages.lede)}>
          <Gaps
            edition={edition}
            gaps={sheet.gaps}
            wholeHref={gapHref(url)}
            formHref={formHref(frame)}
            askHref={askHref(frame, { country: sheet.code })}
          />
        </Section>
      )}
    </Page>
  );
}

function ProgramEntry({
  frame,
  program,
}: {
  readonly frame: PageFrame;
  readonly program: ProgramSheet;
}): VNode {
  const { edition } = frame;
  const { title, href, parent, fields, words } = program;
  return (
    <section class="sheet">
      <h3>
        <ProgramName {...{ title, href }} />
      </h3>
      {parent !== null && (
        <p class="figure-subtitle">
          {edition.t(pageMessages.activityOf)} <ProgramName {...parent} />
        </p>
      )}
      <p class="sheet-summary">
        <Summary field={fields.find(({ id }) => id === 'summary')} />
      </p>
      <SheetResults frame={frame} sheet={program} />
      {words.sections.length > 0 && (
        <details class="words-of-entry">
          <summary>{edition.t(narrativeMessages.title)}</summary>
          <ToldSections edition={edition} sections={words.sections} level={4} />
        </details>
      )}
    </section>
  );
}
