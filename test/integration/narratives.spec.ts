import { sql } from 'drizzle-orm';
import type { Scope } from '../../src/access/index.ts';
import { readInScope } from '../../src/access/index.ts';
import { FactsRepository } from '../../src/analytics/facts.repository.ts';
import { factsFigures } from '../../src/analytics/facts-figures.ts';
import { FiguresRepository } from '../../src/analytics/figures.repository.ts';
import { noLinks } from '../../src/analytics/links.ts';
import { toldNarratives } from '../../src/analytics/told-narratives.ts';
import { makeView } from '../../src/analytics/view.ts';
import { donorScope, officerScope, PUBLIC, RIGHTS } from '../../src/core/fixtures/scopes.ts';
import { HOME_ORGANISATION } from '../../src/core/organisation.ts';
import { plainWords } from '../../src/core/report/told-text.ts';
import { LANGUAGES, type Language } from '../../src/core/text.ts';
import { figuresInSight } from '../../src/core/visibility/figures-in-sight.ts';
import { EVERYTHING } from '../../src/core/visibility/scope.ts';
import { Closing } from '../../src/entry/closing.use-case.ts';
import { importKinds } from '../../src/imports.ts';
import { narratives, narrativesSeen } from '../../src/narratives/narratives.table.ts';
import { undoImport } from '../../src/platform/csv/undo.use-case.ts';
import { restoreWithdrawn, withdraw } from '../../src/platform/csv/withdraw.use-case.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { eachEngine } from '../support/database.ts';
import { importCsv, NOW } from '../support/import.ts';
import { signIn } from '../support/people.ts';

const HEAD =
  'ref,program,country_or_region,section,period_start,period_end,text,text_es,text_for,sheet,reason\n';
const row = (cells: Partial<Record<string, string>>) => {
  const columns = HEAD.trim().split(',');
  return `${columns.map((column) => `"${(cells[column] ?? '').replaceAll('"', '""')}"`).join(',')}\n`;
};
const MANAGER: Scope = { role: 'manager', rights: RIGHTS.manager, programs: [], organisations: [] };
const BY = { kind: 'command', name: 'test' } as const;

