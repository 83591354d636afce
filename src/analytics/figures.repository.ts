import { EVERYTHING, readInScope, type Scope } from '../access/index.ts';
import { type Figures, type Names, namesOf } from '../core/figures.ts';
import type { Database } from '../platform/database/database.ts';
import { madeAt } from '../platform/database/history.repository.ts';
import { readRevision } from '../platform/database/revision.repository.ts';
import { askedOnce } from './asked-once.ts';
import { type FactsRepository, type Portfolio, readNames } from './facts.repository.ts';
import { factsFigures } from './facts-figures.ts';
import { hasRows, keptFigures, SMALL } from './kept-figures.repository.ts';

/** What a reader may ask of the approved portfolio, as of one revision, and the words for what it is told. */
export interface OpenPortfolio extends Omit<Portfolio, 'facts'> {
  readonly figures: Figures;
  readonly names: Names;
}

/** Opens the portfolio to a reader: whoever shows figures begins here, and does not learn where they come from. */
export class FiguresRepository {
  private readonly opened = new WeakMap<Portfolio, OpenPortfolio>();
  /** The whole portfolio as it was opened last. */
  private whole: OpenPortfolio | null = null;

  /**
   * @param now what a clock says
   * @param small below so many rows they are read, and not asked for total by total
   */
  constructor(
    private readonly db: Database,
    private readonly facts: FactsRepository,
    private readonly now: () => Date,
    private readonly small = SMALL,
  ) {}

  /**
   * Of the newest revision, or as it was known at a moment (rule 13).
   *
   * @throws DomainError `AS_OF.TOO_EARLY` (call): nothing is recorded so early
   */
  async open(scope: Scope, asOf: Date | null = null): Promise<OpenPortfolio> {
    if (scope.kind === 'all' && asOf === null) {
      const revision = await readRevision(this.db);
      if (this.whole?.names.revision === revision) return this.whole;
      if (await hasRows(this.db, this.small)) return this.openWhole();
    }
    return this.openRead(scope, await this.facts.read(scope, asOf));
  }

  /** What is kept of the whole portfolio answers for its totals; its rows are read when somebody asks for them. */
  private async openWhole(): Promise<OpenPortfolio> {
    const { names, vocabulary } = await readInScope(this.db, EVERYTHING, readNames);
    const changedAt = await madeAt(this.db, names.revision);
    const rows = askedOnce(async () => {
      const revision = { number: names.revision, at: changedAt ?? this.now() };
      return this.openRead(EVERYTHING, await this.facts.readRevision(EVERYTHING, revision)).figures;
    });
    const today = this.now().toISOString().slice(0, 10);
    this.whole = { names, vocabulary, changedAt, figures: keptFigures(this.db, names, { rows, today }) };
    return this.whole;
  }

  private openRead(scope: Scope, portfolio: Portfolio): OpenPortfolio {
    const known = this.opened.get(portfolio);
    if (known !== undefined) return known;
    const { facts, ...words } = portfolio;
    const open = { ...words, figures: factsFigures(scope, facts), names: namesOf(facts) };
    this.opened.set(portfolio, open);
    return open;
  }
}
