import { allAtOnce, DomainError } from '../../core/errors.ts';
import { accessErrors } from '../../web/i18n/messages/access-errors.ts';
import { translator } from '../../web/i18n/translator.ts';
import { type PageForm, refusalOf } from './refusal.ts';

const t = translator('en');
const form: PageForm = { name: 'invite', words: accessErrors, fields: { 'ACCOUNT.EXISTS': 'email' } };

describe('refusalOf', () => {
  it('names the field that is meant, and says it in the reader’s language', () => {
    const error = new DomainError('ACCOUNT.EXISTS', 'There is one.', { kind: 'refused' });
    expect(refusalOf(translator('fr'), form, error)).toEqual({
      form: 'invite',
      field: 'email',
      text: 'Il existe déjà un compte avec cette adresse\u00a0: cherchez-le dans la liste.',
    });
  });

  it('says all that is wrong at once, each at its field', () => {
    const wrong = (parameter: string, value: string) =>
      new DomainError('ACCOUNT.NAME', '-', {
        kind: 'call',
        faults: [{ parameter, reason: 'not-understood', value }],
      });
    const said = { form: 'invite', text: refusalOf(t, form, wrong('name', ''))?.text };
    expect(refusalOf(t, form, allAtOnce([wrong('name', 'x'), wrong('nickname', 'y')]))).toEqual({
      ...said,
      field: 'name',
      value: 'x',
      also: [{ ...said, field: 'nickname', value: 'y' }],
    });
    expect(refusalOf(t, form, allAtOnce([wrong('name', 'x')]))).toEqual({
      ...said,
      field: 'name',
      value: 'x',
    });
    expect(allAtOnce([])).toBeNull();
  });

  it('rounds what is left to wait up to whole minutes', () => {
    const wordsAfter = (retryAfterS: number) =>
      refusalOf(t, form, new DomainError('LIMIT.REACHED', '-', { kind: 'too-often', retryAfterS }))?.text;
    expect(wordsAfter(1)).toBe('Too many attempts. Try again in 1 minute.');
    expect(wordsAfter(60)).toBe('Too many attempts. Try again in 1 minute.');
    expect(wordsAfter(61)).toBe('Too many attempts. Try again in 2 minutes.');
  });

  it('says something of what nobody has put into words, and nothing of what a form cannot mend', () => {
    const other = new DomainError('NEW.CODE', 'A secret detail.', { kind: 'refused' });
    expect(refusalOf(t, form, other)?.text).toBe('This was not done. Check what you entered, and try again.');
    expect(refusalOf(t, form, new DomainError('X.Y', '-', { kind: 'missing' }))).toBeNull();
    expect(refusalOf(t, form, new DomainError('X.Y', '-', { kind: 'broken' }))).toBeNull();
    expect(refusalOf(t, form, new Error('bug'))).toBeNull();
  });
});
