import type { Dimension } from '../core/dimension.ts';
import type { ProgramStanding } from '../core/figures-of-programs.ts';
import type { ProgramTree } from '../core/program-tree.ts';
import type { View } from './view.ts';

/** A view that has asked how the programmes stand that it is going to name. */
export interface NamedView extends View {
  readonly programs: ReadonlyMap<string, ProgramStanding>;
}

/**
 * Asks for the programmes of what is going to be shown, so that words and links need not wait for each.
 *
 * @example programLabel(await withPrograms(view, ['TOUR']), 'TOUR') // 'TOUR'
 */
export async function withPrograms(view: View, codes: Iterable<string>): Promise<NamedView> {
  const wanted = new Set(codes);
  return { ...view, programs: wanted.size === 0 ? new Map() : await view.figures.standings(wanted) };
}

/** The same for the rows of a total. */
export function withProgramsOf(
  view: View,
  { by, rows }: { readonly by: Dimension; readonly rows: readonly { readonly key: string }[] },
): Promise<NamedView> {
  return withPrograms(view, by === 'program' ? rows.map(({ key }) => key) : []);
}

/** The same for rows of the record. */
export function withProgramsBehind(
  view: View,
  rows: readonly { readonly program: string }[],
): Promise<NamedView> {
  return withPrograms(
    view,
    rows.map(({ program }) => program),
  );
}

/** @throws Error for a programme that nobody asked for: whoever shows rows asks for all of theirs */
export function standingOf({ programs }: NamedView, code: string): ProgramStanding {
  const standing = programs.get(code);
  if (standing !== undefined) return standing;
  throw new Error(`Programme ${code} is shown, but withPrograms was not asked for it.`);
}

/** What holds for each of them, as `attribute` asks for it. */
export function standings(view: NamedView): Pick<ProgramTree, 'effective'> {
  return { effective: (code) => standingOf(view, code).holds };
}

/** Where a programme's page is; null: nowhere, or not for this reader. */
export function programHref(view: NamedView, code: string): string | null {
  return view.links.program(standingOf(view, code));
}
