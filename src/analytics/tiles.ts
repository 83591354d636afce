import type { Filter } from '../core/facts.ts';
import { type Figure, missingFigure } from '../core/figure.ts';
import type { ProgramCounts } from '../core/figures-of-programs.ts';
import type { Tile } from '../core/report/block.ts';
import { seesMoreThanTotals } from '../core/visibility/visibility.ts';
import { blockMessages } from '../web/i18n/messages/blocks.ts';
import { totalsMessages } from '../web/i18n/messages/totals.ts';
import { figureNote, figureText, figureValue } from './blocks/figure-words.ts';
import type { ReportedIndicator } from './blocks/indicators.ts';
import { compact } from './blocks/money-words.ts';
import { figureChange, moneyChange, type OtherTime, otherTimes } from './changes.ts';
import { listedPrograms } from './programs-in-view.ts';
import { doneFilter, filterIn, type View } from './view.ts';

/** So many indicators fit beside programmes and money without becoming a table. */
const HEADLINE_INDICATORS = 4;

/**
 * The headline figures: programmes, the foremost indicators and the money disbursed.
 *
 * @param reported `reportedIndicators` of the view
 */
export async function tilesOf(view: View, reported: readonly ReportedIndicator[]): Promise<readonly Tile[]> {
  const [counts, figures] = await Promise.all([
    view.figures.programCounts(listedPrograms(view)),
    figureTiles(view, reported),
  ]);
  return [programsTile(view, counts), ...figures];
}

/** The same without programmes, of which some pages have a list of their own. */
export async function figureTiles(
  view: View,
  reported: readonly ReportedIndicator[],
): Promise<readonly Tile[]> {
  const times = view.period === null ? otherTimes(view) : [];
  const before = await Promise.all(times.map((time) => totalsIn(view, time)));
  const indicators = reported
    .filter(({ indicator }) => indicator.measure === 'count')
    .slice(0, HEADLINE_INDICATORS);
  return Promise.all([
    ...indicators.map((each) => indicatorTile(view, each, before)),
    ...(seesMoreThanTotals(view) ? [moneyTile(view, times)] : []),
  ]);
}

/** The totals of every indicator in another time. */
interface TotalsThen extends OtherTime {
  readonly totals: ReadonlyMap<string, Figure>;
}

async function totalsIn(view: View, time: OtherTime): Promise<TotalsThen> {
  const filter = filterIn(view, time.window);
  const found = await view.figures.indicatorTotals({ kind: 'actual', filter });
  return { ...time, totals: new Map(found.map(({ indicator, total }) => [indicator, total])) };
}

/** Programmes, and how many with the activities inside them; an activity alone counts as the programme it belongs to. */
export function programsTile(view: View, { top, all }: ProgramCounts): Tile {
  return {
    id: 'programs',
    value: view.f.number(top),
    label: view.t(blockMessages.programsLabel, { count: top }),
    note: all === top ? null : view.t(blockMessages.withActivities, { count: all }),
    href: null,
    illustrative: false,
  };
}

async function indicatorTile(
  view: View,
  { indicator, total }: ReportedIndicator,
  before: readonly TotalsThen[],
): Promise<Tile> {
  const filter = doneFilter(view);
  const { code, name } = indicator;
  const notes = [figureNote(view, total), await inPeriod(view, code, total)].filter((each) => each !== null);
  return {
    id: code,
    value: figureValue(view, total),
    label: view.f.text(name),
    note: notes.length === 0 ? null : notes.join(' · '),
    changes: before.map(({ words, totals }) =>
      figureChange(view, words, totals.get(code) ?? missingFigure('not-reported'), total),
    ),
    href: view.links.results({ filter: { ...filter, indicator: code }, kind: 'actual' }),
    illustrative: false,
  };
}

/** In a report the total is to date; its part that ended in the period is what is new. */
async function inPeriod(view: View, indicator: string, toDate: Figure): Promise<string | null> {
  const { period } = view;
  if (period === null || toDate.value === null) return null;
  const filter = { ...doneFilter(view), from: period.from };
  const { total } = await view.figures.totals({ indicator, kind: 'actual', by: 'program', filter });
  return view.t(blockMessages.endedInPeriod, {
    period: view.f.period(period.key),
    figure: figureText(view, total),
  });
}

async function moneyTile(view: View, times: readonly OtherTime[]): Promise<Tile> {
  const filter = doneFilter(view);
  const disbursed = async (asked: Filter) =>
    (await view.figures.funding({ type: 'disbursement', by: 'donor', filter: asked })).total;
  const [total, ...before] = await Promise.all([
    disbursed(filter),
    ...times.map(({ window }) => disbursed(filterIn(view, window))),
  ]);
  const { amountMinor } = total;
  return {
    id: 'disbursement',
    value: amountMinor === null ? view.t(totalsMessages.notRecorded) : compact(view, amountMinor),
    label: view.t(blockMessages.disbursed),
    note: null,
    changes: times.map(({ words }, at) =>
      moneyChange(view, words, before[at]?.amountMinor ?? null, amountMinor),
    ),
    href: amountMinor === null ? null : view.links.transactions({ filter, type: 'disbursement' }),
    illustrative: total.illustrativeMinor !== 0,
  };
}
