import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../core/errors.ts';
import { Clock } from '../platform/clock/clock.ts';
import { download } from '../platform/csv/download.use-case.ts';
import { IMPORT_KINDS, type ImportKind } from '../platform/csv/import-kind.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import { Exports } from './exports.use-case.ts';

/** Files to edit and to bring back, for those who import. */
@ApiTags('files')
@Controller('api/v1')
export class DownloadController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(IMPORT_KINDS) private readonly kinds: readonly ImportKind[],
    private readonly clock: Clock,
    private readonly exports: Exports,
  ) {}

  /** All rows of a kind, drafts and withdrawn ones too; brought back unchanged, they change nothing. */
  @Get('download/:kind.csv')
  async csv(
    @Param('kind') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const kind = this.kinds.find((one) => one.name === name);
    if (kind === undefined) {
      throw new DomainError('DOWNLOAD.UNKNOWN_KIND', `There is no kind of file "${name}".`, {
        kind: 'missing',
        remedy: `Kinds: ${this.kinds.map((one) => one.name).join(', ')}.`,
        values: { name },
      });
    }
    await this.exports.allow(request, 'report-data');
    const { bytes, rows } = await download(this.db, kind, 'csv', this.clock.now());
    await this.exports.taken(request, 'csv', { kind: name, rows });
    reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="${name}.csv"`)
      .type('text/csv; charset=utf-8')
      .send(Buffer.from(bytes));
  }
}
