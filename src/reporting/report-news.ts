import {
  figureChangeWords,
  figureInWords,
  indicatorLabel,
  moneyCell,
  moneyChangeWords,
  type ReportedIndicator,
  reportedIndicators,
  resultRowsBlock,
  standings,
  type View,
  withProgramsBehind,
} from '../analytics/index.ts';
import { attribute } from '../core/attribution.ts';
import { change } from '../core/change.ts';
import type { Exact } from '../core/decimal.ts';
import type { Filter } from '../core/facts.ts';
import { type Figure, missingFigure } from '../core/figure.ts';
import { admits, admitsAny } from '../core/one-or-more.ts';
import { daysAfter, type Period, previousPeriod } from '../core/period.ts';
import type { Day } from '../core/program.ts';
import type { Block, BlockRow, Cell } from '../core/report/block.ts';
import { type ChangedResults, newsIn, type ResultNews } from '../core/report/changed-results.ts';
import type { Result } from '../core/result.ts';
import { newsMessages } from '../web/i18n/messages/report-news.ts';
import { totalsMessages } from '../web/i18n/messages/totals.ts';
import { type EarlierIssue, frozenDisbursed, frozenIndicators, frozenTotal } from './earlier-issue.ts';
import { mendedBlock } from './mended-figures.ts';

/** What a report says first: what changed since the one before. */
export interface ReportNews {
  /** Beside what it stands, and how many figures are new, corrected and withdrawn. */
  readonly lede: string;
  /** How the totals have moved; null: there is no earlier report. */
  readonly moved: Block | null;
  readonly fresh: Block | null;
  /** Null: nothing was corrected or withdrawn, or nobody can tell. */
  readonly mended: Block | null;
}

/** The three indicators that a report tells in depth. */
export const LEADING_INDICATORS = 3;
/** So many totals that moved are told; of the leading ones also that they did not. */
const MOST_MOVED = 7;
/** So many new figures are told one by one. */
const MOST_FRESH = 6;

/**
 * Beside the issue that was sent of the period before; where none was, beside the figures up to the end of that period as
 * they are known now.
 */
export async function newsOf(view: View, period: Period, earlier: EarlierIssue | null): Promise<ReportNews> {
  const { t, f } = view;
  const cutOffThen = earlier?.cutOff ?? daysAfter(period.from, -1);
  const [totals, disbursed, fresh, news] = await Promise.all([
    totalsOf(view, cutOffThen, earlier),
    disbursedOf(view, cutOffThen, earlier),
    freshOf(view, cutOffThen),
    earlier?.changed == null ? null : newsInView(view, earlier.changed, cutOffThen),
  ]);
  const isFirst =
    earlier === null && totals.every(({ before }) => before.resultCount === 0) && disbursed.before === null;
  const count = fresh.total - (news?.movedOn ?? 0);
  const lede = () => {
    if (isFirst) return t(newsMessages.first, { day: f.day(cutOffThen) });
    if (earlier === null)
      return t(newsMessages.sincePeriod, {
        ...{ period: nameBefore(view, period), day: f.day(cutOffThen) },
        fresh: count,
      });
    const since = { period: f.period(earlier.period.key), hash: earlier.hash, day: f.day(earlier.madeOn) };
    return news === null
      ? t(newsMessages.sinceIssueInTotals, { ...since, fresh: count })
      : t(newsMessages.sinceIssue, {
          ...since,
          fresh: count,
          late: news.late.length,
          corrected: news.corrected.length,
          withdrawn: news.withdrawn.length,
        });
  };
  return {
    lede: lede(),
    moved: isFirst ? null : movedBlock(view, { totals, disbursed, cutOffThen, earlier }),
    fresh: fresh.total === 0 ? null : fresh.block,
    mended: news === null ? null : await mendedBlock(view, news),
  };
}

function nameBefore({ f }: View, period: Period): string {
  return f.period(previousPeriod(period).key);
}

