import type { Share } from '../core/program.ts';
import type { Cells } from './submissions.table.ts';

/** What a programme's figures and money are divided over (rule 8). */
export const SHARES_OF = ['places', 'pillars'] as const;
export type SharesOf = (typeof SHARES_OF)[number];

/** A share as it is typed; empty: none is given. */
export interface TypedShare {
  readonly code: string;
  readonly share: string;
}

/** Rows that a form has room for: more than there are countries. */
export const MOST_SHARES = 260;
/** Rows for what a programme has not yet. */
const ROOM = 3;

/** How the fields of a row are called. */
export const shareFields = (index: number) => ({ code: `code-${index}`, share: `share-${index}` });

/** The rows of a form in which something stands, in their order. */
export function typedShares(body: Readonly<Record<string, string>>): readonly TypedShare[] {
  return Array.from({ length: MOST_SHARES }, (_, index): TypedShare => {
    const { code, share } = shareFields(index);
    return { code: body[code]?.trim() ?? '', share: body[share]?.trim() ?? '' };
  }).filter(({ code, share }) => code !== '' || share !== '');
}

/** The same with room for more. */
export function withRoom(shares: readonly TypedShare[]): readonly TypedShare[] {
  const room = Math.max(0, Math.min(ROOM, MOST_SHARES - shares.length));
  return [...shares, ...Array.from({ length: room }, (): TypedShare => ({ code: '', share: '' }))];
}

/**
 * The pillars of a programme as its row has them.
 *
 * @example pillarShares('democracy:60;human-rights:40') // [{ code: 'democracy', share: '60' }, …]
 */
export function pillarShares(cell: string): readonly TypedShare[] {
  return cell
    .split(';')
    .map((each) => each.split(':').map((piece) => piece.trim()))
    .filter(([code]) => code !== '')
    .map(([code = '', share = '']) => ({ code, share }));
}

/** The other way round. */
export function pillarCell(shares: readonly TypedShare[]): string {
  return shares.map(({ code, share }) => (share === '' ? code : `${code}:${share}`)).join(';');
}

/**
 * The places of a programme as they count, each with what its author has entered and nobody has decided; what is new among
 * that follows them.
 */
export function placeShares(stored: readonly Share[], pending: readonly Cells[]): readonly TypedShare[] {
  const shares = new Map(stored.map(({ code, share }) => [code, share ?? '']));
  for (const { country_or_region: code = '', share = '' } of pending) {
    if (code !== '' && (share !== '' || !shares.has(code))) shares.set(code, share);
  }
  return [...shares].map(([code, share]) => ({ code, share }));
}

/** Whether they say the same of the same, in whatever order. */
export function areSameShares(some: readonly TypedShare[], others: readonly TypedShare[]): boolean {
  const said = (shares: readonly TypedShare[]) => shares.map(({ code, share }) => `${code}:${share}`).sort();
  return said(some).join() === said(others).join();
}
