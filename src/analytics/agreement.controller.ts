import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { doesAgree } from '../core/proof/agreement.ts';
import { agreementMessages } from '../web/i18n/messages/agreement.ts';
import { Agreements } from './agreements.use-case.ts';
import { agreementBlock } from './blocks/agreement.ts';
import { choicesOf } from './choices.ts';
import { filterAsTyped } from './known-words.ts';
import { PageAnswers, withData } from './page-answers.use-case.ts';
import { AgreementPage } from './pages/agreement.page.tsx';
import { agreementQuery } from './query.ts';

/** That all views of a total agree, before everybody's eyes. */
@ApiExcludeController()
@Controller()
export class AgreementController {
  constructor(
    private readonly answers: PageAnswers,
    private readonly agreements: Agreements,
  ) {}

  @Get(withData('methods/agreement'))
  agreement(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const asked = { request, reply, schema: agreementQuery, name: 'agreement' };
    return this.answers.answer(asked, async (view, frame, { kind }) => {
      const all = await this.agreements.of(view, kind);
      const block = agreementBlock(view, all);
      const page = async () =>
        AgreementPage({
          frame,
          block,
          differing: all.filter((each) => !doesAgree(each)).length,
          filter: filterAsTyped(view),
          choices: await choicesOf(view),
        });
      return { blocks: [block], title: () => view.t(agreementMessages.title), page };
    });
  }
}
