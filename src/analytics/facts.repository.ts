import { asc, eq } from 'drizzle-orm';
import type { Scope } from '../access/index.ts';
import type { Facts } from '../core/facts.ts';
import { REPORTING_CURRENCY } from '../core/funding.ts';
import { transactions } from '../funding/funding.table.ts';
import { transactionOf } from '../funding/index.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import { readConsistently, readRevision } from '../platform/database/revision.repository.ts';
import { organisations } from '../programs/organisations.table.ts';
import { memberships, places, regionCountries } from '../programs/places.table.ts';
import {
  pillars,
  programOrganisations,
  programPillars,
  programPlaces,
  programs,
} from '../programs/programs.table.ts';
import { terms } from '../programs/terms.table.ts';
import { indicators } from '../results/indicators.table.ts';
import { evidence, resultParts, results } from '../results/results.table.ts';
import { scopedFacts } from './scoped-facts.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** What figures are computed from, and the words for what they are broken down by. */
export interface Portfolio {
  readonly facts: Facts;
  readonly vocabulary: Vocabulary;
}

/**
 * Reads the approved portfolio (rule 1), the one place that reads across features. A process keeps what it read until
 * the revision goes up, so that a page costs one small query; another process's change raises the revision too.
 */
export class FactsRepository {
  private kept: Portfolio | null = null;
  private readonly scoped = new WeakMap<Facts, Map<string, Facts>>();

  constructor(private readonly db: Database) {}

  /** The facts of the newest revision, as `scope` may see them. Equal revisions give the same objects. */
  async read(scope: Scope): Promise<Portfolio> {
    const { facts, vocabulary } = await this.current();
    return { facts: this.inScope(scope, facts), vocabulary };
  }

  private async current(): Promise<Portfolio> {
    if (this.kept !== null && this.kept.facts.revision === (await readRevision(this.db))) return this.kept;
    const read = await readConsistently(this.db, readPortfolio);
    // Of two readings at once the newer one stays.
    if (this.kept === null || this.kept.facts.revision < read.facts.revision) this.kept = read;
    return read;
  }

  private inScope(scope: Scope, facts: Facts): Facts {
    if (scope.kind === 'all') return facts;
    const known = this.scoped.get(facts) ?? new Map<string, Facts>();
    this.scoped.set(facts, known);
    const own = known.get(scope.organisation) ?? scopedFacts(scope, facts);
    known.set(scope.organisation, own);
    return own;
  }
}

async function readPortfolio(tx: Transaction, revision: number): Promise<Portfolio> {
  return {
    facts: {
      revision,
      reportingCurrency: REPORTING_CURRENCY,
      pillars: await tx.select().from(pillars).orderBy(asc(pillars.code)),
      places: await readPlaces(tx),
      memberships: await tx.select().from(memberships).orderBy(asc(memberships.country)),
      organisations: await tx.select().from(organisations).orderBy(asc(organisations.code)),
      programs: await readPrograms(tx),
      indicators: await tx.select().from(indicators).orderBy(asc(indicators.code)),
      results: await readResults(tx),
      transactions: await readTransactions(tx),
    },
    vocabulary: vocabularyOf(await tx.select().from(terms)),
  };
}

async function readPlaces(tx: Transaction): Promise<Facts['places']> {
  const rows = await tx.select().from(places).orderBy(asc(places.code));
  const members = await tx.select().from(regionCountries).orderBy(asc(regionCountries.country));
  const byRegion = Map.groupBy(members, ({ region }) => region);
  return rows.map((row) => ({
    ...row,
    countries: (byRegion.get(row.code) ?? []).map(({ country }) => country),
  }));
}

async function readPrograms(tx: Transaction): Promise<Facts['programs']> {
  const rows = await tx.select().from(programs).orderBy(asc(programs.code));
  const pillarShares = await tx.select().from(programPillars).orderBy(asc(programPillars.pillar));
  const placeShares = await tx.select().from(programPlaces).orderBy(asc(programPlaces.place));
  const roles = await tx.select().from(programOrganisations).orderBy(asc(programOrganisations.organisation));
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

async function readResults(tx: Transaction): Promise<Facts['results']> {
  const rows = await tx.select().from(results).where(eq(results.status, 'approved')).orderBy(asc(results.id));
  const parts = await tx.select().from(resultParts).orderBy(asc(resultParts.axis), asc(resultParts.part));
  const proofs = await tx.select().from(evidence).orderBy(asc(evidence.position));
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
    breakdown: (partsOf.get(row.id) ?? []).map(({ axis, part, value }) => ({ axis, part, value })),
    note: row.note,
    evidence: (proofsOf.get(row.id) ?? []).map(({ kind, title, url }) => ({ kind, title, url })),
  }));
}

async function readTransactions(tx: Transaction): Promise<Facts['transactions']> {
  const rows = await tx
    .select()
    .from(transactions)
    .where(eq(transactions.status, 'approved'))
    .orderBy(asc(transactions.id));
  return rows.map(transactionOf);
}
