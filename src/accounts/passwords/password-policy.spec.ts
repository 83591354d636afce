import { DomainError } from '../../core/errors.ts';
import { asCompared, checkPassword, isTooLong, wordsOf } from './password-policy.ts';

const CONTEXT = {
  email: 'maria.silva@example.org',
  name: 'Maria Silva',
  words: ['Attest', 'Organization of Seven Rivers', 'attest@rivers.example'],
};

async function refusalOf(password: string): Promise<string | null> {
  try {
    await checkPassword(password, CONTEXT);
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (password !== '') expect(error.message).not.toContain(password);
    return error.code;
  }
}

describe('a password', () => {
  it('may be anything of 12 to 128 characters that is not easily guessed', async () => {
    for (const password of [
      'violet kettle under nine bridges',
      'xK7$mQ2!vB9z',
      '  spaces kept around  it ',
      'ночной поезд до Иркутска',
      'ação çedilha 3 mamões',
      '🦊🌵🛶🪁🧭🦉🍋🪐🎻🧶🦔🪴',
      'aB3-'.repeat(3) + 'random walk of ants '.repeat(6).slice(0, 116),
    ]) {
      expect({ password, refusal: await refusalOf(password) }).toEqual({ password, refusal: null });
    }
  });

  it.each([
    ['', 'PASSWORD.SHORT'],
    ['xK7$mQ2!vB9', 'PASSWORD.SHORT'],
    // Eleven characters, however many code units.
    ['🦊🌵🛶🪁🧭🦉🍋🪐🎻🧶🦔', 'PASSWORD.SHORT'],
    ['x'.repeat(129), 'PASSWORD.LONG'],
    ['x'.repeat(1_000_000), 'PASSWORD.LONG'],
    ['password1234', 'PASSWORD.COMMON'],
    ['Password12345!', 'PASSWORD.COMMON'],
    ['qwertyuiop[]', 'PASSWORD.COMMON'],
    ['aaaaaaaaaaaaaaaa', 'PASSWORD.COMMON'],
    ['123456789012', 'PASSWORD.COMMON'],
    ['maria.silva@example.org', 'PASSWORD.COMMON'],
    ['MariaSilva-2026', 'PASSWORD.COMMON'],
    ['AttestAttest2026!', 'PASSWORD.COMMON'],
    ['Seven Rivers of Seven Rivers', 'PASSWORD.COMMON'],
  ])('is not %j: %s', async (password, code) => {
    expect(await refusalOf(password)).toBe(code);
  });

  it('is the same however its accents are composed', () => {
    expect(asCompared('cafe\u0301')).toBe(asCompared('caf\u00e9'));
    expect(isTooLong('e\u0301'.repeat(128))).toBe(false);
    expect(isTooLong('e\u0301'.repeat(129))).toBe(true);
  });

  it('is compared with the parts of names too, the longest first', () => {
    expect(wordsOf({ email: 'ana.lima@example.org', name: 'Ana Lima', words: ['Attest'] })).toEqual([
      'ana.lima@example.org',
      'ana lima',
      'example',
      'attest',
      'lima',
      'ana',
      'org',
    ]);
  });
});
