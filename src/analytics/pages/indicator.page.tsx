import type { VNode } from 'preact';
import { withoutColumns } from '../../core/report/columns.ts';
import { chartMessages } from '../../web/i18n/messages/charts.ts';
import { commonMessages } from '../../web/i18n/messages/common.ts';
import { dashboardMessages } from '../../web/i18n/messages/dashboard.ts';
import { indicatorMessages as m } from '../../web/i18n/messages/index-pages.ts';
import { listMessages } from '../../web/i18n/messages/list-pages.ts';
import { totalProofMessages } from '../../web/i18n/messages/total-proof.ts';
import { totalsMessages } from '../../web/i18n/messages/totals.ts';
import { DataTable } from '../../web/parts/data-table.tsx';
import { PageHeading, Section } from '../../web/parts/section.tsx';
import { Tiles } from '../../web/parts/tiles.tsx';
import { pageFrom, sameTimeFrom, withParameters } from '../../web/url.ts';
import type { IndicatorSheet } from '../indicator-sheet.ts';
import type { OwnTime } from '../known-words.ts';
import {
  downloadsOf,
  Figures,
  OwnTimeBar,
  Page,
  PageDownloads,
  type PageFrame,
  TargetsSection,
  withTime,
} from './frame.tsx';
import { drawnFirst, shortBlock, wholeHref } from './list-parts.tsx';

export interface IndicatorPageProps {
  readonly frame: PageFrame;
  readonly code: string;
  readonly sheet: IndicatorSheet;
  /** Those of `sheet.otherAxes`, as they are called. */
  readonly otherAxes: readonly { readonly axis: string; readonly label: string }[];
  readonly time: OwnTime;
}

/** One indicator: what it counts and how, its figure, and that over time, on the map and from every other side. */
export function IndicatorPage(props: IndicatorPageProps): VNode {
  const { frame, code, sheet, time } = props;
  const { edition, url, cutOff } = frame;
  const { t, f } = edition;
  const { name, rules, fields, tiles, targets } = sheet;
  const { first, others } = drawnFirst(sheet.lead, sheet.sides);
  return (
    <Page
      frame={frame}
      title={withTime([name], time)}
      description={t(m.description, { name, date: f.day(cutOff) })}
      current="indicators"
      illustrative={false}
    >
      <PageHeading
        kicker={withTime([t(totalsMessages.indicator)], time)}
        title={name}
        lede={rules.join(' ')}
      />
      <p class="facts-line">
        {fields.map(({ id, label, values }) => (
          <span key={id}>
            {t(commonMessages.labelled, { label, text: values.map(({ text }) => text).join(', ') })}
          </span>
        ))}
        <a href={pageFrom(url, '/methods')}>{t(totalProofMessages.methods)}</a>
      </p>
      <OwnTimeBar frame={frame} time={time} />
      <Tiles edition={edition} tiles={tiles} />
      <p class="data-link page-actions">
        <a href={withParameters(sameTimeFrom(url, '/'), { indicator: code })}>{t(m.filters)}</a>
        <PageDownloads frame={frame} />
      </p>
      {first.length > 0 && (
        <div class="glance">
          <h2 class="visually-hidden">{t(dashboardMessages.atAGlance)}</h2>
          <Figures frame={frame} blocks={first} />
        </div>
      )}
      {others.length > 0 && (
        <Section id="sides" title={t(m.sides)}>
          <Figures frame={frame} blocks={others} />
          <AlsoBy {...props} />
        </Section>
      )}
      {targets !== null && <TargetsSection frame={frame} targets={targets} />}
      <Behind {...props} />
    </Page>
  );
}

/** Sides that open by themselves. */
function AlsoBy({ frame, sheet, otherAxes }: IndicatorPageProps): VNode | null {
  const { t } = frame.edition;
  const sides = [
    ...otherAxes.map(({ axis, label }) => ({ side: axis, label })),
    ...(sheet.hasYearsOfPillars ? [{ side: 'pillar-and-year', label: t(chartMessages.pillarAndYear) }] : []),
  ];
  if (sides.length === 0) return null;
  return (
    <p class="data-link">
      {t(listMessages.alsoBy)}{' '}
      {sides.map(({ side, label }, at) => (
        <span key={side}>
          {at > 0 && ' · '}
          <a href={wholeHref(frame.url, `results-by-${side}`)}>{label}</a>
        </span>
      ))}
    </p>
  );
}

/** The figures that it is made of, newest first, with the way to their proof. */
function Behind({ frame, sheet }: IndicatorPageProps): VNode | null {
  const { edition, url } = frame;
  const { behind, behindHref } = sheet;
  if (behind === null || behind.rows.length === 0) return null;
  return (
    <Section id="behind" title={edition.t(m.behind)}>
      <DataTable
        edition={edition}
        {...shortBlock(url, withoutColumns(behind, SAID_ALREADY))}
        captionHidden
        downloads={downloadsOf(url, behind.id)}
      />
      {behindHref !== null && (
        <p class="data-link">
          <a href={behindHref}>{edition.t(m.proof)}</a>
        </p>
      )}
    </Section>
  );
}

/** The heading says them. */
const SAID_ALREADY = ['indicator', 'kind'];
