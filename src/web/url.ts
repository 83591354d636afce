import { COMPARISONS, isAskedPeriod } from '../core/asked-period.ts';
import { type OneOrMore, valuesOf } from '../core/one-or-more.ts';
import { isDay } from '../core/period.ts';

/** An address inside the service: path, query and fragment, as in `/countries/CR?lang=es`. */
export type Url = string;

/**
 * The address with some parameters changed, and the others as they were; null takes one away, and of a list each value
 * stands by itself.
 *
 * @example withParameters('/?pillar=democracy&lang=es', { pillar: null, from: '2017-01-01' }) // '/?lang=es&from=2017-01-01'
 */
export function withParameters(url: Url, changes: Readonly<Record<string, OneOrMore | null>>): Url {
  const { pathname, searchParams, hash } = parse(url);
  for (const [name, value] of Object.entries(changes)) {
    const [first, ...others] = valuesOf(value ?? undefined);
    if (first === undefined) searchParams.delete(name);
    else searchParams.set(name, first);
    for (const other of others) searchParams.append(name, other);
  }
  const query = searchParams.toString();
  return `${pathname}${query && `?${query}`}${hash}`;
}

/**
 * Another page's address, in the language that the reader chose on this one; where none was chosen the browser's
 * preference goes on deciding.
 *
 * @example pageFrom('/?lang=pt&pillar=democracy', '/methods') // '/methods?lang=pt'
 */
export function pageFrom(url: Url, path: string): Url {
  return withParameters(path, { lang: parse(url).searchParams.get('lang') });
}

/**
 * Another page of figures, in the same language and as of the same moment.
 *
 * @example figuresFrom('/?as-of=2017-06-30&country=CR', '/programs') // '/programs?as-of=2017-06-30'
 */
export function figuresFrom(url: Url, path: string): Url {
  return withParameters(pageFrom(url, path), { 'as-of': parse(url).searchParams.get('as-of') });
}

/** Pages that are about a time that their reader may choose; of lists of rows the days are what they are rows of. */
const OF_A_TIME = /^\/($|(dashboard|money|countries|donors|indicators|programs|search)($|[./]))/;

/** A time as an address names it, and beside which other time its figures stand. */
export type ChosenTime = Readonly<Partial<Record<'period' | 'from' | 'to' | 'compare', string>>>;

/**
 * The time that the reader of a page has chosen, as far as it can be read; nothing where none was chosen.
 *
 * @example chosenTime('/?period=2017&country=CR') // { period: '2017' }
 */
export function chosenTime(url: Url): ChosenTime {
  const { pathname, searchParams } = parse(url);
  if (!OF_A_TIME.test(pathname)) return {};
  const [period, from, to, compare] = ['period', 'from', 'to', 'compare'].map((name) => {
    const [value, ...others] = searchParams.getAll(name);
    return others.length > 0 || value === '' ? undefined : value;
  });
  const [first, last] = [from, to].map((day) => (day !== undefined && isDay(day) ? day : undefined));
  const isInOrder = first === undefined || last === undefined || first <= last;
  return {
    ...(period !== undefined && isAskedPeriod(period)
      ? { period }
      : isInOrder && {
          ...(first !== undefined && { from: first }),
          ...(last !== undefined && { to: last }),
        }),
    ...(COMPARISONS.some((how) => how === compare) && { compare: compare as string }),
  };
}

/**
 * Another page of figures, of the same time too.
 *
 * @example sameTimeFrom('/?period=2017&country=CR', '/countries') // '/countries?period=2017'
 */
export function sameTimeFrom(url: Url, path: string): Url {
  return withParameters(figuresFrom(url, path), chosenTime(url));
}

/** The path of an address, without its query. */
export function pathOf(url: Url): string {
  return parse(url).pathname;
}

/** The names and values of an address's query, in order. */
export function parametersOf(url: Url): readonly (readonly [string, string])[] {
  return [...parse(url).searchParams];
}

function parse(url: Url): URL {
  // Only the path, query and fragment are used: the origin is a stand-in that URL insists on.
  return new URL(url, 'http://service.invalid');
}
