import { missingFigure } from '../core/figure.ts';
import type { Block, Tile } from '../core/report/block.ts';
import type { Indicator } from '../core/result.ts';
import { seesMoreThanTotals } from '../core/visibility/visibility.ts';
import type { Message } from '../web/i18n/message.ts';
import { choiceWords } from '../web/i18n/messages/choices.ts';
import { columnLabels } from '../web/i18n/messages/columns.ts';
import { indicatorMessages } from '../web/i18n/messages/index-pages.ts';
import { totalsMessages } from '../web/i18n/messages/totals.ts';
import { type ReportedIndicator, reportedIndicators } from './blocks/indicators.ts';
import { AT_ONCE, type Extent } from './blocks/rest.ts';
import { resultRowsBlock } from './blocks/rows.ts';
import { type Dashboard, resultsOf } from './dashboard.ts';
import { capitalised, indicatorLabel } from './labels.ts';
import { withProgramsBehind } from './named-view.ts';
import type { SheetField } from './program-sheet.ts';
import { combinationOf } from './proof.ts';
import { indicatorTileAlone } from './tiles.ts';
import { doneFilter, type View } from './view.ts';

/** What there is to say of one indicator: what it counts and by which rule, its figure, and that from every side. */
export interface IndicatorSheet extends Pick<Dashboard, 'lead' | 'otherAxes' | 'hasYearsOfPillars'> {
  readonly name: string;
  /** Its rule in whole sentences (rules 3 and 12). */
  readonly rules: readonly string[];
  readonly fields: readonly SheetField[];
  /** Its figure, how many it is made of and how many programmes report it. */
  readonly tiles: readonly Tile[];
  /** By place, donor, pillar, breakdown and programme. */
  readonly sides: readonly Block[];
  /** Null: there is none, or its reader sees totals alone. */
  readonly targets: Block | null;
  /** The figures behind it one by one; null for whoever sees totals alone. */
  readonly behind: Block | null;
  /** Where all of them prove the total. */
  readonly behindHref: string | null;
}

/**
 * An indicator as of the cut-off.
 *
 * @param own narrowed to it
 * @param extent of the rows of its blocks
 */
export async function indicatorSheetOf(
  own: View,
  indicator: Indicator,
  extent: Extent = 'whole',
): Promise<IndicatorSheet> {
  const { code } = indicator;
  const reported = await reportedIndicators(own);
  const [tiles, found, behind] = await Promise.all([
    tilesOf(own, indicator, reported[0]),
    resultsOf(own, reported, extent),
    seesMoreThanTotals(own) ? behindOf(own, extent) : null,
  ]);
  const { lead, sides, targets, otherAxes, hasYearsOfPillars } = found;
  return {
    name: indicatorLabel(own, code),
    rules: combinationOf(own, code),
    fields: fieldsOf(own, indicator),
    tiles,
    ...{ lead, otherAxes, hasYearsOfPillars },
    // Of what is not reported no side says more than the figure does.
    sides: reported.length === 0 ? [] : sides,
    targets: targets !== null && targets.rows.length > 0 ? targets : null,
    behind,
    behindHref: own.links.results({ filter: { ...doneFilter(own), indicator: code }, kind: 'actual' }),
  };
}

/** All of it that is a table, in the order of the page. */
export function indicatorBlocks({ lead, sides, targets, behind }: IndicatorSheet): readonly Block[] {
  return [...lead, ...sides, ...[targets, behind].filter((block) => block !== null)];
}

async function tilesOf(
  own: View,
  indicator: Indicator,
  reported: ReportedIndicator = { indicator, total: missingFigure('not-reported') },
): Promise<readonly Tile[]> {
  const { t, f } = own;
  const headline = await indicatorTileAlone(own, reported);
  const { resultCount } = reported.total;
  const counted = (id: string, count: number, words: Message<{ count: number }>): Tile => ({
    id,
    value: f.number(count),
    label: t(words, { count }),
    note: null,
    href: null,
    illustrative: false,
  });
  const tiles = [{ ...headline, label: f.text(indicator.unit) }];
  if (resultCount === 0) return tiles;
  const figures = counted('figures', resultCount, indicatorMessages.figures);
  if (!seesMoreThanTotals(own)) return [...tiles, figures];
  const query = {
    indicator: indicator.code,
    kind: 'actual',
    by: 'program',
    filter: doneFilter(own),
  } as const;
  const { rows } = await own.figures.totals(query);
  const reporting = rows.filter((row) => row.resultCount > 0).length;
  return [...tiles, figures, counted('programs', reporting, indicatorMessages.programs)];
}

async function behindOf(own: View, extent: Extent): Promise<Block> {
  const selection = { filter: doneFilter(own), kind: 'actual', cutOff: own.cutOff } as const;
  const page =
    extent === 'whole'
      ? await own.figures.results(selection)
      : await own.figures.results({ ...selection, inOrderOf: 'newest' }, AT_ONCE);
  return resultRowsBlock(await withProgramsBehind(own, page.rows), page, 'figures');
}

/** What is said of it where it is entered. */
function fieldsOf(view: View, indicator: Indicator): readonly SheetField[] {
  const { t, f } = view;
  const { measure, reportsEvery, evidenceRequired, unit } = indicator;
  const field = (id: string, label: string, text: string): SheetField => ({
    id,
    label,
    values: [{ text, href: null }],
  });
  /** A column of the file of indicators with what it takes, in the words of the form. */
  const asEntered = (column: string, value: string) => {
    const [label, words] = [columnLabels.indicators?.[column], choiceWords.indicators?.[column]?.[value]];
    return label === undefined || words === undefined ? [] : [field(column, t(label), t(words))];
  };
  return [
    field('unit', t(totalsMessages.unit), capitalised(view, f.text(unit))),
    ...asEntered('measure', measure),
    ...(reportsEvery === null ? [] : asEntered('reports_every', reportsEvery)),
    ...(evidenceRequired ? asEntered('evidence_required', 'yes') : []),
  ];
}
