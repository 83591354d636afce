import { Logger } from '@nestjs/common';
import { eq } from 'drizzle-orm';
import { audit } from '../../src/access/audit.table.ts';
import { bounces } from '../../src/delivery/bounces/bounces.table.ts';
import { Bounces } from '../../src/delivery/bounces/bounces.use-case.ts';
import { postfixReport } from '../../src/delivery/bounces/fixtures/reports.ts';
import { ReadBounces } from '../../src/delivery/bounces/read-bounces.use-case.ts';
import { deliveries } from '../../src/delivery/delivery.table.ts';
import { Secret } from '../../src/platform/config/secret.ts';
import { Health } from '../../src/platform/health/health.ts';
import { eachEngine } from '../support/database.ts';
import { ImapServer } from '../support/imap-server.ts';
import { DeliveryWorld, PERIOD } from './delivery.fixture.ts';

beforeAll(() => Logger.overrideLogger(false));

const PASSWORD = 'hush-hush';
const LETTER = 'From: ana@example.org\r\nContent-Type: text/plain\r\n\r\nPlease send it in Spanish.\r\n';

eachEngine('reports of mail servers in a mailbox', (engine) => {
  let world: DeliveryWorld;
  let server: ImapServer;
  let port: number;

  beforeAll(async () => {
    world = await DeliveryWorld.open(engine);
  });
  beforeEach(async () => {
    world = await world.anew();
    world.at('2017-07-01T10:00:00Z');
    server = new ImapServer(PASSWORD);
    port = await server.listen();
  });
  afterEach(() => server.close());

  function reading(password = PASSWORD, role: 'all' | 'web' = 'all') {
    const health = new Health();
    const bounceMailbox = new Secret(`imap://attest:${password}@127.0.0.1:${port}/INBOX`);
    const read = new ReadBounces({ bounceMailbox, role }, new Bounces(world.db, world.clock), health);
    read.onModuleInit();
    return { read, health };
  }
  const put = (content: string) => server.messages.push({ content, seen: false });
  const seen = () => server.messages.map((message) => message.seen);
  async function sendTo(to: string) {
    const subscription = await world.subscribe(to);
    await world.send(PERIOD, { recipient: to });
    const row = await world.row(subscription);
    return { to, subscription, messageId: row?.messageId ?? '' };
  }
  const kinds = async () =>
    (await world.db.select().from(bounces)).map(({ address, kind }) => [address, kind]);

  it('are taken as those of the API, once, and marked as read; letters of people stay as they are', async () => {
    const ana = await sendTo('ana@example.org');
    put(LETTER);
    put(postfixReport(ana));
    // Its e-mail is longer than anything that is read of it.
    put(`${postfixReport({ ...ana, to: 'eve@example.net' }, { notice: 'b@x' })}${'x'.repeat(300_000)}\r\n`);
    const { read, health } = reading();
    await read.run();
    expect(await kinds()).toEqual([
      ['ana@example.org', 'refused'],
      ['ana@example.org', 'doubtful'],
    ]);
    expect((await world.row(ana.subscription))?.status).toBe('failed');
    expect(seen()).toEqual([false, true, true]);
    expect((await health.state()).checks).toMatchObject({ bounces: { ok: true } });
    const told = await world.db.select().from(audit).where(eq(audit.action, 'delivery.came-back'));
    expect(told.map(({ actorKind }) => actorKind)).toEqual(['service']);

    server.commands.length = 0;
    await read.run();
    expect(server.commands.filter((command) => command.startsWith('UID FETCH'))).toEqual([]);
    // Somebody marks it as unread: it is read again, and nothing comes of it.
    for (const message of server.messages.slice(1)) message.seen = false;
    await read.run();
    expect([await kinds(), seen()]).toEqual([await kinds(), [false, true, true]]);
    expect(await kinds()).toHaveLength(2);
  });

  it('wait while their e-mail is being handed over, and do not keep others waiting', async () => {
    const [ana, ben] = [await sendTo('ana@example.org'), await sendTo('ben@example.org')];
    await world.db
      .update(deliveries)
      .set({ status: 'sending', sentAt: null })
      .where(eq(deliveries.subscription, ana.subscription));
    put(postfixReport(ana));
    put(postfixReport(ben, { notice: 'b@x' }));
    const { read } = reading();
    await read.run();
    expect([await kinds(), seen()]).toEqual([[['ben@example.org', 'refused']], [false, true]]);
    await world.db
      .update(deliveries)
      .set({ status: 'sent', sentAt: world.now })
      .where(eq(deliveries.subscription, ana.subscription));
    await read.run();
    expect([(await kinds()).length, seen()]).toEqual([2, [true, true]]);
  });

  it('that say nothing are read once', async () => {
    put('Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n--x--\r\n');
    await reading().read.run();
    expect([await kinds(), seen()]).toEqual([[], [true]]);
  });

  it('that cannot be reached stand at /readyz, without the password, until they can', async () => {
    put(LETTER);
    const { read, health } = reading('another');
    await read.run();
    const { reason = '' } = (await health.state()).checks.bounces ?? {};
    expect(reason).toMatch(
      /^The mailbox of reports \(127\.0\.0\.1:\d+, INBOX\) could not be read: .*wrong user or password\. /,
    );
    expect(reason).not.toContain('another');
    Object.assign(server, { password: 'another' });
    await read.run();
    expect((await health.state()).checks).toMatchObject({ bounces: { ok: true } });
    await server.close();
    await read.run();
    expect((await health.state()).checks).toMatchObject({ bounces: { ok: false } });
    server = new ImapServer(PASSWORD);
    await server.listen();
  });

  it('are left to processes that work', async () => {
    const { read, health } = reading(PASSWORD, 'web');
    await read.run();
    expect([server.commands, (await health.state()).checks]).toEqual([[], {}]);
  });
});
