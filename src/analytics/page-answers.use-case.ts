import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import type { z } from 'zod';
import { signedInOf } from '../access/index.ts';
import { DomainError } from '../core/errors.ts';
import type { Fault } from '../core/fault.ts';
import { RecentlyUsed, toldOnce } from '../core/recently-used.ts';
import { LANGUAGES } from '../core/text.ts';
import { seesMoreThanTotals } from '../core/visibility/visibility.ts';
import { CONFIG, type Config } from '../platform/config/config.ts';
import { wantsProblem } from '../platform/errors/error.filter.ts';
import { readParameters } from '../platform/errors/parameters.ts';
import { Assets } from '../platform/http/assets.adapter.ts';
import { SentAgain } from '../platform/http/compression.ts';
import { edition } from '../web/edition.ts';
import { siteOf } from '../web/site.ts';
import { chosenTime } from '../web/url.ts';
import { type BlockQuery, blockPage } from './block-page.ts';
import { ChartRoom } from './chart-room.adapter.ts';
import { choicesOf } from './choices.ts';
import { Exports } from './exports.use-case.ts';
import { knownSentence, pastSentence } from './known-words.ts';
import { type Content, type PageBody, pageData, pageHtml, splitFormat } from './page-answer.ts';
import { FilterFaultPage } from './pages/filter-fault.page.tsx';
import type { PageFrame } from './pages/frame.tsx';
import { narrowingOf, pageQuery, typedFilter } from './query.ts';
import { faultsOfCodes } from './typed-names.ts';
import { type View } from './view.ts';
import { type Asked, Views } from './views.use-case.ts';

type PageQuery = z.output<typeof pageQuery>;
type ListQuery = Omit<BlockQuery, 'block'>;

/** A page, and the same address ending in `.csv`, `.json` or `.xlsx`. */
export const withData = (path: string) => [
  path,
  ...['csv', 'json', 'xlsx'].map((ending) => `${path}.${ending}`),
];

/** Some 20 MB of pages, and 4 MB of the same compressed. */
const MOST_KEPT = 120;

/** A page as it was made, which is sent as often as somebody asks for it. */
interface KeptPage extends Pick<PageBody<string>, 'headers'> {
  readonly html: SentAgain;
}

/** Answers an address of a page: with the page, with its data, with what is wrong with its filter. */
@Injectable()
export class PageAnswers {
  /** Pages as they were made, by the tag of all that decides what they say: of the same tag is the same page. */
  private readonly made = new RecentlyUsed<Promise<unknown>>(MOST_KEPT);

  constructor(
    private readonly views: Views,
    private readonly exports: Exports,
    private readonly assets: Assets,
    private readonly charts: ChartRoom,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
  ) {}

  /** A page; what is wrong with its filter is said beside the filter, as it was typed. */
  async answer<Schema extends z.ZodType<PageQuery & ListQuery>>(
    asked: {
      readonly request: FastifyRequest;
      readonly reply: FastifyReply;
      readonly schema: Schema;
      readonly name: string;
      readonly usual?: Asked['usual'];
    },
    build: (view: View, frame: PageFrame, query: z.output<Schema>) => Content | Promise<Content>,
  ): Promise<void> {
    const { request, reply, schema, name, usual } = asked;
    try {
      const query = readParameters(schema, request.query);
      const { search, order, cursor } = query;
      const sent = {
        request,
        reply,
        query: narrowingOf(query),
        list: { search, order, cursor },
        name,
        usual,
      };
      await this.send(sent, (view, frame) => build(view, frame, query));
    } catch (error) {
      const faults = error instanceof DomainError ? error.options.faults : undefined;
      if (faults === undefined || wantsProblem(request)) throw error;
      await this.sayFaults(request, reply, faults);
    }
  }

  /** The same of what takes no filter, of which nothing can be wrong. */
  async send(
    asked: {
      readonly request: FastifyRequest;
      readonly reply: FastifyReply;
      readonly query: Asked['query'] & { readonly block?: string | undefined };
      readonly list?: ListQuery;
      readonly name: string;
      readonly usual?: Asked['usual'];
    },
    build: (view: View, frame: PageFrame) => Content | Promise<Content>,
  ): Promise<void> {
    const { request, reply, query, list = {}, name, usual } = asked;
    const [path = '/'] = request.url.split('?', 1);
    const format = splitFormat(path)[1];
    if (format !== 'html') await this.exports.allow(request, 'page-data');
    const open = async () => {
      const view = await this.viewOf(request, query, usual);
      const frame = this.frameOf(request, view);
      return { view, frame, content: await build(view, frame) };
    };
    const { block } = query;
    if (format !== 'html') {
      const { view, content } = await open();
      const url = `${this.config.publicUrl ?? ''}${request.url}`;
      const { headers, body } = await pageData(view, content, { format, block, name, url });
      await this.exports.taken(request, format, { ...query, search: list.search });
      reply.headers(headers).send(body);
      return;
    }
    const make = async (): Promise<KeptPage> => {
      const { view, frame, content } = await open();
      const opened =
        block === undefined || content.isList === true
          ? content
          : { page: () => blockPage(view, frame, content, { ...list, block }) };
      const { headers, body } = await pageHtml(view, opened, this.draw);
      return { headers, html: new SentAgain(body) };
    };
    const { answerTag: tag } = request;
    const { headers, html } = await (tag === null ? make() : toldOnce(this.made, tag, make));
    await html.send(request, reply.headers(headers));
  }

  private async sayFaults(
    request: FastifyRequest,
    reply: FastifyReply,
    faults: readonly Fault[],
  ): Promise<void> {
    const { lang } = request.query as { readonly lang?: unknown };
    const view = await this.viewOf(request, { lang: LANGUAGES.find((language) => language === lang) });
    const frame = this.frameOf(request, view);
    const filter = typedFilter(request.query);
    const told = new Set(faults.map(({ parameter }) => parameter));
    const [others, choices] = await Promise.all([faultsOfCodes(filter, view), choicesOf(view)]);
    const all = [...faults, ...others.filter(({ parameter }) => !told.has(parameter))];
    const hasPrograms = seesMoreThanTotals(view);
    const page = () => FilterFaultPage({ frame, faults: all, filter, choices, hasPrograms });
    const { headers, body } = await pageHtml(view, { page }, this.draw);
    reply.code(400).headers(headers).send(body);
  }

  private readonly draw = (page: VNode) => this.charts.documentHtml(page);

  private viewOf(request: FastifyRequest, query: Asked['query'], usual?: Asked['usual']): Promise<View> {
    const acceptLanguage = request.headers['accept-language'];
    const time = chosenTime(request.url);
    return this.views.make(request.scope, { query, usual, time, acceptLanguage, links: 'page' });
  }

  private frameOf({ url, visitor, settings }: FastifyRequest, view: View): PageFrame {
    return {
      edition: edition(view.language, 'screen'),
      url,
      cutOff: view.cutOff,
      known: knownSentence(view),
      past: pastSentence(view),
      site: siteOf(settings),
      signedIn: signedInOf(visitor),
      assets: this.assets.page,
    };
  }
}
