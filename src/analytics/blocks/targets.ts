import { shareOf } from '../../core/change.ts';
import type { BarChartSpec, ChartPoint } from '../../core/chart/chart-spec.ts';
import type { Exact } from '../../core/decimal.ts';
import type { Figure } from '../../core/figure.ts';
import type { TargetWithActual } from '../../core/figures.ts';
import type { Block, BlockRow, Cell, Column } from '../../core/report/block.ts';
import { firstRows } from '../../core/report/short.ts';
import type { Qualifier, Result } from '../../core/result.ts';
import { inOrder } from '../../core/selected-results.ts';
import {
  byConcern,
  expectedBy,
  hasEnded,
  isDownward,
  type Standing,
  shareOfWay,
  standingOf,
} from '../../core/targets.ts';
import type { Message } from '../../web/i18n/message.ts';
import { blockMessages, qualifierWords } from '../../web/i18n/messages/blocks.ts';
import { standingWords, targetMessages, targetStates } from '../../web/i18n/messages/targets.ts';
import { totalsMessages } from '../../web/i18n/messages/totals.ts';
import { indicatorLabel, programLabel } from '../labels.ts';
import { type NamedView, withProgramsBehind } from '../named-view.ts';
import type { View } from '../view.ts';
import { figureInWords, figureValue, howSure } from './figure-words.ts';
import { indicatorCell, programCell } from './names.ts';
import { AT_ONCE, type Extent } from './rest.ts';
import { periodOf, statedPlaceCell } from './rows.ts';
import { chartBase } from './subtitle.ts';

/**
 * Each target beside the actual of its own period: a pair, never a sum (rule 2). A target stands here from the day on
 * which its period begins; one that is over says so. Its actual leads to the rows that it is made of.
 *
 * At once are read those that somebody should look at first (`byConcern`).
 *
 * @param extent of its rows
 */
export async function targetsBlock(asked: View, extent: Extent = 'whole'): Promise<Block> {
  const { filter, cutOff, figures } = asked;
  const { rows, total, reported } =
    extent === 'whole'
      ? await figures.targets({ filter, cutOff })
      : await figures.targets({ filter, cutOff, inOrderOf: 'concern' }, AT_ONCE);
  const pairs = rows.toSorted((a, b) => inOrder(a.target, b.target));
  const first = rows.toSorted(byConcern(cutOff)).slice(0, AT_ONCE.limit);
  const view = await withProgramsBehind(
    asked,
    pairs.map(({ target }) => target),
  );
  const { t, f } = view;
  const { to: _, ...narrowing } = filter;
  const isNarrowed = Object.values(narrowing).some((value) => value !== undefined);
  const title =
    total === 0
      ? t(isNarrowed ? targetMessages.targetsNoneHere : targetMessages.targetsNone)
      : t(targetMessages.targetsTitle, { reported, targets: total });
  const subtitle = total === 0 ? '' : t(targetMessages.targetsSubtitle, { day: f.day(view.cutOff) });
  // On paper every row of its table has its bar.
  const drawn = view.period === null ? first.slice(0, MOST_BARS) : first;
  // Ways with nothing on them compare nothing: the list says as much.
  const isEmpty = reported === 0;
  const chart = drawn.length > 0 && !isEmpty ? chartOf(view, { title, subtitle }, drawn) : null;
  return {
    id: 'targets',
    title,
    subtitle,
    chart,
    isSentence: total === 0,
    columns: [
      { key: 'indicator', label: t(totalsMessages.indicator), numeric: false, holds: 'code' },
      { key: 'target', label: t(totalsMessages.target), numeric: true },
      { key: 'actual', label: t(totalsMessages.actual), numeric: true },
      { key: 'percent', label: '%', numeric: true, holds: 'percent', ...(isEmpty && { dataOnly: true }) },
      ...figureDetails(view, 'target'),
      ...figureDetails(view, 'actual'),
      { key: 'baseline', label: t(targetMessages.baseline), numeric: true, dataOnly: true },
      ...baselineDetails(view),
      { key: 'program', label: t(totalsMessages.program), numeric: false, holds: 'code' },
      { key: 'place', label: t(blockMessages.place), numeric: false, holds: 'code' },
      { key: 'period', label: t(totalsMessages.period), numeric: false, holds: 'last-day' },
      {
        key: 'standing',
        label: t(targetMessages.targetStanding),
        numeric: false,
        holds: 'code',
        dataOnly: true,
      },
      { key: 'state', label: t(targetMessages.targetState), numeric: false, holds: 'code', dataOnly: true },
    ],
    rows: pairs.map((pair) => rowOf(view, pair)),
    ...(isEmpty && view.period === null && total > MOST_BARS
      ? { short: { rows: first.slice(0, MOST_BARS).map((pair) => rowOf(view, pair)), all: total } }
      : firstRows(
          first.map((pair) => rowOf(view, pair)),
          total,
        )),
    total: null,
    notes: [
      ...(chart === null ? [] : keysOf(view, chart, drawn)),
      ...(total === 0 ? [] : [t(targetMessages.targetsNote)]),
    ],
    illustrative: false,
  };
}

