import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { keeperOf, scopeKey, signedInOf, type Visit, Visiting, visitorKey } from '../access/index.ts';
import { choicesOf, Exports, knowsTag, periodsToReport, Views } from '../analytics/index.ts';
import { ownReportName, ownSlugOf } from '../core/report/own-report.ts';
import { LANGUAGES } from '../core/text.ts';
import { Assets } from '../platform/http/assets.adapter.ts';
import { XLSX_TYPE } from '../platform/spreadsheet/workbook.ts';
import { documentHtml } from '../web/document.ts';
import { edition } from '../web/edition.ts';
import { negotiateLanguage } from '../web/i18n/negotiate.ts';
import { siteOf } from '../web/site.ts';
import { pageFrom } from '../web/url.ts';
import { issuesBlock } from './issues-block.ts';
import { OwnReports } from './own/own-reports.use-case.ts';
import type { ReportFormat } from './report-file.ts';
import { type ReportFile, ReportFiles } from './report-files.use-case.ts';
import { ReportJobPage, reportName } from './report-job.page.tsx';
import { ReportJobs, type ReportStep, type TellStep } from './report-jobs.ts';
import { ReportsPage } from './reports.page.tsx';
import { Reports } from './reports.use-case.ts';

/** An empty field of a form was not filled in. */
const optional = z
  .string()
  .trim()
  .max(120)
  .transform((text) => (text === '' ? undefined : text))
  .optional();

/** What may be asked for beside the report's name; what it means is checked where the report is made. */
const reportQuery = z.strictObject({
  period: z
    .string({
      error: 'takes a month (2017-06), a quarter (2017-Q2), a year (2017), FY2017 or 2016-04..2017-03',
    })
    .trim(),
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
  /** Of the issues: the last one of the page before. */
  cursor: z.string().max(200).optional(),
});

/** So many reports of one's own are named beside ours; their page has all. */
const MOST_OWN = 8;

/** Issues on one page of their list. */
const PAGE_ROWS = 50;

/** The report that is not to be made: its address. */
const cancelling = z.strictObject({ of: z.string().max(2_000).startsWith('/api/v1/reports/') });

