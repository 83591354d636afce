import { Module } from '@nestjs/common';
import { AnalyticsModule } from '../analytics/analytics.module.ts';
import { AuditController } from './audit/audit.controller.ts';
import { AccountMail } from './mail/account-mail.use-case.ts';
import { Background } from './mail/background.use-case.ts';
import { OidcController } from './oidc/oidc.controller.ts';
import { OidcProvider } from './oidc/oidc-provider.adapter.ts';
import { OneTimeController } from './one-time/one-time.controller.ts';
import { OneTimeCodes } from './one-time/one-time.use-case.ts';
import { AccountController } from './own-account/account.controller.ts';
import { OwnAccount } from './own-account/own-account.use-case.ts';
import { ProofOfSelf } from './own-account/proof-of-self.use-case.ts';
import { Passwords } from './passwords/password.adapter.ts';
import { PasswordRules } from './passwords/password-rules.use-case.ts';
import { Accounts } from './people/accounts.use-case.ts';
import { MandateNames } from './people/mandate-names.use-case.ts';
import { UsersController } from './people/users.controller.ts';
import { EnrolmentController } from './second-factor/enrolment.controller.ts';
import { OwnSecondFactor } from './second-factor/own-second-factor.use-case.ts';
import { SecondFactor } from './second-factor/second-factor.use-case.ts';
import { AfterSignIn } from './sign-in/after-sign-in.use-case.ts';
import { LoginThrottle } from './sign-in/login-throttle.use-case.ts';
import { SignInController } from './sign-in/sign-in.controller.ts';
import { SignIn } from './sign-in/sign-in.use-case.ts';
import { Tidying } from './sign-in/tidying.use-case.ts';
import { ApiTokens } from './tokens/api-tokens.use-case.ts';
import { TokensController } from './tokens/tokens.controller.ts';

/** People and administration: how somebody signs in, who may, what programs sign in with, and what was done. */
@Module({
  imports: [AnalyticsModule],
  controllers: [
    AccountController,
    AuditController,
    EnrolmentController,
    OidcController,
    OneTimeController,
    SignInController,
    TokensController,
    UsersController,
  ],
  providers: [
    AccountMail,
    Accounts,
    AfterSignIn,
    ApiTokens,
    LoginThrottle,
    Background,
    MandateNames,
    OidcProvider,
    OneTimeCodes,
    OwnAccount,
    OwnSecondFactor,
    PasswordRules,
    Passwords,
    ProofOfSelf,
    SecondFactor,
    SignIn,
    Tidying,
  ],
})
export class AccountsModule {}
