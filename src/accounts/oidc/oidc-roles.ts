import type { Mandate } from '../../access/index.ts';
import type { OidcRole } from '../../platform/config/config.ts';
import { readRole } from '../people/mandate.ts';

/**
 * What somebody is here, by the groups that the provider names: the first mapping that fits. Null where none does.
 *
 * @param held the claim: one group, or several; anything else holds none
 * @example mandateOfGroups(['staff', 'canada'], [{ value: 'canada', role: 'donor', codes: ['canada'] }])
 *   // { role: 'donor', organisations: ['canada'], programs: [] }
 */
export function mandateOfGroups(held: unknown, roles: readonly OidcRole[]): Mandate | null {
  const groups = typeof held === 'string' ? [held] : Array.isArray(held) ? held : [];
  const fitting = roles.find(({ value }) => groups.includes(value));
  if (fitting === undefined) return null;
  const role = readRole(fitting.role);
  return {
    role,
    organisations: role === 'donor' ? fitting.codes : [],
    programs: role === 'officer' ? fitting.codes : [],
  };
}
