import type { Scope } from '../../src/access/index.ts';
import { readInScope } from '../../src/access/index.ts';
import { FactsRepository } from '../../src/analytics/facts.repository.ts';
import type { Facts } from '../../src/core/facts.ts';
import { donorScope, officerScope, PUBLIC } from '../../src/core/fixtures/scopes.ts';
import { EVERYTHING } from '../../src/core/visibility/scope.ts';
import { transactionsSeen } from '../../src/funding/funding.table.ts';
import { narrativesSeen } from '../../src/narratives/narratives.table.ts';
import type { Database, DatabaseHandle } from '../../src/platform/database/database.ts';
import { programsSeen } from '../../src/programs/programs.table.ts';
import { evidenceSeen, resultsSeen } from '../../src/results/results.table.ts';
import { eachEngine } from '../support/database.ts';
import { importCsv } from '../support/import.ts';

const HARBOR: Scope = donorScope('harborland');
const ISLE: Scope = donorScope('isleland');
const OFFICER: Scope = officerScope('PORT');

/** Each text says what it is and names nobody. */
const FILES: readonly (readonly [kind: string, csv: string])[] = [
  [
    'programs',
    `code,title,status,pillar,summary,objectives,beneficiaries,note
PORT,Port,ongoing,,the summary,the objectives,the beneficiaries,the note`,
  ],
  ['programs', 'code,parent,title,status,summary\nPORT-1,PORT,First port,ongoing,summary of the activity'],
  [
    'program-organisations',
    'program,organisation,kind,role\nPORT,Harborland,government,funding\nPORT-1,Harborland,government,funding',
  ],
  [
    'results',
    `program,indicator,unit,kind,period_end,value,sheet,note
PORT,officials trained,people,actual,2017-05-31,21,the sheet,the note of the result`,
  ],
  [
    'transactions',
    `program,type,value_date,amount,currency,provider,note
PORT,disbursement,2017-05-02,500.00,USD,Harborland,the note of the money`,
  ],
  [
    'narratives',
    `program,section,text,sheet
PORT,result,the words,the sheet of the words`,
  ],
];

const ALL_TEXTS = {
  beneficiaries: 'the beneficiaries',
  evidence: ['the sheet'],
  money: 'the note of the money',
  note: 'the note',
  objectives: 'the objectives',
  result: 'the note of the result',
  summary: 'the summary',
  words: ['the words', 'the sheet of the words'],
};
const NO_TEXT = {
  beneficiaries: null,
  evidence: [],
  money: null,
  note: null,
  objectives: null,
  result: null,
  summary: null,
  words: [],
};

