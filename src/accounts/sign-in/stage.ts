import type { AccountRow } from '../../access/index.ts';
import type { Rights } from '../../core/visibility/rights.ts';
import type { OidcIdentity } from '../oidc/oidc-identity.ts';
import type { Opened } from './open-session.use-case.ts';

/** Those of an account's role. */
type Duties = Pick<Rights, 'needsSecondFactor'>;

/** What is still needed of somebody who has given a password. */
export function stageOf(
  { totpConfirmedAt }: Pick<AccountRow, 'totpConfirmedAt'>,
  { needsSecondFactor }: Duties,
): Opened['stage'] {
  if (totpConfirmedAt !== null) return 'second-factor';
  return needsSecondFactor ? 'enrolment' : 'full';
}

/**
 * What is still needed of somebody from the OpenID provider, which asks for factors of its own: ours too only of whoever
 * must have two, where the provider does not say that it asked for more than one.
 */
export function stageFromProvider(
  account: Pick<AccountRow, 'totpConfirmedAt'>,
  duties: Duties,
  { multiFactor }: Pick<OidcIdentity, 'multiFactor'>,
): Opened['stage'] {
  return multiFactor || !duties.needsSecondFactor ? 'full' : stageOf(account, duties);
}
