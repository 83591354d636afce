import type { Scope } from '../access/index.ts';
import type { Facts } from '../core/facts.ts';
import { indexOf } from '../core/facts-index.ts';
import type { LocalText } from '../core/text.ts';

/**
 * The facts of a donor without the free text that names somebody who funds the same programme: a summary that says
 * "funded by Italy and Honduras" is not shown to either. What a donor is called is known from `all`.
 *
 * @example withoutCoFunders(italy, scopedFacts(italy, all), all) // NET-POL without the summary that names Honduras
 */
export function withoutCoFunders(scope: Scope, own: Facts, all: Facts): Facts {
  if (scope.kind !== 'donor') return own;
  const namesAnother = new Map(
    own.programs.map(({ code }) => [code, coFunderPattern(scope.organisations, code, all)]),
  );
  const kept = (program: string, text: LocalText | null) => {
    const pattern = namesAnother.get(program) ?? null;
    const named = pattern !== null && Object.values(text ?? {}).some((each) => pattern.test(each));
    return named ? null : text;
  };
  return {
    ...own,
    programs: own.programs.map((program) => ({
      ...program,
      summary: kept(program.code, program.summary),
      objectives: kept(program.code, program.objectives),
      beneficiaries: kept(program.code, program.beneficiaries),
      note: kept(program.code, program.note),
    })),
    results: own.results.map((result) => ({ ...result, note: kept(result.program, result.note) })),
    transactions: own.transactions.map((each) => ({ ...each, note: kept(each.program, each.note) })),
  };
}

/** Any name, in any language, and any abbreviation in brackets, of those who fund a programme beside `donors`. */
function coFunderPattern(donors: readonly string[], program: string, all: Facts): RegExp | null {
  const others = indexOf(all)
    .tree.effective(program)
    .funders.filter((funder) => !donors.includes(funder));
  const names = all.organisations
    .filter(({ code }) => others.includes(code))
    .flatMap(({ name }) => Object.values(name))
    .flatMap((name) => [
      name,
      name.replace(/\s*\([^)]*\)/g, ''),
      ...[...name.matchAll(/\(([^)]+)\)/g)].flatMap(([, inner]) => inner ?? []),
    ])
    .filter((name) => name.length > 1);
  if (names.length === 0) return null;
  const escaped = [...new Set(names)].map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'iu');
}
