import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Audit, actorOf, EVERYTHING, Limiter, rightsOf, ServiceKey, type Visitor } from '../access/index.ts';
import { DomainError } from '../core/errors.ts';
import { Clock } from '../platform/clock/clock.ts';
import { CONFIG, type Config } from '../platform/config/config.ts';
import type { Actor } from '../platform/database/actor.repository.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import { type Issue, type IssueHead, Reports } from '../reporting/index.ts';
import { countOpening, findLink, type IssueLink, revokeLink } from './issue-links.repository.ts';
import { isGenuine, readToken } from './link-token.ts';

/** A request, as far as links ask: who sends it and from where. */
export type LinkRequest = Pick<FastifyRequest, 'visitor' | 'ip' | 'method'>;

/** What a link leads to: `sign-in` where nobody knows yet whether the visitor is its recipient. */
export type Followed<Opened> =
  | ({ readonly is: 'open' } & Opened)
  | { readonly is: 'sign-in' }
  /** It has ended, or never was; which of both nobody is told. */
  | { readonly is: 'ended' };

/** Why a link does not open: for the audit alone. */
type Refusal =
  | 'no token'
  | 'unknown'
  | 'forged'
  | 'expired'
  | 'revoked'
  | 'subscription ended'
  | 'not the recipient';

/** A reader opens a report once or twice, a mail scanner some times more. */
const OPENINGS = { most: 30, windowS: 600 };
/** Enough for a mailbox full of old links; nothing against 256 bits. */
const REFUSALS = { most: 60, windowS: 600 };

/** The links in e-mails, for whoever follows one (docs/decisions/mail-links.md). */
@Injectable()
export class IssueLinks {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly serviceKey: ServiceKey,
    private readonly limiter: Limiter,
    private readonly audit: Audit,
    private readonly reports: Reports,
  ) {}

  /** What links are signed with. */
  key(): Promise<Uint8Array> {
    return this.serviceKey.derive('issue-links');
  }

  /**
   * The issue that a link is for, without its file.
   *
   * @returns with when this link ends: a later e-mail of the same issue may have put the end of its own off
   * @throws DomainError `LIMIT.REACHED` (too-often)
   */
  async look(
    token: string,
    request: LinkRequest,
  ): Promise<Followed<{ readonly issue: IssueHead; readonly recipient: string; readonly expiresAt: Date }>> {
    const followed = await this.follow(token, request);
    if (followed.is !== 'open') return followed;
    const { link, expiresAt } = followed;
    const issue = await this.reports.head(EVERYTHING, link.issue);
    return { is: 'open', issue, recipient: link.recipient, expiresAt };
  }

  /**
   * The issue itself. It is counted and recorded, unless only its headers are asked for.
   *
   * @throws DomainError `LIMIT.REACHED` (too-often)
   */
  async open(token: string, request: LinkRequest): Promise<Followed<{ readonly issue: Issue }>> {
    const followed = await this.follow(token, request);
    if (followed.is !== 'open') return followed;
    const { link } = followed;
    await this.limiter.take(`link ${link.id}`, OPENINGS);
    const issue = await this.reports.find(EVERYTHING, link.issue);
    if (request.method !== 'HEAD') {
      const counted = await countOpening(this.db, link.id, this.clock.now());
      if (!counted) return this.refuse('revoked', request, link);
      await this.audit.of(request, {
        action: 'link.opened',
        actor: readerOf(request, link),
        subject: `issues ${link.issue}`,
        details: { link: link.id, recipient: link.recipient },
      });
    }
    return { is: 'open', issue };
  }

  /** @throws DomainError `LINK.UNKNOWN` (missing) */
  async revoke(id: string, actor: Actor): Promise<void> {
    const known = await this.db.transaction((tx) => revokeLink(tx, id, actor, this.clock.now()));
    if (known) return;
    throw new DomainError('LINK.UNKNOWN', `There is no link "${id}".`, { kind: 'missing' });
  }

  private async follow(
    text: string,
    request: LinkRequest,
  ): Promise<Followed<{ readonly link: IssueLink; readonly expiresAt: Date }>> {
    const token = readToken(text);
    if (token === null) return this.refuse('no token', request);
    const link = await findLink(this.db, token.id);
    if (link === null) return this.refuse('unknown', request);
    if (!isGenuine(await this.key(), token, link)) return this.refuse('forged', request, link);
    const now = this.clock.now();
    if (token.expiresAt <= now || link.expiresAt <= now) return this.refuse('expired', request, link);
    if (link.revokedAt !== null) return this.refuse('revoked', request, link);
    if (!link.subscribed) return this.refuse('subscription ended', request, link);
    if (this.config.links === 'sign-in') {
      const { visitor } = request;
      if (visitor.kind === 'stranger' || visitor.kind === 'half-way') return { is: 'sign-in' };
      if (!mayOpen(visitor, link)) return this.refuse('not the recipient', request, link);
    }
    return { is: 'open', link, expiresAt: token.expiresAt };
  }

  /** The limit comes first: whoever tries without end does not fill the audit. */
  private async refuse(
    reason: Refusal,
    request: LinkRequest,
    link?: IssueLink,
  ): Promise<{ readonly is: 'ended' }> {
    await this.limiter.take(`link-refused address:${request.ip}`, REFUSALS);
    await this.audit.of(request, {
      action: 'link.refused',
      ...(link === undefined ? {} : { subject: `issues ${link.issue}` }),
      details: { reason, ...(link === undefined ? {} : { link: link.id }) },
    });
    return { is: 'ended' };
  }
}

/** Its recipient, and those who see every report anyway. */
function mayOpen(visitor: Visitor, { recipient }: IssueLink): boolean {
  if (rightsOf(visitor)?.hasReports === 'all') return true;
  return visitor.kind === 'person' && visitor.email.toLowerCase() === recipient.toLowerCase();
}

/** Without a sign-in it is the recipient's link that says who reads. */
function readerOf({ visitor, ip }: LinkRequest, { recipient }: IssueLink): Actor {
  return visitor.kind === 'person' || visitor.kind === 'token'
    ? actorOf(visitor, ip)
    : { kind: 'recipient', name: recipient, address: ip };
}
