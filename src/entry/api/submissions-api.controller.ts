import { Body, Controller, Get, Headers, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { isOpen, SUBMISSION_STATUSES } from '../../core/entry/submission.ts';
import { Described } from '../../platform/http/described.ts';
import { isOwn } from '../author.ts';
import type { Known, Submission } from '../submissions.repository.ts';
import { Submissions } from '../submissions.use-case.ts';
import {
  enteredRow,
  idOf,
  nothingBody,
  ownQuery,
  returnBody,
  rowBody,
  rowsBody,
  submitBody,
  unreadable,
  versionOf,
} from './bodies.ts';
import { DOCUMENTED } from './examples.ts';
import { openSubmissionSaid, pageSaid, submissionSaid, tagOf, takenSaid } from './said.ts';
import { programOf, type Rooms, rowsRefused, Writing } from './writing.use-case.ts';

/** Rows that programs enter, as forms do for people: for tokens that write, of whoever enters figures. */
@ApiTags('entry')
@Controller('api/v1/submissions')
export class SubmissionsApiController {
  constructor(
    private readonly submissions: Submissions,
    private readonly writing: Writing,
  ) {}

  @Post()
  @RouteConfig({ takesRows: true })
  @Described(DOCUMENTED.enter, rowsBody)
  enter(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Body({ schema: rowsBody }) given: z.output<typeof rowsBody>,
  ): Promise<void> {
    const { kind, state, decimal, accepts } = given;
    return this.writing.answer(request, reply, async ({ author, submissions }) => {
      const rows = given.rows.map((row, index) => ({ ...enteredRow(row, decimal), place: index + 1 }));
      const faults = unreadable(submissions.kindOf(kind), rows);
      if (faults.length > 0) throw rowsRefused(faults);
      const origin = 'api' as const;
      const taken =
        state === 'draft'
          ? await submissions.keepTogether(author, kind, rows, { origin })
          : await submissions.submitAll(author, kind, rows, { origin, accepts });
      const only = taken.length === 1 ? taken[0] : undefined;
      const headers =
        only === undefined ? {} : { location: `/api/v1/submissions/${only.id}`, ...tagOf(only) };
      return { status: 201, headers, body: takenSaid(taken) };
    });
  }

  @Get()
  @Described(DOCUMENTED.own)
  async list(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query({ schema: ownQuery }) { state, cursor, limit }: z.output<typeof ownQuery>,
  ): Promise<void> {
    const author = programOf(request);
    const statuses = state === undefined ? SUBMISSION_STATUSES : [state];
    const listed = { whose: 'own' as const, statuses, after: cursor ?? null, limit };
    const found = await this.submissions.page(author, listed);
    reply.header('cache-control', 'no-store').send(pageSaid(found, author, limit, request.url));
  }

  @Get(':id')
  @Described(DOCUMENTED.one)
  async one(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<void> {
    const author = programOf(request);
    const found = await this.submissions.find(author, idOf(id));
    const isTheirs = isOwn(found, author) && isOpen(found.status);
    const said = isTheirs
      ? openSubmissionSaid(found, author, (await this.submissions.check(author, [found])).get(found.id))
      : submissionSaid(found, author);
    reply.headers({ 'cache-control': 'no-store', ...tagOf(found) }).send(said);
  }

  @Put(':id')
  @Described(DOCUMENTED.change, rowBody)
  change(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Body({ schema: rowBody }) given: z.output<typeof rowBody>,
    @Headers('if-match') version?: string,
  ): Promise<void> {
    return this.move(request, reply, { id, version }, async ({ author, submissions }, { kind }, known) => {
      const row = enteredRow(given, given.decimal);
      const faults = unreadable(submissions.kindOf(kind), [row]);
      if (faults.length > 0) throw rowsRefused(faults);
      await submissions.keep(author, kind, row, known);
    });
  }

  @Post(':id/submit')
  @Described(DOCUMENTED.submit, submitBody)
  submit(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Body({ schema: submitBody }) { accepts }: z.output<typeof submitBody>,
    @Headers('if-match') version?: string,
  ): Promise<void> {
    return this.move(
      request,
      reply,
      { id, version },
      async ({ author, submissions }, { kind, ...row }, known) => {
        await submissions.submit(author, kind, row, known, accepts);
      },
    );
  }

  @Post(':id/take-back')
  @Described(DOCUMENTED.takeBack, nothingBody)
  takeBack(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Body({ schema: nothingBody }) _: z.output<typeof nothingBody>,
    @Headers('if-match') version?: string,
  ): Promise<void> {
    return this.move(request, reply, { id, version }, async ({ author, submissions }, __, known) => {
      await submissions.takeBack(author, known);
    });
  }

  @Post(':id/discard')
  @Described(DOCUMENTED.discard, nothingBody)
  discard(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Body({ schema: nothingBody }) _: z.output<typeof nothingBody>,
    @Headers('if-match') version?: string,
  ): Promise<void> {
    return this.move(request, reply, { id, version }, async ({ author, submissions }, __, known) => {
      await submissions.discard(author, known);
    });
  }

  /** Of whoever approves figures. */
  @Post(':id/return')
  @Described(DOCUMENTED.giveBack, returnBody)
  giveBack(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Body({ schema: returnBody }) { comment }: z.output<typeof returnBody>,
    @Headers('if-match') version?: string,
  ): Promise<void> {
    return this.move(request, reply, { id, version }, async ({ author, approvals }, { id: found }, known) => {
      await approvals.giveBack(author, [found], comment, [known]);
    });
  }

  /** Does something with a submission as it was seen, and answers what it is then. */
  private move(
    request: FastifyRequest,
    reply: FastifyReply,
    { id, version }: { readonly id: string; readonly version: string | undefined },
    does: (rooms: Rooms, found: Submission, known: Known) => Promise<void>,
  ): Promise<void> {
    return this.writing.answer(request, reply, async (rooms) => {
      const found = await rooms.find(idOf(id));
      await does(rooms, found, { id: found.id, version: versionOf(version) });
      const now = await rooms.find(found.id);
      return { headers: tagOf(now), body: submissionSaid(now, rooms.author) };
    });
  }
}
