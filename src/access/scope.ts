/**
 * What a reader may see. It is the first argument of every read and has no default, so that nobody forgets it.
 * `all`: every approved row. `donor`: what an organisation funds, and its own money alone.
 */
export type Scope = { readonly kind: 'all' } | { readonly kind: 'donor'; readonly organisation: string };

/** Every approved row: for those who may see the whole portfolio. */
export const EVERYTHING: Scope = { kind: 'all' };
