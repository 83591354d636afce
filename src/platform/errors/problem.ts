import { HttpException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ZodError } from 'zod';
import type { DomainError } from '../../core/errors.ts';
import type { Fault, RowFault } from '../../core/fault.ts';
import { knownFailure } from './unavailable.ts';

/** What went wrong with a request, for people and programs alike (RFC 9457). */
export interface Problem {
  readonly status: number;
  /** Stable, `AREA.REASON`. */
  readonly code: string;
  /** What happened, in one sentence. */
  readonly detail: string;
  /** What the reader can do about it. */
  readonly remedy?: string;
  /** For the words in the reader's language: what they name, and what is wrong with which parameter. */
  readonly values?: DomainError['options']['values'];
  readonly faults?: readonly Fault[];
  /** Of several rows that were sent: what is wrong with which. */
  readonly errors?: readonly RowFault[];
  /** When it is worth trying again: seconds. */
  readonly retryAfterS?: number;
  /** Only of an unexpected error: names it in the log. */
  readonly id?: string;
}

/** Draws the page that people see in place of the one they asked for; given by the composition root. */
export type ErrorPage = (problem: Problem, request: FastifyRequest) => string;

const STATUS = {
  call: 400,
  'unknown-visitor': 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  refused: 422,
  'too-often': 429,
  broken: 503,
} as const;

/** What the framework refuses, in our words: its own may tell of what is inside. */
const REFUSED_BEFORE_US: Readonly<Record<number, Pick<Problem, 'code' | 'detail'>>> = {
  400: { code: 'REQUEST.INVALID', detail: 'The request cannot be read.' },
  401: { code: 'ACCESS.SIGN_IN', detail: 'This needs somebody who has signed in, or a token.' },
  403: { code: 'REQUEST.FORBIDDEN', detail: 'The request comes from another site.' },
  404: { code: 'REQUEST.NOT_FOUND', detail: 'There is nothing at this address.' },
  405: { code: 'REQUEST.METHOD', detail: 'This address does not take this method.' },
  413: { code: 'REQUEST.TOO_LARGE', detail: 'The request is too large.' },
  414: { code: 'REQUEST.TOO_LARGE', detail: 'The address is too long.' },
  415: { code: 'REQUEST.MEDIA_TYPE', detail: 'This address does not take content of this type.' },
};
const REFUSED = { code: 'REQUEST.REFUSED', detail: 'The request was refused.' };

/** The problem that an error stands for; null: nobody expected it, so only the log may say what it is. */
export function problemOf(error: unknown): Problem | null {
  const known = knownFailure(error);
  if (known !== null) {
    const { kind, remedy, values, faults, rows, retryAfterS } = known.options;
    return {
      status: STATUS[kind],
      code: known.code,
      detail: known.message,
      ...(remedy === undefined ? {} : { remedy }),
      ...(values === undefined ? {} : { values }),
      ...(faults === undefined ? {} : { faults }),
      ...(rows === undefined ? {} : { errors: rows }),
      ...(retryAfterS === undefined ? {} : { retryAfterS }),
    };
  }
  if (error instanceof ZodError) {
    return { status: 400, code: 'REQUEST.INVALID', detail: describeIssues(error.issues) };
  }
  const status = statusOf(error);
  return status === null ? null : { status, ...(REFUSED_BEFORE_US[status] ?? REFUSED) };
}

/** Nest's exceptions say their status with a method, Fastify's errors with a property; from 500 on they are ours. */
function statusOf(error: unknown): number | null {
  const status =
    error instanceof HttpException
      ? error.getStatus()
      : (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}

/**
 * One sentence that names each wrong parameter: `"from": takes a day; "pillar": takes one value`. Which of several values
 * of one it is, is not said.
 */
export function describeIssues(
  issues: readonly { readonly message: string; readonly path?: readonly unknown[] | undefined }[],
): string {
  return issues
    .map(({ path = [], message }) => {
      const named = path.filter((segment) => typeof segment !== 'number');
      return named.length > 0 ? `"${named.map(segmentName).join('.')}": ${message}` : message;
    })
    .join('; ');
}

function segmentName(segment: unknown): string {
  return String(typeof segment === 'object' && segment !== null && 'key' in segment ? segment.key : segment);
}