/** A total as the earlier report had it, what it would have had with what is known now, and what it is. */
interface Moved {
  readonly indicator: string;
  readonly before: Figure;
  readonly beforeAsKnownNow: Figure;
  readonly now: Figure;
}

async function totalsOf(
  view: View,
  cutOffThen: Day,
  earlier: EarlierIssue | null,
): Promise<readonly Moved[]> {
  const filter: Filter = { ...view.filter, to: cutOffThen };
  const [reported, upToThen] = await Promise.all([
    reportedIndicators(view),
    view.figures.indicatorTotals({ kind: 'actual', filter }),
  ]);
  const asKnownNow = new Map(upToThen.map(({ indicator, total }) => [indicator, total]));
  // What an issue had and nobody reports any more has moved most.
  const gone = frozenIndicators(earlier).filter(
    (code) => !reported.some(({ indicator }) => indicator.code === code),
  );
  const totals = [
    ...reported.map(({ indicator: { code }, total }: ReportedIndicator) => ({ code, now: total })),
    ...gone.map((code) => ({ code, now: missingFigure('not-reported') })),
  ];
  return totals.flatMap(({ code, now }) => {
    const beforeAsKnownNow = asKnownNow.get(code) ?? missingFigure('not-reported');
    const before = earlier === null ? beforeAsKnownNow : frozenTotal(earlier, code);
    return before === null ? [] : [{ indicator: code, before, beforeAsKnownNow, now }];
  });
}

interface Disbursed {
  readonly before: Exact | null;
  readonly beforeAsKnownNow: Exact | null;
  readonly now: Exact | null;
  readonly illustrative: boolean;
}

async function disbursedOf(view: View, cutOffThen: Day, earlier: EarlierIssue | null): Promise<Disbursed> {
  const by = (to: Day) =>
    view.figures.funding({ type: 'disbursement', by: 'year', filter: { ...view.filter, to } });
  const [{ total: upToThen }, { total: now }] = await Promise.all([by(cutOffThen), by(view.cutOff)]);
  return {
    before: earlier === null ? upToThen.amountMinor : frozenDisbursed(earlier),
    beforeAsKnownNow: upToThen.amountMinor,
    now: now.amountMinor,
    illustrative: now.illustrativeMinor !== 0,
  };
}

async function freshOf(
  asked: View,
  cutOffThen: Day,
): Promise<{ readonly total: number; readonly block: Block }> {
  const { cutOff } = asked;
  const days = { from: daysAfter(cutOffThen, 1), to: cutOff };
  const selection = { filter: { ...asked.filter, ...days }, kind: 'actual', cutOff } as const;
  const page = { limit: MOST_FRESH };
  const { rows, total } = await asked.figures.results({ ...selection, inOrderOf: 'newest' }, page);
  const view = await withProgramsBehind(asked, rows);
  const block = resultRowsBlock(view, { rows, total }, 'new-figures');
  const range = view.f.span({ start: days.from, startPrecision: 'day', end: days.to, endPrecision: 'day' });
  return {
    total,
    block: {
      ...block,
      title: view.t(newsMessages.freshTitle, { count: total, range }),
      short: { rows: block.rows, all: total },
    },
  };
}

/** Of what changed, what stands in the slice that the report is about. */
async function newsInView(asked: View, changed: ChangedResults, cutOffThen: Day): Promise<ResultNews> {
  const { pillar, country, donor } = asked.filter;
  const view = await withProgramsBehind(asked, [...changed.before, ...changed.now]);
  const tree = standings(view);
  const isInside = (result: Result) => {
    const own = attribute(result, tree);
    return admits(pillar, own.pillar) && admits(country, own.country) && admitsAny(donor, own.donors);
  };
  const inside = { before: changed.before.filter(isInside), now: changed.now.filter(isInside) };
  return newsIn(inside, { cutOffThen, cutOff: view.cutOff });
}

