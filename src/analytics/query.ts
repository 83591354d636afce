import { z } from 'zod';
import { type Dimension, NOT_RECORDED, NOT_SPLIT } from '../core/aggregate.ts';
import { COMPARISONS, isAskedPeriod } from '../core/asked-period.ts';
import { DomainError } from '../core/errors.ts';
import type { Filter } from '../core/facts.ts';
import type { Fault } from '../core/fault.ts';
import { TRANSACTION_TYPES } from '../core/funding.ts';
import { oneOrMore, valuesOf } from '../core/one-or-more.ts';
import { isDay } from '../core/period.ts';
import { SOME_KNOWN, type Spelling, spellingAmong } from '../core/spelling.ts';
import { LANGUAGES } from '../core/text.ts';
import { describeUnseen, firstUnseen } from '../core/unseen.ts';
import { dayParameter } from '../platform/http/day.ts';
import { asOfParameter } from './as-of.ts';
import type { View } from './view.ts';

/** The filters that people choose by a code, or by a name of what has it. */
export const CODE_NAMES = ['pillar', 'country', 'donor', 'indicator', 'program'] as const;
export type CodeName = (typeof CODE_NAMES)[number];

/** An empty field of a form is a filter that was not set. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

/** A code, a place with its `region:`, an axis; in the form in which files are read. */
const code = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .check(({ value, issues }) => {
    const unseen = firstUnseen(value);
    if (unseen === null) return;
    const message = `holds ${describeUnseen(unseen)}, which nobody can see`;
    issues.push({ code: 'custom', input: value, message });
  })
  .transform((text) => text.normalize('NFC'));

/** Far more of a kind than somebody picks by hand. */
const MOST_VALUES = 100;
/** Any of several: a parameter that stands more than once, of which empty fields are none. */
const codes = z
  .preprocess(
    (given) => [given].flat().filter((value) => value !== '' && value !== undefined),
    z.array(code).max(MOST_VALUES, { error: `takes at most ${MOST_VALUES} values` }),
  )
  .transform((values) => oneOrMore(values))
  .optional();

const period = z
  .string()
  .trim()
  .refine(isAskedPeriod, {
    error: 'takes a month (2017-06), a quarter (2017-Q2), a year (2017), FY2017, this-year, last-12-months …',
    params: { reason: 'not-a-period' },
  });

const filterShape = {
  pillar: codes,
  country: codes,
  donor: codes,
  indicator: codes,
  program: codes,
  from: optional(dayParameter),
  to: optional(dayParameter),
  /** A name for both days. */
  period: optional(period),
  /** As known at that moment; otherwise as known now. */
  'as-of': optional(asOfParameter),
  lang: optional(z.enum(LANGUAGES, { error: `takes one of ${LANGUAGES.join(', ')}` })),
};

const ordered = { error: 'must not be later than "to"', path: ['from'], params: { reason: 'after-end' } };
const inOrder = ({ from, to }: { from?: string | undefined; to?: string | undefined }) =>
  from === undefined || to === undefined || from <= to || !isDay(from) || !isDay(to);

const onlyOne = {
  error: 'goes without "from" and "to"',
  path: ['period'],
  params: { reason: 'beside-days' },
};
const isOnlyOne = ({ from, to, period: named }: Partial<Record<'from' | 'to' | 'period', unknown>>) =>
  named === undefined || (from === undefined && to === undefined);

/** Which rows of a list are read, and in which order. */
const listShape = {
  search: optional(z.string().trim().max(120)),
  cursor: optional(z.string().max(200)),
};
/** The first is the order in which a list stands unasked. */
export const PROGRAM_ORDERS = ['tree', 'newest'] as const;
export const RESULT_ORDERS = ['newest', 'period', 'value'] as const;
export const ENTRY_ORDERS = ['newest', 'value-date', 'amount'] as const;
const order = <Orders extends readonly [string, ...string[]]>(orders: Orders) =>
  optional(z.enum(orders, { error: `takes one of ${orders.join(', ')}` }));

