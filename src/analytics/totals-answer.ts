import {
  type Dimension,
  fundingTotals,
  type MoneyFigure,
  type Totals,
  type TotalsRow,
  totals,
} from '../core/aggregate.ts';
import { axisOf } from '../core/dimension.ts';
import { DomainError } from '../core/errors.ts';
import type { Figure } from '../core/figure.ts';
import type { TransactionType } from '../core/funding.ts';
import type { Program } from '../core/program.ts';
import type { ResultKind } from '../core/result.ts';
import { commonMessages } from '../web/i18n/messages/common.ts';
import { notConvertedNote } from './blocks/funding.ts';
import { howSure, notesOf } from './blocks/results.ts';
import { labelOf } from './labels.ts';
import { dimensionName } from './links.ts';
import { programCounts, programmesOf } from './programs-in-view.ts';
import { refuseMoreThanTotals } from './sight.ts';
import { datesOf, doneFilter, narrowed, type View } from './view.ts';

/** Programmes can be asked for like an indicator: they are counted, not reported. */
export const PROGRAMMES = 'programmes';

/** `GET /api/v1/totals` (interfaces.md). A missing value is null, and `missing` says why. */
export function totalsAnswer(view: View, indicator: string, kind: ResultKind, by: Dimension) {
  refuseMoreThanTotals(view, { by });
  if (indicator === PROGRAMMES) return programmesAnswer(view, by);
  checkAxis(view, by);
  const filter = { ...(kind === 'actual' ? doneFilter(view) : view.filter), indicator };
  const found = totals(view.facts, { indicator, kind, by, filter });
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
export function fundingAnswer(view: View, type: TransactionType, by: Dimension) {
  const filter = doneFilter(view);
  const found = fundingTotals(view.facts, { type, by, filter });
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
function programmesAnswer(view: View, by: Dimension) {
  const whole = programmesOf(view);
  const asked = by === 'pillar' || by === 'country' || by === 'donor' ? view.filter[by] : undefined;
  const keys = keysOf(view, whole, by).filter((key) => asked === undefined || asked === key);
  const answer = (programs: readonly Program[]) => {
    const { top, all } = programCounts(view, programs);
    return { value: top, exact: top, approximate: 0, undated: 0, withActivities: all, resultCount: 0 };
  };
  return {
    indicator: PROGRAMMES,
    kind: 'actual',
    by: dimensionName(by),
    additive: false,
    ...datesOf(view),
    rows: keys.map((key) => ({
      key,
      label: labelOf(view, by, key),
      ...answer(programmesOf(narrowed(view, { [by]: key }))),
      resultsUrl: by === 'country' ? view.links.country(key) : null,
    })),
    total: { ...answer(whole), resultsUrl: null },
  };
}

function keysOf(view: View, programs: readonly Program[], by: Dimension): readonly string[] {
  const { tree, facts } = view;
  if (by === 'program') return programs.map(({ code }) => code);
  if (by === 'pillar' || by === 'donor') {
    const codes = programs.flatMap(({ code }) => {
      const { pillars, funders } = tree.effective(code);
      return by === 'donor' ? funders : pillars.map((pillar) => pillar.code);
    });
    return [...new Set(codes)].toSorted();
  }
  if (by === 'country') {
    const countries = facts.places.filter(({ kind }) => kind === 'country').map(({ code }) => code);
    return countries.filter((country) => programmesOf(narrowed(view, { country })).length > 0);
  }
  throw new DomainError('TOTALS.NO_DIMENSION', `Programmes are not counted by ${dimensionName(by)}.`, {
    kind: 'call',
    remedy: 'Ask for them by pillar, country, donor or program.',
  });
}

/** An axis that no figure is broken down by is a misspelling, not a total of which everything is "not recorded". */
function checkAxis(view: View, by: Dimension): void {
  const axis = axisOf(by);
  if (axis === null) return;
  const known = new Set(view.facts.results.flatMap(({ breakdown }) => breakdown.map((part) => part.axis)));
  if (known.has(axis)) return;
  throw new DomainError('TOTALS.UNKNOWN_DIMENSION', `Nothing is broken down by "${axis}".`, {
    kind: 'call',
    values: { axis },
    remedy: `Known are pillar, country, donor, program, year, month${[...known]
      .toSorted()
      .map((each) => `, ${each}`)
      .join('')}.`,
  });
}
