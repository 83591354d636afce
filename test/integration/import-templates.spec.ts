import { inflateRawSync } from 'node:zlib';
import { type InEachLanguage, LANGUAGES, type Language } from '../../src/core/text.ts';
import { importKinds } from '../../src/imports.ts';
import type { ImportKind } from '../../src/platform/csv/import-kind.ts';
import { templateOf } from '../../src/platform/csv/template.ts';
import type { DatabaseHandle } from '../../src/platform/database/database.ts';
import { readWorkbook } from '../../src/platform/spreadsheet/read-workbook.ts';
import { writeXlsx } from '../../src/platform/spreadsheet/xlsx.adapter.ts';
import { zipEntries } from '../../src/platform/spreadsheet/zip-entries.ts';
import { lend } from '../support/lending.ts';

/** Money is in US dollars where nothing is chosen. */
let database: DatabaseHandle;
beforeAll(async () => {
  database = await lend('embedded', 'seeded');
});
afterAll(() => database.close());

const template = async (
  kind: ImportKind,
  lists: Readonly<Record<string, readonly string[]>>,
  language: Language,
) => templateOf(kind, { lists, guide: await kind.guide(database.db) }, language);

const sheet = (name: string) => ({ name, hidden: false });
const kinds = importKinds.map((kind) => [kind.name, kind] as const);

describe.each(kinds)('the template of %s', (name, kind) => {
  it('has its columns in its first sheet, and says of each what it takes', async () => {
    const workbook = await writeXlsx(
      await template(kind, { [kind.columns.known[0] ?? '']: ['a', 'b'] }, 'en'),
      new Date(0),
    );
    expect(await readWorkbook(workbook, null)).toMatchObject({
      sheet: name,
      rows: [{ line: 1, cells: kind.columns.known }],
      others: [sheet('How to fill'), sheet('Words')],
    });
    const guide = await readWorkbook(workbook, 'How to fill');
    if ('refused' in guide) throw new Error(guide.refused.message);
    expect(guide.rows.slice(1).map(({ cells }) => cells[0])).toEqual(kind.columns.known);
    for (const { cells } of guide.rows.slice(1)) expect(cells[2]).toMatch(/^[A-Z].{10,}/);
    expect(guide.rows.slice(1).filter(({ cells }) => cells[1] === 'yes')).toHaveLength(
      kind.columns.required.length,
    );
    expect(await readWorkbook(workbook, 'Words')).toMatchObject({
      rows: [{ cells: [kind.columns.known[0]] }, { cells: ['a'] }, { cells: ['b'] }],
    });
  });
});

it.each(LANGUAGES)('a template speaks %s to whoever fills it', async (language) => {
  const sheets: InEachLanguage<
    readonly [howToFill: string, words: string, program: string, translated: string]
  > = {
    en: ['How to fill', 'Words', 'The code of the programme.', 'What note says, in Spanish.'],
    es: ['Cómo llenarla', 'Palabras', 'El código del programa.', 'Lo que dice note, en español.'],
    pt: ['Como preencher', 'Palavras', 'O código do programa.', 'O que diz note, em espanhol.'],
    fr: ['Comment la remplir', 'Mots', 'Le code du programme.', 'Ce que dit note, en espagnol.'],
  };
  const [howToFill, words, program, translated] = sheets[language];
  const kind = importKinds.find(({ name }) => name === 'results');
  if (kind === undefined) throw new Error('There are no results.');
  const workbook = await writeXlsx(await template(kind, { program: ['MAR'] }, language), new Date(0));
  // Its columns are those that an import reads, whatever the language.
  expect(await readWorkbook(workbook, null)).toMatchObject({
    sheet: 'results',
    rows: [{ cells: kind.columns.known }],
    others: [sheet(howToFill), sheet(words)],
  });
  const guide = await readWorkbook(workbook, howToFill);
  if ('refused' in guide) throw new Error(guide.refused.message);
  const said = new Map(guide.rows.map(({ cells }) => [cells[0], cells[2]]));
  expect([said.get('program'), said.get('note_es')]).toEqual([program, translated]);
});

it('a template lets one choose from the words of a column', async () => {
  const [, pillars] = kinds[0] ?? [];
  if (pillars === undefined) throw new Error('There are no kinds.');
  const workbook = await template(pillars, { name_es: ['x', 'y', 'z'] }, 'en');
  const entry = zipEntries(await writeXlsx(workbook, new Date(0)))?.get('xl/worksheets/sheet1.xml');
  const xml = inflateRawSync(entry?.packed ?? new Uint8Array()).toString();
  expect(xml).toMatch(
    /<\/sheetData><dataValidations count="1"><dataValidation type="list" [^>]*sqref="C2:C5000"><formula1>Words!\$A\$2:\$A\$4<\/formula1>/,
  );
});
