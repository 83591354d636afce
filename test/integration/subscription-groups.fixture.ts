import { eq } from 'drizzle-orm';
import { accounts } from '../../src/access/principals/accounts.table.ts';
import { deliveries, subscriptions } from '../../src/delivery/delivery.table.ts';
import type { AskedGroup } from '../../src/delivery/group-rules.ts';
import { SubscriptionGroups } from '../../src/delivery/subscription-groups.use-case.ts';
import { stopSubscription } from '../../src/delivery/subscriptions.repository.ts';
import type { Database } from '../../src/platform/database/database.ts';
import type { DeliveryWorld } from './delivery.fixture.ts';

/** Whoever enters groups here. */
export const ADMINISTRATOR = { kind: 'person', name: 'admin@example.org' } as const;

/** Everybody of a role gets the portfolio each month. */
export const asked = (change: Partial<AskedGroup> = {}): AskedGroup => ({
  to: 'manager',
  report: 'portfolio',
  pillar: '',
  country: '',
  donor: '',
  email: '',
  name: '',
  paper: 'a4',
  frequency: 'monthly',
  ownDay: null,
  ownHour: null,
  ownZone: null,
  deliveredAs: 'pdf',
  whenNothingNew: 'send',
  needsApproval: false,
  ...change,
});

export function groupsOf(world: DeliveryWorld): SubscriptionGroups {
  return new SubscriptionGroups(world.db, world.clock, world.members());
}

export async function addAccount(
  db: Database,
  name: string,
  change: Partial<typeof accounts.$inferInsert> = {},
): Promise<void> {
  await db.insert(accounts).values({
    email: `${name.toLowerCase()}@example.org`,
    name,
    lang: 'en',
    role: 'manager',
    createdAt: new Date('2017-01-01T00:00:00Z'),
    ...change,
  });
}

export async function changeAccount(
  db: Database,
  name: string,
  change: Partial<typeof accounts.$inferInsert>,
): Promise<void> {
  await db.update(accounts).set(change).where(eq(accounts.name, name));
}

/** Who gets what, in alphabetical order: "ana monthly", of a donor's report "ana monthly canada"; `*` through a group. */
export async function standing(db: Database): Promise<readonly string[]> {
  const rows = await db.select().from(subscriptions).where(eq(subscriptions.active, true));
  return rows
    .map(({ email, frequency, donor, memberOf }) =>
      [email.split('@')[0], frequency, ...(donor === null ? [] : [donor])]
        .join(' ')
        .concat(memberOf ? '*' : ''),
    )
    .sort();
}

/** What was planned for whom, in alphabetical order: "2017-06 ana", of a donor's report "2017-06 ana canada". */
export async function planned(db: Database): Promise<readonly string[]> {
  const rows = await db
    .select({ period: deliveries.period, email: subscriptions.email, donor: subscriptions.donor })
    .from(deliveries)
    .innerJoin(subscriptions, eq(subscriptions.id, deliveries.subscription));
  return rows
    .map(({ period, email, donor }) =>
      [period, email.split('@')[0], ...(donor === null ? [] : [donor])].join(' '),
    )
    .sort();
}

export async function rowOf(db: Database, name: string): Promise<typeof subscriptions.$inferSelect> {
  const email = `${name.toLowerCase()}@example.org`;
  const [row] = await db.select().from(subscriptions).where(eq(subscriptions.email, email));
  if (row === undefined) throw new Error(`${name} has no subscription.`);
  return row;
}

/** As its recipient does by the link of an e-mail. */
export async function stop(world: DeliveryWorld, name: string): Promise<void> {
  const { id } = await rowOf(world.db, name);
  await world.db.transaction((tx) => stopSubscription(tx, id, world.now));
}
