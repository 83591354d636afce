import type { ComponentChildren, VNode } from 'preact';
import type { Block } from '../../core/report/block.ts';
import { countOfRows } from '../../core/report/short.ts';
import { MOST_TWICE } from '../../web/chart-markup.ts';
import type { Edition } from '../../web/edition.ts';
import { commonMessages } from '../../web/i18n/messages/common.ts';
import { dashboardMessages } from '../../web/i18n/messages/dashboard.ts';
import { targetMessages } from '../../web/i18n/messages/targets.ts';
import { ChartFigure, FiguresFoot, isSaidByTitle } from '../../web/parts/chart-figure.tsx';
import { DownloadLinks, type Downloads } from '../../web/parts/data-table.tsx';
import { Layout, type LayoutProps } from '../../web/parts/layout.tsx';
import { PeriodBar } from '../../web/parts/period-bar.tsx';
import { Section } from '../../web/parts/section.tsx';
import type { Site } from '../../web/site.ts';
import { pathOf, type Url, withParameters } from '../../web/url.ts';
import type { OwnTime } from '../known-words.ts';
import { openingBlock } from './list-parts.tsx';

/** What every page of figures has in common, whatever it is about. */
export interface PageFrame {
  readonly edition: Edition;
  /** The address of this page, with its query. */
  readonly url: Url;
  readonly cutOff: string;
  /** As known when, where that is another day than the cut-off. */
  readonly known: string | null;
  /** What an address that names a moment of the past is told first; null: it names none. */
  readonly past: string | null;
  readonly site: Site;
  readonly signedIn: LayoutProps['signedIn'];
  readonly assets: LayoutProps['assets'];
}

export interface PageProps {
  readonly frame: PageFrame;
}

export function Page(
  props: Pick<LayoutProps, 'title' | 'description' | 'current' | 'illustrative'> & {
    readonly frame: PageFrame;
    readonly children: ComponentChildren;
  },
): VNode {
  const { frame, children, ...words } = props;
  return (
    <Layout {...words} {...frame}>
      {frame.past !== null && (
        <p class="past" role="status">
          {frame.past}{' '}
          <a href={withParameters(frame.url, { 'as-of': null })}>
            {frame.edition.t(commonMessages.knownNow)}
          </a>
        </p>
      )}
      {children}
    </Layout>
  );
}

/**
 * Blocks as charts with their tables, two beside each other where there is room. What is to be known of several of them
 * stands beneath all, once, as their source and their cut-off do.
 */
export function Figures(props: {
  readonly frame: PageFrame;
  readonly blocks: readonly Block[];
  /** Ids of the blocks that take a whole row. */
  readonly wide?: readonly string[];
}): VNode {
  const { frame, blocks, wide = [] } = props;
  const { edition, cutOff } = frame;
  const source = edition.f.text(frame.site.name);
  const shared = notesOfSeveral(blocks);
  const isOneOfMany = blocks.length > 1;
  const rowsOfTheirOwn = wholeRows(blocks, wide);
  return (
    <>
      <div class="figures">
        {blocks.map((block, at) => (
          <ChartFigure
            key={block.id}
            {...{ edition, source, cutOff, isOneOfMany }}
            {...openingBlock(frame.url, {
              ...block,
              notes: block.notes.filter((note) => !shared.includes(note)),
            })}
            downloads={downloadsOf(frame.url, block.id)}
            wide={rowsOfTheirOwn.has(block.id)}
            isOfTheSame={isOfTheSame(blocks[at - 1], block)}
          />
        ))}
      </div>
      {isOneOfMany && <FiguresFoot {...{ edition, source, cutOff }} notes={shared} />}
    </>
  );
}

/**
 * The blocks that take a whole row: those that are said to, what has no chart, and a chart that would stand alone in a row
 * of two. One of many marks would be drawn twice for it, and a map is as high as it is wide: they stay half, and a sentence
 * that follows a map stands beside it.
 *
 * @example wholeRows([trendOfOneYear, byCountry, byPillar, byRole], []) // the trend, which is a sentence, and byRole
 */
export function wholeRows(
  blocks: readonly Pick<Block, 'id' | 'chart' | 'isSentence' | 'rows' | 'short'>[],
  wide: readonly string[],
): ReadonlySet<string> {
  const whole = new Set(wide);
  let alone: (typeof blocks)[number] | null = null;
  const close = () => {
    if (alone !== null && alone.chart?.type !== 'map' && countOfRows(alone) <= MOST_TWICE)
      whole.add(alone.id);
    alone = null;
  };
  for (const block of blocks) {
    const isBesideMap = block.isSentence === true && alone?.chart?.type === 'map';
    if (block.chart === null && !isBesideMap) whole.add(block.id);
    if (whole.has(block.id)) close();
    else alone = alone === null ? block : null;
  }
  close();
  return whole;
}

/** Whether a sentence that another follows has said of what both are. */
function isOfTheSame(before: Block | undefined, { subtitle }: Block): boolean {
  return before !== undefined && isSaidByTitle(before) && before.subtitle === subtitle;
}

function notesOfSeveral(blocks: readonly Block[]): readonly string[] {
  const notes = blocks.flatMap((block) => block.notes);
  return [...new Set(notes)].filter((note) => notes.indexOf(note) !== notes.lastIndexOf(note));
}

/** The same page's address as files: all of it, or one block; not in pages, and in its own order. */
export function downloadsOf(address: Url, block?: string): Downloads {
  const url = withParameters(address, { cursor: null, order: null });
  const path = pathOf(url);
  const fileAs = (ending: string) => {
    const file = url.replace(path, `${path === '/' ? '/dashboard' : path}.${ending}`);
    return block === undefined ? file : withParameters(file, { block });
  };
  return { csv: fileAs('csv'), xlsx: fileAs('xlsx') };
}

/** The time of a page that is of everything to date where nobody asks for another, with the way to others. */
export function OwnTimeBar(
  props: PageProps & { readonly time: OwnTime; readonly isCompared?: boolean },
): VNode {
  const { frame, time, isCompared = true } = props;
  const { edition, url } = frame;
  return <PeriodBar {...{ edition, url, isCompared }} chosen={time.chosen} presets={time.presets} />;
}

/** What stands above or beside a name, and of which time, where one was chosen. */
export function withTime(words: readonly string[], { words: time }: Pick<OwnTime, 'words'>): string {
  return [...words, ...(time === null ? [] : [time])].join(' · ');
}

/** Targets with their actuals; what holds for all of them is said above. */
export function TargetsSection({ frame, targets }: PageProps & { readonly targets: Block }): VNode {
  const { t } = frame.edition;
  return (
    <Section id="targets-section" title={t(dashboardMessages.targets)} lede={t(targetMessages.targetsNote)}>
      <Figures frame={frame} blocks={[{ ...targets, notes: [] }]} wide={['targets']} />
    </Section>
  );
}

/** The whole page to take away. */
export function PageDownloads({ frame }: PageProps): VNode {
  return <DownloadLinks edition={frame.edition} downloads={downloadsOf(frame.url)} />;
}
