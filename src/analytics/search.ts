import { isRegion } from '../core/dimension.ts';
import { type Passage, passageOf } from '../core/narratives/words-found.ts';
import type { NamedPage } from '../core/report/block.ts';
import { folded } from '../core/search.ts';
import { may, type Rights } from '../core/visibility/rights.ts';
import { seesMoreThanTotals } from '../core/visibility/visibility.ts';
import type { Message } from '../web/i18n/message.ts';
import { commonMessages } from '../web/i18n/messages/common.ts';
import { indexMessages } from '../web/i18n/messages/index-pages.ts';
import { narrativeMessages, sectionWords } from '../web/i18n/messages/narratives.ts';
import { programLabel } from './labels.ts';
import { calledSo, type NamedKind, namedChoices, nearestFirst } from './named-choices.ts';
import { withProgramsBehind } from './named-view.ts';
import { listedPrograms } from './programs-in-view.ts';
import { periodWords } from './told-narratives.ts';
import type { View } from './view.ts';

/** So many of a kind are shown; the way to all of them stands below. */
export const MOST_FOUND = 10;

export interface FoundGroup {
  readonly kind: 'program' | NamedKind;
  /** What the kind is called. */
  readonly title: string;
  /** The nearest of them. */
  readonly found: readonly FoundName[];
  readonly total: number;
  /** The page that lists all of the kind; null: there is none, and all that are found are here. */
  readonly index: string | null;
}

/** A code that people know it by is said beside its name; others are made of the name. */
type FoundName = NamedPage & { readonly code: string; readonly isKnownByCode: boolean };

/** Texts in which the words of a search stand. */
export interface FoundTextsTold {
  readonly found: readonly FoundText[];
  readonly total: number;
  /** There may be more: no more are counted. */
  readonly isCounted: boolean;
}

export interface FoundText {
  readonly id: string;
  /** "Results in words: TITLE OF THE PROGRAMME". */
  readonly title: string;
  /** When it is of; null: undated. */
  readonly period: string | null;
  readonly passage: Passage;
  readonly href: string | null;
}

/** Of more texts nobody is told how many there are. */
const MOST_COUNTED = 1_000;

interface Kind {
  readonly kind: NamedKind;
  readonly title: Message;
  readonly index: string | null;
  /** Whether any is told to a reader of these rights; without it, to every one. */
  isTold?(rights: Rights): boolean;
}

const KINDS: readonly Kind[] = [
  { kind: 'country', title: indexMessages.placesTitle, index: '/countries' },
  {
    kind: 'donor',
    title: indexMessages.donors,
    index: '/donors',
    isTold: (rights) => may(rights, 'seesOrganisations'),
  },
  { kind: 'indicator', title: indexMessages.indicators, index: '/indicators' },
  { kind: 'pillar', title: indexMessages.pillars, index: null },
];

/**
 * Everything in a reader's sight in whose code or names, in any language, every word of a search stands; kinds of which nothing
 * is found are left out. A kind of which one is called exactly so comes first.
 *
 * @example searchOf(view, 'costa') // TOUR-CR and MAR-CR among programmes, Costa Rica among countries
 */
export async function searchOf(view: View, search: string): Promise<readonly FoundGroup[]> {
  const kinds = KINDS.filter(({ isTold }) => isTold?.(view.scope.rights) !== false);
  const groups = await Promise.all([
    programsFound(view, search),
    ...kinds.map((each) => namesFound(view, search, each)),
  ]);
  const isCalledSo = ({ found }: FoundGroup) =>
    found.some(({ code, text }) => [code, text].some((name) => folded(name) === folded(search.trim())));
  return groups
    .filter(({ total }) => total > 0)
    .toSorted((a, b) => Number(isCalledSo(b)) - Number(isCalledSo(a)));
}

/** Texts in a reader's sight in which every word of a search stands, the first of them with where they say it. */
export async function textsSaying(view: View, search: string): Promise<FoundTextsTold> {
  if (!seesMoreThanTotals(view)) return { found: [], total: 0, isCounted: true };
  const bounds = { limit: MOST_FOUND, most: MOST_COUNTED };
  const { rows, total } = await view.figures.narrativesSaying(search, bounds);
  const named = await withProgramsBehind(view, rows);
  const found = rows.map((narrative) => ({
    id: narrative.id,
    title: view.t(narrativeMessages.titleOf, {
      section: view.t(sectionWords[narrative.section]),
      program: programLabel(named, narrative.program),
    }),
    period: narrative.periodEnd === null ? null : periodWords(view, narrative),
    passage: passageOf(narrative.text, search, view.language),
    href: view.links.narrative(narrative.id),
  }));
  return { found, total, isCounted: total < MOST_COUNTED };
}

async function programsFound(view: View, search: string): Promise<FoundGroup> {
  const query = { ...listedPrograms(view), search, inOrderOf: 'code' } as const;
  const { rows, total } = await view.figures.programs(query, { limit: MOST_FOUND });
  return {
    kind: 'program',
    title: view.t(commonMessages.programs),
    found: rows.map(({ title, ...standing }) => ({
      code: standing.code,
      text: view.f.text(title),
      isKnownByCode: true,
      href: view.links.program(standing),
    })),
    total,
    index: '/programs',
  };
}

async function namesFound(view: View, search: string, { kind, title, index }: Kind): Promise<FoundGroup> {
  const all = nearestFirst(calledSo(await namedChoices(view, kind), search), search);
  const found = (index === null ? all : all.slice(0, MOST_FOUND)).map(({ code, label }) => ({
    code,
    text: label,
    isKnownByCode: kind === 'country' && !isRegion(code),
    href: view.links[kind](code),
  }));
  return { kind, title: view.t(title), found, total: all.length, index };
}
