import { fundingTotals, totals } from '../core/aggregate.ts';
import type { Figure } from '../core/figure.ts';
import type { Program } from '../core/program.ts';
import type { Tile } from '../core/report/block.ts';
import { blockMessages } from '../web/i18n/messages/blocks.ts';
import { totalsMessages } from '../web/i18n/messages/totals.ts';
import { compact } from './blocks/funding.ts';
import { reportedIndicators } from './blocks/indicators.ts';
import { figureNote, figureText, figureValue } from './blocks/results.ts';
import { programCounts, programmesOf } from './programs-in-view.ts';
import { seesMoreThanTotals } from './sight.ts';
import { doneFilter, type View } from './view.ts';

/** So many indicators fit beside programmes and money without becoming a table. */
const HEADLINE_INDICATORS = 4;

/** The headline figures: programmes, the foremost indicators and the money disbursed. */
export function tilesOf(view: View): readonly Tile[] {
  const indicators = reportedIndicators(view)
    .filter(({ measure }) => measure === 'count')
    .slice(0, HEADLINE_INDICATORS);
  return [
    programsTile(view, programmesOf(view)),
    ...indicators.map(({ code }) => indicatorTile(view, code)),
    ...(seesMoreThanTotals(view) ? [moneyTile(view)] : []),
  ];
}

/** Programmes, and how many with the activities inside them; an activity alone counts as the programme it belongs to. */
export function programsTile(view: View, programs: readonly Program[]): Tile {
  const { top, all } = programCounts(view, programs);
  return {
    id: 'programs',
    value: view.f.number(top),
    label: view.t(blockMessages.programsLabel, { count: top }),
    note: all === top ? null : view.t(blockMessages.withActivities, { count: all }),
    href: null,
    illustrative: false,
  };
}

function indicatorTile(view: View, code: string): Tile {
  const filter = doneFilter(view);
  const { total } = totals(view.facts, { indicator: code, kind: 'actual', by: 'program', filter });
  const indicator = view.facts.indicators.find((each) => each.code === code);
  const notes = [figureNote(view, total), inPeriod(view, code, total)].filter((each) => each !== null);
  return {
    id: code,
    value: figureValue(view, total),
    label: indicator === undefined ? code : view.f.text(indicator.name),
    note: notes.length === 0 ? null : notes.join(' · '),
    href: view.links.results({ filter: { ...filter, indicator: code }, kind: 'actual' }),
    illustrative: false,
  };
}

/** In a report the total is to date; its part that ended in the period is what is new. */
function inPeriod(view: View, indicator: string, toDate: Figure): string | null {
  const { period } = view;
  if (period === null || toDate.value === null) return null;
  const filter = { ...doneFilter(view), from: period.from };
  const { total } = totals(view.facts, { indicator, kind: 'actual', by: 'program', filter });
  return view.t(blockMessages.endedInPeriod, {
    period: view.f.period(period.key),
    figure: figureText(view, total),
  });
}

function moneyTile(view: View): Tile {
  const filter = doneFilter(view);
  const { total } = fundingTotals(view.facts, { type: 'disbursement', by: 'donor', filter });
  const { amountMinor } = total;
  return {
    id: 'disbursement',
    value: amountMinor === null ? view.t(totalsMessages.notRecorded) : compact(view, amountMinor),
    label: view.t(blockMessages.disbursed),
    note: null,
    href: amountMinor === null ? null : view.links.transactions({ filter, type: 'disbursement' }),
    illustrative: total.illustrativeMinor !== 0,
  };
}
