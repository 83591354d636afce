import { Inject, Injectable } from '@nestjs/common';
import { EVERYTHING } from '../access/index.ts';
import { indicatorNames } from '../analytics/index.ts';
import type { Cause } from '../core/proof/stages.ts';
import { type MovedFigure, type SaidFigure, type Saying, saidIn } from '../core/report/moved-figures.ts';
import type { Language } from '../core/text.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import { FiguresSince } from './figures-since.use-case.ts';
import { type IssueHead, readIssueHeads, readIssuesOf } from './issues.repository.ts';
import { type MovedWords, movedWords } from './moved-words.ts';
import { ReportOrders } from './report-orders.use-case.ts';
import { ReportViews } from './report-views.use-case.ts';
import { readSentFigures } from './sent-figures.repository.ts';
import type { SentFigures } from './sent-figures.ts';

/** The figures of an issue: as it told them, and as they are. */
export interface FiguresOfIssue {
  readonly issued: readonly Saying[];
  readonly now: readonly Saying[];
  /** Of the data that they are as they are at. */
  readonly revision: number;
}

/** What became of issues that were sent, for those who tell their readers. */
@Injectable()
export class SentIssues {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly orders: ReportOrders,
    private readonly views: ReportViews,
    private readonly since: FiguresSince,
  ) {}

  /** Some issues without what weighs, in the order in which they were made. */
  heads(ids: readonly string[]): Promise<readonly IssueHead[]> {
    return readIssueHeads(this.db, ids);
  }

  /** Those of the same figures, in several languages and on both papers. */
  ofFigures(which: Pick<IssueHead, 'hash' | 'report' | 'period'>): Promise<readonly IssueHead[]> {
    return readIssuesOf(this.db, which);
  }

  /** What an issue told. */
  async issued(issue: IssueHead): Promise<readonly Saying[]> {
    return saidIn((await this.sent(issue)).snapshot);
  }

  /** @throws DomainError as a report that the schedule makes */
  async figures(issue: IssueHead): Promise<FiguresOfIssue> {
    const [sent, view] = await Promise.all([this.sent(issue), this.view(issue)]);
    return {
      issued: saidIn(sent.snapshot),
      now: await this.since.now(view, sent),
      revision: view.names.revision,
    };
  }

  /** Why some of its figures have moved since a revision, by key. @throws DomainError as `figures` */
  async why(
    issue: IssueHead,
    revision: number,
    figures: readonly SaidFigure[],
  ): Promise<ReadonlyMap<string, readonly Cause[]>> {
    const [sent, view] = await Promise.all([this.sent(issue), this.view(issue)]);
    return this.since.why(view, sent, revision, figures);
  }

  /** What moved, in a language. @throws DomainError as `figures` */
  async words(
    issue: IssueHead,
    language: Language,
    figures: readonly MovedFigure[],
  ): Promise<readonly MovedWords[]> {
    const [sent, view, names] = await Promise.all([
      this.sent(issue),
      this.view({ ...issue, lang: language }),
      indicatorNames(
        this.db,
        figures.flatMap(({ of }) => ('type' in of ? [] : [of.indicator])),
      ),
    ]);
    return figures.map((figure) => movedWords(view, sent, figure, names));
  }

  private async sent({ id }: IssueHead): Promise<SentFigures> {
    const found = (await readSentFigures(this.db, [id])).get(id);
    if (found === undefined) throw new Error(`There is no issue ${id}.`);
    return found;
  }

  private async view({ report, period, pillar, country, donor, lang, paper }: IssueHead) {
    const order = await this.orders.ofService({
      report,
      period,
      pillar: pillar ?? undefined,
      country: country ?? undefined,
      donor: donor ?? undefined,
      lang,
      paper,
    });
    return this.views.open(EVERYTHING, order);
  }
}
