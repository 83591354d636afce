import {
  indicatorLabel,
  type NamedView,
  periodOf,
  programCell,
  statedPlaceCell,
  type View,
  withProgramsBehind,
} from '../analytics/index.ts';
import type { Block, BlockRow } from '../core/report/block.ts';
import type { ResultNews } from '../core/report/changed-results.ts';
import type { Result } from '../core/result.ts';
import { blockMessages } from '../web/i18n/messages/blocks.ts';
import { newsMessages } from '../web/i18n/messages/report-news.ts';
import { totalsMessages } from '../web/i18n/messages/totals.ts';

/** So many are told one by one: first what was corrected, then what is gone, then what came late. */
const MOST_TOLD = 8;

/** Figures that say something else than an earlier report had, each with what it said there; null: there are none. */
export async function mendedBlock(asked: View, news: ResultNews): Promise<Block | null> {
  const all: readonly Mended[] = [
    ...news.corrected.map(({ before, now }) => ({ what: 'corrected' as const, before, now })),
    ...news.withdrawn.map((before) => ({ what: 'withdrawn' as const, before, now: null })),
    ...news.late.map((now) => ({ what: 'late' as const, before: null, now })),
  ];
  if (all.length === 0) return null;
  const view = await withProgramsBehind(asked, all.map(shownOf));
  const { t } = view;
  const rows = all.slice(0, MOST_TOLD).map((each) => rowOf(view, each));
  return {
    id: 'mended-figures',
    title: t(newsMessages.mendedTitle, { count: all.length }),
    subtitle: '',
    chart: null,
    columns: [
      { key: 'indicator', label: t(totalsMessages.indicator), numeric: false },
      { key: 'what', label: t(newsMessages.what), numeric: false },
      { key: 'before', label: t(newsMessages.before), numeric: true },
      { key: 'now', label: t(newsMessages.now), numeric: true },
      { key: 'program', label: t(totalsMessages.program), numeric: false },
      { key: 'place', label: t(blockMessages.place), numeric: false },
      { key: 'period', label: t(totalsMessages.period), numeric: false },
    ],
    rows,
    short: { rows, all: all.length },
    total: null,
    notes: [],
    illustrative: false,
  };
}

type Mended =
  | { readonly what: 'corrected'; readonly before: Result; readonly now: Result }
  | { readonly what: 'withdrawn'; readonly before: Result; readonly now: null }
  | { readonly what: 'late'; readonly before: null; readonly now: Result };

/** As it stands now; of what is gone, as it stood. */
function shownOf({ before, now }: Mended): Result {
  return now ?? (before as Result);
}

function rowOf(view: NamedView, mended: Mended): BlockRow {
  const result = shownOf(mended);
  const figure = (each: Result | null) =>
    each === null ? { text: '–', raw: null } : { text: view.f.stated(each), raw: each.value };
  return {
    key: result.id,
    href: mended.now === null ? null : view.links.result(result.id),
    muted: mended.now === null,
    cells: [
      { text: indicatorLabel(view, result.indicator), raw: result.indicator },
      { text: view.t(newsMessages[mended.what]), raw: mended.what },
      figure(mended.before),
      figure(mended.now),
      programCell(view, result.program),
      statedPlaceCell(view, result),
      { text: periodOf(view, result), raw: result.periodEnd },
    ],
  };
}
