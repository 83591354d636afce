import { createHash } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import { audit } from '../../src/access/audit.table.ts';
import { officeWith, SOUND } from '../../src/entry/evidence/fixtures/files.ts';
import { openArchive } from '../../src/platform/backup/archive.ts';
import { restoreBackup, takeBackup } from '../../src/platform/backup/backup.repository.ts';
import { storedFilePieces, storedFiles } from '../../src/platform/stored-files/stored-files.table.ts';
import { StoredFiles } from '../../src/platform/stored-files/stored-files.use-case.ts';
import { evidencePieces } from '../../src/results/evidence-pieces.table.ts';
import { evidence, results } from '../../src/results/results.table.ts';
import { makeToken } from '../support/app.ts';
import { eachEngine } from '../support/database.ts';
import { importCsv, NOW } from '../support/import.ts';
import { PagesWorld, type Visit } from './access/pages.fixture.ts';
import { fill, said, upload } from './entry.fixture.ts';

const LATER = new Date(NOW.getTime() + 60_000);
/** Some more than one piece of the store holds. */
const LONG = Buffer.concat([SOUND.pdf, Buffer.alloc(150_000, 'a'), Buffer.from('\n%%EOF\n')]);
const HASH = createHash('sha256').update(LONG).digest('hex');

eachEngine('evidence of a figure', (engine) => {
  let world: PagesWorld;
  let officer: Visit;
  let manager: Visit;
  let canada: Visit;
  let italy: Visit;
  /** A figure of a programme that Canada alone funds, and one of a programme of several. */
  let tourism: string;
  let shared: string;

  beforeAll(async () => {
    world = await PagesWorld.start({ database: await engine.openSeeded() });
    await world.member('tourism@example.org', { role: 'officer', programs: ['TOUR'] });
    await world.member('manager@example.org', { role: 'manager' });
    await world.member('canada@example.org', { role: 'donor', organisations: ['canada'] });
    await world.member('italy@example.org', { role: 'donor', organisations: ['italy'] });
    officer = await world.signedIn('tourism@example.org');
    manager = await world.signedIn('manager@example.org');
    canada = await world.signedIn('canada@example.org');
    italy = await world.signedIn('italy@example.org');
    const idOf = async (program: string, indicator: string) => {
      const [row] = await world.app.database.db
        .select({ id: results.id })
        .from(results)
        .where(and(eq(results.program, program), eq(results.indicator, indicator)))
        .limit(1);
      return row?.id ?? '';
    };
    tourism = await idOf('TOUR-AG', 'officials-trained');
    shared = (
      await world.app.database.db
        .select({ id: results.id })
        .from(results)
        .where(and(eq(results.program, 'NET-POL'), eq(results.status, 'approved')))
        .limit(1)
    )[0]?.id as string;
  });
  afterAll(() => world.app.close());

  const attach = async (
    visit: Visit,
    figure: string,
    fields: Readonly<Record<string, string>>,
    file: Uint8Array | string = '',
    name = '',
  ) => {
    const { payload, type } = upload({ title: '', title_for: '', ...fields }, file, name);
    return visit.send('POST', `/results/${figure}/evidence`, payload, { 'content-type': type });
  };
  const attached = async (
    visit: Visit,
    figure: string,
    fields: Readonly<Record<string, string>>,
    file?: Uint8Array,
    name?: string,
  ) => {
    const known = new Set((await pieces()).map(({ id }) => id));
    world.later(1);
    const answer = await attach(visit, figure, fields, file, name);
    expect([answer.statusCode, answer.statusCode === 303 ? '' : said(answer)]).toEqual([303, '']);
    expect(answer.headers.location).toBe(`/results/${figure}/evidence?done=attached`);
    return (await pieces()).find(({ id }) => !known.has(id))?.id ?? '';
  };
  const pieces = () => world.app.database.db.select().from(evidencePieces).orderBy(evidencePieces.addedAt);
  const statuses = (path: string, ...visits: readonly Visit[]) =>
    Promise.all(visits.map(async (visit) => (await visit.get(path)).statusCode));
  const press = async (visit: Visit, figure: string, mark: string, typed = {}) => {
    const { body } = await visit.get(`/results/${figure}/evidence`);
    const { action, fields } = fill(body, mark, typed);
    return visit.post(action, fields);
  };

  /** What the first test has attached, or the same where it did not run. */
  const confirmed = async () => {
    const [first] = await pieces();
    if (first !== undefined) return first.id;
    const id = await attached(officer, tourism, { kind: 'file' }, LONG, 'List of participants.pdf');
    await press(manager, tourism, `/evidence/${id}/confirm`);
    return id;
  };

  it('is attached, looked at by somebody else, and opened by whoever sees the figure', async () => {
    const page = await officer.get(`/results/${tourism}/evidence`);
    expect(said(page)).toContain('Nothing is attached yet.');
    expect((await officer.get(`/results/${tourism}`)).body).toContain(`href="/results/${tourism}/evidence"`);
    expect((await canada.get(`/results/${tourism}`)).body).not.toContain(`/results/${tourism}/evidence`);
    const id = await attached(officer, tourism, { kind: 'file' }, LONG, '..\\List of participants.exe');
    const path = `/evidence/${id}`;

    // The organisation opens it, and nobody else before somebody has looked.
    expect(await statuses(path, officer, manager, canada, italy)).toEqual([200, 200, 404, 404]);
    const waits = said(await officer.get(`/results/${tourism}/evidence`));
    expect(waits).toContain('List of participants.pdf');
    expect(waits).toContain(`PDF · 147 kB · SHA-256 ${HASH.slice(0, 12)}…`);
    expect(waits).toContain('Not looked at yet');
    expect(said(await canada.get(`/results/${tourism}`))).not.toContain('List of participants');
    expect(said(await manager.get('/approvals'))).toContain('List of participants.pdf');
    expect(said(await officer.get(`/results/${tourism}`))).not.toContain('List of participants');

    // Nobody confirms their own, by no path.
    expect((await officer.post(`/evidence/${id}/confirm`)).statusCode).toBe(404);
    await expect(
      world.app.database.db.execute(
        sql`UPDATE evidence_pieces SET confirmed_at = now(), confirmed_by = added_by, confirmed_name = 'x' WHERE id = ${id}`,
      ),
    ).rejects.toMatchObject({ cause: { message: expect.stringContaining('confirmed_by_another') } });
    const before = (await canada.get(`/results/${tourism}`)).headers.etag;
    const done = await press(manager, tourism, `/evidence/${id}/confirm`);
    expect(done.headers.location).toBe(`/results/${tourism}/evidence?done=confirmed`);
    // What was confirmed twice is told.
    expect(said(await manager.post(`/evidence/${id}/confirm`))).toContain(
      'It was confirmed or withdrawn meanwhile',
    );

    expect(await statuses(path, officer, manager, canada, italy)).toEqual([200, 200, 200, 404]);
    const seen = await canada.get(`/results/${tourism}`);
    expect(seen.headers.etag).not.toBe(before);
    expect(said(seen)).toContain('List of participants.pdf PDF · 147 kB');
    expect(seen.body).toContain(`href="${path}"`);
    // Who brought and confirmed it is the organisation's business.
    expect(said(seen)).not.toContain('Ana Lima');
    expect(said(await manager.get('/approvals'))).not.toContain('List of participants');
    const rows = (await world.app.nest.inject('/api/v1/results?program=TOUR-AG')).json().rows;
    const told = rows.find((row: { id: string }) => row.id === tourism).evidence;
    expect(told).toMatchObject([
      { id: null, kind: 'sheet', url: null },
      { id, kind: 'document', title: 'List of participants.pdf', url: path },
    ]);
  });

  it('is given out so that nothing in it runs', async () => {
    const id = await confirmed();
    const answer = await canada.get(`/evidence/${id}`);
    expect(answer.rawPayload.equals(LONG)).toBe(true);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="List of participants.pdf"; filename*=UTF-8''List%20of%20participants.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      // As all that somebody signed in reads.
      'cache-control': 'no-store',
      etag: `"${HASH}"`,
    });
    const again = await canada.get(`/evidence/${id}`, { 'if-none-match': `"${HASH}"` });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    // Whoever may not see it is not told by a tag that it is there.
    const guessed = await italy.get(`/evidence/${id}`, { 'if-none-match': `"${HASH}"` });
    const nothing = await italy.get('/evidence/00000000-0000-4000-8000-000000000000');
    const wrong = await italy.get('/evidence/none');
    expect([guessed, nothing, wrong].map(({ statusCode }) => statusCode)).toEqual([404, 404, 404]);
    expect(said(guessed)).toBe(said(nothing));
    expect(said(wrong)).toBe(said(nothing));
    const stranger = await world.stranger().get(`/evidence/${id}`);
    expect(stranger.headers.location).toBe(`/sign-in?next=%2Fevidence%2F${id}`);
    // Programs have it too, with the mandate of their token.
    const asked = async (code: string) => {
      const token = await makeToken(world.app.database.db, { role: 'donor', organisations: [code] });
      const url = `/evidence/${id}`;
      const answer = await world.app.asStranger({ url, headers: { authorization: `Bearer ${token}` } });
      return [answer.statusCode, answer.headers['cache-control']];
    };
    expect([await asked('canada'), await asked('italy')]).toEqual([
      [200, 'private, no-cache'],
      [404, 'no-store'],
    ]);
  });

  it('says whose it is, as other texts do', async () => {
    // Of several funders one would read of another in it: unless somebody says otherwise, it is the organisation's.
    const quotation = {
      kind: 'quotation',
      title: 'Annual report',
      quotation: 'Twelve countries took part.',
      page: '12',
    };
    const kept = await attached(manager, shared, quotation);
    const open = await attached(manager, shared, { ...quotation, page: 'section 3', title_for: 'everybody' });
    await world.member('second@example.org', { role: 'manager' });
    const second = await world.signedIn('second@example.org');
    for (const id of [kept, open]) await press(second, shared, `/evidence/${id}/confirm`);
    expect(await statuses(`/evidence/${kept}`, manager, italy, canada)).toEqual([200, 404, 404]);
    expect(await statuses(`/evidence/${open}`, manager, italy, canada)).toEqual([200, 200, 404]);
    const page = said(await italy.get(`/results/${shared}`));
    expect(page).toContain('Annual report section 3 Twelve countries took part.');
    expect(page).not.toContain('page 12');
    const organisation = said(await manager.get(`/results/${shared}`));
    expect(organisation).toContain('Annual report page 12');
    expect((await italy.get(`/evidence/${open}`)).body).toBe(
      'Annual report\n\nTwelve countries took part.\n\nsection 3\n',
    );
  });

  it('is refused in words where it is not what is taken, and nothing is kept', async () => {
    const count = async () => [
      (await pieces()).length,
      (await world.app.database.db.select().from(storedFiles)).length,
    ];
    // Is there already, unless this test runs alone.
    await attach(officer, tourism, { kind: 'file' }, LONG, 'once.pdf');
    const before = await count();
    const refused = async (...given: Parameters<typeof attach>) => {
      const answer = await attach(...given);
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(answer.statusCode).toBeLessThan(500);
      return said(answer);
    };
    const link = { kind: 'link', title: 'x' };
    expect(await refused(officer, tourism, { kind: 'file' })).toContain('No file was chosen');
    expect(await refused(officer, tourism, { kind: 'file' }, '<svg/>', 'a.pdf')).toContain(
      'a browser would carry out',
    );
    expect(
      await refused(officer, tourism, { kind: 'file' }, officeWith({ 'word/vbaProject.bin': 'x' }), 'a.docx'),
    ).toContain('holds macros');
    const locked = '%PDF-1.6\ntrailer<</Root 1 0 R/Encrypt 9 0 R>>\n%%EOF\n';
    const told = await refused(officer, tourism, { kind: 'file' }, locked, 'a.pdf');
    expect(told).toContain('The file is encrypted: it has a password, or forbids copying or printing.');
    expect(told).toContain('Save or print it as a new file without one, and bring that.');
    expect(await refused(officer, tourism, { kind: 'file' }, LONG, 'again.pdf')).toContain(
      'attached to the figure already',
    );
    for (const url of [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'https://me:secret@example.org',
      'example.org',
      '',
    ])
      expect(await refused(officer, tourism, { ...link, url })).toContain('begins with https://');
    expect(
      await refused(officer, tourism, { ...link, title: 'gepj\u202Efdp', url: 'https://example.org' }),
    ).toContain('Give it a title');
    const quotation = { kind: 'quotation', title: 'x', quotation: 'y', page: '' };
    expect(await refused(officer, tourism, quotation)).toContain('Say on which page');
    const large = Buffer.alloc(21 * 1024 * 1024, 'a');
    expect(await refused(officer, tourism, { kind: 'file' }, large, 'large.txt')).toContain(
      'larger than 20 MB',
    );
    // Not of a programme of theirs; not a donor's; not of a figure that is not there.
    await refused(officer, shared, { ...link, url: 'https://example.org' });
    await refused(canada, tourism, { ...link, url: 'https://example.org' });
    await refused(manager, '00000000-0000-4000-8000-000000000000', { ...link, url: 'https://example.org' });
    expect(await count()).toEqual(before);
  });

  it('says what is wrong in the language of the page, with what was typed', async () => {
    const { payload, type } = upload(
      { kind: 'link', title: 'Ata', title_for: 'everybody', url: 'ftp://x' },
      '',
      '',
    );
    const answer = await officer.send('POST', `/results/${tourism}/evidence?lang=pt`, payload, {
      'content-type': type,
    });
    expect(answer.statusCode).toBe(400);
    expect(said(answer)).toContain('Escreva um endereço que comece com https://');
    expect(fill(answer.body, 'attach-link').fields).toMatchObject({
      title: 'Ata',
      url: 'ftp://x',
      title_for: 'everybody',
    });
  });

  it('is withdrawn with a reason, and what it was is kept', async () => {
    const id = await attached(officer, tourism, {
      kind: 'link',
      title: 'The project',
      url: 'https://example.org/p?a=1',
    });
    await press(manager, tourism, `/evidence/${id}/confirm`);
    expect((await canada.get(`/results/${tourism}`)).body).toContain('href="https://example.org/p?a=1"');
    const empty = await press(officer, tourism, `withdraw-${id}`, { reason: ' ' });
    expect(said(empty)).toContain('Say why it is withdrawn');
    const done = await press(officer, tourism, `withdraw-${id}`, { reason: 'It is another project.' });
    expect(done.headers.location).toBe(`/results/${tourism}/evidence?done=withdrawn`);
    expect(await statuses(`/evidence/${id}`, officer, manager, canada)).toEqual([404, 404, 404]);
    expect((await canada.get(`/results/${tourism}`)).body).not.toContain('https://example.org/p?a=1"');
    expect(said(await manager.get(`/results/${tourism}/evidence`))).toContain(
      'Withdrawn by Ana Lima, 1 July 2017 at 08:04 GMT−4: It is another project.',
    );
    expect((await pieces()).find((piece) => piece.id === id)).toMatchObject({
      url: 'https://example.org/p?a=1',
    });
    // The figure's history has that it stood there.
    const history = said(await manager.get(`/results/${tourism}`));
    expect(history).toContain('The project');
    const told = await world.app.database.db
      .select({ action: audit.action, details: audit.details, actor: audit.actorName })
      .from(audit)
      .where(eq(audit.subject, `evidence_pieces ${id}`))
      .orderBy(audit.id);
    expect(told).toMatchObject([
      {
        action: 'change.added',
        actor: 'tourism@example.org',
        details: { after: { kind: 'link', result: tourism } },
      },
      { action: 'change.made', actor: 'manager@example.org', details: { before: { confirmed_by: null } } },
      {
        action: 'change.made',
        actor: 'tourism@example.org',
        details: {
          before: { withdrawn_because: null },
          after: { withdrawn_because: 'It is another project.' },
        },
      },
    ]);
    for (const change of [
      sql`UPDATE evidence_pieces SET url = 'https://example.org/other' WHERE id = ${id}`,
      sql`DELETE FROM evidence_pieces WHERE id = ${id}`,
      sql`UPDATE stored_files SET media_type = 'text/html'`,
      sql`DELETE FROM stored_file_pieces`,
    ]) {
      await expect(world.app.database.db.execute(change)).rejects.toMatchObject({ cause: { code: '23514' } });
    }
  });

  it('stays with a figure that is corrected', async () => {
    const { db } = world.app.database;
    const standing = () =>
      db.select({ piece: evidence.piece }).from(evidence).where(eq(evidence.result, tourism));
    const before = await standing();
    expect(before.filter(({ piece }) => piece !== null)).toHaveLength(1);
    const head =
      'ref,program,indicator,kind,country_or_region,period_start,period_end,date_precision,qualifier,value,sheet';
    const row = `${tourism},TOUR-AG,officials trained,actual,AG,2016-01-01,2017-06-30,year,about,46,Antigua and Barbuda`;
    const { errors } = await importCsv(db, 'results', `${head}\n${row}\n`);
    expect(errors).toEqual([]);
    const [{ value } = { value: 0 }] = await db
      .select({ value: results.value })
      .from(results)
      .where(eq(results.id, tourism));
    expect(value).toBe(46);
    expect(await standing()).toEqual(expect.arrayContaining(before));
    const [piece] = await pieces();
    expect(await statuses(`/evidence/${piece?.id}`, canada, italy)).toEqual([200, 404]);
  });

  it('is in a backup, byte for byte', async () => {
    const { db } = world.app.database;
    const archive = await openArchive(await takeBackup(db, NOW));
    const target = await engine.open();
    await restoreBackup(target.db, archive, { actor: { kind: 'command', name: 'restorer' }, at: LATER });
    expect(await target.db.select().from(evidencePieces)).toEqual(await pieces());
    // Three pieces of 64 KiB and less.
    expect(await target.db.select({ at: storedFilePieces.position }).from(storedFilePieces)).toHaveLength(3);
    const files = new StoredFiles(null);
    expect(Buffer.from(await files.read(target.db, HASH)).equals(LONG)).toBe(true);
    expect(await files.notInBackup(target.db)).toBeNull();
  });

  it('is asked for where an indicator requires it', async () => {
    const { db } = world.app.database;
    const asked = await importCsv(
      db,
      'indicators',
      'indicator,unit,measure,combine_time,combine_place,people,evidence_required\nofficials trained,people,count,sum,sum,persons,yes\n',
    );
    expect(asked.errors).toEqual([]);
    const typed = {
      'cell-program': 'TOUR-AG',
      'cell-indicator': 'officials trained',
      'cell-kind': 'actual',
      'cell-country_or_region': 'AG',
      'cell-period_start': '2017-06',
      'cell-period_end': '2017-06',
      'cell-value': '7',
    };
    const enter = async (over: Readonly<Record<string, string>>) => {
      const { action, fields } = fill((await officer.get('/entry/results')).body, 'entry', {
        ...typed,
        ...over,
      });
      return officer.post(action, fields);
    };
    const bare = await enter({});
    expect(said(bare)).toContain(
      'This indicator asks for evidence, and nothing says what the figure rests on.',
    );
    const { action, fields } = fill(bare.body, 'entry', { accepts: 'yes', twin: 'another' });
    const sent = await officer.post(action, fields);
    expect([sent.statusCode, said(sent)]).toEqual([303, '']);
    const { body } = await manager.get('/approvals');
    const [, group = ''] = /name="group" value="([^"]+)"/.exec(body) ?? [];
    const review = await manager.post('/approvals/review', { group });
    expect(said(review)).toContain('This indicator asks for evidence');
    // One that names its sheet is not asked about.
    expect(said(await enter({ 'cell-value': '8', 'cell-sheet': 'List of June' }))).not.toContain(
      'asks for evidence',
    );
  });

  it('is held back after sixty in ten minutes, for one person alone', async () => {
    await world.member('quick@example.org', { role: 'officer', programs: ['TOUR'] });
    const quick = await world.signedIn('quick@example.org');
    const link = { kind: 'link', title: 'x', url: 'ftp://x' };
    for (let count = 1; count <= 60; count += 1) {
      expect((await attach(quick, tourism, link)).statusCode).toBe(400);
    }
    const before = (await pieces()).length;
    const sound = { ...link, title: 'The project', url: 'https://example.org' };
    const held = await attach(quick, tourism, sound);
    expect([held.statusCode, held.headers['retry-after']]).toEqual([429, '600']);
    expect(said(held)).toContain('Much was attached in a short time, so this was not.');
    expect(said(held)).toContain('Try again in 10 minutes.');
    // What was typed stands there still.
    expect(fill(held.body, 'attach-link').fields).toMatchObject({ url: 'https://example.org' });
    await attach(quick, tourism, sound);
    expect((await pieces()).length).toBe(before);
    const told = await world.app.database.db
      .select({ actor: audit.actorName, details: audit.details })
      .from(audit)
      .where(eq(audit.action, 'limit.reached'));
    // Told once, and not with each.
    expect(told).toEqual([{ actor: 'quick@example.org', details: { what: 'evidence' } }]);
    expect((await attach(officer, tourism, link)).statusCode).toBe(400);
    world.later(10);
    expect((await attach(quick, tourism, link)).statusCode).toBe(400);
  });
});
