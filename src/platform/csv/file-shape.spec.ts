import { type FileShape, sameHeader, shapeOf, underNames } from './file-shape.ts';
import { type Columns, type Row, tableOf } from './table.ts';

const COLUMNS: Columns = {
  known: ['place', 'start', 'end', 'value'],
  required: ['place', 'value'],
  names: { pais: 'place', valor: 'value', mes: 'start+end' },
  leavesUnnamed: true,
};
const rows = (...lines: readonly string[]): readonly Row[] =>
  lines.map((line, index) => ({ line: index + 1, cells: line.split(',') }));
const shape = (...lines: readonly string[]) => shapeOf(rows(...lines), COLUMNS) as FileShape;
const JUNE = rows(
  'Report of June',
  'No,País,Mes,Valor',
  '1,CL,2017-05,12',
  'No,País,Mes,Valor',
  '2,CR,2017-06,3',
);
const NAMES = { line: 2, names: [[], ['place'], ['start', 'end'], ['value']] };

describe('the shape of a file', () => {
  it('begins where most columns are named, and shows values that differ', () => {
    expect(shape('Report of June', 'País,Valor,Who', 'CL,1,a', 'CL,2,a', 'CR,2,', 'CO,3,b')).toEqual({
      line: 2,
      columns: [
        { name: 'País', samples: ['CL', 'CR', 'CO'] },
        { name: 'Valor', samples: ['1', '2', '3'] },
        { name: 'Who', samples: ['a', 'b'] },
      ],
      rowCount: 4,
    });
  });

  it('begins with the first row of most cells, where none names a column', () => {
    expect(shape('A title', 'a,b,c', '1,2,3')).toMatchObject({ line: 2, rowCount: 1 });
  });

  it('has columns without a name where something stands in them, and none beyond', () => {
    expect(shape('País,,Valor,,', 'CL,x,1,,').columns.map(({ name }) => name)).toEqual(['País', '', 'Valor']);
    expect(shape('País,Valor', 'CL,1,more').columns).toHaveLength(3);
  });

  it.each([
    ['FILE.EMPTY', []],
    ['FILE.NO_ROWS', ['País,Valor']],
    ['FILE.TOO_MANY_COLUMNS', [Array(41).fill('x').join(','), '1']],
  ])('is none: %s', (code, lines) => {
    expect(shapeOf(rows(...lines), COLUMNS)).toMatchObject({ code });
  });

  it('is the same whatever the case and accents of its names, and another in another order', () => {
    expect(sameHeader(['País', 'VALOR'])).toBe(sameHeader(['pais', 'Valor ']));
    expect(sameHeader(['a', 'b'])).not.toBe(sameHeader(['b', 'a']));
    expect(sameHeader(['a-b'])).not.toBe(sameHeader(['a', 'b']));
  });
});

describe('rows under names that somebody gave', () => {
  const read = (given: readonly Row[]) => tableOf(underNames(given, NAMES), COLUMNS, 'refuse-short-rows');

  it('are what is meant: one column for two, others left out, the header once more no row', () => {
    expect(read(JUNE)).toMatchObject({
      errors: [],
      rowCount: 2,
      records: [
        { line: 3, cells: { place: 'CL', start: '2017-05', end: '2017-05', value: '12' } },
        { line: 5, cells: { place: 'CR', start: '2017-06', end: '2017-06', value: '3' } },
      ],
    });
  });

  it('leave out a total, also where its word stands in a column that is not used', () => {
    const sum = { line: 6, cells: ['Total', 'CL', '2017', '15'] };
    expect(read([...JUNE, sum])).toMatchObject({ rowCount: 2, errors: [] });
    expect(read([...JUNE.slice(0, 3), sum, ...JUNE.slice(4)]).errors).toMatchObject([{ code: 'ROW.TOTAL' }]);
  });

  it('tell a row that breaks off, or is too long', () => {
    const broken = read([
      ...JUNE,
      { line: 6, cells: ['3', 'CL'] },
      { line: 7, cells: ['4', 'CL', '', '1', 'x'] },
    ]);
    expect(broken.errors).toMatchObject([
      { line: 6, code: 'ROW.CELL_COUNT' },
      { line: 7, code: 'ROW.CELL_COUNT' },
    ]);
  });

  it('know which of them are numbers of a spreadsheet', () => {
    const numbers = [
      { line: 2, cells: ['Mes', 'País', 'Valor'] },
      { line: 3, cells: ['2017', 'CL', '1'], numbers: new Set([0, 2]) },
    ];
    const names = { line: 2, names: [['start', 'end'], ['place'], ['value']] };
    const [record] = tableOf(underNames(numbers, names), COLUMNS, 'fill-short-rows').records;
    expect([...(record?.numbers ?? [])].sort()).toEqual(['end', 'start', 'value']);
  });
});

it('shows no half of a letter, which a database would not take', () => {
  expect(shape('A\uD83D,B', '\uDE00x,1').columns).toEqual([
    { name: 'A\uFFFD', samples: ['\uFFFDx'] },
    { name: 'B', samples: ['1'] },
  ]);
});
