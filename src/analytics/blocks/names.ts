import { type Dimension, NOT_RECORDED, NOT_SPLIT } from '../../core/dimension.ts';
import type { Cell, NamedPage } from '../../core/report/block.ts';
import { countryLabel, indicatorLabel, labelOf, programLabel } from '../labels.ts';
import { type NamedView, programHref } from '../named-view.ts';
import type { View } from '../view.ts';

/** The cell that names a row of a total, with the page of what it is called after, if that has one. */
export function labelCell(view: NamedView, by: Dimension, key: string): Cell {
  const text = labelOf(view, by, key);
  return named({ text, href: pageOf(view, by, key) }, text);
}

export function indicatorCell(view: View, code: string, text = indicatorLabel(view, code)): Cell {
  return named({ text, href: view.links.indicator(code) }, code);
}

export function programCell(view: NamedView, code: string): Cell {
  return named({ text: programLabel(view, code), href: programHref(view, code) }, code);
}

export function placeNameCell(view: View, code: string): Cell {
  return named({ text: countryLabel(view, code), href: view.links.country(code) }, code);
}

export function donorCell(view: View, code: string): Cell {
  return named({ text: labelOf(view, 'donor', code), href: view.links.donor(code) }, code);
}

/** Several names in one cell. */
export function namesCell(names: readonly NamedPage[], raw: string): Cell {
  const text = names.map((name) => name.text).join(', ');
  return names.some(({ href }) => href !== null) ? { text, raw, names } : { text, raw };
}

function named({ text, href }: NamedPage, raw: string): Cell {
  return href === null ? { text, raw } : { text, raw, href };
}

function pageOf(view: NamedView, by: Dimension, key: string): string | null {
  if (key === NOT_SPLIT || key === NOT_RECORDED) return null;
  switch (by) {
    case 'country':
      return view.links.country(key);
    case 'donor':
      return view.links.donor(key);
    case 'pillar':
      return view.links.pillar(key);
    case 'program':
      return programHref(view, key);
    default:
      return null;
  }
}
