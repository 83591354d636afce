import { Inject, Injectable } from '@nestjs/common';
import {
  type AccountRow,
  type Arrival,
  Audit,
  addAudit,
  endSessionsOf,
  findOpenSession,
  type HalfWay,
  lockAccount,
  type Person,
  RoleRights,
  updateAccount,
} from '../../access/index.ts';
import { DomainError } from '../../core/errors.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { actAs } from '../../platform/database/actor.repository.ts';
import { DATABASE } from '../../platform/database/database.module.ts';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { AccountMail } from '../mail/account-mail.use-case.ts';
import { ownAccount } from '../own-account/own-account.use-case.ts';
import { ProofOfSelf } from '../own-account/proof-of-self.use-case.ts';
import { LoginThrottle } from '../sign-in/login-throttle.use-case.ts';
import type { Opened } from '../sign-in/open-session.use-case.ts';
import { openSession, ownerOf } from '../sign-in/open-session.use-case.ts';
import { replaceRecoveryCodes } from './recovery-codes.repository.ts';
import { SecondFactor } from './second-factor.use-case.ts';
import { enrolmentOf } from './totp.ts';

/** Sets up, renews and removes the second factor of one's own account. */
@Injectable()
export class OwnSecondFactor {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly clock: Clock,
    private readonly secondFactor: SecondFactor,
    private readonly proof: ProofOfSelf,
    private readonly throttle: LoginThrottle,
    private readonly audit: Audit,
    private readonly mail: AccountMail,
    private readonly roles: RoleRights,
  ) {}

  /**
   * The key to put into an app; the same one until a code confirms it.
   *
   * @throws DomainError `SECOND_FACTOR.HELD` (refused): there is one; `SECOND_FACTOR.KEY` (refused)
   */
  async beginEnrolment(
    visitor: Person | HalfWay,
  ): Promise<{ readonly secret: string; readonly uri: string }> {
    // Made beforehand: the key of the service is read from the database too.
    const fresh = await this.secondFactor.newKey(visitor.account);
    const account = await this.db.transaction(async (tx) => {
      const owner = await lockAccount(tx, visitor.account);
      if (owner === null || owner.totpConfirmedAt !== null || owner.totpSecret !== null) return owner;
      await updateAccount(tx, owner.id, { totpSecret: fresh.sealed, totpLastStep: null });
      return { ...owner, totpSecret: fresh.sealed };
    });
    const key = account === null ? null : await this.pendingKey(account);
    if (key === null) throw held();
    return enrolmentOf(key, visitor.email);
  }

  /** Null: it is confirmed already. */
  private async pendingKey(account: AccountRow): Promise<Buffer | null> {
    return account.totpConfirmedAt === null ? this.secondFactor.keyOf(account) : null;
  }

  /**
   * Proves by a first code that the app has the key. From then on it is asked for; every other session of the account
   * ends, and this one goes on under a new identifier.
   *
   * @param given the code; of somebody fully signed in also the password, where the account has one, or whoever finds an
   *   open screen could lock its owner out. (Half way in, it was given a moment ago.)
   * @throws DomainError `PASSWORD.WRONG`, `SECOND_FACTOR.CODE` (call): not right; `SECOND_FACTOR.HELD`,
   *   `SECOND_FACTOR.KEY` (refused); `LIMIT.REACHED`, `SIGN_IN.BUSY` (too-often)
   */
  async confirmEnrolment(
    visitor: Person | HalfWay,
    { code, password = '' }: { readonly code: string; readonly password?: string | undefined },
    arrival: Arrival,
  ): Promise<{ readonly recoveryCodes: readonly string[]; readonly opened: Opened }> {
    const now = this.clock.now();
    const account = await ownAccount(this.db, visitor);
    if (account.totpConfirmedAt !== null) throw held();
    if (visitor.kind === 'person' && account.passwordHash !== null) {
      await this.proof.byPassword(account, password, arrival);
    }
    const attempt = await this.throttle.begin('second-factor', visitor.account, arrival);
    const proof = await this.secondFactor.proofOf(account, code, now);
    const recovery = await this.secondFactor.newRecoveryCodes(account.id);
    const opened =
      proof?.by === 'app'
        ? await this.db.transaction(async (tx) => {
            const owner = await lockAccount(tx, account.id);
            const session = await findOpenSession(tx, visitor.session, now);
            if (owner === null || owner.disabledAt !== null || session?.account !== owner.id) return null;
            if (owner.totpConfirmedAt !== null || owner.totpSecret !== account.totpSecret) return null;
            if (session.stage === 'second-factor') return null;
            if (!(await this.secondFactor.take(tx, owner.id, proof, now))) return null;
            await actAs(tx, ownerOf(owner, arrival), now);
            await updateAccount(tx, owner.id, { totpConfirmedAt: now });
            await recovery.store(tx);
            await endSessionsOf(tx, owner.id, null);
            await this.note(tx, 'second-factor.confirmed', owner, arrival, now);
            const { method } = session;
            return openSession(tx, { account: owner, stage: 'full', method, arrival }, now);
          })
        : null;
    if (opened === null) {
      await this.audit.record({
        action: 'second-factor.refused',
        actor: ownerOf(account, arrival),
        subject: `accounts ${account.id}`,
      });
      throw new DomainError('SECOND_FACTOR.CODE', 'The code is not right.', {
        kind: 'call',
        remedy: 'Type the six digits that the app shows now, and check the clock of the telephone.',
      });
    }
    await attempt.succeeded();
    this.mail.notify('second-factor-changed', account);
    return { recoveryCodes: recovery.codes, opened };
  }

  /**
   * New recovery codes; the old ones are good no more.
   *
   * @param given the password, or, of an account that has none, a code of the second factor
   * @throws DomainError `PASSWORD.WRONG` (call), `SECOND_FACTOR.NONE` (refused), `LIMIT.REACHED`, `SIGN_IN.BUSY` (too-often)
   */
  async renewRecoveryCodes(visitor: Person, given: string, arrival: Arrival): Promise<readonly string[]> {
    const now = this.clock.now();
    const account = await ownAccount(this.db, visitor);
    if (account.totpConfirmedAt === null) {
      throw new DomainError('SECOND_FACTOR.NONE', 'This account has no second factor.', {
        kind: 'refused',
        remedy: 'Set it up first.',
      });
    }
    await this.proof.byPasswordOrCode(account, given, arrival);
    const recovery = await this.secondFactor.newRecoveryCodes(account.id);
    await this.db.transaction(async (tx) => {
      await recovery.store(tx);
      await this.note(tx, 'second-factor.codes-renewed', account, arrival, now);
    });
    this.mail.notify('second-factor-changed', account);
    return recovery.codes;
  }

  /**
   * Takes the second factor away, with its recovery codes, and ends the other sessions.
   *
   * @param given as for `renewRecoveryCodes`
   * @throws DomainError `SECOND_FACTOR.NEEDED` (refused) for who must have one: `replace` is theirs; `PASSWORD.WRONG`
   *   (call); `LIMIT.REACHED`, `SIGN_IN.BUSY` (too-often)
   */
  async removeSecondFactor(visitor: Person, given: string, arrival: Arrival): Promise<void> {
    const now = this.clock.now();
    const account = await ownAccount(this.db, visitor);
    if (this.roles.of(account.role).needsSecondFactor) {
      throw new DomainError('SECOND_FACTOR.NEEDED', 'An administrator needs a second factor.', {
        kind: 'refused',
        remedy: 'Set it up anew instead, for another telephone.',
      });
    }
    await this.proof.byPasswordOrCode(account, given, arrival);
    await this.db.transaction(async (tx) => {
      await this.forget(tx, account, arrival, now);
      await endSessionsOf(tx, account.id, visitor.session);
    });
    this.mail.notify('second-factor-changed', account);
  }

  /**
   * Takes the second factor away to set it up anew, as with a new telephone. Every session ends, and one begins that can
   * do nothing else.
   *
   * @param given as for `renewRecoveryCodes`
   * @throws DomainError `PASSWORD.WRONG` (call), `LIMIT.REACHED`, `SIGN_IN.BUSY` (too-often)
   */
  async replaceSecondFactor(visitor: Person, given: string, arrival: Arrival): Promise<Opened> {
    const now = this.clock.now();
    const account = await ownAccount(this.db, visitor);
    await this.proof.byPasswordOrCode(account, given, arrival);
    const opened = await this.db.transaction(async (tx) => {
      const session = await findOpenSession(tx, visitor.session, now);
      if (session === null) return null;
      await this.forget(tx, account, arrival, now);
      await endSessionsOf(tx, account.id, null);
      const { method } = session;
      return openSession(tx, { account, stage: 'enrolment', method, arrival }, now);
    });
    if (opened === null) {
      throw new DomainError('SESSION.UNKNOWN', 'You are not signed in any more.', { kind: 'missing' });
    }
    this.mail.notify('second-factor-changed', account);
    return opened;
  }

  private async forget(tx: Transaction, account: AccountRow, arrival: Arrival, now: Date): Promise<void> {
    await actAs(tx, ownerOf(account, arrival), now);
    await forgetSecondFactor(tx, account.id);
    await this.note(tx, 'second-factor.removed', account, arrival, now);
  }

  private note(
    tx: Transaction,
    action: string,
    account: AccountRow,
    arrival: Arrival,
    now: Date,
  ): Promise<void> {
    return addAudit(tx, { action, actor: ownerOf(account, arrival), subject: `accounts ${account.id}` }, now);
  }
}

/** Key, confirmation and recovery codes. */
export async function forgetSecondFactor(tx: Transaction, account: string): Promise<void> {
  await updateAccount(tx, account, { totpSecret: null, totpConfirmedAt: null, totpLastStep: null });
  await replaceRecoveryCodes(tx, account, []);
}

function held(): DomainError {
  return new DomainError('SECOND_FACTOR.HELD', 'This account has a second factor already.', {
    kind: 'refused',
    remedy: 'Remove it, or set it up anew.',
  });
}
