import type { Transaction } from './funding.ts';
import type { Narrative } from './narratives/narrative.ts';
import type { OneOrMore } from './one-or-more.ts';
import type { Membership, Organisation, Pillar, Place, Program } from './program.ts';
import type { Indicator, Result } from './result.ts';

/** Everything that totals are computed from, as one reader may see it: approved rows only, already in scope. */
export interface Facts {
  /** Goes up by one with every change to the data; equal revisions hold equal facts. */
  readonly revision: number;
  readonly reportingCurrency: string;
  readonly pillars: readonly Pillar[];
  readonly places: readonly Place[];
  readonly memberships: readonly Membership[];
  readonly organisations: readonly Organisation[];
  readonly programs: readonly Program[];
  /** Codes of those with funders of their own, whether the reader is told of them or not; without it: whose funders are told. */
  readonly fundedByThemselves?: ReadonlySet<string>;
  readonly indicators: readonly Indicator[];
  readonly results: readonly Result[];
  readonly transactions: readonly Transaction[];
  /** Words beside figures, which count nowhere. */
  readonly narratives: readonly Narrative[];
}

/**
 * What a reader asked to see; every field narrows, and of several values of one any will do. All of it stands in the URL.
 */
export interface Filter {
  readonly pillar?: OneOrMore;
  /** Codes of countries or regions. */
  readonly country?: OneOrMore;
  /** Codes of organisations. */
  readonly donor?: OneOrMore;
  readonly indicator?: OneOrMore;
  /** Programmes and their descendants. */
  readonly program?: OneOrMore;
  /** With `from`, a window: undated rows do not count in it. Without, "to date". Both inclusive. */
  readonly from?: string;
  readonly to?: string;
}
