import { z } from 'zod';
import { MOST_PEOPLE } from '../../core/entry/reminder.ts';
import { ENTRY_KINDS, SUBMISSION_STATUSES } from '../../core/entry/submission.ts';
import { DomainError } from '../../core/errors.ts';
import type { RowFault } from '../../core/fault.ts';
import type { ImportKind } from '../../platform/csv/import-kind.ts';
import { checkNamedCells } from '../../platform/csv/table.ts';
import { DECIMAL_SIGNS, type DecimalSign } from '../../platform/csv/written-number.ts';
import type { EnteredRow } from '../plan-entered.ts';
import { faultOf } from './row-faults.ts';

/** As many as a file that is brought to the page. */
const MOST_ROWS = 2_000;
/** As many as are decided at once on the page. */
const MOST_DECIDED = 1_000;

const cell = z
  .string({ error: 'takes texts, numbers too: "45", "3.5"' })
  .max(20_000, { error: 'takes at most 20,000 characters' })
  .describe('As a cell of a file: a number or a day is a text, and an empty text empties the cell.');

const cells = z
  .record(z.string().min(1).max(80), cell)
  .describe(
    'The columns of a file of the kind (docs/interfaces.md, or GET /api/v1/templates/KIND.xlsx). A column that is left out is not changed.',
  );

const decimal = z
  .enum(DECIMAL_SIGNS, { error: `takes ${DECIMAL_SIGNS.join(' or ')}` })
  .default('point')
  .describe('Which sign stands before decimals in the cells.');

const accepts = z
  .boolean({ error: 'takes true or false' })
  .default(false)
  .describe('What is odd about a value, such as ten times the one before it, is meant.');

const rowShape = {
  cells,
  twin: z
    .enum(['same', 'another'], { error: 'takes same or another' })
    .optional()
    .describe(
      'Of a row that looks like another figure: "same" corrects that figure, "another" counts both. As --same and --another of the command.',
    ),
  twinRef: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe(
      'With "same": the ref of the figure that it is, where another one is meant than it was shown beside.',
    ),
};

/** One row, and what its program says of it. */
export const rowBody = z.strictObject({ ...rowShape, decimal });

/** Rows of one kind that are entered together. */
export const rowsBody = z.strictObject({
  kind: z.enum(ENTRY_KINDS, { error: `takes one of ${ENTRY_KINDS.join(', ')}` }),
  rows: z
    .array(z.strictObject(rowShape), { error: 'takes a list of rows' })
    .min(1, { error: 'takes a row at least' })
    .max(MOST_ROWS, { error: `takes ${MOST_ROWS} rows at most` }),
  state: z
    .enum(['submitted', 'draft'], { error: 'takes submitted or draft' })
    .default('submitted')
    .describe('A draft may be wrong, or half of one, and nobody else sees it.'),
  decimal,
  accepts,
});

export const submitBody = z.strictObject({ accepts }).prefault({});
export const nothingBody = z.strictObject({}).prefault({});

const comment = z.string().max(2_000, { error: 'takes at most 2000 characters' });
export const returnBody = z.strictObject({ comment: comment.describe('Why: its author reads it.') });
export const undoBody = z.strictObject({ reason: comment.default('') }).prefault({});

const ids = z
  .array(z.uuid({ error: 'takes ids of submissions' }), { error: 'takes a list of ids' })
  .min(1, { error: 'takes an id at least' })
  .max(MOST_DECIDED, { error: `takes ${MOST_DECIDED} ids at most` });
export const previewBody = z.strictObject({ ids });
export const approveBody = z.strictObject({
  ids,
  digest: z
    .string({ error: 'takes the digest of the preview' })
    .min(1)
    .max(100)
    .describe('Of the preview: where anything of it has changed since, nothing is approved.'),
});
export const remindBody = z.strictObject({
  to: z
    .array(z.uuid({ error: 'takes ids of accounts' }), { error: 'takes a list of accounts' })
    .max(MOST_PEOPLE, { error: `takes ${MOST_PEOPLE} accounts at most` })
    .describe('Accounts of the preview.'),
  again: z
    .boolean({ error: 'takes true or false' })
    .default(false)
    .describe('Those who were reminded in the last days are reminded again.'),
  digest: z
    .string({ error: 'takes the digest of the preview' })
    .min(1)
    .max(100)
    .describe('Of the preview: where an e-mail would say something else by now, nothing is sent.'),
});
export const closeBody = z.strictObject({
  through: z
    .string({ error: 'takes a day such as 2017-06-30' })
    .max(20)
    .describe('All periods that end by this day are closed.'),
});

