import { isRegion } from '../core/dimension.ts';
import type { NamedPage } from '../core/report/block.ts';
import { may, type Rights } from '../core/visibility/rights.ts';
import type { Message } from '../web/i18n/message.ts';
import { commonMessages } from '../web/i18n/messages/common.ts';
import { indexMessages } from '../web/i18n/messages/index-pages.ts';
import { calledSo, type NamedKind, namedChoices, nearestFirst } from './named-choices.ts';
import { listedPrograms } from './programs-in-view.ts';
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
 * is found are left out.
 *
 * @example searchOf(view, 'costa') // TOUR-CR and MAR-CR among programmes, Costa Rica among countries
 */
export async function searchOf(view: View, search: string): Promise<readonly FoundGroup[]> {
  const kinds = KINDS.filter(({ isTold }) => isTold?.(view.scope.rights) !== false);
  const groups = await Promise.all([
    programsFound(view, search),
    ...kinds.map((each) => namesFound(view, search, each)),
  ]);
  return groups.filter(({ total }) => total > 0);
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
