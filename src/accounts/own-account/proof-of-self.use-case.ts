import { Inject, Injectable } from '@nestjs/common';
import { type AccountRow, type Arrival, Audit } from '../../access/index.ts';
import { DomainError } from '../../core/errors.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { DATABASE } from '../../platform/database/database.module.ts';
import type { Database } from '../../platform/database/database.ts';
import { Passwords } from '../passwords/password.adapter.ts';
import { isTooLong } from '../passwords/password-policy.ts';
import { SecondFactor } from '../second-factor/second-factor.use-case.ts';
import { LoginThrottle } from '../sign-in/login-throttle.use-case.ts';
import { ownerOf } from '../sign-in/open-session.use-case.ts';

/** Asks once more who it is before something that whoever finds an open screen should not do (ASVS 5.0, 7.5.1). */
@Injectable()
export class ProofOfSelf {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly clock: Clock,
    private readonly passwords: Passwords,
    private readonly secondFactor: SecondFactor,
    private readonly throttle: LoginThrottle,
    private readonly audit: Audit,
  ) {}

  /** @throws DomainError `PASSWORD.WRONG` (call), `LIMIT.REACHED`, `SIGN_IN.BUSY` (too-often) */
  async byPassword(account: AccountRow, password: string, arrival: Arrival): Promise<void> {
    const attempt = await this.throttle.begin('password', account.id, arrival);
    let right: boolean;
    try {
      const tooLong = isTooLong(password);
      right = (await this.passwords.matches(tooLong ? '' : password, account.passwordHash)) && !tooLong;
    } catch (error) {
      await attempt.withdrawn();
      throw error;
    }
    if (!right) return this.refuse(account, arrival);
    await attempt.succeeded();
  }

  /**
   * By password, or, of an account that has none, by a code of its second factor.
   *
   * @throws DomainError `PASSWORD.WRONG` (call), `LIMIT.REACHED`, `SIGN_IN.BUSY` (too-often)
   */
  async byPasswordOrCode(account: AccountRow, given: string, arrival: Arrival): Promise<void> {
    if (account.passwordHash !== null) return this.byPassword(account, given, arrival);
    const attempt = await this.throttle.begin('second-factor', account.id, arrival);
    const now = this.clock.now();
    const proof =
      account.totpConfirmedAt === null ? null : await this.secondFactor.proofOf(account, given, now);
    const right =
      proof !== null &&
      (await this.db.transaction((tx) => this.secondFactor.take(tx, account.id, proof, now)));
    if (!right) return this.refuse(account, arrival);
    await attempt.succeeded();
  }

  private async refuse(account: AccountRow, arrival: Arrival): Promise<never> {
    await this.audit.record({
      action: 'password.refused',
      actor: ownerOf(account, arrival),
      subject: `accounts ${account.id}`,
    });
    throw wrongPassword();
  }
}

export function wrongPassword(): DomainError {
  return new DomainError('PASSWORD.WRONG', 'This is not your password.', {
    kind: 'call',
    remedy: 'Type the one that you signed in with.',
  });
}
