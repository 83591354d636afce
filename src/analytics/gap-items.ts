import type { GapForm, GapItem } from '../core/report/block.ts';
import type { Result } from '../core/result.ts';
import { commonMessages } from '../web/i18n/messages/common.ts';
import { correctionForm } from './entry-links.ts';
import { indicatorLabel, programLabel } from './labels.ts';
import type { NamedView } from './named-view.ts';
import type { View } from './view.ts';

/** A figure that a gap names, with the way to its proof. */
export function resultItem(view: NamedView, result: Result): GapItem {
  const label = indicatorLabel(view, result.indicator);
  const figure = view.t(commonMessages.labelled, { label, text: view.f.stated(result) });
  const text = `${figure} · ${programLabel(view, result.program)}`;
  return { text, href: view.links.result(result.id) };
}

/**
 * The item with the form in which it is filled in, and the programme whose people can: from a page, and not from paper.
 *
 * @param program null: it is about none
 */
export function mended(
  { period }: Pick<View, 'period'>,
  item: GapItem,
  form: GapForm | null,
  program: string | null,
): GapItem {
  if (period !== null) return item;
  return { ...item, ...(form !== null && { form }), ...(program !== null && { program }) };
}

/** A figure that is to be corrected, or else withdrawn. @param does what is to be corrected about it */
export function corrected(
  view: NamedView,
  item: GapItem,
  { id, program }: Result,
  does: GapForm['does'] = 'correct-figure',
): GapItem {
  return mended(view, item, { path: correctionForm(id), does }, program);
}
