import type { ProgramsQuery } from '../core/figures-of-programs.ts';
import type { View } from './view.ts';

/** The programmes that a view is about, each before its activities; those of a country are the ones on its sheet. */
export function listedPrograms(view: View): ProgramsQuery {
  return { ...programsInView(view), sheetDay: view.cutOff, inOrderOf: 'tree' };
}

/** The programmes that a view is about: those that match its filter, and for a country those with figures there. */
export function programsInView(view: View): ProgramsQuery {
  return { filter: view.filter, begunBy: begunBy(view) };
}

/** A programme that begins after a report's cut-off is not in that report (rule 11). */
export function begunBy({ isReport, cutOff }: View): ProgramsQuery['begunBy'] {
  return isReport ? cutOff : null;
}
