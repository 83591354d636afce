import { createParamDecorator, type ExecutionContext, Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../core/errors.ts';
import { wantsProblem } from '../platform/errors/error.filter.ts';
import type { Audit } from './audit.use-case.ts';
import { type Door, passageAt } from './door.ts';
import type { Identify } from './identify.use-case.ts';
import type { Limiter } from './limiter.use-case.ts';
import { safeNext, withNext } from './pages/next.ts';
import type { Scope } from './scope.ts';
import { sessionCookieOf } from './session-cookie.ts';
import { readableBy, roleOf, STRANGER, type Visitor } from './visitor.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sends it, as the gate found; a stranger until then. */
    visitor: Visitor;
    /** By whoever runs the service: an administrator, or a program on this machine itself. */
    fromOperator: boolean;
  }
}

/** `GET /programs/:code`: the method and the pattern of a route. */
export type RouteName = string;

export interface GateParts {
  readonly doors: Readonly<Record<RouteName, Door>>;
  readonly identify: Identify;
  readonly audit: Audit;
  readonly limiter: Limiter;
  /** Strangers see the doors that are open to the public. */
  readonly isPublic: boolean;
}

export interface Gate {
  /** Every route that there is, once all are registered. */
  routes(): readonly RouteName[];
}

/** Enough for a program that was set up wrongly; too little to guess. */
const WRONG_TOKENS = { most: 30, windowS: 60 };

/**
 * Stands before every route, whoever registered it: a request goes on only by a door that is open to its sender. Before
 * any route is registered.
 *
 * @throws Error from `ready()` where a route has no door, or a door no route
 */
export function registerGate(fastify: FastifyInstance, parts: GateParts): Gate {
  const routes = new Set<RouteName>();
  // Reserves the place; each request gets its own below.
  fastify.decorateRequest('visitor', undefined as never);
  fastify.decorateRequest('fromOperator', false);
  fastify.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) {
      // Fastify answers HEAD by the route of GET, with the same door.
      if (each !== 'HEAD') routes.add(`${each} ${url}`);
    }
  });
  fastify.addHook('onReady', async () => checkDoors(routes, parts.doors));
  fastify.addHook('onRequest', (request, reply) => pass(request, reply, parts));
  fastify.addHook('onSend', async ({ visitor }, reply) => {
    // A page of somebody's is not kept: not by a proxy, and not by a shared computer after the person has left.
    if (visitor.kind === 'person' || visitor.kind === 'half-way') reply.header('cache-control', 'no-store');
  });
  return { routes: () => [...routes].sort() };
}

async function pass(request: FastifyRequest, reply: FastifyReply, parts: GateParts): Promise<void> {
  request.visitor = STRANGER;
  const { url } = request.routeOptions;
  const route = `${request.method === 'HEAD' ? 'GET' : request.method} ${url}`;
  const door = url === undefined ? null : parts.doors[route];
  if (door?.opens === 'unasked') return;
  const start = performance.now();
  request.visitor = await visitorOf(request, parts);
  reply.header('server-timing', `gate;dur=${(performance.now() - start).toFixed(2)}`);
  request.fromOperator = isOperator(request);
  // Nothing is there, and whoever asks is told so.
  if (door === null) return;
  if (door === undefined) throw new Error(`The route ${route} has no door.`);
  const passage = passageAt(door, request.visitor, { ...parts, fromOperator: request.fromOperator });
  if (passage === 'in') return;
  if (passage === 'hidden') {
    await parts.audit.of(request, { action: 'access.refused', subject: route });
    throw new DomainError('REQUEST.NOT_FOUND', 'There is nothing at this address.', { kind: 'missing' });
  }
  const page = ['GET', 'HEAD'].includes(request.method) && !wantsProblem(request);
  if (page)
    return reply.redirect(passage === 'sign-in' ? signInAddress(request.url) : secondStepOf(request), 303);
  throw new DomainError('ACCESS.SIGN_IN', 'This needs somebody who has signed in, or a token.', {
    kind: 'unknown-visitor',
    remedy: 'Sign in at /sign-in, or send "Authorization: Bearer " and a token.',
  });
}

async function visitorOf(request: FastifyRequest, { identify, limiter, audit }: GateParts): Promise<Visitor> {
  try {
    return await identify.visitor(request.headers.authorization, sessionCookieOf(request.cookies));
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'ACCESS.TOKEN') throw error;
    await limiter.take(`wrong-token address:${request.ip}`, WRONG_TOKENS);
    await audit.of(request, { action: 'access.refused', details: { reason: 'wrong token' } });
    throw error;
  }
}

/** A proxy says that it stands between; one on this machine that does not, lets its visitors pass for this machine. */
function isOperator({ visitor, socket, headers }: FastifyRequest): boolean {
  const between = ['x-forwarded-for', 'forwarded', 'via'].some((name) => headers[name] !== undefined);
  const local = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(socket.remoteAddress ?? '');
  return roleOf(visitor) === 'administrator' || (local && !between);
}

/** Where a stranger signs in, to come back to the page that was asked for. */
function signInAddress(url: string): string {
  const lang = /[?&]lang=(en|es|pt|fr)(?:&|$)/.exec(url)?.[1];
  const query = new URLSearchParams({ ...(url === '/' ? {} : { next: url }), ...(lang ? { lang } : {}) });
  return `/sign-in${query.size === 0 ? '' : `?${query}`}`;
}

function secondStepOf({ visitor, url }: FastifyRequest): string {
  const step = visitor.kind === 'half-way' && visitor.needs === 'enrolment';
  return withNext(step ? '/account/second-factor' : '/sign-in/second-factor', safeNext(url));
}

function checkDoors(routes: ReadonlySet<RouteName>, doors: GateParts['doors']): void {
  const open = [...routes].filter((route) => doors[route] === undefined);
  const idle = Object.keys(doors).filter((route) => !routes.has(route));
  if (idle.length > 0) new Logger('Gate').debug(`Doors without a route: ${idle.join(', ')}`);
  if (open.length > 0) throw new Error(`Routes without a door in src/doors.ts: ${open.join(', ')}.`);
}

/** The scope of whoever sent the request: the first argument of every read. */
export const ReaderScope = createParamDecorator(
  (_: unknown, context: ExecutionContext): Scope =>
    readableBy(context.switchToHttp().getRequest<FastifyRequest>().visitor),
);
