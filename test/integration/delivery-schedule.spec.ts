import { Logger } from '@nestjs/common';
import { DomainError } from '../../src/core/errors.ts';
import { DeliverPeriod } from '../../src/delivery/deliver-period.use-case.ts';
import { deliveries, subscriptions } from '../../src/delivery/delivery.table.ts';
import { DeliveryBell } from '../../src/delivery/delivery-bell.job.ts';
import { DeliveryWatch } from '../../src/delivery/delivery-watch.adapter.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { Health } from '../../src/platform/health/health.ts';
import { Metrics } from '../../src/platform/health/metrics.ts';
import { type EnqueueOptions, JobQueue } from '../../src/platform/jobs/job-queue.ts';
import { type Mail, Mailer } from '../../src/platform/mailer/mailer.ts';
import { issues } from '../../src/reporting/issues.table.ts';
import { eachEngine } from '../support/database.ts';

beforeAll(() => Logger.overrideLogger(false));

/** Keeps jobs until they are asked for, and at most one of a key, as the real one does. */
class TestQueue extends JobQueue {
  readonly waiting = new Map<string, object>();
  readonly handlers = new Map<string, (data: never, signal: AbortSignal) => Promise<void>>();
  broken = false;

  override async enqueue(
    name: string,
    data: object,
    { singletonKey = '' }: EnqueueOptions = {},
  ): Promise<boolean> {
    if (this.broken) throw new Error('The queue is down.');
    const key = `${name} ${singletonKey}`;
    if (this.waiting.has(key)) return false;
    this.waiting.set(key, data);
    return true;
  }

  override async work<T extends object>(
    name: string,
    handler: (data: T, signal: AbortSignal) => Promise<void>,
  ) {
    this.handlers.set(name, handler);
  }

  /** Does what waits, in its order. */
  async drain(): Promise<void> {
    for (const [key, data] of this.waiting) {
      this.waiting.delete(key);
      await this.handlers.get(key.split(' ')[0] ?? '')?.(data as never, new AbortController().signal);
    }
  }

  override check = async () => undefined;
  override stop = async () => undefined;
}

class TestMailer extends Mailer {
  readonly destination = 'mail.example.org';
  readonly subjects: string[] = [];
  refuses = false;

  override async send({ subject, messageId }: Mail): Promise<string> {
    if (this.refuses) throw new DomainError('MAIL.REFUSED', 'No such user here.', { kind: 'broken' });
    this.subjects.push(subject);
    return `<${messageId}>`;
  }

  override verify = async () => undefined;
}

