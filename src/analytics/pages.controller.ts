import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import type { z } from 'zod';
import { readableBy, signedInOf } from '../access/index.ts';
import { DomainError } from '../core/errors.ts';
import type { Fault } from '../core/fault.ts';
import { TRANSACTION_TYPES } from '../core/funding.ts';
import { latestPeriods } from '../core/period.ts';
import { RecentlyUsed, toldOnce } from '../core/recently-used.ts';
import type { Block } from '../core/report/block.ts';
import { LANGUAGES } from '../core/text.ts';
import { wantsProblem } from '../platform/errors/error.filter.ts';
import { readParameters } from '../platform/errors/parameters.ts';
import { Assets } from '../platform/http/assets.adapter.ts';
import { SentAgain } from '../platform/http/compression.ts';
import { edition } from '../web/edition.ts';
import { historyMessages } from '../web/i18n/messages/history.ts';
import { pageMessages } from '../web/i18n/messages/pages.ts';
import { withParameters } from '../web/url.ts';
import { definedOf } from './api.controller.ts';
import { type BlockQuery, blockPage } from './block-page.ts';
import { fundingBlock } from './blocks/funding.ts';
import { programsBlock } from './blocks/programs.ts';
import type { Extent } from './blocks/rest.ts';
import { entriesBlock, resultRowsBlock, transactionRowsBlock } from './blocks/rows.ts';
import { REPORTED } from './blocks/targets.ts';
import { ChartRoom } from './chart-room.adapter.ts';
import { choicesOf } from './choices.ts';
import { countryBlocks, countrySheetOf } from './country-sheet.ts';
import { blocksOf, dashboardBlock, dashboardOf } from './dashboard.ts';
import { donorBlocks, donorSummaryOf } from './donor-summary.ts';
import { Exports } from './exports.use-case.ts';
import { findDonor, findPlace, findProgram, findResult, findTransaction } from './found.ts';
import { FIRST_OF_GAP, gapsOf } from './gaps.ts';
import { filterAsTyped, knownMoment, knownSentence, pastSentence } from './known-words.ts';
import { countryLabel, headOf, labelOf } from './labels.ts';
import { withPrograms, withProgramsBehind } from './named-view.ts';
import { ownNumberOf } from './own-number.ts';
import { type Content, type PageBody, pageData, pageHtml, splitFormat } from './page-answer.ts';
import { CountryPage } from './pages/country.page.tsx';
import { DashboardPage } from './pages/dashboard.page.tsx';
import { DonorPage } from './pages/donor.page.tsx';
import { FilterFaultPage } from './pages/filter-fault.page.tsx';
import type { PageFrame } from './pages/frame.tsx';
import { listOrders, PAGE_ENTRIES, PAGE_ROWS } from './pages/list-parts.tsx';
import { MethodsPage } from './pages/methods.page.tsx';
import { ProgramPage } from './pages/program.page.tsx';
import { ProgramsPage } from './pages/programs.page.tsx';
import { ResultPage } from './pages/result.page.tsx';
import { RowsPage } from './pages/rows.page.tsx';
import { TransactionPage } from './pages/transaction.page.tsx';
import { activitiesOf, programSheet } from './program-sheet.ts';
import { listedPrograms } from './programs-in-view.ts';
import { proofOf } from './proof.ts';
import {
  blockQuery,
  ENTRY_ORDERS,
  narrowingOf,
  PROGRAM_ORDERS,
  pageQuery,
  programsPageQuery,
  RESULT_ORDERS,
  rowsPageQuery,
  transactionsPageQuery,
  typedFilter,
} from './query.ts';
import { RowHistories } from './row-histories.use-case.ts';
import { PROGRAM_ROWS, RESULT_ROWS, TRANSACTION_ROWS } from './row-history.repository.ts';
import { historyBlock, saidIn } from './row-history.ts';
import { entryPieces, resultPieces } from './row-pieces.ts';
import { rowsWords } from './rows-words.ts';
import { comparesDonors } from './sight.ts';
import { toldProgram, toldResult, toldTransaction } from './told-rows.ts';
import { transactionSheet } from './transaction-sheet.ts';
import { faultsOfCodes } from './typed-names.ts';
import { doneFilter, narrowed, type View } from './view.ts';
import { type Asked, Views } from './views.use-case.ts';

type PageQuery = z.output<typeof pageQuery>;
type ListQuery = Omit<BlockQuery, 'block'>;

/** A page, and the same address ending in `.csv` or `.json`. */
const withData = (path: string) => [path, `${path}.csv`, `${path}.json`];

