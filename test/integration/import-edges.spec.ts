import { parse } from 'csv-parse/sync';
import { importKinds } from '../../src/imports.ts';
import { columnsOfText } from '../../src/platform/csv/given-text.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { readRevision } from '../../src/platform/database/revision.repository.ts';
import { programs } from '../../src/programs/programs.table.ts';
import { eachEngine } from '../support/database.ts';
import { importCsv, seedCsv } from '../support/import.ts';

const DIGITS = '9'.repeat(100_000);
/** Whatever a column is for, none of these is meant. */
const MONSTERS: readonly string[] = [
  DIGITS,
  `-${DIGITS}`,
  `0.${DIGITS}`,
  `${DIGITS}-${DIGITS}`,
  `2017-06-${DIGITS}`,
  `sex=female:${DIGITS};sex=male:${DIGITS}`,
  `democracy:${DIGITS}`,
  `region:${DIGITS}`,
  `https://example.org/${DIGITS}`,
  `${DIGITS}@example.org`,
  'CR '.repeat(50_000).trim(),
];

/** The first row of each kind's own file, with one cell replaced. */
function rowsOf(kind: string): { readonly header: readonly string[]; readonly first: readonly string[] } {
  const [header = [], first = []] = parse(KNOWN[kind] ?? seedCsv(kind)) as string[][];
  return { header, first };
}

/** Kinds whose own files are empty, or whose first row holds commas and lines within quotes. */
const KNOWN: Readonly<Record<string, string>> = {
  subscriptions:
    'email,name,report,lang,paper,pillar,country,donor,active\na@example.org,Ana,portfolio,en,a4,,,,yes',
  programs:
    'code,parent,title,unit,pillar,status,start,end,beneficiaries,link,note,summary,objectives\nX-1,,Ports,,,ongoing,2014,2016,,https://example.org,,,',
  results:
    'program,indicator,unit,kind,country_or_region,period_start,period_end,date_precision,qualifier,value,denominator,breakdown,sheet,note,combine_time,combine_place\nMAR,Officials trained,people,actual,CR,,2017,,,15,,,,,,',
  transactions:
    'program,type,value_date,amount,currency,provider,receiver,country_or_region,illustrative,note\nMAR,pledge,2017-06-30,15.50,USD,Canada,,CR,no,',
  places: 'code,kind,name,countries,member_from,member_to\nregion:cone,region,Cone,AR CL,,',
};

const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

