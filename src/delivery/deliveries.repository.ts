import {
  and,
  count,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lte,
  max,
  ne,
  notInArray,
  or,
  sql,
} from 'drizzle-orm';
import { comparePeriods, parsePeriod } from '../core/period.ts';
import type { Day } from '../core/program.ts';
import { frequenciesOf, type SendingTimes } from '../core/schedule.ts';
import type { MissedIssues } from '../core/settings/settings.ts';
import { compareCodes } from '../core/text.ts';
import type { Database } from '../platform/database/database.ts';
import { DELIVERY_STATUSES, type DeliveryStatus, deliveries, subscriptions } from './delivery.table.ts';
import { type DeliveryState, type LedgerEntry, type ReportTurn, stateBefore, stateOf } from './delivery.ts';
import { type Owed, turnTimes } from './due.ts';

/** Errata stand in the ledger too, and are no report of a period. */
const IS_REPORT = isNull(deliveries.erratum);

/** By which clock, and which times of sending, the ledger is read. */
export interface LedgerTime extends SendingTimes {
  readonly now: Date;
  /** By which moment reports have fallen due: `now`, unless nobody has confirmed that clock. */
  readonly dueBy: Date;
  /** What becomes of what fell due while nothing ran. */
  readonly missed: MissedIssues;
  /** When the organisation last changed its schedule; null: never. */
  readonly scheduleSince: Date | null;
}

/** A subscription that stands, and what it is owed. */
export interface Standing extends Owed {
  readonly subscription: string;
  readonly email: string;
}

/**
 * Every subscription's turn for a period: of those that stand and have a report of such periods, also where the ledger
 * knows nothing of it yet, and of all, what the ledger has. In an order that stays.
 */
export async function readDeliveries(
  db: Database,
  period: string,
  { now, dueBy, missed, ...times }: LedgerTime,
): Promise<readonly ReportTurn[]> {
  const frequencies = [...frequenciesOf(parsePeriod(period), times.fiscalMonth)];
  const { id, name, report, pillar, country, donor, lang, paper } = subscriptions;
  const { deliveredAs, whenNothingNew, needsApproval } = subscriptions;
  const { frequency, ownDay, ownHour, ownZone, since, timesSince, fromNext } = subscriptions;
  const slice = { report, pillar, country, donor };
  const rows = await db
    .select({
      row: { subscription: id, name, ...slice, lang, paper, deliveredAs, whenNothingNew, needsApproval },
      active: subscriptions.active,
      owed: { frequency, ownDay, ownHour, ownZone, since, timesSince, fromNext },
      email: subscriptions.email,
      entry: deliveries,
    })
    .from(subscriptions)
    .leftJoin(
      deliveries,
      and(eq(deliveries.subscription, subscriptions.id), eq(deliveries.period, period), IS_REPORT),
    )
    .where(or(and(subscriptions.active, inArray(frequency, frequencies)), isNotNull(deliveries.id)));
  const timeOf = turnTimes(period, now, times);
  const had = await hadOtherwise(db, period);
  return rows
    .map(({ row, active, owed, email, entry }) => ({
      ...row,
      period,
      issue: entry?.issue ?? null,
      recipient: entry !== null && wasHandedOver(entry) ? entry.recipient : email,
      turn: timeOf(owed),
      state:
        entry === null
          ? had.has(row.subscription)
            ? { is: 'not-owed' as const }
            : expected(stateBefore(period, owed, dueBy, { ...times, missed }), now)
          : stateOf(entry, active, now),
    }))
    .sort((a, b) => compareCodes(a.report, b.report) || compareCodes(a.recipient, b.recipient));
}

/** Nothing is to come at a moment that is past, by a clock that nobody has confirmed. */
function expected(state: DeliveryState, now: Date): DeliveryState {
  return state.is === 'to-come' && state.at <= now ? { is: 'not-owed' } : state;
}

/** Before, it goes to whatever address the subscription has by then. */
function wasHandedOver({ status }: LedgerEntry): boolean {
  return status === 'sending' || status === 'sent';
}

/** The subscriptions that stand. */
export async function readStanding(db: Database): Promise<readonly Standing[]> {
  const bySubscription = new Map<string, Standing>();
  for (const row of await readLastOfEachKind(db)) {
    const known = bySubscription.get(row.subscription);
    if (known === undefined || endOf(known.last) < endOf(row.last)) bySubscription.set(row.subscription, row);
  }
  return [...bySubscription.values()];
}

/** Who has had the days of a period in reports of another frequency, and so is not owed it (docs/decisions/frequencies.md). */
async function hadOtherwise(db: Database, period: string): Promise<ReadonlySet<string>> {
  const { to } = parsePeriod(period);
  const others = (await readLastOfEachKind(db)).filter(
    ({ last }) => last !== null && kindOf(last) !== kindOf(period) && endOf(last) >= to,
  );
  return new Set(others.map(({ subscription }) => subscription));
}

