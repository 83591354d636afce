import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TRANSACTION_TYPES } from '../core/funding.ts';
import type { Block } from '../core/report/block.ts';
import { pageMessages } from '../web/i18n/messages/pages.ts';
import { withParameters } from '../web/url.ts';
import { definedOf } from './api.controller.ts';
import { programsBlock } from './blocks/programs.ts';
import { entriesBlock, resultRowsBlock, transactionRowsBlock } from './blocks/rows.ts';
import { withProgramsBehind } from './named-view.ts';
import { PageAnswers, withData } from './page-answers.use-case.ts';
import { listOrders, PAGE_ROWS } from './pages/list-parts.tsx';
import { ProgramsPage } from './pages/programs.page.tsx';
import { RowsPage } from './pages/rows.page.tsx';
import { listedPrograms } from './programs-in-view.ts';
import {
  ENTRY_ORDERS,
  PROGRAM_ORDERS,
  programsPageQuery,
  RESULT_ORDERS,
  rowsPageQuery,
  transactionsPageQuery,
} from './query.ts';
import { entryPieces, resultPieces } from './row-pieces.ts';
import { rowsWords } from './rows-words.ts';
import { doneFilter } from './view.ts';

/** Lists of programmes, figures and transactions, which come in pages. */
@ApiExcludeController()
@Controller()
export class ListsController {
  constructor(private readonly answers: PageAnswers) {}

  @Get(withData('programs'))
  programs(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const asked = { request, reply, schema: programsPageQuery, name: 'programs' };
    return this.answers.answer(asked, (view, frame, { search, order, cursor }) => {
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
      return { blocks, title: () => view.t(pageMessages.programsTitle), page, isList: true };
    });
  }

  @Get(withData('results'))
  results(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const asked = { request, reply, schema: rowsPageQuery, name: 'results' };
    return this.answers.answer(asked, async (view, frame, { kind, by, key, cursor, limit, order }) => {
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
      const title = async () => (await rowsWords(view, rows)).title;
      return { blocks: { pieces: [resultPieces(view, rows)] }, title, page, isList: true };
    });
  }

  @Get(withData('transactions'))
  transactions(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const asked = { request, reply, schema: transactionsPageQuery, name: 'transactions' };
    return this.answers.answer(asked, (view, frame, { type, by, key, cursor, order }) => {
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
      return {
        blocks: { pieces: selections.map((each) => entryPieces(view, each)) },
        title: () => view.t(pageMessages.transactionsTitle),
        page,
        isList: true,
      };
    });
  }
}
