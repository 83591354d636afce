import { randomUUID } from 'node:crypto';
import { eq, min } from 'drizzle-orm';
import type { AuditEntry } from '../../src/access/audit.repository.ts';
import { ROLE_RIGHTS } from '../../src/access/fixtures/role-rights.ts';
import { CurrentSettings, changeSettings, type SettingsChange } from '../../src/access/index.ts';
import { settings } from '../../src/access/settings/settings.table.ts';
import type { Snapshot } from '../../src/core/report/snapshot.ts';
import { turnsAt } from '../../src/core/schedule.ts';
import { bounces } from '../../src/delivery/bounces/bounces.table.ts';
import {
  DeliverPeriod,
  type DeliveryOptions,
  type IssueReport,
} from '../../src/delivery/deliver-period.use-case.ts';
import { deliveries, subscriptions } from '../../src/delivery/delivery.table.ts';
import { type Delivery, type DeliveryState, editionKey } from '../../src/delivery/delivery.ts';
import { deliveryPulse } from '../../src/delivery/delivery-pulse.table.ts';
import {
  DeliveryRequests,
  type Meant,
  type RequestParts,
} from '../../src/delivery/delivery-requests.use-case.ts';
import { GroupMembers } from '../../src/delivery/group-members.use-case.ts';
import { issueLinks } from '../../src/delivery/issue-links.table.ts';
import { Ledger } from '../../src/delivery/ledger.use-case.ts';
import { RecipientRules } from '../../src/delivery/recipient-rules.use-case.ts';
import { subscriptionGroups } from '../../src/delivery/subscription-groups.table.ts';
import {
  changeEdition,
  findSubscription,
  type SubscriptionEdition,
} from '../../src/delivery/subscriptions.repository.ts';
import type { Clock } from '../../src/platform/clock/clock.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { checkMail, type Mail, Mailer } from '../../src/platform/mailer/mailer.ts';
import { places } from '../../src/programs/places.table.ts';
import { pillars } from '../../src/programs/programs.table.ts';
import { issues } from '../../src/reporting/issues.table.ts';
import type { Engine } from '../support/database.ts';

export const PERIOD = '2017-06';
const ZONE = 'America/New_York';
const MINUTE_MS = 60_000;

type Edition = Parameters<IssueReport>[0];

/** Takes e-mails as a mail server would, unless it is told otherwise. */
export class TestMailer extends Mailer {
  readonly destination = 'mail.example.org';
  readonly taken: Mail[] = [];
  /** What happens to an e-mail before it is taken. */
  onSend: (mail: Mail) => void | Promise<void> = () => undefined;
  onVerify: () => void | Promise<void> = () => undefined;

  override async send(mail: Mail): Promise<string> {
    checkMail(mail);
    await this.onSend(mail);
    this.taken.push(mail);
    return `<${mail.messageId}>`;
  }

  override async verify(): Promise<void> {
    await this.onVerify();
  }
}

/** A ledger on a real database, with a clock, a mail server and a press that do what a test says. */
export class DeliveryWorld {
  now = new Date('2017-07-01T10:00:00Z');
  readonly clock: Clock = { now: () => this.now };
  mailer: TestMailer = new TestMailer();
  /** In its place, to a real server. */
  transport: Mailer | null = null;
  /** Every edition that was made, in order. */
  readonly issued: string[] = [];
  /** What of figures an issue freezes; by its id, what the issues froze. */
  snapshotOf: (edition: Edition) => Snapshot = () => ({}) as Snapshot;
  readonly figures: Map<string, Snapshot> = new Map();
  /** Finds the issue of an edition that was made before, as `Reports.issue` does. */
  keepsIssues = false;
  private readonly kept = new Map<string, string>();
  onIssue: (edition: Edition) => void | Promise<void> = () => undefined;

  config: { publicUrl: string | null; links: 'open' | 'sign-in' } = { publicUrl: null, links: 'open' };
  /** What was recorded of sends, in order. */
  readonly audit: AuditEntry[] = [];
  linkKey: () => Promise<Uint8Array> = async () => new Uint8Array(32).fill(7);
  onRecord: (entry: AuditEntry) => void = () => undefined;

