import { asc, eq } from 'drizzle-orm';
import { EVERYTHING, readInScope, type Scope, scopeKey } from '../access/index.ts';
import type { Facts } from '../core/facts.ts';
import { REPORTING_CURRENCY } from '../core/funding.ts';
import { programsOfSeveralFunders } from '../core/readership.ts';
import { transactionsSeen } from '../funding/funding.table.ts';
import { transactionOf } from '../funding/index.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import { readRevision } from '../platform/database/revision.repository.ts';
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
import { evidenceSeen, resultParts, resultsSeen } from '../results/results.table.ts';
import { scopedFacts } from './scoped-facts.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** What figures are computed from, and the words for what they are broken down by. */
export interface Portfolio {
  readonly facts: Facts;
  readonly vocabulary: Vocabulary;
}

/** As many readers' portfolios as are kept; a donor's is small. */
const MOST_KEPT = 50;

/**
 * Reads the approved portfolio (rule 1), the one place that reads across features. A process keeps what it read for a
 * scope until the revision goes up, so that a page costs one small query; another process's change raises the revision
 * too.
 */
export class FactsRepository {
  private readonly kept = new Map<string, Portfolio>();

  constructor(private readonly db: Database) {}

  /** The facts of the newest revision, as `scope` may see them. Equal revisions give the same objects. */
  async read(scope: Scope): Promise<Portfolio> {
    const key = scopeKey(scope);
    const known = this.kept.get(key);
    if (known !== undefined && known.facts.revision === (await readRevision(this.db))) return known;
    const { facts, vocabulary } = await readInScope(this.db, scope, readPortfolio);
    // Who else funds a programme is not in a reader's facts; read after them, it is as new as they are.
    const all = scope.kind === 'all' ? facts : (await this.read(EVERYTHING)).facts;
    const read = { facts: scopedFacts(scope, facts, programsOfSeveralFunders(all)), vocabulary };
    this.keep(key, read);
    return read;
  }

  private keep(key: string, read: Portfolio): void {
    const now = this.kept.get(key);
    // Of two readings at once the newer one stays.
    if (now !== undefined && now.facts.revision > read.facts.revision) return;
    this.kept.delete(key);
    this.kept.set(key, read);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
  }
}

async function readPortfolio(tx: Transaction): Promise<Portfolio> {
  return {
    facts: {
      revision: await readRevision(tx),
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
  const rows = await tx.select().from(programsSeen).orderBy(asc(programsSeen.code));
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
  const rows = await tx
    .select()
    .from(resultsSeen)
    .where(eq(resultsSeen.status, 'approved'))
    .orderBy(asc(resultsSeen.id));
  const parts = await tx.select().from(resultParts).orderBy(asc(resultParts.axis), asc(resultParts.part));
  const proofs = await tx.select().from(evidenceSeen).orderBy(asc(evidenceSeen.position));
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
    noteFor: row.noteFor,
    approvedAt: row.approvedAt?.toISOString() ?? '',
    evidence: (proofsOf.get(row.id) ?? []).map(({ kind, title, titleFor, url }) => ({
      kind,
      title,
      titleFor,
      url,
    })),
  }));
}

async function readTransactions(tx: Transaction): Promise<Facts['transactions']> {
  const rows = await tx
    .select()
    .from(transactionsSeen)
    .where(eq(transactionsSeen.status, 'approved'))
    .orderBy(asc(transactionsSeen.id));
  return rows.map(transactionOf);
}
