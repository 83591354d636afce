import { and, eq } from 'drizzle-orm';
import { submissions } from '../../src/entry/submissions.table.ts';
import { resultParts, results } from '../../src/results/results.table.ts';
import { eachEngine } from '../support/database.ts';
import { PagesWorld, type Visit } from './access/pages.fixture.ts';
import { fill, said } from './entry.fixture.ts';

/** The months of 2008 of an indicator, its parts by sex down: whole, women, men, not recorded. */
const PATH =
  '/entry/table?program=TOUR&across=months&period=2008&place=DM&indicators=officials+trained&axis=sex';

eachEngine('a table with the parts of an indicator down, without scripts', (engine) => {
  let world: PagesWorld;
  let officer: Visit;
  let manager: Visit;

  beforeEach(async () => {
    world = await PagesWorld.start({ database: await engine.openSeeded() });
    await world.member('tourism@example.org', { role: 'officer', programs: ['TOUR'] });
    await world.member('manager@example.org', { role: 'manager' });
    officer = await world.signedIn('tourism@example.org');
    manager = await world.signedIn('manager@example.org');
  });
  afterEach(() => world.app.close());

  /** The form of the table itself, which comes after the one that asks for it. */
  const tableForm = async (path: string) => {
    const { body } = await officer.get(path);
    return fill(body.slice(body.indexOf('entry-table-form') - 20), '/entry/table');
  };
  const save = async (typed: Readonly<Record<string, string>>, path = PATH) => {
    const { action, fields } = await tableForm(path);
    expect(fields).toMatchObject({ axis: 'sex' });
    return officer.post(action, { ...fields, ...typed });
  };
  const table = async (path = PATH) => (await tableForm(path)).fields;
  const rows = async () =>
    (await world.app.database.db.select().from(submissions).orderBy(submissions.place)).filter(
      ({ status }) => status !== 'discarded',
    );
  const approve = async () => {
    const { body } = await manager.get('/approvals');
    const groups = [...body.matchAll(/name="group" value="([^"]+)"/g)].map(([, group = '']) => group);
    const chosen = fill(body, 'approvals', { group: groups });
    const looked = await manager.post(chosen.action, chosen.fields);
    const { action, fields } = fill(looked.body, 'approve');
    expect((await manager.post(action, fields)).headers.location).toBe('/approvals?done=approved');
  };

  it('says what remains of each column, and takes none that does not sum', async () => {
    // January 12 = 7 + 3 + …, February 9 = 4 + 5, March only its parts.
    const typed = {
      'cell-0-0': '12',
      'cell-1-0': '7',
      'cell-2-0': '3',
      'cell-0-1': '9',
      'cell-1-1': '4',
      'cell-2-1': '5',
      'cell-1-2': '2',
    };
    const short = await save(typed);
    expect(short.statusCode).toBe(422);
    expect(said(short)).toContain('Nothing was saved: the parts do not sum to the whole.');
    expect(said(short)).toMatch(/whole. Jan: 2 remaining; Mar: the whole is not given/);
    expect(said(short)).toContain('Remaining 2 0');
    expect(short.body).toContain('value="7"');
    expect(await rows()).toEqual([]);

    const sent = await save({ ...typed, 'cell-3-0': '2', 'cell-1-2': '' });
    expect(sent.headers.location).toMatch(/^\/sheets\//);
    expect(await rows()).toMatchObject([
      { status: 'submitted', cells: { value: '12', breakdown: 'sex=female:7;sex=male:3;sex=unknown:2' } },
      { status: 'submitted', cells: { value: '9', breakdown: 'sex=female:4;sex=male:5' } },
    ]);
    expect(new Set((await rows()).map(({ together }) => together)).size).toBe(1);
  });

  it('corrects a figure with its parts, and keeps what else it says', async () => {
    await save({ 'cell-0-0': '12', 'cell-1-0': '7', 'cell-2-0': '5' });
    await approve();
    const { db } = world.app.database;
    const stored = async () => {
      const [figure] = await db
        .select({ id: results.id, value: results.value })
        .from(results)
        .where(and(eq(results.program, 'TOUR'), eq(results.periodEnd, '2008-01-31')));
      const parts = await db
        .select()
        .from(resultParts)
        .where(eq(resultParts.result, figure?.id ?? ''))
        .orderBy(resultParts.axis, resultParts.part);
      return { ...figure, parts: parts.map(({ axis, part, value }) => `${axis}=${part}:${value}`) };
    };
    const before = await stored();
    expect(before).toMatchObject({ value: 12, parts: ['sex=female:7', 'sex=male:5'] });
    // A form gives it another axis; it waits, and the table goes on from there.
    const form = fill((await officer.get(`/entry/results?ref=${before.id}`)).body, 'entry', {
      'part-2-axis': 'mode',
      'part-2-part': 'online',
      'part-2-number': '12',
      'cell-note': 'Two courses',
    });
    expect((await officer.post(form.action, form.fields)).statusCode).toBe(303);
    expect(await table()).toMatchObject({
      'cell-0-0': '12',
      'cell-1-0': '7',
      'cell-2-0': '5',
      'cell-3-0': '',
    });
    await save({ 'cell-1-0': '8', 'cell-2-0': '4' });
    expect((await rows()).filter(({ status }) => status === 'submitted')).toMatchObject([
      { cells: { note: 'Two courses', breakdown: 'mode=online:12;sex=female:8;sex=male:4' } },
    ]);
    await approve();
    const after = await stored();
    expect(after).toEqual({
      ...before,
      parts: ['mode=online:12', 'sex=female:8', 'sex=male:4'],
    });
    // Emptied, it is broken down by sex no more.
    await save({ 'cell-1-0': '', 'cell-2-0': '' });
    await approve();
    expect(await stored()).toEqual({ ...before, parts: ['mode=online:12'] });
  });

  it('saves what its author changed, and nothing that was changed meanwhile', async () => {
    await save({ 'cell-0-0': '12', 'cell-1-0': '7', 'cell-2-0': '5', 'cell-0-1': '9' });
    await approve();
    const opened = await tableForm(PATH);
    // In another window, or by somebody else: January's parts and February's value are corrected meanwhile.
    await save({ 'cell-1-0': '8', 'cell-2-0': '4', 'cell-0-1': '10' });
    await approve();
    const post = (typed: Readonly<Record<string, string>>) =>
      officer.post(opened.action, { ...opened.fields, ...typed });
    // Who changes March alone changes neither of them back.
    expect((await post({ 'cell-0-2': '4' })).statusCode).toBe(303);
    expect((await rows()).filter(({ status }) => status === 'submitted')).toMatchObject([
      { cells: { period_start: '2008-03', value: '4' } },
    ]);
    // And who types over what was corrected is told, and shown what it is now.
    const over = await post({ 'cell-0-1': '11', 'cell-0-3': '6' });
    expect(over.statusCode).toBe(422);
    expect(said(over)).toContain('It was changed or decided meanwhile');
    const form = over.body.slice(over.body.indexOf('entry-table-form') - 20);
    expect(fill(form, '/entry/table').fields).toMatchObject({
      'cell-1-0': '8',
      'cell-0-1': '10',
      'cell-0-3': '6',
    });
  });

  it('has countries across too, numbers as their reader writes them, and one indicator', async () => {
    const two = PATH.replace('officials+trained', 'officials+trained%0Aparticipants');
    expect(said(await officer.get(two))).toContain('Parts are of one indicator: name it, and no other.');
    const across =
      '/entry/table?lang=pt&program=TOUR-AG&across=countries&period=2005-05&indicators=officials+trained&axis=sex';
    const sent = await save({ 'cell-0-0': '1.200', 'cell-1-0': '700', 'cell-2-0': '500' }, across);
    expect(sent.statusCode).toBe(303);
    expect(await rows()).toMatchObject([
      {
        status: 'submitted',
        decimal: 'comma',
        cells: { country_or_region: 'AG', value: '1.200', breakdown: 'sex=female:700;sex=male:500' },
      },
    ]);
    // The same in English.
    expect(await table(across.replace('lang=pt', 'lang=en'))).toMatchObject({ 'cell-0-0': '1200' });
  });
});
