import { Inject, Injectable } from '@nestjs/common';
import { CurrentSettings, EVERYTHING, readInScope, type Scope } from '../access/index.ts';
import { DomainError } from '../core/errors.ts';
import type { Facts, Filter } from '../core/facts.ts';
import type { Transaction } from '../core/funding.ts';
import { combinesFreely } from '../core/measure.ts';
import { valuesOf } from '../core/one-or-more.ts';
import type { Day } from '../core/program.ts';
import { type Movement, movements, ofWhole, type WholeTotal } from '../core/proof/movement.ts';
import type { Result } from '../core/result.ts';
import { dayIn } from '../core/time-zone.ts';
import { pastFacts } from '../core/visibility/past-facts.ts';
import { seesEverything } from '../core/visibility/scope.ts';
import { scopedFacts } from '../core/visibility/scoped-facts.ts';
import { Clock } from '../platform/clock/clock.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import { madeAt, recordBegins, revisionAt } from '../platform/database/history.repository.ts';
import { askedMoment, nothingSoEarly } from './as-of.ts';
import { FactsRepository, readFactsOf } from './facts.repository.ts';
import { hasRows } from './kept-figures.repository.ts';
import { rowsMoved } from './moved-rows.repository.ts';
import { cutOffOf, type View } from './view.ts';
import { withdrawnThen } from './withdrawn-rows.repository.ts';

/** How the totals of a view have moved since an earlier moment. */
export interface MovedSince {
  /** The earlier moment. */
  readonly since: Date;
  /** The last day that counted then. */
  readonly cutOffThen: Day;
  /** In which currency amounts of both moments are; null: they are in different ones, and not compared. */
  readonly currency: string | null;
  readonly movements: readonly Movement[];
  /** A row that moved something, as it stands at the later moment, else as it stood at the earlier. */
  result(id: string): Result | null;
  transaction(id: string): Transaction | null;
}

/** As many days ago is meant where no moment is named. */
const USUAL_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Sets two moments of the record beside each other (rule 13). */
@Injectable()
export class Movements {
  /** So many results, and as many transactions, are held beside each other. */
  readonly most = 200_000;

  constructor(
    private readonly facts: FactsRepository,
    private readonly clock: Clock,
    private readonly settings: CurrentSettings,
    @Inject(DATABASE) private readonly db: Database,
  ) {}

  /**
   * @param typed the earlier moment, as `asOfParameter` lets it through; without it, a month before the later one, or when
   *   the record begins
   * @param toThen the last day that counted then, where it is not that of the moment: of an issue of a report its own
   * @throws DomainError `AS_OF.…` (call), `CHANGES.TOO_MANY` (refused)
   */
  async since(view: View, typed: string | undefined, toThen: Day | undefined): Promise<MovedSince> {
    const { timeZone } = this.settings.now.schedule;
    const later = view.known.asked === null ? null : view.known.at;
    const since =
      askedMoment(typed, this.clock.now(), timeZone) ?? (await this.usual(later ?? this.clock.now()));
    const earlier = await revisionAt(this.db, since);
    if (earlier === null) throw nothingSoEarly(since, await recordBegins(this.db));
    const cutOffThen = toThen ?? cutOffOf(view.filter, dayIn(since.getTime(), timeZone));
    return { since, ...(await this.sinceRevision(view, earlier.number, cutOffThen)) };
  }

  /**
   * The same since a revision of the record, such as that of an issue.
   *
   * @throws DomainError `CHANGES.TOO_MANY` (refused)
   */
  async sinceRevision(view: View, revision: number, cutOffThen: Day): Promise<Omit<MovedSince, 'since'>> {
    const { before, after, isWhole } = await this.factsAt(view, revision, cutOffThen);
    const { to: _, ...open } = view.filter;
    const moments = (then: Filter, now: Filter) =>
      [
        { facts: before, filter: then },
        { facts: after, filter: now },
      ] as const;
    const known = await this.withdrawnAt(revision, before, after);
    const wasKnown = (id: string) => known.has(id);
    const [done, targets] = [
      moments({ ...open, to: cutOffThen }, { ...open, to: view.cutOff }),
      // Targets reach beyond the last day that counts.
      moments(view.filter, view.filter),
    ];
    const told = [
      ...movements(...done, wasKnown, { kinds: ['actual'] }),
      ...movements(...targets, wasKnown, { kinds: ['target'], types: [] }),
    ];
    const [resultOf, moneyOf] = [rowIn(before, after, 'results'), rowIn(before, after, 'transactions')];
    return {
      cutOffThen,
      currency: before.reportingCurrency === after.reportingCurrency ? after.reportingCurrency : null,
      movements: isWhole ? told : await wholeMovements(view, told),
      result: resultOf,
      transaction: moneyOf,
    };
  }

