import type { VNode } from 'preact';
import type { Block } from '../src/core/report/block.ts';
import type { FilledSection, OwnSectionName } from '../src/core/report/own-report.ts';
import { ownSectionTitles } from '../src/web/i18n/messages/own-reports.ts';
import { reportMessages } from '../src/web/i18n/messages/reports.ts';
import { Notes } from '../src/web/parts/data-table.tsx';
import { Gaps } from '../src/web/parts/gaps.tsx';
import { OwnWords } from '../src/web/parts/own-words.tsx';
import { Section } from '../src/web/parts/section.tsx';
import { Tiles } from '../src/web/parts/tiles.tsx';
import { Funding, type Layout, Programs, ReportFigures } from './report-figures.tsx';
import { type ReportAnnex, ReportDocument, type ReportFrame } from './report-frame.tsx';
import { Targets } from './report-targets.tsx';
import { withFirstItems } from './short-names.ts';

export interface OwnReportProps {
  readonly frame: ReportFrame;
  readonly annexes: readonly ReportAnnex[];
  readonly introduction: string;
  readonly sections: readonly FilledSection[];
}

/** A report that somebody has put together: sections in their own order, with their own words. */
export function OwnReport({ frame, annexes, introduction, sections }: OwnReportProps): VNode {
  const { t } = frame.edition;
  return (
    <ReportDocument frame={frame} gaps={null} annexes={annexes}>
      <OwnWords text={introduction} />
      {sections.map((section) => (
        <Section
          key={section.name}
          id={section.name}
          title={section.heading === '' ? t(ownSectionTitles[section.name]) : section.heading}
        >
          <OwnWords text={section.text} />
          <Figures frame={frame} section={section} />
        </Section>
      ))}
    </ReportDocument>
  );
}

/** Where the chart is what was asked for. */
const DRAWN: Partial<Readonly<Record<OwnSectionName, Layout>>> = {
  trend: 'whole',
  map: 'whole',
  breakdowns: 'half',
  'by-pillar': 'half',
  'by-pillar-and-year': 'whole',
  'money-flow': 'whole',
  'money-by-year': 'whole',
  'money-by-pillar-and-year': 'whole',
  'programs-in-time': 'whole',
};

/** What is to be known of it stands above: with the heading of its section the chart would be too high not to be torn. */
const NOTED_ABOVE: readonly OwnSectionName[] = ['money-flow'];

function Figures({
  frame,
  section,
}: {
  readonly frame: ReportFrame;
  readonly section: FilledSection;
}): VNode {
  const { edition } = frame;
  const { name, tiles, blocks, gaps } = section;
  if (tiles.length > 0) return <Tiles edition={edition} tiles={tiles} />;
  if (gaps !== null) {
    return <Gaps edition={edition} gaps={gaps.map((gap) => withFirstItems(edition, gap))} />;
  }
  switch (name) {
    case 'targets':
      return (
        <>
          {blocks.map((block) => (
            <Targets key={block.id} frame={frame} targets={block} />
          ))}
        </>
      );
    case 'programs':
      return (
        <>
          {blocks.map((block) => (
            <Programs key={block.id} edition={edition} block={block} />
          ))}
        </>
      );
    case 'money':
    case 'money-by-donor':
    case 'money-by-country':
    case 'balances':
      return <Funding frame={frame} blocks={blocks} />;
    default:
      return (
        <Results
          frame={frame}
          blocks={blocks}
          layout={DRAWN[name] ?? 'bars'}
          notedAbove={NOTED_ABOVE.includes(name)}
        />
      );
  }
}

/** Of what nothing is reported, the sentence that says so. What is to be known of drawn figures stands beneath all of them. */
function Results({
  frame,
  blocks,
  layout,
  notedAbove,
}: {
  readonly frame: ReportFrame;
  readonly blocks: readonly Block[];
  readonly layout: Layout;
  readonly notedAbove: boolean;
}): VNode {
  const notes = layout === 'bars' ? [] : [...new Set(blocks.flatMap((block) => block.notes))];
  const filled = blocks.filter(({ rows }) => rows.length > 0);
  const empty = blocks.filter(({ rows }) => rows.length === 0);
  return (
    <>
      {blocks.length === 0 && <p class="quiet">{frame.edition.t(reportMessages.noResults)}</p>}
      {empty.map(({ id, title }) => (
        <p key={id} class="quiet">
          {title}.
        </p>
      ))}
      {notedAbove && (
        <div class="noted-above">
          <Notes notes={notes} />
        </div>
      )}
      <ReportFigures
        frame={frame}
        blocks={layout === 'bars' ? filled : filled.map((block) => ({ ...block, notes: [] }))}
        layouts={Object.fromEntries(blocks.map(({ id }) => [id, layout]))}
        tableFirst={false}
      />
      {!notedAbove && <Notes notes={notes} />}
    </>
  );
}
