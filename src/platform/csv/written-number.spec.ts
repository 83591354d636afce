import fc from 'fast-check';
import { DomainError } from '../../core/errors.ts';
import { type DecimalSign, plainNumber } from './written-number.ts';

/** The plain number, or code, message and remedy of what is refused. */
function read(text: string, decimal: DecimalSign | null = null): string {
  const number = plainNumber(text, decimal);
  return number instanceof DomainError
    ? `${number.code}: ${number.message} ${number.options.remedy}`
    : number;
}

describe('a number is read where it says one thing', () => {
  it.each([
    ['15', '15'],
    ['-15', '-15'],
    ['−15', '-15'],
    ['+15', '15'],
    ['1234.5', '1234.5'],
    ['1234,5', '1234.5'],
    ['0.125', '0.125'],
    ['0,125', '0.125'],
    ['1000.000', '1000.000'],
    ['1.2345', '1.2345'],
    ['1 234', '1234'],
    ['1\u00a0234\u00a0567,5', '1234567.5'],
    ["1'234.50", '1234.50'],
    ['1’234', '1234'],
    ['1.234.567', '1234567'],
    ['1,234,567', '1234567'],
    ['1.234,5', '1234.5'],
    ['1,234.5', '1234.5'],
    ['-1.234,50', '-1234.50'],
    ['12.345.678,901', '12345678.901'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('what says two things is refused with both, or read as the file says', () => {
  it.each([
    ['200.000', '200000', '200.000'],
    ['1,234', '1234', '1.234'],
    ['-1.000', '-1000', '-1.000'],
  ])('%s', (text, grouped, decimal) => {
    expect(read(text)).toMatch(`CELL.TWO_READINGS: "${text}" can be read as ${grouped} and as ${decimal}.`);
    const [comma, point] = text.includes(',') ? [decimal, grouped] : [grouped, decimal];
    expect(read(text, 'comma')).toBe(comma);
    expect(read(text, 'point')).toBe(point);
  });

  it.each([
    ['1.5', 'comma'],
    ['1,5', 'point'],
    ['1,234.5', 'comma'],
    ['1.234.567', 'point'],
    ['1 234.5', 'comma'],
  ] as const)('%s is not with a decimal %s', (text, decimal) => {
    expect(read(text, decimal)).toMatch(
      `CELL.NOT_A_NUMBER: "${text}" is not a number with a decimal ${decimal}`,
    );
  });
});

describe('what is no number is refused with the remedy that fits', () => {
  it.each([
    ['45%', 'is a percentage. Write 45, for'],
    ['4,5 %', 'is a percentage. Write 4.5, for'],
    ['(12)', 'is how accountants write a negative number. Write -12 where'],
    ['(1,234.50)', 'Write -1234.50 where it is negative, and 1234.50 where it is not.'],
    ['about 45', 'is not exact. Write 45; and, of a result\'s value, "about" as its qualifier.'],
    ['~45', 'Write 45; and, of a result\'s value, "about"'],
    ['aprox. 1 200', 'Write 1200; and, of a result\'s value, "about"'],
    ['>12', 'is a lower bound. Write 12; and, of a result\'s value, "at least"'],
    ['12+', 'Write 12; and, of a result\'s value, "at least"'],
    ['más de 12', 'Write 12; and, of a result\'s value, "at least"'],
    ['≤ 12', 'is an upper bound. Write 12; and, of a result\'s value, "at most"'],
    ['10 to 15', "is a range. Write one number; or, of a result's value, 10-15"],
    ['14/17', 'is a part of a whole. Write 14, and 17 as the denominator.'],
    ['N/A', 'says that there is no number; that is not zero. Leave the row out'],
    ['-', 'says that there is no number'],
    ['s/d', 'says that there is no number'],
    ['1.2E+3', 'is a number that a spreadsheet has shortened. Write all its digits'],
    ['02-Jan', 'is a date. Spreadsheets make a date'],
    ['$1,200', 'is a number with its currency. Write the number alone'],
    ['USD 1200', 'is a number with its currency.'],
    ['12 people', 'is a number with words. Write 12 alone'],
    ['twelve', 'is not a number. Write digits'],
    ['1,23,456', 'is not a number. Write digits'],
    ['1..2', 'is a range.'],
    ['.5', 'is not a number. Write digits'],
    ['', 'is not a number. Write digits'],
  ])('%s', (text, says) => {
    expect(read(text)).toMatch(/^CELL\.NOT_A_NUMBER: /);
    expect(read(text)).toContain(says);
  });
});

const digits = fc.nat({ max: 999_999_999 });
const decimals = fc.option(fc.stringMatching(/^\d{1,6}$/), { nil: null });

it('a number grouped and pointed by either sign is that number where the file says which', () => {
  fc.assert(
    fc.property(digits, decimals, fc.boolean(), (whole, rest, negative) => {
      const sign = negative ? '-' : '';
      const plain = `${sign}${whole}${rest === null ? '' : `.${rest}`}`;
      const grouped = `${whole}`.replace(/\B(?=(\d{3})+$)/g, '_');
      const written = (group: string, point: string) =>
        `${sign}${grouped.replaceAll('_', group)}${rest === null ? '' : `${point}${rest}`}`;
      expect(read(written('.', ','), 'comma')).toBe(plain);
      expect(read(written(',', '.'), 'point')).toBe(plain);
      expect(read(written(' ', ','), 'comma')).toBe(plain);
      expect(read(written('', '.'), 'point')).toBe(plain);
      for (const text of [written('.', ','), written(',', '.'), written('', ',')]) {
        // Without being told: the same number, or a refusal; never another number.
        expect([plain, 'CELL.TWO_READINGS']).toContain(read(text).split(':')[0]);
      }
    }),
  );
});

it('whatever is written is read in plain notation or refused', () => {
  const text = fc.oneof(
    fc.string({ unit: fc.constantFrom(..."0123456789.,' -+%()~<>eE/"), maxLength: 14 }),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  );
  fc.assert(
    fc.property(text, fc.constantFrom(null, 'comma' as const, 'point' as const), (some, decimal) => {
      expect(read(some, decimal)).toMatch(/^-?\d+(\.\d+)?$|^CELL\.(NOT_A_NUMBER|TWO_READINGS): /);
    }),
    { numRuns: 2_000 },
  );
});

it('a long text is refused at once', () => {
  const begun = performance.now();
  for (const long of [
    '1'.repeat(2_000),
    `${'1 '.repeat(1_000)}x`,
    `${'1,'.repeat(1_000)}x`,
    `at least ${'1 '.repeat(950)}%`,
  ]) {
    read(long);
  }
  expect(performance.now() - begun).toBeLessThan(1_000);
});
