import { Controller, Get, Headers, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ReaderScope, readableBy, type Scope, signedInOf } from '../access/index.ts';
import { choicesOf, Views } from '../analytics/index.ts';
import { HOME_ORGANISATION } from '../core/organisation.ts';
import { previousMonth } from '../core/period.ts';
import { LANGUAGES } from '../core/text.ts';
import { Assets } from '../platform/http/assets.adapter.ts';
import { documentHtml } from '../web/document.ts';
import { edition } from '../web/edition.ts';
import { negotiateLanguage } from '../web/i18n/negotiate.ts';
import { issuesBlock } from './issues-block.ts';
import { ReportsPage } from './reports.page.tsx';
import { entityTag, Reports } from './reports.use-case.ts';

/** An empty field of a form was not filled in. */
const optional = z
  .string()
  .trim()
  .max(120)
  .transform((text) => (text === '' ? undefined : text))
  .optional();

/** What may be asked for beside the report's name; what it means is checked where the report is made. */
const reportQuery = z.strictObject({
  period: z.string({ error: 'takes a month (2017-06), a quarter (2017-Q2) or a year (2017)' }).trim(),
  pillar: optional,
  country: optional,
  donor: optional,
  lang: optional,
  paper: optional,
});

const pageQuery = z.strictObject({
  lang: z.enum(LANGUAGES, { error: `takes one of ${LANGUAGES.join(', ')}` }).optional(),
});

/** Reports as PDF, and the page that leads to them. */
@ApiTags('reports')
@Controller()
export class ReportsController {
  constructor(
    private readonly reports: Reports,
    private readonly views: Views,
    private readonly assets: Assets,
  ) {}

  /** A report of what is approved now: portfolio, country-fact-sheet or donor-funding-summary. */
  @Get('api/v1/reports/:report.pdf')
  @ApiProduces('application/pdf')
  async report(
    @ReaderScope() scope: Scope,
    @Param('report') report: string,
    @Query({ schema: reportQuery }) query: z.output<typeof reportQuery>,
    @Headers() headers: FastifyRequest['headers'],
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const lang = query.lang ?? negotiateLanguage({ acceptLanguage: headers['accept-language'] }) ?? undefined;
    const drawn = await this.reports.draw(scope, { ...query, report, lang });
    const tag = entityTag(drawn);
    // It changes with every approval: whoever keeps a copy asks whether it is still right.
    reply.header('cache-control', 'private, no-cache').header('vary', 'accept-language').header('etag', tag);
    if (knows(headers, tag)) {
      reply.code(304).send();
      return;
    }
    const { bytes } = await this.reports.print(drawn);
    sendPdf(reply, bytes, drawn.fileName);
  }

  /** A report as it was issued. */
  @Get('api/v1/reports/issues/:id.pdf')
  @ApiProduces('application/pdf')
  async issue(
    @ReaderScope() scope: Scope,
    @Param('id', { schema: z.uuid({ error: 'takes the id of an issue' }) }) id: string,
    @Headers() headers: FastifyRequest['headers'],
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const issue = await this.reports.find(scope, id);
    const tag = `"${issue.id}"`;
    // It never changes, but whoever may open it does.
    reply.header('cache-control', 'private, no-cache').header('etag', tag);
    if (knows(headers, tag)) {
      reply.code(304).send();
      return;
    }
    sendPdf(reply, issue.pdf, issue.fileName);
  }

  @Get('reports')
  @ApiExcludeEndpoint()
  async page(
    @Req() request: FastifyRequest,
    @Query({ schema: pageQuery }) query: z.output<typeof pageQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const acceptLanguage = request.headers['accept-language'];
    const scope = readableBy(request.visitor);
    const view = await this.views.make(scope, { query, acceptLanguage, links: 'page' });
    const screen = edition(view.language, 'screen');
    const page = ReportsPage({
      edition: screen,
      url: request.url,
      organisation: view.f.text(HOME_ORGANISATION),
      assets: this.assets.page,
      signedIn: signedInOf(request.visitor),
      period: previousMonth(view.cutOff).key,
      choices: choicesOf(view),
      issues: issuesBlock(screen, await this.reports.list(scope)),
    });
    reply
      .header('cache-control', 'private, no-cache')
      .header('vary', 'accept-language')
      .header('content-language', view.language)
      .type('text/html; charset=utf-8')
      .send(documentHtml(page));
  }
}

function sendPdf(reply: FastifyReply, bytes: Uint8Array, fileName: string): void {
  reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename="${fileName}"`)
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

function knows(headers: FastifyRequest['headers'], tag: string): boolean {
  const tags = (headers['if-none-match'] ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
  return tags.includes(tag) || tags.includes('*');
}
