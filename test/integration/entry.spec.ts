import { eq, sql } from 'drizzle-orm';
import { audit } from '../../src/access/audit.table.ts';
import { EVERYTHING, type Mandate } from '../../src/access/index.ts';
import { FactsRepository } from '../../src/analytics/facts.repository.ts';
import { currentTotals } from '../../src/analytics/index.ts';
import { RESULT_ROWS, readVersions } from '../../src/analytics/row-history.repository.ts';
import { RIGHTS } from '../../src/core/fixtures/scopes.ts';
import { Approvals } from '../../src/entry/approvals.use-case.ts';
import type { EnteredRow } from '../../src/entry/plan-entered.ts';
import { type Author, RowRefused, Submissions } from '../../src/entry/submissions.use-case.ts';
import { TakingBack } from '../../src/entry/taking-back.use-case.ts';
import { importKinds } from '../../src/imports.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { results } from '../../src/results/results.table.ts';
import { eachEngine } from '../support/database.ts';
import { importCsv } from '../support/import.ts';
import { signIn } from '../support/people.ts';

const NOW = new Date('2017-07-01T12:00:00Z');
const clock = { now: () => NOW };
/** A figure of May, from a file. */
const RESULTS = `ref,program,indicator,unit,kind,country_or_region,period_start,period_end,value
MAY,MAR,officials trained,people,actual,CR,2017-05,2017-05,30
`;
const row = (cells: Record<string, string>, more: Partial<EnteredRow> = {}): EnteredRow => ({
  cells: {
    program: 'MAR',
    indicator: 'officials trained',
    kind: 'actual',
    country_or_region: 'CR',
    period_start: '2017-06',
    period_end: '2017-06',
    value: '45',
    ...cells,
  },
  decimal: 'point',
  twin: null,
  twinRef: null,
  ...more,
});

