/** What other parts may use of this one. */

export { knowsTag } from './answer-tag.ts';
export { registerAnswerTags } from './answer-tags.guard.ts';
export { askedMoment, knownAt } from './as-of.ts';
export { askedOnce } from './asked-once.ts';
export { balancesBlock } from './blocks/balances.ts';
export { countryMapChart } from './blocks/country-map.ts';
export { figureInWords, figureText, figureValue } from './blocks/figure-words.ts';
export { currencyName, fundingBlock, fundingStagesBlock } from './blocks/funding.ts';
export { indicatorsBlock, type ReportedIndicator, reportedIndicators } from './blocks/indicators.ts';
export { moneyFlowBlock } from './blocks/money-flow.ts';
export { compact, moneyCell } from './blocks/money-words.ts';
export { indicatorCell, labelCell, placeNameCell, programCell } from './blocks/names.ts';
export { programsBlock } from './blocks/programs.ts';
export type { Extent } from './blocks/rest.ts';
export { mapBlock, resultsBlock } from './blocks/results.ts';
export {
  entriesBlock,
  periodOf,
  resultRowsBlock,
  statedPlaceCell,
  transactionRowsBlock,
} from './blocks/rows.ts';
export { stackedMoneyBlock } from './blocks/stacked-money.ts';
export { isStackable, stackedResultsBlock } from './blocks/stacked-results.ts';
export { moneySubtitle, spanSubtitle } from './blocks/subtitle.ts';
export { targetsBlock } from './blocks/targets.ts';
export { MOST_BARS_ON_PAPER, timelineBlock } from './blocks/timeline.ts';
export { amongOtherTimes, trendBlock } from './blocks/trend.ts';
export { changedResults } from './changed-results.repository.ts';
export { figureChangeWords, moneyChangeWords, otherTimes, windowWords } from './changes.ts';
export { choicesOf } from './choices.ts';
export { countryBlocks, countrySheetOf, onSheet } from './country-sheet.ts';
export { currentTotals, type ProgramTotal, totalsOfPrograms } from './current-totals.use-case.ts';
export { axesSexFirst, type Dashboard, dashboardOf } from './dashboard.ts';
export { donorBlocks, donorSummaryOf } from './donor-summary.ts';
export { daysWords, resultForm } from './entry-links.ts';
export { type PieceWords, pieceWords } from './evidence-words.ts';
export { Exports } from './exports.use-case.ts';
export { indicatorNames } from './facts.repository.ts';
export { FiguresRepository } from './figures.repository.ts';
export { filterWords } from './filter-words.ts';
export { findPlace } from './found.ts';
export { gapsOf } from './gaps.ts';
export { knownMoment, knownSentence, pastSentence } from './known-words.ts';
export { indicatorLabel, labelOf } from './labels.ts';
export { noLinks, pageLinks, queryString } from './links.ts';
export { Movements } from './movements.use-case.ts';
export {
  type NamedView,
  programHref,
  standings,
  withPrograms,
  withProgramsBehind,
  withProgramsOf,
} from './named-view.ts';
export { periodsToReport } from './periods-to-report.ts';
export { type ProgramSheet, programSheet } from './program-sheet.ts';
export { listedPrograms, programsInView } from './programs-in-view.ts';
export {
  dashboardQuery,
  filterOf,
  pageQuery,
  programsPageQuery,
  rowsPageQuery,
  transactionsPageQuery,
} from './query.ts';
export { latePrograms, type OnTheWay, reportedSeries, type SeriesKey } from './rows/due.repository.ts';
export { tilesOf } from './tiles.ts';
export { codesForNames, withCodes } from './typed-names.ts';
export {
  datesOf,
  doneFilter,
  filterIn,
  forPaper,
  isKnownAtCutOff,
  type Links,
  makeView,
  narrowed,
  type View,
} from './view.ts';
export { Views } from './views.use-case.ts';
