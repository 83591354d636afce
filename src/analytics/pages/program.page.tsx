import type { VNode } from 'preact';
import type { Block, Gap, Tile } from '../../core/report/block.ts';
import { sameInAll, withoutColumns } from '../../core/report/columns.ts';
import { countOfRows } from '../../core/report/short.ts';
import type { RowPage } from '../../core/row-page.ts';
import { dashboardMessages } from '../../web/i18n/messages/dashboard.ts';
import { gapMessages } from '../../web/i18n/messages/gaps.ts';
import { historyMessages } from '../../web/i18n/messages/history.ts';
import { narrativeMessages } from '../../web/i18n/messages/narratives.ts';
import { pageMessages } from '../../web/i18n/messages/pages.ts';
import { totalsMessages } from '../../web/i18n/messages/totals.ts';
import { Gaps } from '../../web/parts/gaps.tsx';
import { Pages } from '../../web/parts/pagination.tsx';
import { Said } from '../../web/parts/said.tsx';
import { PageHeading, Section } from '../../web/parts/section.tsx';
import { Tiles } from '../../web/parts/tiles.tsx';
import { ToldSections } from '../../web/parts/told-text.tsx';
import { figuresFrom } from '../../web/url.ts';
import type { OwnTime } from '../known-words.ts';
import type { ActivityEntry, Introduction, ProgramSheet } from '../program-sheet.ts';
import type { SheetTrend } from '../sheet-trend.ts';
import { Figures, OwnTimeBar, Page, PageDownloads, type PageFrame, withTime } from './frame.tsx';
import { askHref, CorrectLink, formHref } from './keep-links.tsx';
import { gapHref } from './list-parts.tsx';
import { ProgramName, Remark, SheetFacts, SheetResults, Summary } from './sheet-parts.tsx';

/** A programme at a glance, then its facts, its figures with those of its activities, and its money. */
export function ProgramPage(props: {
  readonly frame: PageFrame;
  readonly sheet: ProgramSheet;
  readonly introduction: Introduction;
  readonly tiles: readonly Tile[];
  readonly trend: SheetTrend;
  /** A page of them. */
  readonly activities: RowPage<ActivityEntry>;
  readonly funding: readonly Block[];
  /** Of the programme and its activities. */
  readonly gaps: readonly Gap[];
  /** Fields of its sheet without a value; null: all have one. */
  readonly unfilled: Gap | null;
  readonly time: OwnTime;
}): VNode {
  const { frame, sheet, tiles, activities, funding, gaps, unfilled, time } = props;
  const { edition, url, cutOff } = frame;
  const { t, f } = edition;
  const { lead, rest } = props.introduction;
  const kind =
    sheet.parent === null ? t(totalsMessages.program) : `${t(pageMessages.activityOf)} ${sheet.parent.title}`;
  const said = ['status', 'dates'].flatMap(
    (id) => sheet.fields.find((field) => field.id === id)?.values.map(({ text }) => text) ?? [],
  );
  const { trend, targets } = props.trend;
  // What its marks mean is said where it opens.
  const own = targets === null ? null : withoutOwnName(targets, sheet.code);
  const glance = [trend, own === null ? null : { ...own, notes: [] }]
    .filter((block) => block !== null)
    .filter(({ id, chart }) => id === 'targets' || chart !== null);
  return (
    <Page
      frame={frame}
      title={withTime([sheet.title], time)}
      description={lead ?? sheet.title}
      current="programs"
      illustrative={[...tiles, ...funding].some(({ illustrative }) => illustrative)}
    >
      <PageHeading
        kicker={[kind, ...said].join(' · ')}
        title={sheet.title}
        lede={<Said text={lead ?? t(pageMessages.programLede, { date: f.day(cutOff) })} />}
      />
      <CorrectLink frame={frame} kind="programs" />
      {sheet.parent?.href && (
        <p class="parent-link">
          <a href={sheet.parent.href}>
            <Said text={sheet.parent.title} />
          </a>
        </p>
      )}
      <OwnTimeBar frame={frame} time={time} />
      <Tiles edition={edition} tiles={tiles} />
      <p class="data-link page-actions">
        <PageDownloads frame={frame} />
        <a href={figuresFrom(url, `/programs/${encodeURIComponent(sheet.code)}/history`)}>
          {t(historyMessages.programTitle)}
        </a>
      </p>
      {glance.length > 0 && (
        <div class="glance">
          <h2 class="visually-hidden">{t(dashboardMessages.atAGlance)}</h2>
          <Figures frame={frame} blocks={glance} wide={glance.map(({ id }) => id)} />
        </div>
      )}
      <Section id="about" title={t(pageMessages.about)}>
        <SheetFacts fields={sheet.fields.filter(({ id }) => !SAID_ALREADY.includes(id))}>
          {rest !== null && (
            <p>
              <Said text={rest} />
            </p>
          )}
          <Remark text={sheet.fields.find(({ id }) => id === 'summary')?.remark} />
        </SheetFacts>
        {unfilled !== null && (
          <p class="data-link">
            <a href={`#gap-${unfilled.id}`}>
              {t(pageMessages.notFilledIn, { fields: unfilled.items.map(({ text }) => text).join(', ') })}
            </a>
          </p>
        )}
      </Section>
      <Section id="results" title={t(dashboardMessages.results)}>
        <SheetResults frame={frame} sheet={areTold(sheet.targets, targets) ? withoutTargets(sheet) : sheet} />
      </Section>
      {sheet.words.sections.length > 0 && (
        <Section id="words" title={t(narrativeMessages.title)} lede={t(narrativeMessages.lede)}>
          <ToldSections edition={edition} sections={sheet.words.sections} level={3} withHistory />
        </Section>
      )}
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
        <Gaps
          edition={edition}
          gaps={unfilled === null ? gaps : [...gaps, unfilled]}
          wholeHref={gapHref(url)}
          formHref={formHref(frame)}
          askHref={askHref(frame, { program: sheet.code })}
        />
      </Section>
    </Page>
  );
}

/** The heading says them. */
const SAID_ALREADY: readonly string[] = ['name', 'summary', 'dates', 'status'];

/** Targets of the programme alone: whose they are is the page's title. */
function withoutOwnName(targets: Block, code: string): Block {
  return sameInAll(targets, 'program')?.raw === code ? withoutColumns(targets, ['program']) : targets;
}

/** Whether all of them stand at the top of the page. */
function areTold(set: Block, targets: Block | null): boolean {
  return targets !== null && countOfRows(set) <= targets.rows.length;
}

function withoutTargets(sheet: ProgramSheet): ProgramSheet {
  return { ...sheet, targets: { ...sheet.targets, rows: [] } };
}
