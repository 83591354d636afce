import { and, eq, isNotNull } from 'drizzle-orm';
import fc from 'fast-check';
import { accounts } from '../../src/access/principals/accounts.table.ts';
import type { Frequency } from '../../src/core/schedule.ts';
import { deliveries, subscriptions } from '../../src/delivery/delivery.table.ts';
import { changeEdition, stopSubscription } from '../../src/delivery/subscriptions.repository.ts';
import { organisations } from '../../src/programs/organisations.table.ts';
import { eachEngine } from '../support/database.ts';
import { DeliveryWorld } from './delivery.fixture.ts';
import { ADMINISTRATOR, addAccount, asked, changeAccount, groupsOf } from './subscription-groups.fixture.ts';

const NAMES = ['Ana', 'Ben', 'Cleo'] as const;
const MANDATES = [
  { role: 'manager', organisations: [] },
  { role: 'officer', organisations: [] },
  { role: 'donor', organisations: ['canada'] },
  { role: 'donor', organisations: ['canada', 'italy'] },
] as const;
const SUMMARY = 'donor-funding-summary';
const GROUPS = [
  { to: 'manager', report: 'portfolio', donor: '' },
  { to: 'officer', report: 'portfolio', donor: '' },
  { to: 'donor', report: SUMMARY, donor: '' },
  { to: 'of-donor', report: SUMMARY, donor: 'canada' },
] as const;

type Step =
  | { readonly is: 'account'; readonly who: number; readonly mandate: number; readonly closed: boolean }
  | { readonly is: 'group'; readonly which: number; readonly frequency: 'monthly' | 'quarterly' }
  | { readonly is: 'paused' | 'standing'; readonly which: number }
  | { readonly is: 'stops' | 'how often' | 'their own'; readonly which: number }
  | { readonly is: 'a month' };

const which = fc.nat({ max: 11 });
const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      is: fc.constant('account' as const),
      who: fc.nat({ max: NAMES.length - 1 }),
      mandate: fc.nat({ max: MANDATES.length - 1 }),
      closed: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      is: fc.constant('group' as const),
      which: fc.nat({ max: GROUPS.length - 1 }),
      frequency: fc.constantFrom('monthly' as const, 'quarterly' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ is: fc.constantFrom('paused' as const, 'standing' as const), which }) },
  {
    weight: 3,
    arbitrary: fc.record({
      is: fc.constantFrom('stops' as const, 'how often' as const, 'their own' as const),
      which,
    }),
  },
  { weight: 3, arbitrary: fc.constant({ is: 'a month' as const }) },
);

/** What is said of whom, in plain words, beside what the database has. */
class Model {
  readonly people: Map<string, { role: string; organisations: readonly string[]; open: boolean }> = new Map();
  /** By their place among `GROUPS`, the earliest first. */
  groups: { which: number; id: string; frequency: Frequency; active: boolean }[] = [];
  /** Who decides alone about a report: "ana portfolio". */
  readonly own: Set<string> = new Set();
  readonly stopped: { who: string; slice: string; group: string; frequency: Frequency }[] = [];

  /** Who gets what through a group: "ana monthly portfolio". */
  members(): readonly string[] {
    const all = this.groups
      .filter(({ active }) => active)
      .flatMap(({ which, id, frequency }) =>
        [...this.people].flatMap(([who, person]) =>
          this.slicesOf(which, person)
            .filter((slice) => !this.own.has(`${who} ${slice}`))
            .filter(
              (slice) =>
                !this.stopped.some(
                  (each) =>
                    each.who === who &&
                    each.slice === slice &&
                    (each.group === id || each.frequency === frequency),
                ),
            )
            .map((slice) => `${who} ${frequency} ${slice}`),
        ),
      );
    return [...new Set(all)].sort();
  }

  private slicesOf(
    which: number,
    { role, organisations, open }: { role: string; organisations: readonly string[]; open: boolean },
  ): readonly string[] {
    if (!open) return [];
    switch (GROUPS[which]?.to) {
      case 'manager':
        return role === 'manager' ? ['portfolio'] : [];
      case 'officer':
        return role === 'officer' ? ['portfolio'] : [];
      case 'donor':
        return organisations.map((donor) => `${SUMMARY} ${donor}`);
      default:
        return organisations.includes('canada') ? [`${SUMMARY} canada`] : [];
    }
  }
}

