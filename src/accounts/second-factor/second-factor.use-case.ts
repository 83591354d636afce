import { Injectable } from '@nestjs/common';
import { type AccountRow, ServiceKey, takeTotpStep } from '../../access/index.ts';
import { DomainError } from '../../core/errors.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { seal, unseal } from '../seal.adapter.ts';
import { newRecoveryCode, newTotpKey } from '../typed-secrets.adapter.ts';
import { replaceRecoveryCodes, takeRecoveryCode } from './recovery-codes.repository.ts';
import { RECOVERY_CODES, recoveryDigest } from './recovery-codes.ts';
import { stepOf } from './totp.ts';

type Owner = Pick<AccountRow, 'id' | 'totpSecret'>;

/** A code that may be right; it is so only once it is taken. */
export type Proof =
  | { readonly by: 'app'; readonly step: number }
  | { readonly by: 'recovery code'; readonly hash: string };

/** Keys and codes of the second factor: from an app (RFC 6238), or recovery codes in its place. */
@Injectable()
export class SecondFactor {
  constructor(private readonly serviceKey: ServiceKey) {}

  /** A new key, as it is stored. */
  async newKey(account: string): Promise<{ readonly key: Buffer; readonly sealed: string }> {
    const key = newTotpKey();
    return { key, sealed: seal(await this.sealingKey(), purposeOf(account), key.toString('base64')) };
  }

  /** The key that an account stored; null: none. @throws DomainError `SECOND_FACTOR.KEY` (refused) */
  async keyOf({ id, totpSecret }: Owner): Promise<Buffer | null> {
    if (totpSecret === null) return null;
    const key = unseal(await this.sealingKey(), purposeOf(id), totpSecret);
    if (typeof key === 'string') return Buffer.from(key, 'base64');
    throw new DomainError(
      'SECOND_FACTOR.KEY',
      'The second factor of this account was stored under another key of the service.',
      {
        kind: 'refused',
        remedy:
          'Set ATTEST_SECRET to what it was, or let an administrator reset the second factor (npm run admin -- reset-second-factor EMAIL).',
      },
    );
  }

  /** What a code may prove at `now`; null: nothing. @throws DomainError `SECOND_FACTOR.KEY` (refused) */
  async proofOf(account: Owner, code: string, now: Date): Promise<Proof | null> {
    const hash = recoveryDigest(await this.recoveryKey(), account.id, code);
    if (hash !== null) return { by: 'recovery code', hash };
    const key = await this.keyOf(account);
    const step = key === null ? null : stepOf(key, code, now);
    return step === null ? null : { by: 'app', step };
  }

  /** Takes the code: no other request does so again. @returns whether it was right and had not been taken */
  take(tx: Transaction, account: string, proof: Proof, now: Date): Promise<boolean> {
    return proof.by === 'app'
      ? takeTotpStep(tx, account, proof.step)
      : takeRecoveryCode(tx, account, proof.hash, now);
  }

  /** New recovery codes, and what to store of them (`replaceRecoveryCodes`). */
  async newRecoveryCodes(
    account: string,
  ): Promise<{ readonly codes: readonly string[]; readonly store: (tx: Transaction) => Promise<void> }> {
    const key = await this.recoveryKey();
    const codes = new Set<string>();
    while (codes.size < RECOVERY_CODES) codes.add(newRecoveryCode());
    const hashes = [...codes].flatMap((code) => recoveryDigest(key, account, code) ?? []);
    return { codes: [...codes], store: (tx) => replaceRecoveryCodes(tx, account, hashes) };
  }

  private sealingKey(): Promise<Buffer> {
    return this.serviceKey.derive('second factor');
  }

  private recoveryKey(): Promise<Buffer> {
    return this.serviceKey.derive('recovery codes');
  }
}

/** Moved to another account it does not open. */
const purposeOf = (account: string): string => `second factor of ${account}`;
