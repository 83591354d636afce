import type { TotalsQuery } from '../aggregate.ts';
import type { Day } from '../program.ts';
import type { Narrative } from './narrative.ts';
import type { Reference } from './written-text.ts';

/**
 * What a reference in a text means: the total of the indicator, for the programme of the text with its activities, and for its
 * place where it has one; what was achieved up to the cut-off, a target beyond it too. Whatever else its reader asked for
 * narrows it not, so that a sentence says the same wherever it stands.
 *
 * @example of [officials-trained] in a text of TOUR in AG // actual of TOUR and its activities, by country AG
 */
export function referredTotal(
  { program, place }: Pick<Narrative, 'program' | 'place'>,
  { indicator, kind }: Reference,
  cutOff: Day,
): TotalsQuery {
  const filter = {
    program,
    ...(place !== null && { country: place }),
    ...(kind === 'actual' && { to: cutOff }),
  };
  return { indicator, kind, by: 'program', filter };
}
