import { Inject, Injectable } from '@nestjs/common';
import {
  type AccountRow,
  type Arrival,
  Audit,
  actorOf,
  addAccount,
  addAudit,
  endSession,
  endSessionOf,
  endSessionsOf,
  findAccount,
  findByEmail,
  findByOidc,
  findOpenSession,
  type HalfWay,
  lockAccount,
  type Mandate,
  mandateColumns,
  RoleRights,
  updateAccount,
  type Visitor,
} from '../../access/index.ts';
import { DomainError } from '../../core/errors.ts';
import { oneLine } from '../../core/one-line.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { actAs } from '../../platform/database/actor.repository.ts';
import { DATABASE } from '../../platform/database/database.module.ts';
import type { Database, Transaction } from '../../platform/database/database.ts';
import type { OidcIdentity } from '../oidc/oidc-identity.ts';
import { voidCodes } from '../one-time/one-time-codes.repository.ts';
import { Passwords } from '../passwords/password.adapter.ts';
import { isTooLong } from '../passwords/password-policy.ts';
import { emailKey, isEmail } from '../people/account-details.ts';
import { checkedMandate, isSameMandate, refusingUnknownCodes } from '../people/mandate.ts';
import { SecondFactor } from '../second-factor/second-factor.use-case.ts';
import { LoginThrottle } from './login-throttle.use-case.ts';
import { type Opened, openSession, ownerOf } from './open-session.use-case.ts';
import { stageFromProvider, stageOf } from './stage.ts';
import { Tidying } from './tidying.use-case.ts';

/** So many wrong codes end a half-way session: the password has to be given again. */
const WRONG_CODES = 5;

