import type { Audit } from '../access/index.ts';
import { DomainError } from '../core/errors.ts';
import type { Clock } from '../platform/clock/clock.ts';
import type { Actor } from '../platform/database/actor.repository.ts';
import type { Database } from '../platform/database/database.ts';
import type { JobQueue } from '../platform/jobs/job-queue.ts';
import type { Delivery } from './delivery.ts';
import { DELIVER_PERIOD } from './delivery-bell.job.ts';
import { releaseDecided, storeDecision } from './issue-decisions.repository.ts';
import type { Ledger } from './ledger.use-case.ts';

export interface ApprovalParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly ledger: Pick<Ledger, 'awaiting'>;
  readonly jobs: Pick<JobQueue, 'enqueue'>;
  readonly audit: Pick<Audit, 'record'>;
}

export type ApprovalVerdict =
  | { readonly is: 'approved' }
  | { readonly is: 'refused'; readonly reason: string };

/** An issue that waits, and the e-mails that would carry it. */
export interface AwaitingIssue {
  readonly issue: string;
  readonly period: string;
  readonly since: Date;
  readonly turns: readonly Delivery[];
}

/** Reports that go out once somebody has looked at them. */
export class IssueApprovals {
  constructor(private readonly parts: ApprovalParts) {}

  /** The issues that wait, the one that waits longest first. */
  async list(): Promise<readonly AwaitingIssue[]> {
    const waiting = (await this.parts.ledger.awaiting()).flatMap((turn) =>
      turn.state.is === 'awaits-approval' ? [{ turn, ...turn.state }] : [],
    );
    return [...Map.groupBy(waiting, ({ issue }) => issue)]
      .map(([issue, those]) => ({
        issue,
        period: those[0]?.turn.period ?? '',
        since: new Date(Math.min(...those.map(({ since }) => since.getTime()))),
        turns: those.map(({ turn }) => turn),
      }))
      .sort((a, b) => a.since.getTime() - b.since.getTime());
  }

  /**
   * Decides of an issue that waits, once and for all who would get it.
   *
   * @param by as whoever decides is called
   * @throws DomainError `DELIVERY.NOT_WAITING` (refused): it does not wait, or somebody has decided before
   */
  async decide(issue: string, verdict: ApprovalVerdict, actor: Actor, by: string): Promise<void> {
    const { db, clock, jobs, audit } = this.parts;
    const waiting = (await this.list()).find((each) => each.issue === issue);
    const now = clock.now();
    const reason = verdict.is === 'refused' ? verdict.reason : null;
    const decided =
      waiting !== undefined &&
      (await db.transaction(async (tx) => {
        const decision = { issue, decision: verdict.is, reason, decidedBy: by, decidedAt: now };
        if (!(await storeDecision(tx, decision))) return false;
        await releaseDecided(tx, now);
        return true;
      }));
    if (!decided || waiting === undefined) {
      throw new DomainError('DELIVERY.NOT_WAITING', 'This report does not wait for approval any more.', {
        kind: 'refused',
        remedy: 'Look at the list again: somebody else may have decided.',
      });
    }
    await audit.record({
      action: verdict.is === 'approved' ? 'delivery.approved' : 'delivery.disapproved',
      actor,
      subject: `issues ${issue}`,
      details: {
        period: waiting.period,
        recipients: waiting.turns.map(({ recipient }) => recipient).join(', '),
        ...(reason !== null && { reason }),
      },
    });
    // The bell would find it within a minute; the queue has it at once.
    const { period } = waiting;
    await jobs.enqueue(DELIVER_PERIOD, { period }, { singletonKey: period });
  }
}
