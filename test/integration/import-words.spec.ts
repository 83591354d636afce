import { desc } from 'drizzle-orm';
import { transactions } from '../../src/funding/funding.table.ts';
import type { ImportOutcome } from '../../src/platform/csv/import-file.use-case.ts';
import type { Reading } from '../../src/platform/csv/reading.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { results } from '../../src/results/results.table.ts';
import { eachEngine, undone } from '../support/database.ts';
import { importCsv } from '../support/import.ts';

const HEADER =
  'program,indicator,unit,kind,country_or_region,period_start,period_end,qualifier,value,breakdown,note';

eachEngine('words and numbers of files', (engine) => {
  let db: Database;

  beforeAll(async () => {
    ({ db } = await engine.openSeeded());
  });

  /** What an import of rows says, and the first figure that it stores. */
  async function importing(kind: 'results' | 'transactions', csv: string, reading: Partial<Reading> = {}) {
    const table = kind === 'results' ? results : transactions;
    const said: { outcome?: ImportOutcome; figure?: Record<string, unknown> | undefined } = {};
    await undone(db, async (tx) => {
      said.outcome = await importCsv(tx, kind, csv, { answers: reading });
      const rows = await tx.select().from(table).orderBy(desc(table.batch), table.batchLine).limit(1);
      said.figure = rows[0];
    });
    if (said.outcome === undefined) throw new Error('Nothing was imported.');
    return { outcome: said.outcome, figure: said.figure };
  }

  const result = (cells: string, reading?: Partial<Reading>) =>
    importing('results', `${HEADER}\n${cells}\n`, reading);

  it('a word of any language, case or accent is the known one', async () => {
    const { outcome, figure } = await result(
      'mig-meso,Funcionários Capacitados,personas,Real,Costa rica,2017-05-01,31/05/2017,About,1 022,Sexo=MUJERES:1 007; sexe=hommes:15,n',
    );
    expect(outcome).toMatchObject({ errors: [], inserted: 1, notes: [] });
    expect(figure).toMatchObject({
      program: 'MIG-MESO',
      indicator: 'officials-trained',
      kind: 'actual',
      place: 'CR',
      qualifier: 'about',
    });
    expect(figure?.value).toBe(1022);
  });

  it.each([
    ['Italia', 'IT'],
    ['it', 'IT'],
    ['République dominicaine', 'DO'],
    ['Saint Vincent and the Grenadines', 'VC'],
    ['region:Caribe', 'region:caribbean'],
    ['REGION: caraïbes', 'region:caribbean'],
    ['Centroamérica y el Caribe', 'region:central-america-and-the-caribbean'],
  ])('the place %s is %s', async (given, place) => {
    const { outcome, figure } = await result(
      `MIG-MESO,officials trained,people,actual,${given},,2017-05-31,,1,,n`,
    );
    expect(outcome.errors).toEqual([]);
    expect(outcome.notes.filter((note) => note.startsWith('New'))).toEqual([]);
    expect(figure).toMatchObject({ place });
  });

  it.each([
    ['offcials trained,people,actual,CR', 'indicator', 'Did you mean "officials trained"?'],
    ['trained officials,people,actual,CR', 'indicator', 'Did you mean "officials trained"?'],
    ['officials trained,people,actual,region:Carribean', 'country_or_region', 'Did you mean "Caribbean"?'],
    ['officials trained,people,actual,Cota Rica', 'country_or_region', 'Did you mean CR (Costa Rica)?'],
    ['officials trained,people,actul,CR', 'kind', 'Did you mean "actual"?'],
  ])('a word that is nearly a known one is refused: %s', async (cells, column, says) => {
    const { outcome } = await result(`MIG-MESO,${cells},,2017-05-31,,10,,n`);
    expect(outcome.errors).toMatchObject([{ line: 2, column }]);
    expect(outcome.errors[0]?.remedy).toContain(says);
  });

  it.each([
    ['sexx=female:10', 'Did you mean "sex"?'],
    ['sex=femael:10', 'Did you mean "female"?'],
    ['role=participants:10', 'Did you mean "participant"?'],
  ])('so is one of a breakdown: %s', async (breakdown, says) => {
    const { outcome } = await result(
      `MIG-MESO,officials trained,people,actual,CR,,2017-05-31,,10,${breakdown},n`,
    );
    expect(outcome.errors).toMatchObject([{ line: 2, column: 'breakdown', code: 'WORD.NEARLY_KNOWN' }]);
    expect(outcome.errors[0]?.remedy).toContain(says);
  });

  it('unless it is said to be another, and what is new is told by name', async () => {
    const row = 'MIG-MESO,offcials trained,people,actual,region:Carribean,,2017-05-31,,10,club=red:10,n';
    const { outcome, figure } = await result(row, { create: true });
    expect(outcome).toMatchObject({
      errors: [],
      notes: [
        'New indicator: "offcials trained".',
        'New region: "Carribean".',
        'New axis: "club".',
        'New part of "club": "red".',
      ],
    });
    expect(figure).toMatchObject({ indicator: 'offcials-trained', place: 'region:carribean' });
  });

  it('two new words of a file that are nearly one are asked about too', async () => {
    const { outcome } = await result(
      'MIG-MESO,press notes,notes,actual,CR,,2017-05-31,,1,,a\nMIG-MESO,pres notes,notes,actual,PA,,2017-05-31,,1,,b',
    );
    expect(outcome.errors).toMatchObject([{ line: 3, column: 'indicator', code: 'WORD.NEARLY_KNOWN' }]);
    expect(outcome.errors[0]?.message).toContain('"press notes" is new in this file');
  });

  it.each([
    ['200.000', '', ''],
    ['1.000-2.000', 'range', ''],
    ['1000', '', 'sex=female:1.000'],
  ])('the number %s %s %s can be read two ways, and is refused', async (value, qualifier, breakdown) => {
    const row = `MIG-MESO,officials trained,people,actual,CR,,2017-05-31,${qualifier},${value},${breakdown},n`;
    expect((await result(row)).outcome.errors).toMatchObject([
      { line: 2, column: breakdown === '' ? 'value' : 'breakdown', code: 'CELL.TWO_READINGS' },
    ]);
    const { outcome, figure } = await result(row, { decimal: 'comma' });
    expect(outcome.errors).toEqual([]);
    const expected = { '200.000': [200_000, null], '1.000-2.000': [1_000, 2_000], '1000': [1_000, null] }[
      value
    ];
    expect([figure?.value, figure?.valueHigh ?? null]).toEqual(expected);
  });

  it('money is read likewise, and its words', async () => {
    const header =
      'program,type,value_date,amount,currency,provider,receiver,country_or_region,illustrative,note';
    const read = async (row: string, reading?: Partial<Reading>) => {
      const { outcome, figure } = await importing('transactions', `${header}\n${row}\n`, reading);
      return outcome.errors.map(({ column, code }) => `${column} ${code}`)[0] ?? figure;
    };
    expect(await read('TOUR,Desembolso,31/12/2011,"6.180,50",eur,Italia,,,no,n')).toMatchObject({
      type: 'disbursement',
      currency: 'EUR',
      provider: 'italy',
      amountMinor: 618_050,
    });
    const amount = (written: string, reading?: Partial<Reading>) =>
      read(`TOUR,disbursement,2011-12-31,${written},EUR,Italy,,,no,n`, reading);
    expect(await amount('"6,180.50"')).toMatchObject({ amountMinor: 618_050 });
    expect(await amount('6.180')).toBe('amount CELL.TWO_READINGS');
    expect(await amount('6.180', { decimal: 'comma' })).toMatchObject({ amountMinor: 618_000 });
    expect(await amount('(6180)')).toBe('amount CELL.NOT_A_NUMBER');
    expect(await read('TOUR,disbursement,2011-12-31,6180,EUR,Itly,,,no,n')).toBe(
      'provider WORD.NEARLY_KNOWN',
    );
    expect(await read('TOUR,disbursement,2011-12,6180,EUR,Italy,,,no,n')).toBe('value_date CELL.NOT_A_DATE');
  });
});
