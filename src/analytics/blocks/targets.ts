import { totals } from '../../core/aggregate.ts';
import type { Figure } from '../../core/figure.ts';
import { missingFigure } from '../../core/figure.ts';
import { windowPosition } from '../../core/period.ts';
import type { Block, BlockRow, Cell, Column } from '../../core/report/block.ts';
import type { Result } from '../../core/result.ts';
import type { Message } from '../../web/i18n/message.ts';
import { blockMessages, qualifierWords } from '../../web/i18n/messages/blocks.ts';
import { totalsMessages } from '../../web/i18n/messages/totals.ts';
import { countryLabel, indicatorLabel, programLabel } from '../labels.ts';
import { doneFilter, type View } from '../view.ts';
import { commonQualifier, markLabel } from './results.ts';
import { selectedResults } from './rows.ts';

/**
 * Each target beside what has been reported for it to date: a pair, never a sum (rule 2). A target counts as in force
 * until its period has ended before the window begins; its actual is that of the same programme, indicator, country
 * and breakdown part, and a regional target's that of the whole programme.
 */
export function targetsBlock(view: View): Block {
  const pairs = targetsInForce(view).map((target) => ({ target, actual: actualFor(view, target) }));
  const reported = pairs.filter(({ actual }) => actual.value !== null).length;
  const { t, f } = view;
  return {
    id: 'targets',
    title:
      pairs.length === 0
        ? t(blockMessages.targetsNone)
        : t(blockMessages.targetsTitle, { reported, targets: pairs.length }),
    subtitle: t(blockMessages.targetsSubtitle, { day: f.day(view.cutOff) }),
    chart: null,
    columns: [
      { key: 'indicator', label: t(totalsMessages.indicator), numeric: false, holds: 'code' },
      { key: 'target', label: t(totalsMessages.target), numeric: true },
      { key: 'actual', label: t(totalsMessages.actual), numeric: true },
      ...figureDetails(view, 'target'),
      ...figureDetails(view, 'actual'),
      { key: 'program', label: t(totalsMessages.program), numeric: false, holds: 'code' },
      { key: 'place', label: t(blockMessages.place), numeric: false, holds: 'code' },
      { key: 'period', label: t(totalsMessages.period), numeric: false, holds: 'last-day' },
    ],
    rows: pairs.map(({ target, actual }) => rowOf(view, target, actual)),
    total: null,
    notes: pairs.length === 0 ? [] : [t(blockMessages.targetsNote)],
    illustrative: false,
  };
}

/** The targets that a reader of this view should know of, in order of programme. */
export function targetsInForce(view: View): readonly Result[] {
  const { from } = view.filter;
  const { to: _, ...reach } = view.filter;
  return selectedResults(view, {
    filter: from === undefined ? reach : { ...reach, from },
    kind: 'target',
  }).filter(
    ({ periodStart }) =>
      periodStart === null || windowPosition(periodStart, { to: view.cutOff }) === 'inside',
  );
}

/** What has been reported for a target, to date. */
export function actualFor(view: View, target: Result): Figure {
  const { from: _, ...toDate } = doneFilter(view);
  const country =
    target.place !== null && !target.place.startsWith('region:') ? { country: target.place } : {};
  const filter = { ...toDate, program: target.program, ...country };
  const [whole] = target.breakdown;
  const of = { indicator: target.indicator, kind: 'actual', filter } as const;
  if (whole === undefined || whole.value !== target.value)
    return totals(view.facts, { ...of, by: 'year' }).total;
  const { rows } = totals(view.facts, { ...of, by: `axis:${whole.axis}` });
  return rows.find(({ key }) => key === whole.part) ?? missingFigure('not-reported', []);
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

function detailCells(
  { t }: View,
  { qualifier, denominator, valueHigh }: Nullable<Pick<Result, 'qualifier' | 'denominator' | 'valueHigh'>>,
): readonly Cell[] {
  return [
    { text: qualifier === null ? '' : t(qualifierWords[qualifier]), raw: qualifier },
    { text: '', raw: denominator },
    { text: '', raw: valueHigh },
  ];
}

type Nullable<Fields> = { readonly [Name in keyof Fields]: Fields[Name] | null };

/** An actual is exact as a whole, or has one qualifier, or is a sum of several, of which the words tell the inexact part. */
function actualDetails(view: View, actual: Figure): readonly Cell[] {
  const { qualifier, valueHigh } = commonQualifier(view, actual) ?? { qualifier: null, valueHigh: null };
  return detailCells(view, { qualifier, valueHigh, denominator: actual.denominator });
}

/** The number with its qualifier or, of a sum of several, with its inexact part (rule 4). */
function actualText(view: View, actual: Figure): string {
  return commonQualifier(view, actual) === null ? view.f.figure(actual) : markLabel(view, actual);
}

function rowOf(view: View, target: Result, actual: Figure): BlockRow {
  const { f } = view;
  const indicator = [indicatorLabel(view, target.indicator), ...partsOf(view, target)].join(', ');
  const place =
    target.place === null ? view.t(totalsMessages.noPlaceRecorded) : countryLabel(view, target.place);
  const precision = target.datePrecision;
  const period = f.span({
    start: target.periodStart,
    startPrecision: precision,
    end: target.periodEnd,
    endPrecision: precision,
  });
  return {
    key: target.id,
    href: view.links.result(target.id),
    muted: false,
    cells: [
      { text: indicator, raw: target.indicator },
      { text: f.stated(target), raw: target.value },
      { text: actualText(view, actual), raw: actual.value },
      ...detailCells(view, target),
      ...actualDetails(view, actual),
      { text: programLabel(view, target.program), raw: target.program },
      { text: place, raw: target.place },
      { text: period, raw: target.periodEnd },
    ],
  };
}

/** A breakdown part that stands for the whole target ("on-site") is part of its name. */
function partsOf(view: View, { breakdown, value }: Result): readonly string[] {
  return breakdown
    .filter((part) => part.value === value)
    .map(({ axis, part }) => view.vocabulary.word(axis, part, view.language));
}
