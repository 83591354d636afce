import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ToldText } from '../core/report/told-text.ts';
import { historyMessages } from '../web/i18n/messages/history.ts';
import { narrativeMessages, sectionWords } from '../web/i18n/messages/narratives.ts';
import { REPORTED } from './blocks/targets.ts';
import { EvidenceOfFigures } from './evidence-of-figures.use-case.ts';
import { findNarrative, findProgram, findResult, findTransaction } from './found.ts';
import { programLabel } from './labels.ts';
import { programHref, withPrograms, withProgramsBehind } from './named-view.ts';
import { splitFormat } from './page-answer.ts';
import { PageAnswers, withData } from './page-answers.use-case.ts';
import { NarrativePage } from './pages/narrative.page.tsx';
import { ResultPage } from './pages/result.page.tsx';
import { RowsPage } from './pages/rows.page.tsx';
import { TransactionPage } from './pages/transaction.page.tsx';
import { proofOf } from './proof.ts';
import { blockQuery } from './query.ts';
import { RowHistories } from './row-histories.use-case.ts';
import { NARRATIVE_ROWS, PROGRAM_ROWS, RESULT_ROWS, TRANSACTION_ROWS } from './row-history.repository.ts';
import { historyBlock, saidIn } from './row-history.ts';
import { toldTexts } from './told-narratives.ts';
import { toldNarrative, toldProgram, toldResult, toldTransaction } from './told-rows.ts';
import { transactionSheet } from './transaction-sheet.ts';

/** One row and what it has said: of a programme, a figure, a transaction, a text. */
@ApiExcludeController()
@Controller()
export class RecordsController {
  constructor(
    private readonly answers: PageAnswers,
    private readonly histories: RowHistories,
    private readonly evidence: EvidenceOfFigures,
  ) {}

  @Get(withData('programs/:code/history'))
  programHistory(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('code') code: string) {
    return this.answers.answer(
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

  @Get('results/:id')
  result(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') name: string) {
    const [id] = splitFormat(name);
    return this.answers.answer(
      { request, reply, schema: blockQuery, name: `result-${id}` },
      async (view, frame) => {
        const result = await findResult(view, id);
        const proof = await proofOf(view, result, await this.evidence.of(view, result));
        const versions = await this.histories.of(view, RESULT_ROWS, id);
        const named = await withProgramsBehind(view, saidIn(versions));
        const history = historyBlock(view, versions, toldResult(named));
        // What a target's actual is made of is data of other figures, and opens by itself alone.
        const blocks = async (only?: string) =>
          only === REPORTED && proof.reported !== null ? [proof.reported] : [proof.block, history];
        return { blocks, about: proof.title, page: () => ResultPage({ frame, proof, history }) };
      },
    );
  }

  @Get('narratives/:id')
  narrative(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') name: string) {
    const [id] = splitFormat(name);
    const asked = { request, reply, schema: blockQuery, name: `narrative-${id}` };
    return this.answers.answer(asked, async (view, frame) => {
      const narrative = await findNarrative(view, id);
      const versions = await this.histories.of(view, NARRATIVE_ROWS, id);
      const named = await withProgramsBehind(view, [narrative, ...saidIn(versions)]);
      const [told] = await toldTexts(view, [narrative]);
      const history = historyBlock(view, versions, toldNarrative(named));
      const section = view.t(sectionWords[narrative.section]);
      const title = programLabel(named, narrative.program);
      const program = { title, href: programHref(named, narrative.program) };
      return {
        blocks: [history],
        title: () => view.t(narrativeMessages.titleOf, { section, program: title }),
        page: () => NarrativePage({ frame, section, program, told: told as ToldText, history }),
      };
    });
  }

  @Get('transactions/:id')
  transaction(@Req() request: FastifyRequest, @Res() reply: FastifyReply, @Param('id') name: string) {
    const [id] = splitFormat(name);
    const asked = { request, reply, schema: blockQuery, name: `transaction-${id}` };
    return this.answers.answer(asked, async (view, frame) => {
      const transaction = await findTransaction(view, id);
      const versions = await this.histories.of(view, TRANSACTION_ROWS, id);
      const named = await withProgramsBehind(view, [transaction, ...saidIn(versions)]);
      const sheet = transactionSheet(named, transaction);
      const history = historyBlock(view, versions, toldTransaction(named));
      return {
        blocks: [history],
        title: () => sheet.title,
        page: () => TransactionPage({ frame, sheet, history }),
      };
    });
  }
}
