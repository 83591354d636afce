import { indexOf } from '../core/facts-index.ts';
import { select } from '../core/filter.ts';
import { isRateUnit } from '../core/rate-unit.ts';
import type { Gap } from '../core/report/block.ts';
import type { Result } from '../core/result.ts';
import { conflicts } from '../core/series.ts';
import { astrayIn } from '../core/whereabouts.ts';
import { gapMessages } from '../web/i18n/messages/gaps.ts';
import { periodOf, selectedResults } from './blocks/rows.ts';
import { resultItem } from './gap-items.ts';
import { countryLabel, indicatorLabel } from './labels.ts';
import { withoutDates } from './programs-in-view.ts';
import type { View } from './view.ts';

/** What the record says, and what is strange about it: all of it is counted by the rules, and somebody should look. */
export function doubtfulFigures(view: View): readonly Gap[] {
  return [conflicting(view), astray(view), countedRates(view)];
}

/** Figures of a cumulative indicator of which one alone can count (rule 3): both are named, first the one that does. */
function conflicting(view: View): Gap {
  const { attributed, indicator, tree } = indexOf(view.facts);
  const { inside } = select(attributed, withoutDates(view), tree);
  const found = [
    ...Map.groupBy(inside, ({ result }) => `${result.kind} ${result.indicator}`).values(),
  ].flatMap((rows) => conflicts(indicator(rows[0]?.result.indicator ?? ''), rows));
  return {
    id: 'conflicts',
    label: view.t(gapMessages.conflicts, { count: found.length }),
    explanation: view.t(gapMessages.conflictsAdvice),
    items: found.flatMap((sameDay) =>
      sameDay.map(({ result }, at) => {
        const words = at === 0 ? gapMessages.conflictCounts : gapMessages.conflictDoesNot;
        const { text, href } = resultItem(view, result);
        return { text: `${text} · ${periodOf(view, result)} · ${view.t(words)}`, href };
      }),
    ),
  };
}

/** Figures of a place where their programme does not run, or of a time before it began. */
function astray(view: View): Gap {
  const isAstray = astrayIn(view.facts);
  const found = selectedResults(view, { filter: withoutDates(view) })
    .map((result) => ({ result, reasons: isAstray(result) }))
    .filter(({ reasons }) => reasons.length > 0);
  return {
    id: 'astray',
    label: view.t(gapMessages.astray, { count: found.length }),
    explanation: view.t(gapMessages.astrayAdvice),
    items: found.map(({ result, reasons }) => {
      const { text, href } = resultItem(view, result);
      const said = reasons.map((reason) =>
        reason === 'elsewhere' ? placeOf(view, result) : periodOf(view, result),
      );
      return { text: [text, ...said].join(' · '), href };
    }),
  };
}

/** Indicators that older versions made counts of, though their unit is one of rates: their figures are added (rule 3). */
function countedRates(view: View): Gap {
  const reported = new Set(
    selectedResults(view, { filter: withoutDates(view) }).map(({ indicator }) => indicator),
  );
  const found = view.facts.indicators.filter(
    ({ code, measure, unit }) =>
      reported.has(code) &&
      (measure === 'count' || measure === 'amount') &&
      Object.values(unit).some((words) => isRateUnit(words)),
  );
  return {
    id: 'counted-rates',
    label: view.t(gapMessages.countedRates, { count: found.length }),
    explanation: view.t(gapMessages.countedRatesAdvice),
    items: found.map(({ code, unit }) => ({
      text: `${indicatorLabel(view, code)} (${view.f.text(unit)})`,
      href: view.links.results({ filter: { indicator: code }, kind: 'actual' }),
    })),
  };
}

function placeOf(view: View, { place }: Result): string {
  return place === null ? '' : countryLabel(view, place);
}
