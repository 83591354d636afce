import { createParamDecorator, type ExecutionContext, Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../core/errors.ts';
import type { Settings } from '../core/settings/settings.ts';
import { LANGUAGES } from '../core/text.ts';
import type { Scope } from '../core/visibility/scope.ts';
import type { Config } from '../platform/config/config.ts';
import { wantsProblem } from '../platform/errors/error.filter.ts';
import type { Audit } from './audit.use-case.ts';
import { isCrossSite } from './cross-site.ts';
import { type Door, passageAt } from './door.ts';
import type { Limiter } from './limiter.use-case.ts';
import { safeNext, withNext } from './next.ts';
import { isOnThisMachine } from './on-this-machine.ts';
import type { Found, Identify } from './principals/identify.use-case.ts';
import { readableBy, STRANGER, type Visitor, visitorKey, visitorMay } from './principals/visitor.ts';
import type { RoleRights } from './role.ts';
import { sessionCookieOf } from './session-cookie.ts';
import type { CurrentSettings } from './settings/current-settings.use-case.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sends it, as the gate found; a stranger until then. */
    visitor: Visitor;
    /** What it may read. */
    readonly scope: Scope;
    /** The newest of the portfolio as the gate found it on the way; null: not asked for. */
    revision: number | null;
    /** What the organisation has set, as this process knows it. */
    readonly settings: Settings;
    /** By whoever runs the service: an administrator, or a program on this machine itself. */
    fromOperator: boolean;
  }
}

type Seen = FastifyRequest & { [VISITOR]?: Visitor };

/** `GET /programs/:code`: the method and the pattern of a route. */
export type RouteName = string;

export interface GateParts {
  readonly doors: Readonly<Record<RouteName, Door>>;
  readonly identify: Identify;
  readonly roles: RoleRights;
  readonly audit: Audit;
  readonly limiter: Limiter;
  readonly settings: CurrentSettings;
  readonly config: Pick<Config, 'isPublic' | 'trustedProxies' | 'publicUrl'>;
}

export interface Gate {
  /** Every route that there is, once all are registered. */
  routes(): readonly RouteName[];
}

/** Enough for a program that was set up wrongly; too little to guess, and to fill the audit. */
const REFUSALS = { most: 30, windowS: 60 };

const VISITOR = Symbol('visitor');

/**
 * Stands before every route, whoever registered it: a request goes on only by a door that is open to its sender. Before
 * any route is registered.
 *
 * @throws Error from `ready()` where a route has no door, or a door no route
 */
export function registerGate(fastify: FastifyInstance, parts: GateParts): Gate {
  const routes = new Set<RouteName>();
  // Whatever is answered before the gate has looked, is answered to a stranger.
  fastify.decorateRequest('visitor', {
    getter(this: Seen) {
      return this[VISITOR] ?? STRANGER;
    },
    setter(this: Seen, visitor: Visitor) {
      this[VISITOR] = visitor;
    },
  });
  fastify.decorateRequest('scope', {
    getter(this: FastifyRequest) {
      return readableBy(this.visitor, parts.roles);
    },
  });
  fastify.decorateRequest('settings', {
    getter(this: FastifyRequest) {
      return parts.settings.now;
    },
  });
  fastify.decorateRequest('revision', null);
  fastify.decorateRequest('fromOperator', false);
  fastify.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) {
      // Fastify answers HEAD by the route of GET, with the same door.
      if (each !== 'HEAD') routes.add(`${each} ${url}`);
    }
  });
  fastify.addHook('onReady', async () => checkDoors(routes, parts.doors));
  fastify.addHook('onRequest', (request, reply) => pass(request, reply, parts));
  fastify.addHook('onSend', ({ visitor }, reply, _payload, done) => {
    // A page of somebody's is not kept: not by a proxy, and not by a shared computer after the person has left.
    if (visitor.kind === 'person' || visitor.kind === 'half-way') reply.header('cache-control', 'no-store');
    done();
  });
  return { routes: () => [...routes].sort() };
}

