import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../core/errors.ts';
import type { Frequency } from '../core/schedule.ts';
import type { DeliveredAs, WhenNothingNew } from '../core/sending.ts';
import { compareCodes } from '../core/text.ts';
import { Clock } from '../platform/clock/clock.ts';
import { NO_ANSWERS } from '../platform/csv/answers.ts';
import { IMPORT_KINDS, type ImportKind, latestDayAt } from '../platform/csv/import-kind.ts';
import type { RowError } from '../platform/csv/row-error.ts';
import { type Actor, actAs } from '../platform/database/actor.repository.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import { editionCells } from './edition-cells.ts';
import {
  changeEdition,
  findSubscription,
  readSubscriptions,
  type Subscription,
} from './subscriptions.repository.ts';

/** A subscription as a form asks for it: the cells of a row of the file of subscriptions, by its columns. */
export type SubscriptionCells = Readonly<Record<string, string>>;

/** What of a subscription can be changed; of another report, slice or address there is another one. */
export interface SubscriptionChange {
  readonly name: string;
  readonly lang: string;
  readonly paper: string;
  readonly frequency: Frequency;
  readonly delivered_as: DeliveredAs;
  readonly when_nothing_new: WhenNothingNew;
  readonly needs_approval: 'yes' | 'no';
  /** At which moment of a month, all three or none: as the organisation sends. */
  readonly day: string;
  readonly hour: string;
  readonly zone: string;
}

/** Everybody's subscriptions, one by one: what is typed is a row of their file, with its rules and its errors. */
@Injectable()
export class SubscriptionRows {
  private readonly kind: ImportKind;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly clock: Clock,
    @Inject(IMPORT_KINDS) kinds: readonly ImportKind[],
  ) {
    const kind = kinds.find(({ name }) => name === 'subscriptions');
    if (kind === undefined) throw new Error('There is no kind of file of subscriptions.');
    this.kind = kind;
  }

  /** By address, so that what each person gets stands together; also those that have ended. */
  async list(): Promise<readonly Subscription[]> {
    return (await readSubscriptions(this.db)).sort(
      (a, b) =>
        compareCodes(a.email.toLowerCase(), b.email.toLowerCase()) ||
        compareCodes(a.report, b.report) ||
        compareCodes(a.id, b.id),
    );
  }

  /** @throws DomainError `SUBSCRIPTION.UNKNOWN` (missing) */
  async find(id: string): Promise<Subscription> {
    const found = await findSubscription(this.db, id);
    if (found !== null) return found;
    throw new DomainError('SUBSCRIPTION.UNKNOWN', 'There is no such subscription.', { kind: 'missing' });
  }

  /**
   * Enters a new one, or has one that is there stand again.
   *
   * @throws RowRefused; DomainError `SUBSCRIPTION.STOPPED` (refused): its recipient has stopped it
   */
  enter(actor: Actor, cells: SubscriptionCells): Promise<void> {
    // A blank cell of a form says no more than one that is not there.
    const given = Object.entries(cells).filter(([, value]) => value.trim() !== '');
    return this.write(actor, async (tx, now) =>
      this.plan(tx, { ...BLANK, ...Object.fromEntries(given), active: 'yes' }, now),
    );
  }

  /**
   * @throws RowRefused; DomainError `SUBSCRIPTION.UNKNOWN` (missing), `SUBSCRIPTION.ALREADY` (refused)
   */
  async change(actor: Actor, id: string, change: SubscriptionChange): Promise<void> {
    const found = await this.find(id);
    return this.write(actor, async (tx, now) => {
      await changeEdition(tx, found, { frequency: change.frequency }, now);
      return this.plan(tx, { ...cellsOf(found), ...change }, now);
    });
  }

  /**
   * Ends it for the time being, or has it go on. What its recipient has stopped goes on only because somebody says here
   * that they asked for it.
   *
   * @throws RowRefused: what it is about is no longer there; DomainError `SUBSCRIPTION.UNKNOWN` (missing)
   */
  async pause(actor: Actor, id: string, to: 'paused' | 'standing'): Promise<void> {
    const found = await this.find(id);
    const active = to === 'paused' ? 'no' : found.stoppedAt === null ? 'yes' : 'again';
    return this.write(actor, (tx, now) => this.plan(tx, { ...cellsOf(found), active }, now));
  }

  private async plan(tx: Transaction, cells: SubscriptionCells, now: Date): Promise<void> {
    const { errors, write } = await this.kind.plan(tx, [{ line: 1, cells, numbers: new Set() }], {
      by: '',
      approve: true,
      now,
      latestDay: latestDayAt(now),
      answers: NO_ANSWERS,
      column: (name) => [cells[name] ?? ''],
    });
    if (errors.length > 0) throw new RowRefused(errors);
    // Subscriptions belong to no batch that could be taken back.
    const { notes = [] } = await write(0);
    if (notes.length > 0) {
      throw new DomainError('SUBSCRIPTION.STOPPED', notes.join(' '), {
        kind: 'refused',
        remedy: 'Open it in the list, and let it go on if they asked for it.',
      });
    }
  }

  /** All of it or nothing. */
  private write(actor: Actor, does: (tx: Transaction, now: Date) => Promise<void>): Promise<void> {
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      await actAs(tx, actor, now);
      await does(tx, now);
    });
  }
}

/** What an import would say of the row. */
export class RowRefused extends DomainError {
  constructor(readonly errors: readonly RowError[]) {
    super('SUBSCRIPTION.ROW', errors.map(({ message, remedy }) => `${message} ${remedy}`).join(' '), {
      kind: 'refused',
    });
  }
}

const BLANK: SubscriptionCells = { email: '', name: '', report: '', lang: '', paper: '' };

function cellsOf(row: Subscription): SubscriptionCells {
  const { email, name, report, lang, pillar, country, donor, active } = row;
  const slice = Object.entries({ pillar, country, donor }).flatMap(([column, code]) =>
    code === null ? [] : [[column, code]],
  );
  return {
    email,
    name,
    report,
    lang,
    ...editionCells(row),
    needs_approval: row.needsApproval ? 'yes' : 'no',
    ...Object.fromEntries(slice),
    active: active ? 'yes' : 'no',
  };
}
