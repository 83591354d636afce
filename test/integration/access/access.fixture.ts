import { Logger } from '@nestjs/common';
import { TOTP, Secret as TotpSecret } from 'otpauth';
import { type AuditRow, readAudit } from '../../../src/access/audit.repository.ts';
import { Audit } from '../../../src/access/audit.use-case.ts';
import { ROLE_RIGHTS } from '../../../src/access/fixtures/role-rights.ts';
import type { Arrival, CurrentSettings, HalfWay, Person } from '../../../src/access/index.ts';
import { Limiter } from '../../../src/access/limiter.use-case.ts';
import { Identify } from '../../../src/access/principals/identify.use-case.ts';
import type { Visitor } from '../../../src/access/principals/visitor.ts';
import type { Mandate } from '../../../src/access/role.ts';
import { ServiceKey } from '../../../src/access/service-key.use-case.ts';
import { AccountMail } from '../../../src/accounts/mail/account-mail.use-case.ts';
import { Background } from '../../../src/accounts/mail/background.use-case.ts';
import { OneTimeCodes } from '../../../src/accounts/one-time/one-time.use-case.ts';
import { OwnAccount } from '../../../src/accounts/own-account/own-account.use-case.ts';
import { ProofOfSelf } from '../../../src/accounts/own-account/proof-of-self.use-case.ts';
import { Passwords } from '../../../src/accounts/passwords/password.adapter.ts';
import { PasswordRules } from '../../../src/accounts/passwords/password-rules.use-case.ts';
import { Accounts } from '../../../src/accounts/people/accounts.use-case.ts';
import { OwnSecondFactor } from '../../../src/accounts/second-factor/own-second-factor.use-case.ts';
import { SecondFactor } from '../../../src/accounts/second-factor/second-factor.use-case.ts';
import { LoginThrottle } from '../../../src/accounts/sign-in/login-throttle.use-case.ts';
import type { Opened } from '../../../src/accounts/sign-in/open-session.use-case.ts';
import { SignIn } from '../../../src/accounts/sign-in/sign-in.use-case.ts';
import { Tidying } from '../../../src/accounts/sign-in/tidying.use-case.ts';
import type { DomainError } from '../../../src/core/errors.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/fixtures/settings.ts';
import { Secret } from '../../../src/platform/config/secret.ts';
import type { Actor } from '../../../src/platform/database/actor.repository.ts';
import type { Database, DatabaseHandle } from '../../../src/platform/database/database.ts';
import { Shutdown } from '../../../src/platform/lifecycle/shutdown.ts';
import { type Mail, Mailer } from '../../../src/platform/mailer/mailer.ts';

export const HERE: Arrival = { address: '192.0.2.1', userAgent: 'Firefox' };
export const PASSWORD = 'violet kettle under nine bridges';
export const COMMAND: Actor = { kind: 'command', name: 'command line' };
export const MANAGER: Mandate = { role: 'manager', organisations: [], programs: [] };
export const ADMINISTRATOR: Mandate = { role: 'administrator', organisations: [], programs: [] };

class TestMailer extends Mailer {
  readonly destination = 'a test';
  readonly sent: Mail[] = [];
  failure: Error | null = null;
  async send(mail: Mail): Promise<string> {
    if (this.failure !== null) throw this.failure;
    this.sent.push(mail);
    return '<id@test>';
  }
  async verify(): Promise<void> {}
}

// What fails in the background is said there.
Logger.overrideLogger(false);

/** The core of accounts on a database, with a clock that the test moves. */
export class AccessWorld {
  now = new Date('2026-03-02T08:00:00Z');
  readonly mailer = new TestMailer();
  readonly db: Database;
  readonly clock = { now: () => this.now };
  readonly audit: Audit;
  readonly limiter: Limiter;
  readonly identify: Identify;
  readonly passwords = new Passwords();
  readonly background = new Background(new Shutdown());
  readonly serviceKey: ServiceKey;
  readonly secondFactor: SecondFactor;
  readonly signIn: SignIn;
  readonly own: OwnAccount;
  readonly ownFactor: OwnSecondFactor;
  readonly codes: OneTimeCodes;
  readonly accounts: Accounts;