  readonly settings: CurrentSettings;
  /** By which e-mails are written; null: by the same. */
  mailSettings: Pick<CurrentSettings, 'now'> | null = null;

  private constructor(readonly db: Database) {
    this.settings = new CurrentSettings(db, { reportTimeZone: ZONE, fiscalMonth: 1 });
  }

  /** On the database of a whole application, signing links with its key. */
  static on(db: Database, linkKey: () => Promise<Uint8Array>): DeliveryWorld {
    return Object.assign(new DeliveryWorld(db), { linkKey });
  }

  static async open(engine: Engine): Promise<DeliveryWorld> {
    const { db } = await engine.open();
    await db.insert(pillars).values({ code: 'democracy', name: { en: 'Democracy' } });
    await db.insert(places).values({ code: 'CR', kind: 'country' });
    return new DeliveryWorld(db);
  }

  /** The same database, and nothing has happened yet. */
  async anew(): Promise<DeliveryWorld> {
    await this.db.delete(settings);
    await this.db.insert(settings).values({});
    await this.db.delete(deliveryPulse);
    await this.db.delete(bounces);
    await this.db.delete(deliveries);
    await this.db.delete(issueLinks);
    await this.db.delete(subscriptions);
    await this.db.delete(subscriptionGroups);
    return new DeliveryWorld(this.db);
  }

  at(text: string): void {
    this.now = new Date(text);
  }

  /** As an administrator does on the page of settings. */
  async choose(change: SettingsChange): Promise<void> {
    await this.db.transaction((tx) =>
      changeSettings(tx, change, { actor: { kind: 'command' }, at: this.now }),
    );
    await this.settings.refresh();
  }

  members(): GroupMembers {
    return new GroupMembers(this.db, this.clock, this.settings, ROLE_RIGHTS);
  }

  ledger(): Ledger {
    return new Ledger(this.db, this.clock, this.settings, this.members());
  }

  /** What people ask for; jobs go where they say. */
  requests(jobs: RequestParts['jobs'] = { enqueue: async () => true }): DeliveryRequests {
    const audit = { record: (entry: AuditEntry) => this.record(entry) };
    return new DeliveryRequests({ db: this.db, clock: this.clock, ledger: this.ledger(), jobs, audit });
  }

  /** Another process, or the same one after a restart. */
  process(): DeliverPeriod {
    return new DeliverPeriod({
      db: this.db,
      clock: this.clock,
      ledger: this.ledger(),
      mailer: this.transport ?? this.mailer,
      config: { mailFrom: 'Attest <attest@example.org>', ...this.config },
      settings: this.mailSettings ?? this.settings,
      issueReport: (edition) => this.issue(edition),
      rules: new RecipientRules(this.db, this.settings, ROLE_RIGHTS),
      frozen: async (id) => this.figures.get(id) as Snapshot,
      audit: { record: (entry) => this.record(entry) },
      linkKey: this.linkKey,
    });
  }

  /** A turn of the schedule, as if the queue were empty. */
  async run(options?: DeliveryOptions): Promise<readonly Delivery[]> {
    await this.ledger().enter();
    return this.process().run(PERIOD, options);
  }

  /** `npm run send`: everything that nobody has had, at once. */
  async send(period = PERIOD, meant: Meant = {}): Promise<readonly Delivery[]> {
    await this.requests().open(period, meant, { kind: 'command' });
    return this.process().run(period, meant);
  }

  /** Later, by so many minutes. */
  pass(minutes: number): void {
    this.now = new Date(this.now.getTime() + minutes * MINUTE_MS);
  }

  /**
   * The bell rings every minute until `end`, and what it finds is done at once; minutes in which it would find nothing
   * are passed over.
   *
   * @param turn what is done of a period; by default by a process of its own, as after a restart
   */
  async ringUntil(end: string | Date, turn = (period: string) => this.process().run(period)): Promise<void> {
    const until = new Date(end);
    for (; this.now <= until; this.now = await this.nextRing(until)) {
      await this.ledger().enter();
      for (const period of await this.ledger().waiting()) await turn(period);
    }
    this.now = until;
  }

