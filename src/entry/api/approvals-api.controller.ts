import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Described } from '../../platform/http/described.ts';
import { Approvals } from '../approvals.use-case.ts';
import { Closing } from '../closing.use-case.ts';
import { Submissions } from '../submissions.use-case.ts';
import { TakingBack } from '../taking-back.use-case.ts';
import { approveBody, closeBody, previewBody, undoBody, waitingQuery } from './bodies.ts';
import { DOCUMENTED } from './examples.ts';
import { importSaid, pageSaid, reviewSaid } from './said.ts';
import { programOf, toldOf, Writing } from './writing.use-case.ts';

/** Decisions of programs about what others entered: for tokens that write, of whoever approves figures. */
@ApiTags('entry')
@Controller('api/v1')
export class ApprovalsApiController {
  constructor(
    private readonly submissions: Submissions,
    private readonly approvals: Approvals,
    private readonly closing: Closing,
    private readonly takingBack: TakingBack,
    private readonly writing: Writing,
  ) {}

  @Get('approvals')
  @Described(DOCUMENTED.waiting)
  async waiting(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query({ schema: waitingQuery }) { cursor, limit }: z.output<typeof waitingQuery>,
  ): Promise<void> {
    const approver = programOf(request);
    const listed = {
      whose: 'waiting' as const,
      statuses: ['submitted'] as const,
      after: cursor ?? null,
      limit,
    };
    const found = await this.submissions.page(approver, listed);
    reply.header('cache-control', 'no-store').send(pageSaid(found, approver, limit, request.url));
  }

  /** Writes nothing that stays, and so needs no key. */
  @Post('approvals/preview')
  @HttpCode(200)
  @Described(DOCUMENTED.preview, previewBody)
  async preview(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Body({ schema: previewBody }) { ids }: z.output<typeof previewBody>,
  ): Promise<void> {
    const approver = programOf(request);
    await this.writing.count(request);
    try {
      const review = await this.approvals.review(approver, ids);
      reply.code(200).header('cache-control', 'no-store').send(reviewSaid(review));
    } catch (error) {
      throw toldOf(error, request.body);
    }
  }

  @Post('approvals')
  @Described(DOCUMENTED.approve, approveBody)
  approve(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Body({ schema: approveBody }) { ids, digest }: z.output<typeof approveBody>,
  ): Promise<void> {
    return this.writing.answer(request, reply, async ({ author, approvals, batches }) => {
      const approved = await approvals.approve(author, ids, digest);
      return { body: { approved, imports: await batches(ids) } };
    });
  }

  @Get('imports')
  @Described(DOCUMENTED.imports)
  async imports(@Res() reply: FastifyReply): Promise<void> {
    const rows = (await this.takingBack.latest()).map(importSaid);
    reply.header('cache-control', 'no-store').send({ rows });
  }

  @Post('imports/:batch/undo')
  @Described(DOCUMENTED.undo, undoBody)
  undo(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('batch') batch: string,
    @Body({ schema: undoBody }) { reason }: z.output<typeof undoBody>,
  ): Promise<void> {
    const id = /^[1-9]\d{0,8}$/.test(batch) ? Number(batch) : 0;
    return this.writing.answer(request, reply, async ({ author, takingBack }) => {
      await takingBack.undo(author.actor, id, reason);
      return { body: { import: id, undone: true } };
    });
  }

  @Get('closed-periods')
  @Described(DOCUMENTED.closed)
  async closed(@Res() reply: FastifyReply): Promise<void> {
    const closed = await this.closing.list();
    const rows = closed.map(({ program, through, closedName, closedAt }) => ({
      program,
      through,
      closedBy: closedName,
      closedAt,
    }));
    reply.header('cache-control', 'no-store').send({ rows });
  }

  @Put('closed-periods/:program')
  @Described(DOCUMENTED.close, closeBody)
  close(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('program') program: string,
    @Body({ schema: closeBody }) { through }: z.output<typeof closeBody>,
  ): Promise<void> {
    return this.writing.answer(request, reply, async ({ author, closing }) => {
      await closing.close(author, program, through.trim());
      return { body: { program, through: through.trim() } };
    });
  }

  @Delete('closed-periods/:program')
  @Described(DOCUMENTED.reopen)
  reopen(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('program') program: string,
  ): Promise<void> {
    return this.writing.answer(request, reply, async ({ author, closing }) => {
      await closing.reopen(author, program);
      return { body: { program, through: null } };
    });
  }
}
