import { mayBeWrittenTo } from '../core/mail-domains.ts';
import { isDonorReport, REPORTS } from '../core/report/definitions.ts';
import { compareCodes, type Language } from '../core/text.ts';
import { isSameTime } from './own-time.ts';
import type { subscriptionGroups } from './subscription-groups.table.ts';
import type { NewSubscription, Subscription } from './subscriptions.repository.ts';

export type SubscriptionGroup = typeof subscriptionGroups.$inferSelect;

/** An account that is let in. */
export interface GroupAccount {
  readonly email: string;
  readonly name: string;
  readonly lang: Language;
  readonly role: string;
  readonly organisations: readonly string[];
}

export interface MembersGiven {
  readonly groups: readonly SubscriptionGroup[];
  /** Those that are let in. */
  readonly accounts: readonly GroupAccount[];
  /** Everybody's, standing or not. */
  readonly rows: readonly Subscription[];
  readonly now: Date;
  /** In which reports are offered, the organisation's first first. */
  readonly languages: readonly Language[];
  /** That may be written to; null: any. */
  readonly domains: readonly string[] | null;
  /** Whether a role has the reports of its own organisations alone. */
  readonly hasOwnAlone: (role: string) => boolean;
}

/**
 * Why somebody whom a group names does not get it through the group. `own`: they have it of their own, or had, however
 * often, and what holds for them is said there. `stopped`: they have stopped it. `elsewhere`: another group gives them the
 * same. `domain`: the settings do not let them be written to.
 */
export type WhyNot = 'own' | 'stopped' | 'elsewhere' | 'domain';

/** Somebody whom a group names, and why it gives them nothing. */
export interface LeftOut {
  readonly group: string;
  readonly email: string;
  readonly name: string;
  readonly why: WhyNot;
  /** The row that says so; null: none does. */
  readonly subscription: string | null;
}

/** What makes the rows of members what the groups say. */
export interface MembersPlan {
  readonly added: readonly NewSubscription[];
  readonly changed: readonly Subscription[];
  /** Of those, what stands again: what was open of it is closed first. */
  readonly resumed: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

type Keyed = Pick<Subscription, 'email' | 'report' | 'frequency' | 'pillar' | 'country' | 'donor'>;

const sliceKey = ({ email, report, pillar, country, donor }: Omit<Keyed, 'frequency'>) =>
  JSON.stringify([email.toLowerCase(), report, pillar, country, donor]);
const keyOf = (row: Keyed) => `${row.frequency} ${sliceKey(row)}`;

/**
 * What each group says, as rows: one for each account that it names, of a donor one for each of its organisations. What is
 * somebody's own stays as it is, and what its recipient has stopped stays stopped. Of two groups that say the same of
 * somebody the first holds. Done twice, it changes nothing the second time.
 */
export function planMembers(given: MembersGiven): MembersPlan {
  const { now } = given;
  const rows = new Rows(given.rows);
  const added: NewSubscription[] = [];
  const changed: Subscription[] = [];
  const resumed: string[] = [];
  const leftOut: LeftOut[] = [];
  const held = new Set<string>();
  for (const { group, account, wanted } of wantedRows(given)) {
    const { email, name } = account;
    const out = (why: WhyNot, row: Subscription | undefined) =>
      leftOut.push({ group: group.id, email, name, why, subscription: row?.id ?? null });
    const there = rows.at(wanted) ?? rows.ofGroup(group.id, wanted);
    const own = rows.own(wanted);
    const stopped = rows.stopped(group.id, wanted);
    if (own !== undefined) out('own', own);
    else if (stopped !== undefined) out('stopped', stopped);
    else if (!mayBeWrittenTo(email, given.domains)) out('domain', undefined);
    else if (held.has(keyOf(wanted))) out('elsewhere', there);
    else if (there === undefined) {
      held.add(keyOf(wanted));
      added.push({ ...wanted, ...begun(now) });
    } else {
      held.add(keyOf(wanted));
      rows.hold(there);
      // Whatever falls due from now on; nothing of the time in which it did not stand, or came at other times.
      const begins = !there.active || there.frequency !== wanted.frequency;
      const timesSince = isSameTime(there, wanted) ? there.timesSince : now;
      const row = { ...there, ...wanted, timesSince, ...(begins ? begun(now) : {}) };
      if (!there.active) resumed.push(there.id);
      if (isOther(row, there)) changed.push(row);
    }
  }
  changed.push(...rows.notHeld().map((row) => ({ ...row, active: false })));
  return { added, changed, resumed, leftOut };
}

/** Whether the rows are as the groups say already. */
export function isNothing({ added, changed }: MembersPlan): boolean {
  return added.length + changed.length === 0;
}

const begun = (now: Date) => ({
  active: true,
  since: now,
  timesSince: null,
  stoppedAt: null,
  fromNext: true,
});

type Wanted = Omit<NewSubscription, 'active' | 'since' | 'timesSince' | 'stoppedAt' | 'fromNext'>;

function isOther(row: Subscription, before: Subscription): boolean {
  return (Object.keys(row) as (keyof Subscription)[]).some((name) => row[name] !== before[name]);
}

/** The rows that are there, and which of them a group holds. */
class Rows {
  private readonly byKey: ReadonlyMap<string, Subscription>;
  private readonly bySlice: ReadonlyMap<string, readonly Subscription[]>;
  private readonly held = new Set<string>();

