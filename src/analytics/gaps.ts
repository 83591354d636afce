import type { FundingTotals } from '../core/aggregate.ts';
import type { GapsFound, ProgramGapsFound } from '../core/figures-of-gaps.ts';
import type { ProgramRow } from '../core/figures-of-programs.ts';
import { TRANSACTION_TYPES } from '../core/funding.ts';
import { monthsBefore } from '../core/period.ts';
import type { Gap, GapForm, GapItem } from '../core/report/block.ts';
import type { Result } from '../core/result.ts';
import { spanOf } from '../core/span.ts';
import { readsAsOrganisation, seesEveryDonor, seesMoreThanTotals } from '../core/visibility/visibility.ts';
import { gapMessages } from '../web/i18n/messages/gaps.ts';
import { pageMessages } from '../web/i18n/messages/pages.ts';
import { money } from './blocks/money-words.ts';
import { periodOf } from './blocks/rows.ts';
import { doubtfulFigures } from './doubtful-figures.ts';
import { newResultForm, programForm, resultForm, rolesForm } from './entry-links.ts';
import { corrected, mended, resultItem } from './gap-items.ts';
import { programLabel } from './labels.ts';
import { type NamedView, programHref, withPrograms } from './named-view.ts';
import { namesInView } from './names-in-view.ts';
import { programsInView } from './programs-in-view.ts';
import { doneFilter, type View } from './view.ts';

/** An ongoing programme that has said nothing new for so long is asked about: the sheets were yearly. */
export const STALE_AFTER_MONTHS = 12;

/** So many items of a gap are named at once on a page, and so many in a report, of which nothing opens. */
export const FIRST_OF_GAP = 2;
const FIRST_ON_PAPER = 3;

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
  const asked = { ...programsInView(view), cutOff, ...(most !== undefined && { most }) };
  const [ofPrograms, ofFigures, funding] = await Promise.all([
    figures.programGaps(asked),
    figures.gaps({ ...asked, staleBefore: monthsBefore(cutOff, STALE_AFTER_MONTHS) }),
    Promise.all(TRANSACTION_TYPES.map((type) => figures.funding({ type, by: 'year', filter }))),
  ]);
  if (ofPrograms.programCount === 0) return [nothingRecorded(view)];
  const found: AllFound = { ...ofPrograms, ...ofFigures };
  const named = await withPrograms(view, namedIn(found));
  return [
    // A donor sees no other, so it cannot tell whether there is one.
    ...(seesEveryDonor(view) ? [noDonor(named, found)] : []),
    withoutEnglish(named, found),
    unmarked(named, found),
    undated(named, found),
    // Whoever may not read all evidence cannot tell whether there is some.
    ...(readsAsOrganisation(view) ? [withoutEvidence(named, found)] : []),
    endedTargets(named, found),
    notReported(named, found),
    silent(named, found),
    ended(named, found),
    stale(named, found),
    notConverted(view, funding),
    ...doubtfulFigures(named, found),
  ]
    .filter(({ items }) => items.length > 0)
    .map((gap) => firstOf(gap, most));
}

type AllFound = ProgramGapsFound & GapsFound;

/** A gap with its first items, which says how many there are where those are not all. */
function firstOf({ all, ...gap }: Gap, most = Number.POSITIVE_INFINITY): Gap {
  const items = gap.items.slice(0, most);
  const count = Math.max(all ?? 0, gap.items.length);
  return { ...gap, items, ...(items.length < count && { all: count }) };
}

/** The programmes that the gaps speak of. */
function namedIn(found: AllFound): readonly string[] {
  const rows = [found.noDonor, found.notInEnglish, found.silent, found.ended].flatMap(({ items }) => items);
  const results = [
    found.unmarked,
    found.undated,
    found.withoutEvidence,
    found.endedTargets,
    found.notReported,
  ].flatMap(({ items }) => items);
  return [
    ...[...rows, ...found.stale.items.map(({ row }) => row)].flatMap(({ code, program }) => [
      code,
      ...(program.parent === null ? [] : [program.parent]),
    ]),
    ...[
      ...results,
      ...found.conflicts.items.flat(),
      ...found.alike.items.flat(),
      ...found.astray.items.map(({ result }) => result),
    ].map(({ program }) => program),
  ];
}

function noDonor(view: NamedView, { noDonor: { count, items } }: AllFound): Gap {
  return {
    id: 'no-donor',
    label: view.t(gapMessages.noDonor, { count }),
    explanation: view.t(gapMessages.noDonorAdvice),
    all: count,
    items: items.map((row) =>
      mended(view, programItem(view, row), { path: rolesForm(row.code), does: 'add-donor' }, row.code),
    ),
  };
}

/** Names that exist in another language alone: of programmes, and of what the figures in view are sorted by. */
function withoutEnglish(view: NamedView, { notInEnglish, borne, reported }: AllFound): Gap {
  const used = { ...borne, ...reported, places: borne.places.union(reported.places) };
  const names = namesInView(view, used).filter(({ name }) => name.en === undefined);
  return {
    id: 'no-english',
    label: view.t(gapMessages.noEnglish, { count: notInEnglish.count + names.length }),
    explanation: view.t(gapMessages.noEnglishAdvice),
    all: notInEnglish.count + names.length,
    items: [
      ...notInEnglish.items.map(({ code }) =>
        mended(
          view,
          { text: programLabel(view, code), href: programHref(view, code) },
          { path: programForm(code), does: 'add-english' },
          code,
        ),
      ),
      ...names.map(({ text, href }) => ({ text, href })),
    ],
  };
}