/** A file of rows, in a form. */
export const fileBody = z.strictObject({
  kind: z.enum(ENTRY_KINDS, { error: `takes one of ${ENTRY_KINDS.join(', ')}` }),
  decimal: z
    .enum(DECIMAL_SIGNS, { error: `takes ${DECIMAL_SIGNS.join(' or ')}` })
    .optional()
    .describe('Which sign stands before decimals; without it, what can be read two ways is asked about.'),
  file: z
    .unknown()
    .refine((given) => given instanceof Uint8Array, { error: 'takes a file, in multipart/form-data' })
    .transform((given) => given as Uint8Array)
    .meta({
      type: 'string',
      format: 'binary',
      description: 'CSV or XLSX, in multipart/form-data, with its name.',
    }),
  'file.name': z.string().max(1_000).optional().meta({ description: 'As the form says it, with the file.' }),
});
export type FileBody = z.output<typeof fileBody>;

/** What a program says of rows of a file that look like others. */
export const answersBody = z.strictObject({
  all: z
    .enum(['same', 'another'], { error: 'takes same or another' })
    .optional()
    .describe('Of all that are not answered by their line.'),
  lines: z
    .array(
      z.strictObject({
        line: z.int().min(1),
        answer: z.enum(['same', 'another'], { error: 'takes same or another' }),
        ref: z.string().min(1).max(200).optional().describe('With "same": which figure it is.'),
      }),
    )
    .max(MOST_ROWS, { error: `takes ${MOST_ROWS} lines at most` })
    .default([]),
});
export const digestBody = z.strictObject({
  digest: z
    .string({ error: 'takes the digest of the check' })
    .min(1)
    .max(100)
    .describe('Of the check that was seen: where it comes to something else by now, it waits again.'),
});
export const faultsQuery = z.strictObject({
  after: z.coerce.number().int().min(0).default(0).describe('The line after which they begin.'),
  limit: z.coerce
    .number({ error: 'takes a number' })
    .int()
    .min(1, { error: 'takes 1 to 500' })
    .max(500, { error: 'takes 1 to 500' })
    .default(100),
});

const limit = z.coerce
  .number({ error: 'takes a number' })
  .int()
  .min(1, { error: 'takes 1 to 500' })
  .max(500, { error: 'takes 1 to 500' })
  .default(100)
  .describe('So many rows at once, 500 at most.');
const cursor = z
  .uuid({ error: 'takes the nextCursor of a page' })
  .optional()
  .describe('The nextCursor of the page before.');
export const waitingQuery = z.strictObject({ cursor, limit });
export const ownQuery = z.strictObject({
  state: z
    .enum(SUBMISSION_STATUSES, { error: `takes one of ${SUBMISSION_STATUSES.join(', ')}` })
    .optional()
    .describe('Without it, all.'),
  cursor,
  limit,
});

interface GivenRow {
  readonly cells: Readonly<Record<string, string>>;
  readonly twin?: 'same' | 'another' | undefined;
  readonly twinRef?: string | undefined;
}

/** A row as a form would hand it on: its cells without blanks around them, in Unicode's composed form. */
export function enteredRow(
  { cells: given, twin = undefined, twinRef }: GivenRow,
  sign: DecimalSign,
): EnteredRow {
  return {
    cells: Object.fromEntries(
      Object.entries(given).map(([column, text]) => [column, text.trim().normalize('NFC')]),
    ),
    decimal: sign,
    twin: twin ?? null,
    twinRef: twin === 'same' ? (twinRef ?? null) : null,
  };
}

/** What no file of the kind could say, row by row. */
export function unreadable({ columns }: ImportKind, rows: readonly EnteredRow[]): readonly RowFault[] {
  return rows.flatMap(({ cells: said }, index) =>
    checkNamedCells({ line: index + 1, cells: said }, columns).map(faultOf),
  );
}

/**
 * The version that a program has seen of what it changes.
 *
 * @param header `If-Match`, as the `ETag` of the answer had it
 * @throws DomainError `REQUEST.NO_VERSION` (call)
 * @example versionOf('"3"') // 3
 */
export function versionOf(header: string | undefined): number {
  const [, version] = /^\s*"?(\d{1,9})"?\s*$/.exec(header ?? '') ?? [];
  if (version !== undefined) return Number(version);
  throw new DomainError('REQUEST.NO_VERSION', 'The header If-Match does not say which version was seen.', {
    kind: 'call',
    remedy: 'Send the ETag with which it was read, such as If-Match: "3".',
  });
}

/** What is no id is nobody's. @throws DomainError `ENTRY.UNKNOWN` (missing) */
export function idOf(given: string): string {
  if (z.uuid().safeParse(given).success) return given;
  throw new DomainError('ENTRY.UNKNOWN', 'That is no submission.', { kind: 'missing' });
}
