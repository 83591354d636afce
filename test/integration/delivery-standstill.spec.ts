import { Logger } from '@nestjs/common';
import { startApp, type TestApp } from '../support/app.ts';
import { eachEngine } from '../support/database.ts';
import { signIn } from '../support/people.ts';
import { DeliveryWorld, states } from './delivery.fixture.ts';

beforeAll(() => Logger.overrideLogger(false));

eachEngine('months in which nothing ran', (engine) => {
  let world: DeliveryWorld;
  const arrived = () => world.mailer.taken.map(({ subject }) => subject.slice(10, 17));

  beforeAll(async () => {
    world = await DeliveryWorld.open(engine);
  });
  beforeEach(async () => {
    world = await world.anew();
    world.at('2017-06-01T10:00:00Z');
    await world.subscribe('ana@example.org');
    // It looks once: the minutes in which it would find nothing are passed over.
    await world.ringUntil('2017-06-02T10:00:00Z');
    expect(arrived()).toEqual(['2017-05']);
  });

  const goOn = () => world.requests().goOn({ kind: 'command' });

  it('are asked about after more than forty days, and nothing leaves before', async () => {
    world.at('2017-09-15T10:00:00Z');
    await world.ringUntil('2017-09-16T10:00:00Z');
    expect(arrived()).toEqual(['2017-05']);
    expect(await world.ledger().missing()).toEqual([]);
    expect(states(await world.ledger().turns('2017-08'))).toEqual({ 'ana@example.org': { is: 'not-owed' } });
    expect(await world.ledger().standstill()).toEqual({
      from: new Date('2017-06-01T10:00:00Z'),
      to: new Date('2017-09-16T10:00:00Z'),
    });
  });

  it('are caught up where the settings say so: each once, the oldest first', async () => {
    await world.choose({ missedIssues: 'all' });
    world.at('2017-09-15T10:00:00Z');
    expect(await goOn()).toBe(true);
    expect(await goOn()).toBe(false);
    expect(world.audit.at(-1)).toMatchObject({
      action: 'delivery.gone-on',
      details: { from: '2017-06-01T10:00:00.000Z', to: '2017-09-15T10:00:00.000Z' },
    });
    await world.ringUntil('2017-09-16T10:00:00Z');
    expect(arrived()).toEqual(['2017-05', '2017-06', '2017-07', '2017-08']);
  });

  it('come in their order though two workers are at it', async () => {
    await world.choose({ missedIssues: 'all' });
    world.at('2017-09-15T10:00:00Z');
    await goOn();
    await world.ledger().enter();
    // The other worker has the later month first.
    await world.process().run('2017-08');
    await world.process().run('2017-06');
    await world.process().run('2017-08');
    expect(arrived()).toEqual(['2017-05', '2017-06']);
    await world.process().run('2017-07');
    await world.process().run('2017-08');
    expect(arrived()).toEqual(['2017-05', '2017-06', '2017-07', '2017-08']);
  });

  it('do not wait for an older month whose report cannot be made', async () => {
    await world.choose({ missedIssues: 'all' });
    world.at('2017-09-15T10:00:00Z');
    world.onIssue = ({ period }) => {
      if (period === '2017-06') throw new Error('No browser starts.');
    };
    await goOn();
    await world.ringUntil('2017-09-15T12:00:00Z');
    expect(arrived()).toEqual(['2017-05', '2017-07', '2017-08']);
  });

  it('leave the last one alone otherwise, and the ledger says which are missing', async () => {
    world.at('2017-09-15T10:00:00Z');
    await goOn();
    await world.ringUntil('2017-09-16T10:00:00Z');
    expect(arrived()).toEqual(['2017-05', '2017-08']);
    for (const period of ['2017-06', '2017-07']) {
      expect(states(await world.ledger().turns(period))).toEqual({ 'ana@example.org': { is: 'missed' } });
    }
  });

  it('of a month need no word', async () => {
    world.at('2017-07-10T10:00:00Z');
    await world.ringUntil('2017-07-10T11:00:00Z');
    expect(arrived()).toEqual(['2017-05', '2017-06']);
  });

  it('that a clock made up leave no trace when it is put right', async () => {
    world.at('2031-03-02T10:00:00Z');
    await world.ringUntil('2031-03-03T10:00:00Z');
    expect(arrived()).toEqual(['2017-05']);
    world.at('2017-06-20T10:00:00Z');
    await world.ringUntil('2017-07-02T10:00:00Z');
    expect(arrived()).toEqual(['2017-05', '2017-06']);
  });
});

describe('after a standstill', () => {
  let app: TestApp;
  let now = new Date('2017-06-02T12:00:00Z');

  beforeAll(async () => {
    app = await startApp({ clock: { now: () => now } });
    await app.startSchedule();
  });
  afterAll(() => app.close());

  it('the service says that it sends nothing, and an administrator lets it go on', async () => {
    now = new Date('2031-03-02T12:00:00Z');
    const { cookie } = await signIn(app.database.db, { role: 'administrator' }, { now });
    const headers = { cookie };
    const ready = await app.asStranger('/readyz');
    expect(ready.statusCode).toBe(503);
    const page = () => app.asStranger({ url: '/deliveries?lang=en', headers });
    expect((await page()).body).toContain('Nothing is sent until somebody lets it go on');
    const answer = await app.asStranger({
      method: 'POST',
      url: '/deliveries/go-on?lang=en',
      headers: { ...headers, 'sec-fetch-site': 'same-origin' },
    });
    expect(answer.headers.location).toBe('/deliveries?lang=en&done=go-on');
    expect((await page()).body).not.toContain('Nothing is sent until somebody lets it go on');
  });
});
