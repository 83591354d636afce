import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../core/errors.ts';
import { slug } from '../core/text.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { RowError } from '../platform/csv/row-error.ts';
import { type Actor, actAs } from '../platform/database/actor.repository.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import { knownOrganisations, knownPillars, knownPlaces } from '../programs/index.ts';
import { titlesOfOwnReports, titlesOfSharedReports } from '../reporting/index.ts';
import type { LeftOut, SubscriptionGroup } from './group-members.ts';
import { GroupMembers } from './group-members.use-case.ts';
import {
  type AskedGroup,
  type GroupEdition,
  refuseAddress,
  refuseNotShared,
  refuseTwice,
  refuseWhom,
} from './group-rules.ts';
import {
  addGroup,
  findGroup,
  holdSubscriptions,
  type NewSubscriptionGroup,
  readGroups,
  updateGroup,
} from './subscription-groups.repository.ts';
import { RowRefused } from './subscription-rows.use-case.ts';
import { refuseGone, refuseScope, refuseUnknown } from './subscription-rules.ts';
import { readMembers, type Subscription } from './subscriptions.repository.ts';

/** Reports for everybody of a role or of a donor: entered, changed, ended and begun again; the rows of members follow at once. */
@Injectable()
export class SubscriptionGroups {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly clock: Clock,
    private readonly members: GroupMembers,
  ) {}

  /** All there are, also those that have ended. */
  list(): Promise<readonly SubscriptionGroup[]> {
    return readGroups(this.db);
  }

  /** @throws DomainError `GROUP.UNKNOWN` (missing) */
  async find(id: string): Promise<SubscriptionGroup> {
    const found = await findGroup(this.db, id);
    if (found !== null) return found;
    throw new DomainError('GROUP.UNKNOWN', 'There is no such group.', { kind: 'missing' });
  }

  /** Who gets it through the group, and whom it names in vain; by name. */
  async membersOf(
    id: string,
  ): Promise<{ readonly members: readonly Subscription[]; readonly leftOut: readonly LeftOut[] }> {
    const { leftOut } = await this.members.plan(this.db);
    return { members: await readMembers(this.db, id), leftOut: leftOut.filter(({ group }) => group === id) };
  }

  /** @returns its id @throws RowRefused */
  enter(actor: Actor, asked: AskedGroup): Promise<string> {
    const group = { ...groupOf(asked), active: true };
    return this.write(actor, async (tx, now) => {
      const errors = [...refuseAddress(asked), ...refuseWhom(asked), ...(await refuseSent(tx, group))];
      if (errors.length > 0) throw new RowRefused(errors);
      const id = await addGroup(tx, { ...group, since: now });
      if (id === null) throw already('to');
      return id;
    });
  }

  /** Its members get it so from the next report on. @throws RowRefused; DomainError `GROUP.UNKNOWN` (missing) */
  async change(actor: Actor, id: string, to: GroupEdition): Promise<void> {
    const found = await this.find(id);
    const changed = editionOf(to);
    await this.write(actor, async (tx) => {
      const others = (await readGroups(tx)).filter((other) => other.id !== id);
      if (others.some((other) => saysOf(other) === saysOf({ ...found, ...changed })))
        throw already('frequency');
      await updateGroup(tx, id, changed);
    });
  }

  /**
   * Ends it for the time being, or has it go on, from the next report on.
   *
   * @throws RowRefused: what it is about is no longer there; DomainError `GROUP.UNKNOWN` (missing)
   */
  async pause(actor: Actor, id: string, to: 'paused' | 'standing'): Promise<void> {
    const found = await this.find(id);
    await this.write(actor, async (tx, now) => {
      if (to === 'paused') return updateGroup(tx, id, { active: false });
      if (found.active) return;
      const errors = await refuseSent(tx, { ...found, active: true });
      if (errors.length > 0) throw new RowRefused(errors);
      await updateGroup(tx, id, { active: true, since: now });
    });
  }

  /** All of it or nothing; who gets it is told at once. */
  private write<T>(actor: Actor, does: (tx: Transaction, now: Date) => Promise<T>): Promise<T> {
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      await actAs(tx, actor, now);
      await holdSubscriptions(tx);
      const done = await does(tx, now);
      await this.members.reconcileIn(tx, now);
      return done;
    });
  }
}

type GroupFacts = Omit<NewSubscriptionGroup, 'since' | 'active'>;

function groupOf(asked: AskedGroup): GroupFacts {
  const { to } = asked;
  const donor = codeOf(slug(asked.donor));
  return {
    toRole: to === 'of-donor' ? null : to,
    toDonor: to === 'of-donor' ? donor : null,
    report: asked.report.trim(),
    pillar: codeOf(slug(asked.pillar)),
    country: codeOf(asked.country),
    donor,
    ...editionOf(asked),
  };
}

function editionOf(given: GroupEdition): GroupEdition {
  const { paper, frequency, ownDay, ownHour, ownZone, deliveredAs, whenNothingNew, needsApproval } = given;
  return { paper, frequency, ownDay, ownHour, ownZone, deliveredAs, whenNothingNew, needsApproval };
}

const codeOf = (text: string) => (text.trim() === '' ? null : text.trim());

/** What no two groups say at once. */
function saysOf({ toRole, toDonor, report, frequency, pillar, country, donor }: GroupFacts): string {
  return JSON.stringify([toRole, toDonor, report, frequency, pillar, country, donor]);
}

/** What could not be made, or may not be sent to everybody. */
async function refuseSent(
  tx: Transaction,
  group: GroupFacts & { readonly active: boolean },
): Promise<readonly RowError[]> {
  const row = { line: 1, row: group };
  const known = {
    pillar: await knownPillars(tx),
    country: await knownPlaces(tx),
    donor: await knownOrganisations(tx),
  };
  // Whose people get it is said with them.
  const ofDonors = group.toRole === 'donor' || group.toRole === null;
  const scope = refuseScope(row).filter(({ column }) => !(ofDonors && column === 'donor'));
  const gone = refuseGone(row, await titlesOfOwnReports(tx));
  return [
    ...refuseUnknown(row, known),
    ...scope,
    ...gone,
    ...(gone.length > 0 ? [] : refuseNotShared(group.report, await titlesOfSharedReports(tx))),
  ];
}

function already(column: string): RowRefused {
  return new RowRefused([refuseTwice(column)]);
}
