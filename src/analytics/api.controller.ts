import { Controller, Get, Headers, Param, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { ReaderScope, type Scope } from '../access/index.ts';
import { readsAsOrganisation } from '../core/visibility/visibility.ts';
import { findNarrative, findProgram, findResult, findTransaction } from './found.ts';
import { withProgramsBehind } from './named-view.ts';
import {
  fundingQuery,
  pageQuery,
  programsQuery,
  rowsQuery,
  totalsQuery,
  transactionPagesQuery,
} from './query.ts';
import { RowHistories } from './row-histories.use-case.ts';
import { NARRATIVE_ROWS, PROGRAM_ROWS, RESULT_ROWS, TRANSACTION_ROWS } from './row-history.repository.ts';
import { historyAnswer, saidIn } from './row-history.ts';
import {
  narrativeAnswer,
  programDetailAnswer,
  programsAnswer,
  programVersionAnswer,
  resultAnswer,
  resultsAnswer,
  transactionAnswer,
  transactionsAnswer,
} from './rows-answers.ts';
import { fundingAnswer, PROGRAMMES, totalsAnswer } from './totals-answer.ts';
import { doneFilter } from './view.ts';
import { type Asked, Views } from './views.use-case.ts';

/** The figures as JSON (interfaces.md, "HTTP"). */
@ApiTags('figures')
@Controller('api/v1')
export class ApiController {
  constructor(
    private readonly views: Views,
    private readonly histories: RowHistories,
  ) {}

  /** One indicator's targets or actuals, row by row and in total. */
  @Get('totals')
  async totals(
    @Query({ schema: totalsQuery }) { indicator, kind, by, ...query }: z.output<typeof totalsQuery>,
    @ReaderScope() scope: Scope,
    @Headers('accept-language') accept?: string,
  ) {
    const view = await this.view(scope, indicator === PROGRAMMES ? query : { ...query, indicator }, accept);
    return totalsAnswer(view, indicator, kind, by);
  }

  /** Money of one type, row by row and in total, in minor units of the reporting currency. */
  @Get('funding')
  async funding(
    @Query({ schema: fundingQuery }) { type, by, ...query }: z.output<typeof fundingQuery>,
    @ReaderScope() scope: Scope,
    @Headers('accept-language') accept?: string,
  ) {
    return fundingAnswer(await this.view(scope, query, accept), type, by);
  }

  /** The approved rows behind a total, a hundred at a time. */
  @Get('results')
  async results(
    @Query({ schema: rowsQuery }) { kind, by, key, cursor, limit, ...query }: z.output<typeof rowsQuery>,
    @Req() { url }: FastifyRequest,
    @ReaderScope() scope: Scope,
    @Headers('accept-language') accept?: string,
  ) {
    const view = await this.view(scope, query, accept);
    const { cutOff, figures } = view;
    const filter = kind === 'actual' ? doneFilter(view) : view.filter;
    const selection = { filter, cutOff, ...definedOf({ kind, by, key }) };
    return resultsAnswer(view, await figures.results(selection, { cursor, limit }), url);
  }

  /** What a figure has said, the newest version first. */
  @Get('results/:id/history')
  async resultHistory(
    @Param('id') id: string,
    @Query({ schema: pageQuery }) query: z.output<typeof pageQuery>,
    @ReaderScope() scope: Scope,
    @Headers('accept-language') accept?: string,
  ) {
    const view = await this.view(scope, query, accept);
    await findResult(view, id);
    const versions = await this.histories.of(view, RESULT_ROWS, id);
    const named = await withProgramsBehind(view, saidIn(versions));
    const answer = historyAnswer(view, versions, {
      name: 'result',
      answer: (result) => ({
        ...resultAnswer(named, result),
        ...(readsAsOrganisation(view) && { approvedAt: result.approvedAt }),
      }),
    });
    return { id, ...answer };
  }

  /** The approved transactions behind an amount, some hundred at a time. */
  @Get('transactions')
  async transactions(
    @Query({ schema: transactionPagesQuery })
    { type, by, key, cursor, limit, ...query }: z.output<typeof transactionPagesQuery>,
    @Req() { url }: FastifyRequest,
    @ReaderScope() scope: Scope,
    @Headers('accept-language') accept?: string,
  ) {
    const view = await this.view(scope, query, accept);
    const selection = { filter: doneFilter(view), ...definedOf({ type, by, key }) };
    return transactionsAnswer(view, selection, { cursor, limit }, url);
  }

  /** What a transaction has said, the newest version first; each counts whole. */
  @Get('transactions/:id/history')
  async transactionHistory(
    @Param('id') id: string,
    @Query({ schema: pageQuery }) query: z.output<typeof pageQuery>,
    @ReaderScope() scope: Scope,
    @Headers('accept-language') accept?: string,
  ) {
    const view = await this.view(scope, query, accept);
    await findTransaction(view, id);
    const versions = await this.histories.of(view, TRANSACTION_ROWS, id);
    const answer = historyAnswer(view, versions, {
      name: 'transaction',
      answer: (transaction) =>
        transactionAnswer(view, { transaction, amountMinor: transaction.conversion?.amountMinor ?? 0 }),
    });
    return { id, ...answer };
  }

  /** What a text has said, the newest version first; its references stand as they were written. */
  @Get('narratives/:id/history')
  async narrativeHistory(
    @Param('id') id: string,
    @Query({ schema: pageQuery }) query: z.output<typeof pageQuery>,
    @ReaderScope() scope: Scope,
    @Headers('accept-language') accept?: string,
  ) {
    const view = await this.view(scope, query, accept);
    await findNarrative(view, id);
    const versions = await this.histories.of(view, NARRATIVE_ROWS, id);
    const answer = historyAnswer(view, versions, {
      name: 'narrative',
      answer: (narrative) => narrativeAnswer(view, narrative),
    });
    return { id, ...answer };
  }

  /** Programmes, some hundred at a time; with a country, those on its sheet. */
  @Get('programs')
  async programs(
    @Query({ schema: programsQuery }) { cursor, limit, ...query }: z.output<typeof programsQuery>,
    @Req() { url }: FastifyRequest,
    @ReaderScope() scope: Scope,
    @Headers('accept-language') accept?: string,
  ) {
    return programsAnswer(await this.view(scope, query, accept), { cursor, limit }, url);
  }

  /** One programme with every field of its fact sheet and its figures. */
  @Get('programs/:code')
  async program(
    @Param('code') code: string,
    @Query({ schema: pageQuery }) query: z.output<typeof pageQuery>,
    @ReaderScope() scope: Scope,
    @Headers('accept-language') accept?: string,
  ) {
    const view = await this.view(scope, query, accept);
    return programDetailAnswer(view, await findProgram(view, code));
  }

  /** What a programme has said of itself, the newest version first. */
  @Get('programs/:code/history')
  async programHistory(
    @Param('code') code: string,
    @Query({ schema: pageQuery }) query: z.output<typeof pageQuery>,
    @ReaderScope() scope: Scope,
    @Headers('accept-language') accept?: string,
  ) {
    const view = await this.view(scope, query, accept);
    await findProgram(view, code);
    const versions = await this.histories.of(view, PROGRAM_ROWS, code);
    const answer = historyAnswer(view, versions, {
      name: 'program',
      answer: (program) => programVersionAnswer(view, program),
    });
    return { code, ...answer };
  }

  private view(scope: Scope, query: Asked['query'], acceptLanguage: string | undefined) {
    return this.views.make(scope, { query, acceptLanguage, links: 'api' });
  }
}

type Defined<T> = { readonly [Name in keyof T]?: Exclude<T[Name], undefined> };

/** Parameters that were not given are not there at all. */
export function definedOf<T extends object>(given: T): Defined<T> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Defined<T>;
}
