import { totals } from '../../core/aggregate.ts';
import { compareExact } from '../../core/decimal.ts';
import type { Block } from '../../core/report/block.ts';
import type { Indicator } from '../../core/result.ts';
import { blockMessages } from '../../web/i18n/messages/blocks.ts';
import { totalsMessages } from '../../web/i18n/messages/totals.ts';
import { indicatorLabel } from '../labels.ts';
import { doneFilter, type View } from '../view.ts';
import { figureCells, figureColumns, withoutPlainQualifiers } from './results.ts';
import { spanSubtitle } from './subtitle.ts';

/** Every indicator that has an actual figure here, one row each; rows of different indicators are never added. */
export function indicatorsBlock(view: View): Block {
  const rows = reportedIndicators(view).map((indicator) => {
    const { total } = totals(view.facts, query(view, indicator.code));
    const name = indicatorLabel(view, indicator.code);
    const unit = view.f.text(indicator.unit);
    return {
      key: indicator.code,
      href: view.links.results({
        filter: { ...doneFilter(view), indicator: indicator.code },
        kind: 'actual',
      }),
      muted: false,
      cells: [{ text: name, raw: name }, ...figureCells(view, total), { text: unit, raw: unit }],
    };
  });
  return withoutPlainQualifiers({
    id: 'indicators',
    title: view.t(blockMessages.indicatorsTitle, { count: rows.length }),
    subtitle: spanSubtitle(view, view.t(totalsMessages.actual)),
    chart: null,
    columns: [
      ...figureColumns(view, view.t(totalsMessages.indicator)),
      { key: 'unit', label: view.t(totalsMessages.unit), numeric: false },
    ],
    rows,
    total: null,
    notes: [],
    illustrative: false,
  });
}

/** Indicators with at least one actual figure in the view, people first, then by number of figures, then by value. */
export function reportedIndicators(view: View): readonly Indicator[] {
  const weighed = view.facts.indicators
    .filter(({ code }) => view.filter.indicator === undefined || view.filter.indicator === code)
    .map((indicator) => {
      const { total } = totals(view.facts, query(view, indicator.code));
      const people = indicator.people === 'persons' ? 0 : 1;
      return { indicator, people, figures: total.resultCount, value: total.value ?? 0 };
    })
    .filter(({ figures }) => figures > 0);
  return weighed
    .toSorted(
      (a, b) =>
        a.people - b.people ||
        b.figures - a.figures ||
        compareExact(b.value, a.value) ||
        (a.indicator.code < b.indicator.code ? -1 : 1),
    )
    .map(({ indicator }) => indicator);
}

function query(view: View, indicator: string) {
  return { indicator, kind: 'actual', by: 'program', filter: doneFilter(view) } as const;
}
