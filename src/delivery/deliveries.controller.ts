import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorOf, signedInOf } from '../access/index.ts';
import { parsePeriod } from '../core/period.ts';
import { LANGUAGES } from '../core/text.ts';
import { Clock } from '../platform/clock/clock.ts';
import { CONFIG, type Config } from '../platform/config/config.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import { Assets } from '../platform/http/assets.adapter.ts';
import { documentHtml } from '../web/document.ts';
import { edition } from '../web/edition.ts';
import { negotiateLanguage } from '../web/i18n/negotiate.ts';
import { withParameters } from '../web/url.ts';
import { DeliveriesPage } from './deliveries.page.tsx';
import { readDeliveries, readPeriods } from './deliveries.repository.ts';
import { dueTurn } from './due.ts';
import { readLinks } from './issue-links.repository.ts';
import { IssueLinks } from './issue-links.use-case.ts';

const query = z.strictObject({
  period: z.string().optional(),
  lang: z.enum(LANGUAGES, { error: `takes one of ${LANGUAGES.join(', ')}` }).optional(),
});

/** What was sent to whom. */
@ApiExcludeController()
@Controller('deliveries')
export class DeliveriesController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly assets: Assets,
    private readonly links: IssueLinks,
  ) {}

  /** Of the month that is due, or of the one asked for. */
  @Get()
  async deliveries(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query({ schema: query }) asked: z.output<typeof query>,
  ): Promise<void> {
    const { visitor } = request;
    const now = this.clock.now();
    const timeZone = this.config.reportTimeZone;
    const due = dueTurn(now, timeZone).period.key;
    const period = asked.period === undefined ? due : parsePeriod(asked.period).key;
    const turns = await readDeliveries(this.db, period, now);
    const acceptLanguage = request.headers['accept-language'];
    const language = negotiateLanguage({ lang: asked.lang, acceptLanguage }) ?? 'en';
    const page = DeliveriesPage({
      edition: edition(language, 'screen'),
      url: request.url,
      assets: this.assets.accountPage,
      signedIn: signedInOf(visitor),
      timeZone,
      period,
      // Of another month, who is subscribed now and was not then is no news.
      turns: turns.filter(({ begun }) => begun || period === due),
      links: await readLinks(this.db, period),
      now,
      mayRevoke: visitor.kind === 'person' && visitor.role === 'administrator',
      periods: await readPeriods(this.db),
    });
    reply
      .header('cache-control', 'private, no-cache')
      .header('content-language', language)
      .header('vary', 'accept-language')
      .type('text/html; charset=utf-8')
      .send(documentHtml(page));
  }

  /** Ends the link of an e-mail. */
  @Post('links/:id/revoke')
  async revoke(
    @Param('id', { schema: z.uuid({ error: 'takes the id of a link' }) }) id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query({ schema: query }) { period, lang }: z.output<typeof query>,
  ): Promise<void> {
    await this.links.revoke(id, actorOf(request.visitor, request.ip));
    reply.redirect(withParameters('/deliveries', { period: period ?? null, lang: lang ?? null }), 303);
  }
}
