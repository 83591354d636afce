import { eq, like } from 'drizzle-orm';
import { audit } from '../../src/access/audit.table.ts';
import { broughtFiles, columnMaps } from '../../src/entry/brought-files.table.ts';
import { submissions } from '../../src/entry/submissions.table.ts';
import { writeXlsx } from '../../src/platform/spreadsheet/xlsx.adapter.ts';
import { eachEngine } from '../support/database.ts';
import { NOW } from '../support/import.ts';
import { PagesWorld, type Visit } from './access/pages.fixture.ts';
import { fill, said, upload } from './entry.fixture.ts';

/** As somebody else keeps it: a title above, names of their own, decimals with a comma, a total below. */
const JUNE = [
  'Informe de junio de 2017;;;;;;',
  'N.º;Programa;Indicador;País;Mes;Valor;Responsable',
  '1;TOUR;officials trained;DM;2017-05;12;Ana',
  '2;TOUR;officials trained;GD;2017-04;1.234;Luis',
  'Total;;;;;1.246;',
].join('\n');

eachEngine('files whose columns are called otherwise', (engine) => {
  let world: PagesWorld;
  let officer: Visit;

  beforeAll(async () => {
    world = await PagesWorld.start({ database: await engine.openSeeded() });
    await world.member('tourism@example.org', { role: 'officer', programs: ['TOUR'] });
    await world.member('police@example.org', { role: 'officer', programs: ['NET-POL'] });
    await world.member('manager@example.org', { role: 'manager' });
    officer = await world.signedIn('tourism@example.org');
  });
  afterAll(() => world.app.close());

  const bring = async (
    content: Uint8Array | string,
    { kind = 'results', decimal = '', name = 'junio.csv', lang = 'es', visit = officer } = {},
  ) => {
    const { payload, type } = upload({ kind, decimal }, content, name);
    const answer = await visit.send('POST', `/imports?lang=${lang}`, payload, { 'content-type': type });
    expect([answer.statusCode, said(answer)]).toEqual([303, expect.anything()]);
    return String(answer.headers.location);
  };
  const send = async (html: string, typed: Parameters<typeof fill>[2] = {}, visit = officer) => {
    const { action, fields } = fill(html, 'columns', typed);
    return visit.post(action, fields);
  };
  const rowsAt = async (location: unknown) => {
    const together = /\/sheets\/([0-9a-f-]{36})/.exec(String(location))?.[1] ?? '';
    const { db } = world.app.database;
    const rows = await db.select().from(submissions).where(eq(submissions.together, together));
    return rows.toSorted((a, b) => a.place - b.place);
  };
  const chosen = (html: string) => {
    const { fields } = fill(html, 'columns');
    return Object.entries(fields).flatMap(([name, value]) => (name.startsWith('column-') ? [value] : []));
  };

  it('are shown with their first values and what they are taken for, and become drafts', async () => {
    const path = await bring(JUNE);
    expect(path).toMatch(/^\/imports\/files\/[0-9a-f-]{36}\?lang=es$/);
    const page = await officer.get(path);
    expect(page.statusCode).toBe(200);
    // Below the header there are two rows and a total.
    expect(said(page)).toContain('Resultados: 3 filas, con nombres propios');
    expect(said(page)).toContain('Ana · Luis');
    const guessed = ['', 'program', 'indicator', 'country_or_region', 'period_start+period_end', 'value', ''];
    expect(chosen(page.body)).toEqual(guessed);
    expect(said(page)).not.toContain('Completado como se leyeron');

    // Whether it is a result or a target nobody has said.
    const refused = await send(page.body);
    expect(refused.statusCode).toBe(422);
    expect(said(refused)).toContain('No se indica nada de Resultado o meta');
    expect(chosen(refused.body)).toEqual(guessed);

    const taken = await send(refused.body, { 'same-kind': 'actual', decimal: 'comma' });
    expect(taken.statusCode).toBe(303);
    const rows = await rowsAt(taken.headers.location);
    const cells = { program: 'TOUR', indicator: 'officials trained', kind: 'actual' };
    expect(rows.map(({ place, decimal, cells: each }) => [place, decimal, each])).toEqual([
      [
        3,
        'comma',
        { ...cells, country_or_region: 'DM', period_start: '2017-05', period_end: '2017-05', value: '12' },
      ],
      [
        4,
        'comma',
        { ...cells, country_or_region: 'GD', period_start: '2017-04', period_end: '2017-04', value: '1.234' },
      ],
    ]);
    const sheet = await officer.get(String(taken.headers.location));
    expect(said(sheet)).toContain('junio.csv');
    // The file is kept no longer, and is not taken twice.
    expect(await world.app.database.db.select().from(broughtFiles)).toEqual([]);
    expect((await officer.get(path)).statusCode).toBe(404);
    expect((await send(refused.body, { 'same-kind': 'actual' })).statusCode).toBe(404);
  });

  it('are read as last time, by whomever, and otherwise where somebody says so', async () => {
    const { db } = world.app.database;
    const manager = await world.signedIn('manager@example.org');
    // The same names in the same order, however they are written.
    const path = await bring(JUNE.replace('País', 'PAIS').replace('Responsable', 'responsable'), {
      lang: 'en',
      visit: manager,
    });
    const page = await manager.get(path);
    expect(said(page)).toContain('Filled as such files were last read (');
    expect(fill(page.body, 'columns').fields).toMatchObject({ 'column-6': '', decimal: 'comma' });
    // What held for one file holds for no other, and nobody is told which programmes others enter.
    expect(said(page)).toContain('Result or target *');
    expect(fill(page.body, 'columns').fields['same-kind']).toBe('');
    const taken = await send(page.body, { 'column-6': 'note', 'same-kind': 'target' }, manager);
    expect((await rowsAt(taken.headers.location)).map(({ cells }) => [cells.kind, cells.note])).toEqual([
      ['target', 'Ana'],
      ['target', 'Luis'],
    ]);
    const maps = await db.select().from(columnMaps);
    expect(maps).toMatchObject([
      {
        kind: 'results',
        columns: [
          '',
          'program',
          'indicator',
          'country_or_region',
          'period_start+period_end',
          'value',
          'note',
        ],
        decimal: 'comma',
      },
    ]);
    const told = await db.select().from(audit).where(like(audit.subject, 'column_maps %'));
    expect(told.map(({ action }) => action).sort()).toEqual(['change.added', 'change.made']);
  });

  it('are refused where something is said twice, of nothing, or of what every row needs', async () => {
    const page = await officer.get(await bring(JUNE, { lang: 'en' }));
    const twice = await send(page.body, {
      'column-1': 'value',
      'column-2': 'period_start',
      'same-kind': 'actual',
      'same-country_or_region': 'DM',
    });
    expect(twice.statusCode).toBe(422);
    expect(said(twice)).toContain('First day of the period is said twice');
    expect(said(twice)).toContain('Value is said twice');
    expect(said(twice)).toContain('Country or region is said twice');
    expect(said(twice)).toContain('Nothing is said of Programme');
    const none = await send(
      page.body,
      Object.fromEntries(Array.from({ length: 7 }, (_, index) => [`column-${index}`, ''])),
    );
    expect(said(none)).toContain('None of the columns is used.');
    const forged = await send(page.body, { 'column-0': '__proto__', 'column-1': 'batch' });
    expect([forged.statusCode, chosen(forged.body).slice(0, 2)]).toEqual([422, ['', '']]);
  });

  it('say for all rows which programme they are of, and it must be its author’s', async () => {
    const content = 'Where,Month,How many\nDM,2017-05,12\n';
    const page = await officer.get(await bring(content, { lang: 'en' }));
    const typed = {
      'column-2': 'value',
      'same-kind': 'actual',
      'same-indicator': 'officials trained',
      'column-0': 'country_or_region',
      decimal: 'point',
    };
    const own = await send(page.body, { ...typed, 'same-program': 'TOUR' });
    expect((await rowsAt(own.headers.location)).map(({ cells }) => cells)).toEqual([
      {
        program: 'TOUR',
        indicator: 'officials trained',
        kind: 'actual',
        country_or_region: 'DM',
        period_start: '2017-05',
        period_end: '2017-05',
        value: '12',
      },
    ]);
    const again = await officer.get(await bring(content, { lang: 'en' }));
    const { action, fields } = fill(again.body, 'columns', typed);
    const foreign = await officer.post(action, { ...fields, 'same-program': 'NET-POL' });
    expect(foreign.statusCode).toBe(422);
    expect(said(foreign)).toContain('Line 2 is about a programme that is not yours');
    // It waits for another answer.
    expect((await officer.get(action)).statusCode).toBe(200);
  });

  it('are workbooks too, whose numbers stay numbers', async () => {
    const text = (value: string) => ({ text: value });
    const rows = [
      ['Proyecto', 'Indicador', 'Lugar', 'Desde', 'Hasta', 'Cantidad'].map(text),
      [...['TOUR', 'officials trained', 'HT', '2017-04', '2017-04'].map(text), { number: 1234, format: '0' }],
    ];
    const book = await writeXlsx([{ name: 'datos', widths: [], frozenRows: 1, rows }], NOW);
    const page = await officer.get(await bring(book, { name: 'junio.xlsx' }));
    expect(chosen(page.body)).toEqual([
      'program',
      'indicator',
      'country_or_region',
      'period_start',
      'period_end',
      'value',
    ]);
    const taken = await send(page.body, { 'same-kind': 'actual', decimal: 'comma' });
    const [row] = await rowsAt(taken.headers.location);
    // A number of the workbook is read in one way, whatever sign people write (`inOneReading`).
    expect(row?.cells).toMatchObject({ country_or_region: 'HT', period_start: '2017-04', value: '1234' });
  });

  it('are of nobody else, and go after a day, or when there are too many', async () => {
    const { db } = world.app.database;
    const path = await bring(JUNE, { lang: 'en' });
    for (const email of ['police@example.org', 'manager@example.org']) {
      const other = await world.signedIn(email);
      expect([email, (await other.get(path)).statusCode]).toEqual([email, 404]);
      expect([email, (await other.post(path, { 'column-0': 'program' })).statusCode]).toEqual([email, 404]);
    }
    expect((await officer.get('/imports/files/none')).statusCode).toBe(404);
    for (let more = 0; more < 7; more += 1) {
      world.later(1);
      await bring(JUNE);
    }
    expect(await db.select({ id: broughtFiles.id }).from(broughtFiles)).toHaveLength(5);
    expect((await officer.get(path)).statusCode).toBe(404);
    const last = await bring(JUNE);
    await db.update(broughtFiles).set({ broughtAt: new Date(0), expiresAt: new Date(1) });
    expect((await officer.get(last)).statusCode).toBe(404);
    await bring(JUNE);
    expect(await db.select({ id: broughtFiles.id }).from(broughtFiles)).toHaveLength(1);
  });

  it.each([
    ['more columns than a person looks through', `${'x,'.repeat(60)}y\n${'1,'.repeat(60)}2\n`],
    ['no rows', 'Programa,Valor\n'],
    ['nothing', '\n\n'],
  ])('are refused with %s', async (_, content) => {
    const { payload, type } = upload({ kind: 'results', decimal: '' }, content, 'x.csv');
    const answer = await officer.send('POST', '/imports?lang=en', payload, { 'content-type': type });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toMatch(/class="form-error" role="alert"/);
  });
});
