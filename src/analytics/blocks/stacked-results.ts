import type { Figure } from '../../core/figure.ts';
import { isUnsaid, restOfFigures } from '../../core/leading-rows.ts';
import type { Block } from '../../core/report/block.ts';
import type { Indicator } from '../../core/result.ts';
import { blockMessages } from '../../web/i18n/messages/blocks.ts';
import { chartMessages } from '../../web/i18n/messages/charts.ts';
import { totalsMessages } from '../../web/i18n/messages/totals.ts';
import { indicatorLabel, labelOf } from '../labels.ts';
import { doneFilter, filterIn, type View } from '../view.ts';
import { figureInWords, markLabel } from './figure-words.ts';
import { leaders } from './leaders.ts';
import type { Extent } from './rest.ts';
import { notesOf } from './results.ts';
import { drawn, stackedBlock } from './stacked.ts';
import { chartBase, spanSubtitle, wholeOf } from './subtitle.ts';

/** Whether figures of an indicator may be summed over years and over pillars, so that they can stand on each other (rule 3). */
export function isStackable({ measure, combineTime, combinePlace }: Indicator): boolean {
  return (measure === 'count' || measure === 'amount') && combineTime === 'sum' && combinePlace === 'sum';
}

/**
 * The actual results of an indicator year by year, up to the cut-off, by pillar.
 *
 * @param indicator one that `isStackable`
 * @param extent of its rows
 */
export async function stackedResultsBlock(asked: View, indicator: string, extent: Extent): Promise<Block> {
  // Over years, whatever time the page is about.
  const view = { ...asked, filter: filterIn(asked, {}) };
  const filter = doneFilter(view);
  const totals = (by: 'pillar' | 'year', pillar?: string) =>
    view.figures.totals({
      indicator,
      kind: 'actual',
      by,
      filter: pillar === undefined ? filter : { ...filter, pillar },
    });
  const [pillars, years] = await Promise.all([totals('pillar'), totals('year')]);
  const inPillar = await Promise.all(
    pillars.rows.map(async ({ key }) => [key, (await totals('year', key)).rows] as const),
  );
  const name = indicatorLabel(view, indicator);
  const unit = view.names.indicators.find(({ code }) => code === indicator)?.unit;
  const [first] = leaders(
    pillars.rows.filter(({ key }) => !isUnsaid(key)),
    (row) => row.value,
  );
  const words = {
    id: 'results-by-pillar-and-year',
    title:
      first === undefined
        ? view.t(blockMessages.nothingReported, { indicator: name })
        : view.t(chartMessages.stackedResults, {
            indicator: name,
            label: labelOf(view, 'pillar', first.key),
            figure: markLabel(view, first),
          }),
    subtitle: spanSubtitle(view, unit === undefined ? '' : view.f.text(unit)),
  };
  return stackedBlock<Figure>(
    view,
    {
      words,
      pillars: pillars.rows,
      years: years.rows,
      inPillar: new Map(inPillar),
      total: years.total,
      together: (figures) => restOfFigures(figures, true),
      numberOf: ({ value }) => value,
      cell: (figure) => ({ text: figureInWords(view, figure), raw: figure.value }),
      mark: (figure) => ({ value: drawn(figure.value), valueLabel: markLabel(view, figure) }),
      href: ({ pillar, year }) =>
        view.links.results({
          filter: { ...filter, indicator, ...(pillar !== undefined && { pillar }) },
          kind: 'actual',
          ...(year !== undefined && { by: 'year', key: year }),
        }),
      chart: {
        ...chartBase(view, words),
        ...wholeOf(view, drawn(years.total.value), 'ofYear'),
        missingLabel: view.t(totalsMessages.notReported),
      },
      column: {},
      notes: notesOf(view, years),
      illustrative: false,
      ...(unit !== undefined && { unit: view.f.text(unit) }),
    },
    extent,
  );
}