eachEngine('words beside figures', (engine) => {
  let db: Database;

  beforeEach(async () => {
    ({ db } = await engine.openAnew());
    await importCsv(
      db,
      'programs',
      'code,parent,title,status\nMAR,,Maritime,ongoing\nMAR-1,MAR,Ports,ongoing\nTOUR,,Tourism,ongoing\n',
    );
    await importCsv(
      db,
      'program-organisations',
      'program,organisation,kind,role\nMAR,Harborland,government,funding\nTOUR,Isleland,government,funding\n',
    );
    // In all of MAR at least 340 and about 45, of its activity in Chile 20; a target of 500.
    await importCsv(
      db,
      'results',
      `program,indicator,unit,kind,country_or_region,period_start,period_end,qualifier,value
MAR,officials trained,people,actual,CR,2017-01,2017-03,at least,340
MAR-1,officials trained,people,actual,CL,2017-04,2017-04,exact,20
MAR,officials trained,people,target,,2017-01,2018-12,exact,500
TOUR,manuals,documents,actual,CR,2017-05,2017-05,exact,1234
`,
    );
  });

  const store = async (rows: string, over: Parameters<typeof importCsv>[3] = {}) => {
    const { errors, questions, batch } = await importCsv(db, 'narratives', HEAD + rows, over);
    expect([errors, questions]).toEqual([[], []]);
    return batch ?? 0;
  };
  const errorsOf = async (rows: string) => {
    const { errors } = await importCsv(db, 'narratives', HEAD + rows);
    return errors.map(({ line, column, code }) => `${line} ${column} ${code}`);
  };
  /** From rows in memory, and one by one from the database. */
  const FIGURES = [undefined, { small: 0 }] as const;
  const told = async (
    program: string,
    {
      scope = EVERYTHING,
      language = 'en',
      country,
      asOf = null,
      today = '2017-07-01',
    }: {
      readonly scope?: Scope;
      readonly language?: Language;
      readonly country?: string;
      readonly asOf?: Date | null;
      readonly today?: string;
    } = {},
  ) => {
    const [one, other] = await Promise.all(
      FIGURES.map(async (options) => {
        const repository = new FiguresRepository(db, new FactsRepository(db), () => NOW, options);
        const { figures, names, vocabulary } = await repository.open(scope, asOf);
        const known = { at: NOW, asked: null, timeZone: 'UTC' };
        const view = makeView({
          ...{ scope, figures, names, vocabulary, today, known, language },
          ...{ filter: {}, organisation: HOME_ORGANISATION, links: noLinks },
        });
        const { sections } = await toldNarratives(view, program, country);
        return sections.flatMap(({ section, texts }) =>
          texts.map((text) => ({
            section,
            about: text.about.map((each) => each.text).join(' · '),
            words: plainWords(text),
            source: text.source,
            remark: text.remark ?? null,
          })),
        );
      }),
    );
    expect(one).toEqual(other);
    return one ?? [];
  };
  const wordsOf = async (...asked: Parameters<typeof told>) =>
    (await told(...asked)).map(({ words }) => words);

  it('print the figures that the totals say, in the language of whoever reads', async () => {
    await store(
      row({
        ref: 'whole',
        program: 'MAR',
        section: 'result',
        text: 'Trained: [officials-trained] of [officials-trained target].',
      }) +
        row({
          ref: 'chile',
          program: 'MAR',
          country_or_region: 'CL',
          section: 'result',
          text: '[officials-trained] in Chile; \\[sic].',
        }) +
        row({
          ref: 'costa-rica',
          program: 'MAR',
          country_or_region: 'CR',
          section: 'next',
          text: '[officials-trained]',
        }) +
        row({ ref: 'tour', program: 'TOUR', section: 'result', text: '[manuals], [officials-trained].' }),
    );
    // 340 (at least) and 20 of the activity.
    expect(await wordsOf('MAR')).toEqual([
      'Trained: 360 (of which 340 approximate) of 500.',
      '20 in Chile; [sic].',
      'at least 340',
    ]);
    const said = await Promise.all(LANGUAGES.map((language) => told('MAR', { language })));
    expect(said.map((texts) => texts.map(({ words }) => words))).toEqual([
      ['Trained: 360 (of which 340 approximate) of 500.', '20 in Chile; [sic].', 'at least 340'],
      [
        'Trained: 360 (lo que incluye 340 en cifras aproximadas) of 500.',
        '20 in Chile; [sic].',
        'al menos 340',
      ],
      ['Trained: 360 (sendo 340 em números aproximados) of 500.', '20 in Chile; [sic].', 'pelo menos 340'],
      ['Trained: 360 (dont 340 en chiffres approximatifs) of 500.', '20 in Chile; [sic].', 'au moins 340'],
    ]);
    // Of an indicator that TOUR has not reported, nothing is said.
    expect(await wordsOf('TOUR')).toEqual(['1,234, n/a.']);
    expect(await wordsOf('TOUR', { language: 'es' })).toEqual(['1.234, n/d.']);
    // Before the activity had reported, and as the totals of that day.
    expect(await wordsOf('MAR', { today: '2017-04-15' })).toEqual([
      'Trained: at least 340 of 500.',
      'n/a in Chile; [sic].',
      'at least 340',
    ]);
  });

  it('say more when the figures do, without being written again', async () => {
    await store(row({ program: 'MAR-1', section: 'result', text: 'So far [officials-trained].' }));
    expect(await wordsOf('MAR-1')).toEqual(['So far 20.']);
    await importCsv(
      db,
      'results',
      'program,indicator,unit,kind,country_or_region,period_start,period_end,value\nMAR-1,officials trained,people,actual,CL,2017-05,2017-05,5\n',
    );
    expect(await wordsOf('MAR-1')).toEqual(['So far 25.']);
  });

  it('are read section by section, the newest first, with where, when, in which language and on which sheet', async () => {
    await store(
      row({ ref: 'a', program: 'MAR', section: 'next', text: 'More.' }) +
        row({
          ref: 'b',
          program: 'MAR',
          section: 'background',
          period_end: '2015',
          text: 'Old.',
          sheet: 'all five',
        }) +
        row({
          ref: 'c',
          program: 'MAR',
          section: 'background',
          period_start: '2016-01',
          period_end: '2016-06',
          text_es: 'Nuevo.',
        }) +
        row({ ref: 'd', program: 'MAR', country_or_region: 'CL', section: 'background', text: 'Undated.' }),
    );
    expect(await told('MAR')).toEqual([
      {
        section: 'background',
        about: 'January\u2009–\u2009June 2016 · in Spanish',
        words: 'Nuevo.',
        source: null,
        remark: null,
      },
      {
        section: 'background',
        about: '2015',
        words: 'Old.',
        source: 'From the fact sheet: all five',
        remark: null,
      },
      { section: 'background', about: 'Chile', words: 'Undated.', source: null, remark: null },
      { section: 'next', about: '', words: 'More.', source: null, remark: null },
    ]);
    // On Costa Rica's sheet, what is of Chile is not.
    expect(await wordsOf('MAR', { country: 'CR' })).toEqual(['Nuevo.', 'Old.', 'More.']);
    expect(await wordsOf('MAR', { country: 'CL' })).toEqual(['Nuevo.', 'Old.', 'Undated.', 'More.']);
  });

  it('of a region stand on the sheet of a country that it holds', async () => {
    await importCsv(db, 'places', 'code,kind,name,countries\nregion:isthmus,region,Isthmus,CR PA\n');
    await store(
      row({ program: 'MAR', country_or_region: 'region:isthmus', section: 'result', text: 'Isthmus.' }),
    );
    expect(await wordsOf('MAR', { country: 'CR' })).toEqual(['Isthmus.']);
    expect(await wordsOf('MAR', { country: 'CL' })).toEqual([]);
    expect(await wordsOf('MAR', { country: 'region:isthmus' })).toEqual(['Isthmus.']);
  });

  it('are refused with place and remedy where they refer to nothing', async () => {
    const bad = await importCsv(
      db,
      'narratives',
      HEAD +
        row({
          program: 'MAR',
          section: 'result',
          text: 'A [officials-traned].',
          text_es: 'Un [corchete suelto] y [manuals].',
        }),
    );
    expect(bad.errors).toMatchObject([
      {
        line: 2,
        column: 'text',
        code: 'NARRATIVE.UNKNOWN_INDICATOR',
        message: 'There is no indicator "officials-traned", to which the text refers.',
        remedy: expect.stringContaining('Did you mean [officials-trained]?'),
      },
      {
        line: 2,
        column: 'text_es',
        code: 'NARRATIVE.NOT_A_REFERENCE',
        message: expect.stringContaining('[corchete suelto]'),
      },
    ]);
    expect(
      await errorsOf(
        row({ program: 'NOWHERE', section: 'result', text: 'x' }) +
          row({ program: 'MAR', section: 'poem', text: 'x' }) +
          row({ program: 'MAR', section: 'result' }) +
          row({ program: 'MAR', section: 'result', text: 'x', period_start: '2017-01' }),
      ),
    ).toEqual([
      '2 program PROGRAM.UNKNOWN',
      '3 section CELL.UNKNOWN_WORD',
      '4 text TEXT.MISSING',
      '5 period_end RESULT.NO_END',
    ]);
    expect(await db.select().from(narratives)).toEqual([]);
  });

  it('are corrected by their ref, and what they said before can be read', async () => {
    await store(
      row({ ref: 'a', program: 'MAR', section: 'result', text: 'Ten.', text_es: 'Diez.', sheet: 'Chile' }),
    );
    const later = new Date(NOW.getTime() + 60_000);
    await store(
      row({
        ref: 'a',
        program: 'MAR',
        section: 'result',
        text: 'Twelve.',
        sheet: 'Chile',
        reason: 'Two came late.',
      }),
      { now: later },
    );
    expect(await db.select().from(narratives)).toMatchObject([
      // A translation of what was said before is none of what is said now.
      {
        ref: 'a',
        text: { en: 'Twelve.' },
        sheet: { en: 'Chile' },
        reason: 'Two came late.',
        status: 'approved',
      },
    ]);
    expect(await wordsOf('MAR')).toEqual(['Twelve.']);
    const [{ at } = { at: '' }] = await db
      .select({ at: sql<string>`max(made.at)::text` })
      .from(sql`revisions made WHERE made.number < (SELECT max(number) FROM revisions)`);
    expect(await wordsOf('MAR', { asOf: new Date(at) })).toEqual(['Ten.']);
  });

  it('are in the audit, what was approved and what was changed', async () => {
    await store(row({ ref: 'a', program: 'MAR', section: 'result', text: 'Ten.' }));
    await store(row({ ref: 'a', program: 'MAR', section: 'result', text: 'Twelve.' }));
    const told = await db
      .select({ action: sql<string>`action`, subject: sql<string>`subject`, details: sql`details` })
      .from(sql`audit WHERE subject LIKE 'narratives%' ORDER BY id`);
    expect(told).toMatchObject([
      {
        action: 'approval.given',
        subject: expect.stringMatching(/^narratives of batch \d+$/),
        details: { rows: 1 },
      },
      {
        action: 'change.made',
        subject: expect.stringMatching(/^narratives [0-9a-f-]+$/),
        details: { before: { text: { en: 'Ten.' } }, after: { text: { en: 'Twelve.' } } },
      },
    ]);
  });

  it('that look like one that is there ask whether they are it; in one file each is its own', async () => {
    const first = row({ program: 'MAR', section: 'partners', text: 'INTERPOL' });
    await store(first + row({ program: 'MAR', section: 'partners', text: 'The ministries' }));
    // The same file again changes nothing.
    const again = await importCsv(db, 'narratives', HEAD + first);
    expect([again.errors, again.questions, again.unchanged]).toEqual([[], [], 1]);
    const { questions } = await importCsv(
      db,
      'narratives',
      HEAD + row({ program: 'MAR', section: 'partners', text: 'INTERPOL and Europol' }),
    );
    expect(questions).toHaveLength(1);
    expect(await db.select().from(narratives)).toHaveLength(2);
  });

  it('are taken back with their import, withdrawn, and put back', async () => {
    await store(row({ ref: 'a', program: 'MAR', section: 'result', text: 'Ten.', text_es: 'Diez.' }));
    const before = await db.select().from(narratives);
    const later = await store(
      row({ ref: 'a', program: 'MAR', section: 'result', text: 'Twelve.' }) +
        row({ ref: 'b', program: 'MAR', section: 'next', text: 'More.' }),
      { now: new Date(NOW.getTime() + 60_000) },
    );
    const undo = (batch: number) => undoImport(db, importKinds, { batch, reason: null, by: BY, now: NOW });
    expect(await undo(later)).toMatchObject({ withdrawn: 1, restored: 1 });
    expect(await wordsOf('MAR')).toEqual(['Ten.']);
    expect((await db.select().from(narratives)).filter(({ ref }) => ref === 'a')).toEqual(before);
    const kind = importKinds.find(({ name }) => name === 'narratives');
    if (kind === undefined) throw new Error('There is no such kind.');
    const request = { kind, ref: 'a', reason: 'It was another programme’s.', by: BY, now: NOW };
    expect(await withdraw(db, request)).toMatchObject({ before: 'approved', after: 'withdrawn' });
    expect(await wordsOf('MAR')).toEqual([]);
    await restoreWithdrawn(db, request);
    expect(await wordsOf('MAR')).toEqual(['Ten.']);
  });

  it('that nobody has approved are nowhere', async () => {
    await store(row({ program: 'MAR', section: 'result', text: 'Ten.' }), { approve: false });
    expect(await told('MAR')).toEqual([]);
  });

  it('of a closed period need a reason', async () => {
    const { account, email } = await signIn(db, { role: 'manager' });
    const manager = {
      scope: MANAGER,
      account,
      actor: { kind: 'person' as const, id: account, name: email },
      name: 'Manuel Paz',
    };
    const text = (words: string, reason = '') =>
      row({ ref: 'a', program: 'MAR-1', section: 'result', period_end: '2017-03', text: words, reason });
    await store(text('Ten.'));
    await new Closing(db, { now: () => NOW }).close(manager, 'MAR', '2017-03-31');
    expect(await errorsOf(text('Twelve.'))).toEqual(['2 reason ROW.PERIOD_CLOSED']);
    expect(await errorsOf(text('Twelve.', 'Two came late.'))).toEqual([]);
  });

  it('are for whom they are, and their figures for whom those are: in the application, and in the database', async () => {
    const rows = [
      row({ ref: 'rule', program: 'MAR', section: 'background', text: 'By the rule.' }),
      row({ ref: 'kept', program: 'MAR', section: 'approach', text: 'Among us.', text_for: 'organisation' }),
      row({
        ref: 'all',
        program: 'MAR',
        section: 'result',
        text: 'For all: [officials-trained], [manuals].',
        text_for: 'everybody',
      }),
      row({ ref: 'other', program: 'TOUR', section: 'result', text: 'Of Tourism.' }),
    ];
    await store(rows.join(''));
    const [harbor, isle] = [donorScope('harborland'), donorScope('isleland')];
    const found = async (scope: Scope) => {
      const seen = await readInScope(db, scope, (tx) => tx.select().from(narrativesSeen));
      return seen.map(({ text }) => text.en ?? '').toSorted();
    };
    const FOR_ALL = 'For all: 360 (of which 340 approximate), n/a.';
    expect(await wordsOf('MAR', { scope: harbor })).toEqual(['By the rule.', FOR_ALL]);
    expect(await found(harbor)).toEqual(['By the rule.', 'For all: [officials-trained], [manuals].']);
    expect(await wordsOf('TOUR', { scope: harbor })).toEqual([]);
    expect(await wordsOf('MAR', { scope: isle })).toEqual([]);
    expect(await found(isle)).toEqual(['Of Tourism.']);
    const officer = await told('MAR', { scope: officerScope('MAR') });
    expect(officer.map(({ words, remark }) => [words, remark])).toEqual([
      ['By the rule.', null],
      ['Among us.', 'For the organisation alone'],
      [FOR_ALL, null],
    ]);
    expect(await found(officerScope('MAR'))).toHaveLength(3);
    expect(await told('MAR', { scope: PUBLIC })).toEqual([]);
    expect(await found(PUBLIC)).toEqual([]);
    expect(await wordsOf('MAR', { scope: MANAGER })).toHaveLength(3);

    // A second donor of its activity: what nobody has said is the organisation's, and the activity's figures are not the first's.
    await importCsv(
      db,
      'program-organisations',
      'program,organisation,kind,role\nMAR-1,Isleland,government,funding\n',
    );
    expect(await wordsOf('MAR', { scope: harbor })).toEqual(['For all: at least 340, n/a.']);
    expect(await found(harbor)).toEqual(['For all: [officials-trained], [manuals].']);
  });

  it('that became another programme’s are out of sight of the past', async () => {
    await store(row({ ref: 'a', program: 'MAR', section: 'result', text: 'Ours.', text_for: 'everybody' }));
    const [{ number } = { number: 0 }] = await db
      .select({ number: sql<number>`number::int` })
      .from(sql`revision`);
    const past = (scope: Scope) => readInScope(db, scope, (tx) => tx.select().from(narrativesSeen), number);
    const harbor = donorScope('harborland');
    expect(await past(harbor)).toHaveLength(1);
    await store(row({ ref: 'a', program: 'TOUR', section: 'result', text: 'Ours.', text_for: 'everybody' }));
    expect(await past(harbor)).toEqual([]);
    expect(await past(EVERYTHING)).toMatchObject([{ program: 'MAR' }]);
  });

  it('are found by their words as rows in memory are, by whoever may read them', async () => {
    const file =
      HEAD +
      row({
        ref: 'a',
        program: 'MAR',
        section: 'result',
        text: 'The [officials-trained] officials of the Police',
        text_es: 'La Policía',
      }) +
      row({
        ref: 'b',
        program: 'MAR-1',
        section: 'next',
        text: 'A school for the police',
        text_for: 'organisation',
      }) +
      row({ ref: 'c', program: 'TOUR', section: 'groups', text: '- guides\n- \\[police] of ports' });
    expect((await importCsv(db, 'narratives', file)).errors).toEqual([]);
    await importCsv(
      db,
      'narratives',
      HEAD + row({ ref: 'd', program: 'MAR', section: 'next', text: 'Police drafts' }),
      {
        approve: false,
      },
    );
    const refs = new Map(
      (await db.select({ id: narratives.id, ref: narratives.ref }).from(narratives)).map(({ id, ref }) => [
        id,
        ref,
      ]),
    );
    const repository = new FiguresRepository(db, new FactsRepository(db), () => NOW, { small: 0 });
    const found = async (scope: Scope, search: string, bounds = { limit: 10, most: 100 }) => {
      const { facts } = await new FactsRepository(db).read(scope);
      const law = await figuresInSight(scope, factsFigures(scope, facts)).narrativesSaying(search, bounds);
      const kept = await (await repository.open(scope)).figures.narrativesSaying(search, bounds);
      expect(kept).toEqual(law);
      return [...kept.rows.map(({ id }) => refs.get(id)), kept.total];
    };
    expect(await found(EVERYTHING, 'POLICE')).toEqual(['a', 'b', 'c', 3]);
    expect(await found(EVERYTHING, 'policia')).toEqual(['a', 1]);
    // As it was written, a figure is called by its indicator; its reader sees a number.
    expect(await found(EVERYTHING, 'trained')).toEqual([0]);
    expect(await found(EVERYTHING, 'ports')).toEqual(['c', 1]);
    expect(await found(EVERYTHING, '%')).toEqual([0]);
    expect(await found(EVERYTHING, '')).toEqual([0]);
    expect(await found(EVERYTHING, 'police', { limit: 1, most: 2 })).toEqual(['a', 2]);
    expect(await found(donorScope('harborland'), 'police')).toEqual(['a', 1]);
    expect(await found(donorScope('isleland'), 'police')).toEqual(['c', 1]);
    expect(await found(officerScope('MAR-1'), 'police')).toEqual(['b', 1]);
    const open = await repository.open(PUBLIC);
    await expect(open.figures.narrativesSaying('police', { limit: 1, most: 1 })).rejects.toMatchObject({
      code: 'ACCESS.TOTALS_ONLY',
    });
  });
});
