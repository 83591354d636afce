import { createHmac } from 'node:crypto';
import { readCode } from '../typed-code.ts';

/** How many a person gets at a time. */
export const RECOVERY_CODES = 10;
const LENGTH = 10;

/**
 * What is stored of a recovery code; null where the text cannot be one. Under a key, for 50 bits alone could be tried
 * out by whoever holds a copy of the table.
 */
export function recoveryDigest(key: Buffer, account: string, text: string): string | null {
  const code = readCode(text, LENGTH);
  return code === null ? null : createHmac('sha256', key).update(`${account} ${code}`).digest('hex');
}
