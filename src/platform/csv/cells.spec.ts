import type { z } from 'zod';
import {
  choice,
  currencyCell,
  dayCell,
  emailCell,
  endCell,
  linkCell,
  numberCell,
  optional,
  rateCell,
  shareCell,
  startCell,
  truth,
  words,
} from './cells.ts';

/** What a cell reads, or the code with which it refuses. */
function read(schema: z.ZodType, text: string | undefined): unknown {
  const parsed = schema.safeParse(text);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return issue?.code === 'custom' ? `! ${issue.params?.code}` : issue;
}

it.each([
  ['a date of a year starts with it', startCell, '2014', { day: '2014-01-01', precision: 'year' }],
  ['and ends with it', endCell, '2014', { day: '2014-12-31', precision: 'year' }],
  ['a date of a month starts with it', startCell, '2014-06', { day: '2014-06-01', precision: 'month' }],
  ['and ends with it', endCell, '2014-06', { day: '2014-06-30', precision: 'month' }],
  ['also in February', endCell, '2014-02', { day: '2014-02-28', precision: 'month' }],
  ['also in a leap year', endCell, '2016-02', { day: '2016-02-29', precision: 'month' }],
  ['a day is a day', endCell, '2014-06-15', { day: '2014-06-15', precision: 'day' }],
  ['there is no month 13', startCell, '2014-13', '! CELL.NOT_A_DATE'],
  ['nor a 30th of February', endCell, '2014-02-30', '! CELL.NOT_A_DATE'],
  ['a quarter ends with it', endCell, '2014-Q2', { day: '2014-06-30', precision: 'month' }],
  ['a day that can be two is none', dayCell, '01/02/2014', '! CELL.TWO_READINGS'],
  ['a day cannot be a month', dayCell, '2014-06', '! CELL.NOT_A_DATE'],
  ['numbers have a point', numberCell, '1234.5', 1234.5],
  ['and no separators', numberCell, '1,234', '! CELL.NOT_A_NUMBER'],
  ['nor an exponent', numberCell, '1e3', '! CELL.NOT_A_NUMBER'],
  ['zero has no sign', numberCell, '-0', 0],
  ['numbers are kept digit by digit', numberCell, '9007199254740991', 9007199254740991],
  ['or not at all', numberCell, '9007199254740993', '! CELL.NOT_EXACT'],
  ['a fraction that no float holds is kept as it prints', numberCell, '0.1', 0.1],
  ['one of more digits than a float has is refused', numberCell, '0.12345678901234567', '! CELL.NOT_EXACT'],
  ['a share stays as it is written', shareCell, '33.330', '33.330'],
  ['but for zeros before it', shareCell, '05', '5'],
  ['a share of zero is none', shareCell, '0', '! CELL.NOT_A_SHARE'],
  ['nor is more than all', shareCell, '100.01', '! CELL.NOT_A_SHARE'],
  ['nor is one with a sign for percent', shareCell, '50%', '! CELL.NOT_A_SHARE'],
  ['a rate is above zero', rateCell, '-1.2', '! CELL.NOT_A_RATE'],
  ['a currency is known', currencyCell, 'PYG', 'PYG'],
  ['or refused', currencyCell, 'PYZ', '! CELL.UNKNOWN_CURRENCY'],
  ['and known in small letters', currencyCell, 'usd', 'USD'],
  ['yes is yes', truth, 'Yes', true],
  ['false is no', truth, 'false', false],
  ['also in other languages', truth, 'SÍ', true],
  ['1 is neither', truth, '1', '! CELL.NOT_YES_OR_NO'],
  ['a word of a few is one in any case', choice(['at least', 'about']), 'At Least', 'at least'],
  ['and in other languages', choice(['target'], { meta: 'target' }), 'Meta', 'target'],
  ['another is none', choice(['target'], { meta: 'target' }), 'hope', '! CELL.UNKNOWN_WORD'],
  ['a link is one', linkCell, 'http://www.oas.org/a?b', 'http://www.oas.org/a?b'],
  ['a script is none', linkCell, 'javascript:alert(1)', '! CELL.NOT_A_LINK'],
  ['an address is one', emailCell, 'ana@example.org', 'ana@example.org'],
  ['two are none', emailCell, 'ana@example.org,bo@example.org', '! CELL.NOT_AN_EMAIL'],
  ['what must be there must not be empty', words, '', '! CELL.EMPTY'],
  ['what may be empty is nothing', optional(words), '', null],
  ['what has no column is not known', optional(words), undefined, undefined],
  ['what may be empty and is not must be right', optional(dayCell), 'soon', '! CELL.NOT_A_DATE'],
])('%s', (_rule, schema, text, expected) => {
  expect(read(schema, text)).toEqual(expected);
});
