import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Keeper } from '../access/index.ts';
import { totalsOfPrograms } from '../analytics/index.ts';
import { DomainError } from '../core/errors.ts';
import { Clock } from '../platform/clock/clock.ts';
import { beginBatch, endBatch } from '../platform/csv/import-batches.repository.ts';
import { IMPORT_KINDS, type ImportKind } from '../platform/csv/import-kind.ts';
import { actAs } from '../platform/database/actor.repository.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import { checkConstraints, lockPortfolio } from '../platform/database/revision.repository.ts';
import { undoing } from '../platform/database/undoing.ts';
import { confirmPiece, type EvidencePiece, piecesOfRows } from '../results/index.ts';
import { decidedBy, decisionOf, isOfHand } from './author.ts';
import { type MovedTotal, movesBetween } from './moved-totals.ts';
import { isSound, lineOf, planEntered, type RowCheck } from './plan-entered.ts';
import {
  countWaiting,
  findSubmissions,
  type Known,
  lockSubmissions,
  type Submission,
  setSubmissions,
  submissionsTogether,
  type WaitingGroup,
  waitingGroups,
} from './submissions.repository.ts';
import type { Cells } from './submissions.table.ts';
import { type Author, changedMeanwhile } from './submissions.use-case.ts';

/** What becomes of a submission that is approved now. */
export interface Reviewed {
  readonly submission: Submission;
  /** The row as it counts now, and as it would; null: there is none, or its kind does not tell. */
  readonly before: Cells | null;
  readonly after: Cells | null;
  readonly check: RowCheck;
  /** The row's key in the portfolio; of a result, its id. Null: it is not known before the row is whole. */
  readonly key: string | null;
  /** What came with it, and stands with the figure once it is approved. */
  readonly pieces: readonly EvidencePiece[];
}

export interface Review {
  readonly items: readonly Reviewed[];
  readonly moves: readonly MovedTotal[];
  /** What a person has seen: equal digests are equal reviews. */
  readonly digest: string;
}

/** So many are decided at once. */
export const MOST_AT_ONCE = 1_000;

