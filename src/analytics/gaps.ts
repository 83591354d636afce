import type { FundingTotals } from '../core/aggregate.ts';
import type { GapsFound } from '../core/figures-of-gaps.ts';
import type { ProgramRow } from '../core/figures-of-programs.ts';
import { TRANSACTION_TYPES } from '../core/funding.ts';
import { parsePeriod } from '../core/period.ts';
import type { Day } from '../core/program.ts';
import type { Gap } from '../core/report/block.ts';
import { seesEveryDonor, seesMoreThanTotals } from '../core/visibility/visibility.ts';
import { gapMessages } from '../web/i18n/messages/gaps.ts';
import { pageMessages } from '../web/i18n/messages/pages.ts';
import { money } from './blocks/money-words.ts';
import { doubtfulFigures } from './doubtful-figures.ts';
import { resultItem } from './gap-items.ts';
import { programLabel } from './labels.ts';
import { type NamedView, programHref, withPrograms } from './named-view.ts';
import { namesInView } from './names-in-view.ts';
import { programsInView } from './programs-in-view.ts';
import { doneFilter, type View } from './view.ts';

/** An ongoing programme that has said nothing new for so long is asked about: the sheets were yearly. */
export const STALE_AFTER_MONTHS = 12;

/** So many items of a gap are named at once on a page, and so many in a report, of which nothing opens. */
export const FIRST_OF_GAP = 3;
const FIRST_ON_PAPER = 6;

/** How many items of a gap a view names at once. */
export function firstOfGap({ period }: Pick<View, 'period'>): number {
  return period === null ? FIRST_OF_GAP : FIRST_ON_PAPER;
}

/**
 * What the record lacks in this view, each with where to mend it; only gaps that are there.
 *
 * @param most items of each gap that are named: the newest, the largest or the longest silent first; without it, all
 */
export async function gapsOf(view: View, most?: number): Promise<readonly Gap[]> {
  if (!seesMoreThanTotals(view)) return [];
  const { cutOff, figures } = view;
  const filter = doneFilter(view);
  const [found, funding] = await Promise.all([
    figures.gaps({
      ...programsInView(view),
      cutOff,
      staleBefore: monthsBefore(cutOff, STALE_AFTER_MONTHS),
      ...(most !== undefined && { most }),
    }),
    Promise.all(TRANSACTION_TYPES.map((type) => figures.funding({ type, by: 'year', filter }))),
  ]);
  if (found.programCount === 0) return [nothingRecorded(view)];
  const named = await withPrograms(view, namedIn(found));
  return [
    // A donor sees no other, so it cannot tell whether there is one.
    ...(seesEveryDonor(view) ? [noDonor(named, found)] : []),
    withoutEnglish(named, found),
    unmarked(named, found),
    undated(named, found),
    notReported(named, found),
    silent(named, found),
    stale(named, found),
    notConverted(view, funding),
    ...doubtfulFigures(named, found),
  ]
    .filter(({ items }) => items.length > 0)
    .map((gap) => firstOf(gap, most));
}

/** A gap with its first items, which says how many there are where those are not all. */
function firstOf({ all, ...gap }: Gap, most = Number.POSITIVE_INFINITY): Gap {
  const items = gap.items.slice(0, most);
  const count = Math.max(all ?? 0, gap.items.length);
  return { ...gap, items, ...(items.length < count && { all: count }) };
}

/** The programmes that the gaps speak of. */
function namedIn(found: GapsFound): readonly string[] {
  const rows = [found.noDonor, found.notInEnglish, found.silent].flatMap(({ items }) => items);
  const results = [found.unmarked, found.undated, found.notReported].flatMap(({ items }) => items);
  return [
    ...[...rows, ...found.stale.items.map(({ row }) => row)].flatMap(({ code, program }) => [
      code,
      ...(program.parent === null ? [] : [program.parent]),
    ]),
    ...[...results, ...found.conflicts.items.flat(), ...found.astray.items.map(({ result }) => result)].map(
      ({ program }) => program,
    ),
  ];
}

function noDonor(view: NamedView, { noDonor: { count, items } }: GapsFound): Gap {
  return {
    id: 'no-donor',
    label: view.t(gapMessages.noDonor, { count }),
    explanation: view.t(gapMessages.noDonorAdvice),
    all: count,
    items: items.map((row) => programItem(view, row)),
  };
}

/** Names that exist in another language alone: of programmes, and of what the figures in view are sorted by. */
function withoutEnglish(view: NamedView, { notInEnglish, used }: GapsFound): Gap {
  const names = namesInView(view, used).filter(({ name }) => name.en === undefined);
  return {
    id: 'no-english',
    label: view.t(gapMessages.noEnglish, { count: notInEnglish.count + names.length }),
    explanation: view.t(gapMessages.noEnglishAdvice),
    all: notInEnglish.count + names.length,
    items: [
      ...notInEnglish.items.map(({ code }) => ({
        text: programLabel(view, code),
        href: programHref(view, code),
      })),
      ...names.map(({ text, href }) => ({ text, href })),
    ],
  };
}

function undated(view: NamedView, { undated: { count, items } }: GapsFound): Gap {
  return {
    id: 'undated',
    label: view.t(gapMessages.undated, { count }),
    explanation: view.t(gapMessages.undatedAdvice),
    all: count,
    items: items.map((result) => resultItem(view, result)),
  };
}

/** Figures of activities that figures of their programmes may hold: both count, until somebody says what is (rule 9). */
function unmarked(view: NamedView, { unmarked: { count, items } }: GapsFound): Gap {
  return {
    id: 'unmarked-parts',
    label: view.t(gapMessages.unmarkedParts, { count }),
    explanation: view.t(gapMessages.unmarkedPartsAdvice),
    all: count,
    items: items.map((result) => resultItem(view, result)),
  };
}

function notReported(view: NamedView, { notReported: { count, items } }: GapsFound): Gap {
  return {
    id: 'not-reported',
    label: view.t(gapMessages.notReported, { count }),
    explanation: view.t(gapMessages.notReportedAdvice),
    all: count,
    items: items.map((result) => resultItem(view, result)),
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
function silent(view: NamedView, { silent: { count, items } }: GapsFound): Gap {
  return {
    id: 'no-results',
    label: view.t(gapMessages.noResults, { count }),
    explanation: view.t(gapMessages.notReportedAdvice),
    all: count,
    items: items.map((row) => programItem(view, row)),
  };
}

/** Ongoing programmes whose latest dated figure is too long ago; those without any are in `silent`. */
function stale(view: NamedView, { stale: { count, items } }: GapsFound): Gap {
  return {
    id: 'stale',
    label: view.t(gapMessages.stale, { count, months: STALE_AFTER_MONTHS }),
    explanation: view.t(gapMessages.staleAdvice),
    all: count,
    items: items.map(({ row, last }) => {
      const { text, href } = programItem(view, row);
      return { text: `${text} · ${view.f.day(last)}`, href };
    }),
  };
}

function notConverted(view: View, funding: readonly FundingTotals[]): Gap {
  const filter = doneFilter(view);
  const rows = funding.flatMap(({ type, notConverted }) => notConverted.map((row) => ({ ...row, type })));
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

function programItem(view: NamedView, { code, program: { title, parent } }: ProgramRow) {
  const within = parent === null ? [] : [`${view.t(pageMessages.activityOf)} ${programLabel(view, parent)}`];
  return { text: [view.f.text(title), ...within].join(' · '), href: programHref(view, code) };
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