/** The section of a target's own page with the rows behind its actual. */
export const REPORTED = 'reported';

/** Where a target's page lists them. */
function reportedAt(href: string): string {
  return `${href}#section-${REPORTED}`;
}

/** What data say of a figure beside its number: they have no words for it (rules 3 and 4). */
function figureDetails({ t }: View, figure: 'target' | 'actual'): readonly Column[] {
  const label = (words: Message<{ figure: string }>) => t(words, { figure: t(totalsMessages[figure]) });
  return [
    {
      key: `${figure}_qualifier`,
      label: label(blockMessages.qualifierOf),
      numeric: false,
      holds: 'code',
      dataOnly: true,
    },
    {
      key: `${figure}_denominator`,
      label: label(blockMessages.denominatorOf),
      numeric: true,
      dataOnly: true,
    },
    { key: `${figure}_high`, label: label(blockMessages.upperFigureOf), numeric: true, dataOnly: true },
  ];
}

function baselineDetails({ t }: View): readonly Column[] {
  const label = (words: Message<{ figure: string }>) => t(words, { figure: t(targetMessages.baseline) });
  return [
    {
      key: 'baseline_denominator',
      label: label(blockMessages.denominatorOf),
      numeric: true,
      dataOnly: true,
    },
    {
      key: 'baseline_date',
      label: t(targetMessages.baselineDate),
      numeric: false,
      holds: 'last-day',
      dataOnly: true,
    },
  ];
}

function baselineCells({ baseline }: Result): readonly Cell[] {
  return [baseline?.value ?? null, baseline?.denominator ?? null, baseline?.on ?? null].map((raw) => ({
    text: '',
    raw,
  }));
}

/** "12 (2014)"; null: a target without one. */
export function baselineInWords({ f, t }: View, { baseline }: Result): string | null {
  if (baseline === null) return null;
  const { value, denominator, on, precision } = baseline;
  const stated = f.stated({ qualifier: 'exact', value, valueHigh: null, denominator });
  if (on === null || precision === 'none') return stated;
  return t(targetMessages.baselineAt, {
    value: stated,
    time: f.span({ start: on, startPrecision: precision, end: on, endPrecision: precision }),
  });
}

/** What the marks mean that only some charts have. */
function keysOf(
  { t }: View,
  { series: [actual] }: BarChartSpec,
  drawn: readonly TargetWithActual[],
): readonly string[] {
  const points = actual?.points ?? [];
  const downward = drawn.some(({ target, combineTime }) => isDownward(target, combineTime));
  const marked = drawn.some((pair) => baselineOn(pair) !== null);
  const expected = points.some((point) => point.expected !== undefined);
  const cut = points.some(({ value }) => value === LONGEST_BAR);
  return [
    t(targetMessages.targetsKey),
    ...(expected ? [t(targetMessages.expectedKey)] : []),
    ...(cut ? [t(targetMessages.longestKey)] : []),
    ...(marked ? [t(targetMessages.baselineKey)] : []),
    ...(downward ? [t(targetMessages.downwardKey)] : []),
  ];
}

