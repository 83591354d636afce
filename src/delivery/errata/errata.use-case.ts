import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../../core/errors.ts';
import { oneLine } from '../../core/one-line.ts';
import type { MovedFigure } from '../../core/report/moved-figures.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { type Actor, actAs } from '../../platform/database/actor.repository.ts';
import { DATABASE } from '../../platform/database/database.module.ts';
import type { Database } from '../../platform/database/database.ts';
import { type IssueHead, SentIssues } from '../../reporting/index.ts';
import { settlingReason } from '../delivery-requests.use-case.ts';
import { enterDeliveries } from '../ledger.repository.ts';
import { ReadersOfIssues } from './concerned.use-case.ts';
import { decidedErrata, decideErratum, findErratum } from './errata.repository.ts';
import { type Concerned, type Erratum, figuresFor, toldTo } from './erratum.ts';
import { FindErrata } from './find-errata.use-case.ts';

/** Somebody whom an erratum concerns, and what it tells them. */
export interface ConcernedReader extends Concerned {
  readonly figures: readonly MovedFigure[];
  readonly issueHead: IssueHead;
}

/** Errata as people decide about them. */
@Injectable()
export class Errata {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly clock: Clock,
    private readonly issues: SentIssues,
    private readonly readers: ReadersOfIssues,
    private readonly finding: FindErrata,
  ) {}

  /** @throws DomainError `ERRATUM.UNKNOWN` (missing) */
  async find(id: string): Promise<Erratum> {
    const found = await findErratum(this.db, id);
    if (found !== null) return found;
    throw new DomainError('ERRATUM.UNKNOWN', `There is no erratum "${id}".`, { kind: 'missing' });
  }

  /** The issues of the figures that an erratum is of: of several languages and papers. */
  issuesOf({ hash, report, period }: Erratum): Promise<readonly IssueHead[]> {
    return this.issues.ofFigures({ hash, report, period });
  }

  /** Whom it concerns as things stand, in alphabetical order. */
  async concerned(erratum: Erratum): Promise<readonly ConcernedReader[]> {
    const issues = await this.issuesOf(erratum);
    const heads = new Map(issues.map((each) => [each.id, each]));
    const [first] = issues;
    if (first === undefined) return [];
    const [issued, decided, readers] = await Promise.all([
      this.issues.issued(first),
      decidedErrata(this.db, erratum.hash),
      this.readers.of(issues),
    ]);
    return readers.flatMap((reader) => {
      const issueHead = heads.get(reader.issue);
      const figures = figuresFor(erratum, toldTo(issued, reader, decided));
      return issueHead === undefined || figures.length === 0 ? [] : [{ ...reader, figures, issueHead }];
    });
  }

  /**
   * Has it sent to whom it concerns. The figures are looked at once more: an erratum does not say what is no longer so.
   *
   * @param revision of what was looked at
   * @returns to how many
   * @throws DomainError `ERRATUM.UNKNOWN` (missing), `ERRATUM.DECIDED`, `ERRATUM.MOVED_ON` (refused)
   */
  async approve(id: string, revision: number, actor: Actor): Promise<number> {
    const erratum = await this.find(id);
    if (erratum.status === 'proposed') await this.finding.look(await this.issuesOf(erratum));
    const concerned = await this.concerned(erratum);
    const now = this.clock.now();
    await this.decide(id, revision, actor, { status: 'approved', reason: null }, async (tx) => {
      const { period } = erratum;
      await enterDeliveries(
        tx,
        concerned.map(({ subscription, email, issue }) => ({
          ...{ subscription, period, erratum: id, issue },
          ...{ recipient: email, nextAttemptAt: now },
        })),
        now,
      );
    });
    return concerned.length;
  }

  /**
   * Says that nobody is told of it, and why.
   *
   * @throws DomainError as `approve`; `DELIVERY.NO_REASON` (call)
   */
  async dismiss(id: string, revision: number, why: string | undefined, actor: Actor): Promise<void> {
    const reason = settlingReason(why);
    await this.find(id);
    await this.decide(id, revision, actor, { status: 'dismissed', reason }, async () => undefined);
  }

  private async decide(
    id: string,
    revision: number,
    actor: Actor,
    to: Pick<Erratum, 'status' | 'reason'>,
    also: (tx: Parameters<typeof decideErratum>[0]) => Promise<void>,
  ): Promise<void> {
    const at = this.clock.now();
    const decidedBy = oneLine(actor.name ?? actor.kind, 200);
    const decided = await this.db.transaction(async (tx) => {
      await actAs(tx, actor, at);
      const isOurs = await decideErratum(tx, id, revision, { ...to, decidedAt: at, decidedBy });
      if (isOurs) await also(tx);
      return isOurs;
    });
    if (decided) return;
    const { status } = await this.find(id);
    throw status === 'proposed'
      ? new DomainError('ERRATUM.MOVED_ON', 'The figures have moved on since you looked.', {
          kind: 'refused',
          remedy: 'Look at what it says now, and decide again.',
        })
      : new DomainError('ERRATUM.DECIDED', 'Somebody has decided about this erratum already.', {
          kind: 'refused',
          remedy: 'Nothing more is to be done.',
        });
  }
}