  constructor({ db }: DatabaseHandle, secret: string | null = null) {
    this.db = db;
    const config = {
      secret: secret === null ? null : new Secret(secret),
      mailFrom: 'Attest <attest@example.org>',
      publicUrl: 'https://attest.example.org',
      host: '127.0.0.1',
      port: 3000,
    };
    const { clock } = this;
    this.audit = new Audit(db, clock);
    this.limiter = new Limiter(db, clock);
    const roles = ROLE_RIGHTS;
    const settings = { now: DEFAULT_SETTINGS } as CurrentSettings;
    this.identify = new Identify(db, clock, roles);
    this.serviceKey = new ServiceKey(config, db);
    this.secondFactor = new SecondFactor(this.serviceKey);
    const throttle = new LoginThrottle(this.limiter, this.audit);
    const mail = new AccountMail(this.mailer, config, this.background, settings);
    const rules = new PasswordRules(config, settings);
    const proof = new ProofOfSelf(db, clock, this.passwords, this.secondFactor, throttle, this.audit);
    const tidying = new Tidying(db, clock);
    this.signIn = new SignIn(
      db,
      clock,
      this.passwords,
      this.secondFactor,
      throttle,
      this.audit,
      tidying,
      roles,
    );
    this.own = new OwnAccount(db, clock, this.passwords, rules, proof, mail, roles);
    this.ownFactor = new OwnSecondFactor(
      db,
      clock,
      this.secondFactor,
      proof,
      throttle,
      this.audit,
      mail,
      roles,
    );
    this.codes = new OneTimeCodes(
      db,
      clock,
      this.passwords,
      rules,
      throttle,
      this.audit,
      mail,
      this.background,
      roles,
    );
    this.accounts = new Accounts(db, clock, mail, throttle, roles);
  }

  later(minutes: number): void {
    this.now = new Date(this.now.getTime() + minutes * 60_000);
  }

  /** An account that has chosen its password by its invitation. @returns its id */
  async member(email: string, mandate: Mandate = MANAGER): Promise<string> {
    const { id, link } = await this.invite(email, mandate);
    await this.codes.redeem(codeOf(link), PASSWORD, HERE);
    return id;
  }

  invite(email: string, mandate: Mandate = MANAGER) {
    return this.accounts.invite(COMMAND, { email, name: 'Ana Lima', lang: 'es', mandate, mail: false });
  }

  /** A member that has proved a second factor too. */
  async administrator(email: string) {
    const id = await this.member(email, ADMINISTRATOR);
    const halfWay = await this.halfWay(await this.enter(email));
    const { secret } = await this.ownFactor.beginEnrolment(halfWay);
    const done = await this.ownFactor.confirmEnrolment(halfWay, { code: this.totp(secret) }, HERE);
    // The next code is another one.
    this.later(1);
    return { id, secret, ...done };
  }

  enter(email: string, password = PASSWORD, arrival = HERE): Promise<Opened> {
    return this.signIn.withPassword(email, password, arrival);
  }

  visitor({ cookie }: Opened): Promise<Visitor> {
    return this.identify.visitor(undefined, cookie);
  }

  async person(opened: Opened): Promise<Person> {
    const visitor = await this.visitor(opened);
    if (visitor.kind !== 'person') throw new Error(`Not signed in: ${visitor.kind}`);
    return visitor;
  }

  async halfWay(opened: Opened): Promise<HalfWay> {
    const visitor = await this.visitor(opened);
    if (visitor.kind !== 'half-way') throw new Error(`Not half way: ${visitor.kind}`);
    return visitor;
  }

  /** What the app shows. */
  totp(secret: string, stepsOn = 0): string {
    const timestamp = this.now.getTime() + stepsOn * 30_000;
    return TOTP.generate({ secret: TotpSecret.fromBase32(secret), timestamp });
  }

  /** What was recorded under this action, the latest first. */
  recorded(action: string): Promise<readonly AuditRow[]> {
    return readAudit(this.db, { action }, 2000);
  }

  /** Every word that the record holds. */
  async everythingRecorded(): Promise<string> {
    return JSON.stringify(await readAudit(this.db, {}, 10_000));
  }
}

export function codeOf(link: string): string {
  return link.split('/').at(-1) ?? '';
}

/** The link in an e-mail. */
export function linkIn({ text }: Mail): string {
  return /https:\S+/.exec(text)?.[0] ?? '';
}

/** What a refusal is, without what differs from one to the next. */
export async function refusal(promise: Promise<unknown>) {
  try {
    await promise;
  } catch (error) {
    const { code, message, options } = error as DomainError;
    if (options === undefined) throw error;
    const { kind, remedy } = options;
    return { code, message, kind, remedy };
  }
  throw new Error('It was not refused.');
}
