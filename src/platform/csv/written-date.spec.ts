import fc from 'fast-check';
import { DomainError } from '../../core/errors.ts';
import { readDate } from './written-date.ts';

/** `first last precision`, or the code and message of what is refused. */
function read(text: string): string {
  const date = readDate(text);
  return date instanceof DomainError
    ? `${date.code}: ${date.message}`
    : `${date.first} ${date.last} ${date.precision}`;
}

describe('a date is read where it says one thing', () => {
  it.each([
    ['2017', '2017-01-01 2017-12-31 year'],
    ['2017-06', '2017-06-01 2017-06-30 month'],
    ['2017/6', '2017-06-01 2017-06-30 month'],
    ['201702', '2017-02-01 2017-02-28 month'],
    ['06/2017', '2017-06-01 2017-06-30 month'],
    ['June 2017', '2017-06-01 2017-06-30 month'],
    ['junio de 2017', '2017-06-01 2017-06-30 month'],
    ['março 2016', '2016-03-01 2016-03-31 month'],
    ['févr. 2016', '2016-02-01 2016-02-29 month'],
    ['Sept 2017', '2017-09-01 2017-09-30 month'],
    ['2017-Q2', '2017-04-01 2017-06-30 month'],
    ['2017Q4', '2017-10-01 2017-12-31 month'],
    ['T1 2017', '2017-01-01 2017-03-31 month'],
    ['2017-06-30', '2017-06-30 2017-06-30 day'],
    ['2017/6/3', '2017-06-03 2017-06-03 day'],
    ['20170630', '2017-06-30 2017-06-30 day'],
    ['2017-06-30 00:00:00', '2017-06-30 2017-06-30 day'],
    ['2017-06-30T14:30', '2017-06-30 2017-06-30 day'],
    ['31/12/2017', '2017-12-31 2017-12-31 day'],
    ['12/31/2017', '2017-12-31 2017-12-31 day'],
    ['31.12.2017', '2017-12-31 2017-12-31 day'],
    ['31/12/2017 0:00', '2017-12-31 2017-12-31 day'],
    ['02/02/2017', '2017-02-02 2017-02-02 day'],
    ['30 June 2017', '2017-06-30 2017-06-30 day'],
    ['June 30th, 2017', '2017-06-30 2017-06-30 day'],
    ['30-jun-2017', '2017-06-30 2017-06-30 day'],
    ['1er juin 2017', '2017-06-01 2017-06-01 day'],
    ['1º de mayo de 2017', '2017-05-01 2017-05-01 day'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('else it is refused with what it reads as', () => {
  it.each([
    ['01/02/2017', 'CELL.TWO_READINGS: "01/02/2017" can be read as 2017-02-01 and as 2017-01-02.'],
    ['1.2.17', 'CELL.TWO_READINGS: "1.2.17" can be read as 2017-02-01 and as 2017-01-02.'],
    ['31/12/17', 'CELL.NOT_A_DATE: "31/12/17" has a year of two digits.'],
    ['42886', 'CELL.NOT_A_DATE: "42886" is a spreadsheet\'s number for 2017-05-31.'],
    ['42886.5', 'CELL.NOT_A_DATE: "42886.5" is a spreadsheet\'s number for 2017-05-31.'],
    ['31/31/2017', 'CELL.NOT_A_DATE: "31/31/2017" is not a date.'],
    ['2017-02-30', 'CELL.NOT_A_DATE: "2017-02-30" is not a date.'],
    ['201713', 'CELL.NOT_A_DATE: "201713" is not a date.'],
    ['2017-Q5', 'CELL.NOT_A_DATE: "2017-Q5" is not a date.'],
    ['2016-2017', 'CELL.NOT_A_DATE: "2016-2017" is not a date.'],
    ['June', 'CELL.NOT_A_DATE: "June" is not a date.'],
    ['30 June July 2017', 'CELL.NOT_A_DATE: "30 June July 2017" is not a date.'],
    ['99999', 'CELL.NOT_A_DATE: "99999" is not a date.'],
    ['soon', 'CELL.NOT_A_DATE: "soon" is not a date.'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

it('a day written with its year first is that day, and whatever is written is read or refused', () => {
  const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, (moment) => {
      const iso = moment.toISOString().slice(0, 10);
      expect(read(iso)).toBe(`${iso} ${iso} day`);
      expect(read(iso.replaceAll('-', ''))).toBe(`${iso} ${iso} day`);
    }),
  );
  const text = fc.string({ unit: fc.constantFrom(...'0123456789-/.: TQju'), maxLength: 12 });
  fc.assert(
    fc.property(text, (some) => {
      expect(read(some)).toMatch(/^CELL\.|^\d{4}-\d\d-\d\d \d{4}-\d\d-\d\d (day|month|year)$/);
    }),
    { numRuns: 1_000 },
  );
});
