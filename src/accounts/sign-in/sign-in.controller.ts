import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { VNode } from 'preact';
import { z } from 'zod';
import {
  type Asked,
  forgetSession,
  type HalfWay,
  keepSession,
  pageQuery,
  type Refusal,
  type Visit,
  Visiting,
  withNext,
} from '../../access/index.ts';
import { CONFIG, type Config } from '../../platform/config/config.ts';
import { accessMessages } from '../../web/i18n/messages/access.ts';
import { signInProblems } from '../../web/i18n/messages/oidc.ts';
import type { Translate } from '../../web/i18n/translator.ts';
import { accountForm } from '../forms/account-form.ts';
import { passwordField, textField } from '../forms/fields.ts';
import { OneTimeCodes } from '../one-time/one-time.use-case.ts';
import { SecondStepPage } from '../second-factor/second-step.page.tsx';
import { AfterSignIn, placeOf } from './after-sign-in.use-case.ts';
import { SignInPage } from './sign-in.page.tsx';
import { SignIn } from './sign-in.use-case.ts';

/** `problem`: why the OpenID provider brought nobody (sign-in-problem.ts). */
const signInQuery = pageQuery.extend({ problem: z.unknown().optional() });
type SignInVisit = Visit<z.output<typeof signInQuery>>;

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
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('sign-in')
  async show(@Visiting(signInQuery) visit: SignInVisit): Promise<void> {
    const { visitor, query, edition } = visit;
    if (visitor.kind === 'person') return visit.goTo(placeOf(visitor, query.next));
    visit.show(await this.page(visit, '', problemRefusal(edition.t, query.problem)));
  }

  @Post('sign-in')
  enter(
    @Visiting() visit: Visit,
    @Body({ schema: credentials }) { email, password }: z.output<typeof credentials>,
  ): Promise<void> {
    return visit.submit(
      accountForm('sign-in'),
      () => this.signIn.withPassword(email, password, visit.arrival),
      {
        done: async (opened) => {
          // Whoever was signed in here before is so no longer.
          await this.leave(visit);
          keepSession(visit.reply, opened);
          return this.after.place(opened, visit.query.next);
        },
        refused: (refusal) => this.page(visit, email, refusal),
      },
    );
  }

  @Get('sign-in/second-factor')
  showStep(@Visiting() visit: Visit): void {
    const visitor = halfWayIn(visit);
    if (visitor !== null) visit.show(stepPage(visit, visitor, null));
  }

  @Post('sign-in/second-factor')
  async step(
    @Visiting() visit: Visit,
    @Body({ schema: secondFactor }) { code }: z.output<typeof secondFactor>,
  ): Promise<void> {
    const visitor = halfWayIn(visit);
    if (visitor === null) return;
    await visit.submit(
      accountForm('step'),
      () => this.signIn.withSecondFactor(visitor, code, visit.arrival),
      {
        done: (opened) => {
          keepSession(visit.reply, opened);
          return this.after.place(opened, visit.query.next);
        },
        refused: (refusal) => stepPage(visit, visitor, refusal),
      },
    );
  }

  /** For those too whose session has ended by itself. */
  @Post('sign-out')
  async signOut(@Visiting(null) visit: Visit<Asked>): Promise<void> {
    await this.leave(visit);
    forgetSession(visit.reply);
    visit.goTo('/sign-in?done=signed-out');
  }

  private async leave({ visitor, arrival }: Visit<Asked>): Promise<void> {
    if (visitor.kind !== 'person' && visitor.kind !== 'half-way') return;
    await this.signIn.signOut(visitor, arrival);
  }

  private async page(visit: Visit, email: string, refusal: Refusal | null): Promise<VNode> {
    return SignInPage({
      frame: visit.frame({ notices: NOTICES }),
      next: visit.query.next,
      email,
      refusal,
      hasProvider: this.config.oidc !== null,
      needsFirst: await this.codes.needsFirstAdministrator(),
    });
  }
}

function stepPage(visit: Visit, { email }: HalfWay, refusal: Refusal | null): VNode {
  return SecondStepPage({ frame: visit.frame(), next: visit.query.next, email, refusal });
}

/** Who must give a code now; anybody else is sent where they belong. */
function halfWayIn(visit: Visit): HalfWay | null {
  const { visitor } = visit;
  const { next } = visit.query;
  if (visitor.kind === 'half-way' && visitor.needs === 'second-factor') return visitor;
  visit.goTo(visitor.kind === 'half-way' ? withNext('/account/second-factor', next) : placeOf(visitor, next));
  return null;
}

function problemRefusal(t: Translate, problem: unknown): Refusal | null {
  if (typeof problem !== 'string' || !Object.hasOwn(signInProblems, problem)) return null;
  return { form: 'sign-in', field: null, text: t(signInProblems[problem as keyof typeof signInProblems]) };
}