/** The key of a column, behind a minus for the greatest first. */
const columnOrder = optional(
  z.string().regex(/^-?[a-z][a-z0-9_]{0,79}$/, { error: 'takes a column, or a minus and a column' }),
);

const kind = z.enum(['actual', 'target'], { error: 'takes actual or target' }).default('actual');

/** The filters of every page. A misspelt parameter is refused: ignoring it would answer another question. */
export const pageQuery = z
  .strictObject({
    ...filterShape,
    /** One block of it, by itself and whole. */
    block: optional(code),
  })
  .refine(inOrder, ordered)
  .refine(isOnlyOne, onlyOne);

/** The same of a page to read, one block of which may be ordered, searched and leafed through. */
export const blockQuery = pageQuery
  .safeExtend({
    ...listShape,
    /** The key of a column of that block, behind a minus for the greatest first. */
    order: columnOrder,
  })
  .refine(({ block, search }) => block !== undefined || search === undefined, {
    error: 'goes with "block"',
    path: ['search'],
  })
  .refine(({ block, order }) => block !== undefined || order === undefined, {
    error: 'goes with "block"',
    path: ['order'],
  });

const compare = optional(z.enum(COMPARISONS, { error: `takes one of ${COMPARISONS.join(', ')}` }));

/** A page whose figures stand beside those of another time. */
export const dashboardQuery = blockQuery.safeExtend({ compare });

/** `GET /methods/agreement` */
export const agreementQuery = blockQuery.safeExtend({ kind });

/** `GET /changes`: two moments, and which total of them. */
export const changesQuery = blockQuery.safeExtend({
  /** The earlier moment; `as-of` is the later. */
  since: optional(asOfParameter),
  /** The last day that counted at the earlier moment, where that was not its own day. */
  'to-then': optional(dayParameter),
  kind: optional(z.enum(['actual', 'target'], { error: 'takes actual or target' })),
  type: optional(z.enum(TRANSACTION_TYPES, { error: `takes one of ${TRANSACTION_TYPES.join(', ')}` })),
});

/** A list of programmes, which people may search and order. */
export const programsPageQuery = pageQuery.safeExtend({
  ...listShape,
  order: order(PROGRAM_ORDERS),
  /** For the pages that follow. */
  compare,
});

/** An index of all that there is of a kind, and what is called so of everything: they take a time, and no other filter. */
const everything = {
  from: filterShape.from,
  to: filterShape.to,
  period: filterShape.period,
  'as-of': filterShape['as-of'],
  lang: filterShape.lang,
  /** For the pages that follow. */
  compare,
};
export const indexQuery = z
  .strictObject({ ...everything, ...listShape, order: columnOrder, block: optional(code) })
  .refine(inOrder, ordered)
  .refine(isOnlyOne, onlyOne);
/** `GET /search` */
export const searchQuery = z
  .strictObject({ ...everything, q: optional(z.string().trim().max(120)) })
  .refine(inOrder, ordered)
  .refine(isOnlyOne, onlyOne);

const DIMENSIONS = ['pillar', 'country', 'donor', 'program', 'year', 'quarter', 'month'] as const;
/** Anything that is not a dimension of its own is the code of a breakdown axis (`sex`, `mode`, `role` …). */
const dimension = z
  .string()
  .regex(/^[a-z0-9-]{1,60}$/, { error: `takes ${DIMENSIONS.join(', ')} or a breakdown axis such as sex` })
  .transform(
    (by): Dimension => ((DIMENSIONS as readonly string[]).includes(by) ? (by as Dimension) : `axis:${by}`),
  );

/** `GET /api/v1/totals` */
export const totalsQuery = z
  .strictObject({ ...filterShape, indicator: code, kind, by: dimension.default('country') })
  .refine(inOrder, ordered)
  .refine(isOnlyOne, onlyOne);