/** Signs people in: by password, then second factor, or from the OpenID provider. Each step has a session of its own. */
@Injectable()
export class SignIn {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly clock: Clock,
    private readonly passwords: Passwords,
    private readonly secondFactor: SecondFactor,
    private readonly throttle: LoginThrottle,
    private readonly audit: Audit,
    private readonly tidying: Tidying,
    private readonly roles: RoleRights,
  ) {}

  /**
   * @throws DomainError `SIGN_IN.REFUSED` (unknown-visitor), the same for an unknown account, a wrong password, a disabled
   *   account and one without a password; `LIMIT.REACHED`, `SIGN_IN.BUSY` (too-often)
   */
  async withPassword(email: string, password: string, arrival: Arrival): Promise<Opened> {
    const key = emailKey(email);
    const attempt = await this.throttle.begin('sign-in', key, arrival);
    const account = isEmail(key) ? await findByEmail(this.db, key) : null;
    const stored = account === null || account.disabledAt !== null ? null : account.passwordHash;
    const tooLong = isTooLong(password);
    let right: boolean;
    try {
      right = (await this.passwords.matches(tooLong ? '' : password, stored)) && !tooLong;
    } catch (error) {
      await attempt.withdrawn();
      throw error;
    }
    const opened =
      right && account !== null && stored !== null
        ? await this.open(account, stored, password, arrival)
        : null;
    if (opened === null) {
      await this.noteRefusal(email, account, arrival);
      throw refused();
    }
    await attempt.succeeded();
    await this.tidying.tidy();
    return opened;
  }

  /** Null where the account has changed since it was looked at. */
  private async open(
    { id }: AccountRow,
    stored: string,
    password: string,
    arrival: Arrival,
  ): Promise<Opened | null> {
    const now = this.clock.now();
    const passwordHash = this.passwords.isOutdated(stored) ? await this.passwords.hash(password) : stored;
    return this.db.transaction(async (tx) => {
      const account = await lockAccount(tx, id);
      if (account === null || account.disabledAt !== null || account.passwordHash !== stored) return null;
      if (passwordHash !== stored) await updateAccount(tx, id, { passwordHash });
      const stage = stageOf(account, this.roles.secondFactorOf(account.role));
      return openSession(tx, { account, stage, method: 'password', arrival }, now);
    });
  }

  private noteRefusal(email: string, account: AccountRow | null, { address }: Arrival): Promise<void> {
    return this.audit.record({
      action: 'sign-in.refused',
      actor: { kind: 'stranger', address },
      ...(account === null ? {} : { subject: `accounts ${account.id}` }),
      details: {
        reason: reasonOf(account),
        ...(isEmail(email.trim()) ? { email: email.trim() } : {}),
      },
    });
  }

  /**
   * The second step, by a code from the app or a recovery code.
   *
   * @throws DomainError `SIGN_IN.CODE` (unknown-visitor): not right, taken before, or the half-way session is over;
   *   `LIMIT.REACHED` (too-often); `SECOND_FACTOR.KEY` (refused)
   */
  async withSecondFactor(visitor: HalfWay, code: string, arrival: Arrival): Promise<Opened> {
    const attempt = await this.throttle.begin('second-factor', visitor.account, arrival);
    const now = this.clock.now();
    const account = await findAccount(this.db, visitor.account);
    const proof =
      account === null || account.totpConfirmedAt === null
        ? null
        : await this.secondFactor.proofOf(account, code, now);
    const opened =
      proof === null
        ? null
        : await this.db.transaction(async (tx) => {
            const owner = await lockAccount(tx, visitor.account);
            const session = await findOpenSession(tx, visitor.session, now);
            if (owner === null || owner.disabledAt !== null || session === null) return null;
            if (session.stage !== 'second-factor' || session.account !== owner.id) return null;
            if (!(await this.secondFactor.take(tx, owner.id, proof, now))) return null;
            await endSession(tx, session.id);
            if (proof.by === 'recovery code') {
              await addAudit(
                tx,
                { action: 'second-factor.recovery-code-used', actor: ownerOf(owner, arrival) },
                now,
              );
            }
            return openSession(tx, { account: owner, stage: 'full', method: session.method, arrival }, now);
          });
    if (opened !== null) {
      await attempt.succeeded();
      return opened;
    }
    await this.audit.record({
      action: 'sign-in.refused',
      actor: actorOf(visitor, arrival.address),
      subject: `accounts ${visitor.account}`,
      details: { reason: 'wrong code' },
    });
    await this.countWrongCode(visitor, arrival);
    throw wrongCode();
  }

  private async countWrongCode(visitor: HalfWay, arrival: Arrival): Promise<void> {
    if (!(await this.throttle.isLast('wrong-code', visitor.session, WRONG_CODES))) return;
    await endSession(this.db, visitor.session);
    await this.audit.record({
      action: 'session.ended',
      actor: actorOf(visitor, arrival.address),
      subject: `accounts ${visitor.account}`,
      details: { reason: 'wrong codes' },
    });
  }

  /**
   * Somebody whom the OpenID provider vouches for. At first sight an account is made, or the one of the same e-mail
   * address linked that has no password; its role follows the provider each time.
   *
   * @throws DomainError `SIGN_IN.NO_ROLE` (forbidden): in no group that has a role here; `SIGN_IN.EMAIL` (forbidden): the
   *   provider does not vouch for the address; `SIGN_IN.TAKEN` (forbidden): it has an account that signs in otherwise;
   *   `SIGN_IN.REFUSED` (unknown-visitor): disabled; `MANDATE.…` (call)
   */
  async withOidc(identity: OidcIdentity, arrival: Arrival): Promise<Opened> {
    const now = this.clock.now();
    try {
      const mandate = mandateOf(identity);
      const opened = await refusingUnknownCodes(() =>
        this.db.transaction(async (tx) => {
          await actAs(tx, { kind: 'service', name: identity.issuer, address: arrival.address }, now);
          const account = await this.accountOf(tx, identity, mandate, now);
          const stage = stageFromProvider(account, this.roles.secondFactorOf(account.role), identity);
          return openSession(tx, { account, stage, method: 'oidc', arrival }, now);
        }),
      );
      await this.tidying.tidy();
      return opened;
    } catch (error) {
      if (error instanceof DomainError) await this.noteOidcRefusal(identity, error, arrival);
      throw error;
    }
  }

  private async accountOf(
    tx: Transaction,
    identity: OidcIdentity,
    mandate: Mandate,
    now: Date,
  ): Promise<AccountRow> {
    const { issuer: oidcIssuer, subject: oidcSubject } = identity;
    const known = await findByOidc(tx, oidcIssuer, oidcSubject);
    const email = known === null ? vouchedEmail(identity) : known.email;
    const found = known ?? (await findByEmail(tx, email));
    if (found === null) {
      const added = await addAccount(tx, {
        email,
        name: oneLine(identity.name, 120) || email.slice(0, 120),
        lang: identity.lang ?? 'en',
        ...mandateColumns(mandate),
        oidcIssuer,
        oidcSubject,
        createdAt: now,
      });
      if (added === null) throw taken();
      return added;
    }
    const account = await lockAccount(tx, found.id);
    if (account === null || account.disabledAt !== null) throw refused();
    if (known === null) {
      if (account.passwordHash !== null || account.oidcSubject !== null) throw taken();
      await updateAccount(tx, account.id, { oidcIssuer, oidcSubject });
      await voidCodes(tx, { account: account.id }, now);
    }
    if (!isSameMandate(account, mandate)) {
      await updateAccount(tx, account.id, mandateColumns(mandate));
      await endSessionsOf(tx, account.id, null);
    }
    return { ...account, ...mandateColumns(mandate) };
  }

  private noteOidcRefusal(
    identity: OidcIdentity,
    { code }: DomainError,
    { address }: Arrival,
  ): Promise<void> {
    const { issuer, email } = identity;
    return this.audit.record({
      action: 'sign-in.refused',
      actor: { kind: 'stranger', address },
      details: { reason: code, issuer, ...(email !== null && isEmail(email) ? { email } : {}) },
    });
  }

  /** Ends the session that the visitor came with, if any. */
  async signOut(visitor: Visitor, arrival: Arrival): Promise<void> {
    if (visitor.kind !== 'person' && visitor.kind !== 'half-way') return;
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      const ended = await endSessionOf(tx, visitor.account, visitor.session);
      const actor = actorOf(visitor, arrival.address);
      if (ended) await addAudit(tx, { action: 'sign-out.done', actor }, now);
    });
  }
}

