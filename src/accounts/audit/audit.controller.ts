import { Readable } from 'node:stream';
import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  Audit,
  auditInChunks,
  CurrentSettings,
  countAudit,
  knownActions,
  knownActors,
  Limiter,
  readAudit,
  type Visit,
  Visiting,
  visitorKey,
} from '../../access/index.ts';
import { dayIn } from '../../core/time-zone.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { DATABASE } from '../../platform/database/database.module.ts';
import type { Database } from '../../platform/database/database.ts';
import { AuditPage } from './audit.page.tsx';
import { auditCsv, auditJson } from './audit-data.ts';
import { type AuditQuery, auditFilterOf, auditQuery, readAuditQuery } from './audit-query.ts';

const PAGE_ROWS = 100;
/** A record of years has millions of entries: beyond so many it is enough to say that there are more. */
const MOST_COUNTED = 100_000;
/** The whole record may be long: enough for a person or a nightly program, too little to keep the database busy. */
const EXPORTS = { most: 20, windowS: 10 * 60 };

/** A page says what is wrong with its address beside the filters. */
const pageAsked = z.looseObject({}).transform((asked) => {
  const { query, faults } = readAuditQuery(asked);
  return { ...query, faults };
});

/** What happened, for administrators: to read, and as data. */
@ApiExcludeController()
@Controller()
export class AuditController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly settings: CurrentSettings,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly limiter: Limiter,
  ) {}

  @Get('audit')
  async page(@Visiting(pageAsked) visit: Visit<z.output<typeof pageAsked>>): Promise<void> {
    const timeZone = this.settings.now.schedule.timeZone;
    const { faults, ...query } = visit.query;
    // What could not be read narrows nothing.
    const filter = faults.length > 0 ? null : auditFilterOf(query, timeZone);
    // One more than is shown tells whether there are older ones.
    const found = filter === null ? [] : await readAudit(this.db, filter, PAGE_ROWS + 1);
    const page = AuditPage({
      frame: visit.frame(),
      timeZone,
      query,
      faults,
      rows: found.slice(0, PAGE_ROWS),
      hasOlder: found.length > PAGE_ROWS,
      count: filter === null ? 0 : await countAudit(this.db, filter, MOST_COUNTED),
      mostCounted: MOST_COUNTED,
      actions: await knownActions(this.db),
      actors: await knownActors(this.db),
    });
    visit.show(page, { status: faults.length > 0 ? 400 : 200 });
  }

  @Get('audit.csv')
  async csv(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query({ schema: auditQuery }) query: AuditQuery,
  ): Promise<void> {
    await this.export(request, query, 'csv');
    const day = dayIn(this.clock.now().getTime(), this.settings.now.schedule.timeZone);
    reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="audit-${day}.csv"`)
      .type('text/csv; charset=utf-8')
      .send(Readable.from(auditCsv(this.entries(query))));
  }

  @Get('audit.json')
  async json(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query({ schema: auditQuery }) query: AuditQuery,
  ): Promise<void> {
    await this.export(request, query, 'json');
    reply
      .header('cache-control', 'no-store')
      .type('application/json; charset=utf-8')
      .send(Readable.from(auditJson(this.entries(query))));
  }

  private entries(query: AuditQuery) {
    return auditInChunks(this.db, auditFilterOf(query, this.settings.now.schedule.timeZone));
  }

  /** On record before it begins: one that breaks off half-way has been taken too. */
  private async export(request: FastifyRequest, query: AuditQuery, format: 'csv' | 'json'): Promise<void> {
    const { visitor, ip } = request;
    await this.limiter.take(`audit-export ${visitorKey(visitor, ip)}`, EXPORTS, () =>
      this.audit.of(request, { action: 'limit.reached', details: { what: 'audit export' } }),
    );
    const { lang: _, ...filter } = query;
    await this.audit.of(request, { action: 'audit.exported', details: { format, ...filter } });
  }
}
