import { Inject, Injectable } from '@nestjs/common';
import {
  type AccountRow,
  type Arrival,
  Audit,
  addAccount,
  addAudit,
  endSessionsOf,
  findAccount,
  findByEmail,
  hasAdministrator,
  holdFirstAdministrator,
  lockAccount,
  RoleRights,
  updateAccount,
} from '../../access/index.ts';
import { DomainError } from '../../core/errors.ts';
import type { Language } from '../../core/text.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { actAs } from '../../platform/database/actor.repository.ts';
import { DATABASE } from '../../platform/database/database.module.ts';
import type { Database } from '../../platform/database/database.ts';
import { AccountMail } from '../mail/account-mail.use-case.ts';
import { Background } from '../mail/background.use-case.ts';
import { Passwords } from '../passwords/password.adapter.ts';
import { PasswordRules } from '../passwords/password-rules.use-case.ts';
import { checkedEmail, checkedName, emailKey, isEmail } from '../people/account-details.ts';
import { LoginThrottle } from '../sign-in/login-throttle.use-case.ts';
import type { Opened } from '../sign-in/open-session.use-case.ts';
import { openSession, ownerOf } from '../sign-in/open-session.use-case.ts';
import { stageOf } from '../sign-in/stage.ts';
import { CODE_HOURS, issueCode, linkCodeId, typedCodeId } from './issue-code.use-case.ts';
import { findCode, takeCode, voidCodes } from './one-time-codes.repository.ts';

/** Whom a link is for. */
export interface Redeemable {
  readonly purpose: 'invitation' | 'reset';
  readonly email: string;
  readonly name: string;
  readonly lang: Language;
}

export interface FirstAdministrator {
  readonly email: string;
  readonly name: string;
  readonly lang: Language;
  readonly password: string;
}

interface GoodCode {
  readonly id: string;
  readonly purpose: Redeemable['purpose'];
  readonly account: AccountRow;
}

