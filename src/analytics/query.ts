import { z } from 'zod';
import { type Dimension, NOT_RECORDED, NOT_SPLIT } from '../core/aggregate.ts';
import { DomainError } from '../core/errors.ts';
import type { Facts, Filter } from '../core/facts.ts';
import { TRANSACTION_TYPES } from '../core/funding.ts';
import { LANGUAGES } from '../core/text.ts';
import { dayParameter } from '../platform/http/day.ts';
import { donorCodes } from './found.ts';

/** An empty field of a form is a filter that was not set. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

const code = z.string().trim().min(1).max(120);

const filterShape = {
  pillar: optional(code),
  country: optional(code),
  donor: optional(code),
  indicator: optional(code),
  program: optional(code),
  from: optional(dayParameter),
  to: optional(dayParameter),
  lang: optional(z.enum(LANGUAGES, { error: `takes one of ${LANGUAGES.join(', ')}` })),
};

const ordered = { error: 'must not be later than "to"', path: ['from'] };
const inOrder = ({ from, to }: { from?: string | undefined; to?: string | undefined }) =>
  from === undefined || to === undefined || from <= to;

/** The filters of every page. A misspelt parameter is refused: ignoring it would answer another question. */
export const pageQuery = z
  .strictObject({
    ...filterShape,
    /** Of a page as data: one block of it. */
    block: optional(code),
  })
  .refine(inOrder, ordered);

const DIMENSIONS = ['pillar', 'country', 'donor', 'program', 'year', 'month'] as const;
/** Anything that is not a dimension of its own is the code of a breakdown axis (`sex`, `mode`, `role` …). */
const dimension = z
  .string()
  .regex(/^[a-z0-9-]{1,60}$/, { error: `takes ${DIMENSIONS.join(', ')} or a breakdown axis such as sex` })
  .transform(
    (by): Dimension => ((DIMENSIONS as readonly string[]).includes(by) ? (by as Dimension) : `axis:${by}`),
  );

const kind = z.enum(['actual', 'target'], { error: 'takes actual or target' }).default('actual');

/** `GET /api/v1/totals` */
export const totalsQuery = z
  .strictObject({ ...filterShape, indicator: code, kind, by: dimension.default('country') })
  .refine(inOrder, ordered);

/** `GET /api/v1/funding` */
export const fundingQuery = z
  .strictObject({
    ...filterShape,
    type: z
      .enum(TRANSACTION_TYPES, { error: `takes one of ${TRANSACTION_TYPES.join(', ')}` })
      .default('disbursement'),
    by: dimension.default('donor'),
  })
  .refine(inOrder, ordered);

/** The rows behind a total: its query, and with `by` and `key` one row of it. */
export const rowsQuery = z
  .strictObject({
    ...filterShape,
    kind: optional(z.enum(['actual', 'target'], { error: 'takes actual or target' })),
    by: optional(dimension),
    key: optional(code),
    block: optional(code),
    cursor: optional(z.string().max(200)),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  })
  .refine(inOrder, ordered)
  .refine(({ by, key }) => (by === undefined) === (key === undefined), {
    error: 'goes with "key": name both or neither',
    path: ['by'],
  });

/** The transactions behind an amount. */
export const transactionsQuery = z
  .strictObject({
    ...filterShape,
    type: optional(z.enum(TRANSACTION_TYPES, { error: `takes one of ${TRANSACTION_TYPES.join(', ')}` })),
    by: optional(dimension),
    key: optional(code),
    block: optional(code),
  })
  .refine(inOrder, ordered)
  .refine(({ by, key }) => (by === undefined) === (key === undefined), {
    error: 'goes with "key": name both or neither',
    path: ['by'],
  });

type Narrowing = { readonly [Name in keyof Filter]?: Filter[Name] | undefined };

/**
 * The filter of a parsed query, with every code checked against the data: an unknown country is an error, not an
 * empty page that reads like a zero.
 *
 * @throws DomainError `FILTER.UNKNOWN_…` (call)
 */
export function filterOf(query: Narrowing, facts: Facts): Filter {
  const { pillar, country, donor, indicator, program, from, to } = query;
  const rest = [NOT_SPLIT, NOT_RECORDED];
  expect('pillar', pillar, [...facts.pillars.map((each) => each.code), ...rest]);
  expect('country', country, [...facts.places.map((each) => each.code), ...rest]);
  expect('donor', donor, [...donorCodes(facts), ...rest]);
  expect(
    'indicator',
    indicator,
    facts.indicators.map((each) => each.code),
  );
  expect(
    'program',
    program,
    facts.programs.map((each) => each.code),
  );
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

function expect(what: string, code: string | undefined, known: readonly string[]): void {
  if (code === undefined || known.includes(code)) return;
  const near = known.find((each) => each.toLowerCase() === code.toLowerCase());
  const some = known.slice(0, 6).join(', ');
  throw new DomainError(`FILTER.UNKNOWN_${what.toUpperCase()}`, `There is no ${what} "${code}".`, {
    kind: 'call',
    remedy: near === undefined ? `Known are ${some}${known.length > 6 ? ' …' : ''}` : `Did you mean ${near}?`,
  });
}
