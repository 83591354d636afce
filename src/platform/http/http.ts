import fastifyCompress from '@fastify/compress';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '../../core/errors.ts';
import { describeUnseen, readVisible } from '../../core/unseen.ts';
import type { Config } from '../config/config.ts';
import type { ErrorFilter } from '../errors/error.filter.ts';
import { ParametersPipe } from '../errors/parameters.pipe.ts';
import type { Metrics } from '../health/metrics.ts';
import type { Assets } from './assets.adapter.ts';
import { BROTLI, ENCODINGS } from './compression.ts';
import { LargeForms } from './large-forms.ts';
import { fieldsOfMultipart, MULTIPART_LIMIT_BYTES } from './multipart-fields.ts';
import { FILE_FORM_LIMIT_BYTES, filesOfMultipart, LARGE_FILE_BYTES } from './multipart-files.ts';
import { headerOfProxy } from './proxy-headers.ts';

const YEAR_S = 365 * 24 * 60 * 60;

/** Forms and API calls are small; a command's files have a limit of their own. */
export const BODY_LIMIT_BYTES = 1024 * 1024;

const DURATION_BOUNDS_S = [0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/** What holds for every request, whichever feature answers it. Before `app.init()`. */
export async function prepareHttp(
  app: NestFastifyApplication,
  parts: {
    readonly config: Config;
    readonly metrics: Metrics;
    readonly assets: Assets;
    readonly errors: ErrorFilter;
  },
): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  app.useGlobalFilters(parts.errors);
  app.useGlobalPipes(new ParametersPipe());
  protect(app, parts.config);
  fastify.addHook('onRequest', async (request) => {
    checkHost(request, parts.config);
    checkAddress(request);
    checkRole(request, parts.config);
  });
  warnOfProxies(fastify, parts.config);
  measure(fastify, parts.metrics);
  endConnections(fastify);
  takeSmallForms(fastify, parts.config);
  takeMessages(fastify);
  fastify.addHook('onRoute', (route) => {
    if (route.config?.takesRows === true) route.bodyLimit = FILE_FORM_LIMIT_BYTES;
  });
  await app.register(fastifyCompress as never, {
    encodings: [...ENCODINGS],
    brotliOptions: BROTLI,
  });
  parts.assets.register(fastify);
}

/** Forms come as browsers send them; one of a mail provider may be in parts, and so is one with a file. */
function takeSmallForms(fastify: FastifyInstance, { evidenceBytes }: Config): void {
  const large = new LargeForms();
  const beyond = { evidence: evidenceBytes, rows: LARGE_FILE_BYTES };
  fastify.addContentTypeParser(
    'multipart/form-data',
    async ({ headers, routeOptions }: FastifyRequest, payload: AsyncIterable<Uint8Array>) => {
      const type = headers['content-type'] ?? '';
      const { takesFile = false } = routeOptions.config;
      if (takesFile !== false) {
        // Beyond the file, which is refused in words where it is a little too large, there are a few fields.
        const most = FILE_FORM_LIMIT_BYTES + (takesFile === true ? 0 : beyond[takesFile]);
        return large.taking(async (grows) =>
          filesOfMultipart(type, await wholeOf(payload, most, takesFile === 'rows' ? grows : undefined)),
        );
      }
      const body = await wholeOf(payload, MULTIPART_LIMIT_BYTES);
      return fieldsOfMultipart(type, new TextDecoder().decode(body));
    },
  );
}

/** So much of an e-mail is read: what machines say stands before what it carries, and what is made to be slow stays quick. */
export const MESSAGE_HEAD_BYTES = 256 * 1024;
/** No mail server takes one that is larger. */
const MESSAGE_LIMIT_BYTES = 32 * 1024 * 1024;

/** An e-mail as a mail server hands it on: its beginning. */
function takeMessages(fastify: FastifyInstance): void {
  fastify.addContentTypeParser(
    'message/rfc822',
    (_request: FastifyRequest, payload: AsyncIterable<Uint8Array>) =>
      wholeOf(payload, MESSAGE_LIMIT_BYTES, undefined, MESSAGE_HEAD_BYTES),
  );
}

/** @param kept as many bytes of it are, without it all @throws Error (413) where there is more */
async function wholeOf(
  payload: AsyncIterable<Uint8Array>,
  most: number,
  grows?: (length: number) => void,
  kept = most,
): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of payload) {
    const room = kept - length;
    length += piece.length;
    if (length > most) throw Object.assign(new Error('It is too large.'), { statusCode: 413 });
    grows?.(length);
    if (room > 0) pieces.push(piece.subarray(0, room));
  }
  const whole = new Uint8Array(Math.min(length, kept));
  let at = 0;
  for (const piece of pieces.splice(0)) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** No script, style or font but our own, no frame around us, no form that leads elsewhere. */