/** Some 20 MB of pages, and 4 MB of the same compressed. */
const MOST_KEPT = 120;

/** A page as it was made, which is sent as often as somebody asks for it. */
interface KeptPage extends Pick<PageBody<string>, 'headers'> {
  readonly html: SentAgain;
}

/** The pages that people read (interfaces.md, "HTTP"). */
@ApiExcludeController()
@Controller()
export class PagesController {
  /** Pages as they were made, by the tag of all that decides what they say: of the same tag is the same page. */
  private readonly made = new RecentlyUsed<Promise<unknown>>(MOST_KEPT);

  constructor(
    private readonly views: Views,
    private readonly exports: Exports,
    private readonly histories: RowHistories,
    private readonly assets: Assets,
    private readonly charts: ChartRoom,
  ) {}

  @Get([...withData(''), ...withData('dashboard')])
  dashboard(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answer({ request, reply, schema: blockQuery, name: 'dashboard' }, (view, frame) => {
      const blocks = async (only?: string) => {
        const one = only === undefined ? null : await dashboardBlock(view, only);
        return one === null ? blocksOf(await dashboardOf(view)) : [one];
      };
      const page = async () => {
        const dashboard = await dashboardOf(view, 'short');
        const otherAxes = dashboard.otherAxes.map((axis) => ({ axis, label: headOf(view, `axis:${axis}`) }));
        return DashboardPage({
          frame,
          dashboard,
          otherAxes,
          filter: filterAsTyped(view),
          moment: view.known.asked === null ? null : knownMoment(view),
          choices: await choicesOf(view),
        });
      };
      return { blocks, gaps: () => gapsOf(view), page };
    });
  }

  @Get(withData('programs'))
  programs(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const asked = { request, reply, schema: programsPageQuery, name: 'programs' };
    return this.answer(asked, (view, frame, { search, order, cursor }) => {
      const query = { ...listedPrograms(view), ...definedOf({ search }) };
      const blocks = async () => [programsBlock(view, await view.figures.programs(query))];
      const page = async () => {
        const inOrderOf = order ?? PROGRAM_ORDERS[0];
        const found = await view.figures.programs({ ...query, inOrderOf }, { cursor, limit: PAGE_ROWS });
        return ProgramsPage({
          frame,
          block: programsBlock(view, found),
          shown: found,
          search,
          order: inOrderOf,
        });
      };
      return { blocks, page, isList: true };
    });
  }

  @Get('programs/:code')
  program(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('code') name: string) {
    const [code] = splitFormat(name);
    const asked = { request, reply, schema: blockQuery, name: code };
    return this.answer(asked, async (view, frame, { cursor }) => {
      const program = await findProgram(view, code);
      const own = narrowed(view, { program: code });
      const fundingOf = (extent: Extent) =>
        Promise.all([
          ...(comparesDonors(own) ? [fundingBlock(own, 'disbursement', 'donor', extent)] : []),
          fundingBlock(own, 'disbursement', 'year', extent),
        ]);
      const blocks = async () => {
        const [sheet, funding] = await Promise.all([programSheet(view, program), fundingOf('whole')]);
        return [sheet.results, sheet.targets, ...funding];
      };
      const page = async () => {
        const [sheet, activities, funding, gaps] = await Promise.all([
          programSheet(view, program, { extent: 'short' }),
          activitiesOf(view, code, { cursor, limit: PAGE_ENTRIES }),
          fundingOf('short'),
          gapsOf(own, FIRST_OF_GAP),
        ]);
        return ProgramPage({ frame, sheet, activities, funding, gaps });
      };
      return { blocks, gaps: () => gapsOf(own), about: view.f.text(program.title), page };
    });
  }

  @Get(withData('programs/:code/history'))
  programHistory(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('code') code: string) {
    return this.answer(
      { request, reply, schema: blockQuery, name: `${code}-history` },
      async (view, frame) => {
        const { program } = await findProgram(view, code);
        const versions = await this.histories.of(view, PROGRAM_ROWS, code);
        const parents = versions.flatMap(({ said }) => said?.parent ?? []);
        const blocks = [historyBlock(view, versions, toldProgram(await withPrograms(view, parents)))];
        const words = {
          kicker: view.t(historyMessages.programTitle),
          title: view.f.text(program.title),
          lede: view.t(historyMessages.programLede),
        };
        const page = () => RowsPage({ frame, ...words, blocks, current: 'programs' });
        return { blocks, about: words.title, page };
      },
    );
  }

