import { Logger } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { DomainError } from '../../src/core/errors.ts';
import { DeliveryBell } from '../../src/delivery/delivery-bell.job.ts';
import { DeliveryWatch } from '../../src/delivery/delivery-watch.adapter.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import { Health } from '../../src/platform/health/health.ts';
import { Metrics } from '../../src/platform/health/metrics.ts';
import { type EnqueueOptions, JobQueue } from '../../src/platform/jobs/job-queue.ts';
import { eachEngine } from '../support/database.ts';
import { DeliveryWorld } from './delivery.fixture.ts';

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

eachEngine('the schedule', (engine) => {
  let world: DeliveryWorld;
  let queue: TestQueue;
  let id: string;

  const config = (role = 'all') =>
    readConfig({ ATTEST_ROLE: role, DATABASE_URL: 'postgres://127.0.0.1/unused' }, '/');
  const clock = { now: () => world.now };
  const scheduler = new SchedulerRegistry();
  const bell = (role?: string) =>
    new DeliveryBell(config(role), queue, world.ledger(), world.process(), scheduler, clock);
  const at = (text: string) => world.at(text);
  /** The months of which an e-mail has arrived. */
  const arrived = () => world.mailer.taken.map(({ subject }) => subject.slice(10, 17));

  beforeAll(async () => {
    world = await DeliveryWorld.open(engine);
  });
  beforeEach(async () => {
    world = await world.anew();
    queue = new TestQueue();
    at('2017-06-10T00:00:00Z');
    id = await world.subscribe('ana@example.org');
  });

  it('sends a new installation one report, of the month that was due when it began, not years', async () => {
    at('2017-06-10T00:01:00Z');
    await bell().start();
    await queue.drain();
    expect(arrived()).toEqual(['2017-05']);
    expect(await world.ledger().missing()).toEqual([]);
  });

  it('after three months in which nothing ran sends the last, and names those that it did not', async () => {
    at('2017-09-15T00:00:00Z');
    const missing = async () => (await world.ledger().missing()).map(({ period }) => period.key);
    // Also where only pages are served, and nobody has entered anything.
    expect(await missing()).toEqual(['2017-05', '2017-06', '2017-07', '2017-08']);
    const one = bell();
    await one.start();
    await queue.drain();
    expect(arrived()).toEqual(['2017-08']);
    expect(await missing()).toEqual(['2017-05', '2017-06', '2017-07']);
    // And so it stays, after the next month has gone out too, until somebody sends or settles them.
    at('2017-10-01T10:00:00Z');
    await one.ring();
    await queue.drain();
    expect(arrived()).toEqual(['2017-08', '2017-09']);
    expect(await missing()).toEqual(['2017-05', '2017-06', '2017-07']);

    const person = { kind: 'person', name: 'Ada' } as const;
    expect(await world.requests(queue).ask('2017-07', {}, person)).toBe(1);
    await queue.drain();
    expect(arrived()).toEqual(['2017-08', '2017-09', '2017-07']);
    const verdict = { is: 'not sent', reason: 'Superseded by July.' } as const;
    expect(await world.requests(queue).settle('2017-05', {}, verdict, person)).toBe(1);
    expect(await world.requests(queue).settle('2017-06', {}, verdict, person)).toBe(1);
    expect(await missing()).toEqual([]);
    expect(world.audit.map(({ action, actor }) => `${action} by ${actor?.kind}`)).toEqual([
      'delivery.sent by service',
      'delivery.sent by service',
      'delivery.requested by person',
      'delivery.sent by service',
      'delivery.settled by person',
      'delivery.settled by person',
    ]);
    // What was settled by mistake can still be sent, one by one.
    expect(await world.requests(queue).ask('2017-06', {}, person)).toBe(0);
    expect(await world.requests(queue).ask('2017-06', { subscription: id }, person)).toBe(1);
    await queue.drain();
    expect(arrived()).toEqual(['2017-08', '2017-09', '2017-07', '2017-06']);
  });

  it('sends at six on the first, and once', async () => {
    at('2017-07-01T09:59:00Z');
    const one = bell();
    await one.start();
    await queue.drain();
    // What had fallen due when the subscription began.
    expect(arrived()).toEqual(['2017-05']);
    at('2017-07-01T10:00:00Z');
    for (const _ of Array(3)) {
      await one.ring();
      await queue.drain();
    }
    expect(arrived()).toEqual(['2017-05', '2017-06']);
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

  it('hands nothing over that rests or was refused for good', async () => {
    at('2017-06-10T00:01:00Z');
    await world.subscribe('ben@example.org');
    world.mailer.onSend = ({ to }) => {
      const code = to === 'ana@example.org' ? 'MAIL.REFUSED' : 'MAIL.LATER';
      throw new DomainError(code, 'Not now, or never.', { kind: 'broken' });
    };
    const one = bell();
    await one.start();
    await queue.drain();
    await one.ring();
    expect(queue.waiting.size).toBe(0);
    world.pass(1);
    await one.ring();
    expect(queue.waiting.size).toBe(1);
    await queue.drain();
    expect(await world.row(id)).toMatchObject({ attempts: 1, status: 'failed', nextAttemptAt: null });
  });

  it('goes on with a month that the next has overtaken', async () => {
    at('2017-07-01T10:00:00Z');
    const one = bell();
    await one.start();
    at('2017-08-01T10:00:00Z');
    await one.ring();
    await queue.drain();
    expect(arrived()).toEqual(['2017-06', '2017-07']);
  });

  it('goes on ringing when the queue was down', async () => {
    at('2017-07-01T10:00:00Z');
    queue.broken = true;
    const one = bell();
    await one.start();
    queue.broken = false;
    await one.ring();
    await queue.drain();
    expect(arrived()).toEqual(['2017-06']);
  });

  it('goes by another day and hour from the minute on in which they are chosen, and sends no month twice', async () => {
    const one = bell();
    await one.start();
    await queue.drain();
    const turn = async (text: string) => {
      at(text);
      await one.ring();
      await queue.drain();
      return arrived();
    };
    expect(await turn('2017-07-01T10:00:00Z')).toEqual(['2017-05', '2017-06']);
    // June is sent; by the new times it falls due once more, on the 15th.
    await world.choose({ reportDay: 15, reportHour: 9 });
    expect(await turn('2017-07-15T13:00:00Z')).toEqual(['2017-05', '2017-06']);
    expect(await turn('2017-08-15T12:59:00Z')).toEqual(['2017-05', '2017-06']);
    // 09:00 in New York.
    expect(await turn('2017-08-15T13:00:00Z')).toEqual(['2017-05', '2017-06', '2017-07']);
    // Back to the first, five days after it: what was to wait until the 15th is due already.
    at('2017-09-05T08:00:00Z');
    await world.choose({ reportDay: 1 });
    expect(await turn('2017-09-05T08:01:00Z')).toEqual(['2017-05', '2017-06', '2017-07', '2017-08']);
    // Where the month begins fourteen hours ahead of UTC: 06:00 on 1 October there.
    await world.choose({ reportHour: null, timeZone: 'Pacific/Kiritimati' });
    expect(await turn('2017-09-30T15:59:00Z')).toHaveLength(4);
    expect((await turn('2017-09-30T16:00:00Z')).at(-1)).toBe('2017-09');
    await world.choose({ timeZone: null });
    expect(await turn('2017-10-01T10:00:00Z')).toHaveLength(5);
  });

  it('says at /readyz what is late two hours after it fell due, and at /metrics what stands where', async () => {
    at('2017-06-10T00:00:00Z');
    await bell().start();
    await queue.drain();
    at('2017-07-01T08:00:00Z');
    const health = new Health();
    const metrics = new Metrics();
    new DeliveryWatch(world.db, world.settings, clock, world.ledger(), health, metrics).onModuleInit();
    const late = async () => (await health.state()).checks.reports;

    at('2017-07-01T11:59:59Z');
    expect(await late()).toMatchObject({ ok: true });
    at('2017-07-01T12:00:00Z');
    expect(await late()).toMatchObject({
      ok: false,
      reason:
        '2017-06, due 2017-07-01T10:00:00.000Z: portfolio is not sent to 1 of 1. Send or settle at /deliveries.',
    });
    expect(await metrics.text()).toContain('attest_deliveries_overdue 1\n');
    await bell().start();
    await queue.drain();
    expect(await late()).toMatchObject({ ok: true });
    expect(await metrics.text()).toContain(`# HELP attest_deliveries E-mails in the ledger by status
# TYPE attest_deliveries gauge
attest_deliveries{status="pending"} 0
attest_deliveries{status="sending"} 0
attest_deliveries{status="sent"} 2
attest_deliveries{status="failed"} 0
attest_deliveries{status="settled"} 0
# HELP attest_deliveries_overdue E-mails that somebody is late without, until they are sent or settled
# TYPE attest_deliveries_overdue gauge
attest_deliveries_overdue 0
`);
  });

  it('says so for months, and at once after a restart, until it is sent or settled', async () => {
    at('2017-06-10T00:00:00Z');
    world.mailer.onSend = ({ subject }) => {
      if (subject.includes('2017-05')) throw new DomainError('MAIL.REFUSED', 'No.', { kind: 'broken' });
    };
    const one = bell();
    await one.start();
    await queue.drain();
    for (const month of ['07', '08']) {
      at(`2017-${month}-01T10:00:00Z`);
      await one.ring();
      await queue.drain();
    }
    expect(arrived()).toEqual(['2017-06', '2017-07']);
    at('2017-08-20T00:00:00Z');
    const health = new Health();
    new DeliveryWatch(world.db, world.settings, clock, world.ledger(), health, new Metrics()).onModuleInit();
    expect((await health.state()).checks.reports).toMatchObject({
      ok: false,
      reason:
        '2017-05, due 2017-06-01T10:00:00.000Z: portfolio is not sent to 1 of 1. Send or settle at /deliveries.',
    });
    world.mailer.onSend = () => undefined;
    await world.send('2017-05');
    expect((await health.state()).checks.reports).toMatchObject({ ok: true });
  });
});
