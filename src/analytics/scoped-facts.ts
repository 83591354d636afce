import type { Scope } from '../access/index.ts';
import { donorOf } from '../core/attribution.ts';
import type { Facts } from '../core/facts.ts';
import { indexOf } from '../core/facts-index.ts';

/**
 * The facts as a reader may see them. A donor sees the programmes that it funds, with those above them for their
 * names, the results of these programmes, and its own transactions; another donor's money is not in its facts at all.
 *
 * @example scopedFacts({ kind: 'donor', organisation: 'canada' }, facts).results // the 45 of TOUR-AG; the experts of CARGO-CL
 */
export function scopedFacts(scope: Scope, facts: Facts): Facts {
  if (scope.kind === 'all') return facts;
  const { tree } = indexOf(facts);
  const funded = new Set(
    facts.programs
      .filter(({ code }) => tree.effective(code).funders.includes(scope.organisation))
      .map(({ code }) => code),
  );
  const own = facts.transactions.filter(
    ({ provider, program }) => donorOf(provider, tree.effective(program)) === scope.organisation,
  );
  const shown = new Set([...funded, ...own.map(({ program }) => program)]);
  const named = new Set(
    [...shown].flatMap((code) => [code, ...tree.ancestors(code).map((above) => above.code)]),
  );
  return {
    ...facts,
    programs: facts.programs.filter(({ code }) => named.has(code)),
    results: facts.results.filter(({ program }) => funded.has(program)),
    transactions: own,
  };
}