  @Get('countries/:code')
  country(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('code') name: string) {
    const [code] = splitFormat(name);
    return this.answer({ request, reply, schema: blockQuery, name: code }, (view, frame, { cursor }) => {
      const place = findPlace(view.names, code).code;
      const page = async () => {
        const sheet = await countrySheetOf(view, place, { cursor, limit: PAGE_ENTRIES });
        return CountryPage({ frame, sheet });
      };
      return {
        blocks: async () => countryBlocks(await countrySheetOf(view, place)),
        gaps: () => gapsOf(narrowed(view, { country: place })),
        about: countryLabel(view, place),
        page,
      };
    });
  }

  @Get('donors/:code')
  donor(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('code') name: string) {
    const [code] = splitFormat(name);
    return this.answer({ request, reply, schema: blockQuery, name: code }, async (view, frame) => {
      const donor = (await findDonor(view, code)).code;
      const { scope, links } = view;
      const own = scope.kind === 'donor' ? scope.organisations : [];
      const others = own
        .filter((each) => each !== code)
        .map((each) => ({ name: labelOf(view, 'donor', each), href: links.donor(each) }));
      // An officer has no reports made.
      const periods = scope.kind === 'programs' ? null : latestPeriods(view.cutOff).map(({ key }) => key);
      const page = async () => {
        const summary = await donorSummaryOf(view, donor, 'short');
        return DonorPage({ frame, summary, ours: own.includes(code), others, periods });
      };
      const blocks = async () => donorBlocks(await donorSummaryOf(view, donor));
      const gaps = () => gapsOf(narrowed(view, { donor }));
      return { blocks, gaps, about: labelOf(view, 'donor', donor), page };
    });
  }

  @Get(withData('results'))
  results(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const asked = { request, reply, schema: rowsPageQuery, name: 'results' };
    return this.answer(asked, async (view, frame, { kind, by, key, cursor, limit, order }) => {
      const { cutOff, figures } = view;
      const filter = kind === 'actual' ? doneFilter(view) : view.filter;
      const rows = { filter, cutOff, ...definedOf({ kind, by, key }) };
      const inOrderOf = order ?? RESULT_ORDERS[0];
      // Asked for data too: a cursor that is not known is refused in every format.
      const shown = await figures.results(
        { ...rows, inOrderOf },
        { cursor, limit: Math.min(limit, PAGE_ROWS) },
      );
      const page = async () => {
        const words = await rowsWords(view, rows);
        const block = resultRowsBlock(await withProgramsBehind(view, shown.rows), shown);
        const orders = listOrders(frame.url, inOrderOf, [
          { column: 'value', descending: 'value' },
          { column: 'period', ascending: 'period', descending: 'newest' },
        ]);
        return RowsPage({ frame, ...words, blocks: [block], shown, orders, current: null });
      };
      // Data are whole: only what people read comes in pages.
      return { blocks: { pieces: [resultPieces(view, rows)] }, page, isList: true };
    });
  }

  @Get('results/:id')
  result(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') name: string) {
    const [id] = splitFormat(name);
    return this.answer({ request, reply, schema: blockQuery, name: `result-${id}` }, async (view, frame) => {
      const proof = await proofOf(view, await findResult(view, id));
      const versions = await this.histories.of(view, RESULT_ROWS, id);
      const named = await withProgramsBehind(view, saidIn(versions));
      const history = historyBlock(view, versions, toldResult(named));
      // What a target's actual is made of is data of other figures, and opens by itself alone.
      const blocks = async (only?: string) =>
        only === REPORTED && proof.reported !== null ? [proof.reported] : [proof.block, history];
      const about = `${proof.indicator}: ${proof.figure}`;
      return { blocks, about, page: () => ResultPage({ frame, proof, history }) };
    });
  }

  @Get(withData('transactions'))
  transactions(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const asked = { request, reply, schema: transactionsPageQuery, name: 'transactions' };
    return this.answer(asked, (view, frame, { type, by, key, cursor, order }) => {
      const rows = { filter: doneFilter(view), ...definedOf({ by, key }) };
      const selections = (type === undefined ? TRANSACTION_TYPES : [type]).map((each) => ({
        ...rows,
        type: each,
      }));
      const page = async () => {
        const words = {
          title: view.t(pageMessages.transactionsTitle),
          lede: view.t(pageMessages.transactionsLede),
        };
        if (type === undefined) {
          const wholeAt = ({ id }: Block) =>
            withParameters(frame.url, { type: id.replace(/-transactions$/, ''), cursor: null, order: null });
          const blocks = await Promise.all(
            selections.map((each) => transactionRowsBlock(view, each, 'short')),
          );
          return RowsPage({ frame, ...words, blocks, wholeAt, current: null });
        }
        const inOrderOf = order ?? ENTRY_ORDERS[0];
        const selection = { ...rows, type, inOrderOf };
        const shown = await view.figures.entries(selection, { cursor, limit: PAGE_ROWS });
        const orders = listOrders(frame.url, inOrderOf, [
          { column: 'value_date', ascending: 'value-date', descending: 'newest' },
          { column: 'counted', descending: 'amount' },
        ]);
        const blocks = [await entriesBlock(view, selection, shown)];
        return RowsPage({ frame, ...words, blocks, shown, orders, current: null });
      };
      return { blocks: { pieces: selections.map((each) => entryPieces(view, each)) }, page, isList: true };
    });
  }