eachEngine('groups, whatever becomes of accounts and of themselves', (engine) => {
  let world: DeliveryWorld;

  beforeAll(async () => {
    world = await DeliveryWorld.open(engine);
    await world.db.insert(organisations).values([
      { code: 'canada', name: { en: 'Canada' }, kind: 'government' },
      { code: 'italy', name: { en: 'Italy' }, kind: 'government' },
    ]);
  });

  const sliceOf = ({ report, donor }: { report: string; donor: string | null }) =>
    donor === null ? report : `${report} ${donor}`;
  const nameOf = (email: string) => email.split('@')[0] ?? '';

  async function memberRows() {
    const rows = await world.db
      .select()
      .from(subscriptions)
      .where(and(eq(subscriptions.active, true), isNotNull(subscriptions.memberOf)))
      .orderBy(subscriptions.email, subscriptions.report, subscriptions.frequency, subscriptions.donor);
    return rows.map((row) => ({ ...row, who: nameOf(row.email), slice: sliceOf(row) }));
  }

  async function take(model: Model, step: Step): Promise<void> {
    const groups = groupsOf(world);
    switch (step.is) {
      case 'account': {
        const name = NAMES[step.who] ?? 'Ana';
        const { role, organisations } = MANDATES[step.mandate] ?? MANDATES[0];
        const change = {
          role,
          organisations: [...organisations],
          disabledAt: step.closed ? world.now : null,
        };
        if (model.people.has(name.toLowerCase())) await changeAccount(world.db, name, change);
        else await addAccount(world.db, name, change);
        model.people.set(name.toLowerCase(), { role, organisations, open: !step.closed });
        return;
      }
      case 'group': {
        const known = model.groups.find((group) => group.which === step.which);
        const given = asked({ ...GROUPS[step.which], frequency: step.frequency });
        if (known === undefined) {
          const id = await groups.enter(ADMINISTRATOR, given);
          model.groups.push({ which: step.which, id, frequency: step.frequency, active: true });
          return;
        }
        await groups.change(ADMINISTRATOR, known.id, given);
        known.frequency = step.frequency;
        return;
      }
      case 'paused':
      case 'standing': {
        const group = model.groups[step.which % Math.max(model.groups.length, 1)];
        if (group === undefined || group.active === (step.is === 'standing')) return;
        await groups.pause(ADMINISTRATOR, group.id, step.is);
        group.active = step.is === 'standing';
        // What begins again is the latest.
        if (group.active) model.groups = [...model.groups.filter((other) => other !== group), group];
        return;
      }
      case 'a month':
        return;
      default: {
        const rows = await memberRows();
        const row = rows[step.which % Math.max(rows.length, 1)];
        if (row === undefined) return;
        const { id, who, slice, frequency, memberOf } = row;
        if (step.is === 'stops') {
          await world.db.transaction((tx) => stopSubscription(tx, id, world.now));
          model.stopped.push({ who, slice, group: memberOf ?? '', frequency });
          return;
        }
        model.own.add(`${who} ${slice}`);
        if (step.is === 'their own') {
          await world.db.update(subscriptions).set({ memberOf: null }).where(eq(subscriptions.id, id));
          return;
        }
        await world.db.transaction((tx) => changeEdition(tx, row, { frequency: 'yearly' }, world.now));
      }
    }
  }

  /** What was entered into the ledger just now, of members: "2017-06 ana portfolio". */
  async function plannedNow(): Promise<readonly string[]> {
    const rows = await world.db
      .select({ period: deliveries.period, row: subscriptions })
      .from(deliveries)
      .innerJoin(subscriptions, eq(subscriptions.id, deliveries.subscription))
      .where(and(eq(deliveries.createdAt, world.now), isNotNull(subscriptions.memberOf)));
    return rows.map(({ period, row }) => `${period} ${nameOf(row.email)} ${sliceOf(row)}`).sort();
  }

  it('are sent to exactly those whom they name, and once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 6, maxLength: 16 }), async (course) => {
        world = await world.anew();
        await world.db.delete(accounts);
        world.at('2017-05-10T12:00:00Z');
        await world.ledger().enter();
        const model = new Model();
        let month = 5;
        for (const step of course) {
          world.pass(1);
          let due: readonly string[] = [];
          if (step.is === 'a month') {
            month += 1;
            const two = (at: number) => String(((at - 1) % 12) + 1).padStart(2, '0');
            const year = (at: number) => 2017 + Math.floor((at - 1) / 12);
            // After six in New York, in summer and winter.
            world.at(`${year(month)}-${two(month)}-01T12:00:00Z`);
            const over = `${year(month - 1)}-${two(month - 1)}`;
            const quarter = `${year(month - 1)}-Q${Math.ceil((((month - 2) % 12) + 1) / 3)}`;
            due = model.members().flatMap((each) => {
              const [who, frequency, ...slice] = each.split(' ');
              if (frequency === 'monthly') return [`${over} ${who} ${slice.join(' ')}`];
              return (month - 1) % 3 === 0 ? [`${quarter} ${who} ${slice.join(' ')}`] : [];
            });
          } else await take(model, step);
          await world.ledger().enter();
          const rows = await memberRows();
          expect(rows.map(({ who, frequency, slice }) => `${who} ${frequency} ${slice}`).sort()).toEqual(
            model.members(),
          );
          expect(await plannedNow()).toEqual([...due].sort());
          await world.ledger().enter();
          expect(await memberRows()).toEqual(rows);
        }
        // Nobody has a period of the same twice, by whatever way.
        const all = await world.db
          .select({ period: deliveries.period, row: subscriptions })
          .from(deliveries)
          .innerJoin(subscriptions, eq(subscriptions.id, deliveries.subscription));
        const had = all.map(({ period, row }) => `${period} ${row.email} ${sliceOf(row)}`);
        expect(new Set(had).size).toBe(had.length);
      }),
      { numRuns: process.env.CI ? 40 : 12 },
    );
  });
});
