import type { Role } from '../access/index.ts';

/** Of which roles everybody can be sent a report. */
export const GROUP_ROLES = [
  'administrator',
  'manager',
  'officer',
  'donor',
] as const satisfies readonly Role[];
