import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { CurrentSettings } from '../access/index.ts';
import type { Day } from '../core/program.ts';
import { RecentlyUsed } from '../core/recently-used.ts';
import { LANGUAGES } from '../core/text.ts';
import { dayIn } from '../core/time-zone.ts';
import type { Clock } from '../platform/clock/clock.ts';
import type { Config } from '../platform/config/config.ts';
import { ROOT } from '../platform/config/root.ts';
import type { Database } from '../platform/database/database.ts';
import { revisionReader } from '../platform/database/revision.repository.ts';
import { negotiateLanguage } from '../web/i18n/negotiate.ts';
import { answerTag, knowsTag } from './answer-tag.ts';
import { askedMoment } from './as-of.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The tag of the answer, if it is made; null where it has none. */
    answerTag: string | null;
  }
}

export interface AnswerTagParts {
  /** Those that say figures, and nothing that changes without them. */
  readonly routes: ReadonlySet<string>;
  /** Those of them that stand beside the last issue of a report too, and which that is. */
  readonly issued: { readonly routes: ReadonlySet<string>; last(): Promise<string> };
  readonly db: Database;
  readonly clock: Clock;
  readonly config: Config;
  readonly settings: Pick<CurrentSettings, 'now'>;
}

/** So many answers of the API are kept, none of them longer than so many characters: some 12 MB at the most. */
const MOST_KEPT = 400;
const LONGEST_KEPT = 32_000;

/**
 * Answers those who have the answer already with a 304, and a question to the API that was answered before with the same
 * text, before a figure is asked for. It stands behind the gate: who asks, and with which rights, is found anew for every
 * request.
 */
export function registerAnswerTags(fastify: FastifyInstance, parts: AnswerTagParts): void {
  const edition = editionOf(parts.config);
  const revision = revisionReader(parts.db);
  const dayAt = daysIn(() => parts.settings.now.schedule.timeZone);
  const made = new RecentlyUsed<string>(MOST_KEPT);
  fastify.decorateRequest('answerTag', null);
  fastify.addHook('preHandler', async (request, reply) => {
    const route = `GET ${request.routeOptions.url}`;
    if (!parts.routes.has(route)) return;
    const lastIssued = parts.issued.routes.has(route) ? await parts.issued.last() : '';
    const tag = await tagOf(request, { ...parts, edition, revision, dayAt, lastIssued });
    if (tag === null) return;
    if (knowsTag(request.headers, tag)) return reply.code(304).headers(headOf(tag)).send();
    request.answerTag = tag;
    const known = made.find(tag);
    if (known !== undefined) return reply.type(JSON_TEXT).send(known);
  });
  fastify.addHook('onSend', async (request, reply: FastifyReply, payload) => {
    const { answerTag: tag } = request;
    if (tag === null || reply.statusCode !== 200) return;
    if (typeof payload === 'string' && payload.length <= LONGEST_KEPT && isJson(request, reply))
      made.get(tag, () => payload);
    for (const [name, value] of Object.entries(headOf(tag))) {
      if (reply.getHeader(name) === undefined) reply.header(name, value);
    }
  });
}

const JSON_TEXT = 'application/json; charset=utf-8';

/** Whether it is what the API says; a page's data as a file are written down as taken away, each time. */
function isJson({ routeOptions }: FastifyRequest, reply: FastifyReply): boolean {
  return routeOptions.url?.startsWith('/api/v1/') === true && reply.getHeader('content-type') === JSON_TEXT;
}

const MINUTE_MS = 60_000;

/** The day at a moment, looked up once a minute: clocks everywhere change to another day at a full one. */
function daysIn(zone: () => string): (now: Date) => Day {
  let known: { readonly minute: number; readonly timeZone: string; readonly day: Day } | null = null;
  return (now) => {
    const minute = Math.floor(now.getTime() / MINUTE_MS);
    const timeZone = zone();
    if (known?.minute !== minute || known.timeZone !== timeZone) {
      known = { minute, timeZone, day: dayIn(now.getTime(), timeZone) };
    }
    return known.day;
  };
}

function headOf(tag: string) {
  return { etag: tag, 'cache-control': 'private, no-cache', vary: 'accept-language' };
}

/** Null where the request is wrong: whoever answers it says how. */
async function tagOf(
  { query, headers, visitor, revision, url }: FastifyRequest,
  given: Omit<AnswerTagParts, 'routes' | 'issued' | 'db'> & {
    readonly edition: string;
    readonly lastIssued: string;
    readonly revision: () => Promise<number>;
    readonly dayAt: (now: Date) => Day;
  },
): Promise<string | null> {
  const { lang, 'as-of': asOf } = query as { readonly lang?: unknown; readonly 'as-of'?: unknown };
  if (![lang, asOf].every((each) => each === undefined || typeof each === 'string')) return null;
  const now = given.clock.now();
  const { stamp, languages, schedule } = given.settings.now;
  const asked = momentOf(asOf as string | undefined, now, schedule.timeZone);
  const language = negotiateLanguage({
    lang: LANGUAGES.find((each) => each === lang),
    acceptLanguage: headers['accept-language'],
    offered: languages,
  });
  if (asked === undefined || language === null) return null;
  return answerTag({
    edition: given.edition,
    settings: stamp,
    revision: revision ?? (await given.revision()),
    today: given.dayAt(now),
    asOf: asked?.getTime() ?? null,
    visitor,
    language,
    lastIssued: given.lastIssued,
    url,
  });
}

/** Undefined: there is no such moment. */
function momentOf(typed: string | undefined, now: Date, timeZone: string): Date | null | undefined {
  try {
    return askedMoment(typed === '' ? undefined : typed, now, timeZone);
  } catch {
    return undefined;
  }
}

/** The same for all processes of the same build in the same environment; from source, for this process alone. */
function editionOf({ publicUrl, reportTimeZone, fiscalMonth, isPublic }: Config): string {
  const stamp = join(ROOT, 'dist/.built-from');
  const isBuilt = !import.meta.filename.endsWith('.ts') && existsSync(stamp);
  const code = isBuilt ? readFileSync(stamp, 'utf8') : randomUUID();
  const settings = JSON.stringify([code, publicUrl, reportTimeZone, fiscalMonth, isPublic]);
  return createHash('sha256').update(settings).digest('base64url');
}