  /**
   * The facts of both moments, as far as anything of them may count otherwise at one than at the other; of a change on which any
   * row may hang, all of them.
   *
   * @throws DomainError `CHANGES.TOO_MANY` (refused)
   */
  private async factsAt(
    { scope, filter, names, cutOff }: View,
    earlier: number,
    cutOffThen: Day,
  ): Promise<{ readonly before: Facts; readonly after: Facts; readonly isWhole: boolean }> {
    const [from = cutOff, to = cutOff] = [cutOffThen, cutOff].toSorted();
    const moved = await rowsMoved(this.db, {
      revision: earlier,
      from,
      to,
      indicators: filter.indicator === undefined ? null : valuesOf(filter.indicator),
      most: this.most + 1,
    });
    if (moved === null) {
      if (await hasRows(this.db, this.most + 1)) throw tooMany(this.most);
      const at = async (revision: number) => {
        const made = await madeAt(this.db, revision);
        return (await this.facts.readRevision(scope, { number: revision, at: made ?? this.clock.now() }))
          .facts;
      };
      return { before: await at(earlier), after: await at(names.revision), isWhole: true };
    }
    if (moved.results.length > this.most || moved.transactions.length > this.most) throw tooMany(this.most);
    const wanted = { ...moved, programs: [...moved.programs, ...valuesOf(filter.program)] };
    const of = (by: Scope, revision: number | null) =>
      readInScope(this.db, by, (tx) => readFactsOf(tx, by, wanted), revision);
    const now = await of(EVERYTHING, null);
    const at = async (revision: number) =>
      revision === now.revision && seesEverything(scope)
        ? scopedFacts(scope, now, now)
        : pastFacts(scope, await of(scope, revision), now);
    return { before: await at(earlier), after: await at(names.revision), isWhole: false };
  }

  private async usual(later: Date): Promise<Date> {
    const begins = await recordBegins(this.db);
    return new Date(Math.max(later.getTime() - USUAL_DAYS * DAY_MS, begins?.getTime() ?? 0));
  }

  /** Of what counts now and did not then, what was there and had been withdrawn: it has been put back, and is not new. */
  private async withdrawnAt(revision: number, before: Facts, after: Facts): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for (const table of ['results', 'transactions'] as const) {
      const then = new Set(before[table].map(({ id }) => id));
      const ids = after[table].filter(({ id }) => !then.has(id)).map(({ id }) => id);
      if (ids.length === 0) continue;
      for (const id of await withdrawnThen(this.db, table, ids, revision)) found.add(id);
    }
    return found;
  }
}

function rowIn<Table extends 'results' | 'transactions'>(before: Facts, after: Facts, table: Table) {
  const rows = new Map<string, Facts[Table][number]>();
  for (const row of [...before[table], ...after[table]]) rows.set(row.id, row as Facts[Table][number]);
  return (id: string): Facts[Table][number] | null => rows.get(id) ?? null;
}

/** Movements that were told by the rows that moved, as the totals of all rows have them. */
async function wholeMovements(view: View, told: readonly Movement[]): Promise<readonly Movement[]> {
  const found: Movement[] = [];
  for (const movement of told) {
    const whole = await wholeTotal(view, movement);
    const moved = whole === null ? movement : ofWhole(movement, whole);
    if (moved !== null) found.push(moved);
  }
  return found;
}

/** A total as it counts at the later moment; null: all of its rows are among those that moved. */
async function wholeTotal(
  { figures, names, filter, cutOff }: View,
  { of, after, counted }: Movement,
): Promise<WholeTotal | null> {
  const upToNow = { ...filter, to: cutOff };
  if ('type' in of) {
    const { total } = await figures.funding({ type: of.type, by: 'program', filter: upToNow });
    return { value: total.amountMinor, hasOthers: (total.amountMinor ?? 0) !== (after ?? 0) };
  }
  const { indicator: code, kind } = of;
  // Of what nobody in sight reports any more all that did is among them.
  const indicator = names.indicators.find((each) => each.code === code);
  if (indicator === undefined || indicator.measure === 'ratio' || !combinesFreely(indicator)) return null;
  const { total } = await figures.totals({
    indicator: code,
    kind,
    by: 'program',
    filter: kind === 'target' ? filter : upToNow,
  });
  return { value: total.value, hasOthers: total.resultCount > counted.after };
}

function tooMany(most: number): DomainError {
  return new DomainError(
    'CHANGES.TOO_MANY',
    `More than ${most} rows count otherwise at one of the moments.`,
    {
      kind: 'refused',
      remedy: 'Choose moments that are closer together, or one indicator.',
      values: { most },
    },
  );
}
