import { saysNothingNew } from '../../src/core/report/nothing-new.ts';
import type { Snapshot } from '../../src/core/report/snapshot.ts';
import { Reports } from '../../src/reporting/index.ts';
import { eachEngine } from '../support/database.ts';
import { startReferenceApp } from '../support/reference-app.ts';
import { DeliveryWorld, states } from './delivery.fixture.ts';

/** 123 officials to date, until September, in which one more comes. */
const figuresOf = (period: string): Snapshot => ({
  rules: 2,
  report: 'portfolio',
  period,
  cutOff: `${period}-28`,
  pillar: null,
  country: null,
  donor: null,
  blocks: {
    indicators: {
      illustrative: false,
      rows: { 'officials-trained': { to_date: period < '2017-09' ? 123 : 124, in_period: null } },
      total: null,
    },
  },
  gaps: {},
});

const QUIET = 'Nothing new: no figure has moved since the report that you had before (June 2017).';

eachEngine('a month in which nothing is new', (engine) => {
  let world: DeliveryWorld;
  let ids: Readonly<Record<'send' | 'say' | 'skip', string>>;

  beforeAll(async () => {
    world = await DeliveryWorld.open(engine);
  });
  beforeEach(async () => {
    world = await world.anew();
    world.at('2017-07-01T10:00:00Z');
    world.snapshotOf = ({ period }) => figuresOf(period);
    ids = {
      send: await world.subscribe('send@example.org'),
      say: await world.subscribe('say@example.org', { whenNothingNew: 'say' }),
      skip: await world.subscribe('skip@example.org', { whenNothingNew: 'skip' }),
    };
    await world.ringUntil('2017-07-31T10:00:00Z');
  });

  const saidTo = (recipient: string) =>
    world.mailer.taken.filter(({ to }) => to === recipient).map(({ text }) => text.split('\n\n')[1]);
  const turnsOf = async (period: string) => states(await world.ledger().turns(period));

  it('has the first report go to all: there was none before it', async () => {
    expect(world.recipients()).toEqual(['say@example.org', 'send@example.org', 'skip@example.org']);
    expect(saidTo('say@example.org')).not.toContain(QUIET);
  });

  it('is sent, said first, or skipped, as each subscription says, and nobody is without anything', async () => {
    world.mailer.taken.length = 0;
    await world.ringUntil('2017-08-20T10:00:00Z');
    expect(world.recipients()).toEqual(['say@example.org', 'send@example.org']);
    expect(saidTo('say@example.org')).toEqual([QUIET]);
    expect(saidTo('send@example.org')).not.toContain(QUIET);
    expect((await turnsOf('2017-07'))['skip@example.org']).toEqual({
      is: 'settled',
      at: new Date('2017-08-01T10:00:00Z'),
      reason: 'nothing new since 2017-06',
    });
    expect(await world.ledger().missing()).toEqual([]);
    expect(world.audit.filter(({ action }) => action === 'delivery.skipped')).toMatchObject([
      { details: { recipient: 'skip@example.org', period: '2017-07', since: '2017-06' } },
    ]);
  });

  it('counts from the last report that was sent, however many were skipped, and ends with the first figure', async () => {
    await world.ringUntil('2017-09-20T10:00:00Z');
    expect((await turnsOf('2017-08'))['skip@example.org']).toMatchObject({
      reason: 'nothing new since 2017-06',
    });
    world.mailer.taken.length = 0;
    await world.ringUntil('2017-10-20T10:00:00Z');
    expect(world.recipients()).toEqual(['say@example.org', 'send@example.org', 'skip@example.org']);
    expect(saidTo('skip@example.org')).not.toContain(QUIET);
  });

  it('is sent all the same to whom a person has it sent', async () => {
    await world.ringUntil('2017-08-20T10:00:00Z');
    world.mailer.taken.length = 0;
    const asked = { subscription: ids.skip };
    expect(await world.requests().ask('2017-07', asked, { kind: 'command' })).toBe(1);
    // The mail server is away at first, and then has no room: neither makes it skipped again.
    world.mailer.onVerify = () => Promise.reject(new Error('away'));
    await world.process().run('2017-07');
    world.mailer.onVerify = () => undefined;
    await world.ringUntil('2017-08-22T10:00:00Z');
    expect(saidTo('skip@example.org')).toEqual([QUIET]);
    expect((await turnsOf('2017-07'))['skip@example.org']).toMatchObject({ is: 'sent' });
  });

  it('is skipped once, by however many processes', async () => {
    world.at('2017-08-01T10:00:00Z');
    await world.ledger().enter();
    await Promise.all([1, 2, 3].map(() => world.process().run('2017-07')));
    expect(world.audit.filter(({ action }) => action === 'delivery.skipped')).toHaveLength(1);
    expect((await turnsOf('2017-07'))['skip@example.org']).toMatchObject({ is: 'settled' });
  });
});

