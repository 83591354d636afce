/** What other features may use of this one. */
export { EVERYTHING, type Scope } from './scope.ts';
