import { Logger } from '@nestjs/common';
import { eq } from 'drizzle-orm';
import { audit } from '../../src/access/audit.table.ts';
import { accounts } from '../../src/access/principals/accounts.table.ts';
import { DomainError } from '../../src/core/errors.ts';
import { type InEachLanguage, LANGUAGES } from '../../src/core/text.ts';
import { countDeliveries, readPeriods } from '../../src/delivery/deliveries.repository.ts';
import { deliveries, subscriptions } from '../../src/delivery/delivery.table.ts';
import { claimDelivery } from '../../src/delivery/ledger.repository.ts';
import { organisations } from '../../src/programs/organisations.table.ts';
import { eachEngine } from '../support/database.ts';
import { signIn } from '../support/people.ts';
import { DeliveryWorld, PERIOD, states } from './delivery.fixture.ts';

beforeAll(() => Logger.overrideLogger(false));

const edition = {
  report: 'portfolio',
  pillar: null,
  country: null,
  donor: null,
  lang: 'en',
  paper: 'a4',
} as const;

eachEngine('deliveries', (engine) => {
  let world: DeliveryWorld;
  beforeAll(async () => {
    world = await DeliveryWorld.open(engine);
  });
  beforeEach(async () => {
    world = await world.anew();
  });

  it('sends nothing to example addresses, says so, and says it of each month', async () => {
    await world.subscribe('managers@portfolio.example', { lang: 'fr' });
    await world.subscribe('ana@example.org');
    const said = { is: 'settled', at: world.now, reason: 'an example address: nothing is sent to it' };
    const stateOf = (turns: Awaited<ReturnType<typeof world.run>>) =>
      turns.find(({ recipient }) => recipient === 'managers@portfolio.example')?.state;
    expect(stateOf(await world.run())).toEqual(said);
    // Nor when somebody asks for it.
    expect(stateOf(await world.send())).toEqual(said);
    expect(world.recipients()).toEqual(['ana@example.org']);
    expect(world.issued).toEqual(['portfolio en a4']);
    expect(await world.ledger().missing()).toEqual([]);
  });

  it('sends to the domains that may be written to, and keeps who is left without in sight', async () => {
    await world.choose({ mailDomains: ['example.org'] });
    await world.subscribe('Ana@Example.org');
    const barred = await world.subscribe('ben@elsewhere.org');
    await world.subscribe('carla@mail.example.org', { lang: 'es' });
    const reason = 'reports are not sent to this domain (settings)';
    const is = { is: 'given-up', attempts: 0, reason };
    expect((await world.run()).map(({ recipient, state }) => [recipient, state])).toEqual([
      ['Ana@Example.org', { is: 'sent', at: world.now }],
      ['ben@elsewhere.org', is],
      ['carla@mail.example.org', is],
    ]);
    // Nothing was made for those who may not have it.
    expect(world.issued).toEqual(['portfolio en a4']);
    expect((await world.ledger().missing()).map(({ turns }) => turns[0]?.period)).toEqual([PERIOD]);
    expect(
      world.audit.filter(({ action }) => action === 'delivery.failed').map(({ details }) => details),
    ).toMatchObject([{ reason }, { reason }]);
    // Nor when somebody asks for it, or the bell rings on.
    await world.send();
    await world.ringUntil(new Date(world.now.getTime() + 3_600_000));
    expect(world.recipients()).toEqual(['Ana@Example.org']);
    expect((await world.row(barred))?.attempts).toBe(0);
    // The domain is added, and somebody sends what is missing.
    await world.choose({ mailDomains: ['elsewhere.org', 'example.org'] });
    await world.send();
    expect(world.recipients()).toEqual(['Ana@Example.org', 'ben@elsewhere.org']);
  });

  it('sends nothing more to a closed account, nor to a donor of what is another’s', async () => {
    const closed = await signIn(world.db, { role: 'manager' }, { email: 'closed@example.org' });
    await world.db.update(accounts).set({ disabledAt: world.now }).where(eq(accounts.id, closed.account));
    await world.db.insert(organisations).values([
      { code: 'canada', name: { en: 'Canada' }, kind: 'government' },
      { code: 'italy', name: { en: 'Italy' }, kind: 'government' },
    ]);
    await signIn(world.db, { role: 'donor', organisations: ['canada'] }, { email: 'Donor@example.org' });
    await signIn(world.db, { role: 'manager' }, { email: 'open@example.org' });
    const summary = { report: 'donor-funding-summary' };
    await world.subscribe('Closed@example.org');
    await world.subscribe('donor@example.org', { ...summary, donor: 'canada' });
    await world.subscribe('donor@example.org', { ...summary, donor: 'italy' });
    await world.subscribe('nobody@example.org', { ...summary, donor: 'italy' });
    await world.subscribe('open@example.org');
    const reason = 'the account of this address may not have this report';
    const turns = (await world.run()).map(({ recipient, donor, state }) => [
      recipient,
      donor,
      'reason' in state ? state.reason : state.is,
    ]);
    expect(turns.sort()).toEqual([
      ['Closed@example.org', null, reason],
      ['donor@example.org', 'canada', 'sent'],
      ['donor@example.org', 'italy', reason],
      ['nobody@example.org', 'italy', 'sent'],
      ['open@example.org', null, 'sent'],
    ]);
    expect(world.recipients()).toEqual(['donor@example.org', 'nobody@example.org', 'open@example.org']);
  });

  it('ends with an account what stood until it was closed, and tells nobody that it is missing', async () => {
    world.at('2017-06-20T10:00:00Z');
    const own = await world.subscribe('Closing@example.org');
    const other = await world.subscribe('open@example.org');
    await world.ringUntil('2017-06-20T10:01:00Z');
    const { account } = await signIn(world.db, { role: 'manager' }, { email: 'closing@example.org' });
    world.at('2017-06-25T10:00:00Z');
    // An e-mail that is still tried when the account is closed, and one that was given up.
    await world.db.update(deliveries).set({ status: 'failed', sentAt: null, error: '550 no' });
    await world.db.update(accounts).set({ disabledAt: world.now }).where(eq(accounts.id, account));
    world.at('2017-07-01T10:00:00Z');
    await world.ledger().enter();
    const rows = await world.db.select().from(subscriptions).orderBy(subscriptions.email);
    expect(rows.map(({ id, active, stoppedAt }) => [id, active, stoppedAt])).toEqual([
      [own, false, null],
      [other, true, null],
    ]);
    expect(states(await world.ledger().turns('2017-05'))).toMatchObject({
      'Closing@example.org': { is: 'ended' },
      'open@example.org': { is: 'given-up' },
    });
    const told = await world.db
      .select()
      .from(audit)
      .where(eq(audit.subject, `subscriptions ${own}`));
    expect(told.map(({ actorKind, at }) => [actorKind, at.toISOString()]).at(-1)).toEqual([
      'service',
      '2017-07-01T10:00:00.000Z',
    ]);
    await world.ringUntil('2017-07-01T10:01:00Z');
    expect(world.recipients()).toEqual(['Closing@example.org', 'open@example.org', 'open@example.org']);
    // Opened again, it stays ended until somebody says so.
    await world.db.update(accounts).set({ disabledAt: null }).where(eq(accounts.id, account));
    await world.ringUntil('2017-08-01T10:00:00Z');
    expect(world.recipients().filter((to) => to === 'Closing@example.org')).toHaveLength(1);
  });

  it('sends once to each subscriber, and makes each edition once', async () => {
    await world.subscribe('ana@example.org');
    await world.subscribe('ben@example.org');
    await world.subscribe('carla@example.org', { lang: 'es' });
    await world.subscribe('dan@example.org', { pillar: 'democracy' });
    await world.subscribe('dan@example.org', { report: 'country-fact-sheet', country: 'CR' });

    const turns = await world.run();

    expect(world.recipients()).toEqual([
      'ana@example.org',
      'ben@example.org',
      'carla@example.org',
      'dan@example.org',
      'dan@example.org',
    ]);
    expect(world.issued).toEqual([
      'country-fact-sheet country=CR en a4',
      'portfolio en a4',
      'portfolio es a4',
      'portfolio pillar=democracy en a4',
    ]);
    expect(turns.map(({ state }) => state)).toEqual(Array(5).fill({ is: 'sent', at: world.now }));
    const [toBen, toAna] = ['ben@example.org', 'ana@example.org'].map((to) =>
      world.mailer.taken.find((mail) => mail.to === to),
    );
    expect(toBen?.attachments).toEqual([
      {
        filename: 'portfolio-2017-06-en.pdf',
        contentType: 'application/pdf',
        content: new TextEncoder().encode('%PDF portfolio en a4'),
      },
    ]);
    expect(toBen?.subject).toBe('Report of 2017-06 in en');
    expect(toBen?.messageId).not.toBe(toAna?.messageId);
  });

  it('sends in the name of the organisation, as it is called in the language of each, also one that is not offered', async () => {
    await world.choose({
      name: 'Ministry of Health',
      translations: { es: 'Ministerio de Salud' },
      languages: ['en'],
    });
    await world.subscribe('ana@example.org');
    await world.subscribe('carla@example.org', { lang: 'es' });
    await world.run();
    expect(world.issued.toSorted()).toEqual(['portfolio en a4', 'portfolio es a4']);
    const senders = world.mailer.taken.map(({ to, sender }) => [to, sender]).toSorted();
    expect(senders).toEqual([
      ['ana@example.org', 'Ministry of Health'],
      ['carla@example.org', 'Ministerio de Salud'],
    ]);
  });

  it('records what was sent: when, to which address, which issue, under which Message-ID', async () => {
    const id = await world.subscribe('ana@example.org');
    await world.run();
    expect(await world.row(id)).toMatchObject({
      period: PERIOD,
      recipient: 'ana@example.org',
      status: 'sent',
      attempts: 1,
      issue: expect.stringMatching(/^[0-9a-f-]{36}$/),
      messageId: `2017-06.${id}@example.org`,
      sentAt: world.now,
      error: null,
    });
    expect(world.mailer.taken[0]?.messageId).toBe(`2017-06.${id}@example.org`);
  });

  it('sends nothing a second time, not even to who has a new address, and a new month once', async () => {
    const id = await world.subscribe('ana@example.org');
    await world.run();
    await world.db
      .update(subscriptions)
      .set({ email: 'ana@new.example.org' })
      .where(eq(subscriptions.id, id));
    world.at('2017-07-20T10:00:00Z');
    expect(states(await world.run())).toEqual({
      'ana@example.org': { is: 'sent', at: new Date('2017-07-01T10:00:00Z') },
    });
    expect(world.mailer.taken).toHaveLength(1);
    expect(world.issued).toHaveLength(1);

    world.at('2017-08-01T10:00:00Z');
    await world.ledger().enter();
    await world.process().run('2017-07');
    expect(world.recipients()).toEqual(['ana@example.org', 'ana@new.example.org']);
    expect(await readPeriods(world.db)).toEqual(['2017-07', '2017-06']);
  });

  it('sends once however many processes begin at the same moment', async () => {
    const names = Array.from({ length: 5 }, (_, index) => `reader-${index}@example.org`);
    for (const name of names) await world.subscribe(name);
    // All have read that everything is open before any of them takes something.
    const PROCESSES = 4;
    let arrived = 0;
    const { promise: all, resolve: go } = Promise.withResolvers<void>();
    world.mailer.onVerify = () => {
      arrived += 1;
      if (arrived === PROCESSES) go();
      return all;
    };
    const outcomes = await Promise.all(Array.from({ length: PROCESSES }, () => world.run()));
    expect(world.recipients()).toEqual(names);
    expect(outcomes.flat().filter(({ state }) => state.is === 'open')).toEqual([]);
    expect(states(await world.ledger().turns(PERIOD))).toEqual(
      Object.fromEntries(names.map((name) => [name, { is: 'sent', at: world.now }])),
    );
  });

  it('lets only one of several take a delivery', async () => {
    const subscription = await world.subscribe('ana@example.org');
    world.onIssue = () => {
      throw new Error('not made');
    };
    await world.run();
    world.pass(1);
    const issue = await world.storeIssue({ ...edition, period: PERIOD });
    const take = () =>
      claimDelivery(world.db, { subscription, period: PERIOD }, { issue, messageId: 'm@x', now: world.now });
    const taken = await Promise.all([take(), take(), take(), take(), take()]);
    expect(taken.filter((claim) => claim !== null)).toEqual([
      { recipient: 'ana@example.org', messageId: 'm@x', attempts: 1 },
    ]);
    expect(await world.row(subscription)).toMatchObject({ status: 'sending', attempts: 1 });
  });

  describe('who is not subscribed', () => {
    it('gets nothing', async () => {
      await world.subscribe('ana@example.org', { active: false });
      expect(await world.run()).toEqual([]);
      expect(world.issued).toEqual([]);
    });

    it('any more by the time the report is made gets nothing', async () => {
      const id = await world.subscribe('ana@example.org');
      await world.subscribe('ben@example.org');
      world.onIssue = async () => {
        await world.db.update(subscriptions).set({ active: false }).where(eq(subscriptions.id, id));
      };
      expect(states(await world.run())).toMatchObject({
        'ana@example.org': { is: 'ended' },
        'ben@example.org': { is: 'sent' },
      });
      expect(world.recipients()).toEqual(['ben@example.org']);
    });
  });

  it('sends only the report that is asked for', async () => {
    await world.subscribe('ana@example.org');
    await world.subscribe('ben@example.org', { report: 'country-fact-sheet', country: 'CR' });
    const turns = await world.run({ report: 'country-fact-sheet' });
    expect(turns.map(({ recipient }) => recipient)).toEqual(['ben@example.org']);
    expect(world.recipients()).toEqual(['ben@example.org']);
  });

  it('writes to each in the language chosen', async () => {
    const languages: InEachLanguage<string> = {
      en: 'The report is attached',
      es: 'El informe va adjunto',
      pt: 'O relatório segue anexo',
      fr: 'Le rapport est joint',
    };
    for (const lang of LANGUAGES) await world.subscribe(`${lang}@example.org`, { lang });
    await world.run();
    for (const [lang, words] of Object.entries(languages)) {
      const mail = world.mailer.taken.find(({ to }) => to === `${lang}@example.org`);
      expect(mail?.subject).toBe(`Report of 2017-06 in ${lang}`);
      expect(mail?.text).toContain(words);
    }
  });

  it('counts what stands where', async () => {
    expect(await countDeliveries(world.db)).toEqual([
      { status: 'pending', rows: 0 },
      { status: 'sending', rows: 0 },
      { status: 'sent', rows: 0 },
      { status: 'failed', rows: 0 },
      { status: 'settled', rows: 0 },
    ]);
    await world.subscribe('ana@example.org');
    await world.subscribe('ben@example.org');
    world.mailer.onSend = ({ to }) => {
      if (to === 'ana@example.org')
        throw new DomainError('MAIL.REFUSED', 'No such user here.', { kind: 'broken' });
    };
    await world.run();
    expect(await countDeliveries(world.db)).toEqual([
      { status: 'pending', rows: 0 },
      { status: 'sending', rows: 0 },
      { status: 'sent', rows: 1 },
      { status: 'failed', rows: 1 },
      { status: 'settled', rows: 0 },
    ]);
  });
});
