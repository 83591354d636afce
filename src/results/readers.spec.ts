import fc from 'fast-check';
import { DomainError } from '../core/errors.ts';
import { NO_ANSWERS } from '../platform/csv/answers.ts';
import { FileWords } from '../platform/csv/file-words.ts';
import { numberReader, type Reading } from '../platform/csv/reading.ts';
import { breakdownReader } from './breakdown.ts';
import { valueReader } from './value-cell.ts';

const KNOWN = {
  axes: [
    { word: 'sex', says: ['sex', 'sexo', 'sexe'] },
    { word: 'mode', says: ['mode', 'modalidad'] },
  ],
  partsOf: (axis: string) =>
    axis === 'mode' ? [{ word: 'online', says: ['online', 'en línea', 'on-line'] }] : [],
};

/** What a cell reads as, or the code with which it is refused. */
function said(read: string | DomainError): string {
  return read instanceof DomainError ? read.code : read;
}

function breakdown(text: string, reading: Reading = NO_ANSWERS) {
  return said(breakdownReader(new FileWords(reading), KNOWN, numberReader(reading))(text, false));
}

const value = (text: string, isNumber = false, reading: Reading = NO_ANSWERS) =>
  said(valueReader(numberReader(reading))(text, isNumber));

describe('a breakdown is read', () => {
  it.each([
    ['sex=female:7;sex=male:15', 'sex=female:7;sex=male:15'],
    ['Sexo = Mujeres : 1 007 ; SEXE=hommes:15;', 'sex=female:1007;sex=male:15'],
    ['sex=Women:7;sex=F:1', 'sex=female:7;sex=female:1'],
    ['Modalidad=En linea', 'mode=online'],
    ['mode=sin datos:3', 'mode=unknown:3'],
    ['club=Red:1', 'club=Red:1'],
    ['sex=female:1.000', 'CELL.TWO_READINGS'],
    ['sex=femal:1', 'WORD.NEARLY_KNOWN'],
    ['sxe=female:1', 'sxe=female:1'],
    ['modes=online', 'WORD.NEARLY_KNOWN'],
    ['unit=people:3', 'unit=people:3'],
    ['seven women', 'seven women'],
    ['sex=female:~7', 'CELL.NOT_A_NUMBER'],
  ])('%s', (text, expected) => {
    expect(breakdown(text)).toBe(expected);
  });

  it('by the sign that stands before decimals in its file', () => {
    expect(breakdown('sex=female:1.000', { ...NO_ANSWERS, decimal: 'comma' })).toBe('sex=female:1000');
  });
});

describe('a value is read', () => {
  it.each([
    ['15', '15'],
    ['10-15', '10-15'],
    ['1 000 – 2 000', '1000-2000'],
    ['1.000-2.000', 'CELL.TWO_READINGS'],
    ['0,5-1,5', '0.5-1.5'],
    ['-5', '-5'],
    ['2017-06-30', 'CELL.NOT_A_NUMBER'],
  ])('%s', (text, expected) => {
    expect(value(text)).toBe(expected);
  });

  it('as it is where a spreadsheet holds it as a number', () => {
    expect(value('1.234', true)).toBe('1.234');
    expect(value('1.234', true, { ...NO_ANSWERS, decimal: 'comma' })).toBe('1.234');
  });
});

it('whatever stands in a cell, it is read or refused', () => {
  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'sexmalf=:;0123.,- ~%'), maxLength: 30 }),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
  );
  fc.assert(
    fc.property(text, (some) => {
      expect(typeof breakdown(some)).toBe('string');
      expect(value(some)).toMatch(/^(CELL\.[A-Z_]+|-?\d+(\.\d+)?(-\d+(\.\d+)?)?)$/);
    }),
    { numRuns: 1_000 },
  );
});
