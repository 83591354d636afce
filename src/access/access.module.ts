import { Global, Module } from '@nestjs/common';
import { DATABASE } from '../platform/database/database.module.ts';
import { AccountController } from './account.controller.ts';
import { AccountMail } from './account-mail.use-case.ts';
import { Accounts } from './accounts.use-case.ts';
import { AfterSignIn } from './after-sign-in.use-case.ts';
import { ApiTokens } from './api-tokens.use-case.ts';
import { Attempts } from './attempts.use-case.ts';
import { AuditController } from './audit.controller.ts';
import { Audit } from './audit.use-case.ts';
import { Background } from './background.use-case.ts';
import { EnrolmentController } from './enrolment.controller.ts';
import { Identify } from './identify.use-case.ts';
import { Limiter } from './limiter.use-case.ts';
import { MandateNames } from './mandate-names.use-case.ts';
import { OidcController } from './oidc.controller.ts';
import { OidcProvider } from './oidc-provider.adapter.ts';
import { OneTimeController } from './one-time.controller.ts';
import { OneTimeCodes } from './one-time.use-case.ts';
import { OwnAccount } from './own-account.use-case.ts';
import { OwnSecondFactor } from './own-second-factor.use-case.ts';
import { Passwords } from './password.adapter.ts';
import { PasswordRules } from './password-rules.use-case.ts';
import { ProofOfSelf } from './proof-of-self.use-case.ts';
import { RoleRights } from './role.ts';
import { readRoleRights } from './roles.repository.ts';
import { SecondFactor } from './second-factor.use-case.ts';
import { ServiceKey } from './service-key.use-case.ts';
import { SignInController } from './sign-in.controller.ts';
import { SignIn } from './sign-in.use-case.ts';
import { Tidying } from './tidying.use-case.ts';
import { TokensController } from './tokens.controller.ts';
import { UsersController } from './users.controller.ts';

/** Who comes in, what they may see, and what they did. Every feature may inject `Audit`, `Limiter` and `ServiceKey`. */
@Global()
@Module({
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
    Attempts,
    Audit,
    Background,
    Identify,
    Limiter,
    MandateNames,
    OidcProvider,
    OneTimeCodes,
    OwnAccount,
    OwnSecondFactor,
    PasswordRules,
    Passwords,
    ProofOfSelf,
    { provide: RoleRights, useFactory: readRoleRights, inject: [DATABASE] },
    SecondFactor,
    ServiceKey,
    SignIn,
    Tidying,
  ],
  exports: [Audit, Identify, Limiter, OneTimeCodes, RoleRights, ServiceKey],
})
export class AccessModule {}
