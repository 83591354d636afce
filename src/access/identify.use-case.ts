import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../core/errors.ts';
import { Clock } from '../platform/clock/clock.ts';
import { askedTogetherBy } from '../platform/database/asked-together.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import { tokenFinder, touchToken } from './api-tokens.repository.ts';
import { RoleRights } from './role.ts';
import { digestOf } from './secrets.adapter.ts';
import { idleSince, isWorthNoting } from './session-limits.ts';
import { endSession, type OpenSession, sessionFinder, touchSession } from './sessions.repository.ts';
import { STRANGER, type Visitor } from './visitor.ts';

/** Every token of ours begins so: people and secret scanners know one when they see it. */
export const TOKEN_PREFIX = 'attest_';

/** Tells who sends a request. */
@Injectable()
export class Identify {
  private readonly findSession: (digest: string) => ReturnType<ReturnType<typeof sessionFinder>>;
  private readonly findToken: (digest: string) => ReturnType<ReturnType<typeof tokenFinder>>;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly clock: Clock,
    private readonly roles: RoleRights,
  ) {
    const [findSession, findToken] = [sessionFinder(db), tokenFinder(db)];
    // A browser asks for much at once: what has come by the time the database is asked, is asked for together.
    this.findSession = askedTogetherBy((digest) => {
      const now = clock.now();
      return findSession(digest, { now, idleSince: idleSince(now) });
    });
    this.findToken = askedTogetherBy((digest) => findToken(digest, clock.now()));
  }

  /**
   * By the token of its `Authorization` header, else by the session in its cookie.
   *
   * @throws DomainError `ACCESS.TOKEN` (unknown-visitor) for a token that is not in force: whoever sends one wants to
   *   know, and not be taken for a stranger
   */
  async visitor(authorization: string | undefined, cookie: string | undefined): Promise<Visitor> {
    if (authorization !== undefined) return this.byToken(authorization);
    return cookie === undefined ? STRANGER : this.bySession(cookie);
  }

  private async byToken(authorization: string): Promise<Visitor> {
    const [, token] = /^bearer (\S{1,200})$/i.exec(authorization) ?? [];
    const now = this.clock.now();
    const found = token?.startsWith(TOKEN_PREFIX) === true ? await this.findToken(digestOf(token)) : null;
    if (found === null) {
      throw new DomainError('ACCESS.TOKEN', 'The Authorization header holds no token that is in force.', {
        kind: 'unknown-visitor',
        remedy: 'Send "Authorization: Bearer " and a token that has neither expired nor been revoked.',
      });
    }
    const { id, name, role, organisations, programs, lastUsedAt } = found;
    if (isWorthNoting(lastUsedAt, now)) await touchToken(this.db, id, now);
    return { kind: 'token', token: id, name, role, organisations, programs, rights: this.roles.of(role) };
  }

  private async bySession(cookie: string): Promise<Visitor> {
    const now = this.clock.now();
    const session = await this.findSession(digestOf(cookie));
    if (session === null) return STRANGER;
    if (isWorthNoting(session.lastSeenAt, now)) await touchSession(this.db, session.id, now);
    return visitorOf(session, this.roles);
  }

  /** Signs out where a cookie is signed in. */
  async leave(cookie: string): Promise<void> {
    await endSession(this.db, digestOf(cookie));
  }
}

function visitorOf(
  { id, account, stage, name, email, role, organisations, programs }: OpenSession,
  roles: RoleRights,
): Visitor {
  const who = { account, name, email, session: id };
  return stage === 'full'
    ? { kind: 'person', ...who, role, organisations, programs, rights: roles.of(role) }
    : { kind: 'half-way', ...who, needs: stage };
}
