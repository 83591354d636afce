import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { keepSession, pageQuery, type Visit, Visiting } from '../../access/index.ts';
import { DomainError } from '../../core/errors.ts';
import { LANGUAGES } from '../../core/text.ts';
import { accessMessages } from '../../web/i18n/messages/access.ts';
import { accountForm } from '../forms/account-form.ts';
import { passwordField, textField } from '../forms/fields.ts';
import { AfterSignIn } from '../sign-in/after-sign-in.use-case.ts';
import type { Opened } from '../sign-in/open-session.use-case.ts';
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
/** The code of the first start, as the address that is printed says it. */
const setupQuery = pageQuery.extend({ code: textField(100) });
type SetupVisit = Visit<z.output<typeof setupQuery>>;
const reset = z.object({ email: textField(254) });
const newPassword = z.object({ password: passwordField });

/** What codes open that work once: the first administrator's, and those of e-mails. */
@ApiExcludeController()
@Controller()
export class OneTimeController {
  constructor(
    private readonly codes: OneTimeCodes,
    private readonly after: AfterSignIn,
  ) {}

  @Get('setup')
  async showSetup(@Visiting(setupQuery) visit: SetupVisit): Promise<void> {
    keepAddressSecret(visit);
    await this.mustNeedFirst();
    const given = { code: visit.query.code, email: '', name: '', lang: visit.edition.language };
    visit.show(SetupPage({ frame: visit.frame(), given, refusal: null }));
  }

  @Post('setup')
  async setUp(
    @Visiting() visit: Visit,
    @Body({ schema: setup }) { code, ...who }: z.output<typeof setup>,
  ): Promise<void> {
    keepAddressSecret(visit);
    await this.mustNeedFirst();
    await visit.submit(
      accountForm('setup'),
      () => this.codes.createFirstAdministrator(code, who, visit.arrival),
      {
        done: (opened) => this.in(visit, opened),
        refused: (refusal) => SetupPage({ frame: visit.frame(), given: { code, ...who }, refusal }),
      },
    );
  }

  @Get('password')
  showReset(@Visiting() visit: Visit): void {
    const frame = visit.frame({ notices: { sent: accessMessages.resetSent } });
    visit.show(ResetPage({ frame, email: '', refusal: null }));
  }

  /** The same answer whatever the address: it tells nobody who has an account. */
  @Post('password')
  askReset(
    @Visiting() visit: Visit,
    @Body({ schema: reset }) { email }: z.output<typeof reset>,
  ): Promise<void> {
    return visit.submit(accountForm('reset'), () => this.codes.requestReset(email, visit.arrival), {
      done: '/password?done=sent',
      refused: (refusal) => ResetPage({ frame: visit.frame(), email, refusal }),
    });
  }

  /** Opening uses nothing up: e-mail programs follow links on their own. */
  @Get('one-time/:code')
  async showPassword(@Visiting() visit: Visit, @Param('code') code: string): Promise<void> {
    const found = await this.inspect(visit, code);
    if (found === null) return;
    const theirs = visit.preferring(found.lang);
    theirs.show(OneTimePage({ frame: theirs.frame(), code, ...found, refusal: null }));
  }

  @Post('one-time/:code')
  async setPassword(
    @Visiting() visit: Visit,
    @Param('code') code: string,
    @Body({ schema: newPassword }) { password }: z.output<typeof newPassword>,
  ): Promise<void> {
    const found = await this.inspect(visit, code);
    if (found === null) return;
    const theirs = visit.preferring(found.lang);
    const frame = theirs.frame();
    await theirs.submit(accountForm('one-time'), () => this.codes.redeem(code, password, visit.arrival), {
      done: (opened) => this.in(visit, opened),
      refused: (refusal, status) =>
        // Used up by another between the two.
        status === 404 ? LinkGonePage({ frame }) : OneTimePage({ frame, code, ...found, refusal }),
    });
  }

  private in({ reply }: Visit, opened: Opened): Promise<string> {
    keepSession(reply, opened);
    return this.after.place(opened, '/');
  }

  /** Whom the link is for; null: it is no longer for anybody, and its page is sent. */
  private async inspect(visit: Visit, code: string): Promise<Redeemable | null> {
    keepAddressSecret(visit);
    try {
      return await this.codes.inspect(code);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'ONE_TIME.UNKNOWN') throw error;
      visit.show(LinkGonePage({ frame: visit.frame() }), { status: 404 });
      return null;
    }
  }

  private async mustNeedFirst(): Promise<void> {
    if (await this.codes.needsFirstAdministrator()) return;
    throw new DomainError('REQUEST.NOT_FOUND', 'There is nothing at this address.', { kind: 'missing' });
  }
}

/** The address holds a code, which is a secret until it is used: whoever is linked to does not learn it. */
function keepAddressSecret({ reply }: Pick<Visit, 'reply'>): void {
  reply.header('referrer-policy', 'no-referrer');
}
