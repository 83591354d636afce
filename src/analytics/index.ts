/** What other parts may use of this one. */

export { askedMoment, knownAt } from './as-of.ts';
export { figureText, figureValue } from './blocks/figure-words.ts';
export { currencyName, fundingBlock, moneyCell } from './blocks/funding.ts';
export { indicatorsBlock, reportedIndicators } from './blocks/indicators.ts';
export { programsBlock } from './blocks/programs.ts';
export type { Extent } from './blocks/rest.ts';
export { resultRowsBlock, transactionRowsBlock } from './blocks/rows.ts';
export { moneySubtitle } from './blocks/subtitle.ts';
export { targetsBlock } from './blocks/targets.ts';
export { choicesOf } from './choices.ts';
export { countryBlocks, countrySheetOf, onSheet } from './country-sheet.ts';
export { blocksCsv, ownCurrency } from './csv.ts';
export { currentTotals } from './current-totals.use-case.ts';
export { dashboardOf } from './dashboard.ts';
export { donorBlocks, donorSummaryOf } from './donor-summary.ts';
export { Exports } from './exports.use-case.ts';
export { FiguresRepository } from './figures.repository.ts';
export { gapsOf } from './gaps.ts';
export { knownMoment, knownSentence, pastSentence } from './known-words.ts';
export { indicatorLabel, labelOf } from './labels.ts';
export { noLinks, pageLinks } from './links.ts';
export { withProgramsBehind } from './named-view.ts';
export { programSheet } from './program-sheet.ts';
export { listedPrograms, programsInView } from './programs-in-view.ts';
export { filterOf } from './query.ts';
export { datesOf, doneFilter, isKnownAtCutOff, type Links, makeView, narrowed, type View } from './view.ts';
export { Views } from './views.use-case.ts';
