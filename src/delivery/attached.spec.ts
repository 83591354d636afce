import { attachedTo, nameBeside } from './attached.ts';

const issue = {
  fileName: 'portfolio-2017-06-en.pdf',
  pdf: new Uint8Array(9),
  xlsx: new Uint8Array(4),
  csv: new Uint8Array(3),
};
const open = { needs: 'nothing' } as const;
const PDF = 'portfolio-2017-06-en.pdf';
const XLSX = 'portfolio-2017-06-en.xlsx';
const CSV = 'portfolio-2017-06-en.csv';
const names = (...given: Parameters<typeof attachedTo>) =>
  attachedTo(...given).map(({ filename }) => filename);

it.each([
  ['pdf', [PDF]],
  ['pdf-and-xlsx', [PDF, XLSX]],
  ['pdf-and-csv', [PDF, CSV]],
  ['link', []],
] as const)('brings what a subscriber has asked for: %s', (as, files) => {
  expect(names(as, issue, open)).toEqual(files);
});

it('brings no files where reports do not lie in mailboxes', () => {
  expect(names('pdf-and-xlsx', issue, { needs: 'sign-in' })).toEqual([]);
});

it('brings the PDF to whoever wants a link alone, where there is none', () => {
  expect(names('link', issue, null)).toEqual([PDF]);
});

it('brings the PDF alone of what was issued without the file beside it', () => {
  expect(names('pdf-and-xlsx', { ...issue, xlsx: null }, open)).toEqual([PDF]);
  expect(names('pdf-and-csv', { ...issue, csv: null }, open)).toEqual([PDF]);
});

it.each([
  // Seven megabytes in all, to the byte.
  [6_000_000, 1_000_000, [PDF, XLSX]],
  [6_000_000, 1_000_001, [PDF]],
  [7_000_001, 1, []],
] as const)('leaves at the link what is too much for a mail server: %d and %d bytes', (pdf, xlsx, files) => {
  const heavy = { ...issue, pdf: new Uint8Array(pdf), xlsx: new Uint8Array(xlsx) };
  expect(names('pdf-and-xlsx', heavy, open)).toEqual(files);
  expect(names('pdf-and-xlsx', heavy, null)).toEqual([PDF, XLSX]);
});

it('names what stands beside a report after it', () => {
  expect(nameBeside('own-ports.pdf-2017-en.pdf', 'xlsx')).toBe('own-ports.pdf-2017-en.xlsx');
  expect(nameBeside('portfolio-2017-06-en.pdf', 'csv')).toBe(CSV);
});
