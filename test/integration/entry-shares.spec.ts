import { and, eq } from 'drizzle-orm';
import { submissions } from '../../src/entry/submissions.table.ts';
import { programPillars, programPlaces } from '../../src/programs/programs.table.ts';
import { eachEngine } from '../support/database.ts';
import { PagesWorld, type Visit, wordsOf } from './access/pages.fixture.ts';
import { fill, said } from './entry.fixture.ts';

eachEngine('the shares of a programme as one form, without scripts', (engine) => {
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

  // Costa Rica has all of it.
  const PATH = '/entry/shares?program=TOUR-CR';
  const save = async (
    of: 'places' | 'pillars',
    typed: Readonly<Record<string, string>>,
    visit: Visit = officer,
    path = PATH,
  ) => {
    const { action, fields } = fill((await visit.get(path)).body, `shares-${of}`, typed);
    return visit.post(action, fields);
  };
  const rows = () => world.app.database.db.select().from(submissions).orderBy(submissions.place);
  const approve = async () => {
    const { body } = await manager.get('/approvals');
    const groups = [...body.matchAll(/name="group" value="([^"]+)"/g)].map(([, group = '']) => group);
    const chosen = fill(body, 'approvals', { group: groups });
    const looked = await manager.post(chosen.action, chosen.fields);
    const { action, fields } = fill(looked.body, 'approve');
    expect((await manager.post(action, fields)).headers.location).toBe('/approvals?done=approved');
  };

  it('are refused as long as they do not sum, and saved, approved and counted at once', async () => {
    const page = await officer.get(PATH);
    expect(said(page)).toContain('100% given');
    expect(said(await officer.get('/programs/TOUR-CR'))).toContain(
      'Change this programme · Country and pillar shares',
    );
    const set = { 'share-0': '60', 'code-1': 'Honduras', 'share-1': '30' };
    const short = await save('places', set);
    expect(short.statusCode).toBe(422);
    expect(said(short)).toContain('The shares sum to 90, not to 100.');
    expect(said(short)).toContain('10% remaining to 100%');
    // What was typed stands there still, and nothing was kept.
    expect(fill(short.body, 'shares-places').fields).toMatchObject({
      ...set,
      'code-0': 'CR',
      'code-2': '',
    });
    expect(await rows()).toEqual([]);
    const over = await save('places', { ...set, 'share-1': '40,5' });
    // A comma groups thousands for an English reader, and 40,5 is no number of theirs.
    expect(wordsOf(over.body, 'shares-places-1-error')).toContain('40,5');
    expect(await rows()).toEqual([]);

    const sent = await save('places', { ...set, 'share-1': '40' });
    expect(sent.statusCode).toBe(303);
    expect(sent.headers.location).toMatch(/^\/sheets\/[0-9a-f-]+\?done=submitted$/);
    const kept = await rows();
    expect(kept).toMatchObject([
      { kind: 'program-countries', status: 'submitted', cells: { country_or_region: 'CR', share: '60' } },
      { kind: 'program-countries', status: 'submitted', cells: { country_or_region: 'HN', share: '40' } },
    ]);
    expect(new Set(kept.map(({ together }) => together)).size).toBe(1);
    // It is shown as it was entered last, and counts as it did before.
    expect(said(await officer.get(PATH))).toContain('nobody has decided on them yet');
    expect(fill((await officer.get(PATH)).body, 'shares-places').fields).toMatchObject({
      'share-0': '60',
      'share-1': '40',
    });
    expect(said(await manager.get('/programs/TOUR-CR'))).not.toContain('Honduras');

    await approve();
    const stored = await world.app.database.db
      .select()
      .from(programPlaces)
      .where(eq(programPlaces.program, 'TOUR-CR'))
      .orderBy(programPlaces.place);
    expect(stored).toMatchObject([
      { place: 'CR', share: '60' },
      { place: 'HN', share: '40' },
    ]);
  });

  it('take the place of those that wait, and are not emptied', async () => {
    await save('places', { 'share-0': '60', 'code-1': 'HN', 'share-1': '40' });
    const sent = await save('places', { 'share-0': '50', 'share-1': '50' });
    expect(sent.statusCode).toBe(303);
    const waiting = (await rows()).filter(({ status }) => status === 'submitted');
    expect(waiting.map(({ cells }) => cells.share)).toEqual(['50', '50']);
    const same = await save('places', {});
    expect([same.statusCode, said(same).includes('Nothing differs from what is there.')]).toEqual([
      422,
      true,
    ]);
    const emptied = await save('places', { 'share-0': '', 'share-1': '' });
    expect(emptied.statusCode).toBe(422);
    expect(said(emptied)).toContain('A share that counts cannot be left empty again.');
    expect((await rows()).filter(({ status }) => status === 'submitted')).toHaveLength(2);
  });

  it('of pillars are one row that keeps what else the programme says', async () => {
    const short = await save('pillars', { 'share-0': '60', 'code-1': 'democracy', 'share-1': '30' });
    expect(short.statusCode).toBe(422);
    expect(said(short)).toContain('The shares sum to 90, not to 100.');
    // Portuguese readers write a comma before decimals, and it is read as one.
    const set = { 'share-0': '66,67', 'code-1': 'democracy', 'share-1': '33,33' };
    const sent = await save('pillars', set, officer, `${PATH}&lang=pt`);
    expect(sent.statusCode).toBe(303);
    const again = fill((await officer.get(PATH)).body, 'shares-pillars').fields;
    expect(again).toMatchObject({ 'share-0': '66.67', 'share-1': '33.33' });
    await approve();
    const stored = await world.app.database.db
      .select()
      .from(programPillars)
      .where(eq(programPillars.program, 'TOUR-CR'))
      .orderBy(programPillars.pillar);
    expect(stored).toMatchObject([
      { pillar: 'democracy', share: '33.33' },
      { pillar: 'multidimensional-security', share: '66.67' },
    ]);
    // A correction of the programme in a language with commas reads its shares again.
    const form = fill((await officer.get('/entry/programs?ref=TOUR-CR&lang=pt')).body, 'entry', {
      'cell-link': 'https://example.org/cr',
    });
    expect(form.fields).toMatchObject({ 'cell-pillar': 'democracy:33,33;multidimensional-security:66,67' });
    expect((await officer.post(form.action, form.fields)).statusCode).toBe(303);
  });

  it('of another’s programme are not told, and not taken', async () => {
    const page = said(await officer.get('/entry/shares?program=NET-POL'));
    expect(page).toContain('This is no programme of yours.');
    expect(page).not.toContain('Police');
    const fields = { program: 'NET-POL', of: 'places', 'code-0': 'CR', 'share-0': '100' };
    const answer = await officer.post('/entry/shares', fields);
    expect([answer.statusCode, said(answer).includes('This is no programme of yours.')]).toEqual([422, true]);
    expect(
      await world.app.database.db
        .select()
        .from(submissions)
        .where(and(eq(submissions.kind, 'program-countries'))),
    ).toEqual([]);
  });
});
