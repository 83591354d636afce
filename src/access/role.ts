import type { Scope } from './scope.ts';

/** What somebody is to the organisation (README.md, "Who gets in"). */
export const ROLES = ['administrator', 'manager', 'officer', 'donor'] as const;
export type Role = (typeof ROLES)[number];

/** A role with what it is for: an officer's programmes, a donor's organisations; empty for the others. */
export interface Mandate {
  readonly role: Role;
  readonly programs: readonly string[];
  readonly organisations: readonly string[];
}

/**
 * What a mandate lets its holder read. An officer without programmes sees none.
 *
 * @example scopeOf({ role: 'donor', organisations: ['canada'], programs: [] }) // { kind: 'donor', organisations: ['canada'] }
 */
export function scopeOf({ role, programs, organisations }: Mandate): Scope {
  switch (role) {
    case 'administrator':
    case 'manager':
      return { kind: 'all' };
    case 'officer':
      return { kind: 'programs', programs };
    case 'donor':
      return { kind: 'donor', organisations };
  }
}
