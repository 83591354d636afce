import { Body, Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { HalfWay } from '../../access/index.ts';
import { withNext } from '../../access/index.ts';
import { CONFIG, type Config } from '../../platform/config/config.ts';
import { Assets } from '../../platform/http/assets.adapter.ts';
import { accessMessages } from '../../web/i18n/messages/access.ts';
import { signInProblems } from '../../web/i18n/messages/oidc.ts';
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
import { OneTimeCodes } from '../one-time/one-time.use-case.ts';
import { SecondStepPage } from '../second-factor/second-step.page.tsx';
import { AfterSignIn, placeOf } from './after-sign-in.use-case.ts';
import { SignInPage } from './sign-in.page.tsx';
import { SignIn } from './sign-in.use-case.ts';

/** `problem`: why the OpenID provider brought nobody (sign-in-problem.ts). */
const signInQuery = pageQuery.extend({ problem: z.unknown().optional() });
type SignInQuery = z.output<typeof signInQuery>;

const credentials = z.object({ email: textField(254), password: passwordField });
const secondFactor = z.object({ code: textField(40) });

const NOTICES = {
  'signed-out': accessMessages.signedOut,
  everywhere: accessMessages.signedOutEverywhere,
};

/** In, and out. */
@ApiExcludeController()
@Controller()
export class SignInController {
  constructor(
    private readonly signIn: SignIn,
    private readonly codes: OneTimeCodes,
    private readonly after: AfterSignIn,
    private readonly assets: Assets,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('sign-in')
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query({ schema: signInQuery }) query: SignInQuery,
  ): Promise<void> {
    const { visitor } = request;
    if (visitor.kind === 'person') return seeOther(request, reply, placeOf(visitor, query.next));
    await this.showForm(request, reply, query, { email: '' });
  }

  @Post('sign-in')
  async enter(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query({ schema: pageQuery }) query: PageQuery,
    @Body({ schema: credentials }) { email, password }: z.output<typeof credentials>,
  ): Promise<void> {
    const arrival = arrivalOf(request);
    const tried = await attempt(accountFrame(request, this.assets, { query }), 'sign-in', () =>
      this.signIn.withPassword(email, password, arrival),
    );
    if (tried.refused !== null) return this.showForm(request, reply, query, { email, ...tried.refused });
    // Whoever was signed in here before is so no longer.
    await this.leave(request);
    keepSession(reply, tried.value);
    reply.header('cache-control', 'no-store');
    seeOther(request, reply, await this.after.place(tried.value, query.next));
  }

  @Get('sign-in/second-factor')
  showStep(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): void {
    const visitor = halfWayOf(request, reply, query);
    if (visitor !== null) this.sendStep(request, reply, query, visitor);
  }

  @Post('sign-in/second-factor')
  async step(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query({ schema: pageQuery }) query: PageQuery,
    @Body({ schema: secondFactor }) { code }: z.output<typeof secondFactor>,
  ): Promise<void> {
    const visitor = halfWayOf(request, reply, query);
    if (visitor === null) return;
    const tried = await attempt(accountFrame(request, this.assets, { query }), 'step', () =>
      this.signIn.withSecondFactor(visitor, code, arrivalOf(request)),
    );
    if (tried.refused !== null) return this.sendStep(request, reply, query, visitor, tried.refused);
    keepSession(reply, tried.value);
    seeOther(request, reply, await this.after.place(tried.value, query.next));
  }

  /** For those too whose session has ended by itself. */
  @Post('sign-out')
  async signOut(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.leave(request);
    forgetSession(reply);
    seeOther(request, reply, '/sign-in?done=signed-out');
  }

  private async leave(request: FastifyRequest): Promise<void> {
    const { visitor } = request;
    if (visitor.kind !== 'person' && visitor.kind !== 'half-way') return;
    await this.signIn.signOut(visitor, arrivalOf(request));
  }

  private async showForm(
    request: FastifyRequest,
    reply: FastifyReply,
    query: SignInQuery,
    given: {
      readonly email: string;
      readonly refusal?: Refusal;
      readonly status?: number;
      readonly retryAfterS?: number;
    },
  ): Promise<void> {
    const frame = accountFrame(request, this.assets, { query, notices: NOTICES });
    const { email, refusal = problemRefusal(frame.edition.t, query), ...answer } = given;
    const page = SignInPage({
      frame,
      next: query.next,
      email,
      refusal,
      hasProvider: this.config.oidc !== null,
      needsFirst: await this.codes.needsFirstAdministrator(),
    });
    sendPage(reply, frame, page, answer);
  }

  private sendStep(
    request: FastifyRequest,
    reply: FastifyReply,
    query: PageQuery,
    { email }: HalfWay,
    refused: { readonly refusal: Refusal; readonly status?: number } | null = null,
  ): void {
    const frame = accountFrame(request, this.assets, { query });
    const { refusal = null, ...answer } = refused ?? {};
    sendPage(reply, frame, SecondStepPage({ frame, next: query.next, email, refusal }), answer);
  }
}

/** Who must give a code now; anybody else is sent where they belong. */
function halfWayOf(request: FastifyRequest, reply: FastifyReply, { next }: PageQuery): HalfWay | null {
  const { visitor } = request;
  if (visitor.kind === 'half-way' && visitor.needs === 'second-factor') return visitor;
  const place =
    visitor.kind === 'half-way' ? withNext('/account/second-factor', next) : placeOf(visitor, next);
  seeOther(request, reply, place);
  return null;
}

function problemRefusal(
  t: ReturnType<typeof accountFrame>['edition']['t'],
  { problem }: Pick<SignInQuery, 'problem'>,
): Refusal | null {
  if (typeof problem !== 'string' || !Object.hasOwn(signInProblems, problem)) return null;
  return { form: 'sign-in', field: null, text: t(signInProblems[problem as keyof typeof signInProblems]) };
}
