import fc from 'fast-check';
import { readCsv } from './read-csv.ts';

const COLUMNS = { known: ['code', 'name', 'note'], required: ['code', 'name'] };
const read = (text: string | Uint8Array) =>
  readCsv(typeof text === 'string' ? Buffer.from(text) : text, COLUMNS);
const errors = (text: string | Uint8Array) =>
  read(text).errors.map(({ line, column, code }) => [line, column, code]);
const cells = (text: string | Uint8Array) => read(text).records.map((record) => record.cells);

describe('a CSV file', () => {
  it('is read by its header, in whatever order its columns stand', () => {
    expect(read('name,code\nPorts,MAR\n')).toEqual({
      records: [{ line: 2, cells: { name: 'Ports', code: 'MAR' }, numbers: new Set() }],
      rowCount: 1,
      errors: [],
      notes: [],
    });
  });

  it('is the same with a byte order mark, with either line end and without the last one', () => {
    const expected = read('code,name\nMAR,Ports\n');
    expect(read('\ufeffcode,name\nMAR,Ports\n')).toEqual(expected);
    expect(read('code,name\r\nMAR,Ports\r\n')).toEqual(expected);
    expect(read('code,name\rMAR,Ports\r')).toEqual(expected);
    expect(read('code,name\nMAR,Ports')).toEqual(expected);
  });

  it.each([
    ['semicolons', 'code;name\nMAR;Ports, quays\n'],
    ['semicolons and quotes', '"code";"name"\n"MAR";"Ports, quays"\n'],
    ['tabs', 'code\tname\nMAR\tPorts, quays\n'],
    ['bars', 'code|name\nMAR|Ports, quays\n'],
    ['a header in other letters', 'CODE, Name \nMAR,"Ports, quays"\n'],
    ['columns without name and content', 'code,name,,\nMAR,"Ports, quays",,\n'],
    ['a column without name and content between them', 'code,,name\nMAR,,"Ports, quays"\n'],
    ['rows that go on, empty, beyond the header', 'code,name\nMAR,"Ports, quays",,,\n'],
  ])('is the same with %s', (_what, text) => {
    expect(read(text)).toMatchObject({ errors: [], notes: [] });
    expect(cells(text)).toEqual([{ code: 'MAR', name: 'Ports, quays' }]);
  });

  it('keeps an empty cell between tabs', () => {
    expect(cells('code\tnote\tname\nMAR\t\tPorts\n')).toEqual([{ code: 'MAR', note: '', name: 'Ports' }]);
  });

  it('is separated by what its first line says', () => {
    const { records, errors } = read('sep=;\r\ncode;name\r\nMAR;Ports, quays\r\n');
    expect(errors).toEqual([]);
    expect(records).toMatchObject([{ line: 3, cells: { code: 'MAR', name: 'Ports, quays' } }]);
  });

  it('has trimmed cells, with letters as one character', () => {
    expect(cells('code,name\n A , Sa\u0303o Paulo \n')).toEqual([{ code: 'A', name: 'São Paulo' }]);
  });

  it('names the line on which a row begins, whatever stands before it', () => {
    const text = 'code,name\r\nA,"two\r\nlines, and a ""quote"""\r\n\r\n , \r\nB,"one\n\nthree"\r\nC,c\r\n';
    expect(read(text).records).toMatchObject([
      { line: 2, cells: { code: 'A', name: 'two\nlines, and a "quote"' } },
      { line: 6, cells: { code: 'B', name: 'one\n\nthree' } },
      { line: 9, cells: { code: 'C', name: 'c' } },
    ]);
  });

  it('leaves out a bad row, and keeps the others', () => {
    const { records, rowCount, errors } = read('code,name\nA,a\nB\nC,c\nD,d,d\nE,\u0007\nF,#REF!\n');
    expect(records.map(({ cells }) => cells.code)).toEqual(['A', 'C']);
    expect(rowCount).toBe(6);
    expect(errors.map(({ line, column, code }) => [line, column, code])).toEqual([
      [3, null, 'ROW.CELL_COUNT'],
      [5, null, 'ROW.CELL_COUNT'],
      [6, 'name', 'ROW.CONTROL_CHARACTER'],
      [7, 'name', 'ROW.FORMULA_FAILED'],
    ]);
  });

  it.each([
    ['that is empty', '', [1, null, 'FILE.EMPTY']],
    ['of empty lines', '\n\n \n', [1, null, 'FILE.EMPTY']],
    ['of a header alone', 'code,name\n', [1, null, 'FILE.NO_ROWS']],
    ['of a title, a header and empty cells', 'Ports\n\ncode,name\n,\n', [3, null, 'FILE.NO_ROWS']],
    ['without a column that it needs', 'code,note\nA,a\n', [1, 'name', 'FILE.MISSING_COLUMN']],
    ['with a column that nobody knows', 'code,name,nom\nA,a,b\n', [1, 'nom', 'FILE.UNKNOWN_COLUMN']],
    ['with a column twice', 'code,name,name\nA,a,b\n', [1, 'name', 'FILE.REPEATED_COLUMN']],
    ['with a column twice, in other letters', 'code,name,NAME\nA,a,b\n', [1, 'name', 'FILE.REPEATED_COLUMN']],
    ['with something under no name', 'code,,name\nA,,a\nB,b,b\n', [1, null, 'FILE.UNNAMED_COLUMN']],
    ['with a quote that does not end', 'code,name\nA,a\n\nB,"b\nC,c\n', [4, null, 'FILE.BAD_QUOTES']],
    ['with a header whose quote does not end', '"code,name\nA,a\n', [1, null, 'FILE.BAD_QUOTES']],
    ['with text after a quote', 'code,name\nA,"a"b\n', [2, null, 'FILE.BAD_QUOTES']],
    ['that is a page', '\n<!DOCTYPE html><table><td>code</table>', [1, null, 'FILE.NOT_A_TABLE']],
    ['that is JSON', '[{"code": "A"}]', [1, null, 'FILE.NOT_A_TABLE']],
    ['that is a PDF', '%PDF-1.7 …', [1, null, 'FILE.NOT_A_TABLE']],
    ['of bytes', Buffer.from([99, 0, 7, 1, 2, 3]), [1, null, 'FILE.NOT_TEXT']],
    ['that is an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), [1, null, 'FILE.NOT_A_TABLE']],
  ])('%s is refused', (_what, text, expected) => {
    expect(errors(text)).toEqual([expected]);
    expect(read(text).records).toEqual([]);
  });

  it('with a column that is mistyped says which one may be meant', () => {
    expect(read('code,nmae\nA,a\n').errors[0]?.remedy).toBe(
      'Did you mean "name"? Columns are: code, name, note.',
    );
  });
});

describe('what is no row of the table is left out, and said', () => {
  it.each([
    [
      'a title',
      'Ports of 2017\ncode,name\nA,a\n',
      ['Line 1 above the header was left out: "Ports of 2017".'],
    ],
    [
      'a title of several lines, with cells',
      ',Ports\n"by: Ana",,\n\ncode,name,note\nA,a,\n',
      ['Lines 1 to 2 above the header were left out: "Ports".'],
    ],
    ['HXL tags', 'code,name,note\n#x+code,#x+name,\nA,a,\n', ['Line 2 was left out: it holds HXL tags.']],
    ['a total at the end', 'code,name,note\nA,a,\nTotal,,1\n', ['Line 3 was left out: it is a total.']],
    [
      'totals at the end, in other languages',
      'code,name,note\nA,a,\n,Suma total,1\nTotal général :,,1\n',
      ['Line 3 was left out: it is a total.', 'Line 4 was left out: it is a total.'],
    ],
    ['the header again', 'code,name\nCode,name\nA,a\n', ['Line 2 was left out: it is the header once more.']],
  ])('%s', (_what, text, notes) => {
    expect(read(text)).toMatchObject({ errors: [], notes, rowCount: 1 });
    expect(cells(text)).toMatchObject([{ code: 'A', name: 'a' }]);
  });

  it('but a total between the rows is refused, and a thing that is called so is none', () => {
    expect(errors('code,name,note\nA,a,\nSubtotal,,1\nB,b,\n')).toEqual([[3, null, 'ROW.TOTAL']]);
    expect(cells('code,name\nTotal,Total\nTOTAL-2,Total of all\n')).toHaveLength(2);
  });
});

describe('the code of a text', () => {
  const text = 'code,name\r\nA,São Paulo\r\nB,Curaçao\r\n';
  const expected = [
    { code: 'A', name: 'São Paulo' },
    { code: 'B', name: 'Curaçao' },
  ];
  const utf16be = (of: string) => Buffer.from(of, 'utf16le').swap16();

  it.each([
    ['UTF-8', Buffer.from(text), []],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${text}`, 'utf16le'), [/UTF-16/]],
    ['UTF-16 without one', Buffer.from(text, 'utf16le'), [/UTF-16/]],
    ['UTF-16 the other way round', utf16be(`\ufeff${text}`), [/UTF-16/]],
    ['and without a mark', utf16be(text), [/UTF-16/]],
    ['Windows-1252', Buffer.from(text, 'latin1'), [/Windows-1252: line 2 as "A,São Paulo"/]],
  ])('may be %s', (_what, bytes, notes) => {
    expect(cells(bytes)).toEqual(expected);
    expect(read(bytes).notes).toEqual(notes.map((note) => expect.stringMatching(note)));
  });

  it('is refused where one half of it is of one kind and one of another, at the line that shows it', () => {
    const mixed = Buffer.concat([
      Buffer.from('code,name\nA,São\n'),
      Buffer.from('B,"São\nPaulo"\n', 'latin1'),
    ]);
    expect(errors(mixed)).toEqual([[3, null, 'FILE.NOT_UTF8']]);
    expect(errors(Buffer.from('code,name\nA,a\nB,\x81\n', 'latin1'))).toEqual([[3, null, 'FILE.NOT_UTF8']]);
    expect(errors(Buffer.concat([Buffer.from(`\ufeff${text}`, 'utf16le'), Buffer.from([0x00])]))).toEqual([
      [1, null, 'FILE.NOT_TEXT'],
    ]);
  });
});

it('whatever stands in a file, it is read or refused', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.string({ unit: 'binary' }).map((text) => Buffer.from(`code,name\n${text}`)),
    fc.string({ unit: fc.constantFrom(...'code,nam;"\t|\n\r =#ATotal') }).map((text) => Buffer.from(text)),
  );
  fc.assert(
    fc.property(bytes, (some) => {
      const { records, errors, rowCount } = read(some);
      expect(records.length + errors.length).toBeGreaterThan(0);
      expect(records.length).toBeLessThanOrEqual(rowCount);
      for (const { code, message, remedy } of errors) {
        expect(code).toMatch(/^(FILE|ROW)\.[A-Z0-9_]+$/);
        expect(message).not.toBe('');
        expect(remedy).not.toBe('');
      }
    }),
    { numRuns: 500 },
  );
});
