import { isRegion } from '../../core/dimension.ts';
import { isUnsaid } from '../../core/leading-rows.ts';
import { blockMessages } from '../../web/i18n/messages/blocks.ts';
import { chartMessages } from '../../web/i18n/messages/charts.ts';
import type { View } from '../view.ts';

/** So many places are named beside a map on which they are not. */
const MOST_NAMED = 6;

/** A place with a figure that a map does not draw. */
export interface OffMap {
  readonly key: string;
  /** To put the greatest first. */
  readonly size: number;
  /** Its name and its figure. */
  readonly text: string;
}

/** The countries with a figure that a map does not draw, the greatest by name: whoever reads it sees no zero there. */
export function offMapNotes(view: View, places: readonly OffMap[]): readonly string[] {
  const countries = places.filter(({ key }) => /^[A-Z]{2}$/.test(key));
  if (countries.length === 0) return [];
  const { named, more } = greatest(countries);
  const others = more > 0 ? [view.t(blockMessages.offMapOthers, { count: more })] : [];
  return [view.t(blockMessages.offMap, { names: view.f.list([...named, ...others]) })];
}

/** Regions, which are no countries, and what is shared without a split or has no place: no map shows them. */
export function besideMapNotes(view: View, places: readonly OffMap[]): readonly string[] {
  const regions = places.filter(({ key }) => isRegion(key));
  const unsaid = places.filter(({ key }) => isUnsaid(key));
  if (regions.length + unsaid.length === 0) return [];
  const { named, more } = greatest(regions);
  const others = more > 0 ? [view.t(chartMessages.besideMapOthers, { count: more })] : [];
  const names = [...named, ...others, ...unsaid.map(({ text }) => text)];
  return [view.t(chartMessages.besideMap, { names: view.f.list(names) })];
}

function greatest(places: readonly OffMap[]): { readonly named: readonly string[]; readonly more: number } {
  const named = places
    .toSorted((a, b) => b.size - a.size)
    .slice(0, MOST_NAMED)
    .map(({ text }) => text);
  return { named, more: places.length - named.length };
}
