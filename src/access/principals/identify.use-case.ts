import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../../core/errors.ts';
import type { Rights } from '../../core/visibility/rights.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { askedTogetherBy } from '../../platform/database/asked-together.ts';
import { DATABASE } from '../../platform/database/database.module.ts';
import type { Database } from '../../platform/database/database.ts';
import { RoleRights } from '../role.ts';
import { type TokenInForce, tokenFinder, touchToken } from './api-tokens.repository.ts';
import { digestOf } from './secrets.adapter.ts';
import { idleSince, isFreshFromPassword, isWorthNoting } from './session-limits.ts';
import { endSession, type OpenSession, sessionFinder, touchSession } from './sessions.repository.ts';
import { STRANGER, type Visitor } from './visitor.ts';

/** Every token of ours begins so: people and secret scanners know one when they see it. */
export const TOKEN_PREFIX = 'attest_';

/** Who sends a request, and what there is to read when it comes. */
export interface Found {
  readonly visitor: Visitor;
  /** The newest of the portfolio, told with whose the request is; null for strangers, of whom nothing is asked. */
  readonly revision: number | null;
  /** The stamp of the settings, told likewise. */
  readonly settings: string | null;
}

/** Tells who sends a request. */
@Injectable()
export class Identify {
  private readonly findSession: (digest: string) => Promise<OpenSession | null>;
  private readonly findToken: (digest: string) => Promise<TokenInForce | null>;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly clock: Clock,
    private readonly roles: RoleRights,
  ) {
    const [findSessions, findTokens] = [sessionFinder(db), tokenFinder(db)];
    // Much comes at once, of one browser and of many: all that has come by the time the database is asked.
    this.findSession = askedTogetherBy((digests) => {
      const now = clock.now();
      return findSessions(digests, { now, idleSince: idleSince(now) });
    });
    this.findToken = askedTogetherBy((digests) => findTokens(digests, clock.now()));
  }

  /**
   * By the token of its `Authorization` header, else by the session in its cookie.
   *
   * @param fromThisMachine a second factor may wait for nobody who comes from elsewhere
   * @throws DomainError `ACCESS.TOKEN` (unknown-visitor) for a token that is not in force: whoever sends one wants to
   *   know, and not be taken for a stranger
   */
  async found(
    authorization: string | undefined,
    cookie: string | undefined,
    fromThisMachine = false,
  ): Promise<Found> {
    if (authorization !== undefined) return this.byToken(authorization);
    return cookie === undefined ? NOBODY : this.bySession(cookie, fromThisMachine);
  }

  /** The same without what there is to read. */
  async visitor(authorization: string | undefined, cookie: string | undefined): Promise<Visitor> {
    return (await this.found(authorization, cookie)).visitor;
  }

  private async byToken(authorization: string): Promise<Found> {
    const [, token] = /^bearer (\S{1,200})$/i.exec(authorization) ?? [];
    const now = this.clock.now();
    const found = token?.startsWith(TOKEN_PREFIX) === true ? await this.findToken(digestOf(token)) : null;
    if (found === null) {
      throw new DomainError('ACCESS.TOKEN', 'The Authorization header holds no token that is in force.', {
        kind: 'unknown-visitor',
        remedy: 'Send "Authorization: Bearer " and a token that has neither expired nor been revoked.',
      });
    }
    const { id, name, role, organisations, programs, writes, createdBy, lastUsedAt, revision, settings } =
      found;
    if (isWorthNoting(lastUsedAt, now)) await touchToken(this.db, id, now);
    const rights = this.roles.of(role);
    const mandate = { role, organisations, programs, rights };
    const visitor = { kind: 'token', token: id, name, writes, madeBy: createdBy, ...mandate } as const;
    return { visitor, revision, settings };
  }

  private async bySession(cookie: string, fromThisMachine: boolean): Promise<Found> {
    const now = this.clock.now();
    const session = await this.findSession(digestOf(cookie));
    if (session === null) return NOBODY;
    if (isWorthNoting(session.lastSeenAt, now)) await touchSession(this.db, session.id, now);
    const mayWait = fromThisMachine && this.roles.secondFactorOf(session.role) === 'later';
    const visitor = visitorOf(session, { rights: this.roles.of(session.role), mayWait, now });
    const { revision, settings } = session;
    return visitor === STRANGER ? NOBODY : { visitor, revision, settings };
  }

  /** Signs out where a cookie is signed in. */
  async leave(cookie: string): Promise<void> {
    await endSession(this.db, digestOf(cookie));
  }
}

const NOBODY: Found = { visitor: STRANGER, revision: null, settings: null };

function visitorOf(
  { id, account, stage, createdAt, name, email, role, organisations, programs }: OpenSession,
  { rights, mayWait, now }: { readonly rights: Rights; readonly mayWait: boolean; readonly now: Date },
): Visitor {
  const who = { account, name, email, session: id };
  const owesSecondFactor = stage === 'enrolment' && mayWait;
  if (stage === 'full' || owesSecondFactor) {
    return { kind: 'person', ...who, owesSecondFactor, role, organisations, programs, rights };
  }
  // It was a whole one until the service got its address: whoever has it sets up a factor only by the password anew.
  if (stage === 'enrolment' && !isFreshFromPassword(createdAt, now)) return STRANGER;
  return { kind: 'half-way', ...who, needs: stage };
}
