import type { Block, Column } from '../core/report/block.ts';
import { edition } from './edition.ts';
import { columnsOf, widthOf } from './sheet-columns.ts';

const words = { ...edition('en', 'print'), currency: { code: 'USD', name: 'US Dollar' } };

/** What a number is in a column that holds such. */
function cellOf(holds: Column['holds'], raw: number) {
  const column: Column = { key: 'x', label: 'X', numeric: true, ...(holds !== undefined && { holds }) };
  const row = { key: 'a', href: null, muted: false, cells: [{ text: String(raw), raw }] };
  const block = { columns: [column], rows: [row] } as unknown as Block;
  return columnsOf(words, block, column, 0)[0]?.cell(row);
}

describe('a number in a sheet', () => {
  it.each([
    ['a percentage', 'percent', 45, { number: 0.45, format: '0%' }],
    // 2 of 3, to four digits.
    ['one with decimals', 'percent', 66.67, { number: 0.6667, format: '0.0#%' }],
    ['a part of one', 'share', -0.5, { number: -0.5, format: '0%' }],
    ['a part that binary numbers do not hold', 'share', 0.29, { number: 0.29, format: '0%' }],
    ['money', 'money', 123456, { number: 1234.56, format: '[$USD] #,##0.00' }],
    ['a count', undefined, 12345, { number: 12345, format: '#,##0' }],
  ] as const)('is %s as spreadsheets have it', (_what, holds, raw, cell) => {
    expect(cellOf(holds, raw)).toEqual(cell);
  });
});

describe('a column of a sheet', () => {
  it('is as wide as what it holds, and lets its head run on below', () => {
    // 24 letters in two lines of twelve.
    expect(widthOf('Disbursements in dollars', [{ number: 5, format: '#,##0' }])).toBe(15);
    expect(widthOf('Name', [{ text: 'x'.repeat(20) }, null])).toBe(22);
    expect(widthOf('Name', [{ text: 'x'.repeat(200) }])).toBe(34);
    // 12,345.67 and USD before it.
    expect(widthOf('A', [{ number: 12345.67, format: '[$USD] #,##0.00' }])).toBe(18);
  });
});
