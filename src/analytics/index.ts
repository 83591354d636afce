/** What other parts may use of this one. */

export { knowsTag } from './answer-tag.ts';
export { registerAnswerTags } from './answer-tags.guard.ts';
export { askedMoment, knownAt } from './as-of.ts';
export { figureText, figureValue } from './blocks/figure-words.ts';
export { currencyName } from './blocks/funding.ts';
export { indicatorsBlock, reportedIndicators } from './blocks/indicators.ts';
export { programsBlock } from './blocks/programs.ts';
export { targetsBlock } from './blocks/targets.ts';
export { choicesOf } from './choices.ts';
export { countryBlocks, countrySheetOf } from './country-sheet.ts';
export { currentTotals } from './current-totals.use-case.ts';
export { dashboardOf } from './dashboard.ts';
export { donorBlocks, donorSummaryOf } from './donor-summary.ts';
export { Exports } from './exports.use-case.ts';
export { FiguresRepository } from './figures.repository.ts';
export { knownMoment, knownSentence, pastSentence } from './known-words.ts';
export { indicatorLabel, labelOf } from './labels.ts';
export { noLinks, pageLinks } from './links.ts';
export { listedPrograms } from './programs-in-view.ts';
export { filterOf } from './query.ts';
export { datesOf, doneFilter, isKnownAtCutOff, type Links, makeView, type View } from './view.ts';
export { Views } from './views.use-case.ts';