  /** The next whole minute at which something is due; a millisecond after `until` where nothing is by then. */
  private async nextRing(until: Date): Promise<Date> {
    const nextTurn = turnsAt(this.now.getTime(), { dayOfMonth: 1, hour: 6, timeZone: ZONE }).next.dueAtMs;
    const [row] = await this.db.select({ at: min(deliveries.nextAttemptAt) }).from(deliveries);
    const wanted = Math.min(nextTurn, row?.at ? new Date(row.at).getTime() : Number.POSITIVE_INFINITY);
    const minute = Math.floor(this.now.getTime() / MINUTE_MS) + 1;
    const next = Math.max(minute, Math.ceil(wanted / MINUTE_MS)) * MINUTE_MS;
    return new Date(Math.min(next, until.getTime() + 1));
  }

  async subscribe(email: string, change: Partial<typeof subscriptions.$inferInsert> = {}): Promise<string> {
    const [row] = await this.db
      .insert(subscriptions)
      .values({
        email,
        name: 'A reader',
        report: 'portfolio',
        lang: 'en',
        paper: 'a4',
        since: this.now,
        ...change,
      })
      .returning({ id: subscriptions.id });
    return row?.id ?? '';
  }

  /** As the form of one subscription changes it. */
  async change(id: string, to: Partial<SubscriptionEdition>): Promise<void> {
    const found = await findSubscription(this.db, id);
    if (found === null) throw new Error('There is no such subscription.');
    await this.db.transaction((tx) => changeEdition(tx, found, to, this.now));
  }

  /** Who has an e-mail, in alphabetical order. */
  recipients(): readonly string[] {
    return this.mailer.taken.map(({ to }) => to).sort();
  }

  /** What the ledger holds of a subscription, of whichever period. */
  async row(subscription: string): Promise<typeof deliveries.$inferSelect | undefined> {
    return (await this.db.select().from(deliveries).where(eq(deliveries.subscription, subscription)))[0];
  }

  /** An issue that rows of the ledger may name. @returns its id */
  async storeIssue(edition: Edition): Promise<string> {
    const id = randomUUID();
    await this.db.insert(issues).values({
      ...edition,
      id,
      origin: 'request',
      cutOff: '2017-06-30',
      known: null,
      revision: 1,
      title: 'A report',
      headlines: [],
      snapshot: {} as never,
      hash: 'a'.repeat(64),
      pdf: new Uint8Array([1]),
      pages: 6,
      createdAt: this.now,
    });
    return id;
  }

  private async record(entry: AuditEntry): Promise<void> {
    this.onRecord(entry);
    this.audit.push(entry);
  }

  private async issue(edition: Edition): ReturnType<IssueReport> {
    this.issued.push(editionKey(edition));
    await this.onIssue(edition);
    const key = `${edition.period} ${editionKey(edition)}`;
    const id = (this.keepsIssues && this.kept.get(key)) || (await this.storeIssue(edition));
    this.kept.set(key, id);
    this.figures.set(id, this.snapshotOf(edition));
    return {
      id,
      title: `Report of ${edition.period} in ${edition.lang}`,
      fileName: `${edition.report}-${edition.period}-${edition.lang}.pdf`,
      xlsx: new TextEncoder().encode(`PK ${editionKey(edition)}`),
      csv: new TextEncoder().encode(`block,key\n${editionKey(edition)}\n`),
      pdf: new TextEncoder().encode(`%PDF ${editionKey(edition)}`),
      pages: 6,
      cutOff: '2017-06-30',
      known: null,
      headlines: [],
      changed: [],
    };
  }
}

/** How far each recipient's turn has come. */
export function states(turns: readonly Delivery[]): Readonly<Record<string, DeliveryState>> {
  return Object.fromEntries(turns.map(({ recipient, state }) => [recipient, state]));
}
