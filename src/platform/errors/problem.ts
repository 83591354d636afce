import { HttpException } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ZodError } from 'zod';
import type { DomainError } from '../../core/errors.ts';
import type { Fault } from '../../core/fault.ts';
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
  refused: 422,
  'too-often': 429,
  broken: 503,
} as const;

const HTTP_CODES: Readonly<Record<number, string>> = {
  400: 'REQUEST.INVALID',
  401: 'ACCESS.SIGN_IN',
  403: 'REQUEST.FORBIDDEN',
  404: 'REQUEST.NOT_FOUND',
  405: 'REQUEST.METHOD',
  413: 'REQUEST.TOO_LARGE',
  414: 'REQUEST.TOO_LARGE',
  415: 'REQUEST.MEDIA_TYPE',
};

/** The problem that an error stands for; null: nobody expected it, so only the log may say what it is. */
export function problemOf(error: unknown): Problem | null {
  const known = knownFailure(error);
  if (known !== null) {
    const { kind, remedy, values, faults, retryAfterS } = known.options;
    return {
      status: STATUS[kind],
      code: known.code,
      detail: known.message,
      ...(remedy === undefined ? {} : { remedy }),
      ...(values === undefined ? {} : { values }),
      ...(faults === undefined ? {} : { faults }),
      ...(retryAfterS === undefined ? {} : { retryAfterS }),
    };
  }
  if (error instanceof ZodError) {
    return { status: 400, code: 'REQUEST.INVALID', detail: describeIssues(error.issues) };
  }
  const status = statusOf(error);
  if (status === 404) {
    return { status, code: 'REQUEST.NOT_FOUND', detail: 'There is nothing at this address.' };
  }
  return status === null
    ? null
    : { status, code: HTTP_CODES[status] ?? 'REQUEST.REFUSED', detail: (error as Error).message };
}

/** Nest's exceptions say their status with a method, Fastify's errors with a property; from 500 on they are ours. */
function statusOf(error: unknown): number | null {
  const status =
    error instanceof HttpException
      ? error.getStatus()
      : (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}

/** One sentence that names each wrong parameter: `"from": takes a day; "pillar": takes one value`. */
export function describeIssues(
  issues: readonly { readonly message: string; readonly path?: readonly unknown[] | undefined }[],
): string {
  return issues
    .map(({ path, message }) => (path?.length ? `"${path.map(segmentName).join('.')}": ${message}` : message))
    .join('; ');
}

function segmentName(segment: unknown): string {
  return String(typeof segment === 'object' && segment !== null && 'key' in segment ? segment.key : segment);
}
