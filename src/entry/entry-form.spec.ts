import { importKinds } from '../imports.ts';
import {
  cellsInSign,
  cellsOf,
  cellsWithSign,
  decimalIn,
  formColumns,
  nextCells,
  partsIn,
} from './entry-form.ts';

const kindOf = (name: string) => {
  const kind = importKinds.find((each) => each.name === name);
  if (kind === undefined) throw new Error(name);
  return kind;
};

describe('a form for one row', () => {
  it('asks for every column once', () => {
    for (const name of ['results', 'transactions', 'programs', 'organisations', 'indicators']) {
      const kind = kindOf(name);
      const { main, more, translations } = formColumns(kind, true);
      const asked = [...main, ...more, ...translations.map(({ column }) => column)];
      expect(new Set(asked).size).toBe(asked.length);
      expect(new Set([...asked, 'ref'])).toEqual(new Set([...kind.columns.known, 'ref']));
    }
  });

  it('asks why, and whether it is withdrawn, of a correction alone', () => {
    expect(formColumns(kindOf('results'), true).main).toEqual(expect.arrayContaining(['reason', 'status']));
    const { main, more } = formColumns(kindOf('results'), false);
    expect([...main, ...more]).not.toContain('status');
    // Of a period that is closed a new figure has its reason, too.
    expect(more).toContain('reason');
    expect(more).toContain('ref');
  });

  it('asks for a text in the language of its reader', () => {
    const { main, translations } = formColumns(kindOf('results'), false, 'fr');
    expect(main).toEqual(expect.arrayContaining(['sheet_fr', 'note_fr']));
    expect(translations.map(({ column }) => column)).toEqual([
      'sheet',
      'sheet_es',
      'sheet_pt',
      'note',
      'note_es',
      'note_pt',
    ]);
  });

  it('makes one cell of the parts of a breakdown', () => {
    const body = {
      'cell-value': ' 22 ',
      'cell-unknown': 'x',
      'part-0-axis': 'sex',
      'part-0-part': 'female',
      'part-0-number': '7',
      'part-1-axis': 'sex',
      'part-1-part': 'male',
      'part-1-number': '15',
      'part-2-axis': '',
      'part-2-part': ' ',
      'part-2-number': '',
      'part-3-axis': 'mode',
      'part-3-part': 'in person',
      'part-3-number': '',
    };
    expect(cellsOf(kindOf('results'), body)).toEqual({
      value: '22',
      breakdown: 'sex=female:7;sex=male:15;mode=in person',
    });
    expect(partsIn('sex=female:7; sex=male:15;mode=in person')).toEqual([
      { axis: 'sex', part: 'female', number: '7' },
      { axis: 'sex', part: 'male', number: '15' },
      { axis: 'mode', part: 'in person', number: '' },
    ]);
    expect(partsIn('')).toEqual([]);
    expect(partsIn('nonsense')).toEqual([{ axis: 'nonsense', part: '', number: '' }]);
  });

  it('writes and reads numbers with the sign of its language', () => {
    expect(decimalIn('en')).toBe('point');
    expect(decimalIn('fr')).toBe('comma');
    expect(decimalIn('pt')).toBe('comma');
    expect(cellsWithSign({ value: '7.5', breakdown: 'sex=female:2.5', note: '1.5' }, 'comma')).toEqual({
      value: '7,5',
      breakdown: 'sex=female:2,5',
      note: '1.5',
    });
  });

  it('goes on with the next month of the same series', () => {
    const cells = { program: 'MAR', value: '3', period_start: '2017-12', period_end: '2017-12', note: 'x' };
    expect(nextCells(cells)).toEqual({ program: 'MAR', period_start: '2018-01', period_end: '2018-01' });
    expect(nextCells({ program: 'MAR', period_end: '2017' })).toEqual({ program: 'MAR' });
  });
});

it('cells that were typed with one sign are shown to a reader of the other', () => {
  const typed = { value: '1.234,5', breakdown: 'sex=female:1.000,5;sex=male:234', note: 'About 1.234,5' };
  expect(cellsInSign(typed, 'comma', 'point')).toEqual({
    value: '1234.5',
    breakdown: 'sex=female:1000.5;sex=male:234',
    note: 'About 1.234,5',
  });
  expect(cellsInSign({ value: '1,234,567.5' }, 'point', 'comma')).toEqual({ value: '1234567,5' });
  expect(cellsInSign(typed, 'comma', 'comma')).toBe(typed);
  // Of what a program entered, nobody said which sign it writes.
  expect(cellsInSign(typed, null, 'point')).toBe(typed);
});
