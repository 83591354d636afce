import { randomUUID } from 'node:crypto';
import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ErrorPage, type Problem, problemOf } from './problem.ts';

/** The one place where errors become answers: problem+json for programs, a page for people. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('Errors');

  constructor(private readonly errorPage: ErrorPage) {}

  catch(error: unknown, host: ArgumentsHost): void {
    this.answer(
      error,
      host.switchToHttp().getRequest<FastifyRequest>(),
      host.switchToHttp().getResponse<FastifyReply>(),
    );
  }

  /** Also for what Fastify refuses before Nest sees it, such as an address that cannot be decoded. */
  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    if (reply.sent) {
      return;
    }
    const problem = problemOf(error) ?? this.unexpected(error, request);
    if (problem.status === 503) {
      this.logger.error(problem.detail, error);
    }
    reply.code(problem.status).header('cache-control', 'no-store');
    if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
    if (problem.retryAfterS !== undefined) reply.header('retry-after', problem.retryAfterS);
    if (wantsProblem(request)) {
      const { status, code, detail, values: _, faults: __, ...rest } = problem;
      reply
        .type('application/problem+json')
        .send(JSON.stringify({ type: 'about:blank', title: titleOf(status), status, code, detail, ...rest }));
    } else {
      reply.type('text/html; charset=utf-8').send(this.errorPage(problem, request));
    }
  }

  /** What broke may hold what the reader must not see, so the answer has only the id under which the log tells it. */
  private unexpected(error: unknown, request: FastifyRequest): Problem {
    const id = randomUUID();
    // By the pattern of its route: the address itself may be a secret.
    this.logger.error(`${request.method} ${request.routeOptions?.url ?? 'of nothing'} failed`, error, { id });
    return {
      status: 500,
      code: 'INTERNAL.UNEXPECTED',
      detail: 'Something broke on our side.',
      remedy: `Tell whoever runs this service the number ${id}: the log has the details.`,
      id,
      values: { id },
    };
  }
}

const pathOf = (url: string): string => url.replace(/\?.*$/s, '');

/** What machines watch the service by; a person who opens one in a browser reads a page. */
const WATCHED = /^\/(healthz|readyz|metrics)$/;

/**
 * The API, and data addresses such as `/countries/CR.csv`, answer programs; so does any request that asks for JSON. A
 * browser whose reader asked for a file reads a page.
 */
export function wantsProblem(request: FastifyRequest): boolean {
  const path = pathOf(request.url);
  const accept = request.headers.accept ?? '';
  const isFile = /\.(csv|pdf|xlsx)$/.test(path);
  if (isFile && accept.includes('text/html')) return false;
  return (
    /^\/(api|internal)\//.test(path) ||
    isFile ||
    path.endsWith('.json') ||
    ((accept.includes('json') || WATCHED.test(path)) && !accept.includes('html'))
  );
}

function titleOf(status: number): string {
  return TITLES[status] ?? (status < 500 ? 'Request refused' : 'Service failed');
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Wrong request',
  401: 'Sign-in needed',
  403: 'Forbidden',
  404: 'Not found',
  409: 'Meanwhile another one',
  413: 'Too large',
  422: 'Refused by the data',
  429: 'Too many requests',
  500: 'Unexpected error',
  503: 'Not available',
};
