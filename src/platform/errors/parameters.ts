import type { z } from 'zod';
import { DomainError } from '../../core/errors.ts';
import { FAULT_REASONS, type Fault, type FaultReason } from '../../core/fault.ts';
import { describeIssues } from './problem.ts';

/** As a schema says what it does not take; zod's own fields where the schema is one of zod's. */
export interface Issue {
  readonly message: string;
  readonly path?: readonly unknown[] | undefined;
  readonly code?: string | undefined;
  readonly format?: string;
  readonly keys?: readonly string[];
  readonly params?: { readonly reason?: unknown } | undefined;
}

/**
 * The parameters of an address as a schema reads them.
 *
 * @throws DomainError `REQUEST.INVALID` (call) with what is wrong with each parameter
 */
export function readParameters<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  throw invalidParameters(read.error.issues as readonly Issue[], given);
}

/** The error that says what a schema does not take of what was given. */
export function invalidParameters(issues: readonly Issue[], given: unknown): DomainError {
  return new DomainError('REQUEST.INVALID', describeIssues(issues), {
    kind: 'call',
    faults: issues.flatMap((issue) => faultsOf(issue, given)),
  });
}

function faultsOf(issue: Issue, given: unknown): readonly Fault[] {
  const fault = (parameter: string, reason: FaultReason): Fault => {
    const value = valueIn(given, parameter);
    // A schema that takes several says which of them is wrong.
    const at = issue.path?.[1];
    if (Array.isArray(value) && typeof at === 'number')
      return { parameter, reason, value: textOf(value[at]) };
    return { parameter, reason: Array.isArray(value) ? 'repeated' : reason, value: textOf(value) };
  };
  if (issue.keys !== undefined) return issue.keys.map((key) => fault(key, 'unknown-parameter'));
  return [fault(String(issue.path?.[0] ?? ''), reasonOf(issue))];
}

function reasonOf({ code, format, params }: Issue): FaultReason {
  if (code === 'invalid_format' && format === 'date') return 'not-a-day';
  return FAULT_REASONS.find((reason) => reason === params?.reason) ?? 'not-understood';
}

function valueIn(given: unknown, parameter: string): unknown {
  return typeof given === 'object' && given !== null && Object.hasOwn(given, parameter)
    ? (given as Record<string, unknown>)[parameter]
    : given;
}

function textOf(value: unknown): string {
  const [first] = [value].flat();
  return typeof first === 'string' ? first : '';
}
