import {
  axesSexFirst,
  doneFilter,
  type Extent,
  figureText,
  indicatorLabel,
  type ReportedIndicator,
  reportedIndicators,
  resultsBlock,
  type View,
} from '../analytics/index.ts';
import type { Dimension } from '../core/dimension.ts';
import type { Block } from '../core/report/block.ts';
import { commonMessages } from '../web/i18n/messages/common.ts';
import { upTo } from '../web/i18n/messages/report-pages.ts';
import { LEADING_INDICATORS } from './report-news.ts';

/** An indicator that a report tells in depth. */
export interface LeadingIndicator {
  readonly code: string;
  /** "Officials trained, up to 31 December 2017: 123, of which 45 approximate" */
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** So many breakdowns of the foremost are seen on paper, and fewer of the others. */
const OTHER_AXES = 1;

/** The title under which an indicator is told. */
export function leadingTitle(view: View, { indicator: { code }, total }: ReportedIndicator): string {
  const { t, f, cutOff } = view;
  const label = t(upTo, { title: indicatorLabel(view, code), day: f.day(cutOff) });
  return t(commonMessages.labelled, { label, text: figureText(view, total) });
}

/**
 * The indicators that come after the foremost, of which the dashboard tells every side: where, when, and by what. Ids bear
 * the indicator, so that each block of a report has its own.
 *
 * @param extent of their rows
 */
export async function otherLeading(view: View, extent: Extent): Promise<readonly LeadingIndicator[]> {
  const [, ...others] = (await reportedIndicators(view)).slice(0, LEADING_INDICATORS);
  return Promise.all(
    others.map(async (each) => {
      const { code } = each.indicator;
      const axes = await view.figures.axesOf({ indicator: code, kind: 'actual', filter: doneFilter(view) });
      const sides: readonly Dimension[] = [
        'country',
        'year',
        'pillar',
        ...axesSexFirst(axes)
          .slice(0, OTHER_AXES)
          .map((axis): Dimension => `axis:${axis}`),
      ];
      const blocks = await Promise.all(sides.map((by) => resultsBlock(view, code, by, extent)));
      return {
        code,
        title: leadingTitle(view, each),
        blocks: blocks.map((block) => ofIndicator(block, code)),
      };
    }),
  );
}

function ofIndicator(block: Block, code: string): Block {
  const id = `${block.id}-of-${code}`;
  return { ...block, id, chart: block.chart === null ? null : { ...block.chart, id } };
}
