import { DomainError } from '../core/errors.ts';
import type { Filter } from '../core/facts.ts';
import type { Fault } from '../core/fault.ts';
import { type OneOrMore, oneOrMore, valuesOf } from '../core/one-or-more.ts';
import { folded } from '../core/search.ts';
import { LANGUAGES, type LocalText } from '../core/text.ts';
import { formats } from '../web/i18n/formats.ts';
import { CODE_NAMES, type CodeName, unknownCodes } from './query.ts';
import type { View } from './view.ts';

export type Typed = { readonly [Name in keyof Filter]?: Filter[Name] | undefined };

/** A part of a name must be so long before it stands for all of it. */
const SHORTEST_PART = 3;
/** So many names are told to whoever typed what several begin with. */
const MOST_MEANT = 6;
/** Among so many programmes in which the words of a name are found, the one that is called so is looked for. */
const MOST_PROGRAMS = 50;

/**
 * A query in which names stand for their codes, as people type them where there are too many to choose from: a name in any
 * language, without accents or capitals, or a part of one that only one thing has. What is a code already stays, and so
 * does what nothing is called; what several things are called is a fault, which names them.
 *
 * @example codesForNames({ country: 'república dom', from: '2017-01-01' }, portfolio) // country 'DO', no fault
 */
export async function codesForNames<Query extends Typed>(
  query: Query,
  portfolio: Pick<View, 'figures' | 'names'>,
): Promise<{ readonly query: Query; readonly faults: readonly Fault[] }> {
  const codes: Partial<Record<CodeName, OneOrMore>> = {};
  const faults: Fault[] = [];
  for (const parameter of CODE_NAMES) {
    const read: string[] = [];
    for (const value of valuesOf(query[parameter])) {
      const meant = await codesMeant(parameter, value, portfolio);
      read.push(meant.length === 1 && meant[0] !== undefined ? meant[0].code : value);
      if (meant.length < 2) continue;
      const near = meant.slice(0, MOST_MEANT).map(({ code, names }) => `${names[0] ?? code} (${code})`);
      faults.push({ parameter, reason: 'several', value, near: near.join(', ') });
    }
    const asked = oneOrMore(read);
    if (asked !== undefined) codes[parameter] = asked;
  }
  return { query: { ...query, ...codes }, faults };
}

/** What is called as was typed; none: it is a code already, or nobody's name. */
async function codesMeant(
  parameter: CodeName,
  value: string,
  portfolio: Pick<View, 'figures' | 'names'>,
): Promise<readonly NamedCode[]> {
  const choices =
    parameter === 'program' ? await programsFor(value, portfolio) : await choicesFor(parameter, portfolio);
  return choices.some(({ code }) => code === value) ? [] : meantBy(choices, value);
}

/**
 * The query of a page with codes in place of names.
 *
 * @throws DomainError `REQUEST.INVALID` (call) where several are called so, with everything that is wrong
 */
export async function withCodes<Query extends Typed>(
  query: Query,
  portfolio: Pick<View, 'figures' | 'names'>,
): Promise<Query> {
  const { query: codes, faults } = await codesForNames(query, portfolio);
  const [first] = faults;
  if (first === undefined) return codes;
  throw new DomainError('REQUEST.INVALID', `${first.parameter}: several are called "${first.value}"`, {
    kind: 'call',
    remedy: `Name one of ${first.near}.`,
    faults: await faultsOfCodes(query, portfolio),
  });
}

/** What is wrong with the codes and names of a filter: several are called so, or nothing is. */
export async function faultsOfCodes(
  query: Typed,
  portfolio: Pick<View, 'figures' | 'names'>,
): Promise<readonly Fault[]> {
  const { query: codes, faults } = await codesForNames(query, portfolio);
  const unclear = new Set(faults.map(({ parameter }) => parameter));
  const unknown = await unknownCodes(codes, portfolio);
  return [...faults, ...unknown.filter(({ parameter }) => !unclear.has(parameter))];
}

/** A code with what it is called, in all languages. */
export interface NamedCode {
  readonly code: string;
  readonly names: readonly string[];
}

/**
 * What a field says where a code is chosen: its label, or the code where the label alone would not find it.
 *
 * @example typedAs(donors, 'canada', 'Canada') // 'Canada'; 'canada' where another is called so too
 */
export function typedAs(choices: readonly NamedCode[], code: string, label: string): string {
  const meant = meantBy(choices, label);
  const isAlone = meant.length === 1 && meant[0]?.code === code;
  return isAlone && !choices.some((each) => each.code === label) ? label : code;
}

function meantBy(choices: readonly NamedCode[], typed: string): readonly NamedCode[] {
  const text = folded(typed.trim());
  const called = choices.filter(({ names }) => names.some((name) => folded(name) === text));
  if (called.length > 0 || text.length < SHORTEST_PART) return called;
  return choices.filter(({ names }) => names.some((name) => folded(name).includes(text)));
}

/** The programmes of which something is called so, or the one whose code it is. */
async function programsFor(
  typed: string,
  { figures }: Pick<View, 'figures' | 'names'>,
): Promise<readonly NamedCode[]> {
  if ((await figures.programSpelling(typed)).isKnown) return [{ code: typed, names: [] }];
  if (folded(typed.trim()).length < SHORTEST_PART) return [];
  const query = { filter: {}, begunBy: null, search: typed, inOrderOf: 'code' } as const;
  const { rows } = await figures.programs(query, { limit: MOST_PROGRAMS });
  return rows.map(({ code, title }) => ({ code, names: Object.values(title) }));
}

/** All that a filter can be of, as far as its reader may see. */
export async function choicesFor(
  parameter: Exclude<CodeName, 'program'>,
  { figures, names }: Pick<View, 'figures' | 'names'>,
): Promise<readonly NamedCode[]> {
  const named = (all: readonly { readonly code: string; readonly name: LocalText }[]) =>
    all.map(({ code, name }) => ({ code, names: Object.values(name) }));
  switch (parameter) {
    case 'pillar':
      return named(names.pillars);
    case 'indicator':
      return named(names.indicators);
    case 'donor': {
      const donors = new Set((await figures.codesInUse()).donors);
      return named(names.organisations).filter(({ code }) => donors.has(code));
    }
    case 'country':
      return names.places.map((place) => ({
        code: place.code,
        names: [
          ...Object.values(place.name ?? {}),
          ...LANGUAGES.map((language) => formats(language).place(place)),
        ],
      }));
  }
}