function movedBlock(
  view: View,
  given: {
    readonly totals: readonly Moved[];
    readonly disbursed: Disbursed;
    readonly cutOffThen: Day;
    readonly earlier: EarlierIssue | null;
  },
): Block {
  const { totals, disbursed, cutOffThen, earlier } = given;
  const { t, f, cutOff } = view;
  const hasMoved = ({ before, now }: Moved) =>
    before.value !== now.value || before.denominator !== now.denominator;
  const moved = totals.filter(hasMoved);
  const [leading, others] = [totals.slice(0, LEADING_INDICATORS), totals.slice(LEADING_INDICATORS)];
  const isGone = ({ now }: Moved) => Number(now.missing === 'not-reported');
  const told = [...leading, ...others.filter(hasMoved).toSorted((a, b) => isGone(b) - isGone(a))].slice(
    0,
    MOST_MOVED,
  );
  const unmoved = totals.length - moved.length - told.filter((each) => !hasMoved(each)).length;
  const numeric = (key: string, label: string) => ({ key, label, numeric: true });
  const mended = earlier === null ? [] : [numeric('mended', t(newsMessages.ofWhichMended))];
  const columns = [
    { key: 'label', label: t(totalsMessages.indicator), numeric: false },
    numeric(
      'then',
      earlier === null
        ? t(newsMessages.to, { day: f.dayShort(cutOffThen) })
        : t(newsMessages.ofIssue, { period: f.period(earlier.period.key) }),
    ),
    numeric('now', t(newsMessages.to, { day: f.dayShort(cutOff) })),
    numeric('change', t(newsMessages.change)),
    ...mended,
  ];
  const rows = told.map((each) => movedRow(view, each, mended.length > 0));
  const money = moneyRow(view, disbursed, mended.length > 0);
  return {
    id: 'moved',
    title: t(newsMessages.movedTitle, { moved: moved.length, all: totals.length }),
    subtitle: t(newsMessages.movedSubtitle, { before: f.day(cutOffThen), now: f.day(cutOff) }),
    chart: null,
    columns,
    rows: disbursed.now === null ? rows : [...rows, money],
    total: null,
    notes: unmoved > 0 ? [t(newsMessages.unmoved, { count: unmoved })] : [],
    illustrative: disbursed.illustrative,
  };
}

function movedRow(
  view: View,
  { indicator, before, beforeAsKnownNow, now }: Moved,
  tellsMended: boolean,
): BlockRow {
  const figure = (each: Figure): Cell => ({ text: figureInWords(view, each), raw: each.value });
  const { absolute } = change(before.value, beforeAsKnownNow.value);
  const mended =
    beforeAsKnownNow.denominator === null && absolute !== null && absolute !== 0 ? absolute : null;
  return {
    key: indicator,
    href: null,
    muted: false,
    cells: [
      { text: indicatorLabel(view, indicator), raw: indicator },
      figure(before),
      figure(now),
      { text: figureChangeWords(view, before, now), raw: null },
      ...(tellsMended ? [{ text: mended === null ? '' : view.f.signed(mended), raw: mended }] : []),
    ],
  };
}

function moneyRow(view: View, { before, beforeAsKnownNow, now }: Disbursed, tellsMended: boolean): BlockRow {
  const { absolute } = change(before, beforeAsKnownNow);
  const mended = absolute === 0 ? null : absolute;
  const text = mended === null ? '' : view.f.signedMoney(mended, view.names.reportingCurrency);
  return {
    key: 'disbursement',
    href: null,
    muted: false,
    cells: [
      { text: view.t(totalsMessages.disbursement), raw: 'disbursement' },
      moneyCell(view, before),
      moneyCell(view, now),
      { text: moneyChangeWords(view, before, now), raw: null },
      ...(tellsMended ? [{ text, raw: mended }] : []),
    ],
  };
}
