import { namesDonor, seesMoreThanTotals } from '../core/visibility/visibility.ts';
import type { Links, LinksInSight, View } from './view.ts';

/** Links to where the reader may go; null in place of others. What it may read about a programme, its figures say. */
export function linksInSight(links: Links, seen: Pick<View, 'scope'>): LinksInSight {
  if (!seesMoreThanTotals(seen)) {
    const nowhere = () => null;
    return {
      results: nowhere,
      transactions: nowhere,
      result: nowhere,
      evidence: nowhere,
      transaction: nowhere,
      narrative: nowhere,
      program: nowhere,
      country: links.country,
      donor: nowhere,
      indicator: links.indicator,
      pillar: links.pillar,
      programs: nowhere,
      proof: nowhere,
    };
  }
  return {
    ...links,
    program: ({ code, isReadable }) => (isReadable ? links.program(code) : null),
    donor: (code) => (namesDonor(seen.scope, code) ? links.donor(code) : null),
  };
}