function detailCells({ t }: View, { qualifier, denominator, valueHigh }: Details): readonly Cell[] {
  return [
    { text: qualifier === null ? '' : t(qualifierWords[qualifier]), raw: qualifier },
    { text: '', raw: denominator },
    { text: '', raw: valueHigh },
  ];
}

/** A stated figure's, or those of a figure that is made of several. */
interface Details {
  readonly qualifier: Qualifier | null;
  readonly denominator: Exact | null;
  readonly valueHigh: Exact | null;
}

/** An actual is exact as a whole, or has one qualifier, or is a sum of several, of which the words tell the inexact part. */
function actualDetails(view: View, actual: Figure): readonly Cell[] {
  const { qualifier, valueHigh } = howSure(actual) ?? { qualifier: null, valueHigh: null };
  return detailCells(view, { qualifier, valueHigh, denominator: actual.denominator });
}

/** Bars of what is reported, as a part of each target: so targets of any unit stand beside each other. */
function chartOf(
  view: NamedView,
  { title, subtitle }: Pick<Block, 'title' | 'subtitle'>,
  pairs: readonly TargetWithActual[],
): BarChartSpec {
  const { t } = view;
  return {
    type: 'bar',
    ...chartBase(view, { id: 'targets', title, subtitle }),
    series: [
      {
        key: 'actual',
        label: t(totalsMessages.actual),
        points: pairs.map((pair) => pointOf(view, pair)),
      },
    ],
    missingLabel: t(totalsMessages.notReported),
  };
}

/** So many targets are looked at first; the others stand in the table. */
const MOST_BARS = 5;
/** In percent of the target, of which a longer bar would make the others too short to be compared. */
const LONGEST_BAR = 150;

function pointOf(view: NamedView, pair: TargetWithActual): ChartPoint {
  const { f, t, cutOff } = view;
  const { target, actual } = pair;
  const standing = standingOf(pair, cutOff);
  const percent = percentCell(view, pair);
  const expected =
    standing === 'on-track' || standing === 'late' ? expectedBy(target, pair.combineTime, cutOff) : null;
  const baseline = baselineOn(pair);
  const href = view.links.result(target.id);
  const stated = f.stated(target);
  const from = baselineInWords(view, target);
  const words =
    standing === 'not-reported'
      ? [t(targetMessages.targetOf, { target: stated }), t(standingWords[standing])]
      : [
          // First what is to be read first: where there is no room, the last words go.
          t(standingWords[standing]),
          t(targetMessages.actualOfTarget, { actual: figureValue(view, actual), target: stated }),
          ...(percent.text === '' ? [] : [percent.text]),
          ...(from === null ? [] : [t(targetMessages.baselineOf, { baseline: from })]),
        ];
  return {
    key: target.id,
    label: `${nameOf(view, target)} · ${programLabel(view, target.program)}`,
    value: typeof percent.raw === 'number' ? Math.min(Math.max(percent.raw, 0), LONGEST_BAR) : null,
    valueLabel: words.join(' · '),
    goal: 100,
    ...(expected !== null && { expected: shareOfWay(pair, expected) * 100 }),
    ...(baseline !== null && { baseline }),
    ...(href !== null && { href: actual.resultCount > 0 ? reportedAt(href) : href }),
  };
}

/** Its indicator, with a part of a breakdown that it is for, and its place. */
function nameOf(view: NamedView, target: Result): string {
  return [indicatorLabel(view, target.indicator), ...partsOf(view, target)].join(', ');
}

