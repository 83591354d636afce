import { and, asc, eq, getViewSelectedFields, inArray, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { EVERYTHING, readInScope, readReportingCurrency, type Scope, scopeKey } from '../access/index.ts';
import type { Facts } from '../core/facts.ts';
import type { Names } from '../core/figures.ts';
import type { LocalText } from '../core/text.ts';
import { pastFacts } from '../core/visibility/past-facts.ts';
import { seesEverything } from '../core/visibility/scope.ts';
import { scopedFacts } from '../core/visibility/scoped-facts.ts';
import { transactionsSeen } from '../funding/funding.table.ts';
import { transactionOf } from '../funding/index.ts';
import { narrativeOf } from '../narratives/index.ts';
import { narrativesSeen } from '../narratives/narratives.table.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import { madeAt, type Revision, recordBegins, revisionAt } from '../platform/database/history.repository.ts';
import { readRevision } from '../platform/database/revision.repository.ts';
import { rowsOf } from '../platform/database/rows.ts';
import { organisations } from '../programs/organisations.table.ts';
import { memberships, places, regionCountries } from '../programs/places.table.ts';
import {
  pillars,
  programOrganisations,
  programPillars,
  programPlaces,
  programsSeen,
} from '../programs/programs.table.ts';
import { terms } from '../programs/terms.table.ts';
import { indicators } from '../results/indicators.table.ts';
import { baselineIn } from '../results/results.repository.ts';
import { evidenceSeen, resultParts, resultsSeen } from '../results/results.table.ts';
import { nothingSoEarly } from './as-of.ts';
import { Latest } from './latest.ts';
import { arrayOf } from './rows/conditions.repository.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** What figures are computed from, and the words for what they are broken down by. */
export interface Portfolio {
  readonly facts: Facts;
  readonly vocabulary: Vocabulary;
  /** When what is in it was last changed; null where there has never been anything. */
  readonly changedAt: Date | null;
}

/** As many readers' portfolios as are kept; a donor's is small. */
const MOST_KEPT = 50;
/** Of the past; the whole portfolio may be among them, once for each moment. */
const MOST_PAST_KEPT = 8;

/**
 * Reads the approved portfolio (rule 1), the one place that reads across features. A process keeps what it read for a
 * scope until the revision goes up, so that a page costs one small query; another process's change raises the revision
 * too.
 */
export class FactsRepository {
  private readonly kept = new Latest<Portfolio>(MOST_KEPT);
  private readonly past = new Latest<Portfolio>(MOST_PAST_KEPT);

  constructor(private readonly db: Database) {}

  /**
   * The facts as `scope` may see them: of the newest revision, or as they were known at a moment (rule 13). Equal
   * revisions give the same objects.
   *
   * @throws DomainError `AS_OF.TOO_EARLY` (call): nothing is recorded so early
   */
  async read(scope: Scope, asOf: Date | null = null): Promise<Portfolio> {
    if (asOf === null) return this.readNow(scope);
    const revision = await revisionAt(this.db, asOf);
    if (revision === null) throw nothingSoEarly(asOf, await recordBegins(this.db));
    return this.readRevision(scope, revision);
  }

  /** The facts as of a revision that was the newest a moment ago. */
  async readRevision(scope: Scope, revision: Revision): Promise<Portfolio> {
    const now = await this.readNow(scope);
    return revision.number === now.facts.revision ? now : this.readPast(scope, revision);
  }

  private async readNow(scope: Scope): Promise<Portfolio> {
    const key = scopeKey(scope);
    const newest = await readRevision(this.db);
    const known = this.kept.get(key, newest);
    if (known !== null) return known;
    const { facts, vocabulary } = await readInScope(this.db, scope, (tx) => readPortfolio(tx, scope));
    // Who else funds a programme is not in a reader's facts; read after them, it is as new as they are.
    const all = seesEverything(scope) ? facts : (await this.readNow(EVERYTHING)).facts;
    const read = {
      facts: scopedFacts(scope, facts, all),
      vocabulary,
      changedAt: await madeAt(this.db, facts.revision),
    };
    this.kept.keep(key, facts.revision, read);
    return read;
  }

  /** Kept until the newest revision goes up: what a reader may see of the past changes with the present. */
  private async readPast(scope: Scope, { number, at }: Revision): Promise<Portfolio> {
    const key = `${scopeKey(scope)} ${number}`;
    const all = (await this.readNow(EVERYTHING)).facts;
    const known = this.past.get(key, all.revision);
    if (known !== null) return known;
    const { facts, vocabulary } = await readInScope(this.db, scope, (tx) => readPortfolio(tx, scope), number);
    const read = { facts: pastFacts(scope, facts, all), vocabulary, changedAt: at };
    this.past.keep(key, all.revision, read);
    return read;
  }
}

/** The whole of what the database lets `scope` read; `FactsRepository` holds it to the application's rights too. */
export async function readPortfolio(tx: Transaction, scope: Scope): Promise<Omit<Portfolio, 'changedAt'>> {
  const { names, vocabulary } = await readNames(tx, scope);
  return {
    facts: {
      ...names,
      memberships: await tx.select().from(memberships).orderBy(asc(memberships.country)),
      programs: await readPrograms(tx),
      results: await readResults(tx),
      transactions: await readTransactions(tx),
      narratives: await readNarratives(tx),
    },
    vocabulary,
  };
}

/**
 * The facts by which the totals of some programmes are counted: theirs, those below them, and, for what may hold their
 * figures, those above.
 */
export async function readFactsAround(tx: Transaction, codes: readonly string[]): Promise<Facts> {
  const { names } = await readNames(tx, EVERYTHING);
  const around = await relatedPrograms(tx, codes);
  const idsOf = async (table: typeof resultsSeen | typeof transactionsSeen) => {
    const rows = await tx.select({ id: table.id }).from(table).where(among(table.program, around));
    return rows.map(({ id }) => id);
  };
  return {
    ...names,
    memberships: await tx.select().from(memberships).orderBy(asc(memberships.country)),
    programs: await readPrograms(tx, around),
    results: await readResults(tx, await idsOf(resultsSeen)),
    transactions: await readTransactions(tx, await idsOf(transactionsSeen)),
    narratives: [],
  };
}

/** Of which rows facts are read, and beside their programmes of which others. */
export interface RowsWanted {
  readonly results: readonly string[];
  /** Of the results those that another may hold. */
  readonly held: readonly string[];
  readonly transactions: readonly string[];
  readonly programs: readonly string[];
}

/** Until the transaction ends: to compile a statement on the past takes longer than to answer it. */
export const UNCOMPILED = sql`SELECT set_config('jit', 'off', true)`;

/** Some rows with their programmes and all above and below these, as `readPortfolio` has them; no texts. */
export async function readFactsOf(tx: Transaction, scope: Scope, wanted: RowsWanted): Promise<Facts> {
  await tx.execute(UNCOMPILED);
  const { names } = await readNames(tx, scope);
  return {
    ...names,
    memberships: await tx.select().from(memberships).orderBy(asc(memberships.country)),
    programs: await readPrograms(tx, await relatedPrograms(tx, wanted.programs)),
    results: await readResults(tx, wanted.results, wanted.held),
    transactions: await readTransactions(tx, wanted.transactions),
    narratives: [],
  };
}

/** Some programmes with all above and below them. */
async function relatedPrograms(tx: Transaction, codes: readonly string[]): Promise<readonly string[]> {
  const rows = await rowsOf<{ code: string }>(
    tx,
    sql`WITH RECURSIVE below(code) AS (
      SELECT ${programsSeen.code} FROM ${programsSeen} WHERE ${among(programsSeen.code, codes)}
      UNION SELECT p.code FROM ${programsSeen} p JOIN below b ON p.parent = b.code
    ), above(code, parent) AS (
      SELECT ${programsSeen.code}, ${programsSeen.parent} FROM ${programsSeen} WHERE ${among(programsSeen.code, codes)}
      UNION SELECT p.code, p.parent FROM ${programsSeen} p JOIN above a ON p.code = a.parent
    ) SELECT code::text FROM below UNION SELECT code::text FROM above`,
  );
  return rows.map(({ code }) => code);
}

/** The short lists and the words for what figures are broken down by, as whoever reads may see them. */
export async function readNames(
  tx: Transaction,
  scope: Scope,
): Promise<{ readonly names: Names; readonly vocabulary: Vocabulary }> {
  return {
    names: {
      revision: await readRevision(tx),
      reportingCurrency: await readReportingCurrency(tx),
      pillars: await tx.select().from(pillars).orderBy(asc(pillars.code)),
      places: await readPlaces(tx),
      organisations: await tx.select().from(organisations).orderBy(asc(organisations.code)),
      indicators: await tx
        .select()
        .from(indicators)
        .where(seesEverything(scope) ? undefined : isReported)
        .orderBy(asc(indicators.code)),
    },
    vocabulary: vocabularyOf(await tx.select().from(terms)),
  };
}

/**
 * What some indicators are called, by code: also those of which their reader sees no figure any more. Asked for those that the
 * reader was told of.
 */
export async function indicatorNames(
  db: Database,
  codes: readonly string[],
): Promise<ReadonlyMap<string, LocalText>> {
  if (codes.length === 0) return new Map();
  const { code, name } = indicators;
  const rows = await db
    .select({ code, name })
    .from(indicators)
    .where(inArray(code, [...codes]));
  return new Map(rows.map((row) => [row.code, row.name]));
}

/**
 * What nobody in sight reports is not offered: it would say that others do. (Each is looked for by itself, which finds its
 * first result; without the offset of nothing all results might be read at once.)
 */
const isReported = sql`EXISTS (SELECT FROM ${resultsSeen}
  WHERE ${resultsSeen.indicator} = ${indicators.code} AND ${resultsSeen.status} = 'approved' OFFSET 0)`;

async function readPlaces(tx: Transaction): Promise<Facts['places']> {
  const rows = await tx.select().from(places).orderBy(asc(places.code));
  const members = await tx.select().from(regionCountries).orderBy(asc(regionCountries.country));
  const byRegion = Map.groupBy(members, ({ region }) => region);
  return rows.map((row) => ({
    ...row,
    countries: (byRegion.get(row.code) ?? []).map(({ country }) => country),
  }));
}

/** All programmes, or those named, in order of code. */
export async function readPrograms(
  tx: Transaction,
  codes: readonly string[] | null = null,
): Promise<Facts['programs']> {
  const rows = await tx
    .select()
    .from(programsSeen)
    .where(among(programsSeen.code, codes))
    .orderBy(asc(programsSeen.code));
  const pillarShares = await tx
    .select()
    .from(programPillars)
    .where(among(programPillars.program, codes))
    .orderBy(asc(programPillars.pillar));
  const placeShares = await tx
    .select()
    .from(programPlaces)
    .where(among(programPlaces.program, codes))
    .orderBy(asc(programPlaces.place));
  const roles = await tx
    .select()
    .from(programOrganisations)
    .where(among(programOrganisations.program, codes))
    .orderBy(asc(programOrganisations.organisation), asc(programOrganisations.role));
  const pillarsOf = Map.groupBy(pillarShares, ({ program }) => program);
  const placesOf = Map.groupBy(placeShares, ({ program }) => program);
  const organisationsOf = Map.groupBy(roles, ({ program }) => program);
  return rows.map(({ startsOn, endsOn, ...row }) => ({
    ...row,
    start: startsOn,
    end: endsOn,
    pillars: (pillarsOf.get(row.code) ?? []).map(({ pillar, share }) => ({ code: pillar, share })),
    places: (placesOf.get(row.code) ?? []).map(({ place, share }) => ({ code: place, share })),
    organisations: (organisationsOf.get(row.code) ?? []).map(({ organisation, role }) => ({
      organisation,
      role,
    })),
  }));
}

/**
 * Approved figures, or those named, in order of id.
 *
 * @param held the only ones of them that another may hold: of the past it takes long to ask that of each
 */
export async function readResults(
  tx: Transaction,
  ids: readonly string[] | null = null,
  held: readonly string[] | null = null,
): Promise<Facts['results']> {
  const only = (column: AnyPgColumn) => among(column, ids);
  const rows = held === null ? await resultRows(tx, ids) : await resultRowsHolding(tx, ids, held);
  const parts = await tx
    .select()
    .from(resultParts)
    .where(only(resultParts.result))
    .orderBy(asc(resultParts.axis), asc(resultParts.part));
  const proofs = await tx
    .select()
    .from(evidenceSeen)
    .where(only(evidenceSeen.result))
    .orderBy(asc(evidenceSeen.position));
  const partsOf = Map.groupBy(parts, ({ result }) => result);
  const proofsOf = Map.groupBy(proofs, ({ result }) => result);
  return rows.map((row) => ({
    id: row.id,
    program: row.program,
    indicator: row.indicator,
    kind: row.kind,
    place: row.place,
    periodStart: row.periodStart,
    periodEnd: row.periodEnd,
    datePrecision: row.datePrecision,
    qualifier: row.qualifier,
    value: row.value,
    valueHigh: row.valueHigh,
    denominator: row.denominator,
    baseline: baselineIn(row),
    breakdown: (partsOf.get(row.id) ?? []).map(({ axis, part, value }) => ({ axis, part, value })),
    note: row.note,
    noteFor: row.noteFor,
    partOf: row.partOf,
    approvedAt: row.approvedAt?.toISOString() ?? '',
    evidence: (proofsOf.get(row.id) ?? []).map(({ kind, title, titleFor, url, piece }) => ({
      kind,
      title,
      titleFor,
      url,
      piece,
    })),
  }));
}

function resultRows(tx: Transaction, ids: readonly string[] | null) {
  return tx
    .select()
    .from(resultsSeen)
    .where(and(eq(resultsSeen.status, 'approved'), among(resultsSeen.id, ids)))
    .orderBy(asc(resultsSeen.id));
}

async function resultRowsHolding(tx: Transaction, ids: readonly string[] | null, held: readonly string[]) {
  const { partOf, ...columns } = getViewSelectedFields(resultsSeen);
  const isApproved = eq(resultsSeen.status, 'approved');
  const rows = await tx
    .select(columns)
    .from(resultsSeen)
    .where(and(isApproved, among(resultsSeen.id, ids)))
    .orderBy(asc(resultsSeen.id));
  const parts = await tx
    .select({ id: resultsSeen.id, partOf })
    .from(resultsSeen)
    .where(and(isApproved, among(resultsSeen.id, held)));
  const holders = new Map(parts.map((part) => [part.id, part.partOf]));
  return rows.map((row) => ({ ...row, partOf: holders.get(row.id) ?? null }));
}

/** Approved transactions, or those named, in order of id. */
export async function readTransactions(
  tx: Transaction,
  ids: readonly string[] | null = null,
): Promise<Facts['transactions']> {
  const rows = await tx
    .select()
    .from(transactionsSeen)
    .where(and(eq(transactionsSeen.status, 'approved'), among(transactionsSeen.id, ids)))
    .orderBy(asc(transactionsSeen.id));
  return rows.map(transactionOf);
}

/** Approved texts, of all programmes or of some, in order of id. */
export async function readNarratives(
  tx: Transaction,
  { programs = null, ids = null }: NarrativesWanted = {},
): Promise<Facts['narratives']> {
  const rows = await tx
    .select()
    .from(narrativesSeen)
    .where(
      and(
        eq(narrativesSeen.status, 'approved'),
        among(narrativesSeen.program, programs),
        among(narrativesSeen.id, ids),
      ),
    )
    .orderBy(asc(narrativesSeen.id));
  return rows.map(narrativeOf);
}

/** Null: all. */
interface NarrativesWanted {
  readonly programs?: readonly string[] | null;
  readonly ids?: readonly string[] | null;
}

/** Null: all. */
function among(column: AnyPgColumn, keys: readonly string[] | null): SQL | undefined {
  return keys === null
    ? undefined
    : sql`${column} = ANY (${arrayOf(keys, column.getSQLType() === 'uuid' ? 'uuid' : 'text')})`;
}