/** The subscriptions that stand, each with the last period of each kind that the ledger has of it. */
async function readLastOfEachKind(db: Database): Promise<readonly Standing[]> {
  const { id, email, frequency, ownDay, ownHour, ownZone, since, timesSince, fromNext } = subscriptions;
  const comes = { frequency, ownDay, ownHour, ownZone, since, timesSince, fromNext };
  return (
    db
      .select({ subscription: id, email, ...comes, last: max(deliveries.period) })
      .from(subscriptions)
      .leftJoin(deliveries, and(eq(deliveries.subscription, subscriptions.id), IS_REPORT))
      .where(eq(subscriptions.active, true))
      // Only keys of one kind stand in the order of time.
      .groupBy(subscriptions.id, sql`length(${deliveries.period})`, sql`${deliveries.period} LIKE '%Q%'`)
  );
}

/** As the database groups them: months, quarters, years, whole months in a row. */
function kindOf(period: string): string {
  return `${period.length}${period.includes('Q')}`;
}

function endOf(period: string | null): Day {
  return period === null ? '' : parsePeriod(period).to;
}

/** The last issue that went to a subscription for a period that ended before this one; null: none did. */
export async function lastSentBefore(
  db: Database,
  subscription: string,
  period: string,
): Promise<{ readonly period: string; readonly issue: string } | null> {
  const { to } = parsePeriod(period);
  const rows = await db
    .select({ period: deliveries.period, issue: deliveries.issue })
    .from(deliveries)
    .where(and(eq(deliveries.subscription, subscription), eq(deliveries.status, 'sent')));
  const [last] = rows
    .flatMap(({ issue, ...row }) => (issue === null ? [] : [{ ...row, issue }]))
    .filter((row) => endOf(row.period) < to)
    .sort((a, b) => compareCodes(endOf(b.period), endOf(a.period)));
  return last ?? null;
}

/** The periods of which something is to be handed over now, the oldest first. */
export async function readDuePeriods(db: Database, now: Date): Promise<readonly string[]> {
  const rows = await db
    .selectDistinct({ period: deliveries.period })
    .from(deliveries)
    .innerJoin(subscriptions, eq(subscriptions.id, deliveries.subscription))
    .where(
      and(
        lte(deliveries.nextAttemptAt, now),
        notInArray(deliveries.status, SETTLED),
        subscriptions.active,
        IS_REPORT,
      ),
    );
  return rows.map(({ period }) => period).sort(comparePeriods);
}

/**
 * Subscriptions that have yet to be handed an older report for the first time, or are being: each has its reports in
 * order, unless an older one is in trouble of its own.
 */
export async function readBehind(
  db: Database,
  period: string,
  { now, underWayMs }: { readonly now: Date; readonly underWayMs: number },
): Promise<ReadonlySet<string>> {
  const { subscription, status, attempts, heldUp, nextAttemptAt, claimedAt, error } = deliveries;
  const rows = await db
    .select({ subscription, period: deliveries.period })
    .from(deliveries)
    .innerJoin(subscriptions, eq(subscriptions.id, subscription))
    .where(
      and(
        ne(deliveries.period, period),
        subscriptions.active,
        IS_REPORT,
        or(
          and(eq(status, 'pending'), isNotNull(nextAttemptAt), eq(attempts, 0), eq(heldUp, 0)),
          and(eq(status, 'sending'), isNull(error), gt(claimedAt, new Date(now.getTime() - underWayMs))),
        ),
      ),
    );
  const older = rows.filter((row) => comparePeriods(row.period, period) < 0);
  return new Set(older.map((row) => row.subscription));
}

/** The periods of which the ledger has something that nobody knows to have arrived. */
export async function readUnsettledPeriods(db: Database): Promise<readonly string[]> {
  const rows = await db
    .selectDistinct({ period: deliveries.period })
    .from(deliveries)
    .innerJoin(subscriptions, eq(subscriptions.id, deliveries.subscription))
    .where(
      and(
        notInArray(deliveries.status, SETTLED),
        or(subscriptions.active, eq(deliveries.status, 'sending')),
        IS_REPORT,
      ),
    );
  return rows.map(({ period }) => period);
}

/** The periods that the ledger knows, the latest first. */
export async function readPeriods(db: Database): Promise<readonly string[]> {
  const rows = await db.selectDistinct({ period: deliveries.period }).from(deliveries).where(IS_REPORT);
  return rows
    .map(({ period }) => period)
    .sort(comparePeriods)
    .reverse();
}

/** How many rows of the ledger have each status, errata among them. */
export async function countDeliveries(
  db: Database,
): Promise<readonly { readonly status: DeliveryStatus; readonly rows: number }[]> {
  const rows = await db
    .select({ status: deliveries.status, rows: count() })
    .from(deliveries)
    .groupBy(deliveries.status);
  const counted = new Map(rows.map((row) => [row.status, row.rows]));
  return DELIVERY_STATUSES.map((status) => ({ status, rows: counted.get(status) ?? 0 }));
}

/** What an index of its own leaves out, so that the many that have arrived cost nothing. */
const SETTLED: DeliveryStatus[] = ['sent', 'settled'];
