import type { Language } from '../core/text.ts';
import type { Mandate } from './role.ts';
import type { Visitor } from './visitor.ts';

/** Where a request comes from: for the list of sessions and the audit. */
export interface Arrival {
  readonly address: string;
  readonly userAgent: string;
}

/** A session just begun. */
export interface Opened {
  /** The secret for the browser, told this once. */
  readonly cookie: string;
  /** What is still needed: nothing where it is `full`. */
  readonly stage: 'full' | 'second-factor' | 'enrolment';
}

export type Person = Extract<Visitor, { kind: 'person' }>;
export type HalfWay = Extract<Visitor, { kind: 'half-way' }>;

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
