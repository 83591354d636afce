import { plainNumber } from '../../platform/csv/written-number.ts';
import { remedyOnPage } from './row-error-words.ts';

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
