import { eq } from 'drizzle-orm';
import { audit } from '../../src/access/audit.table.ts';
import { accounts } from '../../src/access/principals/accounts.table.ts';
import { subscriptions } from '../../src/delivery/delivery.table.ts';
import { RowRefused } from '../../src/delivery/subscription-rows.use-case.ts';
import { changeEdition } from '../../src/delivery/subscriptions.repository.ts';
import { organisations } from '../../src/programs/organisations.table.ts';
import { eachEngine } from '../support/database.ts';
import { DeliveryWorld } from './delivery.fixture.ts';
import {
  ADMINISTRATOR,
  addAccount,
  asked,
  changeAccount,
  groupsOf,
  planned,
  rowOf,
  standing,
  stop,
} from './subscription-groups.fixture.ts';

eachEngine('a group that is sent a report', (engine) => {
  let world: DeliveryWorld;

  beforeAll(async () => {
    world = await DeliveryWorld.open(engine);
    await world.db.insert(organisations).values([
      { code: 'canada', name: { en: 'Canada' }, kind: 'government' },
      { code: 'italy', name: { en: 'Italy' }, kind: 'government' },
    ]);
  });
  beforeEach(async () => {
    world = await world.anew();
    await world.db.delete(accounts);
    world.at('2017-06-10T12:00:00Z');
  });

  const enter = (change = {}) => groupsOf(world).enter(ADMINISTRATOR, asked(change));
  const refusedBy = async (change: Parameters<typeof asked>[0]) => {
    const refused = await groupsOf(world)
      .enter(ADMINISTRATOR, asked(change))
      .catch((error: unknown) => error);
    if (!(refused instanceof RowRefused)) throw new Error('It was not refused as a row.');
    return refused.errors.map(({ column, code }) => `${column} ${code}`);
  };
  /** The bell rings, and what it finds is done. */
  const ring = async (at: string) => {
    world.at(at);
    await world.ledger().enter();
    for (const period of await world.ledger().waiting()) await world.process().run(period);
    return planned(world.db);
  };

  describe('of a role', () => {
    it('is everybody who has an account of it, each in their own language where it is offered', async () => {
      await addAccount(world.db, 'Ana', { lang: 'es' });
      await addAccount(world.db, 'Ben', { lang: 'pt' });
      await addAccount(world.db, 'Cleo', { role: 'administrator' });
      await addAccount(world.db, 'Dan', { disabledAt: new Date('2017-06-01T00:00:00Z') });
      await world.choose({ languages: ['fr', 'es'] });
      await enter();
      expect(await standing(world.db)).toEqual(['ana monthly*', 'ben monthly*']);
      expect([(await rowOf(world.db, 'Ana')).lang, (await rowOf(world.db, 'Ben')).lang]).toEqual([
        'es',
        'fr',
      ]);
    });

    it('gets what falls due once one is of it, and nothing from before', async () => {
      await addAccount(world.db, 'Ana');
      await enter();
      // May had fallen due on the first of June; June does on the first of July.
      expect(await ring('2017-06-10T12:01:00Z')).toEqual([]);
      expect(await ring('2017-07-01T10:00:00Z')).toEqual(['2017-06 ana']);
      await addAccount(world.db, 'Ben');
      expect(await ring('2017-07-01T10:01:00Z')).toEqual(['2017-06 ana']);
      expect(await ring('2017-08-01T10:00:00Z')).toEqual(['2017-06 ana', '2017-07 ana', '2017-07 ben']);
      expect(world.recipients()).toEqual(['ana@example.org', 'ana@example.org', 'ben@example.org']);
    });

    it('leaves out who is of it no longer before the next report, and takes them up anew', async () => {
      await addAccount(world.db, 'Ana');
      await addAccount(world.db, 'Ben');
      await enter();
      await changeAccount(world.db, 'Ana', { role: 'officer' });
      await changeAccount(world.db, 'Ben', { disabledAt: world.now });
      expect(await ring('2017-07-01T10:00:00Z')).toEqual([]);
      await changeAccount(world.db, 'Ana', { role: 'manager' });
      await changeAccount(world.db, 'Ben', { disabledAt: null });
      // June had fallen due while they were not of it.
      expect(await ring('2017-07-02T10:00:00Z')).toEqual([]);
      expect(await ring('2017-08-01T10:00:00Z')).toEqual(['2017-07 ana', '2017-07 ben']);
    });

    it('is known to `npm run send` as to the bell', async () => {
      await enter();
      await addAccount(world.db, 'Ana');
      world.at('2017-07-01T12:00:00Z');
      // A dry run says who it would be, and keeps nothing.
      const foreseen = await world.ledger().foreseen('2017-06');
      expect(foreseen.map(({ recipient }) => recipient)).toEqual(['ana@example.org']);
      expect(await standing(world.db)).toEqual([]);
      // By hand also those who were not of it when June fell due.
      const turns = await world.send('2017-06');
      expect(turns.map(({ recipient, state }) => [recipient, state.is])).toEqual([
        ['ana@example.org', 'sent'],
      ]);
    });

    it('is told once, however many look at once', async () => {
      await addAccount(world.db, 'Ana');
      await addAccount(world.db, 'Ben');
      await enter();
      await addAccount(world.db, 'Cleo');
      await changeAccount(world.db, 'Ana', { role: 'officer' });
      await Promise.all(Array.from({ length: 5 }, () => world.members().reconcile()));
      expect(await standing(world.db)).toEqual(['ben monthly*', 'cleo monthly*']);
    });

    it('is on record: who entered it, and that the service keeps its members', async () => {
      await addAccount(world.db, 'Ana');
      const id = await enter();
      const told = async (subject: string) =>
        (await world.db.select().from(audit).where(eq(audit.subject, subject))).map(
          ({ actorKind, actorName, at }) => [actorKind, actorName, at.toISOString()],
        );
      const at = '2017-06-10T12:00:00.000Z';
      expect(await told(`subscription_groups ${id}`)).toEqual([['person', 'admin@example.org', at]]);
      const row = await rowOf(world.db, 'Ana');
      expect(await told(`subscriptions ${row.id}`)).toEqual([['service', null, at]]);
    });
  });

  describe('of donors', () => {
    const summary = { report: 'donor-funding-summary' };

    beforeEach(async () => {
      await addAccount(world.db, 'Ana', { role: 'donor', organisations: ['canada'] });
      await addAccount(world.db, 'Ben', { role: 'donor', organisations: ['italy'] });
      await addAccount(world.db, 'Cleo', { role: 'donor', organisations: ['canada', 'italy'] });
    });

    it('gets each the summary of each of their organisations, and of no other', async () => {
      await enter({ ...summary, to: 'donor' });
      const all = ['2017-06 ana canada', '2017-06 ben italy', '2017-06 cleo canada', '2017-06 cleo italy'];
      expect(await ring('2017-07-01T10:00:00Z')).toEqual(all);
      await changeAccount(world.db, 'Cleo', { organisations: ['italy'] });
      await changeAccount(world.db, 'Ana', { organisations: ['italy'] });
      expect(await ring('2017-07-20T10:00:00Z')).toEqual(all);
      expect(await ring('2017-08-01T10:00:00Z')).toEqual([
        ...all,
        '2017-07 ana italy',
        '2017-07 ben italy',
        '2017-07 cleo italy',
      ]);
    });

    it('is of one donor its people alone', async () => {
      await enter({ ...summary, to: 'of-donor', donor: 'Canada' });
      expect(await ring('2017-07-01T10:00:00Z')).toEqual(['2017-06 ana canada', '2017-06 cleo canada']);
      await changeAccount(world.db, 'Ana', { organisations: ['italy'] });
      await changeAccount(world.db, 'Ben', { organisations: ['canada'] });
      await ring('2017-07-20T10:00:00Z');
      expect((await ring('2017-08-01T10:00:00Z')).filter((each) => each.startsWith('2017-07'))).toEqual([
        '2017-07 ben canada',
        '2017-07 cleo canada',
      ]);
    });

    it('that overlaps another sends nothing twice, and goes on where the other ends', async () => {
      const first = await enter({ ...summary, to: 'of-donor', donor: 'canada' });
      world.pass(1);
      const second = await enter({ ...summary, to: 'donor' });
      const all = [
        'ana monthly canada*',
        'ben monthly italy*',
        'cleo monthly canada*',
        'cleo monthly italy*',
      ];
      expect(await standing(world.db)).toEqual(all);
      const { since } = await rowOf(world.db, 'Ana');
      const { members, leftOut } = await groupsOf(world).membersOf(second);
      expect(members.map(({ name, donor }) => `${name} ${donor}`)).toEqual(['Ben italy', 'Cleo italy']);
      expect(leftOut.map(({ name, why }) => `${name} ${why}`)).toEqual(['Ana elsewhere', 'Cleo elsewhere']);
      world.pass(1);
      await groupsOf(world).pause(ADMINISTRATOR, first, 'paused');
      expect(await standing(world.db)).toEqual(all);
      expect((await rowOf(world.db, 'Ana')).since).toEqual(since);
    });
  });

  describe('beside what somebody has of their own', () => {
    it.each(['monthly', 'yearly'] as const)('gives nothing to who has it %s', async (frequency) => {
      await addAccount(world.db, 'Ana');
      await world.subscribe('Ana@example.org', { frequency });
      const id = await enter();
      expect(await standing(world.db)).toEqual([`Ana ${frequency}`]);
      const { leftOut } = await groupsOf(world).membersOf(id);
      expect(leftOut.map(({ name, why }) => `${name} ${why}`)).toEqual(['Ana own']);
    });

    it('gives its own where that is of another report or slice', async () => {
      await addAccount(world.db, 'Ana');
      await world.subscribe('ana@example.org', { pillar: 'democracy' });
      await enter();
      expect(await standing(world.db)).toEqual(['ana monthly', 'ana monthly*']);
    });

    it('leaves how often to who has changed it', async () => {
      await addAccount(world.db, 'Ana');
      const id = await enter();
      await world.db.transaction(async (tx) =>
        changeEdition(tx, await rowOf(tx, 'Ana'), { frequency: 'quarterly' }, world.now),
      );
      await world.members().reconcile();
      expect(await standing(world.db)).toEqual(['ana quarterly']);
      await groupsOf(world).pause(ADMINISTRATOR, id, 'paused');
      expect(await standing(world.db)).toEqual(['ana quarterly']);
      // A change of the group is none of theirs any more.
      await groupsOf(world).pause(ADMINISTRATOR, id, 'standing');
      await groupsOf(world).change(ADMINISTRATOR, id, { ...asked(), paper: 'letter' });
      expect((await rowOf(world.db, 'Ana')).paper).toBe('a4');
    });

    it('stays without where somebody has stopped it, whatever becomes of the group and the account', async () => {
      await addAccount(world.db, 'Ana');
      await addAccount(world.db, 'Ben');
      const id = await enter();
      await stop(world, 'Ana');
      const only = ['ben monthly*'];
      expect(await ring('2017-07-01T10:00:00Z')).toEqual(['2017-06 ben']);
      await groupsOf(world).pause(ADMINISTRATOR, id, 'paused');
      await groupsOf(world).pause(ADMINISTRATOR, id, 'standing');
      expect(await standing(world.db)).toEqual(only);
      await changeAccount(world.db, 'Ana', { role: 'officer' });
      await world.members().reconcile();
      await changeAccount(world.db, 'Ana', { role: 'manager' });
      await world.members().reconcile();
      expect(await standing(world.db)).toEqual(only);
      await groupsOf(world).change(ADMINISTRATOR, id, { ...asked(), frequency: 'quarterly' });
      expect(await standing(world.db)).toEqual(['ben quarterly*']);
      const { leftOut } = await groupsOf(world).membersOf(id);
      expect(leftOut.map(({ name, why }) => `${name} ${why}`)).toEqual(['Ana stopped']);
    });
  });

  it('changes what its members get, and begins another frequency with the next report', async () => {
    await addAccount(world.db, 'Ana');
    const id = await enter();
    expect(await ring('2017-07-01T10:00:00Z')).toEqual(['2017-06 ana']);
    const change = { ...asked(), paper: 'letter', deliveredAs: 'link', needsApproval: true } as const;
    await groupsOf(world).change(ADMINISTRATOR, id, { ...change, frequency: 'quarterly' });
    expect(await rowOf(world.db, 'Ana')).toMatchObject({
      ...{ paper: 'letter', deliveredAs: 'link', needsApproval: true, frequency: 'quarterly', memberOf: id },
    });
    // The second quarter had fallen due with June.
    for (const at of ['2017-07-02T10:00:00Z', '2017-08-01T10:00:00Z', '2017-09-01T10:00:00Z']) {
      expect(await ring(at)).toEqual(['2017-06 ana']);
    }
    expect(await ring('2017-10-01T10:00:00Z')).toEqual(['2017-06 ana', '2017-Q3 ana']);
  });

  it('ends, and goes on with the next report', async () => {
    await addAccount(world.db, 'Ana');
    const id = await enter();
    await groupsOf(world).pause(ADMINISTRATOR, id, 'paused');
    expect(await standing(world.db)).toEqual([]);
    expect(await ring('2017-07-01T10:00:00Z')).toEqual([]);
    await groupsOf(world).pause(ADMINISTRATOR, id, 'standing');
    expect(await ring('2017-07-01T10:01:00Z')).toEqual([]);
    expect(await ring('2017-08-01T10:00:00Z')).toEqual(['2017-07 ana']);
  });

  it('writes to nobody of a domain that may not be written to', async () => {
    await addAccount(world.db, 'Ana');
    await addAccount(world.db, 'Ben', { email: 'ben@ministry.example.net' });
    const id = await enter();
    await world.choose({ mailDomains: ['ministry.example.net'] });
    await world.members().reconcile();
    expect(await standing(world.db)).toEqual(['ben monthly*']);
    const { leftOut } = await groupsOf(world).membersOf(id);
    expect(leftOut).toEqual([
      { group: id, email: 'ana@example.org', name: 'Ana', why: 'domain', subscription: null },
    ]);
  });

  it.each<[string, Parameters<typeof asked>[0], readonly string[]]>([
    ['a donor’s people, the portfolio', { to: 'of-donor', donor: 'canada' }, ['report GROUP.NOT_FOR_DONORS']],
    ['donors, the portfolio', { to: 'donor' }, ['report GROUP.NOT_FOR_DONORS']],
    [
      'donors, a country',
      { to: 'donor', report: 'country-fact-sheet', country: 'CR' },
      ['report GROUP.NOT_FOR_DONORS'],
    ],
    [
      'donors, something of one',
      { to: 'donor', report: 'donor-funding-summary', donor: 'italy' },
      ['donor GROUP.OWN_DONOR'],
    ],
    [
      'the people of no donor',
      { to: 'of-donor', report: 'donor-funding-summary' },
      ['donor GROUP.DONOR_MISSING'],
    ],
    [
      'the people of a donor that nobody knows',
      { to: 'of-donor', report: 'donor-funding-summary', donor: 'Atlantis' },
      ['donor SUBSCRIPTION.UNKNOWN_DONOR'],
    ],
    [
      'a group with an address',
      { email: 'ana@example.org', name: 'Ana' },
      ['email GROUP.ADDRESS', 'name GROUP.ADDRESS'],
    ],
    ['a sheet of no country', { report: 'country-fact-sheet' }, ['country SUBSCRIPTION.SCOPE_MISSING']],
    [
      'a sheet of a country and a donor',
      { report: 'country-fact-sheet', country: 'CR', donor: 'canada' },
      ['donor SUBSCRIPTION.SCOPE_NOT_TAKEN'],
    ],
    ['a report that is not there', { report: 'own:ports' }, ['report SUBSCRIPTION.UNKNOWN_REPORT']],
    ['no report of ours', { report: 'gazette' }, ['report SUBSCRIPTION.UNKNOWN_REPORT']],
  ])('is not taken: %s', async (_, change, expected) => {
    await addAccount(world.db, 'Ana', { role: 'donor', organisations: ['canada'] });
    expect(await refusedBy(change)).toEqual(expected);
    expect(await world.db.select().from(subscriptions)).toEqual([]);
  });

  it('is there once: entered again, or changed to what another sends, it is refused', async () => {
    await enter();
    expect(await refusedBy({})).toEqual(['to GROUP.ALREADY']);
    const yearly = await enter({ frequency: 'yearly' });
    await expect(groupsOf(world).change(ADMINISTRATOR, yearly, asked())).rejects.toMatchObject({
      errors: [{ column: 'frequency', code: 'GROUP.ALREADY' }],
    });
  });
});
