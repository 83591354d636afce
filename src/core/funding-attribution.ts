import { allocateJointly, type Cell, type GivenShare } from './allocation.ts';
import { donorOf } from './attribution.ts';
import { NOT_RECORDED, NOT_SPLIT } from './dimension.ts';
import { DomainError } from './errors.ts';
import type { Transaction } from './funding.ts';
import type { Share } from './program.ts';
import type { ProgramTree } from './program-tree.ts';

/** A transaction with the donor that it counts for, spread over places and pillars (rules 7 and 8). */
export interface AttributedTransaction {
  readonly transaction: Transaction;
  readonly donor: string;
  /**
   * Its amount in minor units of the reporting currency or, where it could not be converted, of its own; the cells
   * sum to it exactly.
   */
  readonly cells: readonly Cell[];
}

/**
 * Where money counts. It converts first, then spreads over its own place, else the programme's places, and over the
 * programme's pillars (rules 7 and 8). One place or pillar needs no share; several without shares are `not-split`,
 * none is `not-recorded`.
 *
 * @throws DomainError `ALLOCATION.SHARES_NOT_100`, `ALLOCATION.BAD_SHARE`, for shares that are there but wrong.
 * @example 100.01 dollars of a programme with CR 50 and HN 50 in one pillar // CR 5001 cents, HN 5000
 */
export function attributeTransaction(
  transaction: Transaction,
  tree: Pick<ProgramTree, 'effective'>,
): AttributedTransaction {
  const effective = tree.effective(transaction.program);
  const places = transaction.place === null ? sharesOf(effective.places) : whole(transaction.place);
  const amountMinor = transaction.conversion?.amountMinor ?? transaction.amountMinor;
  return {
    transaction,
    donor: donorOf(transaction.provider, effective),
    cells: naming(transaction.program, () => cellsOf(amountMinor, places, sharesOf(effective.pillars))),
  };
}

/** Shares know no programme; who has to correct them must. */
function naming<Value>(program: string, act: () => Value): Value {
  try {
    return act();
  } catch (cause) {
    if (!(cause instanceof DomainError)) throw cause;
    const { values } = cause.options;
    throw new DomainError(cause.code, `Programme ${program}: ${cause.message}`, {
      ...cause.options,
      ...(values?.shares !== undefined && { values: { ...values, shares: `${program} · ${values.shares}` } }),
      cause,
    });
  }
}

function cellsOf(
  amountMinor: number,
  places: readonly GivenShare[],
  pillars: readonly GivenShare[],
): readonly Cell[] {
  const [[place, ...otherPlaces], [pillar, ...otherPillars]] = [places, pillars];
  // Nearly all transactions have one cell, and it needs no arithmetic.
  const single =
    place !== undefined && pillar !== undefined && otherPlaces.length + otherPillars.length === 0;
  return single
    ? [{ place: place.code, pillar: pillar.code, amountMinor }]
    : allocateJointly(amountMinor, places, pillars);
}

/** What an amount is spread by: one place or pillar needs no share, several without shares are `not-split`, none is `not-recorded`. */
export function sharesOf(shares: readonly Share[]): readonly GivenShare[] {
  const [first, ...others] = shares;
  if (first === undefined) return whole(NOT_RECORDED);
  if (others.length === 0) return whole(first.code);
  const given = shares.flatMap(({ code, share }) => (share === null ? [] : [{ code, share }]));
  return given.length === shares.length ? given : whole(NOT_SPLIT);
}

function whole(code: string): readonly GivenShare[] {
  return [{ code, share: '100' }];
}
