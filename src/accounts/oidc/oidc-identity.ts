import type { Mandate } from '../../access/index.ts';
import type { Language } from '../../core/text.ts';
import { readVisible } from '../../core/unseen.ts';
import type { OidcConfig } from '../../platform/config/config.ts';
import { isMultiFactor } from './oidc-factors.ts';
import { mandateOfGroups } from './oidc-roles.ts';

/** Somebody whom the OpenID provider vouches for. */
export interface OidcIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | null;
  readonly emailVerified: boolean;
  readonly name: string;
  /** Of an account that is made; English without it. */
  readonly lang?: Language;
  /** What the provider's groups make of the person here; null: nothing. */
  readonly mandate: Mandate | null;
  /** The provider says that it asked for more than a password; otherwise administrators give our second factor too. */
  readonly multiFactor: boolean;
}

type Claims = Readonly<Record<string, unknown>>;

/** A name of ours is no longer (accounts.name). */
const LONGEST_NAME = 120;

/**
 * Somebody as the provider describes them: by the id token, and by the user information where that is silent.
 *
 * @param claims of a checked id token
 * @param more what the userinfo endpoint adds; an address is as verified as the answer that names it says
 */
export function identityOf(
  claims: Claims & { readonly iss: string; readonly sub: string },
  more: Claims,
  { claim, roles }: Pick<OidcConfig, 'claim' | 'roles'>,
): OidcIdentity {
  const addressed = claims.email === undefined ? more : claims;
  const email = textOf(addressed.email);
  return {
    issuer: claims.iss,
    subject: claims.sub,
    email,
    emailVerified: isVerified(addressed, claims.iss),
    name: nameOf(claims) ?? nameOf(more) ?? email ?? claims.sub,
    mandate: mandateOfGroups(claims[claim] ?? more[claim], roles),
    multiFactor: isMultiFactor(claims),
  };
}

/** Microsoft's provider never says `email_verified`; what it says instead (an optional claim) counts of it alone. */
const SAYS_EDOV = /^https:\/\/login\.(microsoftonline\.(com|us)|partner\.microsoftonline\.cn)\//;

function isVerified({ email_verified: verified, xms_edov: edov }: Claims, issuer: string): boolean {
  if (verified !== undefined) return verified === true;
  return SAYS_EDOV.test(issuer) && [true, 1, '1', 'true'].some((yes) => yes === edov);
}

function nameOf({ name, preferred_username: username }: Claims): string | null {
  const found = shown(name) ?? shown(username);
  return found === null ? null : [...found].slice(0, LONGEST_NAME).join('');
}

/** A name is nothing to refuse a person for: what nobody can see of it is left out. */
function shown(value: unknown): string | null {
  return typeof value === 'string' ? textOf(readVisible(value).text) : null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
