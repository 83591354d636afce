import type { Exact } from '../../core/decimal.ts';
import type { Figure } from '../../core/figure.ts';
import type { Qualifier } from '../../core/result.ts';
import { figureMessages } from '../../web/i18n/messages/figures.ts';
import type { View } from '../view.ts';

/**
 * How sure a figure is as a whole; null: it is missing, or a sum of several that are not equally sure (rule 4).
 *
 * @example howSure(figureOf('at least 340')) // { qualifier: 'at least', valueHigh: null }
 */
export function howSure({ value, approximate, qualifier, valueHigh }: Figure): Sure | null {
  if (value === null) return null;
  if (approximate === 0) return { qualifier: 'exact', valueHigh: null };
  return approximate === value && qualifier !== null ? { qualifier, valueHigh } : null;
}

interface Sure {
  readonly qualifier: Qualifier;
  /** Of a range. */
  readonly valueHigh: Exact | null;
}

/**
 * The number of a figure, with the qualifier that all of it has. Of one that is about right it is the number alone: its
 * approximate part, or a note, stands beside it and says so.
 */
export function figureValue(view: View, figure: Figure): string {
  return isSaidOutright(figure) ? markLabel(view, figure) : view.f.figureValue(figure);
}

function isSaidOutright(figure: Figure): boolean {
  const sure = howSure(figure);
  return sure !== null && sure.qualifier !== 'exact' && sure.qualifier !== 'about';
}

/** A figure in words, with the one qualifier that it has or with its inexact part, and with what has no date. */
export function figureText(view: View, figure: Figure): string {
  const note = figureNote(view, figure);
  const value = figureValue(view, figure);
  return note === null ? value : view.t(figureMessages.valueAndNote, { value, note });
}

/** The number of a figure as it stands alone in a cell: with its one qualifier or, of a sum of several, with its inexact part. */
export function figureInWords(view: View, figure: Figure): string {
  const sure = howSure(figure);
  return sure === null || sure.qualifier === 'exact' ? figureText(view, figure) : markLabel(view, figure);
}

/** What must be said beside that number (rules 4 and 11). */
export function figureNote(view: View, figure: Figure): string | null {
  return view.f.figureNote(isSaidOutright(figure) ? { ...figure, approximate: 0 } : figure);
}

/** The words on a mark: the number, with the qualifier that all of it has (rule 4); of several, "about". */
export function markLabel(view: View, figure: Figure): string {
  const { value, approximate, denominator } = figure;
  if (value === null || value === 0 || approximate !== value) return view.f.figureValue(figure);
  const { qualifier, valueHigh } = figure;
  return view.f.stated({ qualifier: qualifier ?? 'about', value, valueHigh, denominator });
}
