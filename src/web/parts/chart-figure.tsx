import type { VNode } from 'preact';
import type { Day } from '../../core/program.ts';
import type { Block, BlockRow } from '../../core/report/block.ts';
import { chartMarkup, rowColumns } from '../chart-markup.ts';
import type { Edition } from '../edition.ts';
import { commonMessages } from '../i18n/messages/common.ts';
import { listMessages } from '../i18n/messages/list-pages.ts';
import {
  DownloadLinks,
  type Downloads,
  Notes,
  ScrollingTable,
  type Whole,
  WholeLink,
} from './data-table.tsx';
import { EmptyState } from './empty-state.tsx';
import { OwnMarkup } from './own-markup.tsx';
import { Said } from './said.tsx';

export interface ChartFigureProps {
  readonly edition: Edition;
  readonly block: Block;
  /** Whose figures these are. */
  readonly source: string;
  readonly cutOff: Day;
  readonly downloads?: Downloads | null;
  /** Where it opens by itself; null: nowhere. */
  readonly whole?: (Whole & { readonly isMore: boolean }) | null;
  /** On paper: the table too. On screen it is always one key press away. */
  readonly tableInPrint?: boolean;
  /** Takes the whole width of its row; a sentence does without being told. */
  readonly wide?: boolean;
  /** Its source and its cut-off are said for several at once (`FiguresFoot`). */
  readonly isOneOfMany?: boolean;
  /** The sentence before it is about the same: of a sentence its subtitle is not said again. */
  readonly isOfTheSame?: boolean;
}

/** A block as people see it: the sentence, the chart that proves it, its table, its cautions, source and cut-off. */
export function ChartFigure(props: ChartFigureProps): VNode {
  const { edition, block, wide = false } = props;
  if (edition.medium === 'screen' && isSaidByTitle(block)) return <Sentence {...props} />;
  return (
    <div id={block.id} class={wide ? 'figure figure-wide' : 'figure'}>
      <h3 class="figure-title">
        <Said text={block.title} />
      </h3>
      <p class="figure-subtitle">{block.subtitle}</p>
      {block.rows.length > 0 ? (
        <ChartAndTable {...props} />
      ) : (
        block.isSentence !== true && <EmptyState edition={edition} />
      )}
      <Notes notes={block.notes} />
      <FigureFoot {...props} />
    </div>
  );
}

/** One row or none, of which its title says all: a table would say it again. */
export function isSaidByTitle({ isSentence = false, rows, columns }: Block): boolean {
  return isSentence && rows.length <= 1 && !columns.some(({ key }) => key === 'previous');
}

/** A block that is one figure: its sentence, which leads to the rows behind it. */
function Sentence({ edition, block, wide = true, isOfTheSame = false }: ChartFigureProps): VNode {
  const { id, title, subtitle, rows, notes, illustrative } = block;
  const href = rows[0]?.href ?? null;
  const said = <Said text={title} />;
  return (
    <div id={id} class={wide ? 'figure figure-sentence figure-wide' : 'figure figure-sentence'}>
      <p>{href === null ? said : <a href={href}>{said}</a>}</p>
      {!isOfTheSame && subtitle !== '' && <p class="figure-subtitle">{subtitle}</p>}
      <Notes notes={notes} />
      {illustrative && <p class="figure-foot">{edition.t(commonMessages.illustrativeAmounts)}</p>}
    </div>
  );
}

/** Its shape over time says nothing that its years do not say where it opens. */
function columnsOf({ overTime }: BlockRow): VNode | null {
  return overTime === undefined ? null : <OwnMarkup kind="bar" svg={rowColumns(overTime)} />;
}

function opensTable(
  { chart }: Block,
  whole: ChartFigureProps['whole'],
): whole is NonNullable<ChartFigureProps['whole']> {
  return chart !== null && whole != null;
}

function ChartAndTable({
  edition,
  block,
  wide = false,
  tableInPrint = false,
  whole = null,
}: ChartFigureProps): VNode {
  const onScreen = edition.medium === 'screen';
  const mark = onScreen && block.rows.some(({ overTime }) => overTime !== undefined) ? columnsOf : undefined;
  const table = <ScrollingTable edition={edition} block={block} captionHidden mark={mark} />;
  const folded = (
    <details class="figure-table">
      <summary>{edition.t(commonMessages.figuresAsTable)}</summary>
      {table}
    </details>
  );
  if (block.chart === null) return block.isSentence === true && onScreen ? folded : table;
  const chart = (
    <OwnMarkup
      kind="chart"
      svg={chartMarkup(block.chart, edition, wide)}
      spec={block.chart}
      live={onScreen}
    />
  );
  if (!onScreen) {
    return (
      <>
        {chart}
        {tableInPrint && table}
      </>
    );
  }
  // It opens by itself: a page with a dozen tables beneath its charts would not be a page.
  if (opensTable(block, whole)) return chart;
  return (
    <>
      {chart}
      {folded}
    </>
  );
}

function FigureFoot({
  edition,
  block,
  source,
  cutOff,
  downloads = null,
  whole = null,
  isOneOfMany = false,
}: ChartFigureProps): VNode {
  const { t, medium } = edition;
  const onScreen = medium === 'screen';
  const hasTable = onScreen && opensTable(block, whole);
  const hasMore = onScreen && whole?.isMore === true && !hasTable;
  return (
    <p class="figure-foot">
      {!isOneOfMany && <Origin edition={edition} source={source} cutOff={cutOff} />}
      {block.illustrative && <span>{t(commonMessages.illustrativeAmounts)}</span>}
      {(hasTable || hasMore || (onScreen && downloads !== null)) && (
        <span class="figure-links">
          {hasTable && <TableLink edition={edition} whole={whole} title={block.title} />}
          {hasMore && <WholeLink edition={edition} whole={whole} title={block.title} />}
          {onScreen && downloads !== null && (
            <DownloadLinks
              edition={edition}
              downloads={isOneOfMany ? { ...downloads, xlsx: null } : downloads}
              title={block.title}
            />
          )}
        </span>
      )}
    </p>
  );
}

/** What the figures of one section have in common, once: cautions, source and cut-off. */
export function FiguresFoot(
  props: Pick<ChartFigureProps, 'edition' | 'source' | 'cutOff'> & { readonly notes: readonly string[] },
): VNode {
  return (
    <footer class="figures-foot">
      <Notes notes={props.notes} />
      <p class="figure-foot">
        <Origin {...props} />
      </p>
    </footer>
  );
}

function TableLink(props: {
  readonly edition: Edition;
  readonly whole: NonNullable<ChartFigureProps['whole']>;
  readonly title: string;
}): VNode {
  const { t } = props.edition;
  const { href, count, isMore } = props.whole;
  const words = isMore ? t(listMessages.allRowsAsTable, { count }) : t(commonMessages.figuresAsTable);
  return (
    <a href={href} aria-label={t(listMessages.namedLink, { words, title: props.title })}>
      {words}
    </a>
  );
}

function Origin({ edition, source, cutOff }: Pick<ChartFigureProps, 'edition' | 'source' | 'cutOff'>): VNode {
  const { t, f } = edition;
  return (
    <>
      <span>{t(commonMessages.source, { source })}</span>
      <span>{t(commonMessages.cutOff, { date: f.day(cutOff) })}</span>
    </>
  );
}
