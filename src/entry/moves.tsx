import type { VNode } from 'preact';
import { figureText, indicatorLabel, type ProgramTotal, type View } from '../analytics/index.ts';
import { approvalMessages as m } from '../web/i18n/messages/approvals.ts';
import { choiceWords } from '../web/i18n/messages/choices.ts';
import { totalsMessages } from '../web/i18n/messages/totals.ts';
import { Records } from '../web/parts/records.tsx';
import type { MovedTotal } from './moved-totals.ts';

/** Every total of the programmes concerned that moves, before and after. */
export function Moves({
  view,
  moves,
}: {
  readonly view: View;
  readonly moves: readonly MovedTotal[];
}): VNode {
  const { t } = view;
  if (moves.length === 0) return <p class="form-text">{t(m.noTotals)}</p>;
  const said = (total: ProgramTotal | null) => (total === null ? '–' : totalText(view, total));
  return (
    <Records
      id="moves"
      caption={t(m.totals)}
      heads={[t(m.total), t(m.before), t(m.after)]}
      rows={moves.map(({ before, after }, index) => {
        const of = before ?? after;
        return {
          key: String(index),
          cells: [of === null ? '' : totalName(view, of), said(before), said(after)],
        };
      })}
    />
  );
}

function totalName(view: View, total: ProgramTotal): string {
  if (total.of === 'actual') return indicatorLabel(view, total.what);
  if (total.of === 'target') return `${indicatorLabel(view, total.what)} (${view.t(totalsMessages.target)})`;
  const type = choiceWords.transactions?.type?.[total.of];
  return type === undefined ? total.of : view.t(type);
}

function totalText(view: View, { what, value }: ProgramTotal): string {
  return typeof value === 'object' ? figureText(view, value) : view.f.money(value, what);
}
