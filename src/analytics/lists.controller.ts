import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { TRANSACTION_TYPES } from '../core/funding.ts';
import { onlyOne } from '../core/one-or-more.ts';
import type { Block } from '../core/report/block.ts';
import { pageMessages } from '../web/i18n/messages/pages.ts';
import type { ChoiceName } from '../web/parts/choice-field.tsx';
import { FilterBar } from '../web/parts/filter-bar.tsx';
import { withParameters } from '../web/url.ts';
import { definedOf } from './api.controller.ts';
import { parentTitles, programsBlock } from './blocks/programs.ts';
import { resultRowsBlock, transactionRowsBlock } from './blocks/rows.ts';
import { timelineBlock } from './blocks/timeline.ts';
import { choicesOf, presetsOf } from './choices.ts';
import { filterAsTyped, knownMoment, type OwnTime, ownTime } from './known-words.ts';
import { withProgramsBehind } from './named-view.ts';
import { PageAnswers, withData } from './page-answers.use-case.ts';
import { OwnTimeBar, type PageFrame, withTime } from './pages/frame.tsx';
import { listOrders, PAGE_ROWS } from './pages/list-parts.tsx';
import { ProgramsPage } from './pages/programs.page.tsx';
import { RowsPage } from './pages/rows.page.tsx';
import { proofParts } from './pages/total-proof.tsx';
import { listedPrograms } from './programs-in-view.ts';
import {
  ENTRY_ORDERS,
  PROGRAM_ORDERS,
  programsPageQuery,
  RESULT_ORDERS,
  rowsPageQuery,
  transactionsPageQuery,
} from './query.ts';
import { RowHands } from './row-hands.use-case.ts';
import { entryPieces, resultPieces } from './row-pieces.ts';
import { entriesWords, rowsWords } from './rows-words.ts';
import { leftOutQuery, moneyTotalProof, provedFigure, resultTotalProof } from './total-proof.ts';
import { TotalProofs } from './total-proofs.use-case.ts';
import { doneFilter, type View } from './view.ts';

/** Lists of programmes, figures and transactions, which come in pages. */
@ApiExcludeController()
@Controller()
export class ListsController {
  constructor(
    private readonly answers: PageAnswers,
    private readonly proofs: TotalProofs,
    private readonly hands: RowHands,
  ) {}

