import { Injectable } from '@nestjs/common';
import type { Exact } from '../core/decimal.ts';
import type { EntryPage, EntrySelection, ResultSelection } from '../core/figures.ts';
import type { TransactionType } from '../core/funding.ts';
import type { Block } from '../core/report/block.ts';
import type { Result, ResultKind } from '../core/result.ts';
import type { RowPage } from '../core/row-page.ts';
import { addedBy, proofEntriesBlock, proofRowsBlock, rowOf } from './blocks/proof-rows.ts';
import type { BlockPieces } from './blocks-in-pieces.ts';
import { carriedByEntries, carriedByResults, sumAfter } from './carried-sums.ts';
import { withProgramsBehind } from './named-view.ts';
import { RowHands } from './row-hands.use-case.ts';
import { pagesOf } from './row-pieces.ts';
import type { View } from './view.ts';

/** The results of a total, or of one row of it. */
export interface ProvedSelection extends ResultSelection {
  readonly kind: ResultKind;
}

/** The rows of a total with what proves it: on a page, and whole as data. */
@Injectable()
export class TotalProofs {
  constructor(private readonly hands: RowHands) {}

  /**
   * One page of the results of a total.
   *
   * @param isSummed whether the rows may be summed (rule 3)
   */
  async resultsBlock(
    asked: View,
    selection: ProvedSelection,
    shown: RowPage<Result>,
    isSummed: boolean,
  ): Promise<{ readonly block: Block; readonly carried: Exact | null }> {
    const carried = isSummed ? await carriedByResults(asked, selection, shown) : null;
    const view = await withProgramsBehind(asked, shown.rows);
    const hands = await this.hands.of(view, 'results', shown.rows);
    return { block: proofRowsBlock(view, shown, { row: rowOf(selection), carried, hands }), carried };
  }

  /** All of them, with the sum going on from piece to piece. */
  resultPieces(asked: View, selection: ProvedSelection, isSummed: boolean): BlockPieces {
    const { hands } = this;
    const row = rowOf(selection);
    return {
      id: 'results',
      async *read() {
        let carried: Exact | null = isSummed ? 0 : null;
        for await (const page of pagesOf((request) => asked.figures.results(selection, request))) {
          const view = await withProgramsBehind(asked, page.rows);
          yield proofRowsBlock(view, page, {
            row,
            carried,
            hands: await hands.of(view, 'results', page.rows),
          });
          if (carried !== null) carried = sumAfter(carried, page.rows, row);
        }
      },
    };
  }

  async entriesBlock(
    asked: View,
    selection: EntrySelection & { readonly type: TransactionType },
    shown: EntryPage,
  ): Promise<{ readonly block: Block; readonly carried: Exact | null }> {
    const carried = await carriedByEntries(asked, selection, shown);
    const hands = await this.hands.of(
      asked,
      'transactions',
      shown.rows.map(({ transaction }) => transaction),
    );
    return { block: await proofEntriesBlock(asked, selection, shown, { carried, hands }), carried };
  }

  entryPieces(asked: View, selection: EntrySelection): BlockPieces {
    const { hands } = this;
    return {
      id: `${selection.type}-transactions`,
      async *read() {
        let carried: Exact = 0;
        for await (const page of pagesOf((request) => asked.figures.entries(selection, request))) {
          const transactions = page.rows.map(({ transaction }) => transaction);
          const proof = { carried, hands: await hands.of(asked, 'transactions', transactions) };
          const block = await proofEntriesBlock(asked, selection, page, proof);
          yield page.next === null ? block : { ...block, total: null };
          carried = sumAfter(carried, addedBy(page.rows));
        }
      },
    };
  }
}
