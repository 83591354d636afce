import { sql } from 'drizzle-orm';
import { transactions } from '../../src/funding/funding.table.ts';
import { importKinds } from '../../src/imports.ts';
import { undoImport } from '../../src/platform/csv/undo.use-case.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { evidence, resultParts, results } from '../../src/results/results.table.ts';
import { eachEngine } from '../support/database.ts';
import { importCsv, NOW } from '../support/import.ts';

const RATES = 'currency,date,rate,source\n';
const MONEY = 'ref,program,type,value_date,amount,currency,provider,note\n';
const FIGURES =
  'ref,program,indicator,unit,kind,country_or_region,period_start,period_end,value,breakdown,sheet,sheet_es,note\n';

eachEngine('an import that is taken back', (engine) => {
  let db: Database;

  beforeEach(async () => {
    ({ db } = await engine.openAnew());
    await importCsv(db, 'programs', 'code,title,status\nMAR,Maritime,ongoing\n');
    await importCsv(db, 'organisations', 'name,kind\nCanada,government\n');
  });

  const store = async (kind: string, csv: string, minute: number) => {
    const now = new Date(NOW.getTime() + minute * 60_000);
    const { batch, errors } = await importCsv(db, kind, csv, { now });
    expect(errors).toEqual([]);
    return batch ?? 0;
  };
  const undo = (batch: number) =>
    undoImport(db, importKinds, { batch, reason: null, by: { kind: 'command', name: 'test' }, now: NOW });
  const all = async () => ({
    results: await db.select().from(results).orderBy(results.id),
    parts: await db.select().from(resultParts).orderBy(resultParts.axis, resultParts.part),
    evidence: await db.select().from(evidence).orderBy(evidence.position),
    transactions: await db.select().from(transactions).orderBy(transactions.id),
  });

  it('leaves what it changed as it was in every column, with its parts, its sheet and its translations', async () => {
    const row = (rest: string) => `A,MAR,talks,talks,actual,CR,2017-01,2017-03,${rest}\n`;
    await store('results', `${FIGURES}${row('22,sex=female:7;sex=male:15,Sheet 1,Hoja 1,Workshop')}`, 0);
    // A document of people's own, which no import touches.
    await db.execute(
      sql`INSERT INTO evidence (result, position, kind, title) SELECT id, 2, 'document', '{"en": "Report"}' FROM results`,
    );
    const before = await all();
    const later = await store('results', `${FIGURES}${row('30,mode=virtual:30,Sheet 2,,Two workshops')}`, 1);
    expect((await all()).parts).toHaveLength(1);
    expect(await undo(later)).toMatchObject({ withdrawn: 0, restored: 1 });
    expect(await all()).toEqual(before);
  });

  it.each([
    ['a part', sql`UPDATE result_parts SET value = 22 - value`],
    [
      'evidence',
      sql`INSERT INTO evidence (result, position, kind, title) SELECT id, 2, 'document', '{"en": "Report"}' FROM results`,
    ],
    ['approval', sql`UPDATE results SET status = 'returned', approved_at = NULL, approved_by = NULL`],
  ])(
    'is refused where %s was changed since, and counts as unchanged where that was put back',
    async (_what, change) => {
      const csv = `${FIGURES}A,MAR,talks,talks,actual,CR,2017-01,2017-03,22,sex=female:7;sex=male:15,,,\n`;
      const batch = await store('results', csv, 0);
      const left = await all();
      await db.execute(change);
      await expect(undo(batch)).rejects.toMatchObject({ code: 'UNDO.BUILT_ON' });
      await db.execute(sql`UPDATE result_parts SET value = CASE part WHEN 'female' THEN 7 ELSE 15 END`);
      await db.execute(sql`DELETE FROM evidence`);
      const [{ approvedAt, approvedBy } = {}] = left.results;
      await db.update(results).set({ status: 'approved', approvedAt, approvedBy });
      expect(await all()).toEqual(left);
      expect(await undo(batch)).toMatchObject({ withdrawn: 1, restored: 0 });
    },
  );

  it('is refused where what was there before it is older than the record', async () => {
    const row = (value: number) => `${FIGURES}A,MAR,talks,talks,actual,CR,2017-01,2017-03,${value},,,,\n`;
    await store('results', row(22), 0);
    const later = await store('results', row(23), 1);
    // As after the migration that began the record: rows have held since then, and nothing stood there before.
    await db.transaction(async (tx) => {
      await tx.execute(sql`SELECT set_config('attest.restoring', 'yes', true)`);
      await tx.execute(sql`DELETE FROM history`);
    });
    await expect(undo(later)).rejects.toMatchObject({ code: 'UNDO.NOT_RECORDED' });
  });

  it('converts what comes back at the rates of today, and is not held up by rates that came since (rule 7)', async () => {
    await store('exchange-rates', `${RATES}EUR,2017-01-01,1.1,ECB\nGBP,2017-01-01,1.2,BoE\n`, 0);
    const row = (ref: string, currency: string) => `${ref},MAR,pledge,2017-03-10,100,${currency},Canada,\n`;
    const first = await store('transactions', MONEY + row('A', 'EUR'), 1);
    const later = await store('transactions', MONEY + row('A', 'GBP') + row('B', 'EUR'), 2);
    // While A is in pounds, the euro gets a rate of March.
    await store('exchange-rates', `${RATES}EUR,2017-03-01,1.3,ECB\n`, 3);
    expect(await undo(later)).toMatchObject({ withdrawn: 1, restored: 1 });
    const { transactions: rows } = await all();
    // 100.00 at 1.3.
    expect(rows.find(({ ref }) => ref === 'A')).toMatchObject({
      currency: 'EUR',
      convertedMinor: 13000,
      rate: '1.3',
      rateDate: '2017-03-01',
      batch: first,
      batchLine: 2,
      status: 'approved',
    });
    expect(await undo(first)).toMatchObject({ withdrawn: 1, restored: 0 });
  });
});
