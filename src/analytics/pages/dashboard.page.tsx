import type { VNode } from 'preact';
import { countOfRows } from '../../core/report/short.ts';
import { MOST_TWICE } from '../../web/chart-markup.ts';
import { blockMessages } from '../../web/i18n/messages/blocks.ts';
import { commonMessages } from '../../web/i18n/messages/common.ts';
import { dashboardMessages } from '../../web/i18n/messages/dashboard.ts';
import { publicMessages } from '../../web/i18n/messages/exports.ts';
import { gapMessages } from '../../web/i18n/messages/gaps.ts';
import { listMessages } from '../../web/i18n/messages/list-pages.ts';
import type { Choices } from '../../web/parts/choice-field.tsx';
import { FilterBar, type FilterBarProps } from '../../web/parts/filter-bar.tsx';
import { Gaps } from '../../web/parts/gaps.tsx';
import { PageHeading, Section } from '../../web/parts/section.tsx';
import { Tiles } from '../../web/parts/tiles.tsx';
import { type Dashboard, isIllustrative } from '../dashboard.ts';
import { csvHref, Figures, Page, type PageFrame } from './frame.tsx';
import { gapHref, wholeHref } from './list-parts.tsx';

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
}): VNode {
  const { frame, dashboard, otherAxes, filter, choices } = props;
  const { edition, url } = frame;
  const { t } = edition;
  const words = dashboard.targets === null ? publicMessages : dashboardMessages;
  return (
    <Page
      frame={frame}
      title={t(words.title)}
      description={t(words.description)}
      current="dashboard"
      illustrative={isIllustrative(dashboard)}
    >
      <PageHeading title={t(words.title)} lede={t(words.description)} />
      <FilterBar
        moment={props.moment}
        hasPrograms={props.hasPrograms}
        {...{ edition, url, filter, choices }}
      />
      <Tiles edition={edition} tiles={dashboard.tiles} />
      <p class="data-link">
        <a href={csvHref(url)}>{t(commonMessages.downloadCsv)}</a>
      </p>
      <Section id="results" title={t(dashboardMessages.results)}>
        <Figures
          frame={frame}
          blocks={dashboard.results}
          wide={['results-map', 'indicators', ...fewPrograms(dashboard)]}
        />
        {otherAxes.length > 0 && (
          <p class="data-link">
            {t(listMessages.alsoBy)}{' '}
            {otherAxes.map(({ axis, label }, at) => (
              <span key={axis}>
                {at > 0 && ' · '}
                <a href={wholeHref(url, `results-by-${axis}`)}>{label}</a>
              </span>
            ))}
          </p>
        )}
      </Section>
      {dashboard.targets !== null && (
        <>
          <Section
            id="targets-section"
            title={t(dashboardMessages.targets)}
            lede={t(blockMessages.targetsNote)}
          >
            <Figures frame={frame} blocks={[{ ...dashboard.targets, notes: [] }]} wide={['targets']} />
          </Section>
          <Section id="funding" title={t(dashboardMessages.funding)}>
            <Figures frame={frame} blocks={dashboard.funding} />
          </Section>
          <Section id="gaps" title={t(gapMessages.title)} lede={t(gapMessages.lede)}>
            <Gaps edition={edition} gaps={dashboard.gaps} wholeHref={gapHref(url)} />
          </Section>
        </>
      )}
    </Page>
  );
}

/** The titles of a few programmes may take the whole width. */
function fewPrograms({ results }: Dashboard): readonly string[] {
  const id = 'results-by-program';
  const block = results.find((each) => each.id === id);
  return block !== undefined && countOfRows(block) <= MOST_TWICE ? [id] : [];
}
