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
import { LANGUAGES } from '../core/text.ts';
import { wantsProblem } from '../platform/errors/error.filter.ts';
import { readParameters } from '../platform/errors/parameters.ts';
import { Assets } from '../platform/http/assets.adapter.ts';
import { edition } from '../web/edition.ts';
import { historyMessages } from '../web/i18n/messages/history.ts';
import { pageMessages } from '../web/i18n/messages/pages.ts';
import { definedOf } from './api.controller.ts';
import { fundingBlock } from './blocks/funding.ts';
import { resultRowsBlock, transactionRowsBlock } from './blocks/rows.ts';
import { ChartRoom } from './chart-room.adapter.ts';
import { choicesOf } from './choices.ts';
import { countryBlocks, countrySheetOf } from './country-sheet.ts';
import { blocksOf, dashboardOf } from './dashboard.ts';
import { donorBlocks, donorSummaryOf, programsBlock } from './donor-summary.ts';
import { Exports } from './exports.use-case.ts';
import { findDonor, findPlace, findProgram, findResult, findTransaction } from './found.ts';
import { gapsOf } from './gaps.ts';
import { filterAsTyped, knownMoment, knownSentence, pastSentence } from './known-words.ts';
import { labelOf } from './labels.ts';
import { withPrograms, withProgramsBehind } from './named-view.ts';
import { ownNumberOf } from './own-number.ts';
import { type Content, pageBody, splitFormat } from './page-answer.ts';
import { CountryPage } from './pages/country.page.tsx';
import { DashboardPage } from './pages/dashboard.page.tsx';
import { DonorPage } from './pages/donor.page.tsx';
import { FilterFaultPage } from './pages/filter-fault.page.tsx';
import type { PageFrame } from './pages/frame.tsx';
import { MethodsPage } from './pages/methods.page.tsx';
import { ProgramPage } from './pages/program.page.tsx';
import { ResultPage } from './pages/result.page.tsx';
import { RowsPage } from './pages/rows.page.tsx';
import { TransactionPage } from './pages/transaction.page.tsx';
import { activitySheets, programSheet } from './program-sheet.ts';
import { listedPrograms } from './programs-in-view.ts';
import { proofOf } from './proof.ts';
import { narrowingOf, pageQuery, rowsQuery, transactionsQuery, typedFilter, unknownCodes } from './query.ts';
import { RowHistories } from './row-histories.use-case.ts';
import { PROGRAM_ROWS, RESULT_ROWS, TRANSACTION_ROWS } from './row-history.repository.ts';
import { historyBlock, saidIn } from './row-history.ts';
import { entryPieces, resultPieces } from './row-pieces.ts';
import { rowsWords } from './rows-words.ts';
import { comparesDonors } from './sight.ts';
import { toldProgram, toldResult, toldTransaction } from './told-rows.ts';
import { transactionSheet } from './transaction-sheet.ts';
import { doneFilter, narrowed, type View } from './view.ts';
import { type Asked, Views } from './views.use-case.ts';

type PageQuery = z.output<typeof pageQuery>;

/** A page, and the same address ending in `.csv` or `.json`. */
const withData = (path: string) => [path, `${path}.csv`, `${path}.json`];

/** The pages that people read (interfaces.md, "HTTP"). */
@ApiExcludeController()
@Controller()
export class PagesController {
  constructor(
    private readonly views: Views,
    private readonly exports: Exports,
    private readonly histories: RowHistories,
    private readonly assets: Assets,
    private readonly charts: ChartRoom,
  ) {}

  @Get([...withData(''), ...withData('dashboard')])
  dashboard(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answer({ request, reply, schema: pageQuery, name: 'dashboard' }, async (view, frame) => {
      const dashboard = await dashboardOf(view);
      const page = async () =>
        DashboardPage({
          frame,
          dashboard,
          filter: filterAsTyped(view),
          moment: view.known.asked === null ? null : knownMoment(view),
          choices: await choicesOf(view),
        });
      return { blocks: blocksOf(dashboard), page };
    });
  }

  @Get(withData('programs'))
  programs(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.answer({ request, reply, schema: pageQuery, name: 'programs' }, async (view, frame) => {
      const blocks = [programsBlock(view, await view.figures.programs(listedPrograms(view)))];
      const [title, lede] = [view.t(pageMessages.programsTitle), view.t(pageMessages.programsLede)];
      return { blocks, page: () => RowsPage({ frame, title, lede, blocks, current: 'programs' }) };
    });
  }

  @Get('programs/:code')
  program(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('code') name: string) {
    const [code] = splitFormat(name);
    return this.answer({ request, reply, schema: pageQuery, name: code }, async (view, frame) => {
      const program = await findProgram(view, code);
      const own = narrowed(view, { program: code });
      const [sheet, activities, funding, gaps] = await Promise.all([
        programSheet(view, program),
        activitySheets(view, code),
        Promise.all([
          ...(comparesDonors(own) ? [fundingBlock(own, 'disbursement', 'donor')] : []),
          fundingBlock(own, 'disbursement', 'year'),
        ]),
        gapsOf(own),
      ]);
      const page = () => ProgramPage({ frame, sheet, activities, funding, gaps });
      return { blocks: [sheet.results, sheet.targets, ...funding], page };
    });
  }

