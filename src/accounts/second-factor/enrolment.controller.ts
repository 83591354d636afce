import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { HalfWay, Person } from '../../access/index.ts';
import { RoleRights, withNext } from '../../access/index.ts';
import { Assets } from '../../platform/http/assets.adapter.ts';
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
import type { Refusal } from '../forms/form.tsx';
import { OwnAccount } from '../own-account/own-account.use-case.ts';
import { AfterSignIn, placeOf } from '../sign-in/after-sign-in.use-case.ts';
import { OwnSecondFactor } from './own-second-factor.use-case.ts';
import { RecoveryCodesPage, SecondFactorPage } from './second-factor.page.tsx';

const proof = z.object({ code: textField(12), current: passwordField.optional() });

/** Sets up the second factor: for those who want one, and half way in for those who must have one. */
@ApiExcludeController()
@Controller('account/second-factor')
export class EnrolmentController {
  constructor(
    private readonly own: OwnAccount,
    private readonly factor: OwnSecondFactor,
    private readonly after: AfterSignIn,
    private readonly assets: Assets,
    private readonly roles: RoleRights,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<void> {
    const visitor = await this.mayEnrol(request, reply, query);
    if (visitor !== null) await this.send(request, reply, query, visitor);
  }

  /** The recovery codes stand in the answer itself: they are kept nowhere that a second request could read. */
  @Post()
  async confirm(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query({ schema: pageQuery }) query: PageQuery,
    @Body({ schema: proof }) { code, current }: z.output<typeof proof>,
  ): Promise<void> {
    const visitor = await this.mayEnrol(request, reply, query);
    if (visitor === null) return;
    const tried = await attempt(accountFrame(request, this.assets, { query }), 'enrol', () =>
      this.factor.confirmEnrolment(visitor, { code, password: current }, arrivalOf(request)),
    );
    if (tried.refused !== null) return this.send(request, reply, query, visitor, tried.refused);
    const { recoveryCodes, opened } = tried.value;
    keepSession(reply, opened);
    const { name, role, organisations } = await this.own.state(visitor);
    const next = visitor.kind === 'person' ? '/account' : await this.after.place(opened, query.next);
    const frame = {
      ...accountFrame(request, this.assets, { query: { lang: query.lang }, path: '/account' }),
      signedIn: { name, rights: this.roles.of(role), organisations },
    };
    sendPage(reply, frame, RecoveryCodesPage({ frame, codes: recoveryCodes, next }));
  }

  /** Whoever has no second factor yet; anybody else is sent where they belong. */
  private async mayEnrol(
    request: FastifyRequest,
    reply: FastifyReply,
    { next }: PageQuery,
  ): Promise<Person | HalfWay | null> {
    const { visitor } = request;
    if (visitor.kind !== 'person' && visitor.kind !== 'half-way') {
      seeOther(request, reply, placeOf(visitor, '/'));
      return null;
    }
    if (visitor.kind === 'half-way' && visitor.needs === 'second-factor') {
      seeOther(request, reply, withNext('/sign-in/second-factor', next));
      return null;
    }
    if (visitor.kind === 'person' && (await this.own.state(visitor)).secondFactor) {
      seeOther(request, reply, '/account');
      return null;
    }
    return visitor;
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    query: PageQuery,
    visitor: Person | HalfWay,
    refused: {
      readonly refusal: Refusal;
      readonly status?: number;
      readonly retryAfterS?: number;
    } | null = null,
  ): Promise<void> {
    const { refusal = null, ...answer } = refused ?? {};
    const frame = accountFrame(request, this.assets, { query });
    const { secret, uri } = await this.factor.beginEnrolment(visitor);
    const isNeeded = visitor.kind === 'half-way';
    const asksPassword = !isNeeded && (await this.own.state(visitor)).hasPassword;
    const page = SecondFactorPage({ frame, secret, uri, next: query.next, isNeeded, asksPassword, refusal });
    sendPage(reply, frame, page, answer);
  }
}
