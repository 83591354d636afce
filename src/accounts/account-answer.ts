import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { z } from 'zod';
import { safeNext, signedInOf } from '../access/index.ts';
import { LANGUAGES } from '../core/text.ts';
import { problemOf } from '../platform/errors/problem.ts';
import type { Assets } from '../platform/http/assets.adapter.ts';
import { documentHtml } from '../web/document.ts';
import { edition } from '../web/edition.ts';
import type { Message } from '../web/i18n/message.ts';
import { negotiateLanguage } from '../web/i18n/negotiate.ts';
import { pageFrom } from '../web/url.ts';
import type { Refusal } from './forms/form.tsx';
import type { AccountFrame } from './forms/frame.tsx';
import { refusalOf } from './forms/refusal.ts';
import { readCodes } from './people/mandate.ts';

/** What an address of these pages may say. What it says besides is nothing to us: people come by links of all kinds. */
export const pageQuery = z.object({
  lang: z.enum(LANGUAGES, { error: `takes one of ${LANGUAGES.join(', ')}` }).optional(),
  next: z.unknown().optional().transform(safeNext),
  /** What has just been done: a key of the page's notices. */
  done: z.unknown().optional(),
  /** Of a list: the last row of the page before. */
  cursor: z.string().max(200).optional().catch(undefined),
});
export type PageQuery = z.output<typeof pageQuery>;

/** Postgres takes a NUL in no text. */
const characters = (most: number) =>
  z
    .string({ error: 'takes one value' })
    .max(most, { error: `takes at most ${most} characters` })
    .refine((text) => !text.includes('\0'), { error: 'holds a NUL character' });
/** A field of one line, empty where it was left out: the use cases say what they miss. */
export const textField = (most: number) => characters(most).default('');
/** Boxes that were ticked, of which browsers send none, one, or several of the same name; or codes with commas between. */
export const codesField = z
  .union([characters(4000), z.array(characters(200)).max(1000)])
  .optional()
  .transform((given) => (given === undefined ? [] : [given].flat().flatMap(readCodes)));

export type Notices = Readonly<Record<string, Message>>;

/** The frame of a page that can be opened again at `path`. */
export function accountFrame(
  request: FastifyRequest,
  assets: Assets,
  asked: {
    readonly query: Pick<PageQuery, 'lang' | 'done'>;
    /** Without it the address that was asked for. */
    readonly path?: string;
    readonly notices?: Notices;
  },
): AccountFrame {
  const { query, path, notices = {} } = asked;
  const acceptLanguage = request.headers['accept-language'];
  const language = negotiateLanguage({ lang: query.lang, acceptLanguage }) ?? 'en';
  const screen = edition(language, 'screen');
  const { done } = query;
  const notice = typeof done === 'string' && Object.hasOwn(notices, done) ? notices[done] : undefined;
  return {
    edition: screen,
    url: path === undefined ? request.url : pageFrom(request.url, path),
    signedIn: signedInOf(request.visitor),
    assets: assets.accountPage,
    notice: notice === undefined ? null : screen.t(notice),
  };
}

/** What came of a form: what it was for, or why it was not taken, with the status that says so. */
export type Attempt<T> =
  | { readonly value: T; readonly refused: null }
  | {
      readonly refused: { readonly refusal: Refusal; readonly status: number; readonly retryAfterS?: number };
    };

/** Does what a form asks for; what its reader can mend is told on the page, everything else is thrown on. */
export async function attempt<T>(
  { edition: { t } }: AccountFrame,
  form: string,
  work: () => Promise<T>,
): Promise<Attempt<T>> {
  try {
    return { value: await work(), refused: null };
  } catch (error) {
    const refusal = refusalOf(t, form, error);
    const problem = problemOf(error);
    if (refusal === null || problem === null) throw error;
    const { status, retryAfterS } = problem;
    return { refused: { refusal, status, ...(retryAfterS === undefined ? {} : { retryAfterS }) } };
  }
}

/** Sends a page that nobody keeps: it is somebody's, or about to be. */
export function sendPage(
  reply: FastifyReply,
  { edition: { language } }: AccountFrame,
  page: VNode,
  { status = 200, retryAfterS }: { readonly status?: number; readonly retryAfterS?: number } = {},
): void {
  reply.code(status).header('cache-control', 'no-store').header('content-language', language);
  reply.header('vary', 'accept-language');
  if (status === 401) reply.header('www-authenticate', 'Bearer');
  if (retryAfterS !== undefined) reply.header('retry-after', retryAfterS);
  reply.type('text/html; charset=utf-8').send(documentHtml(page));
}

/** To a page of ours, in the language chosen; after a form, so that nothing is sent twice. */
export function seeOther(request: FastifyRequest, reply: FastifyReply, path: string): void {
  reply.header('cache-control', 'no-store').redirect(pageFrom(request.url, path), 303);
}
