import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { VNode } from 'preact';
import { z } from 'zod';
import { CurrentSettings, type Visit, Visiting } from '../../access/index.ts';
import { DomainError } from '../../core/errors.ts';
import { LANGUAGES } from '../../core/text.ts';
import { accountMessages } from '../../web/i18n/messages/account.ts';
import { userMessages } from '../../web/i18n/messages/user.ts';
import { accountForm } from '../forms/account-form.ts';
import { textField } from '../forms/fields.ts';
import { Accounts } from './accounts.use-case.ts';
import { confirmedForm, mandateFields, mandateOf } from './mandate-form.ts';
import { MandateNames, namesIn } from './mandate-names.use-case.ts';
import { UserPage, type UserPageProps } from './user.page.tsx';
import { UsersPage, type UsersPageProps } from './users.page.tsx';

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

/** Who may sign in: for administrators. */
@ApiExcludeController()
@Controller('users')
export class UsersController {
  constructor(
    private readonly accounts: Accounts,
    private readonly names: MandateNames,
    private readonly settings: CurrentSettings,
  ) {}

  @Get()
  async list(@Visiting() visit: Visit): Promise<void> {
    visit.show(await this.listPage(visit));
  }

  @Post()
  invite(
    @Visiting() visit: Visit,
    @Body({ schema: invitation }) given: z.output<typeof invitation>,
  ): Promise<void> {
    const { email, name, lang } = given;
    return visit.submit(
      accountForm('invite'),
      () =>
        mailed(() =>
          this.accounts.invite(visit.actor, { email, name, lang, mandate: mandateOf(given), mail: true }),
        ),
      {
        done: async (invited) => {
          if (invited !== null) return `/users/${invited.id}?done=invited`;
          const account = await this.accounts.findByEmail(email);
          if (account === null) throw new Error('The account that was just made is not there.');
          return this.handOver(visit, account.id);
        },
        refused: (refusal) => this.listPage(visit, { given, refusal }),
      },
    );
  }

  @Get(':id')
  async show(@Visiting() visit: Visit, @Param('id') id: string): Promise<void> {
    visit.show(await this.onePage(visit, id));
  }

  @Post(':id')
  change(
    @Visiting() visit: Visit,
    @Param('id') id: string,
    @Body({ schema: change }) given: z.output<typeof change>,
  ): Promise<void> {
    return visit.submit(
      accountForm('change'),
      async () => this.accounts.change(visit.actor, id, { name: given.name, mandate: mandateOf(given) }),
      {
        done: `/users/${id}?done=saved`,
        refused: (refusal) => this.onePage(visit, id, { given, refusal }),
      },
    );
  }

  @Post(':id/send-link')
  sendLink(@Visiting() visit: Visit, @Param('id') id: string): Promise<void> {
    return visit.submit(
      accountForm('send-link'),
      () => mailed(() => this.accounts.sendLink(visit.actor, id)),
      {
        done: (sent) => (sent === null ? this.handOver(visit, id) : `/users/${id}?done=link-sent`),
        refused: (refusal) => this.onePage(visit, id, { refusal }),
      },
    );
  }

  @Post(':id/end-sessions')
  endSessions(@Visiting() visit: Visit, @Param('id') id: string): Promise<void> {
    return this.carryOut(visit, id, { form: 'end-sessions', done: 'sessions-ended' }, () =>
      this.accounts.endSessions(visit.actor, id),
    );
  }

  @Post(':id/enable')
  enable(@Visiting() visit: Visit, @Param('id') id: string): Promise<void> {
    return this.carryOut(visit, id, { form: 'enable', done: 'enabled' }, () =>
      this.accounts.enable(visit.actor, id),
    );
  }

  @Post(':id/disable')
  disable(
    @Visiting() visit: Visit,
    @Param('id') id: string,
    @Body({ schema: confirmedForm }) given: z.output<typeof confirmedForm>,
  ): Promise<void> {
    return this.carryOut(visit, id, { form: 'disable', done: 'disabled' }, () => {
      mustBeConfirmed(given);
      return this.accounts.disable(visit.actor, id);
    });
  }

  @Post(':id/reset-second-factor')
  resetSecondFactor(
    @Visiting() visit: Visit,
    @Param('id') id: string,
    @Body({ schema: confirmedForm }) given: z.output<typeof confirmedForm>,
  ): Promise<void> {
    return this.carryOut(visit, id, { form: 'reset-second-factor', done: 'factor-reset' }, () => {
      mustBeConfirmed(given);
      return this.accounts.resetSecondFactor(visit.actor, id);
    });
  }

  /** No e-mail brings the link, so the administrator does: it is shown this once. */
  private async handOver(visit: Visit, id: string): Promise<VNode> {
    const link = await this.accounts.makeLink(visit.actor, id);
    return this.onePage(visit, id, { link });
  }

  private carryOut(
    visit: Visit,
    id: string,
    { form, done }: { readonly form: string; readonly done: keyof typeof NOTICES },
    work: () => Promise<void>,
  ): Promise<void> {
    return visit.submit(accountForm(form), work, {
      done: `/users/${id}?done=${done}`,
      refused: (refusal) => this.onePage(visit, id, { refusal }),
    });
  }

  private async listPage(
    visit: Visit,
    { given, refusal = null }: Partial<Pick<UsersPageProps, 'given' | 'refusal'>> = {},
  ): Promise<VNode> {
    const frame = visit.frame({ path: '/users' });
    const { language } = frame.edition;
    const choices = await this.names.choices(language);
    return UsersPage({
      frame,
      timeZone: this.settings.now.schedule.timeZone,
      accounts: await this.accounts.list({ cursor: visit.query.cursor, limit: PAGE_ROWS }),
      choices,
      names: namesIn(choices),
      given: given ?? { email: '', name: '', lang: language, role: '', organisations: [], programs: [] },
      refusal,
    });
  }

  private async onePage(
    visit: Visit,
    id: string,
    {
      given = null,
      refusal = null,
      link = null,
    }: Partial<Pick<UserPageProps, 'given' | 'refusal' | 'link'>> = {},
  ): Promise<VNode> {
    const account = await this.accounts.find(id);
    const frame = visit.frame({ notices: NOTICES, path: `/users/${account.id}` });
    const choices = await this.names.choices(frame.edition.language);
    const { visitor } = visit;
    return UserPage({
      frame,
      timeZone: this.settings.now.schedule.timeZone,
      account,
      isSelf: visitor.kind === 'person' && visitor.account === account.id,
      choices,
      names: namesIn(choices),
      given,
      refusal,
      link,
    });
  }
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
