import { may, type Right, type Rights } from '../../core/visibility/rights.ts';
import type { Scope } from '../../core/visibility/scope.ts';
import type { Actor } from '../../platform/database/actor.repository.ts';
import type { Keeper } from '../in-scope.repository.ts';
import type { Mandate, RoleRights } from '../role.ts';

/** Whoever sends a request, as far as the gate knows. */
export type Visitor =
  /** Signed in, with every factor that the role needs now. */
  | ({
      readonly kind: 'person';
      readonly account: string;
      readonly name: string;
      readonly email: string;
      /** Identifies the session; not the secret in the cookie. */
      readonly session: string;
      /** The role needs a second factor, which may wait until people come from elsewhere. */
      readonly owesSecondFactor: boolean;
    } & Mandate &
      Holder)
  /** A program with an API token. */
  | ({
      readonly kind: 'token';
      readonly token: string;
      readonly name: string;
      /** May do what its role does, and not only read. */
      readonly writes: boolean;
      /** The account that made it, whose hand it is; null: the command line did. */
      readonly madeBy: string | null;
    } & Mandate &
      Holder)
  /** Has given a password, and must still give, or set up, the second factor. */
  | {
      readonly kind: 'half-way';
      readonly account: string;
      readonly name: string;
      readonly email: string;
      readonly session: string;
      readonly needs: 'second-factor' | 'enrolment';
    }
  | { readonly kind: 'stranger' };

/** Signed in. */
export type Person = Extract<Visitor, { kind: 'person' }>;
/** Between a password and being signed in. */
export type HalfWay = Extract<Visitor, { kind: 'half-way' }>;

/** Whoever has a mandate has the rights of its role. */
interface Holder {
  readonly rights: Rights;
}

/** Has come with no session and no token. */
export const STRANGER: Visitor = { kind: 'stranger' };

/** What a visitor may read. Strangers read what is public, where the gate lets them that far at all. */
export function readableBy(visitor: Visitor, roles: RoleRights): Scope {
  return visitor.kind === 'person' || visitor.kind === 'token' ? roles.scopeOf(visitor) : roles.public();
}

/** The rights of a visitor's role; null for those who have none. */
export function rightsOf(visitor: Visitor): Rights | null {
  return visitor.kind === 'person' || visitor.kind === 'token' ? visitor.rights : null;
}

/** Whether a visitor has anything of a right by its role: guards ask for rights, and never for a role. */
export function visitorMay(visitor: Visitor, right: Right): boolean {
  const rights = rightsOf(visitor);
  return rights !== null && may(rights, right);
}

/** Limits count by person or token, and by address for those whom nobody knows. */
export function visitorKey(visitor: Visitor, address: string): string {
  switch (visitor.kind) {
    case 'person':
    case 'half-way':
      return `account:${visitor.account}`;
    case 'token':
      return `token:${visitor.token}`;
    case 'stranger':
      return `address:${address}`;
  }
}

/** The visitor as the audit names it. */
export function actorOf(visitor: Visitor, address: string): Actor {
  switch (visitor.kind) {
    case 'person':
    case 'half-way':
      return { kind: 'person', id: visitor.account, name: visitor.email, address };
    case 'token':
      return { kind: 'token', id: visitor.token, name: visitor.name, address };
    case 'stranger':
      return { kind: 'stranger', address };
  }
}

/** The visitor as one who keeps things: a program keeps none, and finds what is shared and what it entered. */
export function keeperOf({ visitor, scope }: { readonly visitor: Visitor; readonly scope: Scope }): Keeper {
  const account = visitor.kind === 'person' ? visitor.account : null;
  return visitor.kind === 'token' ? { scope, account, token: visitor.token } : { scope, account };
}