  @Get(withData('programs/:code/history'))
  programHistory(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('code') code: string) {
    return this.answer(
      { request, reply, schema: pageQuery, name: `${code}-history` },
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
        return { blocks, page: () => RowsPage({ frame, ...words, blocks, current: 'programs' }) };
      },
    );
  }

  @Get('countries/:code')
  country(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('code') name: string) {
    const [code] = splitFormat(name);
    return this.answer({ request, reply, schema: pageQuery, name: code }, async (view, frame) => {
      const sheet = await countrySheetOf(view, findPlace(view.names, code).code);
      return { blocks: countryBlocks(sheet), page: () => CountryPage({ frame, sheet }) };
    });
  }

  @Get('donors/:code')
  donor(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('code') name: string) {
    const [code] = splitFormat(name);
    return this.answer({ request, reply, schema: pageQuery, name: code }, async (view, frame) => {
      const summary = await donorSummaryOf(view, (await findDonor(view, code)).code);
      const { scope, links } = view;
      const own = scope.kind === 'donor' ? scope.organisations : [];
      const others = own
        .filter((each) => each !== code)
        .map((each) => ({ name: labelOf(view, 'donor', each), href: links.donor(each) }));
      // An officer has no reports made.
      const periods = scope.kind === 'programs' ? null : latestPeriods(view.cutOff).map(({ key }) => key);
      const page = () => DonorPage({ frame, summary, ours: own.includes(code), others, periods });
      return { blocks: donorBlocks(summary), page };
    });
  }

  @Get(withData('results'))
  results(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const asked = { request, reply, schema: rowsQuery, name: 'results' };
    return this.answer(asked, async (view, frame, { kind, by, key, cursor, limit }) => {
      const { cutOff, figures } = view;
      const filter = kind === 'actual' ? doneFilter(view) : view.filter;
      const rows = { filter, cutOff, ...definedOf({ kind, by, key }) };
      // Asked for data too: a cursor that is not known is refused in every format.
      const shown = await figures.results(rows, { cursor, limit });
      const page = async () => {
        const words = await rowsWords(view, rows);
        const block = resultRowsBlock(await withProgramsBehind(view, shown.rows), shown);
        return RowsPage({ frame, ...words, blocks: [block], shown, current: null });
      };
      // Data are whole: only what people read comes in pages.
      return { blocks: { pieces: [resultPieces(view, rows)] }, page };
    });
  }

  @Get('results/:id')
  result(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') name: string) {
    const [id] = splitFormat(name);
    return this.answer({ request, reply, schema: pageQuery, name: `result-${id}` }, async (view, frame) => {
      const proof = await proofOf(view, await findResult(view, id));
      const versions = await this.histories.of(view, RESULT_ROWS, id);
      const named = await withProgramsBehind(view, saidIn(versions));
      const history = historyBlock(view, versions, toldResult(named));
      return { blocks: [proof.block, history], page: () => ResultPage({ frame, proof, history }) };
    });
  }

  @Get(withData('transactions'))
  transactions(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const asked = { request, reply, schema: transactionsQuery, name: 'transactions' };
    return this.answer(asked, async (view, frame, { type, by, key }) => {
      const row = definedOf({ by, key });
      const selections = (type === undefined ? TRANSACTION_TYPES : [type]).map((each) => ({
        filter: doneFilter(view),
        type: each,
        ...row,
      }));
      const [title, lede] = [view.t(pageMessages.transactionsTitle), view.t(pageMessages.transactionsLede)];
      const page = async () => {
        const blocks = await Promise.all(selections.map((each) => transactionRowsBlock(view, each)));
        return RowsPage({ frame, title, lede, blocks, current: null });
      };
      return { blocks: { pieces: selections.map((each) => entryPieces(view, each)) }, page };
    });
  }

  @Get('transactions/:id')
  transaction(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') name: string) {
    const [id] = splitFormat(name);
    const asked = { request, reply, schema: pageQuery, name: `transaction-${id}` };
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
  private async answer<Schema extends z.ZodType<PageQuery>>(
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
      await this.send({ request, reply, query: narrowingOf(query), name }, (view, frame) =>
        build(view, frame, query),
      );
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
      readonly name: string;
    },
    build: (view: View, frame: PageFrame) => Content | Promise<Content>,
  ): Promise<void> {
    const { request, reply, query, name } = asked;
    const [path = '/'] = request.url.split('?', 1);
    const format = splitFormat(path)[1];
    if (format !== 'html') await this.exports.allow(request, 'page-data');
    const view = await this.viewOf(request, query);
    const content = await build(view, this.frameOf(request, view));
    const { headers, body } = await pageBody(view, content, { format, block: query.block, name }, this.draw);
    if (format !== 'html') await this.exports.taken(request, format, query);
    reply.headers(headers).send(body);
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
    const named = new Set(faults.map(({ parameter }) => parameter));
    const [codes, choices] = await Promise.all([unknownCodes(filter, view), choicesOf(view)]);
    const unknown = codes.filter(({ parameter }) => !named.has(parameter));
    const all = [...faults, ...unknown];
    const page = () => FilterFaultPage({ frame, faults: all, filter, choices });
    const { headers, body } = await pageBody(
      view,
      { blocks: [], page },
      { format: 'html', block: undefined, name: '' },
      this.draw,
    );
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
