import { type Axis, breakdownWith, numbersOf, partsDown, restOf } from './parts-down.ts';

const SEX: Axis = {
  code: 'sex',
  says: ['sex', 'sexo'],
  parts: [
    { code: 'female', says: ['female', 'mujeres'] },
    { code: 'male', says: ['male', 'hombres'] },
    { code: 'unknown', says: ['unknown'] },
  ],
};
const DOWN = partsDown(SEX, 10);

describe('the parts of an axis, down a table', () => {
  it('have the numbers that a figure says', () => {
    expect(numbersOf({ value: '22', breakdown: 'sex=female:7;sex=male:15' }, DOWN)).toEqual(['7', '15', '']);
    // In the words of another language, beside another axis.
    expect(numbersOf({ breakdown: 'mode=online;Sexo=mujeres:1 200' }, DOWN)).toEqual(['1 200', '', '']);
    // One without a number is the whole.
    expect(numbersOf({ value: '22', breakdown: 'sex=male' }, DOWN)).toEqual(['', '22', '']);
    expect(numbersOf({ value: '22' }, DOWN)).toEqual(['', '', '']);
  });

  it('are not all that a figure has, where one of its parts is no row', () => {
    expect(numbersOf({ breakdown: 'sex=other:3' }, DOWN)).toBeNull();
    expect(numbersOf({ breakdown: 'sex=female:3;sexo=mujeres:4' }, DOWN)).toBeNull();
    const short = partsDown(SEX, 2);
    expect(short.parts.map(({ code }) => code)).toEqual(['female', 'unknown']);
    expect(numbersOf({ breakdown: 'sex=male:3' }, short)).toBeNull();
  });

  it('take the place of what it said of that axis, and of no other', () => {
    const before = 'mode=online; Sexo=mujeres:1;sex=male:2';
    expect(breakdownWith(before, DOWN, ['7', '15', ''])).toBe('mode=online;sex=female:7;sex=male:15');
    expect(breakdownWith(before, DOWN, ['', '', ''])).toBe('mode=online');
    expect(breakdownWith('', DOWN, ['', '', '0'])).toBe('sex=unknown:0');
  });

  it('leave the rest of the whole, in the numbers of its reader', () => {
    // 1,200 − 700 − 450.5 = 49.5
    expect(restOf('1.200', ['700', '450,5', ''], 'comma')).toBe(49.5);
    expect(restOf('', ['7'], 'comma')).toBeNull();
  });
});