/** Reports as PDF, and the page that leads to them. */
@ApiTags('reports')
@Controller()
export class ReportsController {
  constructor(
    private readonly reports: Reports,
    private readonly files: ReportFiles,
    private readonly jobs: ReportJobs<ReportFile>,
    private readonly exports: Exports,
    private readonly views: Views,
    private readonly assets: Assets,
    private readonly own: OwnReports,
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

  /** A report that somebody has put together, of what whoever asks may see. */
  @Get('api/v1/reports/own/:slug.pdf')
  @ApiProduces('application/pdf')
  ownPdf(
    @Req() request: FastifyRequest,
    @Param('slug') slug: string,
    @Query({ schema: reportQuery }) query: z.output<typeof reportQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send('pdf', { request, reply, report: ownReportName(slug), query });
  }

  @Get('api/v1/reports/own/:slug.xlsx')
  @ApiProduces(XLSX_TYPE)
  ownXlsx(
    @Req() request: FastifyRequest,
    @Param('slug') slug: string,
    @Query({ schema: reportQuery }) query: z.output<typeof reportQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send('xlsx', { request, reply, report: ownReportName(slug), query });
  }

  @Get('api/v1/reports/own/:slug.csv')
  @ApiProduces('text/csv')
  ownCsv(
    @Req() request: FastifyRequest,
    @Param('slug') slug: string,
    @Query({ schema: reportQuery }) query: z.output<typeof reportQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send('csv', { request, reply, report: ownReportName(slug), query });
  }

  /** A report as it was issued. */
  @Get('api/v1/reports/issues/:id.pdf')
  @ApiProduces('application/pdf')
  async issue(
    @Req() request: FastifyRequest,
    @Param('id', { schema: z.uuid({ error: 'takes the id of an issue' }) }) id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const issue = await this.reports.find(request.scope, id);
    const tag = `"${issue.id}"`;
    // It never changes, but whoever may open it does.
    const head = { 'cache-control': 'private, no-cache', etag: tag };
    if (knowsTag(request.headers, tag)) {
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
  async page(@Visiting(pageQuery) visit: Visit<z.output<typeof pageQuery>>): Promise<void> {
    const { scope, headers } = visit.request;
    const keeper = keeperOf(visit.request);
    const { lang, cursor } = visit.query;
    const acceptLanguage = headers['accept-language'];
    const view = await this.views.make(scope, { query: { lang }, acceptLanguage, links: 'page' });
    const issued = await this.reports.list(scope, { cursor, limit: PAGE_ROWS });
    const page = ReportsPage({
      ...visit.frame({ assets: 'page' }),
      periods: await periodsToReport(view),
      choices: await choicesOf(view),
      issues: issuesBlock(
        { ...visit.edition, lang },
        issued.rows,
        await this.reports.before(scope, issued.rows),
      ),
      issued,
      own: (await this.own.list(keeper))
        .slice(0, MOST_OWN)
        .map((report) => ({ ...report, isOwn: report.holder === keeper.account })),
    });
    visit.show(page, { headers: { 'cache-control': 'private, no-cache' } });
  }

  /** What somebody makes who has waited long enough, or has thought better of it. */
  @Post('reports/cancel')
  @ApiExcludeEndpoint()
  cancel(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Body({ schema: cancelling }) { of }: z.output<typeof cancelling>,
  ): void {
    this.jobs.cancel({ key: keyOf(request, of) });
    reply.redirect(pageFrom(of, '/reports'), 303);
  }

  private async send(format: ReportFormat, asked: AskedReport): Promise<void> {
    const { request, reply, report, query } = asked;
    const acceptLanguage = request.headers['accept-language'];
    const { languages: offered } = request.settings;
    const lang = query.lang ?? negotiateLanguage({ acceptLanguage, offered }) ?? undefined;
    const make = async (tell?: TellStep) => {
      await this.exports.allow(request, format === 'pdf' ? 'printed-report' : 'report-data');
      return this.files.make(keeperOf(request), { ...query, report, lang }, format, tell);
    };
    const file = canWaitOnPage(request) ? await this.madeMeanwhile(format, asked, make) : await make();
    if (file === null) return;
    await this.exports.taken(request, format, file.details);
    // It changes with every approval: whoever keeps a copy asks whether it is still right.
    reply.headers({ 'cache-control': 'private, no-cache', vary: 'accept-language' });
    sendFile(reply, format, file.bytes, file.fileName);
  }

  /** The file if it is there soon; otherwise null, and the reader is shown how far it is. */
  private async madeMeanwhile(
    format: ReportFormat,
    { request, reply, report, query }: AskedReport,
    make: (tell: TellStep) => Promise<ReportFile>,
  ): Promise<ReportFile | null> {
    const { visitor, ip, url } = request;
    // What somebody has put together may have changed since.
    const tag = request.answerTag ?? randomUUID();
    const job = { owner: visitorKey(visitor, ip), key: keyOf(request, url), tag };
    const { file, step } = this.jobs.ask(job, make);
    const patience = new AbortController();
    try {
      const soon = await Promise.race([file, wait(this.jobs.patienceMs, null, { signal: patience.signal })]);
      if (soon !== null) this.jobs.taken(job);
      else await this.showStep(format, { request, reply, report, query }, step());
      return soon;
    } catch (error) {
      this.jobs.taken(job);
      throw error;
    } finally {
      patience.abort();
    }
  }

  private async showStep(
    format: ReportFormat,
    { request, reply, report, query }: AskedReport,
    step: ReportStep,
  ): Promise<void> {
    const slug = ownSlugOf(report);
    const title = slug === null ? null : (await this.own.find(keeperOf(request), slug)).title;
    const acceptLanguage = request.headers['accept-language'];
    const { languages: offered } = request.settings;
    const language = negotiateLanguage({ lang: query.lang, acceptLanguage, offered }) ?? 'en';
    const screen = edition(language, 'screen');
    const page = ReportJobPage({
      edition: screen,
      url: request.url,
      site: siteOf(request.settings),
      assets: this.assets.accountPage,
      signedIn: signedInOf(request.visitor),
      name: reportName(screen, title ?? report, query.period),
      step,
      isPrinted: format === 'pdf',
    });
    reply
      .code(202)
      .headers({ 'cache-control': 'no-store', refresh: String(ASK_AGAIN_S), 'retry-after': ASK_AGAIN_S })
      .header('content-language', language)
      .header('vary', 'accept-language')
      .type('text/html; charset=utf-8')
      .send(documentHtml(page));
  }
}

interface AskedReport {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly report: string;
  readonly query: z.output<typeof reportQuery>;
}

/** Seconds until a page that waits asks again. */
const ASK_AGAIN_S = 2;

/** A person in front of a browser; programs get the file at the request that asks for it, as long as it takes. */
function canWaitOnPage({ visitor, headers }: FastifyRequest): boolean {
  return visitor.kind === 'person' && (headers.accept ?? '').includes('text/html');
}

/** A reader, with its rights, and what it asks for in which language. */
function keyOf({ visitor, scope, ip, headers, settings }: FastifyRequest, url: string): string {
  const { stamp, languages: offered } = settings;
  const language = negotiateLanguage({ acceptLanguage: headers['accept-language'], offered });
  return JSON.stringify([visitorKey(visitor, ip), scopeKey(scope), stamp, language, url]);
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
