import type { Indicator } from '../core/result.ts';
import type { Fate } from '../platform/csv/approval.ts';
import type { Doubt } from '../platform/csv/import-kind.ts';
import type { RowStatus } from '../platform/database/columns.ts';
import type { Transaction } from '../platform/database/database.ts';
import { resultsWithEvidence } from './evidence-pieces.repository.ts';
import type { StoredResult } from './results.repository.ts';

/** A row with the figure that it says, and what becomes of it. */
interface GivenFigure {
  readonly line: number;
  readonly result: StoredResult;
  /** Null: the figure is new. */
  readonly stored: unknown;
  readonly fate: Fate;
  readonly status: RowStatus;
}

/** Figures of indicators that ask for evidence, and of which neither the row nor anybody has named any. */
export async function withoutEvidence(
  tx: Transaction,
  given: readonly GivenFigure[],
  indicators: ReadonlyMap<string, Indicator>,
): Promise<readonly Doubt[]> {
  const bare = given.filter(
    ({ result, fate, status }) =>
      fate !== 'unchanged' &&
      status !== 'withdrawn' &&
      result.sheet === null &&
      indicators.get(result.indicator)?.evidenceRequired === true,
  );
  const known = await resultsWithEvidence(
    tx,
    bare.flatMap(({ result, stored }) => (stored === null ? [] : [result.id])),
  );
  return bare.flatMap(({ line, result }) =>
    known.has(result.id) ? [] : [{ line, column: 'sheet', reason: 'no-evidence' as const }],
  );
}
