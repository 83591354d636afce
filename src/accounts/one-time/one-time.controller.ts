import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { DomainError } from '../../core/errors.ts';
import { LANGUAGES } from '../../core/text.ts';
import { Assets } from '../../platform/http/assets.adapter.ts';
import { accessMessages } from '../../web/i18n/messages/access.ts';
import {
  accountFrame,
  arrivalOf,
  attempt,
  keepSession,
  type PageQuery,
  pageQuery,
  passwordField,
  seeOther,
  sendPage,
  textField,
} from '../account-answer.ts';
import { AfterSignIn } from '../sign-in/after-sign-in.use-case.ts';
import { LinkGonePage, OneTimePage } from './one-time.page.tsx';
import { OneTimeCodes, type Redeemable } from './one-time.use-case.ts';
import { ResetPage } from './reset.page.tsx';
import { SetupPage } from './setup.page.tsx';

const setup = z.object({
  code: textField(100),
  email: textField(254),
  name: textField(120),
  lang: z.enum(LANGUAGES),
  password: passwordField,
});
const reset = z.object({ email: textField(254) });
const newPassword = z.object({ password: passwordField });

/** What codes open that work once: the first administrator's, and those of e-mails. */
@ApiExcludeController()
@Controller()
export class OneTimeController {
  constructor(
    private readonly codes: OneTimeCodes,
    private readonly after: AfterSignIn,
    private readonly assets: Assets,
  ) {}

  @Get('setup')
  async showSetup(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<void> {
    await this.mustNeedFirst();
    const frame = accountFrame(request, this.assets, { query });
    const given = { email: '', name: '', lang: frame.edition.language };
    sendPage(reply, frame, SetupPage({ frame, given, refusal: null }));
  }

  @Post('setup')
  async setUp(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query({ schema: pageQuery }) query: PageQuery,
    @Body({ schema: setup }) { code, ...who }: z.output<typeof setup>,
  ): Promise<void> {
    await this.mustNeedFirst();
    const frame = accountFrame(request, this.assets, { query });
    const tried = await attempt(frame, 'setup', () =>
      this.codes.createFirstAdministrator(code, who, arrivalOf(request)),
    );
    if (tried.refused !== null) {
      const { refusal, ...answer } = tried.refused;
      return sendPage(reply, frame, SetupPage({ frame, given: who, refusal }), answer);
    }
    keepSession(reply, tried.value);
    seeOther(request, reply, await this.after.place(tried.value, '/'));
  }

  @Get('password')
  showReset(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): void {
    const notices = { sent: accessMessages.resetSent };
    const frame = accountFrame(request, this.assets, { query, notices });
    sendPage(reply, frame, ResetPage({ frame, email: '', refusal: null }));
  }

  /** The same answer whatever the address: it tells nobody who has an account. */
  @Post('password')
  async askReset(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query({ schema: pageQuery }) query: PageQuery,
    @Body({ schema: reset }) { email }: z.output<typeof reset>,
  ): Promise<void> {
    const frame = accountFrame(request, this.assets, { query });
    const tried = await attempt(frame, 'reset', () => this.codes.requestReset(email, arrivalOf(request)));
    if (tried.refused !== null) {
      const { refusal, ...answer } = tried.refused;
      return sendPage(reply, frame, ResetPage({ frame, email, refusal }), answer);
    }
    seeOther(request, reply, '/password?done=sent');
  }

  /** Opening uses nothing up: e-mail programs follow links on their own. */
  @Get('one-time/:code')
  async showPassword(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('code') code: string,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<void> {
    const found = await this.inspect(request, reply, code, query);
    if (found === null) return;
    const frame = accountFrame(request, this.assets, { query, preferred: found.lang });
    sendPage(reply, frame, OneTimePage({ frame, code, ...found, refusal: null }));
  }

  @Post('one-time/:code')
  async setPassword(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('code') code: string,
    @Query({ schema: pageQuery }) query: PageQuery,
    @Body({ schema: newPassword }) { password }: z.output<typeof newPassword>,
  ): Promise<void> {
    const found = await this.inspect(request, reply, code, query);
    if (found === null) return;
    const frame = accountFrame(request, this.assets, { query, preferred: found.lang });
    const tried = await attempt(frame, 'one-time', () =>
      this.codes.redeem(code, password, arrivalOf(request)),
    );
    if (tried.refused !== null) {
      const { refusal, ...answer } = tried.refused;
      // Used up by another between the two.
      if (answer.status === 404) return sendPage(reply, frame, LinkGonePage({ frame }), answer);
      return sendPage(reply, frame, OneTimePage({ frame, code, ...found, refusal }), answer);
    }
    keepSession(reply, tried.value);
    seeOther(request, reply, await this.after.place(tried.value, '/'));
  }

  /** Whom the link is for; null: it is no longer for anybody, and its page is sent. */
  private async inspect(
    request: FastifyRequest,
    reply: FastifyReply,
    code: string,
    query: PageQuery,
  ): Promise<Redeemable | null> {
    // The address is a secret until the code is used.
    reply.header('referrer-policy', 'no-referrer');
    try {
      return await this.codes.inspect(code);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'ONE_TIME.UNKNOWN') throw error;
      const frame = accountFrame(request, this.assets, { query });
      sendPage(reply, frame, LinkGonePage({ frame }), { status: 404 });
      return null;
    }
  }

  private async mustNeedFirst(): Promise<void> {
    if (await this.codes.needsFirstAdministrator()) return;
    throw new DomainError('REQUEST.NOT_FOUND', 'There is nothing at this address.', { kind: 'missing' });
  }
}