eachEngine('a text and whose it is', (engine) => {
  let database: DatabaseHandle;
  let db: Database;

  beforeEach(async () => {
    database = await engine.open();
    ({ db } = database);
    for (const [kind, csv] of FILES) await stored(kind, csv);
  });
  afterEach(() => database.close());

  async function stored(kind: string, csv: string) {
    const { errors } = await importCsv(db, kind, `${csv}\n`);
    expect(errors).toEqual([]);
  }

  /** The texts of PORT as the application shows them. */
  async function shown(scope: Scope) {
    return textsOf((await new FactsRepository(db).read(scope)).facts);
  }

  /** The same as a query finds them that forgets its scope. */
  const found = (scope: Scope) =>
    readInScope(db, scope, async (tx) => {
      const programs = await tx.select().from(programsSeen);
      const results = await tx.select().from(resultsSeen);
      const transactions = await tx.select().from(transactionsSeen);
      const evidence = await tx.select().from(evidenceSeen);
      const narratives = await tx.select().from(narrativesSeen);
      return textsOf({
        programs,
        results: results.map((result) => ({ ...result, evidence })),
        transactions,
        narratives,
      });
    });

  it('are everybody’s while one alone funds the programme', async () => {
    for (const scope of [EVERYTHING, OFFICER, HARBOR]) {
      expect([scope.role, await shown(scope), await found(scope)]).toEqual([
        scope.role,
        ALL_TEXTS,
        ALL_TEXTS,
      ]);
    }
  });

  it.each([
    [
      'is named as one',
      'program-organisations',
      'program,organisation,kind,role\nPORT,Isleland,government,funding',
    ],
    [
      'funds an activity of it',
      'program-organisations',
      'program,organisation,kind,role\nPORT-1,Isleland,government,funding',
    ],
  ])('are the organisation’s from the moment a second donor %s', async (_, kind, csv) => {
    await stored(kind, csv);
    for (const read of [shown, found]) {
      expect(await read(HARBOR)).toEqual(NO_TEXT);
      expect(await read(OFFICER)).toEqual(ALL_TEXTS);
      expect(await read(EVERYTHING)).toEqual(ALL_TEXTS);
    }
  });

  it('are the organisation’s from the moment a second donor’s money arrives, of which nothing else tells', async () => {
    await stored('organisations', 'name,kind\nIsleland,government');
    const money = 'program,type,value_date,amount,currency,provider,note';
    await stored('transactions', `${money}\nPORT-1,commitment,2017-05-03,90.00,USD,Isleland,`);
    for (const read of [shown, found]) expect(await read(HARBOR)).toEqual(NO_TEXT);
    expect(await shown(OFFICER)).toEqual(ALL_TEXTS);
  });

  it('stay everybody’s where a draft names a second donor, for a draft counts nowhere', async () => {
    await stored('organisations', 'name,kind\nIsleland,government');
    const money = 'program,type,value_date,amount,currency,provider';
    await importCsv(db, 'transactions', `${money}\nPORT,pledge,2017-05-03,90.00,USD,Isleland\n`, {
      approve: false,
    });
    for (const read of [shown, found]) expect(await read(HARBOR)).toEqual(ALL_TEXTS);
  });

  it('are whose somebody says they are, each on its own, and the rule’s again where the cell is emptied', async () => {
    await stored('program-organisations', 'program,organisation,kind,role\nPORT,Isleland,government,funding');
    const program = 'code,title,status,summary_for,note_for';
    await stored('programs', `${program}\nPORT,Port,ongoing,everybody,organisation`);
    const result = 'program,indicator,unit,kind,period_end,value,note,sheet_for,note_for';
    await stored(
      'results',
      `${result}\nPORT,officials trained,people,actual,2017-05-31,21,the note of the result,everybody,`,
    );
    const money = 'program,type,value_date,amount,currency,provider,note,note_for';
    await stored(
      'transactions',
      `${money}\nPORT,disbursement,2017-05-02,500.00,USD,Harborland,the note of the money,everybody`,
    );
    await stored(
      'narratives',
      'program,section,text,text_for,sheet_for\nPORT,result,the words,everybody,organisation',
    );
    const open = { summary: 'the summary', evidence: ['the sheet'], words: ['the words', null] };
    for (const read of [shown, found]) {
      expect(await read(HARBOR)).toEqual({ ...NO_TEXT, ...open, money: 'the note of the money' });
      // Isleland funds PORT too, and reads of its texts what Harborland reads; of its money, nothing.
      expect(await read(ISLE)).toEqual({ ...NO_TEXT, ...open, money: undefined });
      expect(await read(OFFICER)).toEqual(ALL_TEXTS);
    }
    await stored('programs', `${program}\nPORT,Port,ongoing,,`);
    for (const read of [shown, found]) expect((await read(HARBOR)).summary).toBeNull();
  });

  it('are the organisation’s where somebody says so, of one donor’s programme too', async () => {
    await stored(
      'programs',
      'code,title,status,summary_for,objectives_for,beneficiaries_for,note_for\nPORT,Port,ongoing,organisation,organisation,organisation,organisation',
    );
    for (const read of [shown, found]) {
      expect(await read(HARBOR)).toMatchObject({
        beneficiaries: null,
        note: null,
        objectives: null,
        result: 'the note of the result',
        summary: null,
      });
    }
  });

  it('are refused for any other word, with the two that there are', async () => {
    const refused = async (kind: string, csv: string) => {
      const { errors } = await importCsv(db, kind, `${csv}\n`);
      return errors.map(({ line, column, code, remedy }) => [line, column, code, remedy]);
    };
    const unknown = (column: string) => [
      2,
      column,
      'CELL.UNKNOWN_WORD',
      'Write "everybody" or "organisation".',
    ];
    expect(
      await refused(
        'programs',
        'code,title,status,summary_for,objectives_for,beneficiaries_for,note_for\nPORT,Port,ongoing,public,donors,all,nobody',
      ),
    ).toEqual(['beneficiaries_for', 'note_for', 'summary_for', 'objectives_for'].map(unknown));
    expect(
      await refused(
        'results',
        'program,indicator,unit,kind,value,sheet_for,note_for\nPORT,officials trained,people,actual,1,nobody,nobody',
      ),
    ).toEqual(['sheet_for', 'note_for'].map(unknown));
    expect(
      await refused(
        'transactions',
        'program,type,value_date,amount,currency,note_for\nPORT,pledge,2017-05-02,1,USD,nobody',
      ),
    ).toEqual([unknown('note_for')]);
    expect(await refused('narratives', 'program,section,text,text_for\nPORT,result,words,nobody')).toEqual([
      unknown('text_for'),
    ]);
  });

  it('change nothing where the same file comes again', async () => {
    const result =
      'program,indicator,unit,kind,period_end,value,sheet,note,sheet_for,note_for\nPORT,officials trained,people,actual,2017-05-31,21,the sheet,the note of the result,organisation,organisation\n';
    expect(await importCsv(db, 'results', result)).toMatchObject({ updated: 1 });
    expect(await importCsv(db, 'results', result)).toMatchObject({ updated: 0, unchanged: 1 });
  });

  it('are nobody’s among the public', async () => {
    expect(await shown(PUBLIC)).toEqual({ ...NO_TEXT, money: undefined });
    expect(await found(PUBLIC)).toEqual({ ...NO_TEXT, money: undefined });
  });

  it('do not tell a donor whose they are, for that would tell of other donors', async () => {
    await stored('programs', 'code,title,status,summary_for\nPORT,Port,ongoing,everybody');
    const { facts } = await new FactsRepository(db).read(HARBOR);
    expect(JSON.stringify(facts)).not.toMatch(/For":"/);
  });
});

