/**
 * What a reader may see. It is the first argument of every read and has no default, so that nobody forgets it.
 *
 * - `all`: every approved row.
 * - `programs`: an officer's programmes, with what lies below them.
 * - `donor`: what organisations fund, and their own money alone; nothing of another donor, not even its name.
 * - `public`: approved results without money, donors, evidence and notes.
 */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'programs'; readonly programs: readonly string[] }
  | { readonly kind: 'donor'; readonly organisations: readonly string[] }
  | { readonly kind: 'public' };

/** Every approved row: for those who may see the whole portfolio. */
export const EVERYTHING: Scope = { kind: 'all' };

/**
 * Equal scopes have equal keys.
 *
 * @example scopeKey({ kind: 'donor', organisations: ['italy', 'canada'] }) // 'donor:["canada","italy"]'
 */
export function scopeKey(scope: Scope): string {
  if (scope.kind === 'all' || scope.kind === 'public') return scope.kind;
  const codes = scope.kind === 'donor' ? scope.organisations : scope.programs;
  return `${scope.kind}:${JSON.stringify([...new Set(codes)].sort())}`;
}
