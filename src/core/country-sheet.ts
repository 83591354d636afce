import type { Facts } from './facts.ts';
import { indexOf } from './facts-index.ts';
import type { Day, Program } from './program.ts';
import { compareCodes } from './text.ts';

/** The one region whose countries change by date: the members of the organisation. */
export const MEMBER_STATES = 'region:oas-member-states';

/**
 * The countries that a region is known to hold on a day, in order of code; for the member states those whose
 * membership has begun and not ended, for a region that is not in the facts none.
 *
 * @example countriesOf(facts, 'region:oas-member-states', '2024-01-01') // without NI, which left on 2023-11-19
 */
export function countriesOf(facts: Facts, region: string, day: Day): readonly string[] {
  const countries =
    region === MEMBER_STATES
      ? facts.memberships
          .filter(({ from, to }) => from <= day && (to === null || day < to))
          .map(({ country }) => country)
      : (facts.places.find(({ code }) => code === region)?.countries ?? []);
  return [...countries].sort();
}

/**
 * The programmes that stand on a country's fact sheet as of a day, in order of code.
 *
 * A programme stands there if it runs in the country, or in a region that holds the country and has a figure of its
 * own, target or actual, for such a region: a regional programme that has reported nothing is on nobody's sheet. Where
 * an activity stands on the sheet itself, the programmes above it do not.
 *
 * @param isShown leaves programmes out as if they were not there
 * @example Chile on 2017-06-30 // AEO, CARGO-CL, MAR-CL (and not its parent MAR), NET-POL, NET-PREV, R1540
 */
export function programsOnSheet(
  facts: Facts,
  country: string,
  day: Day,
  isShown: (program: Program) => boolean = () => true,
): readonly Program[] {
  const { tree, attributed } = indexOf(facts);
  const regions = new Set(
    facts.places.map(({ code }) => code).filter((code) => countriesOf(facts, code, day).includes(country)),
  );
  const reportedForRegion = new Set(
    attributed.filter((row) => regions.has(row.country)).map(({ result }) => result.program),
  );
  const standing = facts.programs.filter((program) => {
    if (!isShown(program)) return false;
    const places = tree.effective(program.code).places.map(({ code }) => code);
    if (places.includes(country)) return true;
    return reportedForRegion.has(program.code) && places.some((place) => regions.has(place));
  });
  const above = new Set(standing.flatMap(({ code }) => tree.ancestors(code)));
  return standing.filter((program) => !above.has(program)).sort((a, b) => compareCodes(a.code, b.code));
}
