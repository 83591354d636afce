import type { AccountRow } from './accounts.repository.ts';
import type { OidcIdentity, Opened } from './arrival.ts';

/** What is still needed of somebody who has given a password. */
export function stageOf({
  role,
  totpConfirmedAt,
}: Pick<AccountRow, 'role' | 'totpConfirmedAt'>): Opened['stage'] {
  if (totpConfirmedAt !== null) return 'second-factor';
  return mustHaveSecondFactor(role) ? 'enrolment' : 'full';
}

/**
 * What is still needed of somebody from the OpenID provider, which asks for factors of its own: ours too only of whoever
 * must have two, where the provider does not say that it asked for more than one.
 */
export function stageFromProvider(
  account: Pick<AccountRow, 'role' | 'totpConfirmedAt'>,
  { multiFactor }: Pick<OidcIdentity, 'multiFactor'>,
): Opened['stage'] {
  return multiFactor || !mustHaveSecondFactor(account.role) ? 'full' : stageOf(account);
}

/** Whoever may change what others may do. */
export function mustHaveSecondFactor(role: AccountRow['role']): boolean {
  return role === 'administrator';
}
