import { accounts } from '../../src/access/principals/accounts.table.ts';
import { overdueReports } from '../../src/delivery/overdue.ts';
import type { OwnTime } from '../../src/delivery/own-time.ts';
import { eachEngine } from '../support/database.ts';
import { DeliveryWorld, states } from './delivery.fixture.ts';
import { ADMINISTRATOR, addAccount, asked, groupsOf, planned, rowOf } from './subscription-groups.fixture.ts';

/** 07:00 in Paris is 05:00 UTC in summer. */
const PARIS = { ownDay: 15, ownHour: 7, ownZone: 'Europe/Paris' } as const;
const NONE = { ownDay: null, ownHour: null, ownZone: null } as const;

eachEngine('reports that come at a time of their own', (engine) => {
  let world: DeliveryWorld;

  beforeAll(async () => {
    world = await DeliveryWorld.open(engine);
  });
  beforeEach(async () => {
    world = await world.anew();
    await world.db.delete(accounts);
    world.at('2017-06-20T00:00:00Z');
  });

  /** The bell rings at each of these moments, and what it finds is done. @returns what was sent meanwhile */
  const ring = async (...moments: readonly string[]): Promise<readonly string[]> => {
    const before = world.mailer.taken.length;
    for (const moment of moments) {
      world.at(moment);
      await world.ledger().enter();
      for (const period of await world.ledger().waiting()) await world.process().run(period);
    }
    return world.mailer.taken
      .slice(before)
      .map(({ to, subject }) => `${/^Report of (\S+) /.exec(subject)?.[1]} ${to.split('@')[0]}`)
      .sort();
  };
  const stateAt = async (period: string) => states(await world.ledger().turns(period));
  /** What `/readyz` would say, of a process that has run for long. */
  const late = async () =>
    overdueReports(await world.ledger().missing(), {
      now: world.now,
      startedAt: new Date('2017-01-01T00:00:00Z'),
    });

  it('go out then, and those of others as the organisation sends', async () => {
    await world.subscribe('ana@example.org');
    await world.subscribe('ben@example.org', PARIS);
    expect(await ring('2017-06-20T00:01:00Z')).toEqual(['2017-05 ana', '2017-05 ben']);
    expect(await ring('2017-07-01T09:59:00Z', '2017-07-01T10:00:00Z')).toEqual(['2017-06 ana']);
    expect(await stateAt('2017-06')).toMatchObject({
      'ana@example.org': { is: 'sent' },
      'ben@example.org': { is: 'to-come', at: new Date('2017-07-15T05:00:00Z') },
    });
    expect(await ring('2017-07-15T04:59:00Z')).toEqual([]);
    expect(await ring('2017-07-15T05:00:00Z')).toEqual(['2017-06 ben']);
    // The issue is one: it was made with its first e-mail.
    expect(new Set(world.issued).size).toBe(1);
    expect(await ring('2017-08-01T10:00:00Z', '2017-08-15T05:00:00Z', '2017-09-01T10:00:00Z')).toEqual([
      '2017-07 ana',
      '2017-07 ben',
      '2017-08 ana',
    ]);
  });

  it('are late by it, and not by what holds for others', async () => {
    await world.subscribe('ben@example.org', PARIS);
    await ring('2017-06-20T00:01:00Z', '2017-07-08T00:00:00Z');
    // Nothing works from here on.
    world.at('2017-07-10T00:00:00Z');
    expect([await late(), await world.ledger().missing()]).toEqual([null, []]);
    world.at('2017-07-15T06:59:59Z');
    expect(await late()).toBeNull();
    world.at('2017-07-15T07:00:00Z');
    expect(await late()).toBe(
      '2017-06, due 2017-07-15T05:00:00.000Z: portfolio is not sent to 1 of 1. Send or settle at /deliveries.',
    );
    // July's is not missing before the fifteenth of August, and June's is then not sent by itself any more.
    world.at('2017-08-10T00:00:00Z');
    expect((await world.ledger().missing()).map(({ period }) => period.key)).toEqual(['2017-06']);
    expect(await ring('2017-08-15T05:00:00Z')).toEqual(['2017-07 ben']);
    expect(await stateAt('2017-06')).toEqual({ 'ben@example.org': { is: 'missed' } });
  });

  it('come each once however the time changes, and none is left out', async () => {
    const id = await world.subscribe('ben@example.org', PARIS);
    const said = async (own: OwnTime) => {
      await world.change(id, own);
      return ring(world.now.toISOString());
    };
    expect(await ring('2017-06-20T00:01:00Z')).toEqual(['2017-05 ben']);
    world.at('2017-07-10T00:00:00Z');
    // The organisation sent on the first: June is due at once.
    expect(await said(NONE)).toEqual(['2017-06 ben']);
    expect(await said(PARIS)).toEqual([]);
    expect(await ring('2017-07-15T05:00:00Z', '2017-08-01T10:00:00Z')).toEqual([]);
    expect(await said({ ...PARIS, ownDay: 1, ownZone: 'Pacific/Kiritimati' })).toEqual(['2017-07 ben']);
    // August is over for the organisation at midnight in New York, when it is 18:00 on Kiritimati.
    expect(await ring('2017-08-31T20:00:00Z', '2017-09-01T03:59:00Z')).toEqual([]);
    expect(await ring('2017-09-01T04:00:00Z')).toEqual(['2017-08 ben']);
    await world.choose({ reportDay: 28 });
    expect(await ring('2017-10-01T04:00:00Z')).toEqual(['2017-09 ben']);
    expect(await said(NONE)).toEqual([]);
    expect(await ring('2017-10-28T10:00:00Z', '2017-11-28T11:00:00Z')).toEqual(['2017-10 ben']);
  });

  it('are given to the members of a group, and stay theirs', async () => {
    await addAccount(world.db, 'Ana');
    const group = await groupsOf(world).enter(ADMINISTRATOR, asked(PARIS));
    expect(await rowOf(world.db, 'Ana')).toMatchObject({ ...PARIS, timesSince: null, fromNext: true });
    await ring('2017-07-01T10:00:00Z');
    expect(await planned(world.db)).toEqual([]);
    expect(await ring('2017-07-15T05:00:00Z')).toEqual(['2017-06 ana']);
    await groupsOf(world).change(ADMINISTRATOR, group, { ...asked(PARIS), ownDay: 20 });
    expect(await rowOf(world.db, 'Ana')).toMatchObject({ ownDay: 20, timesSince: world.now });
    expect(await ring('2017-08-15T05:00:00Z')).toEqual([]);
    expect(await ring('2017-08-20T05:00:00Z')).toEqual(['2017-07 ana']);
    await groupsOf(world).change(ADMINISTRATOR, group, asked());
    expect(await rowOf(world.db, 'Ana')).toMatchObject(NONE);
    expect(await ring('2017-08-21T05:00:00Z')).toEqual([]);
    expect(await ring('2017-09-01T10:00:00Z')).toEqual(['2017-08 ana']);
  });

  it('are nothing from before, of a group whose time changes before it has sent anything', async () => {
    await addAccount(world.db, 'Ana');
    world.at('2017-06-10T12:00:00Z');
    const group = await groupsOf(world).enter(ADMINISTRATOR, asked());
    world.at('2017-06-20T12:00:00Z');
    await groupsOf(world).change(ADMINISTRATOR, group, { ...asked(PARIS) });
    expect(await ring('2017-06-20T12:01:00Z', '2017-07-01T10:00:00Z')).toEqual([]);
    expect(await world.ledger().missing()).toEqual([]);
    expect(await ring('2017-07-15T05:00:00Z')).toEqual(['2017-06 ana']);
  });

  it('are caught up by their own time after a service was down', async () => {
    await world.subscribe('ana@example.org');
    await world.subscribe('ben@example.org', PARIS);
    await ring('2017-06-20T00:01:00Z');
    world.at('2017-09-10T00:00:00Z');
    await world.requests().goOn({ kind: 'command' });
    // August's has fallen due for one of them alone.
    expect(await ring('2017-09-10T00:01:00Z')).toEqual(['2017-07 ben', '2017-08 ana']);
    expect(await stateAt('2017-06')).toEqual({
      'ana@example.org': { is: 'missed' },
      'ben@example.org': { is: 'missed' },
    });
    expect(await stateAt('2017-07')).toMatchObject({
      'ana@example.org': { is: 'missed' },
      'ben@example.org': { is: 'sent' },
    });
    expect(await ring('2017-09-15T05:00:00Z')).toEqual(['2017-08 ben']);
  });

  it('are sent by hand before it, to whoever is named or to all', async () => {
    await world.subscribe('ben@example.org', PARIS);
    await ring('2017-06-20T00:01:00Z');
    world.at('2017-07-02T00:00:00Z');
    const turns = await world.send('2017-06');
    expect(turns.map(({ state }) => state.is)).toEqual(['sent']);
    expect(await ring('2017-07-15T05:00:00Z')).toEqual([]);
    expect(await ring('2017-08-15T05:00:00Z')).toEqual(['2017-07 ben']);
  });
});
