/** What other features may use of this one. */

export { EVERYTHING, type Scope, scopeKey } from '../core/visibility/scope.ts';
export {
  type AuditEntry,
  type AuditFilter,
  type AuditRow,
  addAudit,
  auditInChunks,
  countAudit,
  type KnownActor,
  knownActions,
  knownActors,
  readAudit,
} from './audit.repository.ts';
export { Audit } from './audit.use-case.ts';
export { type DeskNotice, DeskNotices, type DeskSource } from './desk-notices.adapter.ts';
export { type Door, passageAt } from './door.ts';
export { type Gate, ReaderScope, registerGate } from './gate.guard.ts';
export { type Keeper, readAsPerson, readInScope, SERVICE_ITSELF } from './in-scope.repository.ts';
export { Limiter } from './limiter.use-case.ts';
export { forgetOldCounts, type Limit } from './limits.repository.ts';
export { safeNext, withNext } from './next.ts';
export {
  type AccountRow,
  accountsLetIn,
  addAccount,
  administratorsOf,
  closedAccounts,
  type Enterer,
  enterersOf,
  findAccount,
  findByEmail,
  findByOidc,
  findListedAccount,
  hasAdministrator,
  hasOtherAdministrator,
  holdFirstAdministrator,
  type ListedAccount,
  listAccounts,
  lockAccount,
  mandateColumns,
  takeTotpStep,
  updateAccount,
} from './principals/accounts.repository.ts';
export {
  findToken,
  listTokens,
  type MadeToken,
  revokeToken,
  storeToken,
} from './principals/api-tokens.repository.ts';
export type { Arrival } from './principals/arrival.ts';
export { Identify, TOKEN_PREFIX } from './principals/identify.use-case.ts';
export { personOf } from './principals/person.ts';
export { digestOf, newSecret } from './principals/secrets.adapter.ts';
export { idleSince, sessionEnd } from './principals/session-limits.ts';
export {
  endSession,
  endSessionOf,
  endSessionsOf,
  findOpenSession,
  forgetEndedSessions,
  listSessions,
  type SessionRow,
  storeSession,
} from './principals/sessions.repository.ts';
export { signedInOf } from './principals/signed-in.ts';
export {
  actorOf,
  type HalfWay,
  keeperOf,
  type Person,
  rightsOf,
  STRANGER,
  type Visitor,
  visitorKey,
  visitorMay,
} from './principals/visitor.ts';
export { type Mandate, ROLES, type Role, RoleRights, type SecondFactorDuty } from './role.ts';
export { ServiceKey } from './service-key.use-case.ts';
export { forgetSession, keepSession } from './session-cookie.ts';
export { CurrentSettings } from './settings/current-settings.use-case.ts';
export {
  changeSettings,
  isMoneyRecorded,
  readLogo,
  readMailDomains,
  readReportingCurrency,
  type SettingsChange,
  type StoredLogo,
} from './settings/settings.repository.ts';
export { type Asked, type PageQuery, pageQuery } from './visit/page-query.ts';
export type { PageForm, Refusal } from './visit/refusal.ts';
export { type Frame, Visit } from './visit/visit.adapter.ts';
export { Visiting } from './visit/visiting.pipe.ts';
