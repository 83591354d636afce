import type { VNode } from 'preact';
import { commonMessages } from '../../web/i18n/messages/common.ts';
import { dashboardMessages } from '../../web/i18n/messages/dashboard.ts';
import { publicMessages } from '../../web/i18n/messages/exports.ts';
import { gapMessages } from '../../web/i18n/messages/gaps.ts';
import { pageMessages } from '../../web/i18n/messages/pages.ts';
import { targetMessages } from '../../web/i18n/messages/targets.ts';
import { Gaps } from '../../web/parts/gaps.tsx';
import { Pages } from '../../web/parts/pagination.tsx';
import { PageHeading, Section } from '../../web/parts/section.tsx';
import { Tiles } from '../../web/parts/tiles.tsx';
import type { CountrySheet } from '../country-sheet.ts';
import type { CountryTrend, FactSheet } from '../country-trend.ts';
import type { ProgramSheet } from '../program-sheet.ts';
import { Figures, Page, PageDownloads, type PageFrame } from './frame.tsx';
import { gapHref } from './list-parts.tsx';
import { ProgramName, SheetResults, Summary } from './sheet-parts.tsx';

/** A country's or region's sheet: its figures, then programme by programme. */
export function CountryPage({
  frame,
  sheet,
  trend: { trend, targets },
  factSheet,
}: {
  readonly frame: PageFrame;
  readonly sheet: CountrySheet;
  readonly trend: CountryTrend;
  readonly factSheet: FactSheet | null;
}): VNode {
  const { edition, url, cutOff } = frame;
  const { t, f } = edition;
  const words = sheet.totalsOnly ? publicMessages.countryLede : pageMessages.countryLede;
  const lede = t(words, { date: f.day(cutOff) });
  return (
    <Page
      frame={frame}
      title={sheet.name}
      description={`${sheet.name}. ${lede}`}
      current="countries"
      illustrative={sheet.funding.some(({ illustrative }) => illustrative)}
    >
      <PageHeading
        kicker={t(sheet.code.startsWith('region:') ? pageMessages.region : pageMessages.country)}
        title={sheet.name}
        lede={lede}
      />
      <Tiles edition={edition} tiles={sheet.tiles} />
      <p class="data-link page-actions">
        {factSheet !== null && (
          <a class="button" href={factSheet.href}>
            {t(pageMessages.factSheet, { year: factSheet.year })}
          </a>
        )}
        <PageDownloads frame={frame} />
      </p>
      <Section id="indicators-section" title={t(dashboardMessages.results)}>
        <Figures
          frame={frame}
          blocks={[...(trend === null ? [] : [trend]), sheet.indicators]}
          wide={['indicators', 'results-by-year']}
        />
      </Section>
      {targets !== null && (
        <Section
          id="targets-section"
          title={t(dashboardMessages.targets)}
          lede={t(targetMessages.targetsNote)}
        >
          <Figures frame={frame} blocks={[{ ...targets, notes: [] }]} wide={['targets']} />
        </Section>
      )}
      {!sheet.totalsOnly && (
        <>
          <Section id="programs" title={t(commonMessages.programs)}>
            <div class="sheets">
              {sheet.programs.map((program) => (
                <ProgramEntry key={program.code} frame={frame} program={program} />
              ))}
            </div>
            <Pages edition={frame.edition} url={frame.url} shown={sheet.shown} />
          </Section>
          <Section id="funding" title={t(dashboardMessages.funding)}>
            <Figures frame={frame} blocks={sheet.funding} />
          </Section>
          <Section id="gaps" title={t(gapMessages.title)} lede={t(gapMessages.lede)}>
            <Gaps edition={edition} gaps={sheet.gaps} wholeHref={gapHref(url)} />
          </Section>
        </>
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
  const { title, href, parent, fields } = program;
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
    </section>
  );
}