function undated(view: NamedView, { undated: { count, items } }: AllFound): Gap {
  return {
    id: 'undated',
    label: view.t(gapMessages.undated, { count }),
    explanation: view.t(gapMessages.undatedAdvice),
    all: count,
    items: items.map((result) => corrected(view, resultItem(view, result), result, 'add-date')),
  };
}

/** Figures of activities that figures of their programmes may hold: both count, until somebody says what is (rule 9). */
function unmarked(view: NamedView, { unmarked: { count, items } }: AllFound): Gap {
  return {
    id: 'unmarked-parts',
    label: view.t(gapMessages.unmarkedParts, { count }),
    explanation: view.t(gapMessages.unmarkedPartsAdvice),
    all: count,
    items: items.map((result) => corrected(view, resultItem(view, result), result)),
  };
}

function notReported(view: NamedView, { notReported: { count, items } }: AllFound): Gap {
  return {
    id: 'not-reported',
    label: view.t(gapMessages.notReported, { count }),
    explanation: view.t(gapMessages.notReportedAdvice),
    all: count,
    items: items.map((target) => targetItem(view, target)),
  };
}

/** Of which nobody can say any more that it may still come. */
function endedTargets(view: NamedView, { endedTargets: { count, items } }: AllFound): Gap {
  return {
    id: 'ended-targets',
    label: view.t(gapMessages.endedTargets, { count }),
    explanation: view.t(gapMessages.endedTargetsAdvice),
    all: count,
    items: items.map((target) => targetItem(view, target)),
  };
}

function targetItem(view: NamedView, target: Result): GapItem {
  const { text, href } = resultItem(view, target);
  const said = target.periodEnd === null ? text : `${text} · ${periodOf(view, target)}`;
  return mended(view, { text: said, href }, formFor(view, target), target.program);
}

function withoutEvidence(view: NamedView, { withoutEvidence: { count, items } }: AllFound): Gap {
  return {
    id: 'no-evidence',
    label: view.t(gapMessages.withoutEvidence, { count }),
    explanation: view.t(gapMessages.withoutEvidenceAdvice),
    all: count,
    items: items.map((result) => corrected(view, resultItem(view, result), result, 'add-evidence')),
  };
}

/** Programmes and activities that say themselves that they are over. */
function ended(view: NamedView, { ended: { count, items } }: AllFound): Gap {
  return {
    id: 'ended',
    label: view.t(gapMessages.ended, { count }),
    explanation: view.t(gapMessages.endedAdvice),
    all: count,
    items: items.map((row) => {
      const { text, href } = programItem(view, row);
      const { end } = row.program;
      const said = end === null ? text : `${text} · ${view.f.day(end)}`;
      return mended(
        view,
        { text: said, href },
        { path: programForm(row.code), does: 'change-program' },
        row.code,
      );
    }),
  };
}

export const NOTHING_RECORDED = 'nothing-recorded';

/** Where there is no programme, nothing is complete either (rule 5). */
function nothingRecorded(view: View): Gap {
  return {
    id: NOTHING_RECORDED,
    label: view.t(gapMessages.nothingRecorded),
    explanation: view.t(gapMessages.nothingRecordedAdvice),
    items: [],
  };
}

/** Programmes and activities of which no actual figure is known; what its activities report, a programme reports (rule 9). */
function silent(view: NamedView, { silent: { count, items } }: AllFound): Gap {
  return {
    id: 'no-results',
    label: view.t(gapMessages.noResults, { count }),
    explanation: view.t(gapMessages.notReportedAdvice),
    all: count,
    items: items.map((row) =>
      mended(view, programItem(view, row), { path: newResultForm(row.code), does: 'enter-result' }, row.code),
    ),
  };
}

/** Ongoing programmes whose latest dated figure is too long ago; those without any are in `silent`, those that are over in `ended`. */
function stale(view: NamedView, { stale: { count, items } }: AllFound): Gap {
  return {
    id: 'stale',
    label: view.t(gapMessages.stale, { count, months: STALE_AFTER_MONTHS }),
    explanation: view.t(gapMessages.staleAdvice),
    all: count,
    items: items.map(({ row, last }) => {
      const { text, href } = programItem(view, row);
      return mended(
        view,
        { text: `${text} · ${view.f.day(last)}`, href },
        { path: newResultForm(row.code), does: 'enter-result' },
        row.code,
      );
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

/** The form for what was achieved of a target; null: nobody knows of which days it is. */
function formFor(view: View, target: Result): GapForm | null {
  const span = spanOf(target);
  return span === null ? null : { path: resultForm(view, { ...target, ...span }), does: 'enter-result' };
}

function programItem(view: NamedView, { code, program: { title, parent } }: ProgramRow) {
  const within = parent === null ? [] : [`${view.t(pageMessages.activityOf)} ${programLabel(view, parent)}`];
  return { text: [view.f.text(title), ...within].join(' · '), href: programHref(view, code) };
}