eachEngine('what people enter', (engine) => {
  let db: Database;
  let submissions: Submissions;
  let approvals: Approvals;
  let officer: Author;
  let manager: Author;
  let other: Author;

  const person = async (mandate: Partial<Mandate> & Pick<Mandate, 'role'>): Promise<Author> => {
    const { account, email } = await signIn(db, mandate);
    const { role, programs = [], organisations = [] } = mandate;
    return {
      scope: { role, rights: RIGHTS[role], programs, organisations },
      account,
      actor: { kind: 'person', id: account, name: email },
      name: email,
    };
  };
  const total = async () => (await currentTotals(db)).get('actual officials-trained') ?? 'none';
  const enter = (given = row({}), by: Author = officer) =>
    submissions.submit(by, 'results', given, null, false);
  const approve = async (ids: readonly string[], by: Author = manager) => {
    const { digest } = await approvals.review(by, ids);
    return approvals.approve(by, ids, digest);
  };
  const refused = async (does: Promise<unknown>) =>
    does.then(
      () => 'taken',
      (error: { code?: string; cause?: { message?: string } }) => error.code ?? error.cause?.message,
    );

  beforeEach(async () => {
    ({ db } = await engine.openAnew());
    await importCsv(
      db,
      'programs',
      'code,title,status,parent\nMAR,Maritime,ongoing,\nMAR-1,Ports,ongoing,MAR\nTOUR,Tourism,ongoing,\n',
    );
    await importCsv(db, 'organisations', 'name,kind\nItaly,government\n');
    await importCsv(db, 'results', RESULTS);
    submissions = new Submissions(db, importKinds, clock);
    approvals = new Approvals(db, importKinds, clock);
    officer = await person({ role: 'officer', programs: ['MAR'] });
    manager = await person({ role: 'manager' });
    other = await person({ role: 'manager' });
  });

  it('counts nowhere before somebody else approves it, and then at once', async () => {
    const { id, status } = await enter();
    expect(status).toBe('submitted');
    expect(await total()).toBe('30');
    const review = await approvals.review(manager, [id]);
    expect(await total()).toBe('30');
    expect(review.items).toMatchObject([
      { before: null, after: { value: '45', period_end: '2017-06-30', program: 'MAR' } },
    ]);
    expect(review.moves).toMatchObject([
      {
        before: { of: 'actual', what: 'officials-trained', value: { value: 30 } },
        after: { value: { value: 75 } },
      },
    ]);
    expect(await approvals.approve(manager, [id], review.digest)).toBe(1);
    expect(await total()).toBe('75');
    expect(await submissions.find(officer, id)).toMatchObject({
      status: 'approved',
      decidedBy: manager.account,
    });
    const [figure] = await db.select({ id: results.id }).from(results).where(eq(results.value, 45));
    const asked = { scope: EVERYTHING, kind: RESULT_ROWS, key: figure?.id ?? '' };
    expect(await readVersions(db, new FactsRepository(db), asked)).toMatchObject([
      {
        change: { actorName: manager.name, enteredBy: officer.name, file: null, line: 1 },
        said: { value: 45 },
      },
    ]);
  });

  it('is approved by nobody whose own it is, by no path', async () => {
    const own = await enter(row({}), manager);
    expect(await refused(approvals.review(manager, [own.id]))).toBe('APPROVAL.OWN');
    expect(await refused(approvals.giveBack(manager, [own.id], 'no'))).toBe('APPROVAL.OWN');
    await expect(
      db.execute(sql`UPDATE submissions SET status = 'approved', decided_by = author, decided_name = 'x', decided_at = now(),
        batch = (SELECT min(id) FROM import_batches) WHERE id = ${own.id}`),
    ).rejects.toMatchObject({
      cause: { message: expect.stringContaining('submissions_decided_by_another') },
    });
    await expect(
      db.execute(sql`UPDATE submissions SET author = ${other.account} WHERE id = ${own.id}`),
    ).rejects.toMatchObject({ cause: { message: 'a submission stays whose and of what it is' } });
    expect(await approve([own.id], other)).toBe(1);
  });

  it('is given back with a comment, put right and approved', async () => {
    const first = await enter(row({ value: '54' }));
    expect(await refused(approvals.giveBack(manager, [first.id], ' '))).toBe('APPROVAL.NO_COMMENT');
    await approvals.giveBack(manager, [first.id], 'The list says 45.');
    const returned = await submissions.find(officer, first.id);
    expect(returned).toMatchObject({ status: 'returned', comment: 'The list says 45.' });
    expect(await refused(approvals.review(manager, [first.id]))).toBe('ENTRY.CHANGED_MEANWHILE');
    const again = await submissions.submit(officer, 'results', row({}), returned, false);
    expect(again).toMatchObject({ id: first.id, status: 'submitted' });
    await approve([first.id]);
    expect(await total()).toBe('75');
  });

  it('corrects a figure that goes on to count as it was until then', async () => {
    const { cells, key } = await submissions.stored(officer, 'results', 'MAY');
    const { id } = await enter({ ...row({}), cells: { ...cells, value: '33', reason: 'Three came late.' } });
    expect(await total()).toBe('30');
    const { items } = await approvals.review(manager, [id]);
    expect(items).toMatchObject([{ before: { value: '30' }, after: { value: '33', ref: 'MAY' } }]);
    await approve([id]);
    expect(await total()).toBe('33');
    expect(await submissions.stored(officer, 'results', 'MAY')).toMatchObject({ key });
  });

  it('says what is wrong, what it looks like and what is odd, and keeps nothing of it', async () => {
    const check = async (given: EnteredRow) =>
      enter(given).then(
        () => null,
        (error: RowRefused) => error.check,
      );
    expect(
      (await check(row({ value: 'many', period_end: '2017-04' })))?.errors.map(({ column }) => column),
    ).toEqual(['value']);
    expect((await check(row({ period_end: '2017-04' })))?.errors.map(({ code }) => code)).toEqual([
      'RESULT.DATES_REVERSED',
    ]);
    expect((await check(row({ period_start: '2017-05', period_end: '2017-05' })))?.question).toMatchObject({
      like: { ref: 'MAY' },
      differences: [{ column: 'value', before: '30', after: '45' }],
    });
    expect((await check(row({ value: '300' })))?.doubts).toMatchObject([
      { reason: 'ten-times', before: { value: 30 }, column: 'value' },
    ]);
    expect(await submissions.own(officer, ['draft', 'submitted'], 10)).toEqual([]);
    expect(await submissions.submit(officer, 'results', row({ value: '300' }), null, true)).toMatchObject({
      status: 'submitted',
    });
    const same = row({ period_start: '2017-05', period_end: '2017-05' }, { twin: 'same', twinRef: 'MAY' });
    const { id } = await enter(same);
    await approve([id]);
    expect(await total()).toBe('45');
  });

  it('is about programmes of the mandate, and about nobody else’s', async () => {
    expect(await enter(row({ program: 'MAR-1', period_end: '2017-06' }))).toMatchObject({ program: 'MAR-1' });
    expect(await refused(enter(row({ program: 'TOUR' })))).toBe('ENTRY.NOT_YOURS');
    // Whether there is such a programme is not told.
    expect(await refused(enter(row({ program: 'TOURS' })))).toBe('ENTRY.NOT_YOURS');
    const tourism = await person({ role: 'officer', programs: ['TOUR'] });
    expect(await refused(submissions.stored(tourism, 'results', 'MAY'))).toBe('ENTRY.NO_ROW');
    expect(await refused(enter(row({ program: 'TOUR', ref: 'MAY' }), tourism))).toBe('ENTRY.NOT_YOURS');
    const taking = row({ program: 'TOUR' }, { twin: 'same', twinRef: 'MAY' });
    expect(await refused(enter(taking, tourism))).toBe('ENTRY.NOT_YOURS');
  });

  it('is seen by its author alone while it is a draft, and then by those who approve', async () => {
    const draft = await submissions.keep(officer, 'results', row({ value: 'not yet' }), null);
    const colleague = await person({ role: 'officer', programs: ['MAR'] });
    const donor = await person({ role: 'donor', organisations: ['italy'] });
    const sees = async (who: Author, id: string) =>
      submissions.find(who, id).then(
        () => true,
        () => false,
      );
    expect([await sees(officer, draft.id), await sees(manager, draft.id)]).toEqual([true, false]);
    const { id } = await enter();
    expect(await Promise.all([officer, manager, colleague, donor].map((who) => sees(who, id)))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('is decided once, by whoever comes first, and only as it was seen', async () => {
    const { id } = await enter();
    const seen = await approvals.review(manager, [id]);
    const alsoSeen = await approvals.review(other, [id]);
    const outcomes = await Promise.all([
      refused(approvals.approve(manager, [id], seen.digest)),
      refused(approvals.approve(other, [id], alsoSeen.digest)),
    ]);
    expect(outcomes.toSorted()).toEqual(['ENTRY.CHANGED_MEANWHILE', 'taken']);
    expect(await total()).toBe('75');

    const second = await enter(row({ period_start: '2017-04', period_end: '2017-04', value: '20' }));
    const before = await approvals.review(manager, [second.id]);
    await importCsv(db, 'results', RESULTS.replace('MAY', 'MARCH').replaceAll('2017-05', '2017-03'));
    expect(await refused(approvals.approve(manager, [second.id], before.digest))).toBe(
      'ENTRY.CHANGED_MEANWHILE',
    );
    expect(await submissions.find(manager, second.id)).toMatchObject({ status: 'submitted' });
  });

  it('is taken back and taken away by its author, and by nobody else', async () => {
    const one = await enter();
    expect(await refused(submissions.takeBack(manager, one))).toBe('ENTRY.UNKNOWN');
    const draft = await submissions.takeBack(officer, one);
    expect(draft).toMatchObject({ status: 'draft', version: one.version + 1 });
    expect(await refused(submissions.discard(officer, one))).toBe('ENTRY.CHANGED_MEANWHILE');
    expect(await submissions.discard(officer, draft)).toMatchObject({ status: 'discarded' });
    expect(await refused(approvals.review(manager, [one.id]))).toBe('ENTRY.CHANGED_MEANWHILE');
  });

  it('is taken back whole, by those who may', async () => {
    const takingBack = new TakingBack(db, importKinds, clock);
    const { id } = await enter();
    await approve([id]);
    const [last] = await takingBack.latest();
    expect(last).toMatchObject({ kind: 'results', origin: 'page', importedBy: officer.name, inserted: 1 });
    await takingBack.undo(manager.actor, last?.id ?? 0, ' The list was of another month. ');
    expect(await total()).toBe('30');
    expect((await takingBack.latest())[0]).toMatchObject({
      undoneBy: manager.name,
      undoneBecause: 'The list was of another month.',
    });
    expect(await refused(takingBack.undo(manager.actor, last?.id ?? 0, ''))).toBe('UNDO.ALREADY');
  });

  it('comes again in place of what it was, where nobody has decided on that', async () => {
    const place = (value: string) => [{ ...row({ value }), place: 1 }];
    const [first] = await submissions.saveTogether(officer, 'results', place('45'), {
      origin: 'page',
      replaces: [],
    });
    const before = first?.submission as NonNullable<typeof first>['submission'];
    const [second] = await submissions.saveTogether(officer, 'results', place('46'), {
      origin: 'page',
      replaces: [before],
    });
    expect(await submissions.find(officer, before.id)).toMatchObject({ status: 'discarded' });
    expect(second?.submission.status).toBe('submitted');
    expect(
      await refused(
        submissions.saveTogether(officer, 'results', place('47'), { origin: 'page', replaces: [before] }),
      ),
    ).toBe('ENTRY.CHANGED_MEANWHILE');
    await approve([second?.submission.id ?? '']);
    expect(await total()).toBe('76');
  });

  it('that comes in a file corrects no figure of another programme', async () => {
    const tourism = await person({ role: 'officer', programs: ['TOUR'] });
    const bring = (...rows: readonly EnteredRow[]) =>
      submissions.keepTogether(
        tourism,
        'results',
        rows.map((each, index) => ({ ...each, place: index + 2 })),
        { origin: 'file', fileName: 'june.csv' },
      );
    const own = row({ program: 'TOUR' });
    expect(await refused(bring(own, row({ program: 'MAR' })))).toBe('ENTRY.LINE_NOT_YOURS');
    expect(await refused(bring(own, row({ program: 'TOUR', ref: 'MAY' })))).toBe('ENTRY.NOT_YOURS');
    const kept = await bring(own);
    const answers = new Map([[kept[0]?.id ?? '', { twin: 'same' as const, twinRef: 'MAY' }]]);
    expect(await refused(submissions.submitTogether(tourism, kept, { accepts: true, answers }))).toBe(
      'ENTRY.NOT_YOURS',
    );
    expect(await submissions.own(tourism, ['submitted'], 10)).toEqual([]);
  });

  it('is told nothing more of a programme that left its author’s mandate', async () => {
    const draft = await submissions.keep(
      officer,
      'results',
      row({ period_start: '2017-05', period_end: '2017-05' }),
      null,
    );
    expect((await submissions.check(officer, [draft])).get(draft.id)?.question).not.toBeNull();
    const moved = { ...officer, scope: { ...officer.scope, programs: ['TOUR'] } };
    expect((await submissions.check(moved, [draft])).get(draft.id)).toMatchObject({
      errors: [{ code: 'ENTRY.NOT_YOURS', column: 'program' }],
      question: null,
    });
    expect(await refused(submissions.submitTogether(moved, [draft], { accepts: true }))).toBe(
      'ENTRY.NOT_YOURS',
    );
  });

  it('corrects nothing that does not count itself', async () => {
    await importCsv(db, 'results', RESULTS.replace('MAY', 'WAITS').replaceAll('2017-05', '2017-02'), {
      approve: false,
    });
    expect(await refused(submissions.stored(officer, 'results', 'WAITS'))).toBe('ENTRY.NO_ROW');
    expect(await refused(submissions.stored(manager, 'results', 'WAITS'))).toBe('ENTRY.NO_ROW');
  });

  it('stands in the audit, step by step, with before and after', async () => {
    const draft = await submissions.keep(officer, 'results', row({ value: '54' }), null);
    const submitted = await submissions.submit(officer, 'results', row({ value: '54' }), draft, false);
    await approvals.giveBack(manager, [submitted.id], 'The list says 45.');
    const returned = await submissions.find(officer, submitted.id);
    await submissions.submit(officer, 'results', row({}), returned, false);
    await approve([submitted.id], other);
    const told = await db
      .select({
        action: audit.action,
        name: audit.actorName,
        before: sql<string>`details -> 'before' ->> 'status'`,
        after: sql<string>`details -> 'after' ->> 'status'`,
        value: sql<string>`details -> 'after' -> 'cells' ->> 'value'`,
        comment: sql<string>`details -> 'after' ->> 'comment'`,
      })
      .from(audit)
      .where(eq(audit.subject, `submissions ${submitted.id}`))
      .orderBy(audit.id);
    const [by, first, second] = [officer, manager, other].map(({ name }) => name);
    expect(told.map((one) => Object.values(one).filter((each) => each !== null))).toEqual([
      ['change.added', by, 'draft', '54'],
      ['change.made', by, 'draft', 'submitted'],
      ['change.made', first, 'submitted', 'returned', 'The list says 45.'],
      ['change.made', by, '45'],
      ['change.made', by, 'returned', 'submitted'],
      ['approval.given', second, 'submitted', 'approved'],
    ]);
  });

  it('comes together, and what is sound of it is submitted', async () => {
    const kept = await submissions.keepTogether(
      officer,
      'results',
      [
        { ...row({ period_start: '2017-03', period_end: '2017-03', value: '10' }), place: 2 },
        { ...row({ period_start: '2017-04', period_end: '2017-04', value: 'x' }), place: 3 },
        { ...row({ period_start: '2017-06', period_end: '2017-06', value: '12' }), place: 4 },
      ],
      { origin: 'file', fileName: 'june.csv' },
    );
    const done = await submissions.submitTogether(officer, kept, { accepts: true });
    expect(done.map(({ submission }) => submission.status)).toEqual(['submitted', 'draft', 'submitted']);
    expect(done[1]?.check.errors).toMatchObject([{ column: 'value' }]);
    const ids = done.flatMap(({ submission: { id, status } }) => (status === 'submitted' ? [id] : []));
    await approve(ids);
    // 30 of May, 10 of March and 12 of June.
    expect(await total()).toBe('52');
    const stored = await submissions.together(officer, kept[0]?.together ?? '');
    expect(new Set(stored.map(({ batch }) => batch)).size).toBe(2);
  });
});
