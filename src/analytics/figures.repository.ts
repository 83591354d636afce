import type { Scope } from '../access/index.ts';
import { type Figures, type Names, namesOf } from '../core/figures.ts';
import type { FactsRepository, Portfolio } from './facts.repository.ts';
import { factsFigures } from './facts-figures.ts';

/** What a reader may ask of the approved portfolio, as of one revision, and the words for what it is told. */
export interface OpenPortfolio extends Omit<Portfolio, 'facts'> {
  readonly figures: Figures;
  readonly names: Names;
}

/** Opens the portfolio to a reader: whoever shows figures begins here, and does not learn where they come from. */
export class FiguresRepository {
  private readonly opened = new WeakMap<Portfolio, OpenPortfolio>();

  constructor(private readonly facts: FactsRepository) {}

  /**
   * Of the newest revision, or as it was known at a moment (rule 13).
   *
   * @throws DomainError `AS_OF.TOO_EARLY` (call): nothing is recorded so early
   */
  async open(scope: Scope, asOf: Date | null = null): Promise<OpenPortfolio> {
    const portfolio = await this.facts.read(scope, asOf);
    const known = this.opened.get(portfolio);
    if (known !== undefined) return known;
    const { facts, ...words } = portfolio;
    const open = { ...words, figures: factsFigures(scope, facts), names: namesOf(facts) };
    this.opened.set(portfolio, open);
    return open;
  }
}
