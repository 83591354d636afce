import type { Block, Cell } from '../core/report/block.ts';
import { edition } from '../web/edition.ts';
import { reportWorkbook, type WorkbookSubject } from './report-workbook.ts';

const row = (key: string, ...cells: readonly Cell[]) => ({ key, href: null, muted: false, cells });

/** Two transactions, of which one has no rate and no place. */
const block: Block = {
  id: 'pledge-transactions',
  title: '2 transactions',
  subtitle: 'Pledges',
  chart: null,
  columns: [
    { key: 'value_date', label: 'Value date', numeric: false, holds: 'day' },
    { key: 'place', label: 'Place', numeric: false, holds: 'code' },
    { key: 'period', label: 'Period', numeric: false, holds: 'last-day' },
    { key: 'amount', label: 'Amount', numeric: true, holds: 'own-money' },
    { key: 'currency', label: 'Currency', numeric: false, dataOnly: true },
    { key: 'share', label: 'Share', numeric: true },
    { key: 'counted', label: 'In USD', numeric: true, holds: 'money' },
    { key: 'denominator', label: 'Denominator', numeric: true, dataOnly: true },
    { key: 'high', label: 'Upper end', numeric: true, dataOnly: true },
  ],
  rows: [
    row(
      'a',
      { text: '1 May 2017', raw: '2017-05-01' },
      { text: 'Chile', raw: 'CL' },
      { text: '2016 to 2017', raw: '2017-12-31' },
      { text: 'CLP 1,500', raw: 1500 },
      { text: 'CLP', raw: 'CLP' },
      { text: '14 of 17', raw: 14 },
      { text: 'US$2.31', raw: 231 },
      { text: '', raw: 17 },
      { text: '', raw: null },
    ),
    row(
      'b',
      { text: '2 May 2017', raw: '2017-05-02' },
      { text: 'a remark', raw: null },
      { text: 'since 2016', raw: null },
      { text: '−CA$10.00', raw: -1000 },
      { text: 'CAD', raw: 'CAD' },
      { text: '2.5', raw: 2.5 },
      { text: 'Not converted', raw: null },
      { text: '', raw: null },
      { text: '', raw: null },
    ),
  ],
  total: null,
  notes: ['A note.'],
  illustrative: false,
};

const subject: WorkbookSubject = {
  blocks: [block, { ...block, id: 'targets', title: 'No target', rows: [] }],
  gaps: [{ id: 'x', label: 'A gap', explanation: 'Mend it', items: [{ text: 'Here', href: null }] }],
  report: 'Donor funding summary',
  title: 'Donor funding summary: Canada, June 2017',
  organisation: 'OAS',
  scope: 'Canada',
  period: 'June 2017',
  cutOff: '2017-06-30',
  known: 'Counts to 30 June 2017, as known on 1 July 2017 at 08:00 EDT.',
  knownAt: '1 July 2017 at 08:00 EDT',
  past: null,
  running: false,
  hash: '0123456789abcdef',
  illustrative: false,
};

const words = { ...edition('en', 'print'), currency: { code: 'USD', name: 'US Dollar' } };

describe('a report as a workbook', () => {
  const workbook = reportWorkbook(words, subject);

  it('has a sheet for each table that has rows, and one for the gaps', () => {
    expect(workbook.map(({ name, frozenRows }) => [name, frozenRows])).toEqual([
      ['About', 0],
      ['Pledges – Transactions', 1],
      ['Gaps in the record', 1],
    ]);
    // What has no rows is told all the same.
    expect(workbook[0]?.rows.at(-1)).toEqual([{ text: '–' }, { text: 'No target. Pledges', wrap: true }]);
    expect(JSON.stringify(workbook[0])).not.toContain('illustrative');
  });

  it('writes money in the format of its currency, days as days, pairs as two numbers, and nothing for what is missing', () => {
    const [head, ...rows] = workbook[1]?.rows ?? [];
    expect(head).toEqual(
      [
        'Value date',
        'Place',
        'Period',
        'Period: last day',
        'Amount',
        'Currency',
        'Share',
        'In USD',
        'Denominator',
      ].map((text) => ({ text, bold: true })),
    );
    // The upper end, which no row has, is left out.
    expect(rows).toEqual([
      [
        { day: '2017-05-01' },
        { text: 'Chile' },
        { text: '2016 to 2017' },
        { day: '2017-12-31' },
        { number: 1500, format: '[$CLP] #,##0' },
        { text: 'CLP' },
        { number: 14, format: '#,##0' },
        { number: 2.31, format: '[$USD] #,##0.00' },
        { number: 17, format: '#,##0' },
      ],
      [
        { day: '2017-05-02' },
        null,
        { text: 'since 2016' },
        null,
        { number: -10, format: '[$CAD] #,##0.00' },
        { text: 'CAD' },
        { number: 2.5, format: '#,##0.##' },
        null,
        null,
      ],
      [],
      [{ text: '2 transactions' }],
      [{ text: 'Pledges' }],
      [{ text: 'A note.' }],
    ]);
  });

  it('says whether its money is made up and its period is running', () => {
    const [about] = reportWorkbook(words, { ...subject, illustrative: true, running: true });
    const text = JSON.stringify(about);
    expect(text).toContain('illustrative, generated for demonstration');
    expect(text).toContain('This period is still running. Figures are those up to 30 June 2017.');
  });
});
