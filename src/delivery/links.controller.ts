import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
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
import { IssueLinks } from './issue-links.use-case.ts';
import { LinkEndedPage, type LinkFrame, LinkPage } from './links.page.tsx';

/** Mail programs add parameters of their own to an address; whatever they are, the link opens. */
const query = z.object({ lang: z.enum(LANGUAGES).optional().catch(undefined) });

/** What the links in e-mails lead to: whoever has one may come in, and the link decides. */
@ApiExcludeController()
@Controller('links/:token')
export class LinksController {
  constructor(
    private readonly links: IssueLinks,
    private readonly assets: Assets,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Says what the report is, in its language, and leads to the file: a mail scanner that looks in counts as nobody. */
  @Get()
  async page(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query({ schema: query }) { lang }: z.output<typeof query>,
  ): Promise<void> {
    keepPrivate(reply);
    const followed = await this.links.look(token, request);
    if (followed.is === 'sign-in') return this.askForSignIn(reply, request.url);
    if (followed.is === 'ended') return this.sayEnded(request, reply, lang);
    const { issue, recipient, expiresAt } = followed;
    const frame = this.frame(request, lang ?? issue.lang);
    const page = LinkPage({
      ...frame,
      file: `/links/${token}/report.pdf`,
      issue,
      recipient,
      expiresAt,
      timeZone: this.config.reportTimeZone,
      needsSignIn: this.config.links === 'sign-in',
    });
    send(reply, frame, page);
  }

  @Get('report.pdf')
  async file(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    keepPrivate(reply);
    const followed = await this.links.open(token, request);
    // After signing in the page is a better place to come back to than a download.
    if (followed.is === 'sign-in') return this.askForSignIn(reply, `/links/${token}`);
    if (followed.is === 'ended') return this.sayEnded(request, reply, undefined);
    const { fileName, pdf } = followed.issue;
    reply
      .type('application/pdf')
      .header('content-disposition', `attachment; filename="${fileName}"`)
      .send(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength));
  }

  private askForSignIn(reply: FastifyReply, next: string): void {
    reply.redirect(`/sign-in?${new URLSearchParams({ next })}`, 303);
  }

  /** The same answer for whatever it is that the link lacks. */
  private sayEnded(request: FastifyRequest, reply: FastifyReply, lang: Language | undefined): void {
    const acceptLanguage = request.headers['accept-language'];
    const frame = this.frame(request, lang ?? negotiateLanguage({ acceptLanguage }) ?? 'en');
    reply.code(404).header('vary', 'accept-language');
    send(reply, frame, LinkEndedPage(frame));
  }

  private frame({ url, visitor }: FastifyRequest, language: Language): LinkFrame {
    return {
      edition: edition(language, 'screen'),
      url: url.replace(/\/report\.pdf(?=\?|$)/, ''),
      assets: this.assets.page,
      signedIn: signedInOf(visitor),
    };
  }
}

/** The address is a secret: no other site learns it, no cache keeps what it opens, no search engine lists it. */
export function keepPrivate(reply: FastifyReply): void {
  reply
    .header('referrer-policy', 'no-referrer')
    .header('cache-control', 'no-store')
    .header('x-robots-tag', 'noindex, nofollow');
}

function send(
  reply: FastifyReply,
  { edition: { language } }: LinkFrame,
  page: Parameters<typeof documentHtml>[0],
): void {
  reply.header('content-language', language).type('text/html; charset=utf-8').send(documentHtml(page));
}