/** Codes that work once: for the first administrator, for whoever is invited, and for who has forgotten the password. */
@Injectable()
export class OneTimeCodes {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly clock: Clock,
    private readonly passwords: Passwords,
    private readonly rules: PasswordRules,
    private readonly throttle: LoginThrottle,
    private readonly audit: Audit,
    private readonly mail: AccountMail,
    private readonly background: Background,
    private readonly roles: RoleRights,
  ) {}

  /** A fresh code, good for `CODE_HOURS`; older ones are so no more. Null where somebody may administer already. */
  async firstAdministratorCode(): Promise<string | null> {
    const now = this.clock.now();
    return this.db.transaction(async (tx) => {
      await holdFirstAdministrator(tx);
      if (await hasAdministrator(tx)) return null;
      const { code } = await issueCode(tx, { purpose: 'first-administrator', account: null }, now);
      return code;
    });
  }

  async needsFirstAdministrator(): Promise<boolean> {
    return !(await hasAdministrator(this.db));
  }

  /**
   * Makes the first administrator, who still has to set up the second factor: at once, or later (`RoleRights`).
   *
   * @throws DomainError `ONE_TIME.UNKNOWN` (call): wrong, run out or used; `PASSWORD.…`, `ACCOUNT.EMAIL`, `ACCOUNT.NAME`
   *   (call); `ACCOUNT.EXISTS` (refused); `LIMIT.REACHED`, `SIGN_IN.BUSY` (too-often)
   */
  async createFirstAdministrator(code: string, who: FirstAdministrator, arrival: Arrival): Promise<Opened> {
    const now = this.clock.now();
    const attempt = await this.throttle.begin('first-administrator', 'all', arrival);
    const id = typedCodeId(code);
    const found = id === null ? null : await findCode(this.db, id, now);
    if (id === null || found?.purpose !== 'first-administrator' || (await hasAdministrator(this.db))) {
      await this.noteRefusal('first-administrator', arrival);
      throw unknownTypedCode();
    }
    // The code is right: what follows is no guess.
    await attempt.withdrawn();
    const account = {
      email: checkedEmail(who.email),
      name: checkedName(who.name),
      lang: who.lang,
      role: 'administrator',
    } as const;
    await this.rules.check(who.password, account);
    const passwordHash = await this.passwords.hash(who.password);
    return this.db.transaction(async (tx) => {
      await holdFirstAdministrator(tx);
      if ((await hasAdministrator(tx)) || !(await takeCode(tx, id, now))) throw unknownTypedCode();
      await actAs(tx, { kind: 'stranger', name: account.email, address: arrival.address }, now);
      const added = await addAccount(tx, { ...account, passwordHash, createdAt: now });
      if (added === null) throw exists(account.email);
      await addAudit(
        tx,
        {
          action: 'one-time.used',
          actor: ownerOf(added, arrival),
          subject: `accounts ${added.id}`,
          details: { purpose: 'first-administrator' },
        },
        now,
      );
      const stage = stageOf(added, this.roles.secondFactorOf(added.role));
      return openSession(tx, { account: added, stage, method: 'password', arrival }, now);
    });
  }

  /**
   * Sends a link for a new password, if the address has an account that may have one. Whoever asks learns neither from
   * the answer nor from its time whether it does: all of that happens afterwards.
   *
   * @throws DomainError `LIMIT.REACHED` (too-often), for known and unknown addresses alike
   */
  async requestReset(email: string, arrival: Arrival): Promise<void> {
    const key = emailKey(email);
    await this.throttle.begin('reset', key, arrival);
    await this.audit.record({
      action: 'reset.requested',
      actor: { kind: 'stranger', address: arrival.address },
      details: isEmail(key) ? { email: key } : {},
    });
    this.background.run('The e-mail for a new password', () => this.sendReset(key));
  }

  private async sendReset(email: string): Promise<void> {
    if (!isEmail(email)) return;
    const now = this.clock.now();
    const account = await findByEmail(this.db, email);
    if (account === null || !mayHavePassword(account)) return;
    const { code } = await this.db.transaction((tx) =>
      issueCode(tx, { purpose: 'reset', account: account.id }, now),
    );
    await this.mail.sendLink({
      purpose: 'reset',
      to: account,
      link: this.mail.linkTo(code),
      hours: CODE_HOURS.reset,
    });
  }

  /** Whom a link is for. @throws DomainError `ONE_TIME.UNKNOWN` (missing): unknown, run out and used alike */
  async inspect(code: string): Promise<Redeemable> {
    const found = await this.find(code);
    if (found === null) throw unknownLink();
    const { email, name, lang } = found.account;
    return { purpose: found.purpose, email, name, lang };
  }

  /**
   * Sets the password, uses up this code and every other of the account, and ends its sessions. A second factor is asked
   * for as at any sign-in.
   *
   * @throws DomainError `ONE_TIME.UNKNOWN` (missing), `PASSWORD.…` (call), `LIMIT.REACHED`, `SIGN_IN.BUSY` (too-often)
   */
  async redeem(code: string, password: string, arrival: Arrival): Promise<Opened> {
    const now = this.clock.now();
    const found = await this.find(code);
    if (found === null) {
      await this.throttle.begin('one-time', arrival.address, arrival);
      await this.noteRefusal('link', arrival);
      throw unknownLink();
    }
    const { id, purpose, account } = found;
    await this.rules.check(password, account);
    const passwordHash = await this.passwords.hash(password);
    const opened = await this.db.transaction(async (tx) => {
      const owner = await lockAccount(tx, account.id);
      if (owner === null || owner.disabledAt !== null || !(await takeCode(tx, id, now))) throw unknownLink();
      await actAs(tx, ownerOf(owner, arrival), now);
      await updateAccount(tx, owner.id, { passwordHash });
      await endSessionsOf(tx, owner.id, null);
      await voidCodes(tx, { account: owner.id }, now);
      const actor = ownerOf(owner, arrival);
      const subject = `accounts ${owner.id}`;
      await addAudit(tx, { action: 'one-time.used', actor, subject, details: { purpose } }, now);
      const stage = stageOf(owner, this.roles.secondFactorOf(owner.role));
      return openSession(tx, { account: owner, stage, method: 'password', arrival }, now);
    });
    // Its owner is in: whoever guessed before does not keep them out.
    await this.throttle.forget('sign-in', emailKey(account.email));
    if (account.passwordHash !== null) this.mail.notify('password-changed', account);
    return opened;
  }

  /** Null too for whoever's account is disabled. */
  private async find(code: string): Promise<GoodCode | null> {
    const id = linkCodeId(code);
    const found = id === null ? null : await findCode(this.db, id, this.clock.now());
    if (id === null || found === null || found.account === null) return null;
    if (found.purpose === 'first-administrator') return null;
    const account = await findAccount(this.db, found.account);
    return account === null || account.disabledAt !== null ? null : { id, purpose: found.purpose, account };
  }

  private noteRefusal(what: string, { address }: Arrival): Promise<void> {
    return this.audit.record({
      action: 'one-time.refused',
      actor: { kind: 'stranger', address },
      details: { what },
    });
  }
}

/** Whoever signs in at the OpenID provider has the password there. */
export function mayHavePassword({
  disabledAt,
  passwordHash,
  oidcSubject,
}: Pick<AccountRow, 'disabledAt' | 'passwordHash' | 'oidcSubject'>): boolean {
  return disabledAt === null && (passwordHash !== null || oidcSubject === null);
}

function unknownLink(): DomainError {
  return new DomainError('ONE_TIME.UNKNOWN', 'This link is not good, or no more.', {
    kind: 'missing',
    remedy: 'It works once and for a short time: ask for a new one.',
  });
}

function unknownTypedCode(): DomainError {
  return new DomainError('ONE_TIME.UNKNOWN', 'This code is not good, or no more.', {
    kind: 'call',
    remedy: 'Type the one that the service printed when it was last started; start it again for a new one.',
  });
}

function exists(email: string): DomainError {
  return new DomainError('ACCOUNT.EXISTS', `There is an account of ${email} already.`, {
    kind: 'refused',
    remedy: 'Give another address, or make that account an administrator (npm run admin).',
  });
}
