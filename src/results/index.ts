/** What other features may use of this one. */

export type { Decision } from './decision.ts';
export {
  addPiece,
  confirmPiece,
  type EvidencePiece,
  findFigure,
  findPiece,
  lockPiece,
  piecesOfRows,
  readPiecesOf,
  resultsWithEvidence,
  waitingPieces,
  withdrawPiece,
} from './evidence-pieces.repository.ts';
export { PIECE_KINDS } from './evidence-pieces.table.ts';
export { indicatorsKind } from './import-indicators.use-case.ts';
export { resultsKind } from './import-results.use-case.ts';
export { readIndicators } from './indicators.repository.ts';
export {
  confirmedStamp,
  confirmValue,
  type OddResult,
  type OddResults,
  oddResults,
} from './odd-results.repository.ts';
export { type RowAbout, reportedBy } from './reported-by.repository.ts';
export { type DatedRow, periodOf, refuseDates } from './row-period.ts';
