import { hash, randomBytes } from 'node:crypto';

/** A secret that nobody guesses: 256 random bits, written with letters, digits, `-` and `_`. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * What is stored of a random secret. Fast on purpose: there is nothing to guess in 256 random bits, and it is computed
 * on every request.
 */
export function digestOf(secret: string): string {
  return hash('sha256', secret, 'hex');
}
