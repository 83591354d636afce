import { Body, Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { CONFIG, type Config } from '../../platform/config/config.ts';
import { Described } from '../../platform/http/described.ts';
import { idOf as pieceId } from '../evidence/evidence.controller.ts';
import { Evidence, type EvidencePlace } from '../evidence/evidence.use-case.ts';
import { readEvidence } from '../evidence/given-evidence.ts';
import { Submissions } from '../submissions.use-case.ts';
import { idOf, nothingBody, undoBody } from './bodies.ts';
import { type EvidenceBody, evidenceBody } from './evidence-body.ts';
import { EVIDENCE_DOCUMENTED } from './evidence-examples.ts';
import { pieceSaid } from './said.ts';
import { programOf, type Rooms, Writing } from './writing.use-case.ts';

const MOST_WAITING = 100;

/** What programs attach to rows and figures, and decide about it, as forms do for people. */
@ApiTags('entry')
@Controller('api/v1')
export class EvidenceApiController {
  constructor(
    private readonly evidence: Evidence,
    private readonly submissions: Submissions,
    private readonly writing: Writing,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('submissions/:id/evidence')
  @Described(EVIDENCE_DOCUMENTED.ofRow)
  async ofRow(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<void> {
    const submission = await this.submissions.find(programOf(request), idOf(id));
    await this.list(request, reply, { result: null, submission });
  }

  @Post('submissions/:id/evidence')
  @RouteConfig({ takesFile: 'evidence' })
  @ApiConsumes('application/json', 'multipart/form-data')
  @Described(EVIDENCE_DOCUMENTED.attachToRow, evidenceBody)
  attachToRow(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Body({ schema: evidenceBody }) given: EvidenceBody,
  ): Promise<void> {
    return this.attach(request, reply, given, async ({ find }) => ({
      result: null,
      submission: await find(idOf(id)),
    }));
  }

  @Get('results/:id/evidence')
  @Described(EVIDENCE_DOCUMENTED.ofFigure)
  async ofFigure(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<void> {
    const result = await this.evidence.figure(programOf(request), pieceId(id));
    await this.list(request, reply, { result, submission: null });
  }

  @Post('results/:id/evidence')
  @RouteConfig({ takesFile: 'evidence' })
  @ApiConsumes('application/json', 'multipart/form-data')
  @Described(EVIDENCE_DOCUMENTED.attachToFigure, evidenceBody)
  attachToFigure(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Body({ schema: evidenceBody }) given: EvidenceBody,
  ): Promise<void> {
    return this.attach(request, reply, given, async ({ figure }) => ({
      result: await figure(pieceId(id)),
      submission: null,
    }));
  }

  /** Of whoever approves figures. */
  @Get('evidence')
  @Described(EVIDENCE_DOCUMENTED.waiting)
  async waiting(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const rows = await this.evidence.waiting(programOf(request), MOST_WAITING);
    reply.header('cache-control', 'no-store').send({ rows: rows.map(pieceSaid) });
  }

  @Post('evidence/:id/confirm')
  @Described(EVIDENCE_DOCUMENTED.confirm, nothingBody)
  confirm(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Body({ schema: nothingBody }) _: z.output<typeof nothingBody>,
  ): Promise<void> {
    return this.writing.answer(request, reply, async ({ author, evidence, piece }) => {
      const found = await piece(pieceId(id));
      await evidence.confirm(author, found.piece.id);
      return { body: pieceSaid((await piece(found.piece.id)).piece) };
    });
  }

  @Post('evidence/:id/withdraw')
  @Described(EVIDENCE_DOCUMENTED.withdraw, undoBody)
  withdraw(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Body({ schema: undoBody }) { reason }: z.output<typeof undoBody>,
  ): Promise<void> {
    return this.writing.answer(request, reply, async ({ author, evidence, piece }) => {
      const found = await piece(pieceId(id));
      await evidence.withdraw(author, found, reason);
      return { body: pieceSaid((await piece(found.piece.id)).piece) };
    });
  }

  private async list(request: FastifyRequest, reply: FastifyReply, place: EvidencePlace): Promise<void> {
    const rows = await this.evidence.of(programOf(request), place);
    reply.header('cache-control', 'no-store').send({ rows: rows.map(pieceSaid) });
  }

  private async attach(
    request: FastifyRequest,
    reply: FastifyReply,
    given: EvidenceBody,
    where: (rooms: Rooms) => Promise<EvidencePlace>,
  ): Promise<void> {
    programOf(request);
    await this.evidence.allow(request);
    const { language, titleFor = '', file = new Uint8Array(), 'file.name': fileName = '', ...said } = given;
    return this.writing.answer(request, reply, async (rooms) => {
      const place = await where(rooms);
      const read = readEvidence({ ...said, titleFor, file, fileName, language }, this.config.evidenceBytes);
      const id = await rooms.evidence.attach(rooms.author, place, read, language);
      const { piece } = await rooms.piece(id);
      return { status: 201, headers: { location: `/evidence/${id}` }, body: pieceSaid(piece) };
    });
  }
}
