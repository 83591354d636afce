import type { Gap } from '../core/report/block.ts';
import type { Result } from '../core/result.ts';
import { indicatorLabel, programLabel } from './labels.ts';
import type { NamedView } from './named-view.ts';

/** A figure that a gap names, with the way to its proof. */
export function resultItem(view: NamedView, result: Result): Gap['items'][number] {
  const text = `${indicatorLabel(view, result.indicator)}: ${view.f.stated(result)} · ${programLabel(view, result.program)}`;
  return { text, href: view.links.result(result.id) };
}