function protect(app: NestFastifyApplication, { publicUrl }: Config): void {
  app.useSecurityHeaders({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: "'self'",
        scriptSrc: "'self'",
        styleSrc: "'self'",
        imgSrc: ["'self'", 'data:'],
        fontSrc: "'self'",
        objectSrc: "'none'",
        baseUri: "'none'",
        formAction: "'self'",
        frameAncestors: "'none'",
      },
    },
    // A filter in an address is nobody else's business.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    // A browser that has been here over TLS comes back over nothing else for a year (ASVS 5.0, 3.4.1).
    strictTransportSecurity:
      publicUrl?.startsWith('https:') === true ? { maxAge: YEAR_S, includeSubDomains: true } : false,
  });
}

/**
 * Listening on this machine only does not keep a web page elsewhere from pointing its own name at 127.0.0.1 and reading
 * us through the visitor's browser; such a request bears that page's name.
 */
function checkHost(request: FastifyRequest, { publicUrl }: Config): void {
  const known = publicUrl === null ? [] : [new URL(publicUrl).hostname];
  const { hostname } = request;
  if (!/^(localhost|127(\.\d+){3}|\[::1\]|::1)$/.test(hostname) && !known.includes(hostname)) {
    throw new DomainError('REQUEST.UNKNOWN_HOST', `This service does not answer for "${hostname}".`, {
      kind: 'call',
      remedy: 'Open it at its own address, or set PUBLIC_URL to the address that people use.',
    });
  }
}

/** Nothing here has an address with a control character, or with what turns the words of an answer round. */
function checkAddress({ url }: FastifyRequest): void {
  if (!url.includes('%')) return;
  const { refused } = readVisible(decoded(url));
  if (refused === null) return;
  throw new DomainError('REQUEST.INVALID', `The address holds ${describeUnseen(refused)}.`, { kind: 'call' });
}

/** What cannot be decoded stays as it is, but for the NUL that Postgres would choke on. */
function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url.replaceAll('%00', '\0');
  }
}

/** Once: whoever set up a proxy in front reads it, and whoever sends such a header by hand fills no log. */
function warnOfProxies(fastify: FastifyInstance, { trustedProxies }: Config): void {
  if (trustedProxies > 0) return;
  const logger = new Logger('Http');
  let warned = false;
  fastify.addHook('onRequest', ({ headers }, _reply, done) => {
    const header = warned ? null : headerOfProxy(headers);
    if (header === null) return done();
    warned = true;
    logger.warn(
      `A request says by "${header}" that a proxy stands in front, and TRUST_PROXY is 0, so it is not believed: all who come through the proxy share its address and its limits, and /metrics is closed to them. Set TRUST_PROXY to the number of proxies in front, and have the first of them set X-Forwarded-For. Where there is none, somebody sends the header by hand, and nothing need be done. This is said once.`,
    );
    done();
  });
}

/** A worker shows how it is, and nothing else. */
function checkRole(request: FastifyRequest, { role }: Config): void {
  if (role === 'worker' && !/^\/(healthz|readyz|metrics)$/.test(request.routeOptions.url ?? '')) {
    throw new DomainError('REQUEST.NOT_FOUND', 'This process is a worker: it has no pages.', {
      kind: 'missing',
    });
  }
}

/**
 * Times by the pattern of a route, never by the address itself: what people look for stays out of logs and metrics, and
 * so do the secrets that some addresses are (`/links/:token`, `/one-time/:code`). What every answer passes and waits for
 * nothing calls on (`done`): a promise for each would cost the quickest answers a tenth of their time.
 */
function measure(fastify: FastifyInstance, metrics: Metrics): void {
  const logger = new Logger('Http');
  const durations = metrics.histogram(
    'attest_http_request_duration_seconds',
    'Time to answer a request',
    DURATION_BOUNDS_S,
  );
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    const before = reply.getHeader('server-timing');
    const all = `app;dur=${reply.elapsedTime.toFixed(1)}`;
    reply.header('server-timing', before === undefined ? all : `${before}, ${all}`);
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    durations.observe(reply.elapsedTime / 1000, {
      method: request.method,
      route,
      status: String(reply.statusCode),
    });
    logger.debug(`${request.method} ${route}`, {
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
    done();
  });
}

/** The answers that are still given while the service stops say that their connection ends: it would wait for the next. */
function endConnections(fastify: FastifyInstance): void {
  let stopping = false;
  fastify.addHook('preClose', async () => {
    stopping = true;
  });
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (stopping) reply.header('connection', 'close');
    done();
  });
  // One whose head was out already could not say so.
  fastify.addHook('onResponse', (_request, _reply, done) => {
    if (stopping) setImmediate(() => fastify.server.closeIdleConnections());
    done();
  });
}