  constructor(private readonly all: readonly Subscription[]) {
    this.byKey = new Map(all.map((row) => [keyOf(row), row]));
    this.bySlice = Map.groupBy(all, sliceKey);
  }

  /** The very one: the same address, report and slice, as often. */
  at(wanted: Wanted): Subscription | undefined {
    return this.byKey.get(keyOf(wanted));
  }

  /** The one that the group gave before it came as often as now; what stands first. */
  ofGroup(group: string, wanted: Wanted): Subscription | undefined {
    const theirs = this.same(wanted).filter(({ memberOf, id }) => memberOf === group && !this.held.has(id));
    return theirs.find(({ active }) => active) ?? theirs[0];
  }

  own(wanted: Wanted): Subscription | undefined {
    return this.same(wanted).find(({ memberOf }) => memberOf === null);
  }

  stopped(group: string, wanted: Wanted): Subscription | undefined {
    return this.same(wanted).find(
      ({ stoppedAt, memberOf, frequency }) =>
        stoppedAt !== null && (memberOf === group || frequency === wanted.frequency),
    );
  }

  hold({ id }: Subscription): void {
    this.held.add(id);
  }

  /** What stands through a group, and should not. */
  notHeld(): readonly Subscription[] {
    return this.all.filter(({ active, memberOf, id }) => active && memberOf !== null && !this.held.has(id));
  }

  private same(wanted: Wanted): readonly Subscription[] {
    return this.bySlice.get(sliceKey(wanted)) ?? [];
  }
}

/** What the groups that stand say, the earliest first, in an order that stays. */
function wantedRows(
  given: MembersGiven,
): readonly { readonly group: SubscriptionGroup; readonly account: GroupAccount; readonly wanted: Wanted }[] {
  const groups = given.groups
    .filter(({ active }) => active)
    .sort((a, b) => a.since.getTime() - b.since.getTime() || compareCodes(a.id, b.id));
  const accounts = [...given.accounts].sort((a, b) => compareCodes(a.email, b.email));
  return groups.flatMap((group) =>
    accounts
      .filter((account) => isNamed(group, account))
      .flatMap((account) =>
        organisationsFor(group, account, given.hasOwnAlone).map((donor) => ({
          group,
          account,
          wanted: rowFor(group, account, donor, given.languages),
        })),
      ),
  );
}

function isNamed({ toRole, toDonor }: SubscriptionGroup, { role, organisations }: GroupAccount): boolean {
  return toDonor === null ? role === toRole : organisations.includes(toDonor);
}

/**
 * Of which organisation each report of a group is that an account gets; null: of no single one. Whoever has reports of its
 * own organisations alone gets no others, whatever a group says.
 */
function organisationsFor(
  { report, donor }: Pick<SubscriptionGroup, 'report' | 'donor'>,
  { role, organisations }: GroupAccount,
  hasOwnAlone: MembersGiven['hasOwnAlone'],
): readonly (string | null)[] {
  if (!hasOwnAlone(role)) return [donor];
  const isForDonors = REPORTS.some((name) => name === report && isDonorReport(name));
  return isForDonors ? organisations.filter((own) => donor === null || own === donor) : [];
}

function rowFor(
  group: SubscriptionGroup,
  { email, name, lang }: GroupAccount,
  donor: string | null,
  languages: readonly Language[],
): Wanted {
  const { report, pillar, country, paper, frequency, deliveredAs, whenNothingNew, needsApproval } = group;
  const { ownDay, ownHour, ownZone } = group;
  return {
    email,
    name,
    report,
    pillar,
    country,
    donor,
    // Nobody is written to in a language that the organisation does not write in.
    lang: languages.includes(lang) ? lang : (languages[0] ?? lang),
    ...{ paper, frequency, ownDay, ownHour, ownZone, deliveredAs, whenNothingNew, needsApproval },
    memberOf: group.id,
  };
}
