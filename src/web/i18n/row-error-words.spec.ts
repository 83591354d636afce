import { LANGUAGES } from '../../core/text.ts';
import { plainNumber } from '../../platform/csv/written-number.ts';
import { edition } from '../edition.ts';
import { rowErrorWords } from './messages/row-errors.ts';
import { meantErrorWords, writtenErrorWords } from './messages/written-errors.ts';
import { errorsByColumn, remedyOnPage } from './row-error-words.ts';

it.each([
  ['1.234', null],
  ['1,5', 'point'],
] as const)('names no option of the command on a page: %s', (text, decimal) => {
  const refused = plainNumber(text, decimal);
  if (typeof refused === 'string') throw new Error('It was read.');
  const { code, options } = refused;
  expect(options.remedy).toContain('--decimal');
  const said = remedyOnPage({ code, remedy: options.remedy ?? '' });
  expect(said).not.toContain('--');
  expect(said).toContain('bring the file again');
});

it('says what the row says, where that is no option of the command', () => {
  expect(remedyOnPage({ code: 'CELL.NOT_A_NUMBER', remedy: 'Write digits.' })).toBe('Write digits.');
});

it('names what stands in a cell, and what may be meant, in every language', () => {
  const codes = Object.keys({ ...meantErrorWords, ...writtenErrorWords });
  expect(codes.filter((code) => !Object.hasOwn(rowErrorWords, code))).toEqual([]);
  for (const language of LANGUAGES) {
    for (const code of codes) {
      const meant = Object.hasOwn(meantErrorWords, code) ? ['CL'] : [];
      const error = {
        column: 'x',
        code,
        message: '"Chle" is wrong.',
        remedy: 'Did you mean CL?',
        written: { value: 'Chle', meant },
      };
      const said = errorsByColumn(edition(language, 'screen'), [error]).get('x');
      for (const word of ['Chle', ...meant])
        expect([code, language, said]).toEqual([code, language, expect.stringContaining(word)]);
    }
  }
});
