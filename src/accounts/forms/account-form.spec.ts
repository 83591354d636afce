import { globSync, readFileSync } from 'node:fs';
import { accessErrors } from '../../web/i18n/messages/access-errors.ts';
import { accountForm } from './account-form.ts';

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

describe('a form of accounts', () => {
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

  it('says which field of it an error is about', () => {
    const { words, fields } = accountForm('invite');
    expect(Object.keys(fields).filter((code) => words[code] === undefined)).toEqual([]);
    expect(fields['ACCOUNT.EXISTS']).toBe('email');
  });
});
