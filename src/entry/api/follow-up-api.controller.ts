import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Clock } from '../../platform/clock/clock.ts';
import { Described } from '../../platform/http/described.ts';
import { confirmOddValue, OddValuesOnDesk } from '../odd-values.use-case.ts';
import { addChosen, type ReminderPreview, Reminders } from '../reminders/reminders.use-case.ts';
import { nothingBody, remindBody } from './bodies.ts';
import { FOLLOW_UP_DOCUMENTED } from './follow-up-examples.ts';
import { oddFigureSaid, oddRowSaid, reminderPreviewSaid, reminderSaid } from './said.ts';
import { programOf, Writing } from './writing.use-case.ts';

/** What programs follow up for whoever approves figures: values that look odd, and people who are reminded of what is missing. */
@ApiTags('entry')
@Controller('api/v1')
export class FollowUpApiController {
  constructor(
    private readonly odd: OddValuesOnDesk,
    private readonly reminders: Reminders,
    private readonly writing: Writing,
    private readonly clock: Clock,
  ) {}

  @Get('odd-values')
  @Described(FOLLOW_UP_DOCUMENTED.odd)
  async oddValues(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { waiting, waitingCount, approved } = await this.odd.find(programOf(request));
    reply.header('cache-control', 'no-store').send({
      approved: { count: approved.count, rows: approved.rows.map(oddFigureSaid) },
      waiting: { count: waitingCount, rows: waiting.map(oddRowSaid) },
    });
  }

  @Post('odd-values/:id/confirm')
  @Described(FOLLOW_UP_DOCUMENTED.right, nothingBody)
  right(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Body({ schema: nothingBody }) _: z.output<typeof nothingBody>,
  ): Promise<void> {
    return this.writing.answer(request, reply, async ({ author, tx }) => {
      const now = this.clock.now();
      const odd = await confirmOddValue(tx, author, id, now);
      return { body: { ...oddFigureSaid(odd), confirmedBy: author.name, confirmedAt: now } };
    });
  }

  @Get('reminders/:program')
  @Described(FOLLOW_UP_DOCUMENTED.preview)
  async preview(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('program') program: string,
  ): Promise<void> {
    const preview = await this.reminders.preview(programOf(request), program);
    reply.header('cache-control', 'no-store').send(reminderPreviewSaid(preview));
  }

  @Post('reminders/:program')
  @Described(FOLLOW_UP_DOCUMENTED.remind, remindBody)
  async remind(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('program') program: string,
    @Body({ schema: remindBody }) choice: z.output<typeof remindBody>,
  ): Promise<void> {
    // Read as each of its recipients sees it, and so before the transaction: whoever has asked too often reads nothing.
    await this.writing.count(request);
    const preview: ReminderPreview = await this.reminders.preview(programOf(request), program);
    const added: Awaited<ReturnType<typeof addChosen>>[number][] = [];
    await this.writing.answer(request, reply, async ({ author, tx }) => {
      added.push(...(await addChosen(tx, author, preview, choice, this.clock.now())));
      return { status: 201, body: { program, reminders: added.map(reminderSaid) } };
    });
    await this.reminders.handOn(added);
  }
}
