import { Inject, Injectable } from '@nestjs/common';
import type { Keeper } from '../access/index.ts';
import type { OddValue } from '../core/entry/odd-value.ts';
import { DomainError } from '../core/errors.ts';
import { RecentlyUsed, toldOnce } from '../core/recently-used.ts';
import { Clock } from '../platform/clock/clock.ts';
import { IMPORT_KINDS, type ImportKind } from '../platform/csv/import-kind.ts';
import { actAs } from '../platform/database/actor.repository.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import { revisionReader } from '../platform/database/revision.repository.ts';
import { undoing } from '../platform/database/undoing.ts';
import {
  confirmedStamp,
  confirmValue,
  type OddResult,
  type OddResults,
  oddResults,
} from '../results/index.ts';
import { type Author, decisionOf } from './author.ts';
import { planEntered } from './plan-entered.ts';
import { type Submission, waitingResults } from './submissions.repository.ts';

/** What waits for approval and would be odd. */
export interface OddSubmission extends OddValue {
  readonly submission: Submission;
}

export interface OddValues {
  readonly waiting: readonly OddSubmission[];
  readonly waitingCount: number;
  readonly approved: OddResults;
}

/** So many are listed of each. */
const MOST_ROWS = 20;
/** So many of what waits are looked through, the latest first. */
const MOST_WAITING = 200;
/** What was approved before that has been looked at, or nobody will. */
const DAYS = 90;
const DAY_MS = 86_400_000;
const MOST_TOLD = 4;

/** Values that jump beside the one before them (`core/entry/odd-value.ts`): waiting, and approved lately. */
@Injectable()
export class OddValuesOnDesk {
  /** To look through a large portfolio takes its time: once for a revision, a day, and what waits. */
  private readonly told = new RecentlyUsed<Promise<unknown>>(MOST_TOLD);
  private readonly newest: () => Promise<number>;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(IMPORT_KINDS) private readonly kinds: readonly ImportKind[],
    private readonly clock: Clock,
  ) {
    this.newest = revisionReader(db);
  }

  /** For whoever approves. */
  async find(keeper: Keeper): Promise<OddValues> {
    const rows = await waitingResults(this.db, keeper, MOST_WAITING);
    const revision = await this.newest();
    const ids = rows.map(({ id, version }) => `${id} ${version}`);
    const found = await toldOnce(this.told, JSON.stringify(['waiting', revision, ids]), () =>
      this.amongWaiting(rows),
    );
    const since = lookedAtSince(this.clock.now());
    const approved = await toldOnce(
      this.told,
      JSON.stringify(['approved', revision, since.toISOString().slice(0, 10), await confirmedStamp(this.db)]),
      () => oddResults(this.db, { since, limit: MOST_ROWS }),
    );
    return { waiting: found.slice(0, MOST_ROWS), waitingCount: found.length, approved };
  }

  /** As `confirmOddValue`, in a transaction of its own. */
  async confirm(author: Author, id: string): Promise<void> {
    await this.db.transaction((tx) => confirmOddValue(tx, author, id, this.clock.now()));
  }

  /** Read by the import of their kind, as a review does, and nothing of it is written. */
  private async amongWaiting(rows: readonly Submission[]): Promise<readonly OddSubmission[]> {
    const kind = this.kinds.find(({ name }) => name === 'results');
    if (kind === undefined || rows.length === 0) return [];
    const now = this.clock.now();
    return undoing(this.db, async (tx) => {
      const found: OddSubmission[] = [];
      for (const some of Map.groupBy(rows, ({ decimal }) => decimal).values()) {
        const { checks } = await planEntered(tx, kind, some, { by: '', now });
        found.push(
          ...some.flatMap((submission, at) => {
            const doubt = checks[at]?.doubts.find((each) => each.reason !== 'no-evidence');
            return doubt === undefined ? [] : [{ submission, reason: doubt.reason, before: doubt.before }];
          }),
        );
      }
      return found;
    });
  }
}

/**
 * Keeps that a figure which looks odd is right: as it stands it is not listed again.
 *
 * @throws DomainError `ODD.NOT_LISTED` (missing): it is not odd, or somebody has said so already
 */
export async function confirmOddValue(
  tx: Transaction,
  author: Author,
  id: string,
  now: Date,
): Promise<OddResult> {
  await actAs(tx, author.actor, now);
  const [odd] = (await oddResults(tx, { since: lookedAtSince(now), limit: 1, id })).rows;
  if (odd === undefined) {
    throw new DomainError('ODD.NOT_LISTED', 'This figure is not listed as odd.', { kind: 'missing' });
  }
  await confirmValue(tx, odd, decisionOf(author, now));
  return odd;
}

function lookedAtSince(now: Date): Date {
  return new Date(now.getTime() - DAYS * DAY_MS);
}
