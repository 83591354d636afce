import { attribute } from '../core/attribution.ts';
import type { Block } from '../core/report/block.ts';
import type { CombinePlace, CombineTime, Result } from '../core/result.ts';
import type { RowPage } from '../core/row-page.ts';
import { readsAsOrganisation } from '../core/visibility/visibility.ts';
import type { EvidencePiece } from '../results/index.ts';
import type { Message } from '../web/i18n/message.ts';
import { blockMessages } from '../web/i18n/messages/blocks.ts';
import { commonMessages } from '../web/i18n/messages/common.ts';
import { pageMessages } from '../web/i18n/messages/pages.ts';
import { readerMessages } from '../web/i18n/messages/readers.ts';
import { targetMessages } from '../web/i18n/messages/targets.ts';
import { totalsMessages } from '../web/i18n/messages/totals.ts';
import { breakdownText, periodOf, resultRowsBlock } from './blocks/rows.ts';
import { baselineInWords, REPORTED } from './blocks/targets.ts';
import { evidenceName, pieceWords } from './evidence-words.ts';
import { countryLabel, indicatorLabel, labelOf, programLabel } from './labels.ts';
import { type NamedView, programHref, standings, withProgramsBehind } from './named-view.ts';
import type { SheetField } from './program-sheet.ts';
import { remarkOn } from './remarks.ts';
import type { View } from './view.ts';

/** One figure with where it comes from, where it counts and the rule that combines it. */
export interface Proof {
  /** "Officials trained: 15". */
  readonly title: string;
  readonly stated: readonly SheetField[];
  readonly counts: readonly SheetField[];
  readonly combines: readonly string[];
  readonly evidence: readonly {
    readonly text: string;
    readonly href: string | null;
    readonly remark?: string;
    /** Of what was attached: type and size, or where it stands; null: it is told by its title alone. */
    readonly details: string | null;
    readonly quotation: string | null;
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

/** The proof of an approved figure. @param pieces what was attached and stands with it, by id */
export async function proofOf(
  asked: View,
  result: Result,
  pieces: ReadonlyMap<string, EvidencePiece>,
): Promise<Proof> {
  const { filter, cutOff, figures } = asked;
  const reported = result.kind === 'target' ? await figures.reportedFor(result, { filter, cutOff }) : null;
  const view = await withProgramsBehind(asked, [result, ...(reported?.rows ?? [])]);
  return {
    title: view.t(commonMessages.labelled, {
      label: indicatorLabel(view, result.indicator),
      text: view.f.stated(result),
    }),
    stated: statedFields(view, result),
    counts: countFields(view, result),
    combines: combinationOf(view, result.indicator),
    evidence: result.evidence.map(({ kind, title, titleFor, url, piece }) => {
      const attached = piece === null ? undefined : pieces.get(piece);
      const words = attached === undefined ? null : pieceWords(view, attached);
      const opens = attached?.kind === 'file' ? view.links.evidence(attached.id) : null;
      return {
        text: attached === undefined ? evidenceName(view, { kind, title }) : view.f.text(title),
        href: url ?? opens,
        ...remarkOn(view, title, titleFor),
        details: words?.details ?? null,
        quotation: words?.quotation ?? null,
      };
    }),
    noEvidence: view.t(readsAsOrganisation(view) ? pageMessages.noEvidence : readerMessages.noEvidenceOrKept),
    reported: reported === null ? null : reportedBlock(view, reported),
    block: resultRowsBlock(view, { rows: [result], total: 1 }, 'result'),
  };
}

function reportedBlock(view: NamedView, reported: RowPage<Result>): Block {
  const rows = resultRowsBlock(view, reported, REPORTED);
  return { ...rows, title: view.t(targetMessages.reportedFor, { count: reported.total }) };
}

function statedFields(view: NamedView, result: Result): readonly SheetField[] {
  const { t, f, links } = view;
  const unit = view.names.indicators.find(({ code }) => code === result.indicator)?.unit;
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
    field(
      'indicator',
      totalsMessages.indicator,
      indicatorLabel(view, result.indicator),
      links.indicator(result.indicator),
    ),
    field('unit', totalsMessages.unit, unit === undefined ? null : f.text(unit)),
    ...(breakdown === null ? [] : [field('breakdown', pageMessages.breakdown, breakdown)]),
    ...(result.baseline === null
      ? []
      : [field('baseline', targetMessages.baseline, baselineInWords(view, result))]),
    field('period', totalsMessages.period, periodOf(view, result)),
    field('place', blockMessages.place, place, result.place === null ? null : links.country(result.place)),
    field(
      'program',
      totalsMessages.program,
      programLabel(view, result.program),
      programHref(view, result.program),
    ),
  ];
}

function countFields(view: NamedView, result: Result): readonly SheetField[] {
  const { t, links } = view;
  const { pillar, country, donors } = attribute(result, standings(view));
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

/** The rule by which figures of an indicator combine, in words. */
export function combinationOf(view: View, code: string): readonly string[] {
  const indicator = view.names.indicators.find((each) => each.code === code);
  if (indicator === undefined) return [];
  const { combineTime, combinePlace, people } = indicator;
  const counted =
    people === null ? [] : [people === 'persons' ? pageMessages.persons : pageMessages.attendances];
  return [OVER_TIME[combineTime], OVER_PLACES[combinePlace], ...counted].map((rule) => view.t(rule));
}
