import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { AuditEntry } from '../../src/access/audit.repository.ts';
import {
  DeliverPeriod,
  type DeliveryOptions,
  type IssueReport,
} from '../../src/delivery/deliver-period.use-case.ts';
import { deliveries, subscriptions } from '../../src/delivery/delivery.table.ts';
import { type Delivery, type DeliveryState, editionKey } from '../../src/delivery/delivery.ts';
import { issueLinks } from '../../src/delivery/issue-links.table.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { checkMail, type Mail, Mailer } from '../../src/platform/mailer/mailer.ts';
import { places } from '../../src/programs/places.table.ts';
import { pillars } from '../../src/programs/programs.table.ts';
import { issues } from '../../src/reporting/issues.table.ts';
import type { Engine } from '../support/database.ts';

export const PERIOD = '2017-06';

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
  mailer = new TestMailer();
  /** Every edition that was made, in order. */
  readonly issued: string[] = [];
  onIssue: (edition: Edition) => void | Promise<void> = () => undefined;

  config: { publicUrl: string | null; links: 'open' | 'sign-in' } = { publicUrl: null, links: 'open' };
  /** What was recorded of sends, in order. */
  readonly audit: AuditEntry[] = [];
  linkKey: () => Promise<Uint8Array> = async () => new Uint8Array(32).fill(7);
  onRecord: (entry: AuditEntry) => void = () => undefined;

  private constructor(readonly db: Database) {}

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
    await this.db.delete(deliveries);
    await this.db.delete(issueLinks);
    await this.db.delete(subscriptions);
    return new DeliveryWorld(this.db);
  }

  at(text: string): void {
    this.now = new Date(text);
  }

  /** Another process, or the same one after a restart. */
  process(): DeliverPeriod {
    return new DeliverPeriod({
      db: this.db,
      clock: { now: () => this.now },
      mailer: this.mailer,
      config: { mailFrom: 'Attest <attest@example.org>', reportTimeZone: 'America/New_York', ...this.config },
      issueReport: (edition) => this.issue(edition),
      audit: { record: (entry) => this.record(entry) },
      linkKey: this.linkKey,
    });
  }

  run(options?: DeliveryOptions): Promise<readonly Delivery[]> {
    return this.process().run(PERIOD, options);
  }

  async subscribe(email: string, change: Partial<typeof subscriptions.$inferInsert> = {}): Promise<string> {
    const [row] = await this.db
      .insert(subscriptions)
      .values({ email, name: 'A reader', report: 'portfolio', lang: 'en', paper: 'a4', ...change })
      .returning({ id: subscriptions.id });
    return row?.id ?? '';
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
    return {
      id: await this.storeIssue(edition),
      title: `Report of ${edition.period} in ${edition.lang}`,
      fileName: `${edition.report}-${edition.period}-${edition.lang}.pdf`,
      pdf: new TextEncoder().encode(`%PDF ${editionKey(edition)}`),
      pages: 6,
      cutOff: '2017-06-30',
      headlines: [],
    };
  }
}

/** How far each recipient's turn has come. */
export function states(turns: readonly Delivery[]): Readonly<Record<string, DeliveryState>> {
  return Object.fromEntries(turns.map(({ recipient, state }) => [recipient, state]));
}
