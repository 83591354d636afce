import type { GapsFound } from '../core/figures-of-gaps.ts';
import { isRateUnit } from '../core/rate-unit.ts';
import type { Gap } from '../core/report/block.ts';
import type { Result } from '../core/result.ts';
import { readsAsOrganisation } from '../core/visibility/visibility.ts';
import { gapMessages } from '../web/i18n/messages/gaps.ts';
import { periodOf } from './blocks/rows.ts';
import { corrected, resultItem } from './gap-items.ts';
import { countryLabel, indicatorLabel } from './labels.ts';
import type { NamedView } from './named-view.ts';
import type { View } from './view.ts';

/** What the record says, and what is strange about it: all of it is counted by the rules, and somebody should look. */
export function doubtfulFigures(view: NamedView, found: GapsFound): readonly Gap[] {
  return [
    conflicting(view, found),
    // Notes tell figures apart, and whoever may not read all of them cannot tell.
    ...(readsAsOrganisation(view) ? [alike(view, found)] : []),
    astray(view, found),
    countedRates(view, found),
  ];
}

/** Figures of a cumulative indicator of which one alone can count (rule 3): both are named, first the one that does. */
function conflicting(view: NamedView, { conflicts }: GapsFound): Gap {
  return {
    id: 'conflicts',
    label: view.t(gapMessages.conflicts, { count: conflicts.count }),
    explanation: view.t(gapMessages.conflictsAdvice),
    all: conflicts.count,
    items: conflicts.items.flatMap((sameDay) =>
      sameDay.map((result, at) => {
        const words = at === 0 ? gapMessages.conflictCounts : gapMessages.conflictDoesNot;
        const { text, href } = resultItem(view, result);
        const said = `${text} · ${periodOf(view, result)} · ${view.t(words)}`;
        return corrected(view, { text: said, href }, result);
      }),
    ),
  };
}

/** Figures of the same days that may be one figure twice: all are named, for nobody can tell which one it is. */
function alike(view: NamedView, { alike: found }: GapsFound): Gap {
  return {
    id: 'alike',
    label: view.t(gapMessages.alike, { count: found.count }),
    explanation: view.t(gapMessages.alikeAdvice),
    all: found.count,
    items: found.items.flatMap((group) =>
      group.map((result) => {
        const { text, href } = resultItem(view, result);
        const where = placeOf(view, result);
        const said = [text, ...(where === '' ? [] : [where]), periodOf(view, result)].join(' · ');
        return corrected(view, { text: said, href }, result);
      }),
    ),
  };
}

/** Figures of a place where their programme does not run, or of a time before it began. */
function astray(view: NamedView, { astray: found }: GapsFound): Gap {
  return {
    id: 'astray',
    label: view.t(gapMessages.astray, { count: found.count }),
    explanation: view.t(gapMessages.astrayAdvice),
    all: found.count,
    items: found.items.map(({ result, reasons }) => {
      const { text, href } = resultItem(view, result);
      const said = reasons.map((reason) =>
        reason === 'elsewhere' ? placeOf(view, result) : periodOf(view, result),
      );
      return corrected(view, { text: [text, ...said].join(' · '), href }, result);
    }),
  };
}

/** Indicators that older versions made counts of, though their unit is one of rates: their figures are added (rule 3). */
function countedRates(view: View, { reported }: GapsFound): Gap {
  const found = view.names.indicators.filter(
    ({ code, measure, unit }) =>
      reported.indicators.has(code) &&
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
