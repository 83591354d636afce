import type { Facts } from '../facts.ts';
import { narrowerReadership } from '../readership.ts';
import { originalText, type Readership } from '../text.ts';
import { type Scope, seesEverything } from './scope.ts';
import { scopedFacts } from './scoped-facts.ts';
import { sightOf } from './visibility.ts';

/**
 * Facts of the past as a reader may see them: what it might see then, without what it may not see now. Rights are
 * today's: whoever no longer funds a programme reads nothing of it, a figure that was moved to another's programme is
 * out of sight, and a text is for those who might read it then and may read it now. Row-level security holds today's
 * rights too (drizzle/0007_history.sql).
 *
 * @param now all facts as they are today
 */
export function pastFacts(scope: Scope, past: Facts, now: Facts): Facts {
  return seesEverything(scope)
    ? scopedFacts(scope, past, past)
    : scopedFacts(scope, stillInSight(scope, past, now), now);
}

function stillInSight(scope: Scope, past: Facts, now: Facts): Facts {
  const { figures, shown, named, money } = sightOf(scope, now);
  const programsNow = byKey(now.programs, ({ code }) => code);
  const resultsNow = byKey(now.results, ({ id }) => id);
  const transactionsNow = byKey(now.transactions, ({ id }) => id);
  const narrativesNow = byKey(now.narratives, ({ id }) => id);
  const isInSight = (amount: Facts['transactions'][number]) =>
    programsNow.has(amount.program) && money(amount);
  const programs = past.programs.filter(({ code }) => named.has(code));
  const stillThere = new Set(programs.map(({ code }) => code));
  return {
    ...past,
    programs: programs.map((program) => {
      const today = programsNow.get(program.code);
      return {
        ...program,
        // What stood above it then, and may not be named now, is not.
        parent: program.parent !== null && stillThere.has(program.parent) ? program.parent : null,
        summaryFor: narrower(program, today, 'summaryFor'),
        objectivesFor: narrower(program, today, 'objectivesFor'),
        beneficiariesFor: narrower(program, today, 'beneficiariesFor'),
        noteFor: narrower(program, today, 'noteFor'),
      };
    }),
    results: past.results
      .filter(
        ({ id, program }) => figures.has(program) && figures.has(resultsNow.get(id)?.program ?? program),
      )
      .map((result) => {
        const today = resultsNow.get(result.id);
        return {
          ...result,
          noteFor: narrower(result, today, 'noteFor'),
          evidence: result.evidence.map((proof, place) => ({
            ...proof,
            titleFor: narrower(proof, sameProof(proof, today?.evidence ?? [], place), 'titleFor'),
          })),
        };
      }),
    transactions: past.transactions
      .filter((each) => isInSight(each) && isInSight(transactionsNow.get(each.id) ?? each))
      .map((each) => ({ ...each, noteFor: narrower(each, transactionsNow.get(each.id), 'noteFor') })),
    narratives: past.narratives
      .filter(({ id, program }) => shown.has(program) && shown.has(narrativesNow.get(id)?.program ?? program))
      .map((narrative) => {
        const today = narrativesNow.get(narrative.id);
        return {
          ...narrative,
          textFor: narrower(narrative, today, 'textFor'),
          sheetFor: narrower(narrative, today, 'sheetFor'),
        };
      }),
  };
}

type Proof = Facts['results'][number]['evidence'][number];

/** The evidence that today says the same, or else stands in the same place. */
function sameProof({ title }: Proof, today: readonly Proof[], place: number): Proof | undefined {
  return today.find((each) => originalText(each.title) === originalText(title)) ?? today[place];
}

/** Whose a text was and is. Of a row that is gone nobody has said anything since. */
function narrower<Name extends string>(
  then: { readonly [Key in Name]: Readership | null },
  now: { readonly [Key in Name]: Readership | null } | undefined,
  name: Name,
): Readership | null {
  return now === undefined ? then[name] : narrowerReadership(then[name], now[name]);
}

function byKey<Row>(rows: readonly Row[], key: (row: Row) => string): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [key(row), row]));
}
