import { type SQL, sql } from 'drizzle-orm';
import type { Scope } from '../../access/index.ts';
import { seesEverything } from '../../core/visibility/scope.ts';
import { arrayOf } from './conditions.repository.ts';

/** Where the rows of a portfolio stand, as a reader may see them. */
export interface Sources {
  readonly programs: SQL;
  readonly results: SQL;
  readonly transactions: SQL;
  /** The keys of programmes, and the results and amounts that count (kept.table.ts). */
  readonly programKeys: SQL;
  readonly keptResults: SQL;
  readonly keptEntries: SQL;
  /** Whether all rows are in sight, and so what is kept of gaps and targets holds (kept-gaps.table.ts). */
  readonly isWhole: boolean;
  /**
   * Whether the reader may read about a programme: of one that only stands above its own it knows the name alone
   * (`seesProgram` of src/core/visibility/visibility.ts).
   */
  isReadable(program: SQL): SQL;
}

/**
 * Whoever sees everything reads the tables: views that hold back rows cannot give theirs in the order of an index. All
 * others read what `readInScope` leaves to them.
 */
export function sourcesFor(scope: Scope): Sources {
  if (seesEverything(scope)) {
    return {
      programs: sql`programs`,
      results: sql`results`,
      transactions: sql`transactions`,
      programKeys: sql`kept.program_keys`,
      keptResults: sql`kept.results`,
      keptEntries: sql`kept.entries`,
      isWhole: true,
      isReadable: () => sql`true`,
    };
  }
  return {
    programs: sql`programs_seen`,
    results: sql`results_seen`,
    transactions: sql`transactions_seen`,
    programKeys: sql`kept.program_keys_seen`,
    keptResults: sql`kept.results_seen`,
    keptEntries: sql`kept.entries`,
    isWhole: false,
    isReadable: (program) => sql`${program} IN (SELECT programs_shown_to_reader())`,
  };
}

/** Texts as rows of one column `given`: one value carries them, however many there are. */
export function textsIn(values: readonly string[]): SQL {
  return sql`unnest(${arrayOf(values)}) AS given`;
}

/** Codes of programmes and of everything below them, as an array: however few they are, a row is looked up by them. */
export function withBelow({ programs }: Sources, codes: readonly string[]): SQL {
  return sql`ARRAY(
    WITH RECURSIVE below(code) AS (
      SELECT given COLLATE "C" FROM ${textsIn(codes)}
      UNION
      SELECT o.code FROM below b
        CROSS JOIN LATERAL (SELECT p.code::text COLLATE "C" AS code FROM ${programs} p WHERE p.parent = b.code OFFSET 0) AS o
    ) SELECT code FROM below
  )`;
}
