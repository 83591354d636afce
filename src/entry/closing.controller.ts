import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { VNode } from 'preact';
import { z } from 'zod';
import type { PageForm, Refusal, Visit } from '../access/index.ts';
import { Visiting } from '../access/index.ts';
import { Views } from '../analytics/index.ts';
import { closingMessages } from '../web/i18n/messages/closing.ts';
import { entryErrors } from '../web/i18n/messages/entry-errors.ts';
import { CLOSING_FORM, ClosingPage } from './closing.page.tsx';
import { Closing } from './closing.use-case.ts';
import { authorOf, programMeant } from './entry.controller.ts';

const line = z
  .string({ error: 'takes one value' })
  .max(200)
  .refine((text) => !text.includes('\0'), { error: 'holds a NUL character' })
  .default('');
const closing = z.object({ program: line, through: line });

const FORM: PageForm = {
  name: CLOSING_FORM,
  words: entryErrors,
  fields: { 'CLOSING.PROGRAM': 'program', 'CLOSING.DAY': 'through', 'CLOSING.NOT_YET': 'through' },
};
const NOTICES = { closed: closingMessages.doneClosed, opened: closingMessages.doneOpened };

/** Periods whose figures are final: for whoever approves figures. */
@ApiExcludeController()
@Controller('closed-periods')
export class ClosingController {
  constructor(
    private readonly closing: Closing,
    private readonly views: Views,
  ) {}

  @Get()
  async list(@Visiting() visit: Visit): Promise<void> {
    visit.show(await this.page(visit, { program: '', through: '' }, null));
  }

  @Post()
  async close(
    @Visiting() visit: Visit,
    @Body({ schema: closing }) typed: z.output<typeof closing>,
  ): Promise<void> {
    const view = await this.view(visit);
    const { program = typed.program } = await programMeant(view, { program: typed.program.trim() });
    return visit.submit(FORM, () => this.closing.close(authorOf(visit), program, typed.through.trim()), {
      done: '/closed-periods?done=closed',
      refused: (refusal) => this.page(visit, typed, refusal),
    });
  }

  @Post('open')
  async open(
    @Visiting() visit: Visit,
    @Body({ schema: closing }) { program }: z.output<typeof closing>,
  ): Promise<void> {
    await this.closing.reopen(authorOf(visit), program);
    visit.goTo('/closed-periods?done=opened');
  }

  private async page(visit: Visit, typed: z.output<typeof closing>, refusal: Refusal | null): Promise<VNode> {
    return ClosingPage({
      frame: visit.frame({ notices: NOTICES, path: '/closed-periods' }),
      view: await this.view(visit),
      closed: await this.closing.list(),
      typed,
      refusal,
    });
  }

  private view(visit: Visit) {
    return this.views.forPage(visit.request.scope, visit.edition.language);
  }
}