  @Get('transactions/:id')
  transaction(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') name: string) {
    const [id] = splitFormat(name);
    const asked = { request, reply, schema: blockQuery, name: `transaction-${id}` };
    return this.answer(asked, async (view, frame) => {
      const transaction = await findTransaction(view, id);
      const versions = await this.histories.of(view, TRANSACTION_ROWS, id);
      const named = await withProgramsBehind(view, [transaction, ...saidIn(versions)]);
      const sheet = transactionSheet(named, transaction);
      const history = historyBlock(view, versions, toldTransaction(named));
      return { blocks: [history], page: () => TransactionPage({ frame, sheet, history }) };
    });
  }

  @Get('methods')
  methods(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query({ schema: pageQuery }) { lang }: PageQuery,
  ) {
    // Strangers read it: a filter would tell them which codes there are.
    return this.send({ request, reply, query: { lang }, name: 'methods' }, (view, frame) => ({
      blocks: [],
      page: async () => MethodsPage({ frame, own: await ownNumberOf(view) }),
    }));
  }

  /** A page; what is wrong with its filter is said beside the filter, as it was typed. */
  private async answer<Schema extends z.ZodType<PageQuery & ListQuery>>(
    asked: {
      readonly request: FastifyRequest;
      readonly reply: FastifyReply;
      readonly schema: Schema;
      readonly name: string;
    },
    build: (view: View, frame: PageFrame, query: z.output<Schema>) => Content | Promise<Content>,
  ): Promise<void> {
    const { request, reply, schema, name } = asked;
    try {
      const query = readParameters(schema, request.query);
      const { search, order, cursor } = query;
      const sent = { request, reply, query: narrowingOf(query), list: { search, order, cursor }, name };
      await this.send(sent, (view, frame) => build(view, frame, query));
    } catch (error) {
      const faults = error instanceof DomainError ? error.options.faults : undefined;
      if (faults === undefined || wantsProblem(request)) throw error;
      await this.sayFaults(request, reply, faults);
    }
  }

  private async send(
    asked: {
      readonly request: FastifyRequest;
      readonly reply: FastifyReply;
      readonly query: Asked['query'] & { readonly block?: string | undefined };
      readonly list?: ListQuery;
      readonly name: string;
    },
    build: (view: View, frame: PageFrame) => Content | Promise<Content>,
  ): Promise<void> {
    const { request, reply, query, list = {}, name } = asked;
    const [path = '/'] = request.url.split('?', 1);
    const format = splitFormat(path)[1];
    if (format !== 'html') await this.exports.allow(request, 'page-data');
    const open = async () => {
      const view = await this.viewOf(request, query);
      const frame = this.frameOf(request, view);
      return { view, frame, content: await build(view, frame) };
    };
    const { block } = query;
    if (format !== 'html') {
      const { view, content } = await open();
      const { headers, body } = await pageData(view, content, { format, block, name });
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
    const page = () => FilterFaultPage({ frame, faults: all, filter, choices });
    const { headers, body } = await pageHtml(view, { page }, this.draw);
    reply.code(400).headers(headers).send(body);
  }

  private readonly draw = (page: VNode) => this.charts.documentHtml(page);

  private viewOf(request: FastifyRequest, query: Asked['query']): Promise<View> {
    const acceptLanguage = request.headers['accept-language'];
    return this.views.make(readableBy(request.visitor), { query, acceptLanguage, links: 'page' });
  }

  private frameOf({ url, visitor }: FastifyRequest, view: View): PageFrame {
    return {
      edition: edition(view.language, 'screen'),
      url,
      cutOff: view.cutOff,
      known: knownSentence(view),
      past: pastSentence(view),
      signedIn: signedInOf(visitor),
      assets: this.assets.page,
    };
  }
}
