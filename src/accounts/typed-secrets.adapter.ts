import { randomBytes } from 'node:crypto';
import { writeCode } from './typed-code.ts';

/** For people to type at the first start: 80 random bits, as `0123-4567-89AB-CDEF`. */
export function newTypedCode(): string {
  return writeCode(randomBytes(16), 4);
}

/** In place of a second factor: 50 random bits, as `01234-56789`. */
export function newRecoveryCode(): string {
  return writeCode(randomBytes(10), 5).toLowerCase();
}

/** The key of a second factor: 160 random bits, as long as what it is hashed with (RFC 4226, 4). */
export function newTotpKey(): Buffer {
  return randomBytes(20);
}
