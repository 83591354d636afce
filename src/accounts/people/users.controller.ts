import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { actorOf, personOf } from '../../access/index.ts';
import { DomainError } from '../../core/errors.ts';
import { LANGUAGES } from '../../core/text.ts';
import { CONFIG, type Config } from '../../platform/config/config.ts';
import { Assets } from '../../platform/http/assets.adapter.ts';
import { accountMessages } from '../../web/i18n/messages/account.ts';
import { userMessages } from '../../web/i18n/messages/user.ts';
import {
  accountFrame,
  attempt,
  type PageQuery,
  pageQuery,
  seeOther,
  sendPage,
  textField,
} from '../account-answer.ts';
import type { Refusal } from '../forms/form.tsx';
import { Accounts, type OneTimeLink } from './accounts.use-case.ts';
import { confirmedForm, mandateFields, mandateOf } from './mandate-form.ts';
import { MandateNames, namesIn } from './mandate-names.use-case.ts';
import { UserPage, type UserPageProps } from './user.page.tsx';
import { type GivenInvitation, UsersPage } from './users.page.tsx';

/** People on one page of the list. */
const PAGE_ROWS = 50;

const invitation = z.object({
  email: textField(254),
  name: textField(120),
  lang: z.enum(LANGUAGES),
  ...mandateFields,
});
const change = z.object({ name: textField(120), ...mandateFields });

const { done } = userMessages;
const NOTICES = {
  invited: done.invited,
  saved: accountMessages.saved,
  'link-sent': done.linkSent,
  disabled: done.disabled,
  enabled: done.enabled,
  'sessions-ended': done.sessionsEnded,
  'factor-reset': done.factorReset,
};

interface Answer {
  readonly refusal?: Refusal;
  readonly status?: number;
  readonly retryAfterS?: number;
}

