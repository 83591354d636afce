import { Body, Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { personOf, withNext } from '../../access/index.ts';
import { LANGUAGES } from '../../core/text.ts';
import { CONFIG, type Config } from '../../platform/config/config.ts';
import { Assets } from '../../platform/http/assets.adapter.ts';
import { accountMessages } from '../../web/i18n/messages/account.ts';
import {
  accountFrame,
  arrivalOf,
  attempt,
  forgetSession,
  keepSession,
  type PageQuery,
  pageQuery,
  passwordField,
  seeOther,
  sendPage,
  textField,
} from '../account-answer.ts';
import type { Refusal } from '../forms/form.tsx';
import { MandateNames } from '../people/mandate-names.use-case.ts';
import { OwnSecondFactor } from '../second-factor/own-second-factor.use-case.ts';
import { RecoveryCodesPage } from '../second-factor/second-factor.page.tsx';
import { OwnAccountPage, type OwnAccountPageProps } from './account.page.tsx';
import { OwnAccount } from './own-account.use-case.ts';

const details = z.object({ name: textField(120), lang: z.enum(LANGUAGES) });
const passwords = z.object({ current: passwordField, password: passwordField });
const confirmation = z.object({ current: passwordField });
const session = z.object({ id: textField(64) });

const NOTICES = {
  saved: accountMessages.saved,
  password: accountMessages.passwordChanged,
  removed: accountMessages.factorRemoved,
  ended: accountMessages.sessionEnded,
};

/** One's own account. */
@ApiExcludeController()
@Controller('account')
export class AccountController {
  constructor(
    private readonly own: OwnAccount,
    private readonly factor: OwnSecondFactor,
    private readonly names: MandateNames,
    private readonly assets: Assets,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<void> {
    await this.send(request, reply, query);
  }

  @Post('details')
  async changeDetails(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query({ schema: pageQuery }) query: PageQuery,
    @Body({ schema: details }) given: z.output<typeof details>,
  ): Promise<void> {
    const tried = await this.attempt(request, query, 'details', () =>
      this.own.changeDetails(personOf(request), given, arrivalOf(request)),
    );
    if (tried.refused !== null) return this.send(request, reply, query, { given, ...tried.refused });
    seeOther(request, reply, '/account?done=saved');
  }

  @Post('password')
  async changePassword(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query({ schema: pageQuery }) query: PageQuery,
    @Body({ schema: passwords }) { current, password }: z.output<typeof passwords>,
  ): Promise<void> {
    const tried = await this.attempt(request, query, 'password', () =>
      this.own.changePassword(personOf(request), { current, next: password }, arrivalOf(request)),
    );
    if (tried.refused !== null) return this.send(request, reply, query, tried.refused);
    seeOther(request, reply, '/account?done=password');
  }

  /** The new codes stand in the answer itself: they are kept nowhere that a second request could read. */
  @Post('recovery-codes')
  async renewCodes(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query({ schema: pageQuery }) query: PageQuery,
    @Body({ schema: confirmation }) { current }: z.output<typeof confirmation>,
  ): Promise<void> {
    const tried = await this.attempt(request, query, 'codes', () =>
      this.factor.renewRecoveryCodes(personOf(request), current, arrivalOf(request)),
    );
    if (tried.refused !== null) return this.send(request, reply, query, tried.refused);
    const frame = accountFrame(request, this.assets, { query: { lang: query.lang }, path: '/account' });
    sendPage(reply, frame, RecoveryCodesPage({ frame, codes: tried.value, next: '/account' }));
  }

  @Post('second-factor/remove')
  async removeFactor(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query({ schema: pageQuery }) query: PageQuery,
    @Body({ schema: confirmation }) { current }: z.output<typeof confirmation>,
  ): Promise<void> {
    const tried = await this.attempt(request, query, 'remove', () =>
      this.factor.removeSecondFactor(personOf(request), current, arrivalOf(request)),
    );
    if (tried.refused !== null) return this.send(request, reply, query, tried.refused);
    seeOther(request, reply, '/account?done=removed');
  }

  /** For another telephone: what is left of the session can do nothing but set it up. */
  @Post('second-factor/replace')
  async replaceFactor(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query({ schema: pageQuery }) query: PageQuery,
    @Body({ schema: confirmation }) { current }: z.output<typeof confirmation>,
  ): Promise<void> {
    const tried = await this.attempt(request, query, 'replace', () =>
      this.factor.replaceSecondFactor(personOf(request), current, arrivalOf(request)),
    );
    if (tried.refused !== null) return this.send(request, reply, query, tried.refused);
    keepSession(reply, tried.value);
    seeOther(request, reply, withNext('/account/second-factor', '/account'));
  }

  @Post('sessions/end')
  async endSession(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Body({ schema: session }) { id }: z.output<typeof session>,
  ): Promise<void> {
    const person = personOf(request);
    await this.own.endSession(person, id, arrivalOf(request));
    if (id !== person.session) return seeOther(request, reply, '/account?done=ended');
    forgetSession(reply);
    seeOther(request, reply, '/sign-in?done=signed-out');
  }

  @Post('sessions/end-all')
  async endAllSessions(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.own.endAllSessions(personOf(request), arrivalOf(request));
    forgetSession(reply);
    seeOther(request, reply, '/sign-in?done=everywhere');
  }

  private attempt<T>(request: FastifyRequest, query: PageQuery, form: string, work: () => Promise<T>) {
    return attempt(accountFrame(request, this.assets, { query }), form, work);
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    query: PageQuery,
    refused: {
      readonly given?: OwnAccountPageProps['given'];
      readonly refusal?: Refusal;
      readonly status?: number;
      readonly retryAfterS?: number;
    } = {},
  ): Promise<void> {
    const { given = null, refusal = null, ...answer } = refused;
    const person = personOf(request);
    const frame = accountFrame(request, this.assets, { query, notices: NOTICES, path: '/account' });
    const page = OwnAccountPage({
      frame,
      timeZone: this.config.reportTimeZone,
      state: await this.own.state(person),
      sessions: await this.own.sessions(person),
      names: await this.names.of(frame.edition.language),
      given,
      refusal,
    });
    sendPage(reply, frame, page, answer);
  }
}
