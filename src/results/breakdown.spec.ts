import fc from 'fast-check';
import { DomainError } from '../core/errors.ts';
import { breakdownRefusal, type GivenPart, readBreakdown } from './breakdown.ts';

function parts(text: string): readonly GivenPart[] {
  const read = readBreakdown(text);
  if (read instanceof DomainError) throw read;
  return read;
}
const codeOf = (refused: unknown) => (refused instanceof DomainError ? refused.code : refused);

it('reads parts with their numbers, in codes and in words', () => {
  expect(parts('Role=AEO official:4; role = local trainer : 1.5')).toEqual([
    { axis: 'role', axisWords: 'Role', part: 'aeo-official', partWords: 'AEO official', value: 4 },
    { axis: 'role', axisWords: 'role', part: 'local-trainer', partWords: 'local trainer', value: 1.5 },
  ]);
});

it('reads a part alone as the whole', () => {
  expect(parts('mode=on-site')).toEqual([
    { axis: 'mode', axisWords: 'mode', part: 'on-site', partWords: 'on-site', value: null },
  ]);
});

it.each([
  ['sex', 'BREAKDOWN.UNREADABLE'],
  ['sex=', 'BREAKDOWN.UNREADABLE'],
  ['=female:7', 'BREAKDOWN.UNREADABLE'],
  ['sex=female:7;', 'BREAKDOWN.UNREADABLE'],
  ['sex=female:7:8', 'BREAKDOWN.UNREADABLE'],
  ['sex=female:', 'BREAKDOWN.UNREADABLE'],
  ['sex=female:seven', 'CELL.NOT_A_NUMBER'],
  ['sex=female:-7', 'BREAKDOWN.NEGATIVE'],
  ['sex=female:7;Sex=Female:8', 'BREAKDOWN.REPEATED'],
  ['sex=female;sex=male:15', 'BREAKDOWN.NO_NUMBER'],
  ['axis=sex:7', 'BREAKDOWN.RESERVED'],
])('refuses %s', (text, code) => {
  expect(codeOf(readBreakdown(text))).toBe(code);
});

it.each([
  ['sex=female:7;sex=male:15', 22, null],
  ['sex=female:7;sex=male:14', 22, 'BREAKDOWN.NOT_THE_SUM'],
  ['sex=female:7;sex=male:14;sex=unknown:1', 22, null],
  ['sex=female:7;sex=male:15;mode=online', 22, null],
  ['sex=female:7;sex=male:15;mode=online:21', 22, 'BREAKDOWN.NOT_THE_SUM'],
  ['size=a:0.1;size=b:0.2', 0.3, null],
])('%s of %d', (text, value, code) => {
  expect(codeOf(breakdownRefusal(parts(text), value))).toBe(code);
});

it('names the sum and the value', () => {
  expect(breakdownRefusal(parts('sex=female:7;sex=male:14'), 22)?.message).toBe(
    'The parts of "sex" sum to 21, the value is 22.',
  );
});

it('takes any numbers for parts of their sum, and no other value', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1_000_000), { minLength: 2, maxLength: 8 }), fc.nat(5), (numbers, more) => {
      const given = parts(numbers.map((number, index) => `axle=part ${index}:${number}`).join(';'));
      const sum = numbers.reduce((total, number) => total + number, 0);
      expect(codeOf(breakdownRefusal(given, sum + more))).toBe(more === 0 ? null : 'BREAKDOWN.NOT_THE_SUM');
    }),
  );
});