eachEngine('the schedule', (engine) => {
  let db: Database;
  let now: Date;
  let mailer: TestMailer;
  let queue: TestQueue;
  let issue: string;

  const clock = { now: () => now };
  const config = (role = 'all') =>
    readConfig({ ATTEST_ROLE: role, DATABASE_URL: 'postgres://127.0.0.1/unused' }, '/');
  const bell = (role?: string) => {
    const deliverPeriod = new DeliverPeriod({
      db,
      clock,
      mailer,
      config: config(role),
      issueReport: async ({ period }) => ({
        id: issue,
        title: period,
        fileName: 'portfolio.pdf',
        pdf: new Uint8Array([1]),
        pages: 6,
        cutOff: '2017-06-30',
        headlines: [],
      }),
    });
    return new DeliveryBell(config(role), clock, queue, deliverPeriod);
  };
  const at = (text: string) => {
    now = new Date(text);
  };

  beforeAll(async () => {
    ({ db } = await engine.open());
    const [row] = await db
      .insert(issues)
      .values({
        report: 'portfolio',
        period: '2017-06',
        lang: 'en',
        paper: 'a4',
        origin: 'request',
        cutOff: '2017-06-30',
        revision: 1,
        title: 'A report',
        headlines: [],
        snapshot: {} as never,
        hash: 'a'.repeat(64),
        pdf: new Uint8Array([1]),
        pages: 6,
        createdAt: new Date('2017-07-01T10:00:00Z'),
      })
      .returning({ id: issues.id });
    issue = row?.id ?? '';
  });
  beforeEach(async () => {
    await db.delete(deliveries);
    await db.delete(subscriptions);
    await db
      .insert(subscriptions)
      .values({ email: 'ana@example.org', name: 'Ana', report: 'portfolio', lang: 'en', paper: 'a4' });
    mailer = new TestMailer();
    queue = new TestQueue();
  });

  it('catches up at the start with the latest month that was missed, and no other', async () => {
    at('2017-07-20T00:00:00Z');
    await bell().start();
    await queue.drain();
    expect(mailer.subjects).toEqual(['2017-06']);
  });

  it('sends at six on the first, and once', async () => {
    at('2017-07-01T09:59:00Z');
    const one = bell();
    await one.start();
    await queue.drain();
    // What had fallen due a month ago.
    expect(mailer.subjects).toEqual(['2017-05']);
    at('2017-07-01T10:00:00Z');
    for (const _ of Array(3)) {
      await one.ring();
      await queue.drain();
    }
    expect(mailer.subjects).toEqual(['2017-05', '2017-06']);
    await bell().start();
    expect(queue.waiting.size).toBe(0);
  });

  it('hands the work over once, however often and in however many processes it rings', async () => {
    at('2017-07-01T10:00:00Z');
    const bells = [bell(), bell('worker')];
    for (const one of bells) await one.start();
    for (const one of bells) await one.ring();
    expect([...queue.waiting.values()]).toEqual([{ period: '2017-06' }]);
  });

  it('is silent in a process that only serves pages, and before it is started', async () => {
    at('2017-07-01T10:00:00Z');
    const web = bell('web');
    await web.start();
    await web.ring();
    await bell().ring();
    expect(queue.waiting.size + queue.handlers.size).toBe(0);
  });

  it('tries six times what is refused, then leaves it to a person', async () => {
    at('2017-07-01T10:00:00Z');
    mailer.refuses = true;
    const one = bell();
    await one.start();
    for (const _ of Array(8)) {
      await queue.drain();
      await one.ring();
    }
    expect(
      await db.select({ attempts: deliveries.attempts, status: deliveries.status }).from(deliveries),
    ).toEqual([{ attempts: 6, status: 'failed' }]);
    expect(queue.waiting.size).toBe(0);
  });

  it('leaves a month alone that was overtaken by the next', async () => {
    at('2017-07-01T10:00:00Z');
    const one = bell();
    await one.start();
    at('2017-08-01T10:00:00Z');
    await queue.drain();
    expect(mailer.subjects).toEqual([]);
    await one.ring();
    await queue.drain();
    expect(mailer.subjects).toEqual(['2017-07']);
  });

  it('goes on ringing when the queue was down', async () => {
    at('2017-07-01T10:00:00Z');
    queue.broken = true;
    const one = bell();
    await one.start();
    queue.broken = false;
    await one.ring();
    await queue.drain();
    expect(mailer.subjects).toEqual(['2017-06']);
  });

  it('says at /readyz what is late two hours after it fell due, and at /metrics what stands where', async () => {
    at('2017-07-01T08:00:00Z');
    const health = new Health();
    const metrics = new Metrics();
    new DeliveryWatch(db, config(), clock, health, metrics).onModuleInit();
    const late = async () => (await health.state()).checks.reports;

    at('2017-07-01T11:59:59Z');
    expect(await late()).toMatchObject({ ok: true });
    at('2017-07-01T12:00:00Z');
    expect(await late()).toMatchObject({
      ok: false,
      reason: '2017-06, due 2017-07-01T10:00:00.000Z: portfolio is not sent to 1 of 1',
    });
    await bell().start();
    await queue.drain();
    expect(await late()).toMatchObject({ ok: true });
    expect(await metrics.text()).toContain(`# HELP attest_deliveries E-mails in the ledger by status
# TYPE attest_deliveries gauge
attest_deliveries{status="pending"} 0
attest_deliveries{status="sending"} 0
attest_deliveries{status="sent"} 1
attest_deliveries{status="failed"} 0
`);
  });
});
