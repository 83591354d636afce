import { type OneOrMore, valuesOf } from '../core/one-or-more.ts';

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