  @Get(withData('programs'))
  programs(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const asked = { request, reply, schema: programsPageQuery, name: 'programs' };
    return this.answers.answer(asked, (view, frame, { search, order, cursor }) => {
      const query = { ...listedPrograms(view), ...definedOf({ search }) };
      const blocks = async () => [programsBlock(view, await view.figures.programs(query))];
      const page = async () => {
        const inOrderOf = order ?? PROGRAM_ORDERS[0];
        const [found, timeline] = await Promise.all([
          view.figures.programs({ ...query, inOrderOf }, { cursor, limit: PAGE_ROWS }),
          cursor === undefined ? timelineBlock(view, query) : null,
        ]);
        return ProgramsPage({
          frame,
          timeline,
          block: programsBlock(view, found, await parentTitles(view, found)),
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
      const proved = kind === undefined || onlyOne(filter.indicator) === undefined ? null : { ...rows, kind };
      // Asked for data too: a cursor that is not known is refused in every format.
      const shown = await figures.results(
        { ...rows, inOrderOf },
        { cursor, limit: Math.min(limit, PAGE_ROWS) },
      );
      const figure = proved === null ? null : await provedFigure(view, proved);
      const isSummed = figure !== null && figure.value !== null;
      const page = async () => {
        const [{ kicker, ...heading }, time] = await Promise.all([
          rowsWords(view, rows),
          ownTime(view, presetsOf(request.settings)),
        ]);
        const said = withTime(kicker === undefined ? [] : [kicker], time);
        const words = { ...heading, ...(said !== '' && { kicker: said }) };
        const search = await timeAndFilters(view, frame, time);
        const orders = listOrders(frame.url, inOrderOf, [
          { column: 'value', descending: 'value' },
          { column: 'period', ascending: 'period', descending: 'newest' },
        ]);
        if (proved === null) {
          const block = resultRowsBlock(await withProgramsBehind(view, shown.rows), shown);
          return RowsPage({ frame, ...words, search, blocks: [block], shown, orders, current: null });
        }
        const selection = { ...proved, inOrderOf };
        const [{ block, carried }, notCounted] = await Promise.all([
          this.proofs.resultsBlock(view, selection, shown, isSummed),
          this.hands.notCounted(view, leftOutQuery(proved)),
        ]);
        const proof = await resultTotalProof(view, selection, { shown, carried, figure, notCounted });
        const { above, below } = proofParts(frame, proof);
        return RowsPage({
          frame,
          ...words,
          blocks: [block],
          shown,
          orders,
          above: [...search, above],
          below,
          current: null,
        });
      };
      // Data are whole: only what people read comes in pages.
      const title = async () => (await rowsWords(view, rows)).title;
      const pieces = [
        proved === null ? resultPieces(view, rows) : this.proofs.resultPieces(view, proved, isSummed),
      ];
      return { blocks: { pieces }, title, page, isList: true };
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
        const time = await ownTime(view, presetsOf(request.settings));
        const search = await timeAndFilters(view, frame, time, ['indicator']);
        if (type === undefined) {
          const words = {
            ...(time.words !== null && { kicker: time.words }),
            title: view.t(pageMessages.transactions),
            lede: view.t(pageMessages.transactionsLede),
          };
          const wholeAt = ({ id }: Block) =>
            withParameters(frame.url, { type: id.replace(/-transactions$/, ''), cursor: null, order: null });
          const blocks = await Promise.all(
            selections.map((each) => transactionRowsBlock(view, each, 'short')),
          );
          return RowsPage({ frame, ...words, search, blocks, wholeAt, current: null });
        }
        const inOrderOf = order ?? ENTRY_ORDERS[0];
        const selection = { ...rows, type, inOrderOf };
        const shown = await view.figures.entries(selection, { cursor, limit: PAGE_ROWS });
        const orders = listOrders(frame.url, inOrderOf, [
          { column: 'value_date', ascending: 'value-date', descending: 'newest' },
          { column: 'counted', descending: 'amount' },
        ]);
        const { block, carried } = await this.proofs.entriesBlock(view, selection, shown);
        const proof = await moneyTotalProof(view, selection, { shown, carried });
        const { kicker, ...words } = await entriesWords(view, selection, shown);
        const { above, below } = proofParts(frame, proof);
        return RowsPage({
          frame,
          kicker: withTime([kicker], time),
          ...words,
          blocks: [block],
          shown,
          orders,
          above: [...search, above],
          below,
          current: null,
        });
      };
      return {
        blocks: {
          pieces: selections.map((each) =>
            // Blocks of one file have the same columns.
            type === undefined ? entryPieces(view, each) : this.proofs.entryPieces(view, each),
          ),
        },
        title: () => view.t(pageMessages.transactionsTitle),
        page,
        isList: true,
      };
    });
  }
}

/** What stands between the heading of a list and its rows: other times, and what it is narrowed by. */
async function timeAndFilters(
  view: View,
  frame: PageFrame,
  time: OwnTime,
  without: readonly ChoiceName[] = [],
): Promise<readonly VNode[]> {
  return [
    OwnTimeBar({ frame, time, isCompared: false }),
    FilterBar({
      edition: frame.edition,
      url: withParameters(frame.url, { cursor: null }),
      filter: filterAsTyped(view),
      choices: await choicesOf(view),
      moment: view.known.asked === null ? null : knownMoment(view),
      hasPrograms: true,
      without,
      isToDate: true,
    }),
  ];
}
