import { eq } from 'drizzle-orm';
import { subscriptions } from '../../src/delivery/delivery.table.ts';
import { eachEngine } from '../support/database.ts';
import { DeliveryWorld, states } from './delivery.fixture.ts';

eachEngine('reports that come each quarter, year and fiscal year', (engine) => {
  let world: DeliveryWorld;
  /** What somebody has been sent, by its periods, in order. */
  const sentTo = (email: string) =>
    world.mailer.taken
      .filter(({ to }) => to === email)
      .map(({ subject }) => /^Report of (\S+) /.exec(subject)?.[1]);
  const FREQUENCIES = ['monthly', 'quarterly', 'yearly', 'fiscal-yearly'] as const;

  beforeAll(async () => {
    world = await DeliveryWorld.open(engine);
  });
  beforeEach(async () => {
    world = await world.anew();
    world.at('2017-02-10T00:00:00Z');
    await world.choose({ fiscalMonth: 4 });
    for (const frequency of FREQUENCIES) await world.subscribe(`${frequency}@example.org`, { frequency });
  });

  it('go out once each with the month in which their period ended, the last one at once', async () => {
    await world.ringUntil('2018-01-02T00:00:00Z');
    expect(sentTo('monthly@example.org')).toEqual([
      '2017-01',
      '2017-02',
      '2017-03',
      '2017-04',
      '2017-05',
      '2017-06',
      '2017-07',
      '2017-08',
      '2017-09',
      '2017-10',
      '2017-11',
      '2017-12',
    ]);
    expect(sentTo('quarterly@example.org')).toEqual(['2016-Q4', '2017-Q1', '2017-Q2', '2017-Q3', '2017-Q4']);
    expect(sentTo('yearly@example.org')).toEqual(['2016', '2017']);
    expect(sentTo('fiscal-yearly@example.org')).toEqual(['2015-04..2016-03', '2016-04..2017-03']);
    const ids = world.mailer.taken.map(({ messageId }) => messageId);
    expect(new Set(ids).size).toBe(ids.length);
    // An address of a strict reader: no two dots in a row before the sign.
    expect(ids.filter((id) => /\.\..*@/.test(id ?? ''))).toEqual([]);
    expect(await world.ledger().missing()).toEqual([]);
  });

  it('are each in the list of their own period alone', async () => {
    const listed = async (period: string) => Object.keys(states(await world.ledger().turns(period)));
    expect(await listed('2016-Q4')).toEqual(['quarterly@example.org']);
    expect(await listed('2016')).toEqual(['yearly@example.org']);
    expect(await listed('2015-04..2016-03')).toEqual(['fiscal-yearly@example.org']);
    expect(await listed('2017-01')).toEqual(['monthly@example.org']);
    expect(await listed('2016-11..2017-01')).toEqual([]);
  });

  it('of a service that was down from March to July: the last of each is sent, the others wait to be asked for', async () => {
    await world.ringUntil('2017-02-11T00:00:00Z');
    world.at('2017-08-10T00:00:00Z');
    // More than forty days: a person is asked first.
    expect(await world.ledger().missing()).toEqual([]);
    await world.requests().goOn({ kind: 'command' });
    const missing = (await world.ledger().missing()).map(({ period }) => period.key);
    expect(missing).toEqual([
      '2017-02',
      '2017-03',
      '2017-Q1',
      '2016-04..2017-03',
      '2017-04',
      '2017-05',
      '2017-06',
      '2017-Q2',
      '2017-07',
    ]);
    await world.ringUntil('2017-08-10T00:10:00Z');
    expect(sentTo('monthly@example.org')).toEqual(['2017-01', '2017-07']);
    expect(sentTo('quarterly@example.org')).toEqual(['2016-Q4', '2017-Q2']);
    expect(sentTo('fiscal-yearly@example.org')).toEqual(['2015-04..2016-03', '2016-04..2017-03']);
    await world.send('2017-Q1');
    expect(sentTo('quarterly@example.org')).toEqual(['2016-Q4', '2017-Q2', '2017-Q1']);
  });

  it('are not missed by somebody who had a quarter in its months, and changes then', async () => {
    await world.ringUntil('2017-07-02T00:00:00Z');
    await world.db
      .update(subscriptions)
      .set({ frequency: 'quarterly', timesSince: new Date('2017-07-02T00:00:00Z') })
      .where(eq(subscriptions.email, 'monthly@example.org'));
    expect(states(await world.ledger().turns('2017-Q2'))).toEqual({
      'monthly@example.org': { is: 'not-owed' },
      'quarterly@example.org': { is: 'sent', at: new Date('2017-07-01T10:00:00Z') },
    });
    await world.ringUntil('2017-10-02T00:00:00Z');
    expect(sentTo('monthly@example.org').slice(-2)).toEqual(['2017-06', '2017-Q3']);
    expect(sentTo('quarterly@example.org').slice(-2)).toEqual(['2017-Q2', '2017-Q3']);
    expect(await world.ledger().missing()).toEqual([]);
  });
});
