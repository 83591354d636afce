import { cell } from './cells.ts';
import { idOf } from './row-identity.ts';

/** A key of people's own, or the id that a figure has. */
export const refCell = cell((text) => idOf(text) ?? text, { most: 100 });
