import { Inject, Injectable, Logger } from '@nestjs/common';
import { Audit } from '../../access/index.ts';
import { DomainError } from '../../core/errors.ts';
import { monthsBefore } from '../../core/period.ts';
import {
  figureKey,
  lastTold,
  type MovedFigure,
  NOTHING_SAID,
  proposedFigures,
  type Said,
  type Saying,
} from '../../core/report/moved-figures.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { actAs } from '../../platform/database/actor.repository.ts';
import { DATABASE } from '../../platform/database/database.module.ts';
import type { Database } from '../../platform/database/database.ts';
import { readRevision } from '../../platform/database/revision.repository.ts';
import { type IssueHead, SentIssues } from '../../reporting/index.ts';
import { ReadersOfIssues } from './concerned.use-case.ts';
import {
  changeProposed,
  decidedErrata,
  decideErratum,
  issuesHad,
  proposedErratum,
  proposeErratum,
  readChecks,
  recordCheck,
} from './errata.repository.ts';
import { type Erratum, tellsTheSame, toldTo } from './erratum.ts';

/** What was sent longer ago is nobody's news (docs/decisions/errata.md). */
const MONTHS_BACK = 24;
/** So many figures of issues are looked at in a turn; a turn comes every minute. */
const MOST_AT_ONCE = 20;
const SERVICE = { kind: 'service' } as const;

/** Finds issues of which figures have moved, and proposes what to tell their readers: once for each movement. */
@Injectable()
export class FindErrata {
  private readonly logger = new Logger('Errata');
  /** The revision at which nothing was left to look at. */
  private quietAt: number | null = null;

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly clock: Clock,
    private readonly issues: SentIssues,
    private readonly readers: ReadersOfIssues,
    private readonly audit: Audit,
  ) {}

  /**
   * Any number of processes may do it at once.
   *
   * @returns how many issues' figures were looked at
   */
  async run(): Promise<number> {
    const newest = await readRevision(this.db);
    if (this.quietAt === newest) return 0;
    const groups = await this.unchecked(newest);
    for (const group of groups.slice(0, MOST_AT_ONCE)) await this.look(group);
    if (groups.length <= MOST_AT_ONCE) this.quietAt = newest;
    return Math.min(groups.length, MOST_AT_ONCE);
  }

  /** Issues of the same figures together, of which the record has moved since they were looked at. */
  private async unchecked(newest: number): Promise<readonly (readonly IssueHead[])[]> {
    const day = monthsBefore(this.clock.now().toISOString().slice(0, 10), MONTHS_BACK);
    const heads = await this.issues.heads(await issuesHad(this.db, new Date(`${day}T00:00:00Z`)));
    const checks = await readChecks(this.db);
    return [...Map.groupBy(heads, ({ hash }) => hash)]
      .filter(
        ([hash, those]) => (checks.get(hash) ?? Math.min(...those.map((each) => each.revision))) < newest,
      )
      .map(([, those]) => those);
  }

  /** Holds the figures of some issues against what they say now. @param group of one hash */
  async look(group: readonly IssueHead[]): Promise<void> {
    const [first] = group;
    if (first === undefined) return;
    try {
      const { issued, now, revision } = await this.issues.figures(first);
      await this.propose(group, first, { issued, now, revision });
      await recordCheck(this.db, first.hash, revision);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      // A report that cannot be made any more has no figures today: it is looked at again when the record moves.
      this.logger.log(`What has become of ${first.title} cannot be told`, error);
      await recordCheck(this.db, first.hash, await readRevision(this.db));
    }
  }

  private async propose(
    group: readonly IssueHead[],
    first: IssueHead,
    given: { readonly issued: readonly Saying[]; readonly now: readonly Saying[]; readonly revision: number },
  ): Promise<void> {
    const { issued, now, revision } = given;
    const { hash } = first;
    const decided = await decidedErrata(this.db, hash);
    const approved = decided.filter(({ status }) => status === 'approved');
    const readers = await this.readers.of(group);
    const got = readers.map((reader) => toldTo(issued, reader, decided));
    const known = lastTold(
      issued,
      decided.map(({ figures }) => figures),
    );
    const moved = proposedFigures(now, got, known);
    const open = await proposedErratum(this.db, hash);
    const at = this.clock.now();
    if (moved.length === 0) {
      if (open !== null) await this.lapse(open, at);
      return;
    }
    const told = lastTold(
      issued,
      approved.map(({ figures }) => figures),
    );
    const since = approved.at(-1)?.revision ?? first.revision;
    const figures = await this.withCauses(first, since, told, moved);
    if (open === null) {
      const { report, period, pillar, country, donor } = first;
      const what = { hash, issue: first.id, report, period, pillar, country, donor };
      const id = await proposeErratum(this.db, { ...what, figures, revision, createdAt: at });
      if (id !== null) await this.remember(id, first, readers.length);
      return;
    }
    if (!tellsTheSame(open.figures, figures)) {
      await changeProposed(this.db, open.id, { figures, revision, movedAt: at });
    }
  }

  private async withCauses(
    issue: IssueHead,
    since: number,
    told: ReadonlyMap<string, Said>,
    moved: readonly Saying[],
  ): Promise<readonly MovedFigure[]> {
    const why = await this.issues.why(issue, since, moved);
    return moved.map(({ of, at, said }) => {
      const key = figureKey({ of, at });
      return { of, at, was: told.get(key) ?? NOTHING_SAID, is: said, why: why.get(key) ?? [] };
    });
  }

  /** It says again what was sent. */
  private lapse({ id, revision }: Erratum, at: Date): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      await actAs(tx, SERVICE, at);
      const end = { status: 'lapsed', decidedAt: at, decidedBy: 'service', reason: null } as const;
      return decideErratum(tx, id, revision, end);
    });
  }

  private async remember(id: string, { report, period }: IssueHead, readers: number): Promise<void> {
    await this.audit.record({
      action: 'erratum.proposed',
      actor: SERVICE,
      subject: `errata ${id}`,
      details: { report, period, readers },
    });
  }
}
