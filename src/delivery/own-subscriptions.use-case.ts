import { Inject, Injectable } from '@nestjs/common';
import { Audit, CurrentSettings, type Keeper } from '../access/index.ts';
import { DomainError } from '../core/errors.ts';
import { mayBeWrittenTo } from '../core/mail-domains.ts';
import { ownSlugOf } from '../core/report/own-report.ts';
import { Clock } from '../platform/clock/clock.ts';
import { type Actor, actAs } from '../platform/database/actor.repository.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import { ReportOrders } from '../reporting/index.ts';
import { dueTurn } from './due.ts';
import { holdSubscriptions } from './subscription-groups.repository.ts';
import {
  changeEdition,
  closeOpenDeliveries,
  findSame,
  type SubscribedSlice,
  type Subscription,
  type SubscriptionEdition,
  standingOf,
  stopSubscription,
  storeSubscriptions,
} from './subscriptions.repository.ts';

/** Somebody who has reports sent: to the address of the account, and to no other. */
export interface Subscriber extends Keeper {
  readonly account: string;
  readonly email: string;
  readonly name: string;
}

/** A report and its slice, as an address names them. */
export type AskedSlice = {
  readonly report: string;
} & { readonly [Name in 'pillar' | 'country' | 'donor']?: string | undefined };

/** What people have sent to themselves: begun, listed, changed, stopped. */
@Injectable()
export class OwnSubscriptions {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly clock: Clock,
    private readonly settings: CurrentSettings,
    private readonly orders: ReportOrders,
    private readonly audit: Audit,
  ) {}

  /** Those that stand. */
  list({ email }: Subscriber): Promise<Subscription[]> {
    return standingOf(this.db, email);
  }

  /**
   * What somebody would be sent, and whether it is sent already. What a donor has sent is of its own organisation, and read
   * with its eyes; whoever has no other reports has those sent that they have put together, as far as they see.
   *
   * @throws DomainError `REPORT.UNKNOWN` (missing) for what the subscriber may not have; `REPORT.SCOPE`, `FILTER.UNKNOWN_…`
   *   (call), `OWN_REPORT.GONE`, `OWN_REPORT.NOT_SENT` (refused)
   */
  async offer(
    subscriber: Subscriber,
    asked: AskedSlice,
  ): Promise<{
    readonly slice: SubscribedSlice;
    readonly standing: Subscription | null;
  }> {
    const { scope } = subscriber;
    const [own] = scope.organisations;
    const isOwn = ownSlugOf(asked.report) !== null;
    const donor = asked.donor ?? (isOwn && scope.rights.hasReports === 'own' ? own : undefined);
    const month = dueTurn(this.clock.now(), this.settings.now).period.key;
    const order = await this.orders.sent(subscriber, { ...asked, donor, period: month });
    const { filter } = order;
    const slice = {
      report: order.report,
      pillar: filter.pillar ?? null,
      country: filter.country ?? null,
      donor: filter.donor ?? null,
    };
    const same = await findSame(this.db, subscriber.email, slice);
    return { slice, standing: same.find(({ active }) => active) ?? null };
  }

  /** Begins it, or lets it stand as it does. @throws DomainError as `offer`; `SUBSCRIPTION.DOMAIN` (refused) */
  async begin(
    actor: Actor,
    subscriber: Subscriber,
    asked: AskedSlice,
    edition: SubscriptionEdition,
  ): Promise<void> {
    const { slice, standing } = await this.offer(subscriber, asked);
    if (standing !== null) return;
    if (!mayBeWrittenTo(subscriber.email, this.settings.now.mailDomains)) {
      throw new DomainError('SUBSCRIPTION.DOMAIN', 'Reports are not sent to addresses of this domain.', {
        kind: 'refused',
        remedy: 'An administrator can add it in the settings.',
      });
    }
    const now = this.clock.now();
    const { email, name } = subscriber;
    // What somebody asks for is their own, whatever groups say of them.
    const own = { memberOf: null, fromNext: false };
    const stands = {
      active: true,
      since: now,
      timesSince: null,
      stoppedAt: null,
      needsApproval: false,
      ...own,
    };
    const begun = { ...slice, ...edition, ...stands, email, name };
    await this.db.transaction(async (tx) => {
      await actAs(tx, actor, now);
      await holdSubscriptions(tx);
      const same = await findSame(tx, email, slice);
      const before = same.find(({ frequency }) => frequency === edition.frequency);
      if (before === undefined) return storeSubscriptions(tx, [begun], []);
      await storeSubscriptions(tx, [], [{ ...before, ...edition, ...stands }]);
      await closeOpenDeliveries(tx, [before.id], now);
    });
  }

  /** @throws DomainError as `stop`; `SUBSCRIPTION.ALREADY` (refused) */
  async change(
    actor: Actor,
    subscriber: Subscriber,
    id: string,
    edition: SubscriptionEdition,
  ): Promise<void> {
    const found = await this.find(subscriber, id);
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      await actAs(tx, actor, now);
      await changeEdition(tx, found, edition, now);
    });
  }

  /** @throws DomainError `SUBSCRIPTION.UNKNOWN` (missing) for one of another address, too */
  async stop(actor: Actor, subscriber: Subscriber, id: string): Promise<void> {
    const found = await this.find(subscriber, id);
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      await actAs(tx, actor, now);
      await stopSubscription(tx, id, now);
    });
    await this.audit.record({
      action: 'subscription.stopped',
      actor,
      subject: `subscriptions ${id}`,
      details: { recipient: found.email, report: found.report },
    });
  }

  /** One that stands. @throws DomainError `SUBSCRIPTION.UNKNOWN` (missing) for one of another address, too */
  async find(subscriber: Subscriber, id: string): Promise<Subscription> {
    const found = (await this.list(subscriber)).find((each) => each.id === id);
    if (found !== undefined) return found;
    throw new DomainError('SUBSCRIPTION.UNKNOWN', 'There is no such subscription of yours.', {
      kind: 'missing',
    });
  }
}
