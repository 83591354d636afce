import type { Dimension, TotalsQuery } from '../../src/core/aggregate.ts';
import type { Filter } from '../../src/core/facts.ts';
import { type Draw, drawsOf, pick, weighted, whole, zipf } from '../generated/draws.ts';
import { countriesOf, dayOf, donorsOf, lastDay, MONTHS, PILLARS, type Scale } from '../generated/words.ts';

/** Questions that are alike: how many filters they have. */
export interface Round {
  readonly name: 'no filter' | 'one filter' | 'three filters';
  readonly questions: readonly TotalsQuery[];
}

const BY: readonly Dimension[] = ['pillar', 'country', 'donor', 'year', 'axis:sex'];
/** So many questions of each round: the 99th percentile is the slowest but one. */
const OF_ROUND = 100;
const FROM_FIRST = { to: lastDay(MONTHS - 1) };

/** Actuals of an indicator by each dimension, to the last day of all or in a window, of what large and small ones ask for. */
export function roundsOf(indicator: string, scale: Scale): readonly Round[] {
  const countries = countriesOf(scale);
  const donors = donorsOf(scale);
  const [byCountry, byDonor] = [zipf(countries.length, 0.8), zipf(donors.length, 1.1)];
  const narrowed = {
    pillar: (draw: Draw) => ({ pillar: pick(draw, PILLARS) }),
    country: (draw: Draw) => ({ country: countries[weighted(draw, byCountry)] ?? '' }),
    donor: (draw: Draw) => ({ donor: donors[weighted(draw, byDonor)] ?? '' }),
    days: (draw: Draw) => {
      const first = whole(draw, MONTHS - 12);
      return {
        from: dayOf(first, 1 + whole(draw, 28)),
        to: dayOf(first + 1 + whole(draw, 11), 1 + whole(draw, 28)),
      };
    },
  };
  const single = Object.values(narrowed);
  const round = (name: Round['name'], filterOf: (draw: Draw, turn: number) => Filter): Round => ({
    name,
    questions: Array.from({ length: OF_ROUND }, (_, row) => {
      const by = BY[row % BY.length] ?? 'pillar';
      const turn = Math.floor(row / BY.length);
      return {
        indicator,
        kind: 'actual',
        by,
        filter: { ...FROM_FIRST, ...filterOf(drawsOf(name, row), turn) },
      };
    }),
  });
  return [
    round('no filter', () => ({})),
    round('one filter', (draw, turn) => single[turn % single.length]?.(draw) ?? {}),
    round('three filters', (draw, turn) => {
      const left = turn % single.length;
      return Object.assign({}, ...single.filter((_, at) => at !== left).map((one) => one(draw)));
    }),
  ];
}