/** Decisions about what others entered: looked at with what they would change, approved, or given back. */
@Injectable()
export class Approvals {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(IMPORT_KINDS) private readonly kinds: readonly ImportKind[],
    private readonly clock: Clock,
  ) {}

  waiting(keeper: Keeper, page: Parameters<typeof waitingGroups>[2]): Promise<readonly WaitingGroup[]> {
    return waitingGroups(this.db, keeper, page);
  }

  /** What waits of what was saved at once, `MOST_AT_ONCE` rows at the most. */
  async waitingOf(keeper: Keeper, groups: readonly string[]): Promise<readonly Submission[]> {
    const found: Submission[] = [];
    for (const group of groups) {
      const rows = await submissionsTogether(this.db, keeper, group);
      found.push(...rows.filter(({ status, author }) => status === 'submitted' && author !== keeper.account));
    }
    return found.slice(0, MOST_AT_ONCE);
  }

  countWaiting(keeper: Keeper): Promise<number> {
    return countWaiting(this.db, keeper);
  }

  /** Those of some ids that wait, as whoever decides sees them. */
  async chosen(keeper: Keeper, ids: readonly string[]): Promise<readonly Submission[]> {
    const found = await findSubmissions(this.db, keeper, ids);
    return found.filter(({ status }) => status === 'submitted');
  }

  /**
   * What approving them would come to: carried out, looked at, and undone.
   *
   * @throws DomainError `APPROVAL.OWN` (refused), `APPROVAL.MEANWHILE` (refused)
   */
  review(approver: Author, ids: readonly string[]): Promise<Review> {
    return undoing(this.db, async (tx) => (await this.carryOut(tx, approver, ids)).review);
  }

  /** What rows of one's own would come to if they were approved: carried out, looked at, and undone. */
  preview(author: Author, rows: readonly Submission[]): Promise<Review> {
    return undoing(this.db, async (tx) => {
      const now = this.clock.now();
      await actAs(tx, author.actor, now);
      await lockPortfolio(tx);
      return (await this.write(tx, author.name, rows, now)).review;
    });
  }

  /**
   * Lets them count, all or none.
   *
   * @param digest of the review that the approver has seen: what it says must still hold
   * @throws DomainError `APPROVAL.OWN`, `APPROVAL.MEANWHILE`, `APPROVAL.FAULTS` (refused): nothing was changed
   */
  approve(approver: Author, ids: readonly string[], digest: string): Promise<number> {
    return this.db.transaction(async (tx) => {
      const { review, batches, now } = await this.carryOut(tx, approver, ids);
      if (review.digest !== digest) throw changedMeanwhile();
      if (!review.items.every(({ check }) => isSound(check))) {
        throw new DomainError('APPROVAL.FAULTS', 'Some of it cannot be approved as it stands.', {
          kind: 'refused',
        });
      }
      const by = decisionOf(approver, now);
      for (const { key, pieces } of review.items) {
        for (const piece of pieces) await confirmPiece(tx, piece, key ?? '', by);
      }
      for (const [batch, approved] of batches) {
        await setSubmissions(tx, approved, {
          status: 'approved',
          changedAt: now,
          comment: null,
          batch,
          ...decidedBy(approver, now),
        });
      }
      return review.items.length;
    });
  }

  /**
   * Gives them back to their authors, who read why.
   *
   * @param seen in which versions whoever gives them back has seen them, where that is held
   * @throws DomainError `APPROVAL.NO_COMMENT` (call), `APPROVAL.OWN`, `APPROVAL.MEANWHILE` (refused)
   */
  async giveBack(
    approver: Author,
    ids: readonly string[],
    comment: string,
    seen: readonly Known[] = [],
  ): Promise<number> {
    const why = comment.trim();
    if (why === '')
      throw new DomainError('APPROVAL.NO_COMMENT', 'Say why it is given back.', { kind: 'call' });
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      await actAs(tx, approver.actor, now);
      const held = await this.hold(tx, approver, ids, seen);
      await setSubmissions(
        tx,
        held.map(({ id }) => id),
        {
          status: 'returned',
          changedAt: now,
          comment: why,
          ...decidedBy(approver, now),
        },
      );
      return held.length;
    });
  }

  private async hold(
    tx: Transaction,
    approver: Author,
    ids: readonly string[],
    seen: readonly Known[] = [],
  ): Promise<readonly Submission[]> {
    const wanted = [...new Set(ids)];
    const held = await lockSubmissions(tx, wanted);
    if (held.length < wanted.length || held.some(({ status }) => status !== 'submitted'))
      throw changedMeanwhile();
    const versions = new Map(seen.map(({ id, version }) => [id, version]));
    if (held.some(({ id, version }) => version !== (versions.get(id) ?? version))) throw changedMeanwhile();
    if (held.some((row) => isOfHand(row, approver))) {
      throw new DomainError('APPROVAL.OWN', 'Nobody approves or gives back what is their own.', {
        kind: 'refused',
        remedy: 'Somebody else has to.',
      });
    }
    return held;
  }

  /** Writes all that can be written, and says what that changed. */
  private async carryOut(tx: Transaction, approver: Author, ids: readonly string[]) {
    const now = this.clock.now();
    await actAs(tx, approver.actor, now);
    await lockPortfolio(tx);
    return this.write(tx, approver.name, await this.hold(tx, approver, ids), now);
  }

  private async write(tx: Transaction, by: string, held: readonly Submission[], now: Date) {
    const programs = [...new Set(held.flatMap(({ program }) => program ?? []))].sort();
    const before = await totalsOfPrograms(tx, programs);
    const items: Reviewed[] = [];
    const batches = new Map<number, readonly string[]>();
    const piecesOf = await piecesOfRows(
      tx,
      held.map(({ id }) => id),
    );
    for (const { kind, rows } of this.inImportOrder(held)) {
      const { plan, checks } = await planEntered(tx, kind, rows, { by, now, restsOn: piecesOf });
      const keys = plan.keys ?? new Map<number, string>();
      const cellsNow = async () => {
        const stored = await kind.some(tx, [...new Set(keys.values())]);
        const cells = new Map(stored.map((row) => [row.key, row.cells]));
        return (index: number) => cells.get(keys.get(lineOf(index)) ?? '') ?? null;
      };
      const was = await cellsNow();
      const isWhole = checks.every(isSound);
      if (isWhole) {
        const first = rows[0] as Submission;
        const batch = await beginBatch(tx, {
          kind: kind.name,
          origin: first.origin,
          fileName: first.fileName,
          sha256: createHash('sha256')
            .update(JSON.stringify(rows.map(({ cells }) => cells)))
            .digest('hex'),
          rows: rows.length,
          importedBy: first.authorName,
          importedAt: now,
        });
        await endBatch(tx, batch, await plan.write(batch));
        batches.set(
          batch,
          rows.map(({ id }) => id),
        );
      }
      const is = isWhole ? await cellsNow() : () => null;
      for (const [index, submission] of rows.entries()) {
        items.push({
          submission,
          before: was(index),
          after: is(index),
          check: checks[index] as RowCheck,
          key: keys.get(lineOf(index)) ?? null,
          pieces: piecesOf.get(submission.id) ?? [],
        });
      }
    }
    await checkConstraints(tx);
    const moves = movesBetween(before, await totalsOfPrograms(tx, programs));
    return { now, batches, review: { items, moves, digest: digestOf(items, moves) } };
  }

  /** What one person entered of one kind is written at once, in the order in which kinds find each other. */
  private inImportOrder(held: readonly Submission[]) {
    const inOrder = held.toSorted(
      (a, b) => a.createdAt.getTime() - b.createdAt.getTime() || a.place - b.place || (a.id < b.id ? -1 : 1),
    );
    return this.kinds.flatMap((kind) => {
      const ofKind = inOrder.filter((row) => row.kind === kind.name);
      const groups = Map.groupBy(ofKind, ({ author, authorToken, decimal, origin, fileName }) =>
        JSON.stringify([author, authorToken, decimal, origin, fileName]),
      );
      return [...groups.values()].map((rows) => ({ kind, rows }));
    });
  }
}

/** Of all that whoever approves has seen: the rows in their versions, and what they change. */
function digestOf(items: readonly Reviewed[], moves: readonly MovedTotal[]): string {
  const seen = [
    items.map(({ submission: { id, version }, before, after, pieces }) => [
      id,
      version,
      before,
      after,
      pieces.map((piece) => piece.id),
    ]),
    moves,
  ];
  return createHash('sha256').update(JSON.stringify(seen)).digest('base64url');
}
