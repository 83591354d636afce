import { and, asc, eq, isNotNull, lte, notInArray } from 'drizzle-orm';
import type { Database } from '../../platform/database/database.ts';
import { deliveries, subscriptions } from '../delivery.table.ts';
import { type Delivery, stateOf } from '../delivery.ts';

/** A delivery of an erratum, with the issue that its reader got. */
export interface ErratumDelivery extends Delivery {
  readonly erratum: string;
  readonly issue: string;
}

/** Who is sent an erratum, or was, in alphabetical order. */
export async function readErratumDeliveries(
  db: Database,
  erratum: string,
  now: Date,
): Promise<readonly ErratumDelivery[]> {
  const { id, name, report, pillar, country, donor, lang, paper } = subscriptions;
  const { deliveredAs, whenNothingNew, needsApproval } = subscriptions;
  const rows = await db
    .select({
      turn: {
        ...{ subscription: id, name, report, pillar, country, donor, lang, paper },
        ...{ deliveredAs, whenNothingNew, needsApproval },
      },
      active: subscriptions.active,
      entry: deliveries,
    })
    .from(deliveries)
    .innerJoin(subscriptions, eq(id, deliveries.subscription))
    .where(eq(deliveries.erratum, erratum))
    .orderBy(asc(deliveries.recipient), asc(id));
  return rows.map(({ turn, active, entry }) => ({
    ...turn,
    erratum,
    period: entry.period,
    issue: entry.issue ?? '',
    recipient: entry.recipient,
    state: stateOf(entry, active, now),
  }));
}

/** The errata of which something is to be handed over now. */
export async function dueErrata(db: Database, now: Date): Promise<readonly string[]> {
  const rows = await db
    .selectDistinct({ erratum: deliveries.erratum })
    .from(deliveries)
    .innerJoin(subscriptions, eq(subscriptions.id, deliveries.subscription))
    .where(
      and(
        isNotNull(deliveries.erratum),
        lte(deliveries.nextAttemptAt, now),
        notInArray(deliveries.status, ['sent', 'settled']),
        subscriptions.active,
      ),
    )
    .orderBy(asc(deliveries.erratum));
  return rows.flatMap(({ erratum }) => erratum ?? []);
}
