import type { Scope } from '../visibility/scope.ts';

/**
 * Whether somebody may enter what is about a programme: about any, or about those that the mandate names and all below
 * them.
 *
 * @param above the programmes above it, nearest first
 * @example mayEnterFor(officerScope('TOUR'), 'TOUR-CR', ['TOUR']) // true
 */
export function mayEnterFor(
  { rights, programs }: Pick<Scope, 'rights' | 'programs'>,
  program: string,
  above: readonly string[],
): boolean {
  switch (rights.entersFigures) {
    case 'all':
      return true;
    case 'named':
      return [program, ...above].some((code) => programs.includes(code));
    case 'none':
      return false;
  }
}
