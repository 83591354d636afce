import { globSync, readFileSync } from 'node:fs';
import { DomainError } from '../../core/errors.ts';
import { accessErrors } from '../../web/i18n/messages/access-errors.ts';
import { translator } from '../../web/i18n/translator.ts';
import { refusalOf } from './refusal.ts';

const t = translator('en');

/** Codes that no form of these pages brings: what is not there, what is broken, and what the OpenID provider says. */
const ELSEWHERE = [
  'ACCESS.SIGN_IN',
  'ACCESS.TOKEN',
  'ACCOUNT.UNKNOWN',
  'COMMAND.USAGE',
  'LIMIT.REACHED',
  'LINK.NOT_SENT',
  'MAIL.UNREACHABLE',
  'REQUEST.CROSS_SITE',
  'REQUEST.NOT_FOUND',
  'SESSION.UNKNOWN',
  'SIGN_IN.EMAIL',
  'SIGN_IN.NO_ROLE',
  'SIGN_IN.TAKEN',
  'TOKEN.UNKNOWN',
];

describe('refusalOf', () => {
  it('has words for every error of accounts', () => {
    const sources = globSync('src/{access,accounts}/**/*.ts').filter((file) => !file.includes('.spec.'));
    const thrown = sources.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/(?:DomainError|call)\(\s*'([A-Z_]+\.[A-Z_]+)'/g)].map(
        ([, code = '']) => code,
      ),
    );
    expect(thrown.length).toBeGreaterThan(20);
    const worded = [...Object.keys(accessErrors), ...ELSEWHERE];
    expect([...new Set(thrown)].filter((code) => !worded.includes(code)).sort()).toEqual([]);
  });

  it('names the field that is meant, and says it in the reader’s language', () => {
    const error = new DomainError('ACCOUNT.EXISTS', 'There is one.', { kind: 'refused' });
    expect(refusalOf(translator('fr'), 'invite', error)).toEqual({
      form: 'invite',
      field: 'email',
      text: 'Il existe déjà un compte avec cette adresse\u00a0: cherchez-le dans la liste.',
    });
  });

  it('rounds what is left to wait up to whole minutes', () => {
    const wordsAfter = (retryAfterS: number) =>
      refusalOf(t, 'x', new DomainError('LIMIT.REACHED', '-', { kind: 'too-often', retryAfterS }))?.text;
    expect(wordsAfter(1)).toBe('Too many attempts. Try again in 1 minute.');
    expect(wordsAfter(60)).toBe('Too many attempts. Try again in 1 minute.');
    expect(wordsAfter(61)).toBe('Too many attempts. Try again in 2 minutes.');
  });

  it('says something of what nobody has put into words, and nothing of what a form cannot mend', () => {
    const other = new DomainError('NEW.CODE', 'A secret detail.', { kind: 'refused' });
    expect(refusalOf(t, 'x', other)?.text).toBe('This was not done. Check what you entered, and try again.');
    expect(refusalOf(t, 'x', new DomainError('X.Y', '-', { kind: 'missing' }))).toBeNull();
    expect(refusalOf(t, 'x', new DomainError('X.Y', '-', { kind: 'broken' }))).toBeNull();
    expect(refusalOf(t, 'x', new Error('bug'))).toBeNull();
  });
});
