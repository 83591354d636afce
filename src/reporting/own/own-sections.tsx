import type { VNode } from 'preact';
import { withFirstItems } from '../../../reports/short-names.ts';
import { withoutColumns } from '../../core/report/columns.ts';
import type { FilledSection, OwnSection, OwnSectionName } from '../../core/report/own-report.ts';
import { countOfRows, inShort } from '../../core/report/short.ts';
import type { Edition } from '../../web/edition.ts';
import { ownReportMessages, ownSectionTitles } from '../../web/i18n/messages/own-reports.ts';
import { reportMessages } from '../../web/i18n/messages/reports.ts';
import { ChartFigure, FiguresFoot } from '../../web/parts/chart-figure.tsx';
import { DataTable } from '../../web/parts/data-table.tsx';
import { EmptyState } from '../../web/parts/empty-state.tsx';
import { Gaps } from '../../web/parts/gaps.tsx';
import { OwnWords } from '../../web/parts/own-words.tsx';
import { Section } from '../../web/parts/section.tsx';
import { Tiles } from '../../web/parts/tiles.tsx';
import type { Site } from '../../web/site.ts';
import type { Url } from '../../web/url.ts';

/** What a report says to one reader, as a page shows it. */
export interface OwnPreview {
  readonly introduction: string;
  /** Null: it names something that is not there, or not for this reader. */
  readonly sections: readonly FilledSection[] | null;
  /** Sections that open by themselves: the page holds no more. */
  readonly later: readonly OwnSection[];
  readonly cutOff: string | null;
  /** Its days and what it narrows to: "2017 · Costa Rica". */
  readonly about: string | null;
  /** The year that it shows where nobody has asked for a period; null: it is of other days. */
  readonly year: string | null;
}

/** A report on screen: its words, and its sections with the same figures as on paper. */
export function OwnSections(props: {
  readonly edition: Edition;
  readonly site: Site;
  readonly preview: OwnPreview;
  /** Where a section opens by itself, with its tables; null: nowhere, and they are folded beneath its charts. */
  readonly opensAt?: ((name: OwnSectionName) => Url) | null;
}): VNode {
  const { edition, site, preview, opensAt = null } = props;
  const { t } = edition;
  const { introduction, sections, later, cutOff } = preview;
  if (sections === null || cutOff === null) {
    return (
      <EmptyState
        edition={edition}
        title={t(ownReportMessages.cannotShow)}
        text={t(ownReportMessages.cannotShowText)}
      />
    );
  }
  return (
    <>
      <OwnWords text={introduction} />
      {sections.map((section) => (
        <Section key={section.name} id={section.name} title={titleOf(edition, section)}>
          <OwnWords text={section.text} />
          <Filled {...{ edition, site, section, cutOff, opensAt }} />
        </Section>
      ))}
      {later.length > 0 && (
        <Section id="later" title={t(ownReportMessages.later)} lede={t(ownReportMessages.laterLede)}>
          <ul class="kept-list">
            {later.map((section) => (
              <li key={section.name}>
                {opensAt === null ? (
                  titleOf(edition, section)
                ) : (
                  <a href={opensAt(section.name)}>{titleOf(edition, section)}</a>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function titleOf({ t }: Edition, { name, heading }: OwnSection): string {
  return heading === '' ? t(ownSectionTitles[name]) : heading;
}

/** Whether it shows money made up for demonstration. */
export function isIllustrative({ sections }: OwnPreview): boolean {
  return (
    sections?.some(({ blocks, tiles }) => [...blocks, ...tiles].some(({ illustrative }) => illustrative)) ??
    false
  );
}

/** Sections whose figures take the whole width. */
const WIDE: readonly OwnSectionName[] = [
  'indicators',
  'trend',
  'map',
  'by-pillar-and-year',
  'targets',
  'money-flow',
  'money-by-pillar-and-year',
  'balances',
  'programs-in-time',
];

function Filled({
  edition,
  site,
  section,
  cutOff,
  opensAt,
}: {
  readonly edition: Edition;
  readonly site: Site;
  readonly section: FilledSection;
  readonly cutOff: string;
  readonly opensAt: ((name: OwnSectionName) => Url) | null;
}): VNode {
  const { name, tiles, blocks, gaps } = section;
  if (tiles.length > 0) return <Tiles edition={edition} tiles={tiles} />;
  if (gaps !== null) {
    return <Gaps edition={edition} gaps={gaps.map((gap) => withFirstItems(edition, gap))} />;
  }
  if (blocks.length === 0) return <p class="quiet">{edition.t(reportMessages.noResults)}</p>;
  if (name === 'programs') {
    return (
      <>
        {blocks.map((block) => (
          <DataTable
            key={block.id}
            edition={edition}
            block={withoutColumns(block, ['pillar', 'identifier'])}
            captionHidden
          />
        ))}
      </>
    );
  }
  const source = edition.f.text(site.name);
  const filled = blocks.filter(({ rows }) => rows.length > 0);
  const isOneOfMany = filled.length > 1;
  return (
    <>
      <div class="figures">
        {filled.map((block) => (
          <ChartFigure
            key={block.id}
            {...{ edition, source, cutOff, isOneOfMany }}
            block={inShort(block, null)}
            wide={WIDE.includes(name)}
            whole={
              opensAt === null ? null : { href: opensAt(name), count: countOfRows(block), isMore: false }
            }
          />
        ))}
      </div>
      {blocks
        .filter(({ rows }) => rows.length === 0)
        .map(({ id, title }) => (
          <p key={id} class="quiet">
            {title}.
          </p>
        ))}
      {isOneOfMany && <FiguresFoot {...{ edition, source, cutOff }} notes={[]} />}
    </>
  );
}
