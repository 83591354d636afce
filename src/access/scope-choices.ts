import type { Language } from '../core/text.ts';

/** A code of the portfolio with its name in the reader's language. */
export interface Choice {
  readonly code: string;
  readonly label: string;
}

/**
 * What a mandate can be for. The portfolio belongs to features that lean on this one, so they provide it
 * (src/analytics/scope-choices.adapter.ts).
 */
export abstract class ScopeChoices {
  /** Organisations that fund or could fund, in the order of the reader's alphabet. */
  abstract organisations(language: Language): Promise<readonly Choice[]>;
  /** Programmes, likewise. */
  abstract programs(language: Language): Promise<readonly Choice[]>;
}