function reasonOf(account: AccountRow | null): string {
  if (account === null) return 'unknown account';
  if (account.disabledAt !== null) return 'disabled account';
  return account.passwordHash === null ? 'no password' : 'wrong password';
}

function mandateOf({ mandate }: OidcIdentity): Mandate {
  if (mandate !== null) return checkedMandate(mandate);
  throw new DomainError('SIGN_IN.NO_ROLE', 'You are in no group that has a role here.', {
    kind: 'forbidden',
    remedy: 'Ask an administrator to be added to one (OIDC_ROLES says which).',
  });
}

function vouchedEmail({ email, emailVerified }: OidcIdentity): string {
  if (email !== null && emailVerified && isEmail(email)) return email;
  throw new DomainError('SIGN_IN.EMAIL', 'The OpenID provider vouches for no e-mail address of yours.', {
    kind: 'forbidden',
    remedy: 'Confirm your address with the provider, which then sends "email" and "email_verified".',
  });
}

function taken(): DomainError {
  return new DomainError('SIGN_IN.TAKEN', 'Your e-mail address has an account that signs in another way.', {
    kind: 'forbidden',
    remedy: 'Sign in with its password, or ask an administrator.',
  });
}

function refused(): DomainError {
  return new DomainError('SIGN_IN.REFUSED', 'E-mail address or password is wrong.', {
    kind: 'unknown-visitor',
    remedy: 'Check both, or ask for a new password.',
  });
}

function wrongCode(): DomainError {
  return new DomainError('SIGN_IN.CODE', 'The code is not right, or was used before.', {
    kind: 'unknown-visitor',
    remedy: 'Type the code that the app shows now, or a recovery code that you have not used.',
  });
}
