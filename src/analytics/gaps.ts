import { fundingTotals } from '../core/aggregate.ts';
import { TRANSACTION_TYPES } from '../core/funding.ts';
import { unmarkedParts } from '../core/held-figures.ts';
import { parsePeriod } from '../core/period.ts';
import type { Day, Program } from '../core/program.ts';
import type { Gap } from '../core/report/block.ts';
import { gapMessages } from '../web/i18n/messages/gaps.ts';
import { pageMessages } from '../web/i18n/messages/pages.ts';
import { money } from './blocks/funding.ts';
import { selectedResults } from './blocks/rows.ts';
import { actualFor, targetsInView } from './blocks/targets.ts';
import { doubtfulFigures } from './doubtful-figures.ts';
import { resultItem } from './gap-items.ts';
import { programLabel } from './labels.ts';
import { namesInView } from './names-in-view.ts';
import { programsInView, withoutDates } from './programs-in-view.ts';
import { seesMoreThanTotals } from './sight.ts';
import { doneFilter, type View } from './view.ts';

/** An ongoing programme that has said nothing new for so long is asked about: the sheets were yearly. */
export const STALE_AFTER_MONTHS = 12;

/** What the record lacks in this view, each with where to mend it; only gaps that are there. */
export function gapsOf(view: View): readonly Gap[] {
  if (!seesMoreThanTotals(view)) return [];
  if (programsInView(view).length === 0) return [nothingRecorded(view)];
  return [
    // A donor sees no other, so it cannot tell whether there is one.
    ...(view.scope.kind === 'donor' ? [] : [noDonor(view)]),
    withoutEnglish(view),
    unmarked(view),
    undated(view),
    notReported(view),
    silent(view),
    stale(view),
    notConverted(view),
    ...doubtfulFigures(view),
  ].filter(({ items }) => items.length > 0);
}

function noDonor(view: View): Gap {
  const programs = programsInView(view).filter(({ code }) => view.tree.effective(code).funders.length === 0);
  return {
    id: 'no-donor',
    label: view.t(gapMessages.noDonor, { count: programs.length }),
    explanation: view.t(gapMessages.noDonorAdvice),
    items: programs.map((program) => programItem(view, program)),
  };
}

/** Names that exist in another language alone: of programmes, and of what the figures in view are sorted by. */
function withoutEnglish(view: View): Gap {
  const items = namesInView(view).filter(({ name }) => name.en === undefined);
  return {
    id: 'no-english',
    label: view.t(gapMessages.noEnglish, { count: items.length }),
    explanation: view.t(gapMessages.noEnglishAdvice),
    items: items.map(({ text, href }) => ({ text, href })),
  };
}

function undated(view: View): Gap {
  const results = selectedResults(view, { filter: withoutDates(view) }).filter(
    ({ periodEnd }) => periodEnd === null,
  );
  return {
    id: 'undated',
    label: view.t(gapMessages.undated, { count: results.length }),
    explanation: view.t(gapMessages.undatedAdvice),
    items: results.map((result) => resultItem(view, result)),
  };
}

/** Figures of activities that figures of their programmes may hold: both count, until somebody says what is (rule 9). */
function unmarked(view: View): Gap {
  const inView = new Set(selectedResults(view, { filter: withoutDates(view) }).map(({ id }) => id));
  const above = (program: string) => view.tree.ancestors(program).map(({ code }) => code);
  const pairs = unmarkedParts(view.facts.results, above).filter(
    ({ whole, part }) => inView.has(whole.id) || inView.has(part.id),
  );
  const parts = new Map(pairs.map(({ part }) => [part.id, part]));
  return {
    id: 'unmarked-parts',
    label: view.t(gapMessages.unmarkedParts, { count: parts.size }),
    explanation: view.t(gapMessages.unmarkedPartsAdvice),
    items: [...parts.values()].map((result) => resultItem(view, result)),
  };
}