/** The texts of PORT, of its one result and its one transaction. */
function textsOf({
  programs,
  results,
  transactions,
  narratives,
}: {
  readonly programs: readonly Pick<
    Facts['programs'][number],
    'code' | 'summary' | 'objectives' | 'beneficiaries' | 'note'
  >[];
  readonly results: readonly Pick<Facts['results'][number], 'note'>[] &
    readonly { readonly evidence: readonly Pick<Facts['results'][number]['evidence'][number], 'title'>[] }[];
  readonly transactions: readonly Pick<Facts['transactions'][number], 'program' | 'note'>[];
  readonly narratives: readonly Pick<Facts['narratives'][number], 'text' | 'sheet'>[];
}) {
  const port = programs.find(({ code }) => code === 'PORT');
  const [result] = results;
  const money = transactions.find(({ program }) => program === 'PORT');
  const words = (text: { readonly en?: string } | null | undefined) => (text === null ? null : text?.en);
  return {
    summary: words(port?.summary),
    objectives: words(port?.objectives),
    beneficiaries: words(port?.beneficiaries),
    note: words(port?.note),
    result: words(result?.note),
    evidence: result?.evidence.map(({ title }) => title.en),
    money: words(money?.note),
    words: narratives.flatMap(({ text, sheet }) => [words(text), words(sheet)]),
  };
}
