import type { Share } from '../../src/core/program.ts';
import type { Effective } from '../../src/core/program-tree.ts';
import { type Draw, drawsOf, falls, pick, type Weights, weighted, whole, zipf } from './draws.ts';
import {
  countriesOf,
  donorsOf,
  implementersOf,
  MONTHS,
  PILLARS,
  type Region,
  regionsOf,
  type Scale,
} from './words.ts';

/** A programme as results and transactions need it: with what it inherits. Months are counted from the first of all. */
export interface MadeProgram {
  readonly code: string;
  readonly parent: string | null;
  readonly own: Effective;
  readonly effective: Effective;
  readonly implementers: readonly string[];
  readonly starts: number;
  /** Null: open. */
  readonly ends: number | null;
}

interface Choices {
  readonly scale: Scale;
  readonly countries: readonly string[];
  readonly byCountry: Weights;
  readonly regions: readonly Region[];
  readonly donors: readonly string[];
  readonly byDonor: Weights;
  readonly implementers: readonly string[];
}

const NOTHING: Effective = { pillars: [], places: [], funders: [] };

/**
 * About a third are activities, which have pillars, funders and mostly places from the programme above them. One in ten
 * of those is an activity's own activity.
 */
export function programsOf(scale: Scale): readonly MadeProgram[] {
  const choices: Choices = {
    scale,
    countries: countriesOf(scale),
    byCountry: zipf(scale.countries, 0.8),
    regions: regionsOf(scale),
    donors: donorsOf(scale),
    byDonor: zipf(scale.donors, 1.1),
    implementers: implementersOf(scale),
  };
  const made: MadeProgram[] = [];
  const roots: MadeProgram[] = [];
  for (let row = 0; row < scale.programs; row += 1) {
    const draw = drawsOf('programs', row);
    const isActivity = roots.length > 0 && falls(draw, 1 / 3);
    const parent = isActivity ? pick(draw, falls(draw, 0.1) ? made : roots) : null;
    const program = parent === null ? rootOf(row, draw, choices) : activityOf(row, draw, parent, choices);
    made.push(program);
    if (parent === null) roots.push(program);
  }
  return made;
}

function rootOf(row: number, draw: Draw, choices: Choices): MadeProgram {
  const own = {
    pillars: pillarsOf(draw),
    places: placesOf(draw, choices),
    funders: fundersOf(draw, choices),
  };
  const starts = whole(draw, MONTHS - 24);
  return {
    ...programOf(row, draw, choices),
    parent: null,
    own,
    effective: own,
    starts,
    ends: endOf(draw, starts),
  };
}

function activityOf(row: number, draw: Draw, parent: MadeProgram, choices: Choices): MadeProgram {
  const own = falls(draw, 0.2)
    ? { ...NOTHING, places: [{ code: countryIn(draw, choices), share: null }] }
    : NOTHING;
  const effective = { ...parent.effective, ...(own.places.length > 0 ? { places: own.places } : {}) };
  const starts = Math.min(MONTHS - 1, parent.starts + whole(draw, 12));
  const { code: program } = parent;
  return {
    ...programOf(row, draw, choices),
    parent: program,
    own,
    effective,
    starts,
    ends: endOf(draw, starts),
  };
}

function programOf(
  row: number,
  draw: Draw,
  { implementers }: Choices,
): Pick<MadeProgram, 'code' | 'implementers'> {
  return {
    code: `P${String(row + 1).padStart(6, '0')}`,
    implementers: falls(draw, 0.6) ? [pick(draw, implementers)] : [],
  };
}

function endOf(draw: Draw, starts: number): number | null {
  return falls(draw, 0.3) ? null : starts + 12 + whole(draw, 60);
}

function pillarsOf(draw: Draw): readonly Share[] {
  const which = draw();
  if (which < 0.8) return [{ code: pick(draw, PILLARS), share: null }];
  const codes = several(2 + whole(draw, 2), () => pick(draw, PILLARS));
  return which < 0.95 ? shared(draw, codes) : unshared(codes);
}

function placesOf(draw: Draw, choices: Choices): readonly Share[] {
  const which = draw();
  if (which < 0.02) return [];
  if (which < 0.12) return [{ code: pick(draw, choices.regions).code, share: null }];
  if (which < 0.62) return [{ code: countryIn(draw, choices), share: null }];
  const codes = several(2 + whole(draw, 5), () => countryIn(draw, choices));
  return which < 0.92 ? shared(draw, codes) : unshared(codes);
}

function fundersOf(draw: Draw, { donors, byDonor }: Choices): readonly string[] {
  const which = draw();
  const count = which < 0.03 ? 0 : which < 0.68 ? 1 : which < 0.9 ? 2 : 3 + whole(draw, 2);
  return several(count, () => donors[weighted(draw, byDonor)] ?? '').toSorted();
}

function countryIn(draw: Draw, { countries, byCountry }: Choices): string {
  return countries[weighted(draw, byCountry)] ?? '';
}

/** As many as `count`, or fewer where one comes twice. */
function several(count: number, one: () => string): readonly string[] {
  return [...new Set(Array.from({ length: count }, one))];
}

function unshared(codes: readonly string[]): readonly Share[] {
  return codes.map((code) => ({ code, share: null }));
}

/** In hundredths of a percent, which sum to exactly 100 (rule 8). */
function shared(draw: Draw, codes: readonly string[]): readonly Share[] {
  let left = 10_000;
  return codes.map((code, at) => {
    const others = codes.length - at - 1;
    const share = others === 0 ? left : 1 + whole(draw, left - others);
    left -= share;
    return { code, share: (share / 100).toFixed(2) };
  });
}