eachEngine('files at their edges', (engine) => {
  let db: Database;
  beforeAll(async () => {
    ({ db } = await engine.openSeeded());
  });
  afterAll(async () => {
    expect(await readRevision(db)).toBe(1);
  });

  const dry = (kind: string, rows: readonly string[]) =>
    importCsv(db, kind, rows.join('\n'), { dryRun: true });

  it.each(importKinds.map(({ name }) => name))(
    'name each cell of %s that is too long for its column',
    async (kind) => {
      const { header, first } = rowsOf(kind);
      for (const [at, column] of header.entries()) {
        const rows = MONSTERS.map((monster) =>
          first.map((cell, index) => quote(index === at ? monster : cell)).join(','),
        );
        const { errors } = await dry(kind, [header.join(','), ...rows]);
        const lines = new Set(errors.filter((error) => error.column === column).map(({ line }) => line));
        const starts = rows.map(
          (_, index) => 2 + rows.slice(0, index).join('\n').split('\n').length - (index === 0 ? 1 : 0),
        );
        expect([column, [...lines]]).toEqual([column, starts]);
        for (const { code, message, remedy } of errors) {
          expect(code).toMatch(/^[A-Z]+\.[A-Z_]+$/);
          expect(message.length).toBeLessThan(400);
          expect(remedy.length).toBeLessThan(400);
        }
      }
    },
  );

  it.each([
    ['results', 'value', '1e999999'],
    ['results', 'denominator', '1e999999'],
    ['results', 'value', '9'.repeat(190)],
    ['results', 'value', `0.${'1'.repeat(190)}`],
    ['results', 'breakdown', `sex=female:${'9'.repeat(190)}`],
    ['results', 'breakdown', `sex=${'a'.repeat(150)}:1`],
    ['transactions', 'amount', '1e999999'],
    ['transactions', 'amount', '9'.repeat(190)],
    ['transactions', 'value_date', '999999-01-01'],
    ['exchange-rates', 'rate', '1e999999'],
    ['exchange-rates', 'rate', '9'.repeat(190)],
    ['exchange-rates', 'rate', `0.${'0'.repeat(100)}1`],
    ['program-countries', 'share', '1e999999'],
    ['program-countries', 'share', `33.${'3'.repeat(190)}4e5`],
  ])('name in %s a %s of %s', async (kind, column, value) => {
    const { header, first } = rowsOf(kind);
    const columns = header.includes(column) ? header : [...header, column];
    const row = columns.map((name, at) => quote(name === column ? value : (first[at] ?? '')));
    const { errors } = await dry(kind, [columns.join(','), row.join(',')]);
    expect(errors.map((error) => [error.line, error.column])).toEqual([[2, column]]);
  });

  it('with a million columns, or with a name of 100,000 characters, are told so in a few words', async () => {
    const wide = await dry('programs', [Array.from({ length: 1_000_000 }, (_, at) => `c${at}`).join(',')]);
    expect(wide.errors.map(({ line, code }) => [line, code])).toEqual([[1, 'FILE.TOO_MANY_COLUMNS']]);
    const long = await dry('programs', [`code,title,status,${'x'.repeat(100_000)}`, 'A,a,ongoing,']);
    expect(long.errors.map(({ line, code }) => [line, code])).toEqual([[1, 'FILE.UNKNOWN_COLUMN']]);
    expect(long.errors[0]?.message.length).toBeLessThan(100);
  });

  it('with what turns a text round, or no font has, name the character and its place', async () => {
    const rows = ['code,title,status,summary', 'A,Ports\u202Egnp,ongoing,', 'B,b,ongoing,"two\nlines\uF0B7"'];
    const { errors } = await dry('programs', rows);
    expect(errors.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, 'title', 'ROW.CONTROL_CHARACTER'],
      [3, 'summary', 'ROW.CONTROL_CHARACTER'],
    ]);
    expect(errors[0]?.message).toContain('U+202E (right-to-left override) at position 6');
    expect(errors[1]?.message).toContain('U+F0B7 at position 10');
  });

  it.each(importKinds.map(({ name }) => name))(
    'refuse in each code, number and date of %s what nobody sees',
    async (kind) => {
      const { header, first } = rowsOf(kind);
      const texts = new Set(WORDS[kind] ?? []);
      for (const [at, column] of header.entries()) {
        if (!first[at]) continue;
        const cell = `${first[at]?.slice(0, 1)}\u200B${first[at]?.slice(1)}`;
        const cells = first.map((each, index) => (index === at ? cell : each));
        const { errors } = await dry(kind, [header.join(','), cells.map(quote).join(',')]);
        const said = errors.filter((error) => error.code === 'CELL.INVISIBLE');
        expect([column, said.map((error) => [error.line, error.column])]).toEqual([
          column,
          texts.has(column) ? [] : [[2, column]],
        ]);
        if (!texts.has(column)) expect(said[0]?.message).toContain('U+200B (zero width space) at position 2');
      }
    },
  );

  it('say what they left out of words, dry or not, and find the same rows again', async () => {
    const file =
      'code,title,title_es,status\nEDGE,P\uFEFFor\u00ADts\u200B and\u00A0roads,می\u200Cخواهم,ongoing\n';
    const notes = [
      'programs.csv:2: title: left out U+FEFF (byte order mark) at position 2, U+00AD (soft hyphen) at position 5, U+200B (zero width space) at position 8; wrote a plain space or line end for U+00A0 (no-break space) at position 13.',
    ];
    expect(await importCsv(db, 'programs', file, { dryRun: true })).toMatchObject({ inserted: 1, notes });
    const { db: other } = await engine.openSeeded();
    expect(await importCsv(other, 'programs', file)).toMatchObject({ inserted: 1, notes, errors: [] });
    const stored = await other.select({ code: programs.code, title: programs.title }).from(programs);
    expect(stored.find(({ code }) => code === 'EDGE')?.title).toEqual({
      en: 'Ports and roads',
      es: 'می\u200Cخواهم',
    });
    expect(await importCsv(other, 'programs', file)).toMatchObject({ unchanged: 1 });
    const clean = 'code,title,title_es,status\nEDGE,Ports and roads,می\u200Cخواهم,ongoing\n';
    expect(await importCsv(other, 'programs', clean)).toMatchObject({ unchanged: 1, notes: [] });
  });

  it('count cells beyond the first twenty', async () => {
    const rows = Array.from({ length: 22 }, (_, at) => `EDGE-${at},Po\u200Brts,ongoing`);
    const { notes } = await dry('programs', ['code,title,status', ...rows]);
    expect(notes).toHaveLength(21);
    expect(notes.at(-1)).toBe('... and in 2 more cells.');
  });

  it('take one code in its two forms for one', async () => {
    // é, 한 as one character; and as e with an accent, as three letters of which it is made.
    const rows = [
      'list,code,label',
      'unit,cafe\u0301,a',
      'unit,caf\u00E9,b',
      'unit,\uD55C,c',
      'unit,\u1112\u1161\u11AB,d',
    ];
    const { errors } = await dry('terms', rows);
    expect(errors.map(({ line, code }) => [line, code])).toEqual([
      [3, 'ROW.REPEATED'],
      [5, 'ROW.REPEATED'],
    ]);
    const organisations = [
      'name,kind',
      '\uD55C\uAD6D,government',
      '\u1112\u1161\u11AB\u1100\u116E\u11A8,government',
    ];
    expect((await dry('organisations', organisations)).errors.map(({ code }) => code)).toEqual([
      'ROW.REPEATED',
    ]);
    const pillar = await dry('pillars', ['code,name', '\u1112\u1161\u11AB,One']);
    expect(pillar.errors).toEqual([]);
  });
});

/** Columns of words for people, of which what nobody sees is left out. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  pillars: columnsOfText('name'),
  places: columnsOfText('name'),
  organisations: [...columnsOfText('name'), 'kind'],
  indicators: [...columnsOfText('indicator'), ...columnsOfText('unit')],
  terms: columnsOfText('label'),
  programs: ['title', 'unit', 'beneficiaries', 'note', 'summary', 'objectives'],
  'program-organisations': ['organisation', 'kind'],
  results: ['indicator', 'unit', 'sheet', 'note'],
  narratives: [...columnsOfText('text'), ...columnsOfText('sheet')],
  'exchange-rates': ['source'],
  transactions: ['provider', 'receiver', 'note'],
  subscriptions: ['name', 'donor'],
};
