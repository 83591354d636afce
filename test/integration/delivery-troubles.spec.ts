import { Logger } from '@nestjs/common';
import { eq } from 'drizzle-orm';
import { accounts } from '../../src/access/principals/accounts.table.ts';
import { DomainError } from '../../src/core/errors.ts';
import { Bounces } from '../../src/delivery/bounces/bounces.use-case.ts';
import { postfixReport } from '../../src/delivery/bounces/fixtures/reports.ts';
import { readReport } from '../../src/delivery/bounces/read-report.ts';
import { deliveries, subscriptions } from '../../src/delivery/delivery.table.ts';
import { TellTroubles } from '../../src/delivery/tell-troubles.use-case.ts';
import { mailPace } from '../../src/platform/mailer/mail-pace.table.ts';
import { PacedMailer } from '../../src/platform/mailer/paced.adapter.ts';
import { eachEngine } from '../support/database.ts';
import { signIn } from '../support/people.ts';
import { DeliveryWorld, TestMailer } from './delivery.fixture.ts';

beforeAll(() => Logger.overrideLogger(false));

const refused = new DomainError('MAIL.REFUSED', 'mail.example.org refused it: 550 no such user', {
  kind: 'broken',
});

eachEngine('administrators are told by e-mail what has not arrived', (engine) => {
  let world: DeliveryWorld;
  /** The server that takes what administrators are told. */
  let letters: TestMailer;
  const toAna = () => letters.taken.filter(({ to }) => to === 'ana@organisation.org');
  const teller = () => {
    const audit = { record: async () => undefined };
    const config = { publicUrl: 'https://attest.example.org', host: '127.0.0.1', port: 0 };
    const made = new TellTroubles(
      world.db,
      config,
      world.clock,
      world.settings,
      world.ledger(),
      letters,
      audit as never,
    );
    made.onModuleInit();
    return made;
  };

  beforeAll(async () => {
    world = await DeliveryWorld.open(engine);
    await signIn(world.db, { role: 'administrator' }, { email: 'ana@organisation.org' });
    const berto = await signIn(world.db, { role: 'administrator' }, { email: 'berto@organisation.org' });
    await world.db.update(accounts).set({ lang: 'es' }).where(eq(accounts.id, berto.account));
    const gone = await signIn(world.db, { role: 'administrator' }, { email: 'gone@organisation.org' });
    await world.db.update(accounts).set({ disabledAt: world.now }).where(eq(accounts.id, gone.account));
    await signIn(world.db, { role: 'manager' }, { email: 'manager@organisation.org' });
  });
  beforeEach(async () => {
    world = await world.anew();
    letters = new TestMailer();
    world.at('2017-07-01T10:00:00Z');
  });

  it('what is refused for good within a minute, to each in their language, once; others go on', async () => {
    await world.subscribe('nobody@ministry.org');
    await world.subscribe('fine@ministry.org');
    world.mailer.onSend = ({ to }) => {
      if (to === 'nobody@ministry.org') throw refused;
    };
    await world.run();
    const one = teller();
    expect(await one.run()).toBe(2);
    expect(letters.taken.map(({ to, subject }) => [to, subject]).toSorted()).toEqual([
      ['ana@organisation.org', '1 report has not arrived'],
      ['berto@organisation.org', '1 informe no ha llegado'],
    ]);
    const letter = toAna().at(-1);
    expect(letter?.text).toContain('Of June 2017:');
    expect(letter?.text).toContain('- nobody@ministry.org, Portfolio report: ');
    expect(letter?.text).toContain('550 no such user');
    expect(letter?.text).toContain('https://attest.example.org/deliveries?period=2017-06&lang=en');
    expect(letter?.text).not.toContain('fine@ministry.org');
    world.pass(60);
    expect([await one.run(), await teller().run()]).toEqual([0, 0]);
    expect(letters.taken).toHaveLength(2);
  });

  it('what came back, with what its mail server said', async () => {
    const id = await world.subscribe('closed@ministry.org');
    await world.run();
    const messageId = (await world.row(id))?.messageId ?? '';
    const one = teller();
    expect(await one.run()).toBe(0);
    world.pass(30);
    const report = await readReport(
      new TextEncoder().encode(postfixReport({ to: 'closed@ministry.org', messageId })),
    );
    await new Bounces(world.db, world.clock).take(report, false, { kind: 'token', name: 'mail server' });
    expect(await one.run()).toBe(2);
    expect(toAna().at(-1)?.text).toContain(
      '- closed@ministry.org, Portfolio report: came back (5.1.1): 550 5.1.1 <closed@ministry.org>: no such mailbox',
    );
    world.pass(60);
    expect(await one.run()).toBe(0);
  });

  it('nothing of a queue that moves, however long; of one that stands still, what is ten minutes over its turn', async () => {
    for (let count = 0; count < 125; count += 1) {
      await world.subscribe(`reader-${String(count).padStart(3, '0')}@ministry.org`);
    }
    await world.db.delete(mailPace);
    const { db, clock, mailer } = world;
    world.transport = new PacedMailer(mailer, { db, clock, perMinute: 1 });
    const one = teller();
    await world.ringUntil('2017-07-01T12:00:00Z');
    // One at ten, and one in each of 120 minutes.
    expect(mailer.taken).toHaveLength(121);
    expect(await one.run()).toBe(0);
    // The turns of the four others are 12:01 to 12:04, and nobody comes.
    world.at('2017-07-01T12:11:00Z');
    expect(await one.run()).toBe(2);
    expect(toAna()[0]?.subject).toBe('1 report has not arrived');
    expect(toAna()[0]?.text).toContain('- reader-121@ministry.org, Portfolio report: in the queue:');
  });

  it('what is tried again is no trouble until it is late; then it is told', async () => {
    await world.subscribe('later@ministry.org');
    world.mailer.onSend = () => {
      throw new DomainError('MAIL.LATER', 'mail.example.org says later: 451', { kind: 'broken' });
    };
    await world.run();
    const one = teller();
    expect(await one.run()).toBe(0);
    world.pass(119);
    expect(await one.run()).toBe(0);
    world.pass(1);
    expect(await one.run()).toBe(2);
    expect(toAna()[0]?.text).toContain('451');
  });

  it('many that fail one after the other come in few e-mails, and what is over and comes again is told again', async () => {
    const id = await world.subscribe('one@ministry.org');
    await world.subscribe('two@ministry.org');
    world.mailer.onSend = () => {
      throw refused;
    };
    await world.run();
    const one = teller();
    expect(await one.run()).toBe(2);
    expect(toAna()[0]?.subject).toBe('2 reports have not arrived');
    await world.subscribe('three@ministry.org');
    await world.run();
    world.pass(5);
    expect(await one.run()).toBe(0);
    world.pass(5);
    expect(await one.run()).toBe(2);
    expect(toAna().at(-1)?.text).toContain('three@ministry.org');
    expect(toAna().at(-1)?.text).not.toContain('one@ministry.org');
    // Somebody has it sent again, and it fails again.
    await world.db
      .update(deliveries)
      .set({ status: 'pending', nextAttemptAt: world.now, error: null })
      .where(eq(deliveries.subscription, id));
    world.pass(10);
    await one.run();
    await world.run();
    world.pass(10);
    expect(await one.run()).toBe(2);
    expect(toAna().at(-1)?.text).toContain('one@ministry.org');
  });

  it('where no administrator could be told they are told once the mail server takes it', async () => {
    await world.subscribe('nobody@ministry.org');
    world.mailer.onSend = () => {
      throw refused;
    };
    await world.run();
    letters.onSend = () => {
      throw new DomainError('MAIL.UNREACHABLE', 'Nothing answers.', { kind: 'broken' });
    };
    const one = teller();
    expect([await one.run(), await one.run()]).toEqual([0, 0]);
    letters.onSend = () => undefined;
    expect(await one.run()).toBe(2);
    await world.db.delete(deliveries);
    await world.db.delete(subscriptions);
  });
});
