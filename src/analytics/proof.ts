import { attribute } from '../core/attribution.ts';
import type { Block } from '../core/report/block.ts';
import type { CombinePlace, CombineTime, Result } from '../core/result.ts';
import { resultsFor } from '../core/targets.ts';
import type { Message } from '../web/i18n/message.ts';
import { blockMessages } from '../web/i18n/messages/blocks.ts';
import { pageMessages } from '../web/i18n/messages/pages.ts';
import { readerMessages } from '../web/i18n/messages/readers.ts';
import { totalsMessages } from '../web/i18n/messages/totals.ts';
import { breakdownText, inOrder, periodOf, resultRowsBlock } from './blocks/rows.ts';
import { REPORTED } from './blocks/targets.ts';
import { capitalised, countryLabel, indicatorLabel, labelOf, programLabel } from './labels.ts';
import { remarkOn, type SheetField } from './program-sheet.ts';
import { readsAsOrganisation } from './sight.ts';
import type { View } from './view.ts';

/** One figure with where it comes from, where it counts and the rule that combines it. */
export interface Proof {
  readonly figure: string;
  readonly indicator: string;
  readonly stated: readonly SheetField[];
  readonly counts: readonly SheetField[];
  readonly combines: readonly string[];
  readonly evidence: readonly {
    readonly text: string;
    readonly href: string | null;
    readonly remark?: string;
  }[];
  /** In its place where there is none. */
  readonly noEvidence: string;
  /** Of a target: the figures that its actual is made of (rule 2). */
  readonly reported: Block | null;
  /** The same as a row, for CSV and JSON. */
  readonly block: Block;
}

const OVER_TIME: Readonly<Record<CombineTime, Message>> = {
  sum: pageMessages.timeSum,
  latest: pageMessages.timeLatest,
  none: pageMessages.timeNone,
};
const OVER_PLACES: Readonly<Record<CombinePlace, Message>> = {
  sum: pageMessages.placeSum,
  none: pageMessages.placeNone,
};

/** The proof of an approved figure. */
export function proofOf(view: View, result: Result): Proof {
  return {
    figure: view.f.stated(result),
    indicator: indicatorLabel(view, result.indicator),
    stated: statedFields(view, result),
    counts: countFields(view, result),
    combines: combination(view, result),
    evidence: result.evidence.map(({ title, titleFor, url }) => ({
      text: capitalised(view, view.f.text(title)),
      href: url,
      ...remarkOn(view, title, titleFor),
    })),
    noEvidence: view.t(readsAsOrganisation(view) ? pageMessages.noEvidence : readerMessages.noEvidenceOrKept),
    reported: result.kind === 'target' ? reportedBlock(view, result) : null,
    block: resultRowsBlock(view, [result], 'result'),
  };
}

function reportedBlock(view: View, target: Result): Block {
  const reported = resultsFor(view.facts, target, view.filter, view.cutOff);
  const rows = resultRowsBlock(view, reported.toSorted(inOrder), REPORTED);
  return { ...rows, title: view.t(blockMessages.reportedFor, { count: rows.rows.length }) };
}

function statedFields(view: View, result: Result): readonly SheetField[] {
  const { t, f, links } = view;
  const unit = view.facts.indicators.find(({ code }) => code === result.indicator)?.unit;
  const breakdown = breakdownText(view, result);
  const field = (
    id: string,
    label: Message,
    text: string | null,
    href: string | null = null,
  ): SheetField => ({
    id,
    label: t(label),
    values: text === null ? [] : [{ text, href }],
  });
  const unsaid = readsAsOrganisation(view) ? null : t(readerMessages.notRecordedOrKept);
  const what = result.note === null ? unsaid : f.text(result.note);
  const place = result.place === null ? null : countryLabel(view, result.place);
  return [
    { ...field('what', blockMessages.what, what), ...remarkOn(view, result.note, result.noteFor) },
    field('kind', blockMessages.type, t(totalsMessages[result.kind])),
    field('unit', totalsMessages.unit, unit === undefined ? null : f.text(unit)),
    ...(breakdown === null ? [] : [field('breakdown', pageMessages.breakdown, breakdown)]),
    field('period', totalsMessages.period, periodOf(view, result)),
    field('place', blockMessages.place, place, result.place === null ? null : links.country(result.place)),
    field(
      'program',
      totalsMessages.program,
      programLabel(view, result.program),
      links.program(result.program),
    ),
  ];
}

function countFields(view: View, result: Result): readonly SheetField[] {
  const { t, links } = view;
  const { pillar, country, donors } = attribute(result, view.tree);
  const rows = (by: 'pillar' | 'country' | 'donor', key: string) => ({
    text: labelOf(view, by, key),
    href: links.results({ filter: { indicator: result.indicator }, kind: result.kind, by, key }),
  });
  return [
    { id: 'pillar', label: t(totalsMessages.pillar), values: [rows('pillar', pillar)] },
    { id: 'country', label: t(totalsMessages.country), values: [rows('country', country)] },
    {
      id: 'donor',
      label: t(pageMessages.contributedTo),
      values: donors.map((donor) => rows('donor', donor)),
    },
  ];
}

function combination(view: View, { indicator: code }: Result): readonly string[] {
  const indicator = view.facts.indicators.find((each) => each.code === code);
  if (indicator === undefined) return [];
  const { combineTime, combinePlace, people } = indicator;
  const counted =
    people === null ? [] : [people === 'persons' ? pageMessages.persons : pageMessages.attendances];
  return [OVER_TIME[combineTime], OVER_PLACES[combinePlace], ...counted].map((rule) => view.t(rule));
}
