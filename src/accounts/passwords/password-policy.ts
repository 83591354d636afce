import { DomainError } from '../../core/errors.ts';

const LEAST = 12;
const MOST = 128;
/** Out of 4: to be found by fewer than a hundred million guesses. */
const LEAST_SCORE = 3;
/** Words of two letters are in everything. */
const LEAST_WORD = 3;

/** What a password must not be made of, whoever chooses it. */
export interface PasswordContext {
  readonly email: string;
  readonly name: string;
  /** The product, the organisation, its domains. */
  readonly words: readonly string[];
}

/**
 * A password as it is hashed: however a keyboard composes its accents, it is the same (NIST SP 800-63B, 3.1.1.2).
 */
export function asCompared(password: string): string {
  return password.normalize('NFKC');
}

/**
 * Whether anybody's password could be so long; longer ones are not even computed.
 *
 * @example isTooLong('a'.repeat(129)) // true
 */
export function isTooLong(password: string): boolean {
  // So much is not even normalised: NFKC may make eighteen characters of one.
  return password.length > 4 * MOST || lengthOf(asCompared(password)) > MOST;
}

/**
 * Accepts a new password, or says what is wrong with it (ASVS 5.0, 6.2): 12 to 128 characters of any kind, not easily
 * guessed, and not mainly the person's or the organisation's own names. Nothing is asked of anybody outside.
 *
 * @throws DomainError `PASSWORD.SHORT`, `PASSWORD.LONG`, `PASSWORD.COMMON` (call). No message holds the password
 */
export async function checkPassword(password: string, context: PasswordContext): Promise<void> {
  if (isTooLong(password)) {
    throw refusal('PASSWORD.LONG', `A password has at most ${MOST} characters.`, 'Choose a shorter one.');
  }
  const given = asCompared(password);
  if (lengthOf(given) < LEAST) {
    throw refusal(
      'PASSWORD.SHORT',
      `A password has at least ${LEAST} characters.`,
      'Choose a longer one: several words that nobody else puts together are easy to remember.',
    );
  }
  const words = wordsOf(context);
  if (isMainly(given, words) || (await scoreOf(given, words)) < LEAST_SCORE) {
    throw refusal(
      'PASSWORD.COMMON',
      'This password is easy to guess.',
      'Choose one that is neither common nor made of your name or the name of the organisation.',
    );
  }
}

/**
 * The words of a context, each with its parts, in small letters.
 *
 * @example wordsOf({ email: 'ana.lima@example.org', name: 'Ana Lima', words: ['Attest'] })
 *   // ['ana.lima@example.org', 'ana lima', 'example', 'attest', 'lima', 'ana', 'org']
 */
export function wordsOf({ email, name, words }: PasswordContext): readonly string[] {
  const whole = [email, name, ...words].map((word) => asCompared(word).toLowerCase());
  const parts = whole.flatMap((word) => word.split(/[^\p{L}\p{N}]+/u));
  return [...new Set([...whole, ...parts])]
    .filter((word) => word.length >= LEAST_WORD)
    .sort((a, b) => b.length - a.length);
}

/** Whether more than half of the letters and digits are those words. */
function isMainly(password: string, words: readonly string[]): boolean {
  const small = password.toLowerCase();
  const rest = words.reduce((text, word) => text.replaceAll(word, ' '), small);
  return 2 * signsOf(rest) < signsOf(small);
}

const signsOf = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
const lengthOf = (text: string): number => [...text].length;

type Estimate = (password: string, words: readonly string[]) => number;
let estimate: Promise<Estimate> | null = null;

async function scoreOf(password: string, words: readonly string[]): Promise<number> {
  estimate ??= loadEstimate();
  return (await estimate)(password, words);
}

/** The list of common passwords takes some megabytes: only where somebody chooses one. */
async function loadEstimate(): Promise<Estimate> {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  const zxcvbn = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  return (password, words) => zxcvbn.check(password, [...words]).score;
}

function refusal(code: string, message: string, remedy: string): DomainError {
  return new DomainError(code, message, { kind: 'call', remedy });
}
