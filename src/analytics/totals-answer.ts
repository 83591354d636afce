import type { Dimension, MoneyFigure, Totals, TotalsRow } from '../core/aggregate.ts';
import { axisOf } from '../core/dimension.ts';
import { DomainError } from '../core/errors.ts';
import type { Figure } from '../core/figure.ts';
import type { ProgramCounts } from '../core/figures-of-programs.ts';
import type { TransactionType } from '../core/funding.ts';
import type { ResultKind } from '../core/result.ts';
import { refuseMoreThanTotals } from '../core/visibility/visibility.ts';
import { commonMessages } from '../web/i18n/messages/common.ts';
import { howSure } from './blocks/figure-words.ts';
import { notConvertedNote } from './blocks/funding.ts';
import { notesOf } from './blocks/results.ts';
import { labelOf } from './labels.ts';
import { dimensionName } from './links.ts';
import { withProgramsOf } from './named-view.ts';
import { listedPrograms } from './programs-in-view.ts';
import { datesOf, doneFilter, type View } from './view.ts';

/** Programmes can be asked for like an indicator: they are counted, not reported. */
export const PROGRAMMES = 'programmes';

/** `GET /api/v1/totals` (interfaces.md). A missing value is null, and `missing` says why. */
export async function totalsAnswer(asked: View, indicator: string, kind: ResultKind, by: Dimension) {
  refuseMoreThanTotals(asked, { by });
  if (indicator === PROGRAMMES) return programmesAnswer(asked, by);
  await checkAxis(asked, by);
  const filter = { ...(kind === 'actual' ? doneFilter(asked) : asked.filter), indicator };
  const found = await asked.figures.totals({ indicator, kind, by, filter });
  const view = await withProgramsOf(asked, found);
  const rowsUrl = (row?: TotalsRow) =>
    view.links.results({ filter, kind, ...(row !== undefined && { by, key: row.key }) });
  return {
    indicator,
    kind,
    by: dimensionName(by),
    additive: found.additive,
    ...datesOf(view),
    rows: found.rows.map((row) => ({
      key: row.key,
      label: labelOf(view, by, row.key),
      ...figureAnswer(row),
      resultsUrl: rowsUrl(row),
    })),
    total: { ...figureAnswer(found.total), resultsUrl: rowsUrl() },
    ...noteAnswer(view, found),
  };
}

/** `GET /api/v1/funding`: the same shape, values in minor units of `currency`. */
export async function fundingAnswer(asked: View, type: TransactionType, by: Dimension) {
  const filter = doneFilter(asked);
  const found = await asked.figures.funding({ type, by, filter });
  const view = await withProgramsOf(asked, found);
  const illustrative = found.total.illustrativeMinor !== 0;
  const notes = [
    ...notConvertedNote(view, found.notConverted),
    ...(illustrative ? [view.t(commonMessages.illustrativeMoney)] : []),
  ];
  return {
    type,
    by: dimensionName(by),
    currency: found.currency,
    additive: found.additive,
    ...datesOf(view),
    illustrative,
    rows: found.rows.map((row) => ({
      key: row.key,
      label: labelOf(view, by, row.key),
      ...moneyAnswer(row),
      resultsUrl: view.links.transactions({ filter, type, by, key: row.key }),
    })),
    total: { ...moneyAnswer(found.total), resultsUrl: view.links.transactions({ filter, type }) },
    notConverted: found.notConverted.map(({ currency, amountMinor, transactionCount }) => ({
      currency,
      value: amountMinor,
      resultCount: transactionCount,
    })),
    ...(notes.length > 0 && { note: notes.join(' ') }),
  };
}

function figureAnswer(figure: Figure) {
  const { value, exact, approximate, undated, denominator, missing, resultCount } = figure;
  const { qualifier, valueHigh } = howSure(figure) ?? { qualifier: null, valueHigh: null };
  return {
    value,
    exact,
    approximate,
    undated,
    ...(denominator !== null && { denominator }),
    // Where all of it is equally sure; exact goes without saying.
    ...(qualifier !== null && qualifier !== 'exact' && { qualifier }),
    ...(valueHigh !== null && { valueHigh }),
    ...(missing !== null && { missing }),
    resultCount,
  };
}

/** The fields of a figure of results, so that one reader reads both: amounts are exact, and dated. */
function moneyAnswer({ amountMinor, illustrativeMinor, transactionCount }: MoneyFigure) {
  const none = amountMinor === null;
  return {
    value: amountMinor,
    exact: amountMinor,
    approximate: none ? null : 0,
    undated: none ? null : 0,
    illustrative: illustrativeMinor,
    ...(none && { missing: 'not-reported' }),
    resultCount: transactionCount,
  };
}

function noteAnswer(view: View, found: Pick<Totals, 'notes'>) {
  return found.notes.length === 0 ? {} : { notes: found.notes, note: notesOf(view, found).join(' ') };
}

/**
 * Programmes by a dimension: those at the top, and `withActivities` all of them. By country they are what stands on
 * the country's sheet, and by donor what it funds, so that rows overlap and must not be summed.
 */
async function programmesAnswer(asked: View, by: Dimension) {
  if (by !== 'pillar' && by !== 'country' && by !== 'donor' && by !== 'program') throw notCounted(by);
  const query = listedPrograms(asked);
  const [rows, whole] = await Promise.all([
    asked.figures.programCountsBy(query, by),
    asked.figures.programCounts(query),
  ]);
  const view = await withProgramsOf(asked, { by, rows });
  const answer = ({ top, all }: ProgramCounts) => ({
    value: top,
    exact: top,
    approximate: 0,
    undated: 0,
    withActivities: all,
    resultCount: 0,
  });
  return {
    indicator: PROGRAMMES,
    kind: 'actual',
    by: dimensionName(by),
    additive: false,
    ...datesOf(view),
    rows: rows.map((row) => ({
      key: row.key,
      label: labelOf(view, by, row.key),
      ...answer(row),
      resultsUrl: by === 'country' ? view.links.country(row.key) : null,
    })),
    total: { ...answer(whole), resultsUrl: null },
  };
}

function notCounted(by: Dimension): DomainError {
  return new DomainError('TOTALS.NO_DIMENSION', `Programmes are not counted by ${dimensionName(by)}.`, {
    kind: 'call',
    remedy: 'Ask for them by pillar, country, donor or program.',
  });
}

/** An axis that no figure is broken down by is a misspelling, not a total of which everything is "not recorded". */
async function checkAxis(view: View, by: Dimension): Promise<void> {
  const axis = axisOf(by);
  if (axis === null) return;
  const { axes } = await view.figures.codesInUse();
  if (axes.includes(axis)) return;
  throw new DomainError('TOTALS.UNKNOWN_DIMENSION', `Nothing is broken down by "${axis}".`, {
    kind: 'call',
    values: { axis },
    remedy: `Known are ${['pillar, country, donor, program, year, month', ...axes].join(', ')}.`,
  });
}
