import type { Block } from '../core/report/block.ts';
import { blocksCsv } from './csv.ts';

const block: Block = {
  id: 'results-by-program',
  title: 'A title',
  subtitle: '',
  chart: null,
  columns: [
    { key: 'label', label: 'Programme', numeric: false },
    { key: 'amount', label: 'Amount', numeric: true, holds: 'money' },
  ],
  rows: [
    {
      key: 'A',
      href: null,
      muted: false,
      cells: [
        { text: '=1+1', raw: '=1+1' },
        { text: '−5.00', raw: -500 },
      ],
    },
    {
      key: 'B',
      href: null,
      muted: false,
      cells: [
        { text: 'a, "b"', raw: 'a, "b"' },
        { text: 'none', raw: null },
      ],
    },
  ],
  total: null,
  notes: [],
  illustrative: true,
};

describe('CSV', () => {
  it('quotes, leaves missing values empty, keeps negative numbers numbers and runs no formula', () => {
    expect(blocksCsv([block], { cutOff: '2017-06-30', currency: 'USD' })).toBe(
      [
        'block,key,label,amount,unit,illustrative,cut_off',
        "results-by-program,A,'=1+1,-500,USD minor units,true,2017-06-30",
        'results-by-program,B,"a, ""b""",,USD minor units,true,2017-06-30',
        '',
      ].join('\r\n'),
    );
  });
});
