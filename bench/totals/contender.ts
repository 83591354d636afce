import type { Figure, TotalsQuery } from '../../src/core/aggregate.ts';
import type { Generated } from '../generated.ts';

/** A row of an answer as all contenders give it; `approximate` follows from it. */
export interface AnswerRow extends Pick<Figure, 'resultCount'> {
  readonly key: string;
  readonly value: number;
  readonly exact: number;
  readonly undated: number;
}

/** A way to answer questions about a generated portfolio, ready to be asked. */
export interface Contender {
  readonly name: string;
  /** What it keeps on disk of its own, beside the tables of the service. */
  readonly ownBytes: number;
  /** The rows of a `sum` indicator, in any order; to date where the filter names no days. */
  answer(query: TotalsQuery): Promise<readonly AnswerRow[]>;
  close(): Promise<void>;
}

/** Makes a contender ready, which is timed, too. */
export type Enter = (database: Generated) => Promise<Contender>;

/** A row as `totalsOf` gives it. */
export type CountedRow = Omit<AnswerRow, 'resultCount'> & { readonly count: number };

export function answerRow({ count, ...row }: CountedRow): AnswerRow {
  return { ...row, resultCount: count };
}