/** `GET /api/v1/funding` */
export const fundingQuery = z
  .strictObject({
    ...filterShape,
    type: z
      .enum(TRANSACTION_TYPES, { error: `takes one of ${TRANSACTION_TYPES.join(', ')}` })
      .default('disbursement'),
    by: dimension.default('donor'),
  })
  .refine(inOrder, ordered)
  .refine(isOnlyOne, onlyOne);

const withKey = {
  error: 'goes with "key": name both or neither',
  path: ['by'],
  params: { reason: 'alone' },
};
const isWithKey = ({ by, key }: { by?: Dimension | undefined; key?: string | undefined }) =>
  (by === undefined) === (key === undefined);

/** The most rows of a page, be it of a list or of the API. */
const MOST_ROWS = 500;
/** The last row seen, as the answer before says it. */
const cursorParameter = optional(z.string().max(200));
const limitParameter = (usual: number) => z.coerce.number().int().min(1).max(MOST_ROWS).default(usual);
const inPages = { cursor: cursorParameter, limit: limitParameter(MOST_ROWS) };

/** `GET /api/v1/programs` */
export const programsQuery = z
  .strictObject({ ...filterShape, ...inPages })
  .refine(inOrder, ordered)
  .refine(isOnlyOne, onlyOne);

/** The rows behind a total: its query, and with `by` and `key` one row of it. */
export const rowsQuery = z
  .strictObject({
    ...filterShape,
    kind: optional(z.enum(['actual', 'target'], { error: 'takes actual or target' })),
    by: optional(dimension),
    key: optional(code),
    block: optional(code),
    cursor: cursorParameter,
    limit: limitParameter(100),
  })
  .refine(inOrder, ordered)
  .refine(isOnlyOne, onlyOne)
  .refine(isWithKey, withKey);

/** The same as a page, which people may order. */
export const rowsPageQuery = rowsQuery.safeExtend({ order: order(RESULT_ORDERS) });

const transactionsShape = {
  ...filterShape,
  type: optional(z.enum(TRANSACTION_TYPES, { error: `takes one of ${TRANSACTION_TYPES.join(', ')}` })),
  by: optional(dimension),
  key: optional(code),
};
/** The transactions behind an amount. */
export const transactionsQuery = z
  .strictObject({ ...transactionsShape, block: optional(code) })
  .refine(inOrder, ordered)
  .refine(isOnlyOne, onlyOne)
  .refine(isWithKey, withKey);

/** `GET /api/v1/transactions` */
export const transactionPagesQuery = z
  .strictObject({ ...transactionsShape, block: optional(code), ...inPages })
  .refine(inOrder, ordered)
  .refine(isOnlyOne, onlyOne)
  .refine(isWithKey, withKey);

/** The same as a page, which people may order and leaf through. */
export const transactionsPageQuery = transactionsQuery.safeExtend({
  order: order(ENTRY_ORDERS),
  cursor: listShape.cursor,
});

/** `GET /api/v1/suggestions` */
export const suggestionsQuery = z.strictObject({
  field: z.enum(CODE_NAMES, { error: `takes one of ${CODE_NAMES.join(', ')}` }),
  /** As far as it has been typed. */
  typed: z.string().trim().max(120).default(''),
  'as-of': filterShape['as-of'],
  lang: filterShape.lang,
});

type Narrowed = z.output<typeof pageQuery> & Pick<Partial<z.output<typeof dashboardQuery>>, 'compare'>;

/** What a query narrows by, without what else it asks for. */
export function narrowingOf(query: Narrowed): Narrowed {
  const { pillar, country, donor, indicator, program, from, to, period: name, compare, lang, block } = query;
  const asOf = query['as-of'];
  const named = {
    pillar,
    country,
    donor,
    indicator,
    program,
    from,
    to,
    period: name,
    compare,
    'as-of': asOf,
    lang,
    block,
  };
  return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined));
}

