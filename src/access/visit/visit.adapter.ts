import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import type { Settings } from '../../core/settings/settings.ts';
import type { Language } from '../../core/text.ts';
import type { Actor } from '../../platform/database/actor.repository.ts';
import { problemOf } from '../../platform/errors/problem.ts';
import type { Assets } from '../../platform/http/assets.adapter.ts';
import { documentHtml } from '../../web/document.ts';
import { type Edition, edition } from '../../web/edition.ts';
import type { Message } from '../../web/i18n/message.ts';
import { negotiateLanguage } from '../../web/i18n/negotiate.ts';
import type { LayoutProps } from '../../web/parts/layout.tsx';
import { type Site, siteOf } from '../../web/site.ts';
import { pageFrom, type Url } from '../../web/url.ts';
import type { Arrival } from '../principals/arrival.ts';
import { personOf } from '../principals/person.ts';
import { signedInOf } from '../principals/signed-in.ts';
import { actorOf, type Person, type Visitor } from '../principals/visitor.ts';
import type { Asked, PageQuery } from './page-query.ts';
import { type PageForm, type Refusal, refusalOf } from './refusal.ts';

/** What every page is set in. */
export interface Frame {
  readonly edition: Edition;
  /** Where the page can be opened again, with what it keeps: never an address that only takes forms. */
  readonly url: Url;
  readonly site: Site;
  readonly signedIn: LayoutProps['signedIn'];
  readonly assets: LayoutProps['assets'];
  /** What has just been done, in a sentence. */
  readonly notice: string | null;
}

interface Shown {
  readonly status?: number;
  readonly retryAfterS?: number;
  /** In place of those that every page has; undefined takes one away. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** A path of ours to go to, or the page that stands in the answer itself. */
type Outcome = string | VNode;

/** One request for a page, or of one of its forms: who comes, what the address asks, and how it is answered. */
export class Visit<Query extends Asked = PageQuery> {
  /** On screen, in the reader's language. */
  readonly edition: Edition;

  constructor(
    readonly request: FastifyRequest,
    /** For what is no page: cookies, files, and headers of whatever is answered, errors too. */
    readonly reply: FastifyReply,
    readonly query: Query,
    private readonly assets: Assets,
    preferred?: Language,
  ) {
    const { headers, settings } = request;
    const language = negotiateLanguage({
      lang: query.lang ?? preferred,
      acceptLanguage: headers['accept-language'],
      offered: settings.languages,
    });
    this.edition = edition(language ?? 'en', 'screen');
  }

  get visitor(): Visitor {
    return this.request.visitor;
  }

  /** The visitor, at a door that is open to people alone (src/doors.ts). */
  get person(): Person {
    return personOf(this.request);
  }

  /** The visitor as the audit names it. */
  get actor(): Actor {
    return actorOf(this.visitor, this.request.ip);
  }

  get arrival(): Arrival {
    return { address: this.request.ip, userAgent: this.request.headers['user-agent'] ?? '' };
  }

  /** The same in a language of its own, in place of what the browser prefers, where the address says nothing. */
  preferring(language: Language): Visit<Query> {
    return new Visit(this.request, this.reply, this.query, this.assets, language);
  }

  /** The frame of a page that can be opened again at `path`; without it at the address that was asked for. */
  frame({
    path,
    notices = {},
    assets = 'accountPage',
    settings = this.request.settings,
  }: {
    readonly path?: string;
    readonly notices?: Readonly<Record<string, Message>>;
    /** Pages of figures and reports do without the style sheet of forms. */
    readonly assets?: 'page' | 'accountPage';
    /** Others than those that hold, to be looked at. */
    readonly settings?: Settings;
  } = {}): Frame {
    const { request, edition } = this;
    const { done } = this.query;
    const notice = typeof done === 'string' && Object.hasOwn(notices, done) ? notices[done] : undefined;
    return {
      edition,
      url: path === undefined ? request.url : pageFrom(request.url, path),
      site: siteOf(settings),
      signedIn: signedInOf(request.visitor),
      assets: this.assets[assets],
      notice: notice === undefined ? null : edition.t(notice),
    };
  }

  /** Sends a page that nobody keeps: it is somebody's, or about to be. */
  show(page: VNode, { status = 200, retryAfterS, headers }: Shown = {}): void {
    const all = {
      'cache-control': 'no-store',
      'content-language': this.edition.language,
      vary: 'accept-language',
      'www-authenticate': status === 401 ? 'Bearer' : undefined,
      'retry-after': retryAfterS,
      ...headers,
    };
    for (const [name, value] of Object.entries(all)) {
      if (value !== undefined) this.reply.header(name, value);
    }
    this.reply.code(status).type('text/html; charset=utf-8').send(documentHtml(page));
  }

  /** To a page of ours, in the language chosen; after a form, so that nothing is sent twice. */
  goTo(path: string): void {
    this.leaveFor(pageFrom(this.request.url, path));
  }

  /** To an address as it is, ours or not. */
  leaveFor(address: string): void {
    this.reply.header('cache-control', 'no-store').redirect(address, 303);
  }

  /**
   * Does what a form asks for, and answers: what its reader can mend is told on the page, with the status of the error;
   * everything else is thrown on.
   */
  async submit<Value>(
    form: PageForm,
    does: () => Promise<Value>,
    {
      done,
      refused,
    }: {
      readonly done: string | ((value: Value) => Outcome | Promise<Outcome>);
      /** The page with the form again. */
      readonly refused: (refusal: Refusal, status: number) => VNode | Promise<VNode>;
    },
  ): Promise<void> {
    let value: Value;
    try {
      value = await does();
    } catch (error) {
      const refusal = refusalOf(this.edition.t, form, error);
      const problem = problemOf(error);
      if (refusal === null || problem === null) throw error;
      const { status, retryAfterS } = problem;
      const page = await refused(refusal, status);
      return this.show(page, { status, ...(retryAfterS === undefined ? {} : { retryAfterS }) });
    }
    const outcome = typeof done === 'string' ? done : await done(value);
    if (typeof outcome === 'string') this.goTo(outcome);
    else this.show(outcome);
  }
}