/** One official more in July, thirty more in September; in August a target falls behind, and one more programme has no result. */
const movingIn = (period: string): Snapshot => {
  const officials = period < '2017-07' ? 123 : period < '2017-09' ? 124 : 154;
  const standing = period < '2017-08' ? 'on-track' : 'late';
  const quiet = figuresOf('2017-06');
  return {
    ...quiet,
    period,
    cutOff: `${period}-28`,
    blocks: {
      indicators: {
        illustrative: false,
        rows: { 'officials-trained': { to_date: officials, in_period: null } },
        total: null,
      },
      targets: { illustrative: false, rows: { t1: { target: 500, standing } }, total: null },
    },
    gaps: { 'no-results': period < '2017-08' ? 2 : 3 },
  };
};

eachEngine('a report that waits for something', (engine) => {
  it('comes when it has come, and says of each month for what it waited', async () => {
    const world = await DeliveryWorld.open(engine);
    world.at('2017-07-01T10:00:00Z');
    world.snapshotOf = ({ period }) => movingIn(period);
    for (const when of ['moved-10', 'target-behind', 'gap-opened'] as const)
      await world.subscribe(`${when}@example.org`, { whenNothingNew: when });
    const came: Record<string, readonly string[]> = {};
    for (const month of ['07', '08', '09', '10']) {
      world.mailer.taken.length = 0;
      await world.ringUntil(`2017-${month}-20T10:00:00Z`);
      came[month] = world.recipients();
    }
    // The first goes to all; 124 of 123 is no tenth more, but 154 of the 123 that were sent last is.
    expect(came).toEqual({
      '07': ['gap-opened@example.org', 'moved-10@example.org', 'target-behind@example.org'],
      '08': [],
      '09': ['gap-opened@example.org', 'target-behind@example.org'],
      '10': ['moved-10@example.org'],
    });
    const reasonOf = async (period: string, when: string) =>
      (states(await world.ledger().turns(period)) as Record<string, unknown>)[`${when}@example.org`];
    expect(await reasonOf('2017-08', 'moved-10')).toMatchObject({
      is: 'settled',
      reason: 'no figure moved by 10 % since 2017-06',
    });
    expect(await reasonOf('2017-07', 'target-behind')).toMatchObject({
      reason: 'no target fell behind since 2017-06',
    });
    expect(await reasonOf('2017-09', 'gap-opened')).toMatchObject({
      reason: 'nothing more is missing since 2017-08',
    });
    expect(await world.ledger().missing()).toEqual([]);
    // Nobody is told that nothing is new, who waits for one thing.
    expect(world.mailer.taken.map(({ text }) => text).join()).not.toContain('Nothing new');
  });
});

eachEngine('issues of the reference portfolio', (engine) => {
  // Nothing of the seeds is dated in March 2017; in April Canada commits 84,319.87 dollars to a programme.
  it.each([{ report: 'portfolio' }, { report: 'donor-funding-summary', donor: 'canada' }])(
    'say nothing new in March, and something in April: $report',
    async (edition) => {
      const app = await startReferenceApp(engine);
      const reports = app.nest.get(Reports);
      const of = async (period: string, lang: string) => {
        const { id } = await reports.issue({ ...edition, period, lang, paper: 'a4' });
        return reports.frozen(id);
      };
      const [february, march, april] = [
        await of('2017-02', 'en'),
        await of('2017-03', 'fr'),
        await of('2017-04', 'en'),
      ];
      expect(saysNothingNew(february, march)).toBe(true);
      expect(saysNothingNew(march, april)).toBe(false);
      await app.close();
    },
    120_000,
  );
});
