/** What other features may use of this one. */

export { EVERYTHING, type Scope, scopeKey } from '../core/visibility/scope.ts';
export { adminCommand } from './admin.command.ts';
export { Audit } from './audit.use-case.ts';
export { type Door, passageAt } from './door.ts';
export { type Gate, ReaderScope, registerGate } from './gate.guard.ts';
export { Identify } from './identify.use-case.ts';
export { readInScope } from './in-scope.repository.ts';
export { Limiter } from './limiter.use-case.ts';
export { OneTimeCodes } from './one-time.use-case.ts';
export { type Mandate, ROLES, type Role, RoleRights } from './role.ts';
export { type Choice, ScopeChoices } from './scope-choices.ts';
export { ServiceKey } from './service-key.use-case.ts';
export { signedInOf } from './signed-in.ts';
export { actorOf, rightsOf, STRANGER, type Visitor, visitorKey, visitorMay } from './visitor.ts';
