import type { Rights } from './rights.ts';

/**
 * Who reads: the rights of a role, and what they are for. It is the first argument of every read and has no default, so that
 * nobody forgets it.
 */
export interface Scope {
  /** The row of the table `roles` by which the database decides. */
  readonly role: string;
  readonly rights: Rights;
  /** Programmes that the mandate names: an officer's. */
  readonly programs: readonly string[];
  /** Own organisations: a donor's. */
  readonly organisations: readonly string[];
}

/** The service itself, which makes what others read: every right, and no row of the table. */
export const EVERYTHING: Scope = {
  role: '',
  rights: {
    seesResults: 'all',
    seesMoney: 'all',
    seesOrganisations: 'all',
    readsTexts: 'all',
    seesRows: true,
    hasReports: 'all',
    entersFigures: 'all',
    approvesFigures: true,
    fillsFiles: true,
    downloadsTables: true,
    followsDeliveries: true,
    sendsReports: true,
    administersAccounts: true,
    readsAudit: true,
    operatesService: true,
    needsSecondFactor: false,
  },
  programs: [],
  organisations: [],
};

/** Whether nothing that is approved is kept from a reader. All others read under row-level security. */
export function seesEverything({ rights }: Scope): boolean {
  return (
    rights.seesResults === 'all' &&
    rights.seesMoney === 'all' &&
    rights.seesOrganisations === 'all' &&
    rights.readsTexts === 'all' &&
    rights.seesRows &&
    rights.hasReports === 'all'
  );
}

/**
 * Scopes that see the same have equal keys.
 *
 * @example scopeKey({ role: 'donor', organisations: ['italy', 'canada'], … }) // 'donor [] ["canada","italy"]'
 */
export function scopeKey(scope: Scope): string {
  if (seesEverything(scope)) return 'everything';
  const listed = (codes: readonly string[]) => JSON.stringify([...new Set(codes)].sort());
  return `${scope.role} ${listed(scope.programs)} ${listed(scope.organisations)}`;
}
