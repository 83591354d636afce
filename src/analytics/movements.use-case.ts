import { Inject, Injectable } from '@nestjs/common';
import { CurrentSettings } from '../access/index.ts';
import type { Facts, Filter } from '../core/facts.ts';
import type { Transaction } from '../core/funding.ts';
import type { Day } from '../core/program.ts';
import { type Movement, movements } from '../core/proof/movement.ts';
import type { Result } from '../core/result.ts';
import { dayIn } from '../core/time-zone.ts';
import { Clock } from '../platform/clock/clock.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import { recordBegins, revisionAt } from '../platform/database/history.repository.ts';
import { askedMoment } from './as-of.ts';
import { FactsRepository } from './facts.repository.ts';
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
   * @throws DomainError `AS_OF.…` (call)
   */
  async since(view: View, typed: string | undefined, toThen: Day | undefined): Promise<MovedSince> {
    const { timeZone } = this.settings.now.schedule;
    const later = view.known.asked === null ? null : view.known.at;
    const since =
      askedMoment(typed, this.clock.now(), timeZone) ?? (await this.usual(later ?? this.clock.now()));
    const [before, after] = [
      (await this.facts.read(view.scope, since)).facts,
      (await this.facts.read(view.scope, later)).facts,
    ];
    const { to: _, ...open } = view.filter;
    const cutOffThen = toThen ?? cutOffOf(view.filter, dayIn(since.getTime(), timeZone));
    const moments = (then: Filter, now: Filter) =>
      [
        { facts: before, filter: then },
        { facts: after, filter: now },
      ] as const;
    const known = await this.withdrawnAt(since, before, after);
    const wasKnown = (id: string) => known.has(id);
    const [done, targets] = [
      moments({ ...open, to: cutOffThen }, { ...open, to: view.cutOff }),
      // Targets reach beyond the last day that counts.
      moments(view.filter, view.filter),
    ];
    const [resultOf, moneyOf] = [rowIn(before, after, 'results'), rowIn(before, after, 'transactions')];
    return {
      since,
      cutOffThen,
      currency: before.reportingCurrency === after.reportingCurrency ? after.reportingCurrency : null,
      movements: [
        ...movements(...done, wasKnown, { kinds: ['actual'] }),
        ...movements(...targets, wasKnown, { kinds: ['target'], types: [] }),
      ],
      result: resultOf,
      transaction: moneyOf,
    };
  }

  private async usual(later: Date): Promise<Date> {
    const begins = await recordBegins(this.db);
    return new Date(Math.max(later.getTime() - USUAL_DAYS * DAY_MS, begins?.getTime() ?? 0));
  }

  /** Of what counts now and did not then, what was there and had been withdrawn: it has been put back, and is not new. */
  private async withdrawnAt(since: Date, before: Facts, after: Facts): Promise<ReadonlySet<string>> {
    const revision = await revisionAt(this.db, since);
    const found = new Set<string>();
    for (const table of ['results', 'transactions'] as const) {
      const then = new Set(before[table].map(({ id }) => id));
      const ids = after[table].filter(({ id }) => !then.has(id)).map(({ id }) => id);
      if (ids.length === 0 || revision === null) continue;
      for (const id of await withdrawnThen(this.db, table, ids, revision.number)) found.add(id);
    }
    return found;
  }
}

function rowIn<Table extends 'results' | 'transactions'>(before: Facts, after: Facts, table: Table) {
  const rows = new Map<string, Facts[Table][number]>();
  for (const row of [...before[table], ...after[table]]) rows.set(row.id, row as Facts[Table][number]);
  return (id: string): Facts[Table][number] | null => rows.get(id) ?? null;
}
