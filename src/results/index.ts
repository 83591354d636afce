/** What other features may use of this one. */
export { indicatorsKind } from './import-indicators.use-case.ts';
export { resultsKind } from './import-results.use-case.ts';
