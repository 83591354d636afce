import type { AddressInfo, Socket } from 'node:net';
import { Logger } from '@nestjs/common';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';
import { deliveries } from '../../src/delivery/delivery.table.ts';
import { TURN_REASON } from '../../src/delivery/recipient-reasons.ts';
import { Secret } from '../../src/platform/config/secret.ts';
import { mailPace } from '../../src/platform/mailer/mail-pace.table.ts';
import { PacedMailer } from '../../src/platform/mailer/paced.adapter.ts';
import { SmtpMailer } from '../../src/platform/mailer/smtp.adapter.ts';
import { eachEngine } from '../support/database.ts';
import { DeliveryWorld, PERIOD } from './delivery.fixture.ts';

beforeAll(() => Logger.overrideLogger(false));
// Hundreds of conversations with a server that shares the machine.

/** What a mail server does about a conversation, wherever it does something; by default it takes everything. */
interface Conduct {
  onConnect?: () => Refusal | 'hang up' | undefined;
  onMailFrom?: () => Refusal | undefined;
  onRcptTo?: (to: string) => Refusal | 'hang up' | undefined;
  onData?: () => 'hang up' | undefined;
  onTaken?: (to: string) => void;
}
type Refusal = readonly [code: number, text: string];

/** A real mail server, on a clock of the test's. */
class MailServer {
  conduct: Conduct = {};
  /** Whom it was asked to take an e-mail for, and when. */
  readonly asked: string[] = [];
  /** What it has taken, in order. */
  readonly taken: { readonly to: string; readonly at: Date }[] = [];
  private readonly sockets = new Map<string, Socket>();
  private readonly server: SMTPServer;

  constructor(private readonly world: () => DeliveryWorld) {
    const options: SMTPServerOptions = {
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      disableReverseLookup: true,
      onConnect: (session, done) => this.act(this.conduct.onConnect?.(), session, done),
      onMailFrom: (_address, session, done) => this.act(this.conduct.onMailFrom?.(), session, done),
      onRcptTo: ({ address }, session, done) => {
        this.asked.push(`${address} ${this.world().now.toISOString().slice(8, 16)}`);
        this.act(this.conduct.onRcptTo?.(address), session, done);
      },
      onData: (stream, session, done) => {
        if (this.conduct.onData?.() === 'hang up') {
          this.hangUp(session);
          return;
        }
        stream.resume();
        stream.on('end', () => {
          const to = session.envelope.rcptTo[0]?.address ?? '';
          this.taken.push({ to, at: this.world().now });
          this.conduct.onTaken?.(to);
          done();
        });
      },
    };
    this.server = new SMTPServer(options);
    this.server.on('error', () => undefined);
    // The session names its connection by the port at the other end.
    this.server.server.on('connection', (socket: Socket) => this.sockets.set(`${socket.remotePort}`, socket));
  }

  async listen(): Promise<number> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', () => resolve()));
    return (this.server.server.address() as AddressInfo).port;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  anew(): void {
    this.conduct = {};
    this.asked.length = 0;
    this.taken.length = 0;
    this.sockets.clear();
  }

  private act(
    what: Refusal | 'hang up' | undefined,
    session: SMTPServerSession,
    done: (error?: Error) => void,
  ) {
    if (what === undefined) return done();
    if (what === 'hang up') return this.hangUp(session);
    done(Object.assign(new Error(what[1]), { responseCode: what[0] }));
  }

  private hangUp({ remotePort }: SMTPServerSession): void {
    this.sockets.get(`${remotePort}`)?.destroy();
  }
}

const people = (count: number) =>
  Array.from({ length: count }, (_, index) => `reader-${String(index).padStart(3, '0')}@example.org`);

