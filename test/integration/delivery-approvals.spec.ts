import { eq } from 'drizzle-orm';
import { subscriptions } from '../../src/delivery/delivery.table.ts';
import { IssueApprovals } from '../../src/delivery/issue-approvals.use-case.ts';
import { storeDecision } from '../../src/delivery/issue-decisions.repository.ts';
import { issueDecisions } from '../../src/delivery/issue-decisions.table.ts';
import { TellTroubles } from '../../src/delivery/tell-troubles.use-case.ts';
import { eachEngine } from '../support/database.ts';
import { importCsv } from '../support/import.ts';
import { signIn } from '../support/people.ts';
import { DeliveryWorld, PERIOD, states, TestMailer } from './delivery.fixture.ts';

const MARTA = { kind: 'command' } as const;

const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    ({ code }: { readonly code: string }) => code,
  );

eachEngine('reports that a manager approves before they go out', (engine) => {
  let world: DeliveryWorld;
  /** What was handed to the queue. */
  let jobs: string[];
  const approvals = () =>
    new IssueApprovals({
      db: world.db,
      clock: world.clock,
      ledger: world.ledger(),
      jobs: {
        enqueue: async (_, { period }: { readonly period: string }) => {
          jobs.push(period);
          return true;
        },
      } as ConstructorParameters<typeof IssueApprovals>[0]['jobs'],
      audit: {
        record: async (entry) => {
          world.audit.push(entry);
        },
      },
    });
  const waiting = async () => {
    const [first, ...more] = await approvals().list();
    expect(more).toEqual([]);
    if (first === undefined) throw new Error('Nothing waits.');
    return first;
  };
  const stateOf = async (recipient: string) => states(await world.ledger().turns(PERIOD))[recipient];

  beforeAll(async () => {
    world = await DeliveryWorld.open(engine);
    await signIn(world.db, { role: 'administrator' }, { email: 'ana@organisation.org' });
  });
  beforeEach(async () => {
    await world.db.delete(issueDecisions);
    world = await world.anew();
    world.at('2017-07-01T10:00:00Z');
    world.keepsIssues = true;
    jobs = [];
    await world.subscribe('minister@example.org', { needsApproval: true });
    await world.subscribe('deputy@example.org', { needsApproval: true });
    await world.subscribe('clerk@example.org');
  });

  it('wait, made and whole, while others have theirs; nobody is missing anything', async () => {
    await world.ringUntil('2017-07-20T10:00:00Z');
    expect(world.recipients()).toEqual(['clerk@example.org']);
    expect(world.issued).toEqual(['portfolio en a4']);
    const { issue, period, since, turns } = await waiting();
    expect([period, since, turns.map(({ recipient }) => recipient)]).toEqual([
      '2017-06',
      new Date('2017-07-01T10:00:00Z'),
      ['deputy@example.org', 'minister@example.org'],
    ]);
    expect(await stateOf('minister@example.org')).toEqual({ is: 'awaits-approval', since, issue });
    expect(await world.ledger().missing()).toEqual([]);
    // Nor does a press on "Send what failed" let them go.
    expect(await world.requests().ask(PERIOD, {}, { kind: 'command' })).toBe(0);
  });

  it('go out once somebody approves, each once, by however many processes and after a kill', async () => {
    await world.run();
    const { issue } = await waiting();
    await approvals().decide(issue, { is: 'approved' }, MARTA, 'Marta');
    expect(jobs).toEqual([PERIOD]);
    expect(world.audit.filter(({ action }) => action === 'delivery.approved')).toMatchObject([
      { subject: `issues ${issue}`, details: { recipients: 'deputy@example.org, minister@example.org' } },
    ]);
    // The process that heard of it ends here; others come.
    await Promise.all([1, 2, 3].map(() => world.process().run(PERIOD)));
    await world.ringUntil('2017-07-02T10:00:00Z');
    expect(world.recipients()).toEqual(['clerk@example.org', 'deputy@example.org', 'minister@example.org']);
    expect(await approvals().list()).toEqual([]);
    // Whoever comes to the same edition later has an issue that was approved.
    await world.subscribe('new@example.org', { needsApproval: true });
    await world.ringUntil('2017-07-02T10:05:00Z');
    expect(world.recipients()).toContain('new@example.org');
    expect(await refusalOf(approvals().decide(issue, { is: 'approved' }, MARTA, 'Marta'))).toBe(
      'DELIVERY.NOT_WAITING',
    );
  });

  it('go to nobody once somebody refuses, with the reason, and stay so', async () => {
    await world.run();
    const { issue } = await waiting();
    const refused = { is: 'refused', reason: 'May is counted twice.' } as const;
    await approvals().decide(issue, refused, MARTA, 'Marta');
    await world.process().run(PERIOD);
    expect(await stateOf('minister@example.org')).toEqual({
      is: 'settled',
      at: world.now,
      reason: 'Marta: May is counted twice.',
    });
    expect(world.audit.filter(({ action }) => action === 'delivery.disapproved')).toMatchObject([
      { details: { reason: 'May is counted twice.' } },
    ]);
    await world.ringUntil('2017-07-20T10:00:00Z');
    expect(world.recipients()).toEqual(['clerk@example.org']);
    expect(await world.ledger().missing()).toEqual([]);
    // It was decided once.
    expect(await refusalOf(approvals().decide(issue, { is: 'approved' }, MARTA, 'Ana'))).toBe(
      'DELIVERY.NOT_WAITING',
    );
  });

  it('do not wait for ever where they began to in the very moment of the decision', async () => {
    await world.run();
    const { issue } = await waiting();
    // As another process had it, before it saw that these wait.
    const decision = {
      issue,
      decision: 'approved',
      reason: null,
      decidedBy: 'Marta',
      decidedAt: world.now,
    } as const;
    await world.db.transaction((tx) => storeDecision(tx, decision));
    await world.ringUntil('2017-07-01T10:02:00Z');
    expect(world.recipients()).toHaveLength(3);
  });

  it('are told as trouble after a day, once, and are over when somebody decides', async () => {
    await world.run();
    const letters = new TestMailer();
    const audit = { record: async () => undefined };
    const config = { publicUrl: 'https://attest.example.org', host: '127.0.0.1', port: 0 };
    const { db, clock, settings } = world;
    const teller = new TellTroubles(db, config, clock, settings, world.ledger(), letters, audit as never);
    teller.onModuleInit();
    world.at('2017-07-02T09:59:00Z');
    expect(await teller.run()).toBe(0);
    world.at('2017-07-02T10:00:00Z');
    expect(await teller.run()).toBe(1);
    expect(letters.taken[0]?.text).toContain(
      '- minister@example.org, Portfolio report: waiting for approval since 1 July 2017 at 06:00 GMT−4',
    );
    world.at('2017-07-03T10:00:00Z');
    expect(await teller.run()).toBe(0);
  });

  it('wait anew with each period, and end with their subscription', async () => {
    await world.run();
    await approvals().decide((await waiting()).issue, { is: 'approved' }, MARTA, 'Marta');
    await world.ringUntil('2017-08-02T10:00:00Z');
    expect(world.recipients()).toHaveLength(4);
    expect((await waiting()).period).toBe('2017-07');
    await world.db
      .update(subscriptions)
      .set({ active: false })
      .where(eq(subscriptions.email, 'deputy@example.org'));
    expect((await waiting()).turns.map(({ recipient }) => recipient)).toEqual(['minister@example.org']);
    // What ended with it stays so when it stands again.
    await importCsv(
      world.db,
      'subscriptions',
      'email,name,report,lang,paper,needs_approval,active\ndeputy@example.org,A reader,portfolio,en,a4,yes,yes\n',
      { now: world.now },
    );
    expect(states(await world.ledger().turns('2017-07'))['deputy@example.org']).toMatchObject({
      is: 'settled',
    });
  });
});
