import { Body, Controller, Get, Headers, Param, Post, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { DomainError } from '../../core/errors.ts';
import { NO_ANSWERS } from '../../platform/csv/answers.ts';
import type { ImportKind } from '../../platform/csv/import-kind.ts';
import { readHead } from '../../platform/csv/read-table.adapter.ts';
import { Described } from '../../platform/http/described.ts';
import { LARGE_FILE_BYTES } from '../../platform/http/multipart-files.ts';
import { idOf } from '../large/large-file-id.ts';
import type { KnownFile } from '../large/large-files.repository.ts';
import { LargeFiles, MOST_ROWS_IN_ALL } from '../large/large-files.use-case.ts';
import { Submissions } from '../submissions.use-case.ts';
import {
  answersBody,
  digestBody,
  type FileBody,
  faultsQuery,
  fileBody,
  nothingBody,
  returnBody,
  versionOf,
} from './bodies.ts';
import { LARGE_FILES_DOCUMENTED } from './large-files-examples.ts';
import { faultOf } from './row-faults.ts';
import { largeFileSaid, lineSaid, tagOf } from './said.ts';
import { programOf, type Rooms, rowsRefused, Writing } from './writing.use-case.ts';

const MOST_LISTED = 100;

/** Files that programs bring and decide on as one thing, as pages do for people. */
@ApiTags('entry')
@Controller('api/v1/large-files')
export class LargeFilesApiController {
  constructor(
    private readonly files: LargeFiles,
    private readonly submissions: Submissions,
    private readonly writing: Writing,
  ) {}

  @Post()
  @RouteConfig({ takesFile: 'rows' })
  @ApiConsumes('multipart/form-data')
  @Described(LARGE_FILES_DOCUMENTED.bring, fileBody)
  async bring(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Body({ schema: fileBody }) given: FileBody,
  ): Promise<void> {
    programOf(request);
    // To look into a file costs as much as to write, and is done before a request that comes again is known.
    await this.writing.count(request);
    await checkHead(this.submissions.kindOf(given.kind), given.file);
    const { kind, decimal = null, file: content, 'file.name': name = '' } = given;
    await this.writing.answer(request, reply, async ({ author, large, largeFile }) => {
      const id = await large.bring(author, { kind, decimal, fileName: name.slice(0, 200), content });
      const file = await largeFile(id);
      const headers = { location: `/api/v1/large-files/${id}`, ...tagOf(file) };
      return { status: 201, headers, body: largeFileSaid(file, author) };
    });
    await this.files.ask();
  }

  @Get()
  @Described(LARGE_FILES_DOCUMENTED.list)
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const reader = programOf(request);
    const own = await this.files.own(reader, MOST_LISTED);
    const { approvesFigures } = reader.scope.rights;
    const waiting = approvesFigures ? await this.files.waiting(reader, MOST_LISTED) : [];
    const known = new Set(own.map(({ id }) => id));
    const rows = [...waiting.filter(({ id }) => !known.has(id)), ...own];
    reply.header('cache-control', 'no-store').send({ rows: rows.map((file) => largeFileSaid(file, reader)) });
  }

  @Get(':file')
  @Described(LARGE_FILES_DOCUMENTED.one)
  async one(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('file') id: string,
  ): Promise<void> {
    const reader = programOf(request);
    const file = await this.files.find(reader, idOf(id));
    reply.headers({ 'cache-control': 'no-store', ...tagOf(file) }).send(largeFileSaid(file, reader));
  }

  @Get(':file/faults')
  @Described(LARGE_FILES_DOCUMENTED.faults)
  async faults(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('file') id: string,
    @Query({ schema: faultsQuery }) { after, limit }: z.output<typeof faultsQuery>,
  ): Promise<void> {
    const reader = programOf(request);
    const file = await this.files.find(reader, idOf(id));
    const rows = await this.files.faults(reader, file.id, after, limit + 1);
    const shown = rows.slice(0, limit);
    const next = rows.length > limit ? (shown.at(-1)?.line ?? null) : null;
    reply.header('cache-control', 'no-store').send({ errors: shown.flatMap(lineSaid), after: next });
  }

  /** What is said of rows that look like others; it is checked again with that. */
  @Post(':file/answers')
  @Described(LARGE_FILES_DOCUMENTED.answer, answersBody)
  answer(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('file') id: string,
    @Body({ schema: answersBody }) { all, lines }: z.output<typeof answersBody>,
    @Headers('if-match') version?: string,
  ): Promise<void> {
    const byLine = new Map(lines.map(({ line, answer, ref = null }) => [line, { answer, ref }]));
    return this.move(request, reply, { id, version }, ({ author, large }, known) =>
      large.answer(author, known, { all: all ?? null, byLine }),
    );
  }

  @Post(':file/submit')
  @Described(LARGE_FILES_DOCUMENTED.submit, nothingBody)
  submit(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('file') id: string,
    @Body({ schema: nothingBody }) _: z.output<typeof nothingBody>,
    @Headers('if-match') version?: string,
  ): Promise<void> {
    return this.move(request, reply, { id, version }, ({ author, large }, known) =>
      large.submit(author, known),
    );
  }

  @Post(':file/take-back')
  @Described(LARGE_FILES_DOCUMENTED.takeBack, nothingBody)
  takeBack(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('file') id: string,
    @Body({ schema: nothingBody }) _: z.output<typeof nothingBody>,
    @Headers('if-match') version?: string,
  ): Promise<void> {
    return this.move(request, reply, { id, version }, ({ author, large }, known) =>
      large.takeBack(author, known),
    );
  }

  @Post(':file/discard')
  @Described(LARGE_FILES_DOCUMENTED.discard, nothingBody)
  discard(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('file') id: string,
    @Body({ schema: nothingBody }) _: z.output<typeof nothingBody>,
    @Headers('if-match') version?: string,
  ): Promise<void> {
    return this.move(request, reply, { id, version }, ({ author, large }, known) =>
      large.discard(author, known),
    );
  }

  /** Of whoever approves figures. */
  @Post(':file/approve')
  @Described(LARGE_FILES_DOCUMENTED.approve, digestBody)
  approve(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('file') id: string,
    @Body({ schema: digestBody }) { digest }: z.output<typeof digestBody>,
    @Headers('if-match') version?: string,
  ): Promise<void> {
    return this.move(request, reply, { id, version }, ({ author, large }, known) =>
      large.approve(author, known, digest),
    );
  }

  /** Of whoever approves figures. */
  @Post(':file/return')
  @Described(LARGE_FILES_DOCUMENTED.giveBack, returnBody)
  giveBack(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('file') id: string,
    @Body({ schema: returnBody }) { comment }: z.output<typeof returnBody>,
    @Headers('if-match') version?: string,
  ): Promise<void> {
    return this.move(request, reply, { id, version }, ({ author, large }, known) =>
      large.giveBack(author, known, comment),
    );
  }

  /** Does something with a file as it was seen, and answers what it is then. */
  private async move(
    request: FastifyRequest,
    reply: FastifyReply,
    { id, version }: { readonly id: string; readonly version: string | undefined },
    does: (rooms: Rooms, known: KnownFile) => Promise<void>,
  ): Promise<void> {
    await this.writing.answer(request, reply, async (rooms) => {
      const { id: found } = await rooms.largeFile(idOf(id));
      await does(rooms, { id: found, version: versionOf(version) });
      const now = await rooms.largeFile(found);
      return { headers: tagOf(now), body: largeFileSaid(now, rooms.author) };
    });
    await this.files.ask();
  }
}

/**
 * What is wrong with a file as a whole is told at once, and not by the job.
 *
 * @throws DomainError `ENTRY.FAULTS`, `FILE.TOO_LARGE` (refused)
 */
async function checkHead({ columns }: ImportKind, content: Uint8Array): Promise<void> {
  if (content.length > LARGE_FILE_BYTES) throw tooLarge(`${LARGE_FILE_BYTES / 1024 / 1024} MB`);
  const { errors, rowCount } = await readHead(content, columns, NO_ANSWERS);
  if (rowCount === 0 || errors.some(({ code }) => code.startsWith('FILE.'))) {
    throw rowsRefused(errors.slice(0, MOST_LISTED).map(faultOf));
  }
  if (rowCount > MOST_ROWS_IN_ALL) throw tooLarge(`${MOST_ROWS_IN_ALL} rows`);
}

function tooLarge(most: string): DomainError {
  return new DomainError('FILE.TOO_LARGE', `A file has ${most} at most.`, {
    kind: 'refused',
    remedy: 'Bring it in parts.',
  });
}