/** The filter of an address as it was typed, whether or not it can be read; of several days or periods the first. */
export function typedFilter(
  query: unknown,
): Filter & { readonly 'as-of'?: string; readonly period?: string } {
  const typed = new Map(Object.entries(query ?? {}));
  const valuesIn = (name: string) =>
    [typed.get(name)].flat().filter((value) => typeof value === 'string' && value !== '') as string[];
  const first = ['from', 'to', 'period', 'as-of'].map((name) => [name, valuesIn(name)[0]] as const);
  const all = CODE_NAMES.map((name) => [name, oneOrMore(valuesIn(name))] as const);
  return Object.fromEntries([...all, ...first].filter(([, value]) => value !== undefined));
}

type Narrowing = { readonly [Name in keyof Filter]?: Filter[Name] | undefined };

/**
 * The filter of a parsed query, with every code checked against the data: an unknown country is an error, not an
 * empty page that reads like a zero.
 *
 * @throws DomainError `FILTER.UNKNOWN_…` (call)
 */
export async function filterOf(query: Narrowing, portfolio: Codes): Promise<Filter> {
  const { pillar, country, donor, indicator, program, from, to } = query;
  const [unknown, ...others] = await unknownCodes(query, portfolio);
  if (unknown !== undefined) throw await unknownCode(unknown, others, portfolio);
  return {
    ...(pillar !== undefined && { pillar }),
    ...(country !== undefined && { country }),
    ...(donor !== undefined && { donor }),
    ...(indicator !== undefined && { indicator }),
    ...(program !== undefined && { program }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
}

/** Every code of a query that is unknown among what its reader may see, with the one that may be meant. */
export async function unknownCodes(query: Narrowing, portfolio: Codes): Promise<readonly UnknownCode[]> {
  const found = await Promise.all(
    CODE_NAMES.map(async (parameter): Promise<readonly UnknownCode[]> => {
      const spellings = valuesOf(query[parameter]).map(async (value): Promise<readonly UnknownCode[]> => {
        const { isKnown, near } = await spellingOf(parameter, value, portfolio);
        if (isKnown) return [];
        return [{ parameter, reason: 'unknown-code', value, ...(near !== null && { near }) }];
      });
      return (await Promise.all(spellings)).flat();
    }),
  );
  return found.flat();
}

type Codes = Pick<View, 'figures' | 'names'>;
type UnknownCode = Fault & { readonly parameter: CodeName };

async function unknownCode(
  first: UnknownCode,
  others: readonly UnknownCode[],
  portfolio: Codes,
): Promise<DomainError> {
  const { parameter, value, near } = first;
  const { some } = await spellingOf(parameter, value, portfolio);
  return new DomainError(UNKNOWN_CODES[parameter], `There is no ${parameter} "${value}".`, {
    kind: 'call',
    remedy:
      near === undefined
        ? `Known are ${some.slice(0, SOME_KNOWN).join(', ')}${some.length > SOME_KNOWN ? ' …' : ''}`
        : `Did you mean ${near}?`,
    faults: [first, ...others],
  });
}

async function spellingOf(name: CodeName, typed: string, { figures, names }: Codes): Promise<Spelling> {
  const rest = [NOT_SPLIT, NOT_RECORDED];
  const codes = (named: readonly { readonly code: string }[]) => named.map(({ code }) => code);
  switch (name) {
    case 'pillar':
      return spellingAmong([...codes(names.pillars), ...rest], typed);
    case 'country':
      return spellingAmong([...codes(names.places), ...rest], typed);
    case 'donor':
      return spellingAmong([...(await figures.codesInUse()).donors, ...rest], typed);
    case 'indicator':
      return spellingAmong(codes(names.indicators), typed);
    case 'program':
      return figures.programSpelling(typed);
  }
}

const UNKNOWN_CODES: Readonly<Record<CodeName, string>> = {
  pillar: 'FILTER.UNKNOWN_PILLAR',
  country: 'FILTER.UNKNOWN_COUNTRY',
  donor: 'FILTER.UNKNOWN_DONOR',
  indicator: 'FILTER.UNKNOWN_INDICATOR',
  program: 'FILTER.UNKNOWN_PROGRAM',
};
