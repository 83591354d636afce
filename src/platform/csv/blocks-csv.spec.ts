import type { Block, Cell, Column } from '../../core/report/block.ts';
import { blocksCsv, blocksJson } from './blocks-csv.ts';
import { readCsv } from './read-csv.ts';

const row = (key: string, ...cells: readonly Cell[]) => ({ key, href: null, muted: false, cells });
const text = (value: string): Cell => ({ text: value, raw: value });

function blockOf(id: string, columns: readonly Column[], rows: Block['rows'], total: Block['total'] = null) {
  const words = { id, title: 'A title', subtitle: '', notes: [] };
  return { ...words, chart: null, columns, rows, total, illustrative: true } satisfies Block;
}

const label: Column = { key: 'label', label: 'Programme', numeric: false };
const amounts = blockOf(
  'disbursement-by-program',
  [label, { key: 'amount', label: 'Amount', numeric: true, holds: 'money' }],
  [
    row('A', text('=1+1'), { text: '−5.00', raw: -500 }),
    row('B', text('a, "b"'), { text: 'none', raw: null }),
    row('C', text('Año'), { text: '490,827.67', raw: 49_082_767 }),
  ],
);
const transactions = blockOf(
  'pledge-transactions',
  [
    { key: 'country', label: 'Place', numeric: false, holds: 'code' },
    { key: 'amount', label: 'Amount', numeric: true, holds: 'own-money' },
    { key: 'currency', label: 'Currency', numeric: false },
  ],
  [
    row('1', { text: 'République dominicaine', raw: 'DO' }, { text: '1 500', raw: 1500 }, text('CLP')),
    row('2', { text: '@lieu', raw: null }, { text: '1,500', raw: 1500 }, text('BHD')),
  ],
);

const context = { cutOff: '2017-06-30', asOf: '2017-07-01T12:00:00.000Z', currency: 'USD' };

describe('CSV', () => {
  it('quotes, leaves missing values empty, has money in major units and runs no formula', () => {
    expect(blocksCsv([amounts], context)).toBe(
      [
        '\ufeffblock,key,label,amount,reporting_currency,illustrative,cut_off,as_of',
        "disbursement-by-program,A,'=1+1,-5.00,USD,true,2017-06-30,2017-07-01T12:00:00.000Z",
        'disbursement-by-program,B,"a, ""b""",,USD,true,2017-06-30,2017-07-01T12:00:00.000Z',
        'disbursement-by-program,C,Año,490827.67,USD,true,2017-06-30,2017-07-01T12:00:00.000Z',
        '',
      ].join('\r\n'),
    );
  });

  it('is one table with one header, names beside codes, and each amount in units of its own currency', () => {
    // A peso of Chile has no minor unit, a dinar of Bahrain a thousand.
    expect(blocksCsv([transactions, amounts], context).split('\r\n').slice(0, 4)).toEqual([
      '\ufeffblock,key,country,country_name,amount,currency,label,reporting_currency,illustrative,cut_off,as_of',
      'pledge-transactions,1,DO,République dominicaine,1500,CLP,,,,2017-06-30,2017-07-01T12:00:00.000Z',
      'pledge-transactions,2,,,1.500,BHD,,,,2017-06-30,2017-07-01T12:00:00.000Z',
      "disbursement-by-program,A,,,-5.00,,'=1+1,USD,true,2017-06-30,2017-07-01T12:00:00.000Z",
    ]);
  });

  it('is read by our own import, mark and all', () => {
    const bytes = new TextEncoder().encode(blocksCsv([transactions, amounts], context));
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const known =
      'block key country country_name amount currency label reporting_currency illustrative cut_off as_of';
    const { records, errors } = readCsv(bytes, { known: known.split(' '), required: ['block'] });
    expect(errors).toEqual([]);
    expect(records.map(({ cells }) => [cells.block, cells.key, cells.country_name])).toEqual([
      ['pledge-transactions', '1', 'République dominicaine'],
      ['pledge-transactions', '2', ''],
      ['disbursement-by-program', 'A', ''],
      ['disbursement-by-program', 'B', ''],
      ['disbursement-by-program', 'C', ''],
    ]);
  });
});

describe('JSON', () => {
  it('has minor units and codes, for programs', () => {
    const [block] = blocksJson([transactions], context).blocks;
    expect(block?.rows[0]).toMatchObject({ key: '1', country: 'DO', amount: 1500, currency: 'CLP' });
  });
});
