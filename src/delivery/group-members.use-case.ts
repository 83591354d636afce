import { Inject, Injectable } from '@nestjs/common';
import { accountsLetIn, CurrentSettings, closedAccounts, RoleRights } from '../access/index.ts';
import { Clock } from '../platform/clock/clock.ts';
import { actAs } from '../platform/database/actor.repository.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import { isNothing, type MembersPlan, planMembers } from './group-members.ts';
import { holdSubscriptions, lockRowsOf, readGroups, readRowsOf } from './subscription-groups.repository.ts';
import {
  closeOpenDeliveries,
  endSubscriptions,
  standingOfClosed,
  storeSubscriptions,
} from './subscriptions.repository.ts';

/**
 * Keeps the rows of subscriptions what the groups say, whatever has become of accounts, and ends people's own whose account
 * is closed (docs/decisions/subscription-groups.md).
 */
@Injectable()
export class GroupMembers {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly clock: Clock,
    private readonly settings: CurrentSettings,
    private readonly roles: RoleRights,
  ) {}

  /** Any number of processes may ask for it at once; where all is as it should be, nothing is written. */
  async reconcile(): Promise<void> {
    const ended = await this.ofClosedAccounts(this.db);
    if (ended.length === 0 && isNothing(await this.plan(this.db))) return;
    await this.db.transaction((tx) => this.reconcileIn(tx, this.clock.now()));
  }

  /** The same within a transaction; what it changes is the service's doing, whoever has begun it. */
  async reconcileIn(tx: Transaction, now: Date): Promise<void> {
    await holdSubscriptions(tx);
    await lockRowsOf(tx, await readGroups(tx));
    const { added, changed, resumed } = await this.plan(tx, now);
    await actAs(tx, { kind: 'service' }, now);
    await storeSubscriptions(tx, added, changed);
    await closeOpenDeliveries(tx, resumed, now);
    await endSubscriptions(tx, await this.ofClosedAccounts(tx));
  }

  private async ofClosedAccounts(db: Database): Promise<readonly string[]> {
    return standingOfClosed(db, await closedAccounts(db));
  }

  /** What is to be done as things stand; and whom groups name in vain. */
  async plan(db: Database, now = this.clock.now()): Promise<MembersPlan> {
    const groups = await readGroups(db);
    if (groups.length === 0) return { added: [], changed: [], resumed: [], leftOut: [] };
    return planMembers({
      groups,
      accounts: await accountsLetIn(db),
      rows: await readRowsOf(db, groups),
      now,
      languages: this.settings.now.languages,
      domains: this.settings.now.mailDomains,
      hasOwnAlone: (role) => this.roles.of(role).hasReports === 'own',
    });
  }
}
