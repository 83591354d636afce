import { readInScope, type Scope, scopeKey } from '../access/index.ts';
import { type Figures, type Names, namesOf } from '../core/figures.ts';
import { figuresInSight } from '../core/visibility/figures-in-sight.ts';
import type { Database } from '../platform/database/database.ts';
import { madeAt, touchedBetween } from '../platform/database/history.repository.ts';
import { type Reads, readsOf } from '../platform/database/reads.ts';
import { revisionReader } from '../platform/database/revision.repository.ts';
import { askedOnce } from './asked-once.ts';
import { type FactsRepository, type Portfolio, readNames } from './facts.repository.ts';
import { factsFigures } from './facts-figures.ts';
import { hasRows, keptFigures, SMALL } from './kept-figures.repository.ts';
import { Latest } from './latest.ts';
import { carriedOver, emptyMemory, type Memory, rememberedFigures } from './remembered-figures.ts';

/** What a reader may ask of the approved portfolio, as of one revision, and the words for what it is told. */
export interface OpenPortfolio extends Omit<Portfolio, 'facts'> {
  readonly figures: Figures;
  readonly names: Names;
}

/** What answers from what is kept, with what it has told and on which day. */
interface OpenKept extends OpenPortfolio {
  readonly memory: Memory;
  readonly today: string;
}

export interface FiguresOptions {
  /** Where what is kept is read; without, in the database itself. */
  readonly reads: Reads;
  /** Below so many rows they are read, and not asked for total by total. */
  readonly small: number;
}

/** As many readers' portfolios as stay open. */
const MOST_OPEN = 50;

/** Opens the portfolio to a reader: whoever shows figures begins here, and does not learn where they come from. */
export class FiguresRepository {
  private readonly read = new WeakMap<Portfolio, OpenPortfolio>();
  /** Those that answer from what is kept, by reader. */
  private readonly kept = new Latest<OpenKept>(MOST_OPEN);
  /** Whether the portfolio of a revision is large. */
  private size: { readonly revision: number; readonly isLarge: boolean } | null = null;

  private readonly newest: () => Promise<number>;
  private readonly reads: Reads;
  private readonly small: number;

  /**
   * @param db says which revision is the newest
   * @param now what a clock says
   */
  constructor(
    private readonly db: Database,
    private readonly facts: FactsRepository,
    private readonly now: () => Date,
    { reads = readsOf(db), small = SMALL }: Partial<FiguresOptions> = {},
  ) {
    this.newest = revisionReader(db);
    this.reads = reads;
    this.small = small;
  }

  /**
   * Of the newest revision, or as it was known at a moment (rule 13).
   *
   * @throws DomainError `AS_OF.TOO_EARLY` (call): nothing is recorded so early
   */
  async open(scope: Scope, asOf: Date | null = null): Promise<OpenPortfolio> {
    if (asOf === null) {
      const revision = await this.newest();
      const known = this.kept.get(scopeKey(scope), revision);
      if (known !== null) return known;
      if (await this.isLarge(revision)) return this.openKept(scope, revision);
    }
    return this.openRead(scope, await this.facts.read(scope, asOf));
  }

  private async isLarge(revision: number): Promise<boolean> {
    if (this.size?.revision !== revision) {
      this.size = { revision, isLarge: await hasRows(this.db, this.small) };
    }
    return this.size.isLarge;
  }

  /** What is kept answers for totals; a reader's rows are read when somebody asks for them. */
  private async openKept(scope: Scope, newest: number): Promise<OpenPortfolio> {
    const open = await this.readKept(scope, newest);
    this.kept.keep(scopeKey(scope), open.names.revision, open);
    return open;
  }

  /**
   * The newest figures by the other way of counting, to be held beside those that are shown: what is kept, where rows in memory
   * are shown. Null: what is kept is shown, and to count all rows anew would take too long.
   */
  async countedOtherwise(scope: Scope): Promise<Figures | null> {
    const revision = await this.newest();
    return (await this.isLarge(revision)) ? null : (await this.readKept(scope, revision)).figures;
  }

  private async readKept(scope: Scope, newest: number): Promise<OpenKept> {
    const read = await this.reads.newest((db) =>
      readInScope(db, scope, async (tx) => {
        const named = await readNames(tx, scope);
        return named.names.revision < newest ? null : named;
      }),
    );
    if (read === null) throw new Error(`Revision ${newest} was there a moment ago.`);
    const { names, vocabulary } = read;
    const changedAt = await madeAt(this.db, names.revision);
    const rows = askedOnce(async () => {
      const revision = { number: names.revision, at: changedAt ?? this.now() };
      return this.openRead(scope, await this.facts.readRevision(scope, revision)).figures;
    });
    const today = this.now().toISOString().slice(0, 10);
    const memory = await this.carried(scope, names.revision, today);
    const kept = rememberedFigures(keptFigures(this.reads, { scope, today, names, rows }), memory);
    return { names, vocabulary, changedAt, figures: figuresInSight(scope, kept), memory, today };
  }

  /** What was told to this reader of an earlier revision, on the same day, and has not been changed since. */
  private async carried(scope: Scope, revision: number, today: string): Promise<Memory> {
    const last = this.kept.last(scopeKey(scope));
    if (last === null || last.value.today !== today) return emptyMemory();
    const between = { after: last.newest, upTo: revision };
    return carriedOver(last.value.memory, await touchedBetween(this.db, between));
  }

  private openRead(scope: Scope, portfolio: Portfolio): OpenPortfolio {
    const known = this.read.get(portfolio);
    if (known !== undefined) return known;
    const { facts, ...words } = portfolio;
    const open = {
      ...words,
      figures: figuresInSight(scope, factsFigures(scope, facts)),
      names: namesOf(facts),
    };
    this.read.set(portfolio, open);
    return open;
  }
}