/** Who may sign in: for administrators. */
@ApiExcludeController()
@Controller('users')
export class UsersController {
  constructor(
    private readonly accounts: Accounts,
    private readonly names: MandateNames,
    private readonly assets: Assets,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  async list(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<void> {
    await this.sendList(request, reply, query);
  }

  @Post()
  async invite(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query({ schema: pageQuery }) query: PageQuery,
    @Body({ schema: invitation }) given: z.output<typeof invitation>,
  ): Promise<void> {
    const { email, name, lang } = given;
    const actor = actorIn(request);
    const tried = await this.attempt(request, query, 'invite', () =>
      mailed(() => this.accounts.invite(actor, { email, name, lang, mandate: mandateOf(given), mail: true })),
    );
    if (tried.refused !== null) return this.sendList(request, reply, query, { given, ...tried.refused });
    if (tried.value !== null) return seeOther(request, reply, `/users/${tried.value.id}?done=invited`);
    const account = await this.accounts.findByEmail(email);
    if (account === null) throw new Error('The account that was just made is not there.');
    await this.handOver(request, reply, query, account.id);
  }

  @Get(':id')
  async show(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<void> {
    await this.sendOne(request, reply, query, id);
  }

  @Post(':id')
  async change(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Query({ schema: pageQuery }) query: PageQuery,
    @Body({ schema: change }) given: z.output<typeof change>,
  ): Promise<void> {
    const tried = await this.attempt(request, query, 'change', () =>
      this.accounts.change(actorIn(request), id, { name: given.name, mandate: mandateOf(given) }),
    );
    if (tried.refused !== null) return this.sendOne(request, reply, query, id, { given, ...tried.refused });
    seeOther(request, reply, `/users/${id}?done=saved`);
  }

  @Post(':id/send-link')
  async sendLink(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<void> {
    const tried = await this.attempt(request, query, 'send-link', () =>
      mailed(() => this.accounts.sendLink(actorIn(request), id)),
    );
    if (tried.refused !== null) return this.sendOne(request, reply, query, id, tried.refused);
    if (tried.value !== null) return seeOther(request, reply, `/users/${id}?done=link-sent`);
    await this.handOver(request, reply, query, id);
  }

  @Post(':id/end-sessions')
  endSessions(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<void> {
    return this.carryOut({ request, reply, query, id, form: 'end-sessions', done: 'sessions-ended' }, () =>
      this.accounts.endSessions(actorIn(request), id),
    );
  }

  @Post(':id/enable')
  enable(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<void> {
    return this.carryOut({ request, reply, query, id, form: 'enable', done: 'enabled' }, () =>
      this.accounts.enable(actorIn(request), id),
    );
  }

  @Post(':id/disable')
  disable(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Query({ schema: pageQuery }) query: PageQuery,
    @Body({ schema: confirmedForm }) given: z.output<typeof confirmedForm>,
  ): Promise<void> {
    return this.carryOut({ request, reply, query, id, form: 'disable', done: 'disabled' }, () => {
      mustBeConfirmed(given);
      return this.accounts.disable(actorIn(request), id);
    });
  }

  @Post(':id/reset-second-factor')
  resetSecondFactor(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
    @Query({ schema: pageQuery }) query: PageQuery,
    @Body({ schema: confirmedForm }) given: z.output<typeof confirmedForm>,
  ): Promise<void> {
    const asked = { request, reply, query, id, form: 'reset-second-factor', done: 'factor-reset' } as const;
    return this.carryOut(asked, () => {
      mustBeConfirmed(given);
      return this.accounts.resetSecondFactor(actorIn(request), id);
    });
  }

  /** No e-mail brings the link, so the administrator does: it is shown this once. */
  private async handOver(
    request: FastifyRequest,
    reply: FastifyReply,
    query: PageQuery,
    id: string,
  ): Promise<void> {
    const link = await this.accounts.makeLink(actorIn(request), id);
    await this.sendOne(request, reply, query, id, { link });
  }

  private async carryOut(
    asked: {
      readonly request: FastifyRequest;
      readonly reply: FastifyReply;
      readonly query: PageQuery;
      readonly id: string;
      readonly form: string;
      readonly done: keyof typeof NOTICES;
    },
    work: () => Promise<void>,
  ): Promise<void> {
    const { request, reply, query, id, form } = asked;
    const tried = await this.attempt(request, query, form, async () => work());
    if (tried.refused !== null) return this.sendOne(request, reply, query, id, tried.refused);
    seeOther(request, reply, `/users/${id}?done=${asked.done}`);
  }

  private attempt<T>(request: FastifyRequest, query: PageQuery, form: string, work: () => Promise<T>) {
    return attempt(accountFrame(request, this.assets, { query }), form, work);
  }

  private async sendList(
    request: FastifyRequest,
    reply: FastifyReply,
    query: PageQuery,
    answered: Answer & { readonly given?: GivenInvitation } = {},
  ): Promise<void> {
    const { given, refusal = null, ...answer } = answered;
    const frame = accountFrame(request, this.assets, { query, path: '/users' });
    const { language } = frame.edition;
    const choices = await this.names.choices(language);
    const page = UsersPage({
      frame,
      timeZone: this.config.reportTimeZone,
      accounts: await this.accounts.list({ cursor: query.cursor, limit: PAGE_ROWS }),
      choices,
      names: namesIn(choices),
      given: given ?? { email: '', name: '', lang: language, role: '', organisations: [], programs: [] },
      refusal,
    });
    sendPage(reply, frame, page, answer);
  }

  private async sendOne(
    request: FastifyRequest,
    reply: FastifyReply,
    query: PageQuery,
    id: string,
    answered: Answer & { readonly given?: UserPageProps['given']; readonly link?: OneTimeLink } = {},
  ): Promise<void> {
    const { given = null, refusal = null, link = null, ...answer } = answered;
    const account = await this.accounts.find(id);
    const frame = accountFrame(request, this.assets, {
      query,
      notices: NOTICES,
      path: `/users/${account.id}`,
    });
    const choices = await this.names.choices(frame.edition.language);
    const page = UserPage({
      frame,
      timeZone: this.config.reportTimeZone,
      account,
      isSelf: request.visitor.kind === 'person' && request.visitor.account === account.id,
      choices,
      names: namesIn(choices),
      given,
      refusal,
      link,
    });
    sendPage(reply, frame, page, answer);
  }
}

function actorIn(request: FastifyRequest) {
  return actorOf(personOf(request), request.ip);
}

/** What came of work that ends in an e-mail; null: all is done but for the e-mail. */
async function mailed<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError && error.code === 'LINK.NOT_SENT') return null;
    throw error;
  }
}

function mustBeConfirmed({ confirmed }: z.output<typeof confirmedForm>): void {
  if (confirmed === 'yes') return;
  throw new DomainError('FORM.UNCONFIRMED', 'The box that confirms it was not ticked.', { kind: 'call' });
}
