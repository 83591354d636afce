import Big from 'big.js';
import { type Exact, exactOf } from '../decimal.ts';
import type { Filter } from '../facts.ts';
import type { Transaction } from '../funding.ts';
import { attributeTransaction, sharesOf } from '../funding-attribution.ts';
import { cellsOfRow } from '../funding-totals.ts';
import { currencyExponent } from '../money.ts';
import type { ProgramTree } from '../program-tree.ts';
import type { RowOfTotal } from './contribution.ts';

/** How one transaction comes to what it adds to a total of money (rules 7 and 8). */
export interface EntrySteps {
  /** All of it, in minor units of the reporting currency; null: there is no rate, and it is in no total. */
  readonly convertedMinor: number | null;
  /** The same before it was rounded to the minor unit; null without a rate. */
  readonly convertedExactly: Exact | null;
  /** Which part of it counts in what was asked, as a percentage: 33.34. */
  readonly share: Exact;
  /** Where the shares over places come from: it names its own place, or its programme's hold. */
  readonly shareFrom: 'own-place' | 'programme';
  /** The part before the largest remainders were given out, in minor units; null without a rate. */
  readonly partExactly: Exact | null;
  /** Its amount at its rate by its share, in minor units and with nothing rounded; null without a rate. */
  readonly exactly: Exact | null;
  /** What it adds, in minor units of the reporting currency; null: nothing, for there is no rate. */
  readonly countedMinor: number | null;
}

/**
 * The arithmetic of one transaction, by the functions that totals are made of.
 *
 * @param asked the filter of the total, and where it is one row of a total, that
 * @throws DomainError as `attributeTransaction`
 * @example entrySteps(100.01 dollars of a programme with CR 50 and HN 50, tree, { filter: { country: 'CR' } }, 'USD')
 *   // converted 10001, share 50, part exactly 5000.5, counted 5001
 */
export function entrySteps(
  transaction: Transaction,
  tree: Pick<ProgramTree, 'effective'>,
  asked: { readonly filter: Filter; readonly row?: RowOfTotal | undefined },
  reportingCurrency: string,
): EntrySteps {
  const attributed = attributeTransaction(transaction, tree);
  const { conversion, amountMinor, currency, place } = transaction;
  const cells = cellsOfRow(attributed, asked);
  const effective = tree.effective(transaction.program);
  const places = weightsOf(place === null ? sharesOf(effective.places) : [{ code: place, share: '100' }]);
  const pillars = weightsOf(sharesOf(effective.pillars));
  const share = cells.reduce(
    (sum, cell) =>
      sum.plus((places.get(cell.place) ?? ZERO).times(pillars.get(cell.pillar) ?? ZERO).div(100)),
    ZERO,
  );
  const common = { share: exactOf(share), shareFrom: place === null ? 'programme' : 'own-place' } as const;
  if (conversion === null) {
    return {
      ...common,
      convertedMinor: null,
      convertedExactly: null,
      partExactly: null,
      exactly: null,
      countedMinor: null,
    };
  }
  const scale = currencyExponent(reportingCurrency) - currencyExponent(currency);
  const converted = new Big(conversion.rate).times(amountMinor).times(`1e${scale}`);
  return {
    ...common,
    convertedMinor: conversion.amountMinor,
    convertedExactly: exactOf(converted),
    partExactly: exactOf(share.times(conversion.amountMinor).times('0.01')),
    exactly: exactOf(converted.times(share).times('0.01')),
    countedMinor: cells.reduce((sum, cell) => sum + cell.amountMinor, 0),
  };
}

const ZERO = new Big(0);

function weightsOf(
  shares: readonly { readonly code: string; readonly share: string }[],
): ReadonlyMap<string, Big> {
  return new Map(shares.map(({ code, share }) => [code, new Big(share)]));
}
