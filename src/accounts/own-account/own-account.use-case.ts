import { Inject, Injectable } from '@nestjs/common';
import {
  type AccountRow,
  type Arrival,
  addAudit,
  endSessionOf,
  endSessionsOf,
  findAccount,
  type HalfWay,
  idleSince,
  listSessions,
  lockAccount,
  type Mandate,
  type Person,
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
import { voidCodes } from '../one-time/one-time-codes.repository.ts';
import { Passwords } from '../passwords/password.adapter.ts';
import { PasswordRules } from '../passwords/password-rules.use-case.ts';
import { checkedName } from '../people/account-details.ts';
import { countRecoveryCodes } from '../second-factor/recovery-codes.repository.ts';
import { ownerOf } from '../sign-in/open-session.use-case.ts';
import { ProofOfSelf, wrongPassword } from './proof-of-self.use-case.ts';

/** What people see of their own account. */
export interface OwnState extends Mandate {
  readonly name: string;
  readonly email: string;
  readonly lang: Language;
  /** Without one the person signs in at the OpenID provider. */
  readonly hasPassword: boolean;
  readonly secondFactor: boolean;
  readonly mustHaveSecondFactor: boolean;
  readonly recoveryCodesLeft: number;
}

export interface OwnSession {
  readonly id: string;
  readonly isThis: boolean;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly userAgent: string;
  readonly address: string;
}

/** What people do with their own account; the second factor is in `OwnSecondFactor`. */
@Injectable()
export class OwnAccount {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly clock: Clock,
    private readonly passwords: Passwords,
    private readonly rules: PasswordRules,
    private readonly proof: ProofOfSelf,
    private readonly mail: AccountMail,
    private readonly roles: RoleRights,
  ) {}

  async state(visitor: Person | HalfWay): Promise<OwnState> {
    const account = await ownAccount(this.db, visitor);
    const { name, email, lang, role, organisations, programs } = account;
    return {
      name,
      email,
      lang,
      role,
      organisations,
      programs,
      hasPassword: account.passwordHash !== null,
      secondFactor: account.totpConfirmedAt !== null,
      mustHaveSecondFactor: this.roles.of(role).needsSecondFactor,
      recoveryCodesLeft: await countRecoveryCodes(this.db, account.id),
    };
  }

  /** Where the person is signed in, the latest seen first. */
  async sessions(visitor: Person): Promise<readonly OwnSession[]> {
    const now = this.clock.now();
    const isWhole = this.roles.secondFactorOf(visitor.role) !== 'later';
    const open = await listSessions(this.db, visitor.account, {
      now,
      idleSince: idleSince(now),
      stages: isWhole ? ['full'] : ['full', 'enrolment'],
    });
    return open.map(({ id, createdAt, lastSeenAt, userAgent, address }) => ({
      id,
      isThis: id === visitor.session,
      createdAt,
      lastSeenAt,
      userAgent,
      address,
    }));
  }

  /** @throws DomainError `SESSION.UNKNOWN` (missing): over, or another's */
  async endSession(visitor: Person, id: string, arrival: Arrival): Promise<void> {
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      if (!(await endSessionOf(tx, visitor.account, id))) {
        throw new DomainError('SESSION.UNKNOWN', 'You are not signed in there, or no more.', {
          kind: 'missing',
        });
      }
      await noteEnded(tx, visitor, arrival, 'one', now);
    });
  }

  /** Everywhere, here too. */
  async endAllSessions(visitor: Person, arrival: Arrival): Promise<void> {
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      await endSessionsOf(tx, visitor.account, null);
      await noteEnded(tx, visitor, arrival, 'all', now);
    });
  }

  /**
   * Ends the other sessions, and tells the person by e-mail.
   *
   * @throws DomainError `PASSWORD.WRONG` (call): the present one; `PASSWORD.SHORT`, `PASSWORD.LONG`, `PASSWORD.COMMON`
   *   (call): the next; `PASSWORD.NONE` (refused): signs in at the OpenID provider; `LIMIT.REACHED`, `SIGN_IN.BUSY`
   *   (too-often)
   */
  async changePassword(
    visitor: Person,
    { current, next }: { readonly current: string; readonly next: string },
    arrival: Arrival,
  ): Promise<void> {
    const now = this.clock.now();
    const account = await ownAccount(this.db, visitor);
    if (account.passwordHash === null) {
      throw new DomainError('PASSWORD.NONE', 'This account has no password.', {
        kind: 'refused',
        remedy: 'Change it at the OpenID provider where you sign in.',
      });
    }
    await this.proof.byPassword(account, current, arrival);
    await this.rules.check(next, account);
    const passwordHash = await this.passwords.hash(next);
    await this.db.transaction(async (tx) => {
      const owner = await lockAccount(tx, account.id);
      // Changed meanwhile, by a link or in another window: the proof was of an older one.
      if (owner?.passwordHash !== account.passwordHash) throw wrongPassword();
      const actor = ownerOf(account, arrival);
      await actAs(tx, actor, now);
      await updateAccount(tx, account.id, { passwordHash });
      await endSessionsOf(tx, account.id, visitor.session);
      await voidCodes(tx, { account: account.id }, now);
      await addAudit(tx, { action: 'password.changed', actor, subject: `accounts ${account.id}` }, now);
    });
    this.mail.notify('password-changed', account);
  }

  /** @throws DomainError `ACCOUNT.NAME` (call) */
  async changeDetails(
    visitor: Person,
    { name, lang }: { readonly name: string; readonly lang: Language },
    arrival: Arrival,
  ): Promise<void> {
    const now = this.clock.now();
    const to = { name: checkedName(name), lang };
    await this.db.transaction(async (tx) => {
      await actAs(tx, ownerOf({ id: visitor.account, email: visitor.email }, arrival), now);
      await updateAccount(tx, visitor.account, to);
    });
  }
}

/** The account of whoever is signed in. */
export async function ownAccount(db: Database, visitor: Person | HalfWay): Promise<AccountRow> {
  const account = await findAccount(db, visitor.account);
  if (account === null) throw new Error('A session has no account.');
  return account;
}

function noteEnded(
  tx: Database,
  { account, email }: Person,
  arrival: Arrival,
  which: 'one' | 'all',
  now: Date,
): Promise<void> {
  const actor = ownerOf({ id: account, email }, arrival);
  return addAudit(
    tx,
    { action: 'session.ended', actor, subject: `accounts ${account}`, details: { which } },
    now,
  );
}
