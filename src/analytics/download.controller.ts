import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeEndpoint, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { EVERYTHING, type Scope, signedInOf } from '../access/index.ts';
import { DomainError } from '../core/errors.ts';
import { LANGUAGES } from '../core/text.ts';
import { seesEverything } from '../core/visibility/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { download } from '../platform/csv/download.use-case.ts';
import { IMPORT_KINDS, type ImportKind } from '../platform/csv/import-kind.ts';
import { templateOf } from '../platform/csv/template.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import { Assets } from '../platform/http/assets.adapter.ts';
import { writeXlsx, XLSX_TYPE } from '../platform/spreadsheet/xlsx.adapter.ts';
import { documentHtml } from '../web/document.ts';
import { edition } from '../web/edition.ts';
import { negotiateLanguage } from '../web/i18n/negotiate.ts';
import { siteOf } from '../web/site.ts';
import { Exports } from './exports.use-case.ts';
import { FiguresRepository } from './figures.repository.ts';
import { FilesPage } from './pages/files.page.tsx';

const templateQuery = z.strictObject({
  lang: z.enum(LANGUAGES, { error: `takes one of ${LANGUAGES.join(', ')}` }).optional(),
});

/** Files to edit and to bring back, for those who import. */
@ApiTags('files')
@Controller()
export class DownloadController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(IMPORT_KINDS) private readonly kinds: readonly ImportKind[],
    private readonly clock: Clock,
    private readonly exports: Exports,
    private readonly portfolios: FiguresRepository,
    private readonly assets: Assets,
  ) {}

  /** The kinds of files, each with its template, and its rows for those who may take them down. */
  @Get('files')
  @ApiExcludeEndpoint()
  page(
    @Query({ schema: templateQuery }) { lang }: z.output<typeof templateQuery>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): void {
    const acceptLanguage = request.headers['accept-language'];
    const { languages: offered } = request.settings;
    const language = negotiateLanguage({ lang, acceptLanguage, offered }) ?? 'en';
    const screen = edition(language, 'screen');
    const page = FilesPage({
      edition: screen,
      url: request.url,
      site: siteOf(request.settings),
      assets: this.assets.accountPage,
      signedIn: signedInOf(request.visitor),
      kinds: this.kinds.map(({ name }) => name),
    });
    reply
      .header('cache-control', 'private, no-cache')
      .header('vary', 'accept-language')
      .header('content-language', language)
      .type('text/html; charset=utf-8')
      .send(documentHtml(page));
  }

  /** All rows of a kind, drafts and withdrawn ones too; brought back unchanged, they change nothing. */
  @Get('api/v1/download/:kind.csv')
  async csv(
    @Param('kind') name: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const kind = this.find(name);
    await this.exports.allow(request, 'report-data');
    const { bytes, rows } = await download(this.db, kind, 'csv', this.clock.now());
    await this.exports.taken(request, 'csv', { kind: name, rows });
    reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="${name}.csv"`)
      .type('text/csv; charset=utf-8')
      .send(Buffer.from(bytes));
  }

  /** An empty workbook to fill, with what its columns take and the words to choose from; `lang` is that of its guide. */
  @Get('api/v1/templates/:kind.xlsx')
  @ApiProduces(XLSX_TYPE)
  async template(
    @Param('kind') name: string,
    @Query({ schema: templateQuery }) { lang }: z.output<typeof templateQuery>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const kind = this.find(name);
    const acceptLanguage = request.headers['accept-language'];
    const { languages: offered } = request.settings;
    const language = negotiateLanguage({ lang, acceptLanguage, offered }) ?? 'en';
    await this.exports.allow(request, 'report-data');
    const words = { lists: await this.listsFor(request.scope, kind), guide: await kind.guide(this.db) };
    const bytes = await writeXlsx(templateOf(kind, words, language), this.clock.now());
    await this.exports.taken(request, 'xlsx', { template: name, lang: language });
    reply
      .header('cache-control', 'private, no-cache')
      .header('vary', 'accept-language')
      .header('content-language', language)
      .header('content-disposition', `attachment; filename="${name}.xlsx"`)
      .type(XLSX_TYPE)
      .send(Buffer.from(bytes));
  }

  /** The words to choose from: no programme and no organisation that the reader does not see. */
  private async listsFor(
    scope: Scope,
    kind: ImportKind,
  ): Promise<Readonly<Record<string, readonly string[]>>> {
    const lists = await kind.lists(this.db);
    if (seesEverything(scope)) return lists;
    const [all, seen] = await Promise.all([this.namesFor(EVERYTHING), this.namesFor(scope)]);
    const hidden = all.difference(seen);
    return Object.fromEntries(
      Object.entries(lists).map(([column, words]) => [column, words.filter((word) => !hidden.has(word))]),
    );
  }

  /** As files name them. */
  private async namesFor(scope: Scope): Promise<ReadonlySet<string>> {
    const { figures, names } = await this.portfolios.open(scope);
    const programs = await figures.programTitles();
    return new Set([
      ...programs.map(({ code }) => code),
      ...names.organisations.flatMap(({ name }) => Object.values(name)),
    ]);
  }

  private find(name: string): ImportKind {
    const kind = this.kinds.find((one) => one.name === name);
    if (kind !== undefined) return kind;
    throw new DomainError('DOWNLOAD.UNKNOWN_KIND', `There is no kind of file "${name}".`, {
      kind: 'missing',
      remedy: `Kinds: ${this.kinds.map((one) => one.name).join(', ')}.`,
      values: { name },
    });
  }
}
