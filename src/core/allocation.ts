import Big from 'big.js';
import { parseDecimal } from './decimal.ts';
import { DomainError } from './errors.ts';
import { compareCodes } from './text.ts';

/** A percentage as a decimal string: "33.33". */
export interface GivenShare {
  readonly code: string;
  readonly share: string;
}

export interface Part {
  readonly code: string;
  readonly amountMinor: number;
}

export interface Cell {
  readonly place: string;
  readonly pillar: string;
  readonly amountMinor: number;
}

interface Weight {
  readonly code: string;
  readonly share: Big;
}

/**
 * Splits an amount by shares so that the parts sum to it exactly: largest remainder on minor units, ties in order of
 * code; a negative amount is the mirror image of its positive one (rule 8). Parts come in order of code.
 *
 * @throws DomainError `ALLOCATION.SHARES_NOT_100`, `ALLOCATION.BAD_SHARE`.
 * @example allocate(100, [{ code: 'CR', share: '33.33' }, { code: 'HN', share: '33.33' }, { code: 'SV', share: '33.34' }])
 *   // CR 33, HN 33, SV 34
 */
export function allocate(amountMinor: number, shares: readonly GivenShare[]): readonly Part[] {
  return allocateByWeight(amountMinor, weights(shares));
}

/**
 * Splits one amount over places and pillars at once, so that each place's cells sum to `allocate` by places and each
 * pillar's cells to `allocate` by pillars, and a filter by one agrees with the view by the other (rules 8 and 10).
 *
 * Every cell gets the whole minor units of its share; what places and pillars still lack goes to their cells in order
 * of code. Cells come in order of place, then pillar.
 *
 * @throws DomainError `ALLOCATION.SHARES_NOT_100`, `ALLOCATION.BAD_SHARE`.
 * @example allocateJointly(101, halves of CR and HN, halves of democracy and human-rights)
 *   // CR: 26 + 25 = 51, HN: 25 + 25 = 50; democracy 26 + 25 = 51, human-rights 25 + 25 = 50
 */
export function allocateJointly(
  amountMinor: number,
  places: readonly GivenShare[],
  pillars: readonly GivenShare[],
): readonly Cell[] {
  const amount = Math.abs(amountMinor);
  const [rows, columns] = [weights(places), weights(pillars)];
  const floors = rows.map((row) => columns.map((column) => cellFloor(amount, row.share, column.share)));
  const rowLacks = allocateByWeight(amount, rows).map((part, i) => part.amountMinor - total(floors[i] ?? []));
  const columnLacks = allocateByWeight(amount, columns).map(
    (part, j) => part.amountMinor - total(floors.map((row) => row[j] ?? 0)),
  );
  const extras = fillFromNorthWest(rowLacks, columnLacks);
  return rows.flatMap((row, i) =>
    columns.map((column, j) => ({
      place: row.code,
      pillar: column.code,
      amountMinor: signed((floors[i]?.[j] ?? 0) + (extras[i]?.[j] ?? 0), amountMinor),
    })),
  );
}

function allocateByWeight(amountMinor: number, shares: readonly Weight[]): readonly Part[] {
  const parts = shares.map(({ code, share }) => {
    const exact = share.times(Math.abs(amountMinor)).times('0.01');
    const floor = exact.round(0, Big.roundDown);
    return { code, floor: floor.toNumber(), remainder: exact.minus(floor) };
  });
  const left = Math.abs(amountMinor) - total(parts.map((part) => part.floor));
  // `sort` is stable: among equal remainders the order of code stands.
  const byRemainder = [...parts].sort((a, b) => b.remainder.cmp(a.remainder));
  const rounded = new Set(byRemainder.slice(0, left));
  return parts.map((part) => ({
    code: part.code,
    amountMinor: signed(part.floor + (rounded.has(part) ? 1 : 0), amountMinor),
  }));
}

/** What each cell gets so that rows and columns lack nothing: both lack the same in sum, so one walk serves both. */
function fillFromNorthWest(
  rowLacks: readonly number[],
  columnLacks: readonly number[],
): readonly (readonly number[])[] {
  const stillLacking = [...columnLacks];
  return rowLacks.map((rowLack) => {
    let left = rowLack;
    return stillLacking.map((lack, j) => {
      const given = Math.min(left, lack);
      left -= given;
      stillLacking[j] = lack - given;
      return given;
    });
  });
}

function cellFloor(amount: number, placeShare: Big, pillarShare: Big): number {
  return placeShare.times(pillarShare).times(amount).times('0.0001').round(0, Big.roundDown).toNumber();
}

function weights(shares: readonly GivenShare[]): readonly Weight[] {
  const parsed = shares.map(({ code, share }) => ({ code, share: parseShare(code, share) }));
  const sum = parsed.reduce((total, { share }) => total.plus(share), new Big(0));
  if (!sum.eq(100)) {
    const listed = shares.map(({ code, share }) => `${code} ${share}`).join(', ');
    throw new DomainError(
      'ALLOCATION.SHARES_NOT_100',
      `Shares sum to ${sum.toFixed()}, not 100 (${listed || 'none'}).`,
      {
        kind: 'refused',
        remedy: 'Correct the shares so that they sum to exactly 100, or leave all of them empty.',
        values: { shares: listed },
      },
    );
  }
  return parsed.sort((a, b) => compareCodes(a.code, b.code));
}

function parseShare(code: string, share: string): Big {
  const parsed = parseDecimal(share);
  if (parsed?.gte(0)) return parsed;
  throw new DomainError('ALLOCATION.BAD_SHARE', `"${share}" is not a share (${code}).`, {
    kind: 'refused',
    remedy: 'Write a percentage from 0 to 100 with a point for decimals, as in 33.33.',
    values: { shares: `${code} ${share}` },
  });
}

function total(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

function signed(magnitude: number, like: number): number {
  return like < 0 && magnitude !== 0 ? -magnitude : magnitude;
}
