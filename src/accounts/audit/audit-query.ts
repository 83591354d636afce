import { z } from 'zod';
import type { AuditFilter } from '../../access/index.ts';
import { DomainError } from '../../core/errors.ts';
import type { Fault } from '../../core/fault.ts';
import { isDay } from '../../core/period.ts';
import type { Day } from '../../core/program.ts';
import { LANGUAGES } from '../../core/text.ts';
import { instantOf } from '../../core/time-zone.ts';
import { readParameters } from '../../platform/errors/parameters.ts';
import { dayParameter } from '../../platform/http/day.ts';

/** An empty field of a form is a filter that was not set. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

/** `GET /audit`, and its data. A misspelt parameter is refused: ignoring it would show more than was asked for. */
export const auditQuery = z
  .strictObject({
    action: optional(
      z.string().regex(/^[a-z-]{1,40}\.[a-z-]{1,40}$/, { error: 'takes an action such as sign-in.refused' }),
    ),
    /** Id of an account or token, or a kind of actor. */
    actor: optional(z.string().regex(/^[\w-]{1,64}$/, { error: 'takes the id of an account or token' })),
    from: optional(dayParameter),
    /** The last day that is shown. */
    to: optional(dayParameter),
    /** Only entries older than the one with this number. */
    before: optional(z.coerce.number({ error: 'takes the number of an entry' }).int().min(1)),
    lang: optional(z.enum(LANGUAGES, { error: `takes one of ${LANGUAGES.join(', ')}` })),
  })
  .refine(
    ({ from, to }) => from === undefined || to === undefined || from <= to || !isDay(from) || !isDay(to),
    {
      error: 'must not be later than "to"',
      path: ['from'],
      params: { reason: 'after-end' },
    },
  );

export type AuditQuery = z.output<typeof auditQuery>;

/** What the query asks of the table; its days are days in `timeZone`, the last one included. */
export function auditFilterOf(
  { action, actor, from, to, before }: AuditQuery,
  timeZone: string,
): AuditFilter {
  return {
    action,
    actor,
    from: from === undefined ? undefined : midnight(from, 0, timeZone),
    to: to === undefined ? undefined : midnight(to, 1, timeZone),
    before,
  };
}

function midnight(text: Day, daysLater: number, timeZone: string): Date {
  const [year = 0, month = 1, first = 1] = text.split('-').map(Number);
  const wall = { year, month, day: first + daysLater, hour: 0, minute: 0, second: 0 };
  return new Date(instantOf(wall, timeZone));
}

/**
 * A query of the page, or what is wrong with it beside what was typed.
 *
 * @example readAuditQuery({ from: 'June' }) // { query: { from: 'June' }, faults: [{ parameter: 'from', reason: 'not-a-day', … }] }
 */
export function readAuditQuery(asked: Readonly<Record<string, unknown>>): {
  readonly query: AuditQuery;
  readonly faults: readonly Fault[];
} {
  try {
    return { query: readParameters(auditQuery, asked), faults: [] };
  } catch (error) {
    const faults = error instanceof DomainError ? error.options.faults : undefined;
    if (faults === undefined) throw error;
    const typed = (name: string) =>
      [asked[name]].flat().find((value): value is string => typeof value === 'string' && value !== '');
    const lang = LANGUAGES.find((language) => language === typed('lang'));
    const query = {
      action: typed('action'),
      actor: typed('actor'),
      from: typed('from'),
      to: typed('to'),
      lang,
    };
    return { query, faults };
  }
}