async function pass(request: FastifyRequest, reply: FastifyReply, parts: GateParts): Promise<void> {
  const { url } = request.routeOptions;
  const route = url === undefined ? null : `${request.method === 'HEAD' ? 'GET' : request.method} ${url}`;
  const door = route === null ? null : parts.doors[route];
  if (door?.opens !== 'unasked') {
    const start = performance.now();
    const isLocal = comesFromThisMachine(request, parts.config);
    const { visitor, revision, settings } = await foundFor(request, route, isLocal, parts);
    // Another process may have changed them; from here on this one knows.
    await parts.settings.refresh(settings);
    request.visitor = visitor;
    request.revision = revision;
    reply.header('server-timing', `gate;dur=${(performance.now() - start).toFixed(2)}`);
    request.fromOperator = isLocal || visitorMay(visitor, 'operatesService');
  }
  // Nothing is there, and whoever asks is told so.
  if (route === null || door === null) return;
  if (!isFromElsewhere(door) && isCrossSite(request.method, request.headers)) {
    throw await refuseCrossSite(request, route, parts);
  }
  if (door?.opens === 'unasked') return;
  if (door === undefined) throw new Error(`The route ${route} has no door.`);
  const { isPublic } = parts.config;
  const passage = passageAt(door, request.visitor, { isPublic, fromOperator: request.fromOperator });
  if (passage === 'in') return;
  if (passage === 'hidden') {
    const reason = request.visitor.kind === 'token' ? 'not for this token' : 'not for this role';
    await parts.audit.of(request, { action: 'access.refused', subject: route, details: { reason } });
    throw new DomainError('REQUEST.NOT_FOUND', 'There is nothing at this address.', { kind: 'missing' });
  }
  if (passage === 'token-only' || passage === 'reads-only') {
    await parts.audit.of(request, { action: 'access.refused', subject: route, details: { reason: passage } });
    throw new DomainError(...NOT_BY_THIS[passage]);
  }
  const page = ['GET', 'HEAD'].includes(request.method) && !wantsProblem(request);
  if (page)
    return reply.redirect(passage === 'sign-in' ? signInAddress(request.url) : secondStepOf(request), 303);
  throw new DomainError('ACCESS.SIGN_IN', 'This needs somebody who has signed in, or a token.', {
    kind: 'unknown-visitor',
    remedy: 'Sign in at /sign-in, or send "Authorization: Bearer " and a token.',
  });
}

/** What whoever has the right, and comes by another way than it is used by, is told. */
const NOT_BY_THIS: Readonly<Record<'token-only' | 'reads-only', ConstructorParameters<typeof DomainError>>> =
  {
    'token-only': [
      'ACCESS.TOKEN_ONLY',
      'Programs write here, with a token; whoever has signed in writes on the pages.',
      {
        kind: 'forbidden',
        remedy: 'Send "Authorization: Bearer " and a token that may write, and no cookie.',
      },
    ],
    'reads-only': [
      'ACCESS.READS_ONLY',
      'This token reads, and changes nothing.',
      { kind: 'forbidden', remedy: 'Ask an administrator for a token that may write.' },
    ],
  };

/** Whether a request of another site's page is as good as one of ours. */
function isFromElsewhere(door: Door | undefined): boolean {
  return door?.opens === 'to-anyone' && door.fromElsewhere === true;
}

async function foundFor(
  request: FastifyRequest,
  route: RouteName | null,
  isLocal: boolean,
  parts: GateParts,
): Promise<Found> {
  try {
    const { authorization } = request.headers;
    return await parts.identify.found(authorization, sessionCookieOf(request.cookies), isLocal);
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'ACCESS.TOKEN') throw error;
    await recordRefusal(request, route, 'wrong token', parts);
    throw error;
  }
}

async function refuseCrossSite(
  request: FastifyRequest,
  route: RouteName,
  parts: GateParts,
): Promise<DomainError> {
  await recordRefusal(request, route, 'cross-site', parts);
  const message = 'A page of another site asked the browser to send this, so nothing was done.';
  return new DomainError('REQUEST.CROSS_SITE', message, {
    kind: 'forbidden',
    remedy: 'Open the page here and send it from there.',
  });
}

/** The limit comes first: whoever tries without end is told so once, and does not fill the audit. */
async function recordRefusal(
  request: FastifyRequest,
  route: RouteName | null,
  reason: 'wrong token' | 'cross-site',
  { audit, limiter }: GateParts,
): Promise<void> {
  const who = visitorKey(request.visitor, request.ip);
  const [by] = who.split(':');
  await limiter.take(`${reason} ${who}`, REFUSALS, () =>
    audit.of(request, { action: 'limit.reached', details: { what: reason, by } }),
  );
  await audit.of(request, { action: 'access.refused', subject: route ?? undefined, details: { reason } });
}

function comesFromThisMachine({ socket, ip, headers }: FastifyRequest, config: GateParts['config']): boolean {
  return isOnThisMachine({ peer: socket.remoteAddress, address: ip, headers }, config);
}

/** Where a stranger signs in, to come back to the page that was asked for. */
function signInAddress(url: string): string {
  const asked = new URLSearchParams(url.split('?')[1]).get('lang');
  const lang = LANGUAGES.find((language) => language === asked);
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
  (_: unknown, context: ExecutionContext): Scope => context.switchToHttp().getRequest<FastifyRequest>().scope,
);
