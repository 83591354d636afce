/** What other features may use of this one. */
export { narrativesKind } from './import-narratives.use-case.ts';
export { narrativeOf } from './narratives.repository.ts';
