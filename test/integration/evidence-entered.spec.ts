import { and, eq, sql } from 'drizzle-orm';
import { SOUND } from '../../src/entry/evidence/fixtures/files.ts';
import { submissions } from '../../src/entry/submissions.table.ts';
import { evidencePieces } from '../../src/results/evidence-pieces.table.ts';
import { evidence, results } from '../../src/results/results.table.ts';
import { eachEngine } from '../support/database.ts';
import { importCsv } from '../support/import.ts';
import { PagesWorld, type Visit } from './access/pages.fixture.ts';
import { fill, said, upload } from './entry.fixture.ts';

const QUOTATION = {
  kind: 'quotation',
  title: 'Report of May',
  quotation: 'Twelve officials took part.',
  page: '7',
};

eachEngine('evidence that comes with what is entered', (engine) => {
  let world: PagesWorld;
  let officer: Visit;
  let colleague: Visit;
  let manager: Visit;
  let canada: Visit;

  beforeAll(async () => {
    world = await PagesWorld.start({ database: await engine.openSeeded() });
    await world.member('tourism@example.org', { role: 'officer', programs: ['TOUR'] });
    await world.member('colleague@example.org', { role: 'officer', programs: ['TOUR'] });
    await world.member('manager@example.org', { role: 'manager' });
    await world.member('canada@example.org', { role: 'donor', organisations: ['canada'] });
    officer = await world.signedIn('tourism@example.org');
    colleague = await world.signedIn('colleague@example.org');
    manager = await world.signedIn('manager@example.org');
    canada = await world.signedIn('canada@example.org');
    // Without anything to rest on a figure of it is asked about.
    await importCsv(
      world.app.database.db,
      'indicators',
      'indicator,unit,measure,combine_time,combine_place,people,evidence_required\nofficials trained,people,count,sum,sum,persons,yes\n',
    );
  });
  afterAll(() => world.app.close());

  const db = () => world.app.database.db;
  const typed = (value: string, month: string) => ({
    'cell-program': 'TOUR',
    'cell-indicator': 'officials trained',
    'cell-kind': 'actual',
    'cell-country_or_region': 'DM',
    'cell-period_start': month,
    'cell-period_end': month,
    'cell-value': value,
  });
  /** Types a result and goes on to what it rests on. @returns its submission */
  const begun = async (value: string, month: string) => {
    const { body } = await officer.get('/entry/results');
    expect(body).toContain('Save and attach evidence');
    const { action, fields } = fill(body, 'entry', { ...typed(value, month), do: 'attach' });
    const { location } = (await officer.post(action, fields)).headers;
    const [, id = ''] = /^\/submissions\/([0-9a-f-]{36})\/evidence$/.exec(String(location)) ?? [];
    expect(id).not.toBe('');
    return id;
  };
  const attach = (
    visit: Visit,
    row: string,
    fields: Readonly<Record<string, string>>,
    file: Uint8Array | string = '',
    name = '',
  ) => {
    const { payload, type } = upload({ title: '', title_for: '', ...fields }, file, name);
    return visit.send('POST', `/submissions/${row}/evidence`, payload, { 'content-type': type });
  };
  const attached = async (
    row: string,
    ...given: [Readonly<Record<string, string>>, Uint8Array?, string?]
  ) => {
    world.later(1);
    const answer = await attach(officer, row, ...given);
    expect([answer.statusCode, answer.headers.location]).toEqual([
      303,
      `/submissions/${row}/evidence?done=attachedToRow`,
    ]);
    const [piece] = await db()
      .select()
      .from(evidencePieces)
      .where(eq(evidencePieces.submission, row))
      .orderBy(sql`added_at DESC`)
      .limit(1);
    return piece?.id ?? '';
  };
  const statuses = (id: string, ...visits: readonly Visit[]) =>
    Promise.all(visits.map(async (visit) => (await visit.get(`/evidence/${id}`)).statusCode));
  const press = async (visit: Visit, path: string, mark: string, given = {}) => {
    const { body } = await visit.get(path);
    const { action, fields } = fill(body, mark, given);
    return visit.post(action, fields);
  };
  const submit = (row: string) => press(officer, `/submissions/${row}`, 'entry', { do: 'submit' });
  const standingOf = (row: string) =>
    db()
      .select({ result: evidencePieces.result, title: evidence.title, by: evidencePieces.confirmedName })
      .from(evidencePieces)
      .innerJoin(evidence, eq(evidence.piece, evidencePieces.id))
      .where(eq(evidencePieces.submission, row));

  it('is attached to a draft, approved with it, and stands with its figure', async () => {
    const row = await begun('12', '2017-05');
    expect(said(await officer.get(`/submissions/${row}/evidence`))).toContain('Nothing is attached yet.');
    const file = await attached(row, { kind: 'file' }, SOUND.pdf, 'participants.pdf');
    const mistake = await attached(row, { ...QUOTATION, page: '70' });
    const quoted = await attached(row, QUOTATION);
    expect(said(await attach(officer, row, { kind: 'file' }, SOUND.pdf, 'again.pdf'))).toContain(
      'This file is attached to the figure already.',
    );
    const taken = await press(officer, `/submissions/${row}/evidence`, `/evidence/${mistake}/withdraw`);
    expect(taken.headers.location).toBe(`/submissions/${row}/evidence?done=withdrawn`);

    // A draft is its author's alone, with all that hangs on it.
    expect(await statuses(file, officer, colleague, manager, canada)).toEqual([200, 404, 404, 404]);
    expect(await statuses(mistake, officer)).toEqual([404]);
    expect((await colleague.get(`/submissions/${row}/evidence`)).statusCode).toBe(404);
    const form = said(await officer.get(`/submissions/${row}`));
    expect(form).toContain('Evidence participants.pdf');
    expect(form).toContain('Report of May');
    expect(form).not.toContain('page 70');

    // That it rests on something is known: it is not asked about.
    expect((await submit(row)).headers.location).toBe('/desk?done=submitted');
    const refused = await attach(officer, row, QUOTATION);
    expect([refused.statusCode, said(refused).includes('The row was submitted, or is not yours.')]).toEqual([
      422,
      true,
    ]);
    const late = await officer.post(`/evidence/${file}/withdraw`, { reason: '' });
    expect(said(late)).toContain('The row was submitted, or is not yours.');
    expect(await statuses(file, officer, colleague, manager, canada)).toEqual([200, 404, 200, 404]);

    // Whoever approves sees it, and by itself it is confirmed by nobody.
    const review = `/approvals/review?id=${row}`;
    const shown = await manager.get(review);
    expect(said(shown)).toContain('participants.pdf');
    expect(shown.body).toContain(`href="/evidence/${quoted}"`);
    expect(said(await manager.get('/approvals'))).not.toContain('participants.pdf');
    expect(said(await manager.post(`/evidence/${file}/confirm`))).toContain(
      'It is approved with the row with which it came',
    );
    expect(said(await manager.get(`/submissions/${row}`))).toContain('Evidence participants.pdf');
    expect((await press(manager, review, 'approve')).headers.location).toBe('/approvals?done=approved');

    const [figure] = await db()
      .select()
      .from(results)
      .where(and(eq(results.program, 'TOUR'), eq(results.periodStart, '2017-05-01')));
    expect(await standingOf(row)).toEqual([
      { result: figure?.id, title: { en: 'participants.pdf' }, by: 'Ana Lima' },
      { result: figure?.id, title: { en: 'Report of May' }, by: 'Ana Lima' },
    ]);
    expect(await statuses(file, officer, colleague, manager, canada)).toEqual([200, 200, 200, 200]);
    expect(said(await canada.get(`/results/${figure?.id}`))).toContain('Twelve officials took part.');
    // Nothing waits any more, and it is withdrawn as all evidence is: with a reason.
    expect(said(await manager.get('/approvals'))).not.toContain('Report of May');
    expect(said(await press(officer, `/results/${figure?.id}/evidence`, `withdraw-${file}`))).toContain(
      'Say why it is withdrawn',
    );
  });

  it('does not stand in the way of taking back what was approved with it', async () => {
    const row = await begun('3', '2017-06');
    const quoted = await attached(row, QUOTATION);
    await submit(row);
    await press(manager, `/approvals/review?id=${row}`, 'approve');
    expect(await statuses(quoted, canada)).toEqual([200]);
    const [{ batch } = { batch: 0 }] = await db()
      .select({ batch: submissions.batch })
      .from(submissions)
      .where(eq(submissions.id, row));
    const undone = await press(manager, '/imports', `/imports/${batch}/undo`, {});
    expect([undone.statusCode, said(undone)]).toEqual([303, '']);
    expect(await statuses(quoted, canada)).toEqual([404]);
  });

  it('comes with a row that was given back, and with a correction of a figure', async () => {
    const row = await begun('8', '2017-07');
    // Without evidence it is asked about; what is meant is said.
    const asked = await submit(row);
    expect(said(asked)).toContain('This indicator asks for evidence');
    const again = fill(asked.body, 'entry', { accepts: 'yes', do: 'submit' });
    expect((await officer.post(again.action, again.fields)).headers.location).toBe('/desk?done=submitted');
    await press(manager, `/approvals/review?id=${row}`, 'return', { comment: 'On what does it rest?' });
    const quoted = await attached(row, QUOTATION);
    await submit(row);
    await press(manager, `/approvals/review?id=${row}`, 'approve');
    const [{ result = '' } = { result: '' }] = await standingOf(row);
    expect(await statuses(quoted, canada)).toEqual([200]);

    const { body } = await officer.get(`/entry/results?ref=${result}`);
    const { action, fields } = fill(body, 'entry', { 'cell-value': '9', do: 'attach' });
    const { location } = (await officer.post(action, fields)).headers;
    const correction = String(location).split('/')[2] ?? '';
    await attached(correction, { ...QUOTATION, title: 'Corrected report' });
    await submit(correction);
    await press(manager, `/approvals/review?id=${correction}`, 'approve');
    expect(await standingOf(correction)).toEqual([
      { result, title: { en: 'Corrected report' }, by: 'Ana Lima' },
    ]);
    expect(
      (
        await db()
          .select()
          .from(evidence)
          .where(eq(evidence.result, result ?? ''))
      ).length,
    ).toBe(2);
  });

  it('is nobody’s own to confirm, and gets its figure once, whoever writes to the database', async () => {
    const row = await begun('2', '2017-08');
    const piece = await attached(row, QUOTATION);
    const [{ id: figure } = { id: '' }] = await db().select({ id: results.id }).from(results).limit(1);
    const by = (account: string) =>
      sql`confirmed_at = now(), confirmed_by = (SELECT id FROM accounts WHERE email = ${account}), confirmed_name = 'x'`;
    for (const set of [
      sql`result = ${figure}`,
      by('manager@example.org'),
      sql`result = ${figure}, ${by('tourism@example.org')}`,
      sql`submission = NULL, result = ${figure}, ${by('manager@example.org')}`,
    ]) {
      await expect(
        db().execute(sql`UPDATE evidence_pieces SET ${set} WHERE id = ${piece}`),
      ).rejects.toMatchObject({ cause: { code: '23514' } });
    }
    // What is discarded takes it along.
    await press(officer, `/submissions/${row}`, `/submissions/${row}/discard`);
    expect(await statuses(piece, colleague, manager, canada)).toEqual([404, 404, 404]);
    expect(said(await attach(officer, row, QUOTATION))).toContain('The row was submitted, or is not yours.');
  });

  it('hangs on results alone', async () => {
    const { body } = await officer.get('/entry/narratives');
    expect(body).not.toContain('Save and attach evidence');
    const { action, fields } = fill(body, 'entry', {
      'cell-program': 'TOUR',
      'cell-text': 'Words.',
      do: 'keep',
    });
    const { location } = (await officer.post(action, fields)).headers;
    const row = /\/submissions\/([0-9a-f-]{36})/.exec(String(location))?.[1] ?? '';
    expect(said(await attach(officer, row, QUOTATION))).toContain('Evidence is attached to results');
  });
});
