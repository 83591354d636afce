import type { Scope } from '../../access/index.ts';
import type { Names } from '../../core/figures.ts';
import type { Day } from '../../core/program.ts';

/** Who asks for rows, on which day, and the short lists of what is asked. */
export interface RowsAsking {
  readonly scope: Scope;
  readonly today: Day;
  readonly names: Names;
}
