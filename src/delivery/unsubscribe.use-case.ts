import { Inject, Injectable } from '@nestjs/common';
import { Audit, Limiter } from '../access/index.ts';
import type { Frequency } from '../core/schedule.ts';
import { Clock } from '../platform/clock/clock.ts';
import { type Actor, actAs } from '../platform/database/actor.repository.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import { IssueLinks, type LinkRequest } from './issue-links.use-case.ts';
import { isGenuineStop, readStopToken } from './stop-token.ts';
import {
  changeEdition,
  findSubscription,
  type Subscription,
  stopSubscription,
} from './subscriptions.repository.ts';

/** Enough for a mailbox full of old e-mails; nothing against 256 bits. */
const REFUSALS = { most: 60, windowS: 600 };
/** A person presses a button, a mail provider sends one request and perhaps another. */
const STOPS = { most: 30, windowS: 600 };

/** Recipients who want no more, without signing in: the address in their e-mail says which subscription is meant. */
@Injectable()
export class Unsubscribe {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly clock: Clock,
    private readonly links: IssueLinks,
    private readonly limiter: Limiter,
    private readonly audit: Audit,
  ) {}

  /**
   * The subscription that a token is for; null: the token is none of ours. It changes nothing.
   *
   * @throws DomainError `LIMIT.REACHED` (too-often)
   */
  async look(text: string, request: LinkRequest): Promise<Subscription | null> {
    const token = readStopToken(text);
    const found = token === null ? null : await findSubscription(this.db, token.subscription);
    if (token !== null && found !== null && isGenuineStop(await this.links.key(), token, found.email)) {
      return found;
    }
    await this.limiter.take(`stop-refused address:${request.ip}`, REFUSALS);
    await this.audit.of(request, {
      action: 'link.refused',
      details: { reason: token === null ? 'no token' : found === null ? 'unknown' : 'forged' },
    });
    return null;
  }

  /**
   * Has it come as often as its recipient says; one that stands no more stays as it is.
   *
   * @returns as it is then; null: the token is none of ours
   * @throws DomainError `LIMIT.REACHED` (too-often), `SUBSCRIPTION.ALREADY` (refused)
   */
  async change(text: string, frequency: Frequency, request: LinkRequest): Promise<Subscription | null> {
    const found = await this.look(text, request);
    if (found === null || !found.active || found.frequency === frequency) return found;
    await this.limiter.take(`stop ${found.id}`, STOPS);
    const actor: Actor = { kind: 'recipient', name: found.email, address: request.ip };
    await this.db.transaction(async (tx) => {
      const now = this.clock.now();
      await actAs(tx, actor, now);
      await changeEdition(tx, found, { frequency }, now);
    });
    return { ...found, frequency };
  }

  /**
   * Stops the subscription; one that stands no more stays as it is.
   *
   * @returns as it is then
   * @throws DomainError `LIMIT.REACHED` (too-often)
   */
  async stop(text: string, request: LinkRequest): Promise<Subscription | null> {
    const found = await this.look(text, request);
    if (found === null || !found.active) return found;
    await this.limiter.take(`stop ${found.id}`, STOPS);
    const now = this.clock.now();
    const actor: Actor = { kind: 'recipient', name: found.email, address: request.ip };
    const stopped = await this.db.transaction(async (tx) => {
      await actAs(tx, actor, now);
      return stopSubscription(tx, found.id, now);
    });
    if (stopped) {
      await this.audit.of(request, {
        action: 'subscription.stopped',
        actor,
        subject: `subscriptions ${found.id}`,
        details: { recipient: found.email, report: found.report },
      });
    }
    return findSubscription(this.db, found.id);
  }
}
