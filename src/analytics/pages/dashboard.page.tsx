import type { VNode } from 'preact';
import { onlyOne, valuesOf } from '../../core/one-or-more.ts';
import type { Block } from '../../core/report/block.ts';
import type { Message } from '../../web/i18n/message.ts';
import { chartMessages } from '../../web/i18n/messages/charts.ts';
import { dashboardMessages } from '../../web/i18n/messages/dashboard.ts';
import { publicMessages } from '../../web/i18n/messages/exports.ts';
import { gapMessages } from '../../web/i18n/messages/gaps.ts';
import { listMessages } from '../../web/i18n/messages/list-pages.ts';
import { targetMessages } from '../../web/i18n/messages/targets.ts';
import { viewMessages } from '../../web/i18n/messages/views.ts';
import type { Translate } from '../../web/i18n/translator.ts';
import type { Choices } from '../../web/parts/choice-field.tsx';
import { FilterBar, type FilterBarProps } from '../../web/parts/filter-bar.tsx';
import { Gaps } from '../../web/parts/gaps.tsx';
import { PeriodBar, type PeriodBarProps } from '../../web/parts/period-bar.tsx';
import { PageHeading, Section } from '../../web/parts/section.tsx';
import { Tiles } from '../../web/parts/tiles.tsx';
import { pageFrom } from '../../web/url.ts';
import { type Dashboard, isIllustrative } from '../dashboard.ts';
import { Figures, Page, PageDownloads, type PageFrame } from './frame.tsx';
import { askHref, formHref, SaveLink, SendMeLink, sendMeHref } from './keep-links.tsx';
import { drawnFirst, gapHref, moneyHref, wholeHref } from './list-parts.tsx';

/** The whole picture on one page. */
export function DashboardPage(props: {
  readonly frame: PageFrame;
  readonly dashboard: Dashboard;
  /** Those of `dashboard.otherAxes`, as they are called. */
  readonly otherAxes: readonly { readonly axis: string; readonly label: string }[];
  /** The moment that was asked for, in words; null: now. */
  readonly moment: string | null;
  readonly filter: FilterBarProps['filter'];
  readonly choices: Choices;
  readonly hasPrograms: boolean;
  readonly chosen: PeriodBarProps['chosen'];
  readonly presets: PeriodBarProps['presets'];
}): VNode {
  const { frame, dashboard, otherAxes, filter, choices } = props;
  const { edition, url } = frame;
  const { t } = edition;
  const words = dashboard.targets === null ? publicMessages : dashboardMessages;
  const { first, others } = drawnFirst(dashboard.lead, dashboard.results);
  const alsoBy = [
    ...otherAxes.map(({ axis, label }) => ({ side: axis, label })),
    ...(dashboard.hasYearsOfPillars
      ? [{ side: 'pillar-and-year', label: t(chartMessages.pillarAndYear) }]
      : []),
  ];
  const targets = dashboard.targets === null ? [] : [withoutLaw(dashboard.targets, t)];
  return (
    <Page
      frame={frame}
      title={t(words.title)}
      description={t(words.description)}
      current="dashboard"
      illustrative={isIllustrative(dashboard)}
    >
      <div class="dashboard">
        <div class="heading-row">
          <PageHeading title={t(words.title)} />
          <nav class="jumps" aria-label={t(dashboardMessages.onThisPage)}>
            <ul>
              {sectionsOf(dashboard).map(({ id, title }) => (
                <li key={id}>
                  <a href={`#section-${id}`}>{t(title)}</a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
        <PeriodBar edition={edition} url={url} chosen={props.chosen} presets={props.presets} />
        <FilterBar
          moment={props.moment}
          hasPrograms={props.hasPrograms}
          {...{ edition, url, filter, choices }}
        />
        <Tiles edition={edition} tiles={dashboard.tiles} />
        <h2 class="visually-hidden">{t(dashboardMessages.atAGlance)}</h2>
        <Figures frame={frame} blocks={[...first, ...targets]} wide={['targets']} />
        <p class="data-link page-actions">
          <PageDownloads frame={frame} />
          <Kept frame={frame} filter={filter} />
        </p>
      </div>
      <Section id="results" title={t(dashboardMessages.results)}>
        <Figures frame={frame} blocks={others} wide={['indicators']} />
        {alsoBy.length > 0 && (
          <p class="data-link">
            {t(listMessages.alsoBy)}{' '}
            {alsoBy.map(({ side, label }, at) => (
              <span key={side}>
                {at > 0 && ' · '}
                <a href={wholeHref(url, `results-by-${side}`)}>{label}</a>
              </span>
            ))}
          </p>
        )}
      </Section>
      {dashboard.targets !== null && (
        <>
          <Section id="funding" title={t(dashboardMessages.funding)}>
            <Figures frame={frame} blocks={dashboard.funding} wide={['balances']} />
            <p class="data-link">
              <a href={moneyHref(url)}>{t(chartMessages.moneyLink)}</a>
            </p>
          </Section>
          <Section id="gaps" title={t(gapMessages.title)} lede={t(gapMessages.lede)}>
            <Gaps
              edition={edition}
              gaps={dashboard.gaps}
              wholeHref={gapHref(url)}
              formHref={formHref(frame)}
              askHref={askHref(frame, filter)}
            />
          </Section>
        </>
      )}
    </Page>
  );
}

/** What its reader may keep of it: the report of what it shows, sent regularly, and the page itself under a name. */
function Kept({
  frame,
  filter,
}: {
  readonly frame: PageFrame;
  readonly filter: FilterBarProps['filter'];
}): VNode {
  const { pillar, country, donor, program, indicator } = filter;
  // No report of ours is about one programme, or one indicator, or about two countries.
  const isReported =
    program === undefined &&
    indicator === undefined &&
    [pillar, country, donor].every((asked) => valuesOf(asked).length < 2);
  const [of, at, by] = [pillar, country, donor].map(onlyOne);
  const sendMe = isReported ? sendMeHref(frame, 'portfolio', { pillar: of, country: at, donor: by }) : null;
  return (
    <>
      <SendMeLink frame={frame} href={sendMe} />
      {frame.signedIn?.isPerson === true && (
        <>
          <SaveLink frame={frame} />
          <a href={pageFrom(frame.url, '/views')}>{frame.edition.t(viewMessages.title)}</a>
        </>
      )}
    </>
  );
}

/** What a page goes on with. */
function sectionsOf({ targets }: Dashboard): readonly { readonly id: string; readonly title: Message }[] {
  const results = { id: 'results', title: dashboardMessages.results };
  return targets === null
    ? [results]
    : [
        results,
        { id: 'funding', title: dashboardMessages.funding },
        { id: 'gaps', title: gapMessages.title },
      ];
}

/** Of targets, what their marks mean: that they are no results is said where they are explained. */
function withoutLaw(targets: Block, t: Translate): Block {
  return { ...targets, notes: targets.notes.filter((note) => note !== t(targetMessages.targetsNote)) };
}
