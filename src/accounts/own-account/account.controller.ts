import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { VNode } from 'preact';
import { z } from 'zod';
import {
  type Asked,
  CurrentSettings,
  forgetSession,
  keepSession,
  type Refusal,
  type Visit,
  Visiting,
  withNext,
} from '../../access/index.ts';
import { LANGUAGES } from '../../core/text.ts';
import { accountMessages } from '../../web/i18n/messages/account.ts';
import { accountForm } from '../forms/account-form.ts';
import { passwordField, textField } from '../forms/fields.ts';
import { MandateNames } from '../people/mandate-names.use-case.ts';
import { OwnSecondFactor } from '../second-factor/own-second-factor.use-case.ts';
import { RecoveryCodesPage } from '../second-factor/second-factor.page.tsx';
import { OwnAccountPage, type OwnAccountPageProps } from './account.page.tsx';
import { OwnAccount } from './own-account.use-case.ts';

const details = z.object({ name: textField(120), lang: z.enum(LANGUAGES) });
const passwords = z.object({ current: passwordField, password: passwordField });
const confirmation = z.object({ current: passwordField });
type Confirmation = z.output<typeof confirmation>;
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
    private readonly settings: CurrentSettings,
  ) {}

  @Get()
  async show(@Visiting() visit: Visit): Promise<void> {
    visit.show(await this.page(visit, null));
  }

  @Post('details')
  changeDetails(
    @Visiting() visit: Visit,
    @Body({ schema: details }) given: z.output<typeof details>,
  ): Promise<void> {
    return visit.submit(
      accountForm('details'),
      () => this.own.changeDetails(visit.person, given, visit.arrival),
      { done: '/account?done=saved', refused: (refusal) => this.page(visit, refusal, given) },
    );
  }

  @Post('password')
  changePassword(
    @Visiting() visit: Visit,
    @Body({ schema: passwords }) { current, password }: z.output<typeof passwords>,
  ): Promise<void> {
    return visit.submit(
      accountForm('password'),
      () => this.own.changePassword(visit.person, { current, next: password }, visit.arrival),
      { done: '/account?done=password', refused: (refusal) => this.page(visit, refusal) },
    );
  }

  /** The new codes stand in the answer itself: they are kept nowhere that a second request could read. */
  @Post('recovery-codes')
  renewCodes(
    @Visiting() visit: Visit,
    @Body({ schema: confirmation }) { current }: Confirmation,
  ): Promise<void> {
    return visit.submit(
      accountForm('codes'),
      () => this.factor.renewRecoveryCodes(visit.person, current, visit.arrival),
      {
        done: (codes) =>
          RecoveryCodesPage({ frame: visit.frame({ path: '/account' }), codes, next: '/account' }),
        refused: (refusal) => this.page(visit, refusal),
      },
    );
  }

  @Post('second-factor/remove')
  removeFactor(
    @Visiting() visit: Visit,
    @Body({ schema: confirmation }) { current }: Confirmation,
  ): Promise<void> {
    return visit.submit(
      accountForm('remove'),
      () => this.factor.removeSecondFactor(visit.person, current, visit.arrival),
      { done: '/account?done=removed', refused: (refusal) => this.page(visit, refusal) },
    );
  }

  /** For another telephone: what is left of the session can do nothing but set it up. */
  @Post('second-factor/replace')
  replaceFactor(
    @Visiting() visit: Visit,
    @Body({ schema: confirmation }) { current }: Confirmation,
  ): Promise<void> {
    return visit.submit(
      accountForm('replace'),
      () => this.factor.replaceSecondFactor(visit.person, current, visit.arrival),
      {
        done: (opened) => {
          keepSession(visit.reply, opened);
          return withNext('/account/second-factor', '/account');
        },
        refused: (refusal) => this.page(visit, refusal),
      },
    );
  }

  @Post('sessions/end')
  async endSession(
    @Visiting(null) visit: Visit<Asked>,
    @Body({ schema: session }) { id }: z.output<typeof session>,
  ): Promise<void> {
    const { person } = visit;
    await this.own.endSession(person, id, visit.arrival);
    if (id !== person.session) return visit.goTo('/account?done=ended');
    forgetSession(visit.reply);
    visit.goTo('/sign-in?done=signed-out');
  }

  @Post('sessions/end-all')
  async endAllSessions(@Visiting(null) visit: Visit<Asked>): Promise<void> {
    await this.own.endAllSessions(visit.person, visit.arrival);
    forgetSession(visit.reply);
    visit.goTo('/sign-in?done=everywhere');
  }

  private async page(
    visit: Visit,
    refusal: Refusal | null,
    given: OwnAccountPageProps['given'] = null,
  ): Promise<VNode> {
    const frame = visit.frame({ notices: NOTICES, path: '/account' });
    return OwnAccountPage({
      frame,
      timeZone: this.settings.now.schedule.timeZone,
      state: await this.own.state(visit.person),
      sessions: await this.own.sessions(visit.person),
      names: await this.names.of(frame.edition.language),
      given,
      refusal,
    });
  }
}
