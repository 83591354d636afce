import { programsOnSheet } from '../core/country-sheet.ts';
import { NOT_RECORDED } from '../core/dimension.ts';
import { indexOf } from '../core/facts-index.ts';
import { select } from '../core/filter.ts';
import type { Program } from '../core/program.ts';
import { seesProgram } from './sight.ts';
import { hasBegun, type View } from './view.ts';

/** The programmes that a view is about; those of a country are the ones on its sheet. */
export function programmesOf(view: View): readonly Program[] {
  const { country, ...rest } = view.filter;
  if (country === undefined) return programsInView(view);
  const others = new Set(programsInView({ ...view, filter: rest }).map(({ code }) => code));
  return programsOnSheet(view.facts, country, view.cutOff, (program) => hasBegun(view, program)).filter(
    ({ code }) => others.has(code),
  );
}

/** The programmes that a view is about: those that match its filter, and for a country those with figures there. */
export function programsInView(view: View): readonly Program[] {
  const { pillar, country, donor, program: wanted } = view.filter;
  const within = wanted === undefined ? null : view.tree.withDescendants(wanted);
  const figures = select(indexOf(view.facts).attributed, withoutDates(view), view.tree).inside;
  const withFigures = new Set(figures.map(({ result }) => result.program));
  return view.facts.programs.filter((program) => {
    const { code } = program;
    const { pillars, places, funders } = view.tree.effective(code);
    return (
      seesProgram(view, code) &&
      hasBegun(view, program) &&
      (within === null || within.has(code)) &&
      (pillar === undefined || pillars.some((each) => each.code === pillar)) &&
      (donor === undefined || (donor === NOT_RECORDED ? funders.length === 0 : funders.includes(donor))) &&
      (country === undefined || withFigures.has(code) || places.some((each) => each.code === country))
    );
  });
}

/**
 * How many programmes a list stands for, and how many rows it is: without a programme above it in the list, a row is
 * at the top of it.
 */
export function programCounts(
  view: View,
  programs: readonly Program[],
): { readonly top: number; readonly all: number } {
  const codes = new Set(programs.map(({ code }) => code));
  const top = programs.filter(
    ({ code }) => !view.tree.ancestors(code).some((above) => codes.has(above.code)),
  ).length;
  return { top, all: programs.length };
}

/** The filter at any time: what runs somewhere is not a matter of what was reported when. */
export function withoutDates(view: View) {
  const { from: _from, to: _to, ...rest } = view.filter;
  return rest;
}
