import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readableBy, signedInOf } from '../access/index.ts';
import { choicesOf, Exports, Views } from '../analytics/index.ts';
import { HOME_ORGANISATION } from '../core/organisation.ts';
import { latestPeriods } from '../core/period.ts';
import { LANGUAGES } from '../core/text.ts';
import { Assets } from '../platform/http/assets.adapter.ts';
import { XLSX_TYPE } from '../platform/spreadsheet/xlsx.adapter.ts';
import { documentHtml } from '../web/document.ts';
import { edition } from '../web/edition.ts';
import { negotiateLanguage } from '../web/i18n/negotiate.ts';
import { issuesBlock } from './issues-block.ts';
import type { ReportFormat } from './report-file.ts';
import { ReportsPage } from './reports.page.tsx';
import { type DrawnReport, entityTag, Reports } from './reports.use-case.ts';

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
  'as-of': optional,
  lang: optional,
  paper: optional,
  /** Names with commas between them or, as a form sends them, one by one. */
  annex: z
    .union([z.string(), z.array(z.string())])
    .transform((given) => [given].flat().join(','))
    .optional(),
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
    private readonly exports: Exports,
    private readonly views: Views,
    private readonly assets: Assets,
  ) {}

  /** A report of what is approved now. */
  @Get('api/v1/reports/:report.pdf')
  @ApiProduces('application/pdf')
  pdf(
    @Req() request: FastifyRequest,
    @Param('report') report: string,
    @Query({ schema: reportQuery }) query: z.output<typeof reportQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send('pdf', { request, reply, report, query });
  }

  /** The same figures as a workbook: what it is, then a sheet for each table. */
  @Get('api/v1/reports/:report.xlsx')
  @ApiProduces(XLSX_TYPE)
  xlsx(
    @Req() request: FastifyRequest,
    @Param('report') report: string,
    @Query({ schema: reportQuery }) query: z.output<typeof reportQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send('xlsx', { request, reply, report, query });
  }

  /** The same figures as CSV for spreadsheets: names beside codes, numbers with a point, money in major units. */
  @Get('api/v1/reports/:report.csv')
  @ApiProduces('text/csv')
  csv(
    @Req() request: FastifyRequest,
    @Param('report') report: string,
    @Query({ schema: reportQuery }) query: z.output<typeof reportQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send('csv', { request, reply, report, query });
  }

  /** A report as it was issued. */
  @Get('api/v1/reports/issues/:id.pdf')
  @ApiProduces('application/pdf')
  async issue(
    @Req() request: FastifyRequest,
    @Param('id', { schema: z.uuid({ error: 'takes the id of an issue' }) }) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const issue = await this.reports.find(readableBy(request.visitor), id);
    const tag = `"${issue.id}"`;
    // It never changes, but whoever may open it does.
    const head = { 'cache-control': 'private, no-cache', etag: tag };
    if (knows(request.headers, tag)) {
      reply.code(304).headers(head).send();
      return;
    }
    // It is printed already: only its way out costs.
    await this.exports.allow(request, 'page-data');
    await this.exports.taken(request, 'pdf', { report: issue.report, period: issue.period });
    sendFile(reply.headers(head), 'pdf', issue.pdf, issue.fileName);
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
      periods: latestPeriods(view.cutOff).map(({ key }) => key),
      choices: await choicesOf(view),
      issues: issuesBlock(screen, await this.reports.list(scope)),
    });
    reply
      .header('cache-control', 'private, no-cache')
      .header('vary', 'accept-language')
      .header('content-language', view.language)
      .type('text/html; charset=utf-8')
      .send(documentHtml(page));
  }

  private async send(
    format: ReportFormat,
    asked: {
      readonly request: FastifyRequest;
      readonly reply: FastifyReply;
      readonly report: string;
      readonly query: z.output<typeof reportQuery>;
    },
  ): Promise<void> {
    const { request, reply, report, query } = asked;
    const acceptLanguage = request.headers['accept-language'];
    const lang = query.lang ?? negotiateLanguage({ acceptLanguage }) ?? undefined;
    const drawn = await this.reports.draw(readableBy(request.visitor), { ...query, report, lang });
    const tag = await entityTag(drawn, format);
    // It changes with every approval: whoever keeps a copy asks whether it is still right.
    const head = { 'cache-control': 'private, no-cache', vary: 'accept-language', etag: tag };
    if (knows(request.headers, tag)) {
      reply.code(304).headers(head).send();
      return;
    }
    await this.exports.allow(request, format === 'pdf' ? 'printed-report' : 'report-data');
    const bytes = await this.bytesOf(drawn, format);
    const { period, filter, language, asOf } = drawn.order;
    const moment = asOf === null ? {} : { 'as-of': asOf.toISOString() };
    await this.exports.taken(request, format, {
      report,
      period: period.key,
      ...filter,
      ...moment,
      lang: language,
    });
    sendFile(reply.headers(head), format, bytes, drawn.fileName(format));
  }

  private async bytesOf(drawn: DrawnReport, format: ReportFormat): Promise<Uint8Array> {
    switch (format) {
      case 'pdf':
        return (await this.reports.print(drawn)).bytes;
      case 'xlsx':
        return this.reports.write(drawn);
      case 'csv':
        return new TextEncoder().encode(await drawn.csv());
    }
  }
}

const TYPES = { pdf: 'application/pdf', xlsx: XLSX_TYPE, csv: 'text/csv; charset=utf-8' } as const;

/** Browsers show a PDF; what is to calculate with they save. */
function sendFile(reply: FastifyReply, format: ReportFormat, bytes: Uint8Array, fileName: string): void {
  const disposition = format === 'pdf' ? 'inline' : 'attachment';
  reply
    .type(TYPES[format])
    .header('content-disposition', `${disposition}; filename="${fileName}"`)
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

function knows(headers: FastifyRequest['headers'], tag: string): boolean {
  const tags = (headers['if-none-match'] ?? '').split(',').map((each) => each.trim().replace(/^W\//, ''));
  return tags.includes(tag) || tags.includes('*');
}