function notReported(view: View): Gap {
  const targets = targetsInView(view).filter((target) => actualFor(view, target).value === null);
  return {
    id: 'not-reported',
    label: view.t(gapMessages.notReported, { count: targets.length }),
    explanation: view.t(gapMessages.notReportedAdvice),
    items: targets.map((result) => resultItem(view, result)),
  };
}

/** Where there is no programme, nothing is complete either (rule 5). */
function nothingRecorded(view: View): Gap {
  return {
    id: 'nothing-recorded',
    label: view.t(gapMessages.nothingRecorded),
    explanation: view.t(gapMessages.nothingRecordedAdvice),
    items: [],
  };
}

/** Programmes and activities of which no actual figure is known; what its activities report, a programme reports (rule 9). */
function silent(view: View): Gap {
  const { indicator: _, ...anyIndicator } = toDate(view);
  const reported = new Set(
    selectedResults(view, { filter: anyIndicator, kind: 'actual' }).map(({ program }) => program),
  );
  const programs = programsInView(view).filter(
    ({ code }) =>
      !view.tree
        .withDescendants(code)
        .values()
        .some((each) => reported.has(each)),
  );
  return {
    id: 'no-results',
    label: view.t(gapMessages.noResults, { count: programs.length }),
    explanation: view.t(gapMessages.notReportedAdvice),
    items: programs.map((program) => programItem(view, program)),
  };
}

/** Ongoing programmes whose latest dated figure is too long ago; those without any are in `silent`. */
function stale(view: View): Gap {
  const limit = monthsBefore(view.cutOff, STALE_AFTER_MONTHS);
  const latest = new Map<string, Day>();
  for (const { program, periodEnd } of selectedResults(view, { filter: toDate(view), kind: 'actual' })) {
    if (periodEnd !== null && periodEnd > (latest.get(program) ?? '')) latest.set(program, periodEnd);
  }
  const programs = view.facts.programs.filter(({ code, status }) => {
    const last = latest.get(code);
    return status === 'ongoing' && last !== undefined && last < limit;
  });
  return {
    id: 'stale',
    label: view.t(gapMessages.stale, { count: programs.length, months: STALE_AFTER_MONTHS }),
    explanation: view.t(gapMessages.staleAdvice),
    items: programs.map((program) => {
      const last = latest.get(program.code) ?? view.cutOff;
      const { text, href } = programItem(view, program);
      return { text: `${text} · ${view.f.day(last)}`, href };
    }),
  };
}

function notConverted(view: View): Gap {
  const filter = doneFilter(view);
  const rows = TRANSACTION_TYPES.flatMap((type) =>
    fundingTotals(view.facts, { type, by: 'year', filter }).notConverted.map((row) => ({ ...row, type })),
  );
  return {
    id: 'not-converted',
    label: view.t(gapMessages.notConverted, {
      count: rows.reduce((sum, { transactionCount }) => sum + transactionCount, 0),
    }),
    explanation: view.t(gapMessages.notConvertedAdvice),
    items: rows.map(({ amountMinor, currency, type }) => ({
      text: money(view, amountMinor, currency),
      href: view.links.transactions({ filter, type }),
    })),
  };
}

/** Gaps of the record are shown whatever the window's beginning: they are what a window cannot show. */
function toDate(view: View) {
  const { from: _, ...rest } = doneFilter(view);
  return rest;
}

function programItem(view: View, { code, title, parent }: Program) {
  const within = parent === null ? [] : [`${view.t(pageMessages.activityOf)} ${programLabel(view, parent)}`];
  return { text: [view.f.text(title), ...within].join(' · '), href: view.links.program(code) };
}

/**
 * The same day so many months earlier, or that month's last day.
 *
 * @example monthsBefore('2017-06-30', 12) // '2016-06-30'
 */
export function monthsBefore(day: Day, months: number): Day {
  const at = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months;
  const month = `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`;
  const { to } = parsePeriod(month);
  const sameDay = `${month}${day.slice(7)}`;
  return sameDay < to ? sameDay : to;
}
