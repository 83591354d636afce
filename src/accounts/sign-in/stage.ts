import type { AccountRow, SecondFactorDuty } from '../../access/index.ts';
import type { OidcIdentity } from '../oidc/oidc-identity.ts';
import type { Opened } from './open-session.use-case.ts';

const WITHOUT_FACTOR = { none: 'full', later: 'later', now: 'enrolment' } as const;

/** What is still needed of somebody who has given a password. Whoever has a second factor is always asked for it. */
export function stageOf(
  { totpConfirmedAt }: Pick<AccountRow, 'totpConfirmedAt'>,
  duty: SecondFactorDuty,
): Opened['stage'] {
  return totpConfirmedAt === null ? WITHOUT_FACTOR[duty] : 'second-factor';
}

/**
 * What is still needed of somebody from the OpenID provider, which asks for factors of its own: ours too only of whoever
 * must have two, where the provider does not say that it asked for more than one.
 */
export function stageFromProvider(
  account: Pick<AccountRow, 'totpConfirmedAt'>,
  duty: SecondFactorDuty,
  { multiFactor }: Pick<OidcIdentity, 'multiFactor'>,
): Opened['stage'] {
  return multiFactor || duty === 'none' ? 'full' : stageOf(account, duty);
}
