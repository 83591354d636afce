import { readCsv } from './read-csv.ts';

const COLUMNS = { known: ['code', 'name', 'note'], required: ['code', 'name'] };
const read = (text: string | Uint8Array) =>
  readCsv(typeof text === 'string' ? Buffer.from(text) : text, COLUMNS);
const errors = (text: string | Uint8Array) =>
  read(text).errors.map(({ line, column, code }) => [line, column, code]);

describe('a CSV file', () => {
  it('is read by its header, in whatever order its columns stand', () => {
    expect(read('name,code\nPorts,MAR\n')).toEqual({
      records: [{ line: 2, cells: { name: 'Ports', code: 'MAR' } }],
      rowCount: 1,
      errors: [],
    });
  });

  it('is the same with a byte order mark, with either line end and without the last one', () => {
    const expected = read('code,name\nMAR,Ports\n');
    expect(read('\ufeffcode,name\nMAR,Ports\n')).toEqual(expected);
    expect(read('code,name\r\nMAR,Ports\r\n')).toEqual(expected);
    expect(read('code,name\rMAR,Ports\r')).toEqual(expected);
    expect(read('code,name\nMAR,Ports')).toEqual(expected);
  });

  it('names the line on which a row begins, whatever stands before it', () => {
    const text = 'code,name\r\nA,"two\r\nlines, and a ""quote"""\r\n\r\n , \r\nB,"one\n\nthree"\r\nC,c\r\n';
    expect(read(text).records).toEqual([
      { line: 2, cells: { code: 'A', name: 'two\nlines, and a "quote"' } },
      { line: 6, cells: { code: 'B', name: 'one\n\nthree' } },
      { line: 9, cells: { code: 'C', name: 'c' } },
    ]);
  });

  it('has trimmed cells, with letters as one character', () => {
    const [record] = read('code,name\n A , Sa\u0303o Paulo \n').records;
    expect(record?.cells).toEqual({ code: 'A', name: 'São Paulo' });
  });

  it('leaves out a bad row, and keeps the others', () => {
    const { records, rowCount, errors } = read('code,name\nA,a\nB\nC,c\nD,d,d\nE,\u0007\n');
    expect(records.map(({ cells }) => cells.code)).toEqual(['A', 'C']);
    expect(rowCount).toBe(5);
    expect(errors.map(({ line, column, code }) => [line, column, code])).toEqual([
      [3, null, 'ROW.CELL_COUNT'],
      [5, null, 'ROW.CELL_COUNT'],
      [6, 'name', 'ROW.CONTROL_CHARACTER'],
    ]);
  });

  it.each([
    ['that is empty', '', [1, null, 'FILE.EMPTY']],
    ['of empty lines', '\n\n \n', [1, null, 'FILE.EMPTY']],
    ['without a column that it needs', 'code,note\nA,a\n', [1, 'name', 'FILE.MISSING_COLUMN']],
    ['with a column that nobody knows', 'code,name,nom\nA,a,b\n', [1, 'nom', 'FILE.UNKNOWN_COLUMN']],
    ['with a column twice', 'code,name,name\nA,a,b\n', [1, 'name', 'FILE.REPEATED_COLUMN']],
    ['with semicolons', 'code;name\nA;a\n', [1, null, 'FILE.NOT_COMMAS']],
    ['with tabs', 'code\tname\nA\ta\n', [1, null, 'FILE.NOT_COMMAS']],
    ['with a quote that does not end', 'code,name\nA,a\n\nB,"b\nC,c\n', [4, null, 'FILE.BAD_QUOTES']],
    ['with a header whose quote does not end', '"code,name\nA,a\n', [1, null, 'FILE.BAD_QUOTES']],
    ['with text after a quote', 'code,name\nA,"a"b\n', [2, null, 'FILE.BAD_QUOTES']],
  ])('%s is refused', (_what, text, expected) => {
    expect(errors(text)).toEqual([expected]);
    expect(read(text).records).toEqual([]);
  });

  it('in another encoding is refused, at the line that shows it', () => {
    const latin1 = Buffer.from('code,name\r\nA,a\r\nB,"S\u00e3o\r\nPaulo"\r\n', 'latin1');
    expect(errors(latin1)).toEqual([[3, null, 'FILE.NOT_UTF8']]);
    const utf16 = Buffer.from('\ufeffcode,name\nA,a\n', 'utf16le');
    expect(errors(utf16)).toEqual([[1, null, 'FILE.NOT_UTF8']]);
    expect(read(utf16).errors[0]?.message).toBe('The file is UTF-16.');
  });
});
