import type { Block, Cell } from '../core/report/block.ts';
import type { Sheet, SheetLine } from '../core/report/sheet.ts';
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
  changed: [],
  running: false,
  hash: '0123456789abcdef',
  illustrative: false,
};

const words = { ...edition('en', 'print'), currency: { code: 'USD', name: 'US Dollar' } };

describe('a report as a workbook', () => {
  const workbook = reportWorkbook(words, subject);
  const linesOf = async (sheet: Sheet | undefined) => {
    const lines: SheetLine[] = [];
    for await (const piece of sheet?.rows() ?? []) lines.push(...piece);
    return lines;
  };

  it('has a sheet for each table that has rows, one for the gaps, and one with all figures', async () => {
    expect(workbook.map(({ name, captions }) => [name, ...captions])).toEqual([
      ['About'],
      ['Pledges – Transactions', '2 transactions', 'Pledges'],
      ['Gaps in the record', 'Gaps in the record'],
      ['Data', expect.stringContaining('Every figure')],
    ]);
    const about = await linesOf(workbook[0]);
    // What has no rows is told all the same.
    expect(about.at(-2)).toEqual([{ text: '–' }, { text: 'No target. Pledges', wrap: true }]);
    expect(JSON.stringify(about)).not.toContain('illustrative');
  });

  it('writes money in the format of its currency, days as days, pairs as two numbers, and nothing for what is missing', async () => {
    expect(workbook[1]?.head).toEqual(
      [
        ['Value date', false],
        ['Place', false],
        ['Period', false],
        ['Period: last day', false],
        ['Amount', true],
        ['Currency', false],
        ['Share', true],
        ['In USD', true],
        ['Denominator', true],
      ].map(([text, atEnd]) => ({ text, bold: true, ...(atEnd && { atEnd }) })),
    );
    // The upper end, which no row has, is left out.
    expect(await linesOf(workbook[1])).toEqual([
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
    ]);
    expect(workbook[1]?.foot?.()).toEqual({ total: null, notes: ['A note.'] });
  });

  it('has every figure once more in a row of its own, with its unit', async () => {
    const data = await linesOf(workbook.at(-1));
    const told = data.map((line) =>
      line.map((cell) =>
        cell === null ? null : 'number' in cell ? cell.number : 'text' in cell && cell.text,
      ),
    );
    const from = 'Pledges – Transactions';
    const shown = '2 transactions';
    expect(told).toEqual([
      [from, 'a', '1 May 2017', 'Amount', 1500, 'CLP', null, shown],
      [from, 'a', '1 May 2017', 'Share', 14, null, null, shown],
      [from, 'a', '1 May 2017', 'In USD', 2.31, 'USD', null, shown],
      [from, 'a', '1 May 2017', 'Denominator', 17, null, null, shown],
      [from, 'b', '2 May 2017', 'Amount', -10, 'CAD', null, shown],
      [from, 'b', '2 May 2017', 'Share', 2.5, null, null, shown],
    ]);
  });

  it('says whether its money is made up and its period is running', async () => {
    const [about] = reportWorkbook(words, { ...subject, illustrative: true, running: true });
    const text = JSON.stringify(await linesOf(about));
    expect(text).toContain('illustrative, generated for demonstration');
    expect(text).toContain('This period is still running. Figures are those up to 30 June 2017.');
  });
});
