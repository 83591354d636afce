import type { Dimension } from '../core/aggregate.ts';
import { axisOf } from '../core/dimension.ts';
import type { Filter } from '../core/facts.ts';
import { type OneOrMore, valuesOf } from '../core/one-or-more.ts';
import { isDay, monthOf } from '../core/period.ts';
import type { Language } from '../core/text.ts';
import type { ChosenTime } from '../web/url.ts';
import type { Links } from './view.ts';

/**
 * Links to the pages, as of the same moment. `origin` is empty on a page and the service's public address in a report or an e-mail.
 *
 * @param time that their reader has chosen, of which the pages are too that are about a time
 */
export function pageLinks(
  origin: string,
  lang: Language | undefined,
  asOf?: string,
  time: ChosenTime = {},
): Links {
  const page = (path: string, query: Query = {}) =>
    `${origin}${path}${queryString({ ...query, 'as-of': asOf, lang })}`;
  return {
    results: ({ filter, kind, by, key }) => page('/results', { ...filter, kind, ...rowOf(by, key) }),
    transactions: ({ filter, type, by, key }) =>
      page('/transactions', { ...filter, type, ...rowOf(by, key) }),
    result: (id) => page(`/results/${encodeURIComponent(id)}`),
    // What it was then is what it is.
    evidence: (piece) => `${origin}/evidence/${encodeURIComponent(piece)}`,
    transaction: (id) => page(`/transactions/${encodeURIComponent(id)}`),
    narrative: (id) => page(`/narratives/${encodeURIComponent(id)}`),
    program: (code) => page(`/programs/${encodeURIComponent(code)}`, time),
    country: (code) => page(`/countries/${encodeURIComponent(code)}`, time),
    donor: (code) => page(`/donors/${encodeURIComponent(code)}`, time),
    indicator: (code) => page(`/indicators/${encodeURIComponent(code)}`, time),
    // What there is to say of one pillar, the dashboard says, from every side.
    pillar: (code) => page('/', { pillar: code, ...time }),
    programs: (filter) => page('/programs', { ...filter, ...time }),
    proof: (what, filter) => `${origin}${proofPath(what, filter, asOf)}`,
  };
}

/**
 * The address under which a reader of paper finds the rows behind a figure: short enough to be typed, and made of what
 * stands beside it. Of a day that ends a month it names the month.
 *
 * @param what an indicator's code, `targets`, `programs` or a type of transactions
 * @example proofPath('officials-trained', { country: 'CR', to: '2017-06-30' }) // '/p/officials-trained/2017-06?country=CR'
 */
export function proofPath(what: string, { to = '', country, donor, pillar }: Filter, asOf?: string): string {
  const month = isDay(to) ? monthOf(to) : null;
  const until = month !== null && month.to === to ? month.key : to;
  const query = queryString({ country, donor, pillar, 'as-of': asOf });
  return `/p/${encodeURIComponent(what)}/${until}${query}`;
}

/** The same for programs: rows as JSON. */
export function apiLinks(lang: Language | undefined, asOf?: string): Links {
  const call = (path: string, query: Query = {}) =>
    `/api/v1${path}${queryString({ ...query, 'as-of': asOf, lang })}`;
  return {
    ...pageLinks('', lang, asOf),
    results: ({ filter, kind, by, key }) => call('/results', { ...filter, kind, ...rowOf(by, key) }),
    transactions: ({ filter, type, by, key }) =>
      call('/transactions', { ...filter, type, ...rowOf(by, key) }),
    program: (code) => call(`/programs/${encodeURIComponent(code)}`),
  };
}

/** For paper that does not know where the service is. */
export const noLinks: Links = {
  results: () => null,
  transactions: () => null,
  evidence: () => null,
  result: () => null,
  transaction: () => null,
  narrative: () => null,
  program: () => null,
  country: () => null,
  donor: () => null,
  indicator: () => null,
  pillar: () => null,
  programs: () => null,
  proof: () => null,
};

export type Query = Readonly<Record<string, OneOrMore | undefined>>;

/** `?pillar=…&lang=…` in the order given, or nothing where nothing is set. */
export function queryString(query: Query): string {
  const set = Object.entries(query).flatMap(([name, asked]) => valuesOf(asked).map((value) => [name, value]));
  return set.length === 0 ? '' : `?${new URLSearchParams(set)}`;
}

/** A dimension as it stands in an address: an axis by its bare code. */
export function dimensionName(by: Dimension): string {
  return axisOf(by) ?? by;
}

/** A filter as the parameters that it came from. */
export function filterQuery(filter: Filter): Query {
  const { pillar, country, donor, indicator, program, from, to } = filter;
  return { pillar, country, donor, indicator, program, from, to };
}

function rowOf(by: Dimension | undefined, key: string | undefined): Query {
  return by === undefined ? {} : { by: dimensionName(by), key };
}
