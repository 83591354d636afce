import { hash } from '@node-rs/argon2';
import { DomainError } from '../../core/errors.ts';
import { Passwords } from './password.adapter.ts';

describe('passwords', () => {
  it('are stored with Argon2id at the cost that OWASP asks for, and never twice alike', async () => {
    const passwords = new Passwords();
    const [one, two] = await Promise.all([passwords.hash('violet kettle'), passwords.hash('violet kettle')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(one).not.toBe(two);
    expect(passwords.isOutdated(one)).toBe(false);
    expect(passwords.isOutdated(await hash('x', { memoryCost: 8192, timeCost: 2, parallelism: 1 }))).toBe(
      true,
    );
  });

  it('match however their accents are composed, and nothing where nothing is stored', async () => {
    const passwords = new Passwords();
    const stored = await passwords.hash('caf\u00e9 at nine');
    expect(await passwords.matches('cafe\u0301 at nine', stored)).toBe(true);
    expect(await passwords.matches('cafe at nine', stored)).toBe(false);
    expect(await passwords.matches('caf\u00e9 at nine', null)).toBe(false);
    expect(await passwords.matches('', null)).toBe(false);
  });

  it('are computed two at a time, with twenty waiting; more are told to come again', async () => {
    const passwords = new Passwords();
    const outcomes = await Promise.allSettled(Array.from({ length: 30 }, () => passwords.hash('x')));
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected').map(({ reason }) => reason);
    expect(refused).toHaveLength(8);
    for (const reason of refused) {
      expect(reason).toBeInstanceOf(DomainError);
      expect(reason).toMatchObject({ code: 'SIGN_IN.BUSY', options: { kind: 'too-often', retryAfterS: 5 } });
    }
    // And afterwards there is room again.
    expect(await passwords.hash('x')).toMatch(/^\$argon2id/);
  });
});
