import { digestOf, newSecret } from '../../access/index.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { readCode } from '../typed-code.ts';
import { newTypedCode } from '../typed-secrets.adapter.ts';
import { type OneTimePurpose, storeCode, voidCodes } from './one-time-codes.repository.ts';

const HOUR_MS = 60 * 60_000;

/** How long a code is good for. An invitation may lie in a mailbox over a weekend. */
export const CODE_HOURS: Readonly<Record<OneTimePurpose, number>> = {
  'first-administrator': 24,
  invitation: 72,
  reset: 1,
};

const TYPED_LENGTH = 16;

/** A code just made; only its digest is stored. */
export interface IssuedCode {
  readonly code: string;
  readonly expiresAt: Date;
}

/** Makes a code; older ones of the same purpose and account are good no more. */
export async function issueCode(
  tx: Transaction,
  { purpose, account }: { readonly purpose: OneTimePurpose; readonly account: string | null },
  now: Date,
): Promise<IssuedCode> {
  const code = purpose === 'first-administrator' ? newTypedCode() : newSecret();
  const id = purpose === 'first-administrator' ? typedCodeId(code) : linkCodeId(code);
  if (id === null) throw new Error('A new code cannot be read.');
  const expiresAt = new Date(now.getTime() + CODE_HOURS[purpose] * HOUR_MS);
  await voidCodes(tx, { account, purpose }, now);
  await storeCode(tx, { id, purpose, account, createdAt: now, expiresAt });
  return { code, expiresAt };
}

/** Under which a code of a link is stored; null: it cannot be one. */
export function linkCodeId(code: string): string | null {
  return /^[\w-]{43}$/.test(code) ? digestOf(code) : null;
}

/** Under which a code that people type is stored; null: it cannot be one. */
export function typedCodeId(text: string): string | null {
  const code = readCode(text, TYPED_LENGTH);
  return code === null ? null : digestOf(code);
}