/** Numbers from 0 to 1 that look random and are the same every time. */
function lottery(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Recipients: as many as it was seen with where nobody waits for the test. */
const COUNTS = process.env.CI ? { aDay: 20, dropped: 300 } : { aDay: 6, dropped: 60 };

eachEngine('a mail server', (engine) => {
  const many = engine.some(COUNTS.dropped);
  let world: DeliveryWorld;
  const server = new MailServer(() => world);
  let port: number;
  const subscribe = async (emails: readonly string[]) => {
    for (const email of emails) await world.subscribe(email);
  };
  const states = async () =>
    Object.fromEntries(
      [...Map.groupBy(await world.ledger().turns(PERIOD), ({ state }) => state.is)].map(([is, turns]) => [
        is,
        turns.length,
      ]),
    );
  const takenAt = (time: string) =>
    server.taken.filter(({ at }) => at.toISOString().slice(8, 16) === time).map(({ to }) => to);

  beforeAll(async () => {
    world = await DeliveryWorld.open(engine);
    port = await server.listen();
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    world = await world.anew();
    world.transport = new SmtpMailer(
      new Secret(`smtp://127.0.0.1:${port}`),
      'attest@example.org',
      world.clock,
    );
    server.anew();
  });

  it('that says 451 for a day: all have theirs within four hours after it, in growing pauses', async () => {
    const emails = people(COUNTS.aDay);
    await subscribe(emails);
    const until = new Date('2017-07-02T10:00:00Z');
    server.conduct.onRcptTo = () => (world.now < until ? [451, 'try again later'] : undefined);
    await world.ringUntil('2017-07-02T09:59:00Z');
    expect(server.taken).toEqual([]);
    expect(await states()).toEqual({ open: COUNTS.aDay });
    const timesOf = (email: string | undefined) =>
      server.asked.filter((line) => line.startsWith(email ?? '')).map((line) => line.split(' ')[1]);
    expect(timesOf(emails[0])).toEqual([
      ...['01T10:00', '01T10:01', '01T10:02', '01T10:04', '01T10:08', '01T10:16', '01T10:32', '01T11:04'],
      ...['01T12:08', '01T14:16', '01T18:16', '01T22:16', '02T02:16', '02T06:16'],
    ]);
    await world.ringUntil('2017-07-02T14:00:00Z');
    expect(server.taken.map(({ to }) => to).sort()).toEqual(emails);
    expect(await states()).toEqual({ sent: COUNTS.aDay });
  });

  describe.each<[string, (used: () => boolean) => Conduct]>([
    ['450 to the recipient', (used) => ({ onRcptTo: () => (used() ? [450, 'too fast'] : undefined) })],
    ['451 to the sender', (used) => ({ onMailFrom: () => (used() ? [451, 'too fast'] : undefined) })],
    ['421 as its greeting', (used) => ({ onConnect: () => (used() ? [421, 'too many'] : undefined) })],
    ['no word and closes', (used) => ({ onConnect: () => (used() ? 'hang up' : undefined) })],
  ])('that takes ten a minute, then says %s', (_what, conduct) => {
    it('has given each theirs once, in order, ten a minute', async () => {
      const emails = people(25);
      await subscribe(emails);
      const isUsed = () => takenAt(world.now.toISOString().slice(8, 16)).length >= 10;
      server.conduct = conduct(isUsed);
      await world.ringUntil('2017-07-01T10:10:00Z');
      expect(server.taken.map(({ to }) => to)).toEqual(emails);
      expect(['00', '01', '02', '03'].map((minute) => takenAt(`01T10:${minute}`).length)).toEqual([
        10, 10, 5, 0,
      ]);
      expect(await states()).toEqual({ sent: 25 });
    });
  });

  it('that hangs up on one address: the others have theirs in the same run, and nobody else is marked', async () => {
    const emails = people(12);
    await subscribe(emails);
    server.conduct.onRcptTo = (to) => (to === emails[3] ? 'hang up' : undefined);
    await world.run();
    expect(server.taken.map(({ to }) => to)).toEqual(emails.filter((email) => email !== emails[3]));
    expect(await states()).toEqual({ sent: 11, open: 1 });
    await world.ringUntil('2017-07-04T10:00:00Z');
    // Twenty-one attempts in two days, and then it needs a person.
    expect(server.asked.filter((line) => line.startsWith(emails[3] ?? ''))).toHaveLength(21);
    expect(await states()).toEqual({ sent: 11, 'given-up': 1 });
  });

  it('that drops two connections of a hundred: all have theirs once, within minutes', async () => {
    const emails = people(many);
    await subscribe(emails);
    const draw = lottery(7);
    let dropped = 0;
    // At the greeting, at the recipient or at the message, each time seven of a thousand, or as many in all.
    const perhaps = (): 'hang up' | undefined => {
      if (draw() >= 2.1 / many) return undefined;
      dropped += 1;
      return 'hang up';
    };
    server.conduct = { onConnect: perhaps, onRcptTo: perhaps, onData: perhaps };
    await world.ringUntil('2017-07-01T10:10:00Z');
    expect(dropped).toBeGreaterThanOrEqual(3);
    expect(server.taken.map(({ to }) => to).sort()).toEqual(emails);
    expect(await states()).toEqual({ sent: many });
  });

  describe('that is given ten a minute', () => {
    const slept: number[] = [];
    const pace = (perMinute = 10) => {
      const { db, clock, transport } = world;
      if (transport === null) throw new Error('There is no server.');
      world.transport = new PacedMailer(transport, {
        ...{ db, clock, perMinute },
        sleep: async (ms) => {
          slept.push(ms);
          world.now = new Date(world.now.getTime() + ms);
        },
      });
      return world.transport;
    };
    const letter = { to: 'invited@example.org', subject: 'An invitation', text: 'Come in.', attachments: [] };
    const rows = () => world.db.select().from(deliveries);
    /** Of any eleven in a row the last leaves a minute after the first, or later. */
    const expectNoMoreThanTen = () => {
      const at = server.taken.map((each) => each.at.getTime()).sort((a, b) => a - b);
      expect(at.slice(10).every((time, index) => time - (at[index] ?? 0) >= 60_000)).toBe(true);
    };

    beforeEach(async () => {
      slept.length = 0;
      await world.db.delete(mailPace);
    });

    it('gets 25 as 10, 10 and 5, in order, each once and at the first attempt', async () => {
      const emails = people(25);
      await subscribe(emails);
      pace();
      await world.run();
      expect(server.taken.map(({ to }) => to)).toEqual(emails.slice(0, 10));
      expect((await rows()).filter(({ error }) => error === TURN_REASON)).toHaveLength(15);
      await world.ringUntil('2017-07-01T10:10:00Z');
      expect(server.taken.map(({ to }) => to)).toEqual(emails);
      expect(['00', '01', '02', '03'].map((minute) => takenAt(`01T10:${minute}`).length)).toEqual([
        10, 10, 5, 0,
      ]);
      expect(await states()).toEqual({ sent: 25 });
      expect((await rows()).every(({ attempts, heldUp }) => attempts === 1 && heldUp === 0)).toBe(true);
    });

    it('gets no more from several processes together', async () => {
      await subscribe(people(25));
      pace();
      await world.ledger().enter();
      await Promise.all([1, 2, 3].map(() => world.process().run(PERIOD)));
      // Room that one had taken for an e-mail which another was quicker to take is given back, and may be left.
      expect(server.taken.length).toBeGreaterThan(0);
      await world.ringUntil('2017-07-01T10:10:00Z');
      expectNoMoreThanTen();
      expect(new Set(server.taken.map(({ to }) => to)).size).toBe(25);
      expect(server.taken).toHaveLength(25);
    });

    it('is never given more in any minute, also over the end of one', async () => {
      await subscribe(people(25));
      pace();
      for (const second of ['00', '20', '40']) {
        world.at(`2017-07-01T10:00:${second}Z`);
        await world.transport?.send(letter);
      }
      await world.ringUntil('2017-07-01T10:05:00Z');
      expect(server.taken).toHaveLength(28);
      expectNoMoreThanTen();
    });

    it('gets what somebody waits for before a queue of thousands', async () => {
      await subscribe(people(40));
      const mailer = pace();
      await world.run();
      world.at('2017-07-01T10:00:30Z');
      await mailer.send(letter);
      expect(slept).toEqual([30_000]);
      await world.run();
      expect(takenAt('01T10:01')).toHaveLength(10);
      expect(takenAt('01T10:01')[0]).toBe('invited@example.org');
    });

    it('tells who waits when there is no room for minutes', async () => {
      const mailer = pace(1);
      for (let count = 0; count <= 5; count += 1) await mailer.waitForRoom();
      world.at('2017-07-01T10:00:00Z');
      await expect(mailer.send(letter)).rejects.toMatchObject({ code: 'MAIL.NO_ROOM' });
      expect(server.taken).toEqual([]);
    });

    it('keeps what failed apart from what waits, and goes on after a clock that was wrong', async () => {
      const emails = people(12);
      await subscribe(emails);
      await world.db.insert(mailPace).values({ at: new Date('2031-01-01T00:00:00Z') });
      server.conduct.onRcptTo = (to) =>
        to === emails[0] && world.now < new Date('2017-07-01T10:00:30Z') ? [451, 'later'] : undefined;
      pace();
      await world.run();
      expect(server.taken.map(({ to }) => to)).toEqual(emails.slice(1, 10));
      const open = (await rows()).filter(({ status }) => status !== 'sent');
      expect(open.map(({ status, attempts }) => `${status} ${attempts}`).sort()).toEqual([
        'failed 1',
        'pending 0',
        'pending 0',
      ]);
      await world.ringUntil('2017-07-01T10:05:00Z');
      expect(await states()).toEqual({ sent: 12 });
    });
  });

  it('that refuses one for good with 5xx: it alone, and at once', async () => {
    const emails = people(3);
    await subscribe(emails);
    server.conduct.onRcptTo = (to) => (to === emails[1] ? [550, 'no such user'] : undefined);
    await world.ringUntil('2017-07-02T10:00:00Z');
    expect(server.asked).toHaveLength(3);
    expect(await states()).toEqual({ sent: 2, 'given-up': 1 });
  });
});
