import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { VNode } from 'preact';
import { z } from 'zod';
import {
  type HalfWay,
  keepSession,
  type Person,
  type Refusal,
  RoleRights,
  type Visit,
  Visiting,
  withNext,
} from '../../access/index.ts';
import { accountForm } from '../forms/account-form.ts';
import { passwordField, textField } from '../forms/fields.ts';
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
    private readonly roles: RoleRights,
  ) {}

  @Get()
  async show(@Visiting() visit: Visit): Promise<void> {
    const visitor = await this.enrolling(visit);
    if (visitor !== null) visit.show(await this.page(visit, visitor, null));
  }

  /** The recovery codes stand in the answer itself: they are kept nowhere that a second request could read. */
  @Post()
  async confirm(
    @Visiting() visit: Visit,
    @Body({ schema: proof }) { code, current }: z.output<typeof proof>,
  ): Promise<void> {
    const visitor = await this.enrolling(visit);
    if (visitor === null) return;
    await visit.submit(
      accountForm('enrol'),
      () => this.factor.confirmEnrolment(visitor, { code, password: current }, visit.arrival),
      {
        done: async ({ recoveryCodes, opened }) => {
          keepSession(visit.reply, opened);
          const { name, role, organisations } = await this.own.state(visitor);
          const next =
            visitor.kind === 'person' ? '/account' : await this.after.place(opened, visit.query.next);
          const rights = this.roles.of(role);
          const signedIn = { name, isPerson: true, rights, organisations, owesSecondFactor: false };
          const frame = { ...visit.frame({ path: '/account' }), signedIn };
          return RecoveryCodesPage({ frame, codes: recoveryCodes, next });
        },
        refused: (refusal) => this.page(visit, visitor, refusal),
      },
    );
  }

  /** Whoever has no second factor yet; anybody else is sent where they belong. */
  private async enrolling(visit: Visit): Promise<Person | HalfWay | null> {
    const { visitor } = visit;
    if (visitor.kind !== 'person' && visitor.kind !== 'half-way') {
      visit.goTo(placeOf(visitor, '/'));
      return null;
    }
    if (visitor.kind === 'half-way' && visitor.needs === 'second-factor') {
      visit.goTo(withNext('/sign-in/second-factor', visit.query.next));
      return null;
    }
    if (visitor.kind === 'person' && (await this.own.state(visitor)).secondFactor) {
      visit.goTo('/account');
      return null;
    }
    return visitor;
  }

  private async page(visit: Visit, visitor: Person | HalfWay, refusal: Refusal | null): Promise<VNode> {
    const { secret, uri } = await this.factor.beginEnrolment(visitor);
    const isNeeded = visitor.kind === 'half-way';
    const asksPassword = !isNeeded && (await this.own.state(visitor)).hasPassword;
    const { next } = visit.query;
    return SecondFactorPage({ frame: visit.frame(), secret, uri, next, isNeeded, asksPassword, refusal });
  }
}