function rowOf(view: NamedView, pair: TargetWithActual): BlockRow {
  const { f, t } = view;
  const { target, actual } = pair;
  const from = baselineInWords(view, target);
  const stated = f.stated(target);
  const indicator = nameOf(view, target);
  const standing = standingOf(pair, view.cutOff);
  const period = periodOf(view, target);
  const href = view.links.result(target.id);
  const state = stateOf(view, target);
  const said = standingSaid(view, standing, state);
  return {
    key: target.id,
    href,
    muted: false,
    cells: [
      indicatorCell(view, target.indicator, indicator),
      {
        text: from === null ? stated : t(targetMessages.targetFrom, { target: stated, baseline: from }),
        raw: target.value,
      },
      {
        text: figureInWords(view, actual),
        raw: actual.value,
        ...(href !== null && actual.resultCount > 0 && { href: reportedAt(href) }),
      },
      percentCell(view, pair),
      ...detailCells(view, target),
      ...actualDetails(view, actual),
      ...baselineCells(target),
      programCell(view, target.program),
      statedPlaceCell(view, target),
      {
        text: said === null ? period : `${period} · ${said}`,
        raw: target.periodEnd,
      },
      { text: t(standingWords[standing]), raw: standing },
      { text: state === null ? '' : view.t(targetStates[state]), raw: state },
    ],
  };
}

/** What its period is told beside: that nothing is reported stands in place of the actual. */
function standingSaid({ t }: View, standing: Standing, state: ReturnType<typeof stateOf>): string | null {
  if (standing === 'in-force' || standing === 'not-reported')
    return state === 'ended' ? t(targetStates.ended) : null;
  return t(standingWords[standing]);
}

/** As of the cut-off; null: the target has no end. */
function stateOf({ cutOff }: View, target: Result): 'in-force' | 'ended' | null {
  if (target.periodEnd === null) return null;
  return hasEnded(target, cutOff) ? 'ended' : 'in-force';
}

/** Where its circle stands on the bar of a target; null: it has none, or there is no bar that it could be on. */
function baselineOn(pair: TargetWithActual): number | null {
  const { baseline, denominator, value } = pair.target;
  if (baseline === null || denominator !== null || value <= 0) return null;
  const at = shareOfWay(pair, baseline.value) * 100;
  return at < 0 || at > LONGEST_BAR ? null : at;
}

/**
 * The actual as a percentage of the target, as sure as the actual is (rule 4). Of a range it is one itself; pairs, and
 * what is measured against nothing, have none; nor has what is to be come down to, but for the part of the way.
 */
function percentCell(view: View, pair: TargetWithActual): Cell {
  const { target, actual } = pair;
  const none = { text: '', raw: null };
  const { value, denominator } = actual;
  if (value === null || denominator !== null || target.value <= 0) return none;
  const { f } = view;
  if (isDownward(target, pair.combineTime)) {
    const way = shareOfWay(pair, value);
    return { text: f.percent(way), raw: Number((way * 100).toPrecision(4)) };
  }
  const { qualifier, valueHigh } = howSure(actual) ?? { qualifier: 'about', valueHigh: null };
  const low = shareOf(value, target.valueHigh ?? target.value);
  const high =
    target.valueHigh === null && valueHigh === null ? null : shareOf(valueHigh ?? value, target.value);
  return {
    text:
      high === null
        ? f.qualified(qualifier === 'range' ? 'at least' : qualifier, f.percent(low))
        : f.range(f.percent(low), f.percent(high)),
    raw: Number((low * 100).toPrecision(4)),
  };
}

/** A breakdown part that stands for the whole target ("on-site") is part of its name. */
function partsOf(view: View, { breakdown, value }: Result): readonly string[] {
  return breakdown
    .filter((part) => part.value === value)
    .map(({ axis, part }) => view.vocabulary.word(axis, part, view.language));
}
