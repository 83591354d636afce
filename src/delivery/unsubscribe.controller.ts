import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { signedInOf } from '../access/index.ts';
import { LANGUAGES, type Language } from '../core/text.ts';
import { CONFIG, type Config } from '../platform/config/config.ts';
import { Assets } from '../platform/http/assets.adapter.ts';
import { documentHtml } from '../web/document.ts';
import { edition } from '../web/edition.ts';
import { negotiateLanguage } from '../web/i18n/negotiate.ts';
import { keepPrivate } from './links.controller.ts';
import { LinkEndedPage, type LinkFrame } from './links.page.tsx';
import type { Subscription } from './subscriptions.repository.ts';
import { UnsubscribePage } from './unsubscribe.page.tsx';
import { Unsubscribe } from './unsubscribe.use-case.ts';

/** Mail programs add parameters of their own to an address. */
const query = z.object({ lang: z.enum(LANGUAGES).optional().catch(undefined) });
type Asked = z.output<typeof query>;

/** What a mail provider sends when its reader presses "unsubscribe" (RFC 8058, 3.2), and so does the button of the page. */
const oneClick = z.object(
  { 'List-Unsubscribe': z.literal('One-Click', { error: 'takes One-Click' }) },
  { error: 'takes List-Unsubscribe=One-Click' },
);

/** What the address in the header `List-Unsubscribe` leads to. */
@ApiExcludeController()
@Controller('unsubscribe/:token')
export class UnsubscribeController {
  constructor(
    private readonly unsubscribe: Unsubscribe,
    private readonly assets: Assets,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Asks whether it is meant: scanners of mail open every address in it, and nobody is unsubscribed by that. */
  @Get()
  async page(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query({ schema: query }) asked: Asked,
  ): Promise<void> {
    keepPrivate(reply);
    this.answer(request, reply, await this.unsubscribe.look(token, request), asked, token);
  }

  /** Stops at once, and leads nowhere else: providers follow no redirect (RFC 8058, 3.1). */
  @Post()
  @HttpCode(200)
  async stop(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query({ schema: query }) asked: Asked,
    @Body({ schema: oneClick }) _oneClick: z.output<typeof oneClick>,
  ): Promise<void> {
    keepPrivate(reply);
    this.answer(request, reply, await this.unsubscribe.stop(token, request), asked, token);
  }

  private answer(
    request: FastifyRequest,
    reply: FastifyReply,
    subscription: Subscription | null,
    { lang }: Asked,
    token: string,
  ): void {
    const acceptLanguage = request.headers['accept-language'];
    const language = lang ?? subscription?.lang ?? negotiateLanguage({ acceptLanguage }) ?? 'en';
    const frame = this.frame(request, language);
    const page =
      subscription === null
        ? LinkEndedPage(frame)
        : UnsubscribePage({
            ...frame,
            subscription,
            action: `/unsubscribe/${token}`,
            timeZone: this.config.reportTimeZone,
          });
    if (subscription === null) reply.code(404).header('vary', 'accept-language');
    reply.header('content-language', language).type('text/html; charset=utf-8').send(documentHtml(page));
  }

  private frame({ url, visitor }: FastifyRequest, language: Language): LinkFrame {
    return {
      edition: edition(language, 'screen'),
      url,
      assets: this.assets.page,
      signedIn: signedInOf(visitor),
    };
  }
}
